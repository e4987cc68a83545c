#!/usr/bin/env python3
"""Walks the pages of `backfile serve` in Chromium, as people do who see, tap, type or listen.

    walk-pages.py BACKFILE SAMPLE [--pictures FOLDER] [--only TEXT]

BACKFILE is the program, SAMPLE the folder of which an archive is made. Pages are found by following links, one
of each kind. Each is looked at with and without JavaScript, at 375 and at 1280 pixels, in light and in dark:
page-checks.js says what a page must have. Beside that: every link answers, every twin can be read, keys and the
histogram do what they say. --pictures keeps a picture of each page, --only walks the addresses that contain TEXT.
Exit code 1 where anything is wrong; 0 with a message where Chromium or selenium is missing.
"""

import argparse
import collections
import csv
import html.parser
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

try:
    from selenium import webdriver
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.wait import WebDriverWait
except ImportError:
    webdriver = None

CHECKS = (Path(__file__).parent / "page-checks.js").read_text()
WIDTHS = [375, 1280]
# Where the walk begins; the rest is found by following links.
SEEDS = [
    "/", "/search?q=ferry", "/search?q=strike&tab=quotes", "/search?q=strike&tab=concordance",
    "/search?q=strike&tab=trends", "/search?q=strike&tab=sources", "/search?q=~strike&explain=1",
    "/search?q=zzzz", "/help",
]
# Pages that say what went wrong, with their status.
MISTAKES = {"/nowhere": 404, "/article/nothing": 404, "/search?q=headlin:x": 200, "/search?q=ferry&from=x": 400}
MOST_LINKS = 1500

failures = []
done = 0


def check(holds, sentence):
    """Counts a check, and notes it where it does not hold."""
    global done
    done += 1
    if not holds:
        failures.append(sentence)
        print("  not so:", sentence, flush=True)


class Server:
    """`backfile serve` at a free port."""

    def __init__(self, backfile, archive, *options):
        self.process = subprocess.Popen(
            [backfile, "serve", "-a", archive, "--port", "0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if not found:
            sys.exit(f"the server did not start: {line}")
        self.address = found[0]

    def get(self, target):
        """Status, headers and body of an address."""
        try:
            with urllib.request.urlopen(self.address + target, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def stop(self):
        self.process.terminate()
        check(self.process.wait(20) in (0, 143, -15), "the server ends when it is told to")


# Links and twins


class Links(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.anchors = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.anchors.add(values.get("id"))
        for name in ("href", "src"):
            if values.get(name):
                self.found.append(values[name])


def kind(target):
    """What pages of one kind have in common: the path without ids, and the names of the parameters."""
    parts = urllib.parse.urlsplit(target)
    path = re.sub(r"/\d[\d.-]*(?=/|$)", "/ID", re.sub(r"/\d[\d.-]*(?=\.(json|csv|ris|bib|txt)$)", "/ID", parts.path))
    query = urllib.parse.parse_qs(parts.query, keep_blank_values=True)
    names = {name for name in query if name not in ("q", "from", "sort", "copies", "limit", "lines", "by")}
    tab = query.get("tab", [""])[0]
    return path, tab, () if tab else tuple(sorted(names))


def read_twin(target, headers, body):
    """What a program reads of an answer: nothing to complain of, or a sentence."""
    form = headers.get_content_type()
    text = body.decode("utf-8")
    if form.endswith("json"):
        json.loads(text)
    elif form == "text/csv":
        rows = list(csv.reader(io.StringIO(text), strict=True))
        check(rows and len({len(row) for row in rows}) == 1, f"{target} has one number of columns")
        check(len(set(rows[0])) == len(rows[0]), f"{target} has a name for each column")
    elif form == "image/svg+xml":
        import xml.etree.ElementTree
        xml.etree.ElementTree.fromstring(text)


def follow_links(server, seeds):
    """Asks for all that the pages lead to; returns a page of each kind."""
    waiting, known, kinds, anchors, similar = list(seeds), set(seeds), {}, {}, collections.Counter()
    asked = 0
    while waiting and asked < MOST_LINKS:
        target = waiting.pop(0)
        asked += 1
        status, headers, body = server.get(target)
        check(status == 200, f"{target} answers 200, not {status}")
        if headers.get_content_type() != "text/html":
            try:
                read_twin(target, headers, body)
                check(True, "")
            except (ValueError, csv.Error, SyntaxError) as error:
                check(False, f"{target} can be read: {error}")
            continue
        links = Links(body.decode("utf-8"))
        anchors[target] = links.anchors
        kinds.setdefault(kind(target), target)
        for link in links.found:
            if re.match(r"https?://", link):
                continue
            link, _, fragment = urllib.parse.urljoin(target, link).partition("#")
            if fragment and (link or target) in anchors:
                check(urllib.parse.unquote(fragment) in anchors[link or target], f"{target} has the place #{fragment}")
            if link not in known and link.startswith("/"):
                known.add(link)
                similar[kind(link)] += 1
                # Of each kind a few are enough.
                if similar[kind(link)] <= 25:
                    waiting.append(link)
    print(f"{asked} addresses, {len(kinds)} kinds of pages", flush=True)
    return list(kinds.values())


# The browser


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         "--hide-scrollbars", "--no-first-run", "--disable-extensions"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        service = webdriver.ChromeService(shutil.which("chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_page_load_timeout(60)

    def tell(self, command, **values):
        return self.driver.execute_cdp_cmd(command, values)

    def look(self, width, dark=False, script=True):
        """How pages are seen from now on."""
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1,
                  mobile=width < 600)
        self.tell("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"}])
        self.tell("Emulation.setScriptExecutionDisabled", value=not script)

    def open(self, address):
        self.driver.get_log("browser")
        self.driver.get(address)

    def complaints(self, status=200):
        """What the browser said on its console, but for the status of the page itself."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING")
                and not (status != 200 and f"status of {status}" in entry["message"])]

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def wait(self, condition, sentence):
        """Waits up to ten seconds for what a person would wait for."""
        try:
            WebDriverWait(self.driver, 10, 0.05).until(lambda _: condition())
            check(True, sentence)
            return True
        except Exception:  # selenium has a dozen kinds for what is not there
            check(False, f"{sentence} (at {self.driver.current_url})")
            return False

    def picture(self, file):
        height = self.run("return document.documentElement.scrollHeight")
        width = self.run("return innerWidth")
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=min(height, 6000), deviceScaleFactor=1,
                  mobile=False)
        self.driver.save_screenshot(str(file))


FOCUS = """
const element = document.activeElement;
if (!element || element === document.body) return null;
const style = getComputedStyle(element);
const box = element.getBoundingClientRect();
const visible = element.checkVisibility({visibilityProperty: true, opacityProperty: true});
const last = window.lastFocused;
const forward = !last || !!(last.compareDocumentPosition(element) & 4);
window.lastFocused = element;
// What lies above the place where it begins hides it (2.4.11).
const x = Math.min(Math.max(box.left + 4, 1), innerWidth - 2), y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
const above = document.elementFromPoint(x, y);
return {
  name: element.localName + " " + (element.getAttribute("aria-label") || element.textContent || element.name || "").trim().slice(0, 30),
  ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
  inside: visible && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  covered: !!above && !element.contains(above) && !above.contains(element) && getComputedStyle(element).display !== "inline",
  forward: forward, again: !!element.dataset.seen, mark: element.dataset.seen = "1",
};
"""


def walk_focus(browser, target, most=45):
    """Goes through a page by the Tab key (2.1.1, 2.4.3, 2.4.7)."""
    told = set()
    for step in range(most):
        browser.press(Keys.TAB)
        place = browser.run(FOCUS)
        if place is None or place["again"]:
            break
        if step == 0:
            check(place["name"].lower().startswith("a skip"), f"{target}: the first stop is the skip link")
        for holds, fault in (("ring", "has no visible focus"), ("inside", "is focused out of sight"),
                             ("forward", "goes back in the order of focus")):
            if not place[holds] and (fault not in told):
                told.add(fault)
                check(False, f"{target}: {place['name']} {fault}")
        if place["covered"] and "covered" not in told:
            told.add("covered")
            check(False, f"{target}: {place['name']} is covered where it is focused")
    check(step > 3, f"{target}: the keyboard reaches what is there")


def walk_page(browser, server, target, status, pictures):
    for width in WIDTHS + [320]:
        for dark in (False, True):
            for script in (True, False):
                if width == 320 and (dark or not script):
                    continue
                browser.look(width, dark, script)
                browser.open(server.address + target)
                found = browser.run(CHECKS)
                look = f"{width} px, {'dark' if dark else 'light'}, {'with' if script else 'without'} script"
                for fault in found["faults"]:
                    check(False, f"{target} ({look}): {fault}")
                check(not found["faults"], f"{target} ({look}) has no fault") if not found["faults"] else None
                for complaint in browser.complaints(status):
                    check(False, f"{target} ({look}): the browser says {complaint[:300]}")
                if pictures and script and width != 320:
                    name = re.sub(r"\W+", "-", target).strip("-") or "home"
                    browser.picture(pictures / f"{name}-{width}{'-dark' if dark else ''}.png")
    browser.look(1280)
    browser.open(server.address + target)
    walk_focus(browser, target)
    # The skip link leads into the content (2.4.1).
    browser.open(server.address + target)
    browser.press(Keys.TAB)
    browser.press(Keys.ENTER)
    check(browser.run("return document.activeElement.id === 'main' || location.hash === '#main'"),
          f"{target}: the skip link leads to the content")
    # Printed, the content is there and the navigation is not.
    browser.tell("Emulation.setEmulatedMedia", media="print")
    check(browser.run("return document.querySelector('main').checkVisibility() && "
                      "!document.querySelector('header.site').checkVisibility()"), f"{target}: can be printed")
    browser.tell("Emulation.setEmulatedMedia", media="")


# What people do


def use_keys(browser, server):
    browser.look(1280)
    browser.open(server.address + "/search?q=strike+OR+ferry")
    browser.press("j")
    first = browser.run("return document.activeElement.href")
    check("/article/" in first, "j goes to the first hit")
    browser.press("j")
    second = browser.run("return document.activeElement.href")
    check("/article/" in second and second != first, "j goes to the next hit")
    browser.press("k")
    check(browser.run("return document.activeElement.href") == first, "k goes back")
    browser.press("/")
    check(browser.run("return document.activeElement.name") == "q", "/ goes to the search box")
    browser.press("j/k")
    check("j/k" in browser.run("return document.activeElement.value"), "keys are letters in the search box")
    for target in ("/", "/help"):
        browser.open(server.address + target)
        browser.press("/")
        check(browser.run("return document.activeElement.name") == "q", f"{target}: / goes to the search box")
    check(not browser.complaints(), "keys make no errors")


def use_completion(browser, server):
    browser.open(server.address + "/search")
    box = browser.one("#q")
    box.click()
    box.send_keys("ferry sp")
    browser.wait(lambda: browser.all("[role=option]"), "what is typed is completed")
    check(box.get_attribute("aria-expanded") == "true", "a screen reader hears that the list is open")
    box.send_keys(Keys.ARROW_DOWN)
    chosen = box.get_attribute("aria-activedescendant")
    check(chosen and browser.run("return !!document.getElementById(arguments[0])", chosen),
          "a screen reader hears which suggestion is chosen")
    found = browser.run(CHECKS)["faults"]
    check(not found, f"the list of suggestions is without fault: {found}")
    box.send_keys(Keys.ENTER)
    browser.wait(lambda: box.get_attribute("value") == "ferry speaker:", "Enter takes a suggestion")
    check(browser.driver.current_url.endswith("/search"), "Enter on a suggestion does not search yet")
    box.send_keys("dun")
    browser.wait(lambda: any("Dunmore" in one.text for one in browser.all("[role=option]")), "speakers are completed")
    box.send_keys(Keys.ESCAPE)
    check(box.get_attribute("aria-expanded") == "false", "Escape closes the suggestions")
    box.send_keys(Keys.ENTER)
    browser.wait(lambda: "q=" in browser.driver.current_url, "Enter searches")
    check(not browser.complaints(400), "completion makes no errors")


def drag_histogram(browser, server):
    browser.open(server.address + "/search?q=strike+OR+ferry")
    drawing = browser.one("svg[data-brush]")
    box = drawing.rect
    move = ActionChains(browser.driver, duration=50)
    move.move_to_element_with_offset(drawing, int(-box["width"] * 0.45), 0).click_and_hold()
    move.move_by_offset(int(box["width"] * 0.2), 0).move_by_offset(int(box["width"] * 0.2), 0).release().perform()
    if not browser.wait(lambda: "date%3A" in browser.driver.current_url, "dragging over the histogram asks for dates"):
        return
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(browser.driver.current_url).query)["q"][0]
    found = re.fullmatch(r"\(strike OR ferry\) date:(\S+)\.\.(\S+)", query)
    check(found and found[1] < found[2], f"the dates are a range: {query}")
    check(browser.all(".hit"), "the articles of the range are found")
    # A click on one bar is a link, with or without the script.
    for script in (True, False):
        browser.look(1280, script=script)
        browser.open(server.address + "/search?q=strike+OR+ferry")
        bars = [bar for bar in browser.all("svg[data-brush] a") if " 0 " not in bar.get_attribute("aria-label")]
        bars[0].click()
        browser.wait(lambda: "date%3A" in browser.driver.current_url, "a bar of the histogram is a link")
        check(browser.all(".hit"), "the articles of a bar are found")
    browser.look(1280)


def search_without_script(browser, server):
    browser.look(1280, script=False)
    browser.open(server.address + "/")
    box = browser.one("main input[name=q]")
    box.send_keys("ferry", Keys.ENTER)
    browser.wait(lambda: "/search?q=ferry" in browser.driver.current_url, "one can search without JavaScript")
    check(browser.all(".hit mark"), "hits are marked without JavaScript")
    browser.one(".hit h3 a").click()
    browser.wait(lambda: "/article/" in browser.driver.current_url, "a hit leads to its article")
    browser.open(server.address + "/help")
    browser.one("header input[name=q]").send_keys("strike", Keys.ENTER)
    browser.wait(lambda: "/search?q=strike" in browser.driver.current_url, "the box of the frame searches")


def write_marks(browser, server, script):
    """Tags and notes, with --write."""
    how = "with" if script else "without"
    browser.look(1280, script=script)
    browser.open(server.address + "/search?q=ferry")
    browser.one(".hit h3 a").click()
    article = browser.driver.current_url
    for name, text in (("tag", f"harbour {how}"), ("note", f"Ask them {how}. <script>alert(1)</script>")):
        field = browser.one(f"[name={name}]:not([type=hidden])")
        field.send_keys(text)
        field.find_element(By.XPATH, "./ancestor::form").find_element(By.CSS_SELECTOR, "button").click()
        if not browser.wait(lambda: text in browser.one("main").text, f"a {name} is kept {how} JavaScript"):
            return
        check("/article/" in browser.driver.current_url, "the article is shown after that")
    check(not browser.complaints(), "writing makes no errors")
    found = browser.run(CHECKS)["faults"]
    check(not found, f"an article with marks is without fault: {found}")
    browser.open(server.address + f"/search?q=tag:%22harbour+{how}%22")
    check(len(browser.all(".hit")) == 1, "the tag is found")
    browser.open(article)
    while browser.all("form.inline button"):
        before = len(browser.all("form.inline button"))
        browser.one("form.inline button").click()
        if not browser.wait(lambda: len(browser.all("form.inline button")) < before, "a mark can be taken away"):
            break


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("backfile")
    parser.add_argument("sample")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    missing = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    if missing or not webdriver:
        print("passed over: " + ", ".join(missing + ([] if webdriver else ["selenium"])) + " not there; "
              "`make tools` installs it")
        return 0
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        archive = folder + "/sample.backfile"
        subprocess.run([options.backfile, "-a", archive, "import", "-q", options.sample], check=True)
        server, browser = Server(options.backfile, archive), Browser()
        try:
            pages = {page: 200 for page in follow_links(server, SEEDS)} | MISTAKES
            for target, status in pages.items():
                if options.only in target:
                    print(target, flush=True)
                    walk_page(browser, server, target, status, options.pictures)
            for act in (use_keys, use_completion, drag_histogram, search_without_script):
                act(browser, server)
        finally:
            server.stop()
        server = Server(options.backfile, archive, "--write")
        try:
            for script in (True, False):
                write_marks(browser, server, script)
        finally:
            browser.driver.quit()
            server.stop()
    print(f"{done - len(failures)} of {done} checks hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
