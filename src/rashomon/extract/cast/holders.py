"""Who holds an office: the person named beside it, and later in the report the one it goes back to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.cast.names import Name, Shape
from rashomon.extract.cast.offices import OWNERS, Office
from rashomon.extract.cast.settle import Casting, Member, stranger
from rashomon.lexicon.names import CALLING, NameBook
from rashomon.model import Actor, ActorKind, Span

NOTE = r"(?:\s?\[\d+\])?"
APART = re.compile(
    NOTE
    + r"(?:, (?:now |then |who (?:is|was|has been|serves as|served as) )?| \(|,?"
    + NOTE
    + r"(?: who)?(?: [a-z]+){0,3}? "
    r"(?:is|was|be|become|became|becomes|remains|remained|(?:named|appointed|elected|serves|served|serving|nominated)(?: as)?) )$"
)
"""What stands between a name and its office behind it: a comma, a bracket, "is", "would later become"."""
AHEAD = re.compile(NOTE + r"(?: \((?:[A-Z]{2,6}|[A-Z][a-z]+)\))?(?: is | was |,? |\n+|: )(?:(?:[\w-]+ )?([a-z]+) )?$")
"""What stands between an office and a name behind it, its short form in brackets too; a calling may stand before the name ("militant Omar Idris")."""
CLOSED = re.compile(
    NOTE
    + r"(?:[,.;:)\]\"”\n]|$| (?:said|says|told|will|would|has|had|was|is|met|visited|and|in|on|at|who|to|with|today|responds?|responded)\b)"
)
"""What stands behind a name that is set off by a comma from the office before it."""
NEAR = 60
"""Code points between a name and its office."""
HOLDERS = 8
"""How many holders of one kind of office are looked back to."""


def appoint(casting: Casting, names: Sequence[Name], offices: Sequence[Office]) -> None:
    """Give offices to the people named beside them: "Lena Ford, minister for relief", "his deputy is Omar Idris"."""
    beside = Beside.of(casting.text, casting.book, names)
    borne = sorted(casting.bearers)
    starts = [span.start for span in borne]
    for office in offices:
        span = inside(office, borne, starts) or beside.behind(office) or beside.before(office)
        member = holder(casting, span) if span is not None else None
        if member is None:
            continue
        member.hold(words_of(office, casting.low))
        if office.name is None or not office.plain:
            casting.add(office.span, member.actor, office=True)


def inside(office: Office, borne: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """Return the person's name that follows an office in the same capitals; ``borne`` are people's names, in order."""
    if office.name is None:
        return None
    at = bisect_left(starts, office.name.start)
    return borne[at] if at < len(borne) and starts[at] < office.name.end else None


def holder(casting: Casting, span: Span) -> Member | None:
    """Return the person of a name; what was a guess is a person now that it holds an office."""
    member = casting.bearers.get(span) or casting.enrol(span)
    if member is not None and span not in casting.bearers:
        casting.bear(span, member)
    return member


def words_of(office: Office, low: str) -> set[str]:
    """Return the words of an office that tell it from others."""
    return {word.strip(".,") for word in low[office.span.start : office.span.end].split() if word not in OWNERS}


@dataclass(frozen=True)
class Beside:
    """The names of a report by where they begin and where they end."""

    text: str
    book: NameBook
    starts: Sequence[int]
    ends: Sequence[int]
    names: Sequence[Name]

    @classmethod
    def of(cls, text: str, book: NameBook, names: Sequence[Name]) -> Beside:
        """Return the names that may be people's."""
        kept = [name for name in names if name.shape in (Shape.PERSON, Shape.GUESS)]
        return cls(text, book, [name.whole.start for name in kept], [name.span.end for name in kept], kept)

    def behind(self, office: Office) -> Span | None:
        """Return the name that follows an office after a comma, "is" or a line's end."""
        at = bisect_left(self.starts, office.span.end)
        if at == len(self.starts) or self.starts[at] > office.span.end + NEAR:
            return None
        name, gap = self.names[at], self.text[office.span.end : self.starts[at]]
        found = AHEAD.match(gap)
        if found is None or (found.group(1) and not self.book.senses.get(found.group(1), 0) & CALLING):
            return None
        if " " not in name.whole.of(self.text) or (gap.startswith(",") and not CLOSED.match(self.text, name.span.end)):
            return None
        return name.span

    def before(self, office: Office) -> Span | None:
        """Return the name before an office that is set off by a comma or a bracket, or joined to it by "is"."""
        at = bisect_right(self.ends, office.opening) - 1
        if at < 0 or office.opening - self.ends[at] > NEAR:
            return None
        if self.ends[at] == office.opening - 1 and self.names[at].shape is Shape.PERSON and not office.article:
            return self.names[at].span
        return self.names[at].span if APART.match(self.text[self.ends[at] : office.opening]) else None


def recall(casting: Casting, offices: Sequence[Office]) -> None:
    """Give "the minister" to the person last named before it that holds the office; nobody's office is an actor too."""
    by_word: dict[str, list[Member]] = {}
    named = sorted((span.start, i) for i, span in enumerate(casting.bearers))
    members = list(casting.bearers.values())
    at = 0
    for office in offices:
        while at < len(named) and named[at][0] < office.span.start:
            remember(by_word, members[named[at][1]])
            at += 1
        if office.span in casting.named or office.name is not None or office.head in casting.book.loose:
            continue
        actor = recalled(office, by_word, casting)
        if actor is not None:
            casting.add(office.span, actor, office=True)


def remember(by_word: dict[str, list[Member]], member: Member) -> None:
    """Put a person last among the holders of each of his or her offices."""
    for word in member.offices:
        holders = by_word.setdefault(word, [])
        if member in holders:
            holders.remove(member)
        holders.append(member)
        del holders[:-HOLDERS]


def recalled(office: Office, by_word: dict[str, list[Member]], casting: Casting) -> Actor | None:
    """Return whom an office without a name means; None where it is anybody's ("a minister")."""
    capital = casting.text[office.span.start].isupper()
    if not (office.definite or office.article in OWNERS or (capital and not office.article)):
        return None
    words = words_of(office, casting.low)
    noun = office.head.split()[-1]
    if office.article not in OWNERS:
        for word, asked in ((noun, words), *casting.book.in_full.get(office.head, ())):
            for member in reversed(by_word.get(word, ())):
                if asked <= member.offices:
                    return member.actor
    label = " ".join(office.span.of(casting.text).split())
    return stranger(label, ActorKind.UNNAMED)
