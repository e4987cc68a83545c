// What a person needs of a page, looked at in the page itself: returns the faults as sentences.
// Sources: WCAG 2.2 (numbers of its criteria stand beside each check).
"use strict";

const faults = [];
const fault = (element, sentence) => {
  const place = element
    ? `<${element.localName}${element.className && element.className.baseVal === undefined ? "." + element.className : ""}> `
      + `“${(element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40)}”: `
    : "";
  faults.push(place + sentence);
};
const all = (selector) => [...document.querySelectorAll(selector)];
const isSeen = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  // Text for screen readers alone is one pixel wide.
  for (let one = element; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    if (style.clipPath !== "none" && style.position === "absolute") return false;
  }
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.right > 0;
};

// Names (1.1.1, 2.4.4, 4.1.2): what a screen reader says.
const textOf = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
const nameOf = (element) => {
  const ids = element.getAttribute("aria-labelledby");
  if (ids) return textOf(ids);
  const label = element.getAttribute("aria-label");
  if (label?.trim()) return label.trim();
  if (element.labels?.length) return [...element.labels].map((one) => one.textContent).join(" ").trim();
  if (element.matches("input[type=submit], input[type=button]")) return element.value;
  if (element.matches("input, select, textarea")) return "";
  const text = [element.textContent, ...[...element.querySelectorAll("[aria-label], [alt], title")].map(
    (one) => one.getAttribute("aria-label") ?? one.getAttribute("alt") ?? one.textContent)];
  return text.join(" ").trim();
};
for (const element of all("a[href], button, input:not([type=hidden]), select, textarea, summary, iframe"))
  if (!element.closest("[hidden]") && !nameOf(element)) fault(element, "has no name");
for (const image of all("img")) if (!image.hasAttribute("alt")) fault(image, "has no alternative text");
for (const drawing of all("svg"))
  if (!drawing.closest("[aria-hidden=true]") && !drawing.querySelector("a[href]") && !nameOf(drawing))
    fault(drawing, "is a drawing without a name");

// Headings and landmarks (1.3.1, 2.4.1, 2.4.2, 2.4.6, 3.1.1).
if (!document.title.trim()) fault(null, "the page has no title");
if (!document.documentElement.lang) fault(null, "the page does not say its language");
if (all("h1").length !== 1) fault(null, `there are ${all("h1").length} headings of the first level`);
let level = 0;
for (const heading of all("h1, h2, h3, h4, h5, h6")) {
  const own = Number(heading.localName[1]);
  if (!heading.textContent.trim()) fault(heading, "is an empty heading");
  if (own > level + 1) fault(heading, `is a heading of level ${own} below one of level ${level}`);
  level = own;
}
for (const landmark of ["main", "body > header", "body > footer", "nav"])
  if (!document.querySelector(landmark)) fault(null, `there is no ${landmark}`);
if (all("main").length > 1) fault(null, "there are several main parts");
const navigation = all("nav").map((one) => one.getAttribute("aria-label") ?? textOf(one.getAttribute("aria-labelledby") ?? ""));
if (navigation.length > 1 && new Set(navigation).size < navigation.length)
  fault(null, `several <nav> have one name: ${navigation.join(", ")}`);

// Structure (1.3.1, 4.1.2).
const ids = new Set();
for (const element of all("[id]")) {
  if (ids.has(element.id)) fault(element, `has an id that is there twice: ${element.id}`);
  ids.add(element.id);
}
for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"])
  for (const element of all(`[${attribute}]`))
    for (const id of element.getAttribute(attribute).split(/\s+/))
      if (!document.getElementById(id)) fault(element, `names with ${attribute} what is not there: ${id}`);
for (const element of all("[tabindex]")) if (element.tabIndex > 0) fault(element, "is out of the order of focus");
for (const element of all("a a, a button, button a, button button, a input, summary a, summary button"))
  fault(element, "is a control in a control");
for (const list of all("ul, ol"))
  for (const child of list.children)
    if (!["li", "script", "template"].includes(child.localName)) fault(child, "stands in a list and is no item");
for (const head of all("th")) if (!head.hasAttribute("scope")) fault(head, "is a head of a table without scope");
for (const element of all("*"))
  for (const attribute of element.attributes)
    if (attribute.name.startsWith("on") || attribute.name === "style") fault(element, `has ${attribute.name}=`);

// No scrolling sideways (1.4.10).
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) {
  fault(null, `the page is ${document.documentElement.scrollWidth} pixels wide where there are ${width}`);
  const wide = all("body *").filter((one) => one.getBoundingClientRect().right > width + 1 && isSeen(one));
  if (wide.length) fault(wide.at(-1), "is too wide");
}

// Contrast (1.4.3): 4.5 for text, 3 for large text.
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  const numbers = colour.match(/^rgba?\(([^)]*)\)$/)?.[1].split(/[ ,/]+/).map(Number);
  if (numbers && numbers.every(Number.isFinite)) return [...numbers, 1].slice(0, 4);
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
};
const over = (front, back) => [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
const luminance = (colour) => {
  const [red, green, blue] = colour.map((one) => {
    const share = one / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};
const backgroundOf = (element) => {
  const layers = [];
  for (let one = element; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    if (style.backgroundImage !== "none") return null;
    const colour = rgba(style.backgroundColor);
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
  }
  const paper = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
  return layers.reverse().reduce((back, front) => over(front, back), paper);
};
const opacityOf = (element) => {
  let opacity = 1;
  for (let one = element; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity);
  return opacity;
};
const told = new Set();
let lowest = 21;
const compare = (element, colour, what) => {
  const background = backgroundOf(element);
  if (!background) return;
  const style = getComputedStyle(element);
  const ink = rgba(colour);
  ink[3] *= opacityOf(element);
  const ratio = contrast(over(ink, background), background);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  lowest = Math.min(lowest, isLarge ? 21 : ratio);
  const key = `${element.localName}.${element.className} ${what}`;
  if (ratio >= (isLarge ? 3 : 4.5) || told.has(key)) return;
  told.add(key);
  fault(element, `${what} has a contrast of ${ratio.toFixed(2)}`);
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || !isSeen(element) || element.closest(":disabled")) continue;
  const style = getComputedStyle(element);
  const isDrawn = element instanceof SVGElement;
  // A drawing's text stands on what is drawn below it, as well as on the page.
  compare(element, isDrawn ? style.fill : style.color, "text");
}
for (const box of all("input, textarea")) {
  if (!isSeen(box)) continue;
  compare(box, getComputedStyle(box).color, "value");
  if (box.placeholder) compare(box, getComputedStyle(box, "::placeholder").color, "placeholder");
  // The edge of a control (1.4.11).
  const edge = rgba(getComputedStyle(box).borderTopColor);
  const paper = backgroundOf(box.parentElement);
  if (paper && contrast(over(edge, paper), paper) < 3 && contrast(backgroundOf(box), paper) < 3)
    fault(box, `has an edge with a contrast of ${contrast(over(edge, paper), paper).toFixed(2)}`);
}

// Places to tap (2.5.8): 24 pixels, or as far from the next one; links in sentences are free. Narrower than a
// telephone is a page only where it is magnified, and what is tapped with it.
const targets = innerWidth < 360 ? [] : all("a[href], button, input:not([type=hidden]), select, textarea, summary")
  .filter((one) => isSeen(one) && !(one instanceof SVGElement))
  .map((element) => {
    const box = element.getBoundingClientRect();
    const isInSentence = element.localName === "a" && getComputedStyle(element).display === "inline"
      && [...element.parentElement.childNodes].some((one) => one.nodeType === 3 && one.data.trim().length > 1);
    return { element, box, isInSentence, isSmall: box.width < 23.9 || box.height < 23.9 };
  });
for (const small of targets.filter((one) => one.isSmall && !one.isInSentence)) {
  const x = (small.box.left + small.box.right) / 2;
  const y = (small.box.top + small.box.bottom) / 2;
  const near = targets.find((other) => {
    if (other === small || other.element.contains(small.element)) return false;
    const { left, right, top, bottom } = other.box;
    const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
    if (Math.hypot(dx, dy) < 11.9) return true;
    return other.isSmall && !other.isInSentence
      && Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y) < 23.9;
  });
  const key = `${small.element.parentElement.localName}.${small.element.parentElement.className} size`;
  if (!near || told.has(key)) continue;
  told.add(key);
  fault(small.element, `is ${Math.round(small.box.width)} × ${Math.round(small.box.height)} pixels, and beside `
    + `“${(near.element.textContent || near.element.name || "").trim().slice(0, 30)}”`);
}

return { faults, lowest };
