#!/usr/bin/env python3
"""Makes labelled articles for TrainBoilerplate out of web pages whose bodies are known.

    label-pages.py PAGES SET… > more.jsonl

PAGES holds SET.dev.jsonl (lines with `file`, `body`, `title`, `url` or `site`) and the files. Each page is
turned into paragraphs as four programs would do it: the smallest element that holds nine tenths of the
body, Trafilatura, Resiliparse and Readability; a paragraph is body where its runs of four words stand
in the body. What is neither nor is of low confidence, and counts for nothing.

Needs: pip install lxml lxml_html_clean trafilatura resiliparse readability-lxml
"""
import json, os, re, sys
from concurrent.futures import ProcessPoolExecutor

import lxml.html
import trafilatura
from readability import Document
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

BLOCKS = set(
    "p div li ul ol h1 h2 h3 h4 h5 h6 section article figure figcaption blockquote table tr td th "
    "header footer aside nav form button br main body time address dd dt dl pre label select option".split())
SKIPPED = {"script", "style", "noscript", "svg", "iframe", "template", "head"}


def words(text):
    """Words in lower case; Chinese characters are words."""
    found = []
    for word in re.findall(r"[^\W_]+", text.lower()):
        found += list(word) if any("\u2e80" <= c <= "\u9fff" for c in word) else [word]
    return found


def runs(tokens, length=4):
    return list(zip(*[tokens[start:] for start in range(length)]))


def lines(element):
    """The lines that a browser would show of an element."""
    found, line = [], []

    def flush():
        text = " ".join("".join(line).split())
        line.clear()
        if text:
            found.append(text)

    def walk(node):
        if not isinstance(node.tag, str) or node.tag in SKIPPED:
            return
        if node.tag in BLOCKS:
            flush()
        line.append(node.text or "")
        for child in node:
            walk(child)
            line.append(child.tail or "")
        if node.tag in BLOCKS:
            flush()

    walk(element)
    flush()
    return found


def region(html, body):
    """The lines of the smallest element with nine tenths of the body."""
    element = lxml.html.document_fromstring(html).find("body")

    def covered(node):
        return len(set(runs(words("\n".join(lines(node))))) & body)

    wanted = covered(element) * 0.9
    while wanted > 0:
        inner = (c for c in element if isinstance(c.tag, str) and c.tag not in SKIPPED)
        child = next((c for c in inner if covered(c) >= wanted), None)
        if child is None:
            return lines(element)
        element = child
    return []


def label(paragraphs, body):
    """Paragraphs with their labels, and the share of the body that they cover."""
    tokens = words(body)
    known = {length: set(runs(tokens, length)) for length in (1, 2, 3, 4)}
    whole = {" ".join(words(line)) for line in body.split("\n")}
    labelled, covered = [], set()
    for text in paragraphs:
        own = words(text)
        if not own:
            continue
        grams = runs(own, min(4, len(own)))
        share = sum(gram in known[min(4, len(own))] for gram in grams) / len(grams)
        covered |= set(grams) & known[4]
        if " ".join(own) in whole or len(own) >= 4 and share >= 0.75:
            found = ("body", "high")
        elif share <= (0.15 if len(own) >= 4 else 0):
            found = ("boilerplate", "high")
        else:
            found = ("boilerplate", "low")
        labelled.append({"text": text, "label": found[0], "confidence": found[1]})
    return labelled, len(covered) / max(1, len(known[4]))


def page(task):
    folder, record = task
    with open(os.path.join(folder, record["file"]), "rb") as file:
        raw = file.read()
    html = raw.decode(detect_encoding(raw) or "utf-8", "replace").replace("\0", "")
    html = re.sub(r"^\s*<\?xml[^>]*>", "", html)
    host = re.match(r"(?:https?://)?([^/]+)", record.get("url") or record.get("site") or "")
    source = host.group(1).lower().removeprefix("www.") if host else record["id"]
    ways = {
        "region": lambda: region(html, set(runs(words(record["body"])))),
        "dump:trafilatura": lambda: (
            trafilatura.extract(html, include_comments=False, favor_recall=True) or "").split("\n"),
        "dump:resiliparse": lambda: [
            line.strip() for line in extract_plain_text(
                HTMLTree.parse(html), main_content=True, alt_texts=False).split("\n")],
        "dump:readability": lambda: lines(lxml.html.fromstring(Document(html).summary())),
    }
    found = []
    for number, (name, way) in enumerate(ways.items()):
        try:
            paragraphs, covered = label(way(), record["body"])
        except Exception:  # Another program's trouble with the page is not ours.
            continue
        isClean = all(paragraph["label"] == "body" for paragraph in paragraphs)
        # Of those without any boilerplate a third will do.
        if covered < 0.7 or isClean and (len(record["body"]) + number) % 3:
            continue
        found.append({
            "id": f"{record['id']}#{name}", "source": source, "variant": name,
            "set": "more-" + record["file"].split("/")[0], "title": record.get("title"),
            "paragraphs": paragraphs})
    return found


def main():
    folder, tasks = sys.argv[1], []
    for name in sys.argv[2:]:
        with open(os.path.join(folder, name + ".dev.jsonl"), encoding="utf8") as file:
            tasks += [(folder, json.loads(line)) for line in file]
    with ProcessPoolExecutor() as pool:
        for articles in pool.map(page, tasks, chunksize=4):
            for article in articles:
                print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
