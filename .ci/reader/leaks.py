"""Looks for words in every byte of files, with what is compressed inflated.

    leaks.py absent WORD,WORD… FILE…      names each file that has one
    leaks.py present WORD FILE…           names each file that has it not
"""

import io
import re
import subprocess
import sys
import tempfile
import zipfile


def inflated(data):
    """The bytes themselves, and whatever is packed inside them."""
    yield data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.infolist():
                yield part.filename.encode() + part.extra + part.comment
                yield from inflated(parts.read(part))
    if data.startswith(b"%PDF"):
        yield qpdf(data)
        yield output(["pdftotext", "-", "-"], data)


def qpdf(data):
    # It reads no pipe.
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        return output(["qpdf", "--qdf", "--object-streams=disable", file.name, "-"])


def output(command, data=None):
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.decode(errors='replace')}")
    return done.stdout


def squeezed(data):
    """Without tags, folds, hyphens and spaces, which could part a word."""
    return re.sub(rb"[^a-z0-9]", b"", re.sub(rb"<[^>]*>", b"", data))


def spellings(word):
    """The word as the formats may write it, in small letters."""
    small = word.lower()
    for case in (small, word.upper(), word):
        for encoding in ("utf-8", "utf-16-be"):
            yield case.encode(encoding).hex().encode()
    yield from (small.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def has(data, word):
    data = data.lower()
    return word.lower().encode() in squeezed(data) or any(s in data for s in spellings(word))


def main():
    wanted, words, files = sys.argv[1], sys.argv[2].split(","), sys.argv[3:]
    for path in files:
        with open(path, "rb") as file:
            layers = list(inflated(file.read()))
        for word in words:
            found = any(has(layer, word) for layer in layers)
            if found == (wanted == "absent"):
                print(f"{path.rsplit('/', 1)[1]} {'has' if found else 'hides'} {word}")


main()
