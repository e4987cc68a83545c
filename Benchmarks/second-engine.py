#!/usr/bin/env python3
"""Compares how many articles Boolean, phrase and proximity queries find with tantivy, over the same texts.

  second-engine.py BACKFILE ARCHIVE [ARTICLES] [QUERIES]      (pip install tantivy)

The texts of an archive of ARTICLES (20000) articles at most are indexed by tantivy's default tokenizer,
QUERIES (600) are made of their words, and both engines count. What is printed: for each kind how many
queries were asked, how many counts agree, and the first differences.

What is known to differ, and is left out of the words that are asked: tantivy keeps accents, which Backfile
folds; it leaves out words of more than 40 letters; and it takes a run of Chinese characters for one word.

tantivy's slop counts moves: "a b"~4 is `a pre/5 b`, or `b pre/3 a`, for two moves go to the exchange.

Of a phrase with a truncated last word it looks for 50 words with that beginning and leaves the others out:
there Backfile finds more.
"""
import json
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

import tantivy


def texts(path, count):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = connection.execute(
        "SELECT id, coalesce(headline, ''), body FROM article ORDER BY arrival LIMIT ?", (count,))
    return rows.fetchall()


def build(rows):
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("id", stored=True, indexed=True)
    schema.add_text_field("body")
    schema.add_text_field("headline")
    index = tantivy.Index(schema.build())
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for number, headline, body in rows:
        writer.add_document(tantivy.Document(id=number, headline=headline, body=body))
    writer.commit()
    index.reload()
    return index


def queries(rows, count, choose):
    """Pairs of (kind, Backfile's query, tantivy's query)."""
    word = re.compile(r"[a-z]{2,20}")
    for number in range(count):
        words = [w for w in word.findall(choose.choice(rows)[2].lower()) if w not in ("or", "and", "not")]
        if len(words) < 30:
            continue
        start = choose.randrange(len(words) - 12)
        a, b, c = choose.sample(words, 3)
        near, also = words[start], words[start + choose.randint(1, 6)]
        kind = ("and", "or", "not", "mixed", "phrase", "proximity", "prefix_phrase")[number % 7]
        if kind == "and":
            yield kind, f"{a} {b}", f"+{a} +{b}"
        elif kind == "or":
            yield kind, f"{a} OR {b} OR {c}", f"{a} OR {b} OR {c}"
        elif kind == "not":
            yield kind, f"{a} -{b}", f"+{a} -{b}"
        elif kind == "mixed":
            yield kind, f"({a} OR {b}) {c} -{near}", f"+({a} OR {b}) +{c} -{near}"
        elif kind == "phrase":
            phrase = " ".join(words[start:start + 2])
            yield kind, f'"{phrase}"', f'"{phrase}"'
        elif kind == "prefix_phrase":
            phrase = f"{words[start]} {words[start + 1][:3]}"
            yield kind, f'"{phrase}"*', f'"{phrase}"*'
        elif near != also:
            steps = choose.randint(3, 8)
            ours = f"({near} pre/{steps} {also}) OR ({also} pre/{steps - 2} {near})"
            yield kind, ours, f'"{near} {also}"~{steps - 1}'


def count_ours(program, archive, asked):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as table:
        table.writelines(f"count\t{ours}\n" for _, ours, _ in asked)
        table.flush()
        output = subprocess.run(
            [program, "bench", "-a", archive, "--queries", table.name, "--repetitions", "1", "--jsonl"],
            check=True, capture_output=True, text=True).stdout
    return [json.loads(line)["hits"] for line in output.splitlines()]


def main():
    program, archive = sys.argv[1:3]
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    asked_count = int(sys.argv[4]) if len(sys.argv) > 4 else 600
    rows = texts(archive, limit)
    total = sqlite3.connect(f"file:{archive}?mode=ro", uri=True).execute(
        "SELECT count(*) FROM article_record").fetchone()[0]
    if len(rows) < total:
        sys.exit(f"the archive has {total} articles: give it all of them ({sys.argv[0]} … {total})")
    index = build(rows)
    searcher = index.searcher()
    asked = list(queries(rows, asked_count, random.Random(1)))
    ours = count_ours(program, archive, asked)
    kinds = {}
    for (kind, query, theirs), mine in zip(asked, ours):
        agreed, all_, differences = kinds.setdefault(kind, [0, 0, []])
        parsed = index.parse_query(theirs, ["body", "headline"])
        other = searcher.search(parsed, 1, count=True).count
        kinds[kind][1] += 1
        if mine == other:
            kinds[kind][0] += 1
        else:
            differences.append((query, mine, theirs, other))
    for kind, (agreed, all_, differences) in sorted(kinds.items()):
        print(f"{kind:<14} {all_:4} queries, {agreed:4} counts agree")
        for query, mine, theirs, other in differences[:5]:
            print(f"    {query}: {mine}; tantivy {theirs}: {other}")


main()
