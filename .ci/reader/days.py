"""Reads calendars with the icalendar package.

    days.py FILE…
"""

import datetime
import pathlib
import sys

from icalendar import Calendar

MEETING = datetime.datetime(2010, 7, 22, 9, 0, tzinfo=datetime.timezone.utc)
DUE = datetime.date(2010, 9, 30)


def entries(path):
    """The calendar's entries, and what is wrong with its bytes."""
    data = path.read_bytes()
    faults = []
    if data.replace(b"\r\n", b"").count(b"\n"):
        faults.append("a line does not end as the standard has it")
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        faults.append("a line is longer than 75 octets")
    calendar = Calendar.from_ical(data)
    if str(calendar.get("VERSION")) != "2.0" or not calendar.get("PRODID"):
        faults.append("no version or no product")
    return [e for e in calendar.walk() if e.name in ("VEVENT", "VTODO")], faults


def entry_faults(entry):
    faults = [f"{entry.name}: {what}" for what in entry.errors]
    needed = ["UID", "DTSTAMP", "SUMMARY"] + (["DTSTART"] if entry.name == "VEVENT" else [])
    return faults + [f"{entry.name} has no {name}" for name in needed if not entry.get(name)]


def faults(path, found):
    try:
        listed, wrong = entries(path)
    except ValueError as error:
        return [f"it does not parse: {error}"]
    for entry in listed:
        wrong += entry_faults(entry)
        found.update((entry.name, entry.get(name).dt) for name in ("DTSTART", "DUE") if name in entry)
    uids = [str(entry.get("UID")) for entry in listed]
    if len(set(uids)) != len(uids):
        wrong.append("two entries have one UID")
    if not listed:
        wrong.append("it has no entry")
    if path.stem.endswith("-events") and any(entry.name == "VTODO" for entry in listed):
        wrong.append("it has things to do, where events were asked for")
    return wrong


def main():
    found = set()
    for path in map(pathlib.Path, sys.argv[1:]):
        for fault in faults(path, found):
            print(f"{path.name}: {fault}")
    for want in (("VEVENT", MEETING), ("VTODO", DUE), ("VEVENT", DUE)):
        if want not in found:
            print("no calendar has", *want)


main()
