#!/usr/bin/env python3
"""How well quotes and speakers are found, set by set, beside the targets.

usage: quote-accuracy.py EVALUATION [--binary .build/release/backfile] [--json FILE]

EVALUATION is the folder that holds quotes/score.py and quotes/*.dev.jsonl.
"""
import argparse, importlib.util, json, os, subprocess, sys, tempfile

# set, view, targets in per cent: overlap F1, speaker right, end-to-end F1, exact F1, token F1.
ROWS = [
    ("polnear", "direct", dict(overlap=97, right=96.5, end=93, exact=94)),
    ("polnear_quoted", "quoted", dict(overlap=97, right=92, end=89)),
    ("polnear", "all", dict(overlap=64, end=58, token=82)),
    ("polnear_resolved_pronouns", "quoted", dict(resolved=90)),
    ("dewikinews_direct", "direct", dict(overlap=86, right=85, end=72)),
    ("dewikinews", "all", dict(overlap=50, precision=75)),
    ("rwnews_direct", "direct", dict(overlap=65, end=35)),
    ("adaq_cs", "direct", dict(overlap=97)),
    ("adaq_ru", "direct", dict(overlap=92, right=80)),
]
PRECISE = ("polnear", "all", dict(precision=83, recall=45))
COLUMNS = ["exact", "overlap", "precision", "recall", "token", "right", "resolved", "end"]


def figures(score, gold, pred, view):
    total = score.run(score.load(gold), score.load(pred), view, False, 0.5, 0)["TOTAL"]
    speaker = total["speaker"]
    return {
        "exact": 100 * total["exact"]["F1"],
        "overlap": 100 * total["overlap"]["F1"],
        "precision": 100 * total["overlap"]["P"],
        "recall": 100 * total["overlap"]["R"],
        "token": 100 * total["token"]["F1"],
        "right": 100 * speaker["right"],
        "resolved": 100 * speaker["resolved"] if speaker["resolved_pairs"] else None,
        "end": 100 * total["end_to_end"]["F1"],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("evaluation")
    parser.add_argument("--binary", default=".build/release/backfile")
    parser.add_argument("--json")
    options = parser.parse_args()
    folder = os.path.join(options.evaluation, "quotes")
    spec = importlib.util.spec_from_file_location("score", os.path.join(folder, "score.py"))
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    results, missed = {}, 0
    print(f"{'set, view':<32}" + "".join(f"{c:>16}" for c in COLUMNS))
    with tempfile.TemporaryDirectory() as scratch:
        for name, view, targets, flags in [(*r, []) for r in ROWS] + [(*PRECISE, ["--precise"])]:
            gold = os.path.join(folder, name + ".dev.jsonl")
            pred = os.path.join(scratch, "pred.jsonl")
            with open(pred, "w") as out:
                subprocess.run([options.binary, "extract", "--quotes", *flags, gold], stdout=out, check=True)
            found = figures(score, gold, pred, view)
            label = " ".join([name, view, *flags])
            results[label] = {k: round(v, 2) for k, v in found.items() if v is not None}
            cells = []
            for column in COLUMNS:
                value, target = found[column], targets.get(column)
                if value is None:
                    cells.append(f"{'':>16}")
                elif target is None:
                    cells.append(f"{value:>8.1f}{'':>8}")
                else:
                    missed += value < target
                    sign = "ok" if value >= target else "<<"
                    cells.append(f"{value:>8.1f} {sign}{target:>5g}")
            print(f"{label:<32}" + "".join(cells))
    if options.json:
        with open(options.json, "w") as out:
            json.dump(results, out, indent=2)
            out.write("\n")
    print(f"{missed} targets missed")


if __name__ == "__main__":
    main()
