#!/usr/bin/env python3
"""Times the first byte of the pages of `backfile serve`, beside Datasette's on the same archive.

    page-load.py BACKFILE ARCHIVE [--datasette PROGRAM] [--clients 8] [--seconds 15] [--json FILE]

So many clients ask for a page after the other, each on a connection that stays open, and each at once when it was
answered. The words are drawn from the archive's own vocabulary: rare, middling and common ones. Datasette is asked
comparable questions of the same file: its full-text search, one article, and facets. Both read only.
Figures are milliseconds to the first byte of the answer's body, over loopback.
"""

import argparse
import http.client
import json
import os
import random
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Served:
    """A server that was started here."""

    def __init__(self, arguments, port, ready):
        self.port = port
        self.process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.time() + 60
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
                connection.request("GET", ready)
                connection.getresponse().read()
                return
            except OSError:
                if time.time() > deadline:
                    sys.exit(f"{arguments[0]} does not answer")
                time.sleep(0.2)

    def memory(self):
        """The memory it has, in MB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) // 1024

    def processor(self):
        """Seconds of the processor that it has used."""
        with open(f"/proc/{self.process.pid}/stat") as status:
            fields = status.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def load(server, targets, clients, seconds):
    """Milliseconds to the first byte of every answer, and how many failed."""
    times, failed, lock = [], [], threading.Lock()
    end = time.time() + seconds

    def client(number):
        draw = random.Random(number)
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        own = []
        while time.time() < end:
            target = draw.choice(targets)
            begin = time.perf_counter()
            try:
                connection.request("GET", target)
                answer = connection.getresponse()
                answer.read(1)
                own.append((time.perf_counter() - begin) * 1000)
                answer.read()
                if answer.status != 200:
                    failed.append((answer.status, target))
            except (OSError, http.client.HTTPException) as error:
                failed.append((str(error), target))
                connection.close()
        with lock:
            times.extend(own)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(times), failed


def questions(archive):
    """Words of the archive by how many articles have them, and some articles."""
    database = sqlite3.connect(f"file:{urllib.parse.quote(archive)}?mode=ro", uri=True)
    draw = random.Random(1)
    least, most, count = database.execute("SELECT min(id), max(id), count(*) FROM article").fetchone()
    ids = []
    while len(ids) < 100:
        row = database.execute(
            "SELECT id, headline, body FROM article WHERE id >= ? LIMIT 1", (draw.randint(least, most),)).fetchone()
        ids.append(row)
    seen = {}
    for _, headline, body in ids:
        for word in re.findall(r"[a-z]{4,}", body.lower()):
            seen[word] = seen.get(word, 0) + 1
    tally = []
    for word in draw.sample(sorted(seen), min(150, len(seen))):
        found = database.execute(
            "SELECT count(*) FROM (SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT 30000)",
            (f'"{word}"',)).fetchone()[0]
        tally.append((found, word))
    database.close()
    tally.sort()
    third = max(1, len(tally) // 3)
    words = {"rare": tally[:third], "middling": tally[third:2 * third], "common": tally[2 * third:]}
    return count, words, [row[0] for row in ids]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("backfile")
    parser.add_argument("archive")
    parser.add_argument("--datasette")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--json")
    options = parser.parse_args()
    count, words, ids = questions(options.archive)
    everything = [word for group in words.values() for word in group]
    pairs = [f"{a[1]} {b[1]}" for a, b in zip(words["middling"], words["common"])]
    coded = urllib.parse.quote
    for name, group in words.items():
        print(f"{name} words: {len(group)}, in {group[0][0]} to {group[-1][0]} of {count} articles")

    port = free_port()
    ours = Served([options.backfile, "serve", "-a", options.archive, "--port", str(port)], port, "/help")
    kinds = {
        f"search, {name} words": [f"/search?q={coded(word)}" for _, word in group] for name, group in words.items()}
    kinds |= {
        "search, two words": [f"/search?q={coded(pair)}" for pair in pairs],
        "article": [f"/article/{number}" for number in ids],
        "facets": [f"/api/facets.json?q={coded(word)}&by=source&by=year" for _, word in everything],
        "quotes": [f"/search?q={coded(word)}&tab=quotes" for _, word in everything],
        "trends": [f"/search?q={coded(word)}&tab=trends" for _, word in everything],
        "home": ["/"],
        "all together": None,
    }
    kinds["all together"] = [one for name in list(kinds)[:-1] for one in kinds[name]]
    servers = [("backfile", ours, kinds)]
    if options.datasette:
        port = free_port()
        base = "/" + os.path.basename(options.archive).removesuffix(".backfile")
        theirs = Served(
            [options.datasette, "serve", options.archive, "--port", str(port), "--setting", "sql_time_limit_ms", "20000",
             "--setting", "facet_time_limit_ms", "20000", "--setting", "default_page_size", "20"], port, "/-/versions.json")

        def found(word):
            # What ours shows, in the quickest SQL that we know for it: newest first, 20 rows and the exact count. It is
            # asked for JSON, which spares it the making of a page.
            match = "'" + " ".join(f'"{one}"' for one in word.split()) + "'"
            sql = ("select id, headline, source, date, author, (select count(*) from article_fts where article_fts "
                   f"match {match}) as total from article where id in (select rowid from article_fts where "
                   f"article_fts match {match} order by rowid desc limit 20) order by id desc")
            return f"{base}.json?_shape=objects&sql={coded(sql)}"

        def facets(word):
            where = f"""id in (select rowid from article_fts where article_fts match '"{word}"')"""
            return f"{base}/article_record.json?_where={coded(where)}&_facet=source_id&_facet=language&_size=0"
        servers.append(("datasette", theirs, {
            **{f"search, {name} words": [found(word) for _, word in group] for name, group in words.items()},
            "search, two words": [found(pair) for pair in pairs],
            "article": [f"{base}/article.json?id={number}" for number in ids],
            "facets": [facets(word) for _, word in everything],
        }))
    report = {}
    print(f"{options.clients} clients, {options.seconds:g} s each, milliseconds to the first byte")
    print(f"{'':10} {'':24} {'answers':>8} {'median':>8} {'p90':>8} {'p99':>8} {'most':>8} {'CPU ms':>8} {'failed':>7}")
    # One kind after the other, both servers beside each other: they are timed in the same minute.
    for kind in kinds:
        for name, server, targets in servers:
            if kind not in targets:
                continue
            # Once without a clock: neither reads the disk for the first time.
            load(server, targets[kind], options.clients, min(2, options.seconds / 3))
            before = server.processor()
            times, failed = load(server, targets[kind], options.clients, options.seconds)
            used = (server.processor() - before) * 1000 / max(1, len(times))
            at = lambda share: times[min(len(times) - 1, int(len(times) * share))] if times else float("nan")
            row = [len(times), at(0.5), at(0.9), at(0.99), at(1), used, len(failed)]
            report.setdefault(name, {})[kind] = row
            print(f"{name:10} {kind:24} {row[0]:8} " + " ".join(f"{one:8.1f}" for one in row[1:6]) + f" {row[6]:7}",
                  flush=True)
            if failed:
                print("           first failure:", failed[0])
    for name, server, _ in servers:
        print(f"{name}: {server.memory()} MB at the end")
        server.stop()
    if options.json:
        with open(options.json, "w") as file:
            json.dump(report, file, indent=1)


if __name__ == "__main__":
    main()
