"""How a count is told: the tables of the error page, each row with an example in our own words."""

from __future__ import annotations

import re

import kinds
from cases import Case
from layout import Row
from sections import Construction, Section, Test
from standing import STANDS

CORRECTED = re.compile(
    r"\b(?:not|rather than|instead of|(?:up|down|rose|fell|revised|lowered|raised)(?: \w+){0,3} from|revised(?: \w+){0,6} to) $",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"(?: (?:people|dead|deaths))?,? (?:not|up from|down from|instead of|rather than)\b", re.IGNORECASE
)
NAMED = re.compile(
    r"(?: (?!(?:in|at|from|of|on|near|by|who|was|with)\b)[a-z'’-]+){1,3},? (?:named |identified as )?[A-Z][\w'’-]+ [A-Z]"
)
VAGUE = frozenset(
    {
        "several",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "many",
        "scores",
        "tens",
        "multiple",
        "a number of",
        "vague",
        "a few",
        "numerous",
    }
)
ONE = frozenset({"a", "an", "one", "another", "a single"})
CHILDREN = re.compile(r"child|girl|boy|infant|bab(?:y|ies)|teen|minor|youth", re.IGNORECASE)
WOMEN_MEN = re.compile(r"wom[ae]n|\bmen\b|\bman\b|mother|father|wife|husband|female|male", re.IGNORECASE)
FORCES = re.compile(
    r"polic|soldier|troop|army|force|guard|officer|militant|rebel|fighter|insurgent|terrorist|gunm[ae]n|taliban|maoist|combatant|state\b|front\b|front$|militia|brigade|cadre|network|hezbollah|naxal",
    re.IGNORECASE,
)
CIVILIANS = frozenset({"civilians", "civilian", "residents", "citizens"})
NOBODYS = frozenset({"total", None})
PRONOUNS = frozenset({"they", "them", "others", "other", "both", "those", "these", "we", "us", "all", "who", "whom"})

NUMBERS = Section(
    "number",
    "What kind of number it is",
    "The number words themselves, by the hedge that the annotators gave them.",
    (
        Construction("none", "*No one* was hurt.", lambda c: c.row["high"] == 0),
        Construction(
            "vague",
            "*dozens* of villagers",
            lambda c: (c.row["hedge"] or "") in VAGUE or "of" in (c.row["hedge"] or "").split(),
        ),
        Construction(
            "a bound or about",
            "*at least 12*, *nearly 300*, *more than 70*",
            lambda c: (c.row["hedge"] or "exact") != "exact",
        ),
        Construction("a, an, another", "*A* teacher was shot.", lambda c: c.place.words.lower() in ONE - {"one"}),
        Construction("one", "*One* of the guards died.", lambda c: c.place.words.lower() in ONE),
        Construction(
            "both, a couple, a pair",
            "*Both* pilots survived.",
            lambda c: (
                not re.search(r"\d", c.place.words)
                and bool(re.search(r"\b(?:both|couple|pair)\b", c.place.words, re.IGNORECASE))
            ),
        ),
        Construction("figures", "*31* people", lambda c: bool(re.search(r"\d", c.place.words))),
        Construction("number words", "*thirty-one* people", lambda _: True),
    ),
)
MEANING = Section(
    "meaning",
    "What the number says",
    "By the annotators' labels, for a count that nobody annotated by the reader's; a count may fall under several rows.",
    (
        Construction(
            "the happening itself, whole",
            "The quake killed *40*.",
            lambda c: c.row["layer"] == "main" and c.row["scope"] == "whole",
        ),
        Construction(
            "part of a larger count", "twelve dead, *five* of them children", lambda c: c.row["scope"] == "part"
        ),
        Construction(
            "added to an earlier count", "*Another six* died overnight.", lambda c: c.row["scope"] == "increment"
        ),
        Construction(
            "a related matter", "In a village nearby, *two* more were hurt.", lambda c: c.row["layer"] == "related"
        ),
        Construction("background", "Floods killed *900* there in 2031.", lambda c: c.row["layer"] == "background"),
        Construction(
            "alleged, feared, planned", "*Twenty* are feared drowned.", lambda c: c.row["modality"] != "asserted"
        ),
        Construction("denied", "He denied that *nine* had died.", lambda c: c.row["polarity"] == "denied"),
        Construction(
            "corrected or compared",
            "*15*, not 12 as first reported",
            lambda c: bool(CORRECTED.search(c.place.before) or COMPARED.match(c.place.after)),
        ),
    ),
    exclusive=False,
)


def group_text(row: Row) -> str:
    """Return whom a count is of, as a name and in the text's words."""
    return f"{row['group'] or ''} {row['group_words'] or ''}"


def named_person(case: Case) -> bool:
    """Say whether one person is counted whose name follows."""
    return case.row["low"] == case.row["high"] == 1 and bool(NAMED.match(case.place.after))


WHOM = Section(
    "whom",
    "Whom it counts",
    "By the group that the annotators gave, or the reader where nobody annotated the count.",
    (
        Construction("one person with a name", "*A* man, Ilyas Brandt, was shot.", named_person),
        Construction(
            "others",
            "*Three others* were hurt.",
            lambda c: (
                "other" in (c.row["group_words"] or "").lower().split()
                or "others" in (c.row["group_words"] or "").lower()
            ),
        ),
        Construction(
            "a pronoun, or nobody named",
            "The bridge fell on a bus. *Nine* died.",
            lambda c: (
                c.row["group"] in NOBODYS and (c.row["group_words"] is None or c.row["group_words"].lower() in PRONOUNS)
            ),
        ),
        Construction("people, victims, bodies", "*nine* people", lambda c: c.row["group"] in NOBODYS),
        Construction("children", "*two* girls", lambda c: bool(CHILDREN.search(group_text(c.row)))),
        Construction("women, men", "*a* woman", lambda c: bool(WOMEN_MEN.search(group_text(c.row)))),
        Construction("civilians", "*two* civilians", lambda c: c.row["group"] in CIVILIANS),
        Construction(
            "armed groups, soldiers, police", "*six* border guards", lambda c: bool(FORCES.search(group_text(c.row)))
        ),
        Construction("other roles and nations", "*four* nurses, *two* Norwegians", lambda _: True),
    ),
)


def said_here(case: Case) -> bool:
    """Say whether the speaker's words stand in the count's own sentence."""
    words = case.row["root_words"]
    return bool(words) and words in case.place.sentence


def quoted(case: Case) -> bool:
    """Say whether the number stands between quotation marks."""
    before = case.place.before
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


SPEAKERS = Section(
    "speaker",
    "Who says it",
    "The speaker counts as right where the one who first said it is the one that the annotators name.",
    (
        Construction("nobody named", "*Nine* are reportedly dead.", lambda c: c.row["root"] == "unattributed"),
        Construction(
            "inside a quotation",
            "“We buried *nine*,” said the mayor.",
            lambda c: c.row["root"] != "outlet" and quoted(c),
        ),
        Construction(
            "through an agency or another speaker",
            "The agency quoted a nurse as saying *nine* had died.",
            lambda c: c.row["root"] != "outlet" and bool(c.row["via"]),
        ),
        Construction(
            "a speaker in the same sentence",
            "*Nine* died, the coastguard said.",
            lambda c: c.row["root"] != "outlet" and said_here(c),
        ),
        Construction(
            "a speaker carried over",
            "The coastguard gave a first toll. *Nine* died.",
            lambda c: c.row["root"] != "outlet",
        ),
        Construction("the outlet itself", "*Nine* people died on Friday.", lambda _: True),
    ),
)
KINDS = (
    kinds.AGENCY,
    kinds.PRESS,
    kinds.STATE,
    kinds.MONITORS,
    "parties to a war",
    "releases of a military",
    "incident logs kept from police reports",
    "local crime news",
    kinds.HEALTH,
)


def of_kind(name: str) -> Test:
    """Return the test for a kind of outlet."""
    return lambda case: kinds.kind_of(case.place.report) == name


OUTLETS = Section(
    "outlet",
    "Kind of outlet",
    "Told from where the report was collected and from the shipped table of outlets.",
    tuple(Construction(name, "", of_kind(name)) for name in KINDS),
)
FORMS = Section(
    "form",
    "Form of report",
    "A report with many counts is most often a round-up of several happenings; a report may fall under two rows.",
    (
        Construction("one to three counts", "", lambda c: c.place.crowd <= 3),
        Construction("four to nine counts", "", lambda c: 3 < c.place.crowd < 10),
        Construction("ten counts or more", "", lambda c: c.place.crowd >= 10),
        Construction(
            "text that lost its commas and hyphens", "", lambda c: c.place.report.get("collection") == "fa_kes"
        ),
    ),
    exclusive=False,
)
SECTIONS = (STANDS, NUMBERS, MEANING, WHOM, SPEAKERS, OUTLETS, FORMS)
