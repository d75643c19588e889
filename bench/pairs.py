"""How many pairs of reports grouping compares: `python bench/pairs.py` prints it for 200, 400 and 800 made-up reports."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from time import perf_counter

from rashomon.cluster.candidates import candidates
from rashomon.cluster.copies import find_copies
from rashomon.cluster.group import group
from rashomon.cluster.profile import profile
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Reading, Report

SIZES = (200, 400, 800)
TELLERS = 4
"""Reports on each made-up happening."""
BEGIN, MIDDLE, END = ("Bra", "Kel", "Mor", "Tas", "Vel", "Ost", "Lin", "Dar"), ("an", "er", "o", "iv", "ul"), ("nock", "ia", "mar", "esh", "ova", "ton")  # fmt: skip
KINDS = (
    ("bomb exploded", "market"), ("fire broke out", "warehouse"), ("bus overturned", "bridge"), ("gunmen opened fire", "checkpoint"),
    ("wall collapsed", "school"), ("ferry sank", "harbour"), ("air strike hit", "depot"), ("landslide buried", "village"),
)  # fmt: skip
VOICES = ("police", "the hospital", "the mayor", "the Rescue Service", "the governor", "residents")
DAYS = 30
OPENINGS = (
    "At least {dead} people were killed when a {what} at a {where} in {town} on {when}, {voice} said.",
    "{town} counted {dead} dead after a {what} near its {where}, according to {voice}.",
    "The number of those killed in {town} on {when} stands at {dead}, {voice} told reporters: a {what} by the {where}.",
    "A {what} at the {where} of {town} and left {dead} people dead, {voice} said late on {when}.",
)
LINES = (
    "{person}, who lives nearby, was woken by the noise.", "Roads to {other} stayed closed until dusk.", "Lorries from {other} brought blankets.",
    "Schools in {town} will open again next week, a teacher said.", "{person} had bought bread at the {where} an hour before.",
    "The mayor of {other} offered beds in a sports hall.", "Rain made the work of the diggers slow.", "Phones were dead on the eastern side of {town}.",
    "Windows broke as far away as {other}.", "“I have never seen such a thing,” {person} said.", "A crane was on its way from {other}.",
    "Prayers will be said in {town} on Sunday.", "The {where} was built only four years ago.", "Shops pulled down their shutters.",
)  # fmt: skip


def name(dice: random.Random) -> str:
    """Return a made-up name."""
    return dice.choice(BEGIN) + dice.choice(MIDDLE) + dice.choice(MIDDLE) + dice.choice(END)


def texts(dice: random.Random, day: date) -> Iterator[tuple[date, str]]:
    """Yield the reports of several outlets on one made-up happening, each in its own words."""
    what, where = dice.choice(KINDS)
    town, number, when = name(dice), dice.randint(2, 60), f"{day:%A}"
    people = [f"{name(dice)} {name(dice)}" for _ in range(6)]
    for later in range(TELLERS):
        dead, voice, person = number + later, dice.choice(VOICES), dice.choice(people)
        lines = dice.sample(LINES, 2)
        told = " ".join(line.format(town=town, person=person, other=name(dice), where=where) for line in lines)
        first = dice.choice(OPENINGS).format(dead=dead, what=what, where=where, town=town, when=when, voice=voice)
        named = f"Among the dead were {', '.join(dice.sample(people, 4))}."
        yield day + timedelta(days=later // 2), f"{first}\n\n{named} {told}"


def made_up(size: int, tables: Tables) -> list[Report]:
    """Return so many made-up reports of a month in the order they were made; the same size, the same reports."""
    dice = random.Random(size)  # noqa: S311 - made-up reports, no secret
    reports = []
    for event in range(size // TELLERS):
        for day, text in texts(dice, date(2027, 3, 1) + timedelta(days=event % DAYS)):
            outlet = f"Outlet {len(reports) % 23}"
            made = make_report(text, source=f"{len(reports)}.txt", outlet=outlet, published=str(day), tables=tables)
            reports.append(made)
    return reports


def measured(size: int, tables: Tables) -> tuple[int, int, float]:
    """Return the pairs compared among made-up reports, the events found, and the seconds that grouping took."""
    reports = made_up(size, tables)
    readings = [Reading(report.id) for report in reports]
    start = perf_counter()
    events = group(reports, readings, shared=find_copies(reports, tables=tables), tables=tables)
    seconds = perf_counter() - start
    profiles = [profile(report, reading, tables=tables) for report, reading in zip(reports, readings, strict=True)]
    return len(candidates(profiles)), len(events), seconds


def main() -> None:
    """Print a line for each size."""
    tables = load_tables()
    print(f"{'reports':>8} {'pairs':>8} {'a report':>9} {'of all':>7} {'events':>7} {'seconds':>8}")
    for size in [int(one) for one in sys.argv[1:]] or SIZES:
        pairs, events, seconds = measured(size, tables)
        share = pairs / (size * (size - 1) / 2)
        print(f"{size:>8} {pairs:>8} {pairs / size:>9.1f} {share:>7.1%} {events:>7} {seconds:>8.2f}")


if __name__ == "__main__":
    main()
