#!/usr/bin/env python3
"""Writes invented news articles as JSON Lines, the same for the same seed: words are made of syllables and
occur as often as words do, and each outlet has its own closing lines, names and sections.

  generate-articles.py COUNT [SEED] > articles.jsonl
"""
import itertools
import json
import random
import sys

SYLLABLES = "ba den for gal hin jor ka len mir nov ol per quin ras sul tor und ver wex yar zel".split()
FUNCTION = "the of and to in a that is was for on with as by at from it he they had were".split()
CUES = ["said", "told reporters", "argued", "warned", "added"]
YEARS, OUTLETS, WORDS = range(2004, 2024), 120, 60_000


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)
    words = FUNCTION + coined(chance, WORDS)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    people = [f"{name()} {name()}" for name in [lambda: chance.choice(words[200:]).title()] for _ in range(4000)]
    outlets = [f"The {chance.choice(words[300:]).title()} Herald" for _ in range(OUTLETS)]
    out = sys.stdout

    def sentence():
        chosen = chance.choices(words, cum_weights=weights, k=chance.randint(8, 26))
        return " ".join(chosen).capitalize() + "."

    for number in range(count):
        outlet = min(int(chance.expovariate(4) * OUTLETS), OUTLETS - 1)
        paragraphs = []
        for _ in range(chance.randint(5, 18)):
            text = " ".join(sentence() for _ in range(chance.randint(1, 4)))
            if chance.random() < 0.3:
                text += f' "{sentence()[:-1]}," {chance.choice(CUES)} {chance.choice(people)}.'
            paragraphs.append(text)
        paragraphs.append(f"Sign up for the morning letter of {outlets[outlet]}.")
        date = f"{chance.choice(YEARS)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        article = {
            "id": f"{seed}-{number}", "source": outlets[outlet], "published": date,
            "headline": sentence()[:60].rstrip(" ."), "author": chance.choice(people),
            "section": chance.choice(["World", "Business", "Sport", "Culture"]),
            "url": f"https://herald{outlet}.example/{date}/{number}", "body": "\n\n".join(paragraphs),
        }
        out.write(json.dumps(article) + "\n")


def coined(chance, count):
    words = {}
    while len(words) < count:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))] = None
    return list(words)


main()
