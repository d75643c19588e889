"""The public JSON: a record, and claims, mentions and events one a line.

Keys come in a fixed order, dates are ISO 8601, spans are ``{"start", "end"}`` in code points of the report's text
(an attribution mention alone has ``[start, end]`` pairs), and a field without a value is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from rashomon.errors import InputError
from rashomon.model import Claim, Event, Mention, MentionType, Record, Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Row = dict[str, Any]
T = TypeVar("T")

CLAIM_KEYS = (
    "id", "report_id", "kind", "layer", "measure", "group", "quantity", "number_span", "act", "trigger_span", "polarity",
    "modality", "scope", "confidence", "attribution", "when", "where", "span", "quote", "zone", "rules",
)  # fmt: skip
"""The keys of a line of ``claims.jsonl``, in order."""
EVENT_KEYS = ("id", "report_ids", "when", "where", "type", "parties", "figures", "reasons", "accounts")
"""The keys of a line of ``events.jsonl``, in order."""
RECORD_KEYS = (
    "event", "reports", "claims", "findings", "wording", "timeline", "shared", "omissions", "open", "notes", "mentions", "versions",
    "tally",
)  # fmt: skip
"""The keys of a record, in order."""


@cache
def codec(kind: Any) -> TypeAdapter[Any]:
    """Return the codec of a noun, made once."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def to_row(kind: type[T], noun: T) -> Row:
    """Return a noun as plain JSON values."""
    row: Row = codec(cast("Any", kind)).dump_python(noun, mode="json")
    return row


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """Return the noun of a row; InputError names the key that is wrong. Unknown keys are passed over."""
    from pydantic import ValidationError

    try:
        noun: T = codec(cast("Any", kind)).validate_python(dict(row))
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise InputError(
            kind.__name__.lower(), f"{where}: {first['msg']}; give what rashomon wrote itself"
        ) from problem
    return noun


def in_order(row: Row, keys: tuple[str, ...]) -> Row:
    """Return the row with its keys in the contract's order."""
    return {key: row[key] for key in keys}


def claim_row(claim: Claim) -> Row:
    """Return a claim as a line of ``claims.jsonl``.

    "At least 17 people were killed, police said" has ``"quantity": {"low": 17, "high": null, ...}`` and
    ``"attribution": {"root": "police", "voice": "reported", ...}``.
    """
    return in_order(to_row(Claim, claim), CLAIM_KEYS)


def claim_from_row(row: Mapping[str, Any]) -> Claim:
    """Return the claim of a line of ``claims.jsonl``."""
    return from_row(Claim, row)


def event_row(event: Event) -> Row:
    """Return an event as a line of ``events.jsonl``."""
    return in_order(to_row(Event, event), EVENT_KEYS)


def mention_row(mention: Mention) -> Row:
    """Return a mention as a line of ``mentions.jsonl``: one flat object, with the keys of its type."""
    row: Row = {
        "report_id": mention.report_id,
        "type": str(mention.type),
        "start": mention.span.start,
        "end": mention.span.end,
    }
    return row | DETAILS[mention.type](mention)


def time_details(mention: Mention) -> Row:
    """Return the TIMEX3 value of a time, and the days it resolved to."""
    span = mention.timespan
    days = (span.earliest, span.latest) if span else (None, None)
    return {"value": mention.value} | {
        key: day.isoformat() if day else None for key, day in zip(("earliest", "latest"), days, strict=True)
    }


def place_details(mention: Mention) -> Row:
    """Return what a place resolved to; ``geonames_id`` is a number, or null for a place of our own table."""
    place = mention.place
    if place is None:
        return {"name": None, "lat": None, "lon": None, "geonames_id": None}
    return {
        "name": place.name, "lat": place.lat, "lon": place.lon, "geonames_id": geonames_id(place.id), "id": place.id,
        "level": place.level, "country": place.country, "rivals": list(place.rivals),
    }  # fmt: skip


def geonames_id(place_id: str | None) -> int | None:
    """Return the number in ``geonames:169577``; None for any other id."""
    kind, _, number = (place_id or "").partition(":")
    return int(number) if kind == "geonames" and number.isascii() and number.isdigit() else None


def actor_details(mention: Mention) -> Row:
    """Return the actor meant, and how it was named."""
    return {
        "actor": mention.actor, "label": mention.label, "loaded": list(mention.loaded), "quoted": mention.quoted,
        "speaker": mention.speaker,
    }  # fmt: skip


def attribution_details(mention: Mention) -> Row:
    """Return the spans of source and cue, the spans of the content, and the speaker's canonical name."""
    return {
        "source": pair(mention.source), "cue": pair(mention.cue), "content": [pair(span) for span in mention.content],
        "speaker": mention.speaker,
    }  # fmt: skip


def pair(span: Span | None) -> list[int] | None:
    """Return a span as ``[start, end]``."""
    return [span.start, span.end] if span else None


DETAILS = {
    MentionType.TIME: time_details,
    MentionType.PLACE: place_details,
    MentionType.ACTOR: actor_details,
    MentionType.ATTRIBUTION: attribution_details,
}


def record_to_dict(record: Record) -> Row:
    """Return a record as plain JSON values, the reports' texts included, so that every span can be looked up in it."""
    row = in_order(to_row(Record, record), RECORD_KEYS)
    row["event"] = in_order(row["event"], EVENT_KEYS)
    row["reports"] = [
        {**report, "sha256": noun.sha256} for report, noun in zip(row["reports"], record.reports, strict=True)
    ]
    row["claims"] = [in_order(claim, CLAIM_KEYS) for claim in row["claims"]]
    return row


def record_from_dict(row: Mapping[str, Any]) -> Record:
    """Return the record that :func:`record_to_dict` wrote: ``record_from_dict(record_to_dict(r)) == r``."""
    return from_row(Record, row)


def dumps(value: object, *, indent: int | None = None) -> str:
    """Return JSON text in readable characters; a lone surrogate in a report's text is written as its escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield one line of JSON for each row."""
    return (dumps(row) + "\n" for row in rows)
