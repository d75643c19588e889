"""Moments as the log has them: ISO 8601, in UTC, to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime

from rashomon.errors import StoreError


def stamp(moment: datetime) -> str:
    """Return a moment as the log has it; one without a zone is UTC.

    >>> stamp(datetime(2024, 3, 12, 8, 30))
    '2024-03-12T08:30:00Z'
    """
    there = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return there.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def moment_of(given: str | date) -> str:
    """Return a day or a moment so that it can be compared with those of the log; StoreError where it is neither.

    >>> moment_of("2024-03-12"), moment_of("2024-03-12T10:30+02:00")
    ('2024-03-12', '2024-03-12T08:30:00Z')
    """
    if isinstance(given, datetime):
        return stamp(given)
    if isinstance(given, date):
        return given.isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        pass
    try:
        return stamp(datetime.fromisoformat(given))
    except ValueError as problem:
        raise StoreError(
            f"{given!r} is no day or moment; give 2024-03-12, 2024-03-12T08:30, or the number of a change"
        ) from problem
