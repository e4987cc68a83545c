#!/usr/bin/env python3
"""Runs neutral benchmark queries (JSON Lines: kind, terms or phrase or prefix, source, from, to) through
`backfile bench` and prints one JSON line a query: its number, kind, hits and milliseconds.

  peer-queries.py BACKFILE ARCHIVE QUERIES.jsonl REPETITIONS
"""
import json
import subprocess
import sys
import tempfile


def text(query):
    kind = query["kind"]
    if kind == "or3":
        return " OR ".join(f'"{term}"' for term in query["terms"])
    if kind == "prefix":
        return query["prefix"] + "*"
    if kind == "phrase":
        return f'"{query["phrase"]}"'
    if kind == "phrase_filter":
        dates = f'date:{query["from"]}..{query["to"]}'
        return f'"{query["phrase"]}" source:"{query["source"]}" {dates}'
    return " ".join(f'"{term}"' for term in query["terms"])


def main():
    program, archive, path, repetitions = sys.argv[1:]
    queries = [json.loads(line) for line in open(path, encoding="utf-8")]
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as table:
        table.writelines(f'{query["kind"]}\t{text(query)}\n' for query in queries)
        table.flush()
        command = [program, "bench", "-a", archive, "--queries", table.name]
        output = subprocess.run(
            command + ["--repetitions", repetitions, "--jsonl"], check=True, capture_output=True, text=True)
    for number, line in enumerate(output.stdout.splitlines()):
        row = json.loads(line)
        times = [float(time) for time in row["milliseconds"].split()]
        print(json.dumps({"i": number, "kind": row["kind"], "n": row["hits"], "ms": times}))


main()
