"""What one report asserts: claims, who they rest on, and the mentions around them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

from rashomon.model.quick import quick
from rashomon.model.text import Note, ReportId, Span, ZoneKind, content_id
from rashomon.model.values import ActorKind, Place, Quantity, TimeSpan

ClaimId = NewType("ClaimId", str)

OUTLET = "outlet"
"""The root of what a report says in its own voice."""

UNATTRIBUTED = "unattributed"
"""The root of "reportedly" and "it is believed"."""


class ClaimKind(StrEnum):
    """The four kinds of assertion."""

    COUNT = "count"
    ACT = "act"
    CONTROL = "control"
    STATEMENT = "statement"


class Layer(StrEnum):
    """Whether a claim is about the happening, something beside it, or before it."""

    MAIN = "main"
    RELATED = "related"
    BACKGROUND = "background"


class Polarity(StrEnum):
    """Whether a claim is asserted, denied, or explicitly left open ("without giving a number")."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """How firmly a claim is put."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    FEARED = "feared"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"

    @property
    def is_firm(self) -> bool:
        """Whether it says that something is so: asserted or alleged, and not feared, planned or supposed."""
        return self in (Modality.ASSERTED, Modality.ALLEGED)


class Scope(StrEnum):
    """Whether a count is of the whole happening, a part of it, an addition, or of something else."""

    WHOLE = "whole"
    PART = "part"
    INCREMENT = "increment"
    OTHER = "other"


class Voice(StrEnum):
    """Who speaks: the outlet, somebody it names, or nobody named."""

    OWN = "own"
    REPORTED = "reported"
    UNATTRIBUTED = "unattributed"


class Stance(StrEnum):
    """What a reporting word does to what it reports."""

    SAID = "said"
    CLAIMED = "claimed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    REPORTEDLY = "reportedly"


@quick
@dataclass(frozen=True, slots=True)
class Link:
    """One link of an attribution chain: who, by which cue word, with which stance, and where it stands."""

    name: str
    kind: ActorKind
    cue: str | None = None
    stance: Stance = Stance.SAID
    span: Span | None = None
    actor_id: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word a claim rests: a chain from the outlet inward to the root, the one who first said it.

    ``chain`` runs from the nearest to the outlet to the root ("SANA quoted local sources" is two links, the
    last is the root). ``ambiguous`` marks a scope that may have ended before the claim.
    """

    root: str = OUTLET
    voice: Voice = Voice.OWN
    chain: tuple[Link, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Whom a count counts: ``total``, ``civilians``, ``children``, an actor id ... and its label."""

    id: str
    label: str


TOTAL = Group("total", "total")


@quick
@dataclass(frozen=True, slots=True)
class Act:
    """Who did what to whom; agent and patient are canonical labels, or the words used."""

    type: str
    agent: str | None = None
    patient: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion in one report; ``id`` is a hash of its content.

    ``span`` and ``quote`` are the evidence, ``number_span`` the hedge and number words of a count,
    ``trigger_span`` the words that assert an act, control or statement. ``rules`` names what made it.
    """

    report_id: ReportId
    kind: ClaimKind
    span: Span
    quote: str
    layer: Layer = Layer.MAIN
    measure: str | None = None
    group: Group | None = None
    quantity: Quantity | None = None
    number_span: Span | None = None
    act: Act | None = None
    trigger_span: Span | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    scope: Scope = Scope.WHOLE
    confidence: float = 1.0
    attribution: Attribution = Attribution()
    when: TimeSpan | None = None
    where: Place | None = None
    zone: ZoneKind = ZoneKind.BODY
    rules: tuple[str, ...] = ()
    id: ClaimId = ClaimId("")

    @property
    def least(self) -> int:
        """How many a count tells of at the least: 0 where it gives no number."""
        return self.quantity.least if self.quantity is not None else 0

    def identified(self) -> Claim:
        """Return the claim with its id: a hash of where it stands and what it says."""
        anchors = (self.number_span, self.trigger_span)
        return replace(
            self,
            id=claim_id(
                (self.report_id, self.kind, self.span),
                anchors,
                self.measure,
                self.group,
                self.act,
                polarity=self.polarity,
                root=self.attribution.root,
            ),
        )


def claim_id(
    where: tuple[ReportId, ClaimKind, Span],
    anchors: Sequence[Span | None],
    measure: str | None,
    group: Group | None,
    act: Act | None,
    *,
    polarity: Polarity,
    root: str,
) -> ClaimId:
    """Return a claim's id: a hash of where it and its number or trigger stand, what it says, and on whose word."""
    report_id, kind, span = where
    what: list[object] = [report_id, kind, span.start, span.end, measure]
    for anchor in anchors:
        if anchor:
            what += [anchor.start, anchor.end]
    what += [group.id if group else None, (act.type, act.agent, act.patient) if act else None, polarity, root]
    return ClaimId(content_id("c", json.dumps(what)))


class MentionType(StrEnum):
    """What a mention mentions."""

    TIME = "time"
    PLACE = "place"
    ACTOR = "actor"
    ATTRIBUTION = "attribution"


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A time, place, actor or attribution in a report's words.

    ``value`` is a time's TIMEX3 value, ``timespan`` what it resolved to; ``place`` what a place resolved to;
    ``actor`` the canonical id and ``label`` its name, ``loaded`` the loaded words in it, ``quoted`` whether it
    stands in a quotation; ``source``, ``cue`` and ``content`` (spans in order) are an attribution's.
    """

    report_id: ReportId
    type: MentionType
    span: Span
    value: str | None = None
    timespan: TimeSpan | None = None
    place: Place | None = None
    actor: str | None = None
    label: str | None = None
    loaded: tuple[str, ...] = ()
    quoted: bool = False
    speaker: str | None = None
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's claims and mentions in text order, and notes on what could not be read.

    ``implied`` are counts of one that no number states ("Voss was pronounced dead"): they answer where nobody counts.
    """

    report_id: ReportId
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[Note, ...] = ()
    implied: tuple[Claim, ...] = ()
