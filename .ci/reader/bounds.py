"""What importing and exporting may take, and what is left of an import that is killed.

    bounds.py PROGRAM FOLDER

Makes a book of one meeting and one of twenty-five, a thousand items in all, writes both out
in every format, gives the program files that unfold to far more than they are, and kills it
while it imports. Prints what is wrong, and nothing if nothing is.
"""

import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import time
import zipfile

FORMATS = "txt md html docx pdf json csv csv-exact ics ics-events".split()
# How much more memory a thousand items may take than forty. The library that makes a PDF
# holds the whole file.
MOST = {format: 1.35 for format in FORMATS} | {"pdf": 2.0}
# Reliability, part 5: an import holds no more than this, in megabytes.
HELD = 300

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)


def minutebook(*args):
    """Runs the program: its exit code, and the megabytes it held at most."""
    quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    words = [program, *map(str, args)]
    child = os.posix_spawn(program, words, os.environ, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_maxrss / 1024


def minutes(meeting):
    day = f"{meeting % 28 + 1} March {2000 + meeting // 28}"
    lines = ["# Vale Board", f"Minutes of the meeting held on {day}", "Present: Ann Bell (Chair), Tom Hill"]
    for item in range(1, 41):
        lines += [
            f"## {item}. Business {item} of the day",
            "The Board heard how the partnership means to reach what it set out to do. " * 3,
            "**RESOLVED:** that the plan be approved (5 for, 1 against, 1 abstained).",
            f"ACTION: Tom Hill to write to the trust about point {item} by 1 May 2026",
        ]
    return "\n\n".join(lines) + "\n"


def book(meetings):
    path = folder / f"{meetings}.minutebook"
    minutebook("--book", path, "new", path)
    for meeting in range(meetings):
        paper = folder / "minutes.md"
        paper.write_text(minutes(meeting))
        code, _ = minutebook("--book", path, "import", paper, "--kind", "minutes")
        if code:
            print(f"the minutes of meeting {meeting} are not imported")
    return path


def exported(small, large):
    for format in FORMATS:
        held = []
        for path in (small, large):
            out = folder / "out"
            code, most = minutebook("--book", path, "export", "book", "--as", format, "-o", out, "--force")
            held.append(most)
            if code:
                print(f"the book is not exported as {format}")
        if held[1] > held[0] * MOST[format]:
            print(f"{format}: {held[1]:.1f} MB for 1,000 items, {held[0]:.1f} MB for 40")


def packed(name, parts):
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as package:
        for part, texts in parts:
            with package.open(part, "w") as entry:
                for text in texts:
                    entry.write(text)
    return folder / name


def refused(path):
    """Files that are small and unfold to much, or that have too much of something."""
    # What this program holds would be counted as held by the one it begins.
    spaces = (b" " * (1 << 20) for _ in range(300))
    line = folder / "line.md"
    with line.open("wb") as file:
        file.write(b"# Board\n")
        file.writelines(b"word " * (1 << 16) for _ in range(64))
    files = [
        packed("spaces.docx", [("word/document.xml", spaces)]),
        packed("parts.docx", [(f"word/{n}.xml", ()) for n in range(60_000)]),
        line,
    ]
    before = hashlib.sha256(path.read_bytes()).digest()
    for file in files:
        code, most = minutebook("--book", path, "import", file)
        if code != 1:
            print(f"{file.name} ends with {code}, and should be refused")
        if most > HELD:
            print(f"{file.name} takes {most:.0f} MB")
    if hashlib.sha256(path.read_bytes()).digest() != before:
        print("a file that was refused altered the book")


def items(path):
    told = subprocess.run([program, "--book", path, "export", "book", "--as", "json"], capture_output=True)
    return sum(len(meeting["items"]) for meeting in json.loads(told.stdout)["meetings"])


def killed(path):
    """An import killed at any moment is in the book whole, or not at all."""
    paper, whole = folder / "minutes.md", items(path)
    began = time.monotonic()
    # One that is not killed says how long there is to kill it in.
    minutebook("--book", path, "import", paper, "--kind", "minutes", "--dry-run")
    took = max(time.monotonic() - began, 0.02)
    for round in range(24):
        paper.write_text(minutes(100 + round))
        words = [program, "--book", path, "import", paper, "--kind", "minutes"]
        child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took * round / 12)
        child.send_signal(signal.SIGKILL)
        child.wait()
        now = items(path)
        if now not in (whole, whole + 40):
            print(f"an import that was killed left {now - whole} items of 40")
        if minutebook("--book", path, "verify")[0]:
            print("a book is damaged after an import that was killed")
        whole = now


small, large = book(1), book(25)
exported(small, large)
refused(small)
killed(small)
