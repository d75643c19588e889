"""A pile of made-up reports whose sentences hardly come twice: several outlets on each made-up happening, the toll rising, some copied, day after day."""

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
MIDDLE = ("an", "er", "o", "iv", "ul", "ash", "im", "ab", "ei", "orr", "und", "az", "ele", "ish", "ovo", "ant")
END = ("nock", "ia", "mar", "esh", "ova", "ton", "ur", "dan", "ik", "ell")
KINDS = (
    ("bomb exploded", "market"), ("fire broke out", "warehouse"), ("bus overturned", "bridge"), ("gunmen opened fire", "checkpoint"),
    ("wall collapsed", "school"), ("ferry sank", "harbour"), ("air strike hit", "depot"), ("landslide buried", "village"),
    ("truck ploughed into a queue", "bakery"), ("shell landed", "playground"), ("boiler burst", "laundry"), ("crowd was crushed", "stadium"),
    ("drone struck", "convoy"), ("train left the rails", "junction"), ("mine went off", "orchard"), ("boat capsized", "estuary"),
    ("dam gave way", "valley"), ("grenade was thrown", "café"), ("lift fell", "quarry"), ("rockets fell", "suburb"),
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
    "{dead} bodies have been recovered from the {where} in {town}, {voice} announced, a day after a {what}.",
    "Grief in {town}: {voice} put the toll at {dead} killed. On {when} a {what} beside the {where}.",
    "Rescuers left the {where} in {town} at midnight. {voice} spoke of {dead} dead since the moment when a {what} on {when}.",
    "Families gathered in {town}, where {dead} people died on {when} after a {what} at the {where}, {voice} confirmed.",
)
WHO = (
    "{person}, who lives nearby,", "a baker called {person}", "the council of {other}", "volunteers from {other}", "a teacher, {person},", "fishermen from {other}",
    "the clinic in {other}", "a retired engineer, {person},", "{person}, a seamstress,", "students of {town}", "the railway men of {other}", "a judge, {person},",
    "drivers waiting near the {where}", "{person}, a father of four,", "the choir of {other}", "a watchman at the {where}", "nurses from {other}", "{person}",
)  # fmt: skip
DID = (
    "carried", "lent", "remembered", "counted", "had ordered", "brought", "searched for", "gave away", "had repaired", "described", "waited for", "collected",
    "had sold", "washed", "missed", "wrote down", "had painted", "looked after", "argued about", "photographed", "had inherited", "stacked", "unloaded", "sorted",
)  # fmt: skip
WHAT = (
    "blankets", "two tractors", "a crane", "the school bus", "candles", "tents and ropes", "bread and tea", "a borrowed van", "old photographs", "the floodlights",
    "nets", "a neighbour's daughter", "coffins", "lentils", "spare wheels", "the library's ladder", "radio sets", "a wedding dress", "sandbags", "the keys of the hall",
    "rubber boots", "pigeons", "a violin", "paper lanterns",
)  # fmt: skip
WHEN = (
    "until dusk", "in the rain", "before the shutters came down", "while the phones were dead", "on the eastern side of {town}", "for the families", "near the steps of the mill",
    "as smoke drifted over {other}", "an hour before noon", "without being asked", "along the road to {other}", "by the light of a car", "after the last bell", "behind the bakery",
    "when the power returned", "with bare hands", "under the plane trees", "between two funerals", "at the edge of {town}", "in a sports hall", "long after midnight", "beside the old well",
    "in front of the tannery", "during the search",
)  # fmt: skip


def name(dice: random.Random) -> str:
    """Return a made-up name."""
    return dice.choice(BEGIN) + dice.choice(MIDDLE) + dice.choice(MIDDLE) + dice.choice(END)


def line(dice: random.Random) -> str:
    """Return a sentence that hardly comes twice, with places for names in it."""
    told = " ".join(dice.choice(words) for words in (WHO, DID, WHAT, WHEN))
    return told[:1].upper() + told[1:] + "."


def texts(dice: random.Random, day: date) -> Iterator[tuple[date, str]]:
    """Yield the reports of several outlets on one made-up happening, each in its own words."""
    what, where = dice.choice(KINDS)
    town, number, when = name(dice), dice.randint(2, 60), f"{day:%A}"
    people = [f"{name(dice)} {name(dice)}" for _ in range(6)]
    for later in range(TELLERS):
        dead, voice, person = number + later, dice.choice(VOICES), dice.choice(people)
        told = " ".join(line(dice).format(town=town, person=person, other=name(dice), where=where) for _ in range(4))
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
