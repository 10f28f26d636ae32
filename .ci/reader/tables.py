"""Reads every pair of guarded and exact tables in a folder with Python's csv.

    tables.py FOLDER
"""

import csv
import pathlib
import sys

SIGNS = tuple("=+-@\t\r＝＋－＠")
PLANTED = '=HYPERLINK("x","y") write to the Trust'


def rows(path):
    text = path.read_bytes().decode("utf-8")
    return list(csv.reader(text.splitlines(keepends=True), strict=True))


def faults(guarded, exact):
    name, ours, plain = guarded.name, rows(guarded), rows(exact)
    if not ours:
        yield f"{name} has no heading"
        return
    if any(len(row) != len(ours[0]) for row in ours + plain):
        yield f"{name}: the rows are not all of one length"
    if len(set(ours[0])) != len(ours[0]):
        yield f"{name}: two columns have one name"
    for cell in (cell for row in ours for cell in row):
        if any(line.lstrip(" ").startswith(SIGNS) for line in cell.split("\n")):
            yield f"{name}: a spreadsheet would run {cell!r}"
    if [[unguarded(cell) for cell in row] for row in ours] != plain:
        yield f"{name} and {exact.name} do not say the same"


def unguarded(cell):
    lines = cell.split("\n")
    return "\n".join(l[1:] if l[:1] == "'" and l[1:].lstrip(" ").startswith(SIGNS) else l
                     for l in lines)


def main():
    folder = pathlib.Path(sys.argv[1])
    exacts = sorted(folder.glob("*-exact.csv"))
    if not exacts:
        print("there is no table")
    for exact in exacts:
        for fault in faults(exact.with_name(exact.name.replace("-exact", "")), exact):
            print(fault)
    if not any(PLANTED in cell for path in exacts for row in rows(path) for cell in row):
        print("no exact table has the planted formula as it was typed")


main()
