"""Whose turn it is in a broadcast's transcript: paragraphs that open with a speaker's label and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.cast.find import Cast
from rashomon.extract.sentences import Sentence
from rashomon.extract.voices.naming import Speaker
from rashomon.lexicon.cues import CueBook
from rashomon.model import ActorKind, Span

LABEL = re.compile(r"(?:[-–—•*]+\s*)?([^\W\d_][\w .'’/-]{0,40}?)(?:\s*\([^()\n]{1,60}\))?\s*:(?=\s)")
"""A label at a paragraph's beginning: "PRESENTER:", "REPORTER (by phone from Harrow):", "Dr Lind:"."""
FEWEST = 3
"""Labelled paragraphs that make a transcript."""
WORDS = 4
"""Words that a label may have."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its paragraph, where its words begin, and who has it; the outlet's own people have no speaker."""

    paragraph: int
    start: int
    speaker: Speaker | None


def turns_of(text: str, sentences: Sequence[Sentence], cues: CueBook, cast: Cast) -> list[Turn]:
    """Return the turns of a transcript in order; none where the report is no transcript.

    "PRESENTER: How many?" is the outlet's own, "LIND: We buried twelve." is Ana Lind's, who is named elsewhere in the report.
    A transcript has a host, or people who have several turns each and are asked.
    """
    labelled = list(labels_of(text, sentences))
    names = Counter(label.of(text).lower() for _, label, _ in labelled)
    hosts = {name for name in names if is_host(name, cues.hosts)}
    if len(labelled) < FEWEST or not (hosts or talks(text, labelled, names)):
        return []
    turns = []
    for paragraph, label, start in labelled:
        name = label.of(text)
        if name.lower() in hosts:
            turns.append(Turn(paragraph, start, None))
        elif name.isupper() or names[name.lower()] > 1:
            turns.append(Turn(paragraph, start, speaker_of(name, label, cues, cast)))
    return turns


def labels_of(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Span, int]]:
    """Yield each labelled paragraph with its label's span and where its words begin."""
    seen = -1
    for sentence in sentences:
        if sentence.paragraph == seen:
            continue
        seen = sentence.paragraph
        found = LABEL.match(text, sentence.span.start)
        if found is not None and len(found.group(1).split()) <= WORDS:
            yield sentence.paragraph, Span(*found.span(1)), found.end()


def is_host(name: str, hosts: Collection[str]) -> bool:
    """Say whether a label is that of the outlet's own people: "presenter", "our reporter"."""
    return name in hosts or name.rsplit(maxsplit=1)[-1] in hosts


def talks(text: str, labelled: Sequence[tuple[int, Span, int]], names: Counter[str]) -> bool:
    """Say whether two have several turns each, in capitals, and somebody asks."""
    several = {
        label.of(text) for _, label, _ in labelled if names[label.of(text).lower()] > 1 and label.of(text).isupper()
    }
    return len(several) > 1 and "?" in text


def speaker_of(name: str, label: Span, cues: CueBook, cast: Cast) -> Speaker:
    """Return whom a label names: a person named in full elsewhere, a role ("CALLER"), or the label itself; "A:" is whom the report introduces."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    people = [named.actor.label for named in cast.named if named.actor.kind is ActorKind.PERSON]
    others = [named.actor.label for named in cast.named if named.actor.kind is ActorKind.OTHER]
    if name.lower() in cues.answering:
        guest = next((one for one in (*people, *others) if " " in one), "interviewee")
        return Speaker(guest, ActorKind.PERSON if " " in guest else ActorKind.UNNAMED, label, words=name)
    full = next((person for person in people if person.split()[-1].lower() == last), None)
    if full is not None:
        return Speaker(full, ActorKind.PERSON, label, words=full)
    if last in cues.unnamed or last in cues.titles:
        return Speaker(name.lower(), ActorKind.UNNAMED, label, words=name.lower())
    return Speaker(name.title() if name.isupper() else name, ActorKind.PERSON, label, words=name)
