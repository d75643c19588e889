"""What is counted, and by which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from operator import itemgetter
from typing import Any, ClassVar

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import Hit, Matcher, shelf_of
from rashomon.lexicon.tables import Tables

REACH = 120
"""Code points after a verb within which its further words may stand."""

MASKED = re.compile(r"\b[A-Za-z]+(?:\*[A-Za-z]+)+\b|\b[A-Za-z]{2,6}-[a-z]{2,8}\b(?!-)")

STOP = re.compile(r"[.;!?]\s|\n|, leaving |(?:,| and| but| while) (?:[\w-]+ ){1,4}?(?:is|are|was|were|has|have|had)\b")
"""Where a clause ends, or another one begins with a subject and a helping verb of its own, or what came of it."""


NEXT = re.compile(
    r"(?:,| and|;) (?:at least |another |\w+ others?,? )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|dozens)\b)"
)
"""How the next item of a list opens right behind a participle: "five people shot, three dead"."""


WORDS = re.compile(r"[a-z0-9-]+")
CLOSE = 4
"""Words behind a phrase among which its goal stands: "out of |the flooded old shaft"."""

BOTH_FATES = re.compile(r"(?<= dead) (?:and|or) (?:wounded|injured|hurt)\b")
"""What stands behind "dead" where either is told: "left 40 dead and wounded"."""

PARTICLES = frozenset({"for", "of", "from", "with", "on", "to"})
"""Prepositions behind which those stand whom a phrase counts: "search for", "trace of", "make off with"."""


class Role(StrEnum):
    """What part the counted people play beside a measure's word."""

    OBJECT = "object"
    SUBJECT = "subject"
    OF = "of"
    ITSELF = "itself"
    IS = "is"


@dataclass(frozen=True)
class Apart:
    """Verbs that say a measure with words that need not follow at once: "took 12 people to hospital".

    ``goals``: where these words lead, one of which stands close behind them: "out of" a shaft, a cave.
    """

    verbs: list[str]
    rest: list[str]
    goals: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Measure:
    """Words of one measure by role; a measure may have several rows.

    ``people`` asks for a noun for people, or none at all; ``near`` for one of some words in the report. ``toward`` are
    verbs with a preposition behind which the people stand: "search for"; ``undone`` and ``undone_to`` are verbs that say it
    where they are negated: "has not returned", "have not been found".
    """

    measure: str
    nature: str
    object: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    of: list[str] = field(default_factory=list)
    itself: list[str] = field(default_factory=list)
    is_: list[str] = field(default_factory=list)
    object_with: list[Apart] = field(default_factory=list)
    subject_with: list[Apart] = field(default_factory=list)
    toward: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    undone_to: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    people: bool = False


@dataclass(frozen=True)
class Measures:
    """All measures."""

    TABLE: ClassVar[str] = "en/measures.yaml"
    rows: list[Measure]

    def flows(self) -> frozenset[str]:
        """Return the measures that only grow within an event."""
        return frozenset(row.measure for row in self.rows if row.nature == "flow")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a measure's word.

    ``rest``: phrases, each with the blank before it, one of which must follow in the clause; ``goals``: words one of which
    must stand close behind that phrase; ``near``: words one of which must stand in the report; ``particle``: the preposition that a phrase ends in, before the people: "look for";
    ``undone``: whether the deed must be denied of them.
    """

    measure: str
    role: Role
    people: bool = False
    rest: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    particle: str = ""
    undone: bool = False
    goals: frozenset[str] = frozenset()


class MeasureMatcher(Matcher):
    """Finds the words of measures; a hit's value is the tuple of senses that its surroundings allow.

    It is made of values (senses, whether one of them asks for other words).
    """

    def find(self, text: str) -> list[Hit]:
        """Return the words that say some measure, in text order, none overlapping.

        The longest phrase wins; one that is refused leaves its words free, and its first verb may still say what it says
        with words further on: "came |up| on their own".
        """
        every = [*self._all(text), *(self.masked(text) if "*" in text or "-" in text else ())]
        every.sort(key=itemgetter(0, 1))
        asked = any(asks for _, _, (_, asks) in every)
        present = frozenset(WORDS.findall(text.lower())) if asked else frozenset()
        kept: list[Hit] = []
        for start, minus, (given, asks) in every:
            last = kept[-1] if kept else None
            inside = last is not None and start < last.end
            if inside and not (asks and last is not None and start == last.start):
                continue
            senses = tuple(allowed(given, text[-minus : -minus + REACH].lower(), present)) if asks else given
            if not inside:
                kept += [Hit(start, -minus, senses)] if senses else []
            elif last is not None and any(sense.rest for sense in senses):
                kept[-1] = Hit(start, last.end, (*last.value, *(sense for sense in senses if sense.rest)))
        return kept

    def masked(self, text: str) -> Iterator[tuple[int, int, Any]]:
        """Yield words that monitors break up with stars so that platforms do not take their posts down: "kil*led"."""
        for match in MASKED.finditer(text):
            for value in self.meant_by(match.group().replace("*", "").replace("-", "")):
                yield match.start(), -match.end(), value


def allowed(senses: Sequence[Sense], ahead: str, present: frozenset[str]) -> Iterator[Sense]:
    """Yield the senses whose asked-for words are there: later in the clause, or anywhere in the report."""
    for sense in senses:
        if sense.near and sense.near.isdisjoint(present):
            continue
        if not sense.rest or says_rest(sense, ahead):
            yield sense


def says_rest(sense: Sense, ahead: str) -> bool:
    """Say whether one of a sense's phrases follows within the clause; ``ahead`` is what follows, in lower case."""
    said = list(filter(ahead.__contains__, sense.rest))
    if not said or NEXT.match(ahead):
        return False
    own = STOP.split(ahead, maxsplit=1)[0]
    return any(whole(phrase, own, sense.goals) for phrase in said)


def whole(phrase: str, text: str, goals: frozenset[str] = frozenset()) -> bool:
    """Say whether a phrase, or its plural, stands whole in a text, before one of its goals: " off" is not in " office"."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        end += text[end : end + 1] == "s"
        alone = not text[end : end + 1].isalnum() and not BOTH_FATES.match(text, end)
        if alone and (not goals or leads_to(goals, text[end:])):
            return True
        at = text.find(phrase, end)
    return False


def leads_to(goals: frozenset[str], text: str) -> bool:
    """Say whether one of the goals, or its plural, is among the first words of a text."""
    return any(word in goals or word.removesuffix("s") in goals for word in islice(WORDS.findall(text), CLOSE))


def measure_matcher(tables: Tables) -> MeasureMatcher:
    """Return a matcher whose values are tuples of senses; built once per set of tables."""
    return tables.made("measure matcher", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> MeasureMatcher:
    senses: dict[str, list[Sense]] = {}
    irregular = tables.of(Irregular)
    for row in tables.of(Measures).rows:
        for word, sense in (*of_verbs(row, irregular), *of_words(row)):
            senses.setdefault(word, []).append(sense)
    filed = (
        (word, (tuple(dict.fromkeys(found)), any(s.near or s.rest for s in found)), False)
        for word, found in senses.items()
    )
    return MeasureMatcher(filed, shelf_of(tables))


def of_verbs(row: Measure, irregular: Irregular) -> Iterator[tuple[str, Sense]]:
    """Yield the forms of a row's verbs with what they say."""
    near = frozenset(row.near)
    told = [(base, Sense(row.measure, Role.OBJECT, row.people, (), near)) for base in row.object]
    told += [(base, Sense(row.measure, Role.SUBJECT, row.people, (), near)) for base in row.subject]
    told += [(base, Sense(row.measure, Role.OBJECT, row.people, (), near, particle_of(base))) for base in row.toward]
    told += [(base, Sense(row.measure, Role.SUBJECT, row.people, (), near, undone=True)) for base in row.undone]
    told += [(base, Sense(row.measure, Role.OBJECT, row.people, (), near, undone=True)) for base in row.undone_to]
    yield from ((form, sense) for base, sense in told for form in verb_forms(base, irregular))
    for role, parted in ((Role.OBJECT, row.object_with), (Role.SUBJECT, row.subject_with)):
        for phrase in parted:
            rest, goals = tuple(f" {words}" for words in phrase.rest), frozenset(phrase.goals)
            sense = Sense(row.measure, role, row.people, rest, near, goals=goals)
            yield from ((form, sense) for base in phrase.verbs for form in verb_forms(base, irregular))


def of_words(row: Measure) -> Iterator[tuple[str, Sense]]:
    """Yield a row's nouns and adjectives with what they say."""
    near = frozenset(row.near)
    yield from ((word, Sense(row.measure, Role.OF, row.people, (), near, particle_of(word))) for word in row.of)
    for role, words in ((Role.ITSELF, row.itself), (Role.IS, row.is_)):
        yield from ((word, Sense(row.measure, role, row.people, (), near)) for word in words)


def particle_of(phrase: str) -> str:
    """Return the preposition that a phrase ends in, or nothing.

    >>> particle_of("look for"), particle_of("pull out")
    ('for', '')
    """
    last = phrase.rpartition(" ")[2]
    return last if " " in phrase and last in PARTICLES else ""
