"""Compares what an independent reader made of a file with our plain text.

    wording.py OURS THEIRS                names the words that theirs lacks
"""

import collections
import re
import sys

# A page's foot and the dotted line to sign on differ between formats by design.
FOOT = "Made with minutebook."
DOTTED = re.compile(r"^.*\.{6}.*$", re.MULTILINE)


def words(text):
    return collections.Counter(re.findall(r"[^\W_]+", text.casefold()))


def read(path):
    with open(path, encoding="utf-8-sig") as file:
        return file.read()


def main():
    ours = DOTTED.sub("", read(sys.argv[1]).rpartition(FOOT)[0])
    if not ours.strip():
        sys.exit("our own text has no words before its foot")
    lacking = words(ours) - words(read(sys.argv[2]))
    if lacking:
        print("it lacks", ", ".join(f"{word} ({n})" for word, n in lacking.items()))


main()
