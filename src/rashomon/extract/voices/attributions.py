"""All attributions of a report: what is said, with source, cue and content, and the stances taken beside.

Hand-overs of claims ("police said ...") come from the listener. Wider ones ("planners want ...", "the mayor's endorsement
of ...") are looked for here, in the trees that are there anyway, and kept if the judge finds them likely.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.judge.codes import Codes
from rashomon.extract.judge.stancefeatures import Surroundings, features
from rashomon.extract.judge.stances import StanceJudge
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.find import Said, Voices
from rashomon.extract.voices.stances import Candidate, candidates, with_relative
from rashomon.lexicon.stances import Stance, StanceBook
from rashomon.model import Span, ZoneKind
from rashomon.model.quick import quick

QUOTATION = re.compile(r"“[^“”]{1,3000}”|\"[^\"\n]{1,3000}\"|(?:''|``)(?:[^'`]|'(?!')){1,3000}''")


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """One attribution: the spans of cue, source and content, and the hand-over it is (None for a stance)."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    said: Said | None = None


@quick
@dataclass(frozen=True, slots=True)
class Weighable:
    """A candidate with what the judge sees of it; its spans are worked out when it is kept."""

    parse: Parse
    candidate: Candidate
    said: Said | None
    features: list[int]

    def found(self) -> Found:
        """Return the candidate as an attribution."""
        cue = self.said.cue if self.said is not None else self.candidate.cue
        source = with_relative(self.parse, self.candidate.token, self.candidate.source(self.parse))
        return Found(cue, source, self.candidate.contents(self.parse), self.said)


def find_attributions(
    page: Page, voices: Voices, book: StanceBook, judge: StanceJudge | None, codes: Codes
) -> Iterator[Found]:
    """Yield a report's attributions; without a judge, the hand-overs of claims alone, all of them."""
    if judge is None:
        yield from (Found(said.cue, said.source, content_of(said), said) for said in voices.said if is_cued(said))
        return
    for item in weighable(page, voices, book, codes):
        if judge.keeps(item.features):
            yield item.found()


def weighable(page: Page, voices: Voices, book: StanceBook, codes: Codes) -> Iterator[Weighable]:
    """Yield the hand-overs and the candidates for stances of a report with their features, in text order."""
    quotes = [match.span() for match in QUOTATION.finditer(page.report.text)]
    opened = [start for start, _ in quotes]
    heard: dict[int, list[Said]] = {}
    for said in voices.said:
        if is_cued(said):
            heard.setdefault(said.cue.start, []).append(said)
    for sentence in page.sentences:
        parse = page.parses.get(sentence.index)
        if parse is None:
            continue
        told: dict[int, Candidate | None] = {found.token.i: found for found in candidates(parse, book)}
        if heard:
            told |= {t.i: told.get(t.i) for t in parse.tokens if t.start in heard}
        for i in sorted(told):
            token, own = parse.tokens[i], told[i]
            saids = heard.get(token.start)
            at = bisect_right(opened, token.start) - 1
            quoted = at >= 0 and quotes[at][1] > token.start
            handed: Sequence[Said | None] = saids or (None,)
            for item in handed:
                found = joined(parse, token, own, item)
                around = surroundings(voices, sentence, found, item, quoted=quoted)
                yield Weighable(parse, found, item, features(parse, found, around, codes))


def surroundings(
    voices: Voices, sentence: Sentence, found: Candidate, said: Said | None, *, quoted: bool
) -> Surroundings:
    """Return where a candidate stands."""
    cue = found.cue
    told = any(not other.cue.overlaps(cue) for _, other in voices.covering(cue))
    headline = sentence.zone is ZoneKind.HEADLINE or sentence.index < 1
    heard = "" if said is None else "nobody" if said.speaker is None else "presumed" if said.presumed else "said"
    return Surroundings(quoted, told, headline, heard, found.token.start == sentence.span.start)


def joined(parse: Parse, token: Token, own: Candidate | None, said: Said | None) -> Candidate:
    """Return a candidate with the source and content of the hand-over at the same word, where there is one."""
    if said is None and own is not None:
        return own
    kind, stance, shape = (
        (own.kind, own.stance, own.shape) if own is not None else ("said", Stance(token.lower, ()), "")
    )
    holder, named = (own.holder, own.named) if own is not None else (None, None)
    if said is not None and said.source is not None:
        holder, named = top(parse.at(said.source)) or holder, said.source
    told = content_of(said) if said is not None else ()
    return Candidate(token, kind, stance, holder, shape, named=named, told=told)


def top(tokens: Sequence[Token]) -> Token | None:
    """Return the word of a phrase that the others hang on."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.i), None)


def content_of(said: Said) -> tuple[Span, ...]:
    """Return all spans of what is said, in order."""
    return tuple(sorted({*said.contents, *said.beyond}))


def is_cued(said: Said) -> bool:
    """Say whether a hand-over has words that show it and words handed over."""
    return bool(len(said.cue) and said.contents)
