#!/usr/bin/env python3
"""How well and how fast articles are taken out of web pages, beside trafilatura.

usage: page-extraction.py EVALUATION PAGES [--binary .build/release/backfile] [--rounds 2]

EVALUATION is the folder that holds pages/score.py; PAGES has its sets unpacked: NAME.dev.jsonl and
NAME/. Needs trafilatura (pip install trafilatura lxml_html_clean). Prints both tools' shingle F1 and
metadata on each set, a paired bootstrap over the pooled pages of the first four sets, and the speed
on one core: user CPU seconds of one process each, pages in memory for trafilatura, in files for us.
"""
import argparse, importlib.util, json, random, resource, subprocess, sys, tempfile, time

FIRST = ["scrapinghub", "fundus-eval", "aed", "fundus-pub"]
SETS = FIRST + ["wcxb-article", "daniel", "htmldate"]


def lines(path):
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file if line.strip()]


def ours(binary, folder, name):
    run = subprocess.run([binary, "extract", "--pages", f"{folder}/{name}"], stdout=subprocess.PIPE)
    return [json.loads(line) for line in run.stdout.splitlines()]


def theirs(folder, gold):
    from trafilatura import bare_extraction

    found = []
    for page in gold:
        with open(f"{folder}/{page['file']}", "rb") as file:
            source = file.read()
        try:
            article = bare_extraction(source, with_metadata=True)
            article = article.as_dict() if article else {}
        except Exception:
            article = {}
        fields = {key: article.get(key) for key in ("title", "author", "date")}
        found.append({"id": page["id"], "body": article.get("text"), **fields})
    return found


def scored(script, gold, found):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for answer in found:
            file.write(json.dumps(answer) + "\n")
        file.flush()
        run = subprocess.run(
            [sys.executable, script, gold, file.name, "--json"], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def agreement(score, gold, found):
    """Normalised true positives, false positives and misses of each page."""
    answers = {answer["id"]: answer for answer in found}
    values = []
    for page in gold:
        body = answers.get(page["id"], {}).get("body")
        best = score.tpfpfn(page["body"], body)
        if page.get("body_full"):
            full = score.tpfpfn(page["body_full"], body)
            f1 = lambda t: 2 * t[0] / (2 * t[0] + t[1] + t[2]) if sum(t) else 1.0
            best = max(best, full, key=f1)
        values.append(best)
    return values


def bootstrap(score, a, b, rounds=2000):
    generator = random.Random(1)
    differences = []
    for _ in range(rounds):
        places = [generator.randrange(len(a)) for _ in a]
        mean = lambda values: score.prf([values[place] for place in places])["f1"]
        differences.append(mean(a) - mean(b))
    differences.sort()
    return differences[rounds // 40], differences[-rounds // 40 - 1], sum(d > 0 for d in differences) / rounds


def user_seconds(work):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    work()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("evaluation")
    parser.add_argument("pages")
    parser.add_argument("--binary", default=".build/release/backfile")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    script = f"{options.evaluation}/pages/score.py"
    spec = importlib.util.spec_from_file_location("score", script)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)

    pooled = ([], [])
    count, seconds = 0, 0.0
    print("set             tool          body   title  author  date")
    for name in SETS:
        path = f"{options.pages}/{name}.dev.jsonl"
        gold = lines(path)
        mine = ours(options.binary, options.pages, name)
        start = time.process_time()
        other = theirs(options.pages, gold)
        seconds += time.process_time() - start
        count += len(gold)
        for tool, found in (("backfile", mine), ("trafilatura", other)):
            result = scored(script, path, found)
            figure = lambda part, key: (
                f"{result[part][key]:.4f}" if part in result else "     -")
            print(
                f"{name:15} {tool:12} {figure('body', 'f1')} {figure('title', 'loose_recall')}"
                f" {figure('author', 'f1')} {figure('date', 'f1')}", flush=True)
        if name in FIRST:
            pooled[0].extend(agreement(score, gold, mine))
            pooled[1].extend(agreement(score, gold, other))
    low, high, better = bootstrap(score, *pooled)
    print(
        f"pooled pages of the first four sets: {len(pooled[0])};"
        f" F1 {score.prf(pooled[0])['f1']:.4f} against {score.prf(pooled[1])['f1']:.4f};"
        f" difference {low:+.4f} to {high:+.4f} (95%), better in {better:.1%} of the resamples")

    folders = [f"{options.pages}/{name}" for name in SETS]
    command = ["taskset", "-c", "0", options.binary, "extract", "--pages"] + folders
    fastest = min(
        user_seconds(lambda: subprocess.run(command, stdout=subprocess.DEVNULL))
        for _ in range(options.rounds))
    print(
        f"{count} pages on one core: backfile {count / fastest:.0f} a second, trafilatura"
        f" {count / seconds:.1f}; ratio {seconds / fastest:.1f} (target 40, floor 20)")


main()
