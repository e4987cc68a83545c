// The little script: what a page can do beside being read. Without it every page works.
"use strict";

// Keys: "/" goes to the search box, j and k through the hits.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "/") {
    const box = document.querySelector("#q, .quick input");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "j" || event.key === "k") {
    const links = [...document.querySelectorAll(".hit h3 a:first-child, .kwic .where a")];
    if (!links.length) return;
    const place = links.indexOf(document.activeElement);
    const next = event.key === "j" ? place + 1 : place < 0 ? links.length - 1 : place - 1;
    const link = links[Math.min(Math.max(next, 0), links.length - 1)];
    link.focus();
    link.scrollIntoView({ block: "nearest" });
  }
});

// The histogram: dragging over bars asks for the days from the first to the last one.
for (const drawing of document.querySelectorAll("svg[data-brush]")) {
  const bars = [...drawing.querySelectorAll("a")];
  const width = drawing.viewBox.baseVal.width;
  const height = drawing.viewBox.baseVal.height;
  let start = -1;
  let end = -1;
  let chosen = null;
  const place = (event) => {
    const box = drawing.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(share * bars.length)));
  };
  const draw = () => {
    const step = width / bars.length;
    const [from, to] = [Math.min(start, end), Math.max(start, end)];
    chosen.setAttribute("x", from * step);
    chosen.setAttribute("width", (to - from + 1) * step);
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = end = place(event);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (start < 0) return;
    end = place(event);
    if (!chosen && end !== start) {
      chosen = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      chosen.setAttribute("class", "chosen");
      chosen.setAttribute("y", 0);
      chosen.setAttribute("height", height);
      drawing.append(chosen);
      drawing.setPointerCapture(event.pointerId);
    }
    if (chosen) draw();
  });
  const stop = (event) => {
    if (chosen && event.type === "pointerup") {
      const [from, to] = [Math.min(start, end), Math.max(start, end)];
      const address = new URL(location.href);
      const rest = drawing.dataset.query;
      const dates = `date:${bars[from].dataset.first}..${bars[to].dataset.last}`;
      // What is joined by OR wants brackets; brackets that are not needed do no harm.
      address.searchParams.set("q", rest ? `(${rest}) ${dates}` : dates);
      address.searchParams.delete("from");
      location.assign(address);
    }
    start = -1;
    chosen?.remove();
    chosen = null;
  };
  drawing.addEventListener("pointerup", stop);
  drawing.addEventListener("pointercancel", stop);
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
}

// The search box: fields, and the names of sources, speakers, topics and tags behind them.
for (const box of document.querySelectorAll("input[data-complete]")) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${box.id || "quick"}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  box.after(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  let asked = 0;
  let waiting = 0;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  // The word that is being written: behind the last space or bracket that is in no quote marks.
  const word = () => {
    const text = box.value.slice(0, box.selectionStart);
    let start = 0;
    let isQuoted = false;
    for (let index = 0; index < text.length; index += 1) {
      if (text[index] === '"') isQuoted = !isQuoted;
      else if (!isQuoted && /[\s()]/.test(text[index])) start = index + 1;
    }
    return { start, text: text.slice(start) };
  };
  const choose = (item) => {
    const { start } = word();
    const end = box.selectionStart;
    box.setRangeText(item.dataset.text, start, end, "end");
    close();
    box.focus();
    if (item.dataset.text.endsWith(":")) ask();
  };
  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.dataset.text = suggestion.text;
        const name = document.createElement("span");
        name.textContent = suggestion.text;
        const hint = document.createElement("small");
        hint.textContent = suggestion.hint;
        item.append(name, hint);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(item);
        });
        return item;
      }),
    );
    chosen = -1;
    list.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const { text } = word();
      if (text.length < 2) return close();
      asked += 1;
      const number = asked;
      try {
        const answer = await fetch(`${box.dataset.complete}?word=${encodeURIComponent(text)}`);
        if (!answer.ok || number !== asked) return;
        show((await answer.json()).suggestions);
      } catch {
        close();
      }
    }, 120);
  };
  box.addEventListener("input", ask);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const items = [...list.children];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen += event.key === "ArrowDown" ? 1 : -1;
      chosen = Math.min(items.length - 1, Math.max(-1, chosen));
      items.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
      if (chosen < 0) box.removeAttribute("aria-activedescendant");
      else {
        box.setAttribute("aria-activedescendant", items[chosen].id);
        items[chosen].scrollIntoView({ block: "nearest" });
      }
    } else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) {
      event.preventDefault();
      choose(items[chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
}
