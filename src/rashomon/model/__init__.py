"""The nouns: frozen, made of the standard library alone, and known to every room."""

from rashomon.model.claim import (
    OUTLET,
    TOTAL,
    UNATTRIBUTED,
    Act,
    Attribution,
    Claim,
    ClaimId,
    ClaimKind,
    Group,
    Layer,
    Link,
    Mention,
    MentionType,
    Modality,
    Polarity,
    Reading,
    Scope,
    Stance,
    Voice,
)
from rashomon.model.event import (
    Decision,
    Estimate,
    Event,
    EventId,
    Figure,
    Finding,
    FindingId,
    Judgement,
    Omission,
    Position,
    Question,
    Record,
    SeriesPoint,
    SharedText,
    TimelineEntry,
    Value,
    Verdict,
    Wording,
)
from rashomon.model.text import Evidence, Note, Report, ReportId, Span, Zone, ZoneKind, content_id
from rashomon.model.values import (
    FORCE_KINDS,
    Actor,
    ActorKind,
    Basis,
    Grain,
    Place,
    Precision,
    Quantity,
    TimeSpan,
)

__all__ = [
    "FORCE_KINDS", "OUTLET", "TOTAL", "UNATTRIBUTED", "Act", "Actor", "ActorKind", "Attribution", "Basis", "Claim", "ClaimId",
    "ClaimKind", "Decision", "Estimate", "Event", "EventId", "Evidence", "Figure", "Finding", "FindingId", "Grain", "Group", "Judgement",
    "Layer", "Link", "Mention", "MentionType", "Modality", "Note", "Omission", "Place", "Polarity", "Position", "Precision",
    "Quantity", "Question", "Reading", "Record", "Report", "ReportId", "Scope", "SeriesPoint", "SharedText", "Span", "Stance", "TimeSpan", "TimelineEntry",
    "Value", "Verdict", "Voice", "Wording", "Zone", "ZoneKind", "content_id",
]
