"""A pile of made-up reports: several outlets on each made-up happening, the toll rising, some copied, day after day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables
from rashomon.model import Report

TELLERS = 4
"""Reports on each made-up happening."""
BEGIN = ("Bra", "Kel", "Mor", "Tas", "Vel", "Ost", "Lin", "Dar", "Ghi", "Nem", "Sor", "Yad")
MIDDLE = ("an", "er", "o", "iv", "ul", "ash", "im", "ab")
END = ("nock", "ia", "mar", "esh", "ova", "ton", "ur", "dan", "ik", "ell")
KINDS = (
    ("bomb exploded", "market"), ("fire broke out", "warehouse"), ("bus overturned", "bridge"), ("gunmen opened fire", "checkpoint"),
    ("wall collapsed", "school"), ("ferry sank", "harbour"), ("air strike hit", "depot"), ("landslide buried", "village"),
)  # fmt: skip
VOICES = ("police", "the hospital", "the mayor", "the Rescue Service", "the governor", "residents")
START = date(2027, 3, 1)
HAPPENINGS = 8
"""Made-up happenings of a day."""
COPIES = 0.1
"""Share of reports that another outlet prints word for word."""
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


def pile(size: int, tables: Tables, seed: int = 0) -> Iterator[Report]:
    """Yield so many made-up reports in the order they would come, day by day; the same seed, the same reports.

    A larger pile goes on for more days, and a day has no more happenings than in a small one.
    """
    dice = random.Random(seed)  # noqa: S311 - made-up reports, no secret
    for number, (day, text) in zip(range(size), told(dice), strict=False):
        outlet = f"Outlet {number % 97}"
        yield make_report(text, source=f"{number}.txt", outlet=outlet, published=str(day), tables=tables)


def told(dice: random.Random) -> Iterator[tuple[date, str]]:
    """Yield the day and text of one report after the other, without end."""
    number = 0
    while True:
        day = START + timedelta(days=number // HAPPENINGS)
        for one in texts(dice, day):
            yield one
            if dice.random() < COPIES:
                yield one
        number += 1
