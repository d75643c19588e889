#!/usr/bin/env python3
"""Read the invented reports a judge of counts learns from: their text, and a gold row for each marked count of people.

usage: texts.py [--check] [--tally]

A file holds several reports. Each starts with a header line, and every count of people in it is marked in place; every other number
counts no people:

    === 01-07 | Harbour Post | published 2031-05-07 | ferry | Ferry sinks off the cape
    [[At least nine|killed root=police]] people, [[two|killed group=children scope=part root=police]] of them children, died.

A mark is the hedge and number words, a measure, and what differs from ``DEFAULTS``; a ``?`` says the count is debatable.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def listed(names: str) -> frozenset[str]:
    """Return the names of a list with commas that may break anywhere over lines."""
    return frozenset(" ".join(names.split()).split(", "))


FOLDER = Path(__file__).parent / "texts"
MEASURES = listed("""
    abducted, at large, attackers, captured, casualties, detained, displaced, escaped, evacuated, freed, held,
    infected, killed, missing, participants, rescued, surrendered, trapped, wounded
""")
GROUPS = listed("""
    ADF, Abu Sayyaf, Afghans, Al-Shabaab, Albanians, Armenian army, Azerbaijani army, Boko Haram, Bosniaks, British
    army, Canadians, Chinese, Christians, Dutch citizens, Egyptians, Germans, Haqqani network, Hezbollah, Indians,
    Iranians, Iraqis, Islamic State, Israelis, LTTE, MQM, Maoists, Maya Ixil, Pakistanis, Poles, Russians, Serbs,
    South Africans, South Koreans, Spaniards, Sunnis, Syrian Democratic Forces, Syrian army, Taliban, Tutsis,
    Ukrainian army, Uzbeks, Vietnamese, accomplices, adults, aid workers, athletes, attackers, children, choir
    members, civilians, clerics, contractors, crew, cyclists, deer hunters, diplomats, drivers, evacuees, families,
    family members, farmers, firefighters, fishermen, foreigners, gang members, gendarmes, guards, guides, gunmen,
    health workers, hostages, inmates, journalists, marines, men, migrants, militants, militiamen, miners,
    motorcyclists, mutineers, novices, officers, officials, oil workers, organisers, paramedics, passengers,
    patients, peacekeepers, photographers, pilgrims, pilots, pirates, police, prison guards, prisoners, protesters,
    raiders, railway workers, rebels, refugees, relatives, rescuers, rioters, security forces, shock brigade
    members, skiers, soldiers, street vendors, students, suicide bombers, suspects, teachers, teenagers, total,
    tourists, trekkers, tribal elders, vendors, volunteers, wanted persons, watchmen, weavers, women, women and
    children, workers
""")
"""The groups met so far by their canonical names: a new one is entered here, a misspelt one is found."""
CHOICES = {
    "layer": ("main", "related", "background"),
    "scope": ("whole", "part", "increment", "other"),
    "polarity": ("affirmed", "denied"),
    "modality": ("asserted", "alleged", "feared", "planned", "hypothetical"),
}
"""What a mark may say of each closed field; the first is what an unsaid one means."""
DEFAULTS = {"group": "total", "root": "outlet", "via": None} | {field: said[0] for field, said in CHOICES.items()}
HEADER = re.compile(
    r"^=== (?P<id>[\w-]+) \| (?P<outlet>[^|\n]+) \| published (?P<published>\d{4}-\d\d-\d\d) "
    r"\| (?P<kind>[^|\n]+) \| (?P<title>.+)$",
    re.MULTILINE,
)
MARK = re.compile(
    r"\[\[(?P<words>[^\[\]|]+)\|(?P<measure>[a-z]+(?: [a-z]+)*)(?P<fields>(?: \w+=(?:\"[^\"]*\"|[^\s\"\]]+)| \?)*)\]\]"
)
FIELD = re.compile(r"(\w+)=(?:\"([^\"]*)\"|(\S+))")


@dataclass(frozen=True)
class Annotated:
    """One invented report: its ``text`` without marks, and ``gold``, a row for each count with offsets into that text."""

    id: str
    outlet: str
    published: str
    kind: str
    title: str
    text: str
    gold: tuple[Row, ...]


def main(arguments: list[str] | None = None) -> int:
    """Tell how many reports and counts there are; with ``--check``, every mark that cannot stand."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="name every mark that cannot stand, and fail on any")
    parser.add_argument("--tally", action="store_true", help="count the counts by measure, layer, scope and group")
    given = parser.parse_args(arguments)
    if given.check and (faults := list(faults_of(sorted(FOLDER.glob("*.txt"))))):
        print(*faults, sep="\n")
        return 1
    reports = load()
    print(f"{len(reports)} reports, {sum(len(report.gold) for report in reports)} counts")
    if given.tally:
        print(*tally(reports), sep="\n")
    return 0


def load(folder: Path = FOLDER) -> list[Annotated]:
    """Return every report of a folder's files, in their order; ValueError on a mark that cannot stand."""
    return [report for file in sorted(folder.glob("*.txt")) for report in parse(file.read_text(encoding="utf-8"))]


def parse(written: str) -> list[Annotated]:
    """Return the reports of one file's text."""
    headers = list(HEADER.finditer(written))
    ends = [header.start() for header in headers[1:]] + [len(written)]
    return [annotated(header, written[header.end() : end].strip()) for header, end in zip(headers, ends, strict=True)]


def annotated(header: re.Match[str], marked: str) -> Annotated:
    """Return one report, its marks taken out of the text and made into rows."""
    pieces: list[str] = []
    gold: list[Row] = []
    read = length = 0
    for mark in MARK.finditer(marked):
        before, words = marked[read : mark.start()], mark["words"]
        start = length + len(before)
        gold.append(row_of(header["id"], mark, start))
        pieces += (before, words)
        read, length = mark.end(), start + len(words)
    return Annotated(**header.groupdict(), text="".join(pieces) + marked[read:], gold=tuple(gold))


def row_of(report_id: str, mark: re.Match[str], start: int) -> Row:
    """Return the gold row of a mark; ValueError when it names a field or a value there is none of."""
    fields = {name: quoted or bare for name, quoted, bare in FIELD.findall(mark["fields"])}
    if wrong := list(faults_in(mark["measure"], fields)):
        raise ValueError(f"{report_id}: {mark[0]}: {'; '.join(wrong)}")
    words = {"report_id": report_id, "start": start, "end": start + len(mark["words"]), "words": mark["words"]}
    row = words | {"measure": mark["measure"]} | DEFAULTS | fields
    return row | {"optional": True} if " ?" in mark["fields"] else row


def faults_in(measure: str, fields: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with a mark's measure and fields."""
    if measure not in MEASURES:
        yield f"no measure {measure!r}"
    for name, value in fields.items():
        if name not in DEFAULTS:
            yield f"no field {name!r}"
        elif value not in CHOICES.get(name, (value,)):
            yield f"no {name} {value!r}"
    if fields.get("group", "total") not in GROUPS:
        yield f"no group {fields['group']!r}"


def faults_of(files: Iterable[Path]) -> Iterator[str]:
    """Yield what stands wrong in files: headers unread, marks that cannot stand or be read, ids given twice."""
    seen: Counter[str] = Counter()
    for file in files:
        written = file.read_text(encoding="utf-8")
        if len(HEADER.findall(written)) != len(re.findall(r"^===", written, re.MULTILINE)):
            yield f"{file.name}: a header line that cannot be read"
        try:
            reports = parse(written)
        except ValueError as fault:
            yield f"{file.name}: {fault}"
            continue
        seen.update(report.id for report in reports)
        yield from (f"{file.name}: {report.id}: {fault}" for report in reports for fault in leftovers(report))
    yield from (f"{name} stands {times} times" for name, times in seen.items() if times > 1)


def leftovers(report: Annotated) -> Iterator[str]:
    """Yield the brackets or bars that no mark took from a report's text, and the marks that took a blank."""
    yield from re.findall(r".{0,30}(?:\[\[|\]\]|\w\|\w).{0,30}", report.text)
    yield from (f"blank at the edge of {row['words']!r}" for row in report.gold if row["words"] != row["words"].strip())


def tally(reports: Iterable[Annotated]) -> Iterator[str]:
    """Yield a line for each field with its values, the most frequent first."""
    rows = [row for report in reports for row in report.gold]
    for field in ("measure", *CHOICES, "group"):
        counted = Counter(row[field] for row in rows)
        yield f"{field}: " + ", ".join(f"{value} {times}" for value, times in counted.most_common())


if __name__ == "__main__":
    sys.exit(main())
