"""Whom a number counts by words that stand apart from it: a label's, a toll's, what "61 are" goes on with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from rashomon.extract.counts.find import Counted
from rashomon.extract.counts.listed import BEING
from rashomon.extract.syntax import Parse, Token
from rashomon.model import Group

TOLLS = frozenset({"number", "numbers", "count", "total", "tally", "toll", "figure"})
SINGLE = frozenset({"prisoner", "captive", "hostage"})
"""What people are taken, when the word stands for all of them: "took two soldiers prisoner"."""
SEXES = frozenset({"men", "women"})
ENDS = frozenset({",", ";", ")", ".", ":", "(", "and", "/"})
OF = frozenset({"of", "among", "amongst"})
DESCRIBING = frozenset({"NN", "NNS", "JJ", "DT", "RB"})
"""Tags of what stands between "are" and what people are, that noun included."""

NEAR = 6
ADULT = 18
LABELLED = frozenset({"by_label", "by_toll", "by_toll_behind", "judge", "by_adjacent"})
"""Rules by which a number is counted that no noun need follow."""

JAILED = re.compile(
    r"\b(?:prison|jail|gaol|inmate|convict|cells?\b|detain|detention|detainee|custody|lock-?up|fugitive|penitentiar|correctional|handcuff|manhunt)",
    re.IGNORECASE,
)
"""What a report tells of whose escape is one of prisoners."""
SOUGHT = frozenset({"by_search", "by_sought"})
"""Rules by which people are at large who never were caught."""
TAKEN = re.compile(r"\b(?:hostages?|captiv|captors?|kidnap|abduct|ransom)", re.IGNORECASE)
"""What else a report tells of who flee those that hold them."""

RUNAWAYS = "escaped prisoners"
FLED = frozenset({"total", "prisoners", "suspects"})
"""Groups of people who may be prisoners that have escaped."""

Named = Callable[[Token], bool]
"""Says whether a word names a group of its own."""


def taken(parse: Parse, counted: Counted, named: Named) -> Token | None:
    """Return who is taken "prisoner" in "took two soldiers prisoner": a noun between the number and that word."""
    noun = counted.noun
    if noun is None or noun.lower not in SINGLE or counted.amount.quantity.low == 1:
        return None
    between = (t for t in parse.tokens[: noun.i] if t.start >= counted.amount.span.end)
    return next((t for t in between if named(t)), None)


def tolled(parse: Parse, counted: Counted, named: Named) -> Token | None:
    """Return whose toll it is: "lifted to 14 the tally of its |soldiers| killed", "the number of |civilian| dead at nine"."""
    if counted.rule not in LABELLED:
        return None
    tolls = [t for t in parse.tokens if t.lower in TOLLS and t.is_noun]
    if len(tolls) != 1:
        return None
    behind = parse.tokens[tolls[0].i + 1 : tolls[0].i + 1 + NEAR]
    if not behind or behind[0].lower not in (*OF, "for"):
        return None
    return next((t for t in until_verb(behind[1:]) if named(t)), None)


def until_verb(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield words up to the first that ends a phrase: a number, a preposition, a finite verb or a mark."""
    for token in tokens:
        if token.tag in ("CD", "IN", "TO", "VBD", "VBZ", "VBP", "MD") or token.text in ENDS:
            return
        yield token


def labelled(parse: Parse, counted: Counted, named: Named) -> Token | None:
    """Return the group that a label names: "|Civilian| deaths on Monday: 13", "|Patients| moved by air: 6", "(|male| 12)"."""
    if counted.rule not in LABELLED:
        return None
    inside = [t for t in parse.tokens if t.start < counted.amount.span.end and t.end > counted.amount.span.start]
    if not inside or not inside[0].i:
        return None
    first, after = inside[0].i, inside[-1].i + 1
    before = parse.tokens[first - 1]
    if before.text != ":":
        alone = after >= len(parse.tokens) or parse.tokens[after].text in ENDS
        return before if alone and named(before) else None
    start = max((t.i + 1 for t in parse.tokens[: first - 1] if t.text in (";", ".", ":", ")")), default=0)
    return next((t for t in until_verb(parse.tokens[start : first - 1]) if named(t)), None)


def said_to_be(parse: Parse, counted: Counted, named: Named) -> Token | None:
    """Return what some of them are, by the words right behind: "of these 61 are |civilians|"."""
    behind = [t for t in parse.tokens if t.start >= counted.amount.span.end][:4]
    if not behind or behind[0].lower not in BEING:
        return None
    what = takewhile(lambda t: t.tag in DESCRIBING, behind[1:])
    return next((t for t in what if t.is_noun and named(t)), None)


def under_age(parse: Parse, counted: Counted) -> bool:
    """Say whether they are children by their age: "seven are under 18", "nine of them aged under 15"."""
    behind = [t for t in parse.tokens if t.start >= counted.amount.span.end][:NEAR]
    at = next((k for k, t in enumerate(behind) if t.lower in ("under", "below")), None)
    if (
        at is None
        or at + 1 >= len(behind)
        or any(t.lower not in ("are", "were", "aged", "of", "them", "being") for t in behind[:at])
    ):
        return False
    age = behind[at + 1].text
    return age.isdigit() and int(age) <= ADULT


def only_tells(parse: Parse, noun: Token) -> bool:
    """Say whether people only tell what is told: "|officers| said that he shot both of them"."""
    verb = parse.head(noun) if noun.dep == "nsubj" else None
    return verb is not None and parse.has(verb, "ccomp")


def of_both(parse: Parse, noun: Token) -> bool:
    """Say whether men and women are counted together: "six men and women", "40 men, women and children"; not "six men and two women"."""
    if noun.lower not in SEXES:
        return False
    behind = [token.lower for token in parse.tokens[noun.i + 1 : noun.i + 3]]
    return len(behind) > 1 and behind[0] in ("and", ",", "&", "or") and behind[1] in SEXES - {noun.lower}


def escaped(counted: Counted, group: Group, text: str, *, again: bool) -> Group:
    """Return escaped prisoners for people at large or fled from a jail, by what their report tells of; else the group given.

    ``again`` says that a pronoun goes back to them.
    """
    if counted.rule in SOUGHT or not (again or group.id in FLED):
        return group
    fled = counted.measure == "at large" or (counted.measure == "escaped" and JAILED.search(text) is not None)
    return Group(RUNAWAYS, group.label if group.id == "prisoners" else RUNAWAYS) if fled else group


def tells_of_captives(text: str) -> bool:
    """Say whether a report tells of people who are locked up or held, so that those who fled may have got out."""
    return JAILED.search(text) is not None or TAKEN.search(text) is not None
