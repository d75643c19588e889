"""All that is said in a report, and on whose word any of its words rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rashomon.extract.voices.naming import Speaker
from rashomon.extract.voices.speaker import WORD
from rashomon.model import OUTLET, UNATTRIBUTED, ActorKind, Attribution, Link, Span, Stance, Voice
from rashomon.model.quick import quick

CITED = 2
"""Depth of whom another cites: always within the other's words."""
PRESS = (ActorKind.OUTLET, ActorKind.AGENCY)
"""Kinds of body whose people speak for it as reporters."""
OURS = re.compile(r"our\b", re.IGNORECASE)
"""How an outlet calls its own people: "our correspondent", "our volunteers"."""
BEFORE = frozenset({"earlier", "previous", "original", "first", "this", "our"})
"""Words by which a page is the outlet's own, as it was before."""
DEFINITE = re.compile(r"the\b", re.IGNORECASE)
BLOCK = 256
"""Code points of text to one drawer of the index."""


@quick
@dataclass(frozen=True, slots=True)
class Said:
    """One hand-over of words: the speaker (None: nobody in particular), the cue, its stance, and the words handed over.

    ``depth`` orders speakers of the same words from the outlet inward. ``presumed`` contents are judged, not told
    ("condemned the attack that killed 12"): they make no root. ``carried`` ones have no cue of their own. ``beyond`` are the
    sentences of a quotation before and after the one with the cue. Nothing goes on from words told in ``passing``.
    """

    speaker: Speaker | None
    cue: Span
    stance: Stance
    contents: tuple[Span, ...]
    depth: int = 0
    via: Speaker | None = None
    source: Span | None = None
    presumed: bool = False
    word: str | None = None
    beyond: tuple[Span, ...] = ()
    passing: bool = False

    @property
    def carried(self) -> bool:
        """Whether the words are the last speaker's without saying so again."""
        return not len(self.cue)


@dataclass
class Voices:
    """All that is said in a report; asks for the attribution of any span."""

    outlet_ids: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    """The words of the outlet's own name."""
    said: list[Said] = field(default_factory=list)
    credits: list[tuple[Span, Speaker]] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)
    """Sentences that may still be the last speaker's, in text order."""
    own_staff: frozenset[str] = frozenset()
    reporters: set[str] = field(default_factory=set)
    """Names of the outlet's own people."""
    bodies: frozenset[str] = frozenset()
    """Nouns of bodies: "the command" is the outlet in its own release."""
    editions: frozenset[str] = frozenset()
    """What the outlet calls its own page as it was before: "entry"."""
    press_nouns: frozenset[str] = frozenset()
    """What the people of any outlet are called: "reporter"."""
    _drawers: dict[int, list[tuple[Span, Said]]] = field(default_factory=dict, repr=False)
    _filed: int = field(default=0, repr=False)
    _covering: dict[tuple[int, int], list[tuple[Span, Said]]] = field(default_factory=dict, repr=False)

    def covering(self, anchor: Span) -> list[tuple[Span, Said]]:
        """Return the hand-overs whose contents hold the anchor, each with that content, in the order they were heard."""
        if self._filed < len(self.said):
            self.file()
        start, end = anchor.start, anchor.end
        found = self._covering.get((start, end))
        if found is None:
            near = self._drawers.get(start // BLOCK, ())
            found = self._covering[start, end] = [(c, s) for c, s in near if c.start <= start and end <= c.end]
        return found

    def file(self) -> None:
        """Put what was heard since the last time into the drawers that its words lie in."""
        self._covering.clear()
        while self._filed < len(self.said):
            said = self.said[self._filed]
            for content in said.contents:
                for drawer in range(content.start // BLOCK, content.end // BLOCK + 1):
                    self._drawers.setdefault(drawer, []).append((content, said))
            self._filed += 1

    def attribution(self, anchor: Span, *, statement: bool = False) -> Attribution:
        """Return on whose word the anchor words rest: chain from the outlet inward, the root last.

        A ``statement`` ("X demanded ...") is its speaker's own, so its anchor is the cue itself.
        """
        over = {
            id(s): (0 if s.depth == CITED else len(c), s)
            for c, s in self.covering(anchor)
            if not (s.presumed or s.cue.overlaps(anchor))
        }
        if statement:
            own = (s for s in self.said if s.cue.overlaps(anchor) and s.speaker is not None)
            over |= {id(s): (0, s) for s in own}
        ordered = sorted(over.values(), key=lambda pair: (-pair[0], pair[1].depth, pair[1].cue.start)) if over else []
        links, nobody = self.chain([said for _, said in ordered])
        credit = (
            next((speaker for span, speaker in self.credits if span.covers(anchor)), None) if self.credits else None
        )
        if credit is not None and not any(link.name == credit.name for link in links):
            links.insert(0, Link(credit.name, credit.kind, None, Stance.SAID, credit.span, credit.actor_id))
        doubtful = not links and self.loose(anchor)
        if links:
            return Attribution(
                links[-1].name,
                Voice.REPORTED,
                tuple(links),
                all(said.carried for _, said in ordered) and self.loose(anchor),
            )
        return (
            Attribution(UNATTRIBUTED, Voice.UNATTRIBUTED, (), doubtful)
            if nobody
            else Attribution(OUTLET, Voice.OWN, (), doubtful)
        )

    def loose(self, anchor: Span) -> bool:
        """Say whether the anchor stands in a sentence whose speaker is only carried over."""
        at = bisect_right(self.doubtful, anchor.start, key=start_of) - 1
        return at >= 0 and self.doubtful[at].covers(anchor)

    def chain(self, ordered: list[Said]) -> tuple[list[Link], bool]:
        """Return the links of some hand-overs, and whether the words rest on nobody in particular."""
        links: list[Link] = []
        nobody = False
        for item in ordered:
            if item.speaker is None:
                nobody = True
            elif not self.is_outlet(item.speaker):
                nobody = False
                links += [
                    link
                    for link in links_of(self.as_press(item))
                    if not any(link.name == known.name for known in links)
                ]
        return links, nobody

    def as_press(self, said: Said) -> Said:
        """Return what another outlet's reporter says as that outlet's word: "Harrow Wire's Lena Ford", "a Harrow Wire reporter"."""
        speaker = said.speaker
        if speaker is None or speaker.organisation_kind not in PRESS:
            return said
        staff = speaker.kind is ActorKind.PERSON or bool(speaker.nouns & self.press_nouns)
        return replace(said, speaker=speaker.body) if staff else said

    def is_outlet(self, speaker: Speaker) -> bool:
        """Say whether a speaker is the report's own outlet, a reporter of it, or its unnamed staff ("SOHR activists" in SOHR's report)."""
        if speaker.name in self.reporters or OURS.match(speaker.words) or self.is_own_name(speaker):
            return True
        if self.is_own_page(speaker):
            return True
        if not self.outlet_ids:
            return False
        if speaker.actor_id in self.outlet_ids:
            return True
        return (
            speaker.organisation_id in self.outlet_ids
            and speaker.kind is not ActorKind.PERSON
            and bool(speaker.nouns & self.own_staff)
        )

    def is_own_page(self, speaker: Speaker) -> bool:
        """Say whether a speaker is the outlet's page as it was before: "an earlier entry", "a first version of this story"."""
        words = WORD.findall(speaker.words.lower())
        return bool(self.editions & set(words[:3])) and not BEFORE.isdisjoint(words)

    def is_own_name(self, speaker: Speaker) -> bool:
        """Say whether a body's name is a part of the outlet's that nobody else bears: "the Barometer" in the Kivu Barometer's note."""
        if speaker.actor_id is not None or not self.outlet_words:
            return False
        whole = frozenset(WORD.findall(speaker.words.lower()))
        if len(whole) > 1 and whole <= self.outlet_words:
            return True
        words = frozenset(WORD.findall(speaker.name.lower()))
        if speaker.kind is ActorKind.PERSON:
            return False
        body = bool(words & self.bodies) or speaker.name[:1].isupper()
        return body and words <= self.outlet_words and (len(words) > 1 or DEFINITE.match(speaker.words) is not None)


def start_of(span: Span) -> int:
    """Return where a span begins."""
    return span.start


def links_of(said: Said) -> Iterator[Link]:
    """Yield the chain of one hand-over: the agency it was told to, the organisation, the person."""
    speaker = said.speaker
    if said.via is not None:
        yield Link(said.via.name, said.via.kind, None, Stance.SAID, said.via.span, said.via.actor_id)
    if speaker is None:
        return
    if speaker.organisation and speaker.organisation_kind is not None and speaker.organisation != speaker.name:
        yield Link(
            speaker.organisation, speaker.organisation_kind, None, Stance.SAID, speaker.span, speaker.organisation_id
        )
    yield Link(speaker.name, speaker.kind, said.word, said.stance, speaker.span, speaker.actor_id)
