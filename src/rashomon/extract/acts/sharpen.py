"""Make the type of an act more exact by who does it, to whom, and with what."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.extract.acts.parties import Stage
from rashomon.extract.syntax import Token
from rashomon.lexicon.actframes import Frame

STEPS = 3
"""How often a type may be sharpened further: an attack on a crowd is a crackdown, and with tear gas alone a dispersal."""


def sharpened(
    stage: Stage, kind: str, doer: Token | None, target: Token | None, frames: Mapping[str, tuple[Frame, ...]]
) -> str:
    """Return the more exact type of an act, or the type given where no frame fits."""
    for _ in range(STEPS):
        for frame in frames.get(kind, ()):
            if fits(stage, frame, doer, target):
                kind = frame.to
                break
        else:
            return kind
    return kind


def fits(stage: Stage, frame: Frame, doer: Token | None, target: Token | None) -> bool:
    """Say whether a frame's doer, target and words are there."""
    if frame.signs and stage.parse.words.isdisjoint(frame.signs):
        return False
    if frame.without and not stage.parse.words.isdisjoint(frame.without):
        return False
    return is_one_of(stage, doer, frame.doer) and is_one_of(stage, target, frame.target)


def is_one_of(stage: Stage, party: Token | None, classes: tuple[str, ...]) -> bool:
    """Say whether a party is of one of the classes; none asked for fits anybody."""
    return not classes or (party is not None and any(stage.is_party_of(party, name) for name in classes))
