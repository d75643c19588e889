"""Which outlet a report is from: as given, by its address, or by what it says of itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.intake.boilerplate import ends_word
from rashomon.lexicon.actors import Medium
from rashomon.lexicon.match import Hit, fold, plain
from rashomon.lexicon.outlets import OutletBook, host_of, outlet_book
from rashomon.lexicon.selfnaming import SelfNaming
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Evidence, Note, Span, Zone, ZoneKind

DOMAIN = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}(?![\w@])", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
REACH = 45
RANKS = ("footer-address", "footer-name", "own-words", "agency-credit")


@dataclass(frozen=True, slots=True)
class Clue:
    """Words in a report that speak for an outlet: by which rule, and where."""

    rule: str
    outlet: Medium
    words: str
    span: Span

    def evidence(self) -> Evidence:
        """Return the clue as evidence for the outlet."""
        return Evidence("outlet", self.outlet.label, self.rule, self.words, self.span)


@dataclass(frozen=True, slots=True)
class Source:
    """The outlet's name, or None, with the evidence and a note where it is unknown or in doubt."""

    outlet: str | None
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()


def tell_outlet(text: str, zones: Sequence[Zone], *, given: Evidence | None, url: str | None, tables: Tables) -> Source:
    """Return the outlet: the one given, the one whose address it is, or the one the text gives away.

    An address that no table knows names the outlet by its host. Rules in falling order: footer address,
    footer name, "sources told X" and "X's correspondent", an agency's credit. "Told Reuters" says nothing: its
    reports are printed by others.
    """
    if given:
        return Source(given.value, (given,))
    book = outlet_book(tables)
    host = host_of(url) if url else None
    if host:
        known = book.of_domain(host)
        name = known.label if known else host.removeprefix("www.")
        return Source(name, (Evidence("outlet", name, "url-domain", host),))
    return weigh([*clues_in(text, zones, book, tables.of(SelfNaming))])


def weigh(clues: list[Clue]) -> Source:
    """Return the outlet of the strongest rule that has clues; none where its clues speak for several alike."""
    for rule in RANKS:
        ours = [clue for clue in clues if clue.rule == rule]
        if not ours:
            continue
        counts = Counter(clue.outlet.label for clue in ours).most_common()
        if len(counts) > 1 and counts[0][1] == counts[1][1]:
            rivals = ", ".join(sorted(label for label, count in counts if count == counts[0][1]))
            return Source(
                None, (), (Note("no-outlet", f"the text speaks for several outlets alike: {rivals}", ours[0].span),)
            )
        label = counts[0][0]
        evidence = tuple(clue.evidence() for clue in clues if clue.outlet.label == label)
        return Source(label, evidence, doubts(rule, label, evidence[0].span))
    return Source(None, (), (Note("no-outlet", "nothing in the text or metadata says which outlet it is from"),))


def doubts(rule: str, label: str, span: Span | None) -> tuple[Note, ...]:
    """Return the note that an agency's words may stand in another outlet's report."""
    if not rule.startswith("agency"):
        return ()
    return (
        Note("outlet-unsure", f"the outlet is taken to be the agency {label}, whose reports others print too", span),
    )


def clues_in(text: str, zones: Sequence[Zone], book: OutletBook, table: SelfNaming) -> Iterator[Clue]:
    """Yield all clues of a text: its footer's addresses and names, its own words, its agency credits."""
    for zone in zones:
        if zone.kind.is_furniture:
            yield from footer_addresses(text, zone, book)
        if zone.kind is ZoneKind.DATELINE and zone.credit:
            known = book.named(zone.credit)
            if known:
                yield Clue("agency-credit", known, zone.span.of(text), zone.span)
    starts = [zone.span.start for zone in zones]
    for hit in book.find(text):
        kind = kind_at(hit.start, zones, starts)
        if kind is not ZoneKind.EMBED:
            yield from named_clues(text, hit, book, table, furniture=kind.is_furniture)


def footer_addresses(text: str, zone: Zone, book: OutletBook) -> Iterator[Clue]:
    """Yield the known outlets' addresses in a stretch of page furniture."""
    for match in DOMAIN.finditer(text, zone.span.start, zone.span.end):
        known = book.of_domain(match.group())
        if known:
            yield Clue("footer-address", known, match.group(), Span(*match.span()))


def kind_at(position: int, zones: Sequence[Zone], starts: Sequence[int]) -> ZoneKind:
    """Return the kind of the zone at a place; body where there is none."""
    at = bisect_right(starts, position) - 1
    return zones[at].kind if at >= 0 and position < zones[at].span.end else ZoneKind.BODY


def named_clues(text: str, hit: Hit, book: OutletBook, table: SelfNaming, *, furniture: bool) -> Iterator[Clue]:
    """Yield what stands around an outlet's name and gives it away as the writer."""
    before = plain(text[max(0, hit.start - REACH) : hit.start]).rstrip(" \"'(").removesuffix(" the")
    after = fold(text[hit.end : hit.end + REACH]).lstrip(' ")')
    agency = book.is_agency(hit.value)
    words, span = text[max(0, hit.start - 20) : hit.end + 20], Span(hit.start, hit.end)
    if furniture and (ends_with(before.lower(), table.footer_before) or opens(after, table.footer_after)):
        yield Clue("agency-credit" if agency else "footer-name", hit.value, words, span)
    elif opens(after, table.after) or told_by_unnamed(before, table):
        yield Clue("agency-words" if agency else "own-words", hit.value, words, span)


def told_by_unnamed(before: str, table: SelfNaming) -> bool:
    """Say whether words end in "local sources told", with somebody who has no name."""
    lower = before.lower()
    cue = next((cue for cue in table.before if lower.endswith(f" {cue}")), None)
    speaker = WORD.findall(before[: -len(cue)])[-1:] if cue else []
    if not speaker or not before[: -len(cue or "")].rstrip().endswith(speaker[0]):
        return False
    word = speaker[0].lower()
    return word in table.unnamed or (speaker[0].islower() and word not in table.not_before)


def ends_with(before: str, cues: tuple[str, ...]) -> bool:
    """Say whether words end in one of the cues, as whole words; a year may follow a copyright sign."""
    before = re.sub(r" ?\d{4}(?:-\d{4})?$", "", before)
    return any(
        before.endswith(cue) and (len(before) == len(cue) or not before[-len(cue) - 1].isalnum()) for cue in cues
    )


def opens(after: str, cues: tuple[str, ...]) -> bool:
    """Say whether words begin with one of the cues, as whole words."""
    return any(after.startswith(cue) and ends_word(after, len(cue)) for cue in cues)
