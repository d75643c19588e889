"""Offices by which reports name people: "the Foreign Secretary", "commander of the Harrow garrison"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.cast.capitals import Capitals, Run, Word
from rashomon.lexicon.names import FIELD, GIVEN, HEAD, NATION, NOTHING, OPENER, QUALIFIER, RANK, ROLE, NameBook
from rashomon.model import Span

JOIN = re.compile(r" (of|for|to|at|in|on|and)(?: the)? (?=\S)")
BEFORE = re.compile(r"([\w’'.‑-]+) $")
MAKER = re.compile(r"\b(the|this|that|a|an|his|her|its|their|our|whose) $", re.IGNORECASE)
OWNERS = frozenset({"his", "her", "its", "their", "our"})
SMALL = re.compile(r"[A-Za-z][\w-]*")
NEXT = re.compile(r" ([\w-]+)")
POSSESSIVE = ("'s", "’s", "s'", "s’")
LINKS = 6
"""How many complements an office may have: "Minister of Culture and Heritage for the northern region"."""
AHEAD = 40
"""How far before its noun an office's words are looked for, each."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its words, its noun, the article before it, and the name that follows in one run of capitals.

    ``plain``: no place or body follows its noun ("Secretary of State"), so that it is a title of the name behind it.
    """

    span: Span
    head: str
    article: str = ""
    name: Span | None = None
    plain: bool = True

    @property
    def definite(self) -> bool:
        """Whether its article points at one that is known."""
        return self.article in ("the", "this", "that")

    @property
    def opening(self) -> int:
        """Where it begins with its article, if that stands outside its span."""
        return self.span.start - (len(self.article) + 1 if self.article and self.article not in OWNERS else 0)


@dataclass(frozen=True)
class Offices:
    """Finds the offices of one report; ``ends``: where known actors and places end, behind which a name may begin."""

    capitals: Capitals
    book: NameBook
    ends: frozenset[int]

    def find(self) -> Iterator[Office]:
        """Yield the offices in text order, none overlapping."""
        done = 0
        for hit in self.book.offices.find(self.capitals.text):
            if hit.start < done or self.capitals.text[hit.end : hit.end + 2] in POSSESSIVE or self.qualifies(hit.end):
                continue
            office = self.office(hit.start, hit.end, hit.value, done)
            if office is not None:
                done = office.span.end
                yield office

    def qualifies(self, end: int) -> bool:
        """Say whether an office's noun only qualifies the next word: "deputy| sheriff"."""
        behind = NEXT.match(self.capitals.low, end)
        return behind is not None and bool(self.book.senses.get(behind.group(1), 0) & ROLE)

    def office(self, start: int, end: int, head: str, done: int) -> Office | None:
        """Return the office around its noun; None where the noun is part of a body's name ("Chief Martial Court")."""
        run = self.capitals.at(start)
        if run is not None and run.end > end and run.words[-1].sense & HEAD:
            return None
        first, article = self.left(start, run, done)
        if run is not None and run.end > end:
            return Office(Span(first, end), head, article, Span(end + 1, run.end)) if run.end > end + 1 else None
        last, plain = self.right(end)
        behind = self.capitals.at(last + 1)
        if (
            behind is not None
            and behind.start <= last + 1
            and self.capitals.low[last] == " "
            and self.follows(behind, last, run)
        ):
            return Office(Span(first, last), head, article, Span(last + 1, behind.end), plain)
        return Office(Span(first, last), head, article, None, plain)

    def follows(self, behind: Run, last: int, run: Run | None) -> bool:
        """Say whether the run behind an office may be the name of its holder; of one in small letters, words of no body."""
        if behind.start < last:
            return True
        return run is None and not any(word.sense & (HEAD | NOTHING | OPENER) for word in behind.words)

    def left(self, start: int, run: Run | None, done: int) -> tuple[int, str]:
        """Return where an office begins, and its article or owner: "the |former deputy minister", "|his Chief of Staff"."""
        text = self.capitals.text
        if run is not None and run.start < start:
            start = self.begin(run, start, done)
        for _ in range(4):
            before = BEFORE.search(text, max(done, start - AHEAD), start)
            if before is None:
                break
            small = before.group(1)[0].islower()
            if not small:
                run = self.capitals.at(before.end(1) - 1)
                if run is not None and run.start >= done and run.end == before.end(1):
                    start = run.start
                break
            if not self.book.senses.get(before.group(1), 0) & QUALIFIER:
                break
            start = before.start(1)
        maker = MAKER.search(text, max(done, start - 7), start)
        article = maker.group(1).lower() if maker else ""
        return (maker.start(1) if maker and article in OWNERS else start), article

    def begin(self, run: Run, start: int, done: int) -> int:
        """Return the first word of a run that is not used yet; a person's name before an office is not part of it."""
        words = [word for word in run.words if done <= word.start < start]
        if len(words) > 1 and words[0].sense & GIVEN:
            words = [word for word in words[2:] if word.sense & (QUALIFIER | FIELD | NATION)]
        return words[0].start if words else start

    def right(self, end: int) -> tuple[int, bool]:
        """Return where an office ends after its complements, and whether these are mere fields of office."""
        plain = True
        for turn in range(LINKS):
            join = JOIN.match(self.capitals.text, end)
            if join is None or (join.group(1) in ("and", "in", "on") and not turn):
                break
            run = self.capitals.at(join.end())
            after = self.small_fields(join.end()) if run is None else self.cut(run.words)
            if after is None or (run is not None and run.start != join.end()):
                break
            if run is not None and join.group(1) == "and" and not self.goes_on(run, after):
                break
            plain = plain and (run is None or all(word.sense & FIELD for word in run.words if word.end <= after))
            end = after
            if run is not None and after < run.end:
                break
        return end, plain

    def small_fields(self, start: int) -> int | None:
        """Return where a complement that is no name ends: "minister of |foreign affairs|", "Superintendent of |Police|"."""
        end = None
        for word in SMALL.finditer(self.capitals.text, start, start + AHEAD):
            if word.start() != (start if end is None else end + 1):
                break
            if not self.book.senses.get(word.group().lower(), 0) & (FIELD | HEAD):
                break
            end = word.end()
        return end

    def cut(self, words: Sequence[Word]) -> int:
        """Return where a complement ends inside a run that goes on with a name: "State| Lena Ford", "Middle East| Lena Ford"."""
        end = 0
        for at, word in enumerate(words):
            if 0 < at < len(words) - 1 and word.sense & (GIVEN | RANK) and not word.sense & FIELD:
                return words[at - 1].end
            fields = word.sense & FIELD and (not end or end == words[at - 1].end)
            if word.end in self.ends or word.sense & HEAD or fields:
                end = word.end
        return end or words[-1].end

    def goes_on(self, run: Run, cut: int) -> bool:
        """Say whether what follows "and" belongs to the complement: another field or place, never another person."""
        if cut < run.end:
            return False
        return run.end in self.ends or all(word.sense & (FIELD | NOTHING) for word in run.words)
