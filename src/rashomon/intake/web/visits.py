"""What is remembered of an address between visits, so that a server need not send again what is known."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Visit:
    """The last visit to an address.

    ``url`` is where the answer came from, after redirects: ``etag`` and ``modified`` are its validators. ``failures``
    counts failures in a row; nothing is asked before ``not_before``, in seconds of the caller's clock. ``seen`` are the
    keys of a feed's entries that were handed on.
    """

    url: str = ""
    etag: str = ""
    modified: str = ""
    failures: int = 0
    not_before: float = 0.0
    seen: tuple[str, ...] = ()


NEVER = Visit()


class Visits(Protocol):
    """Where visits are kept: a file, a table of the store."""

    def get(self, url: str) -> Visit:
        """Return the last visit to an address; an empty one where there was none."""

    def put(self, url: str, visit: Visit) -> None:
        """Keep a visit in place of the last one."""


@dataclass
class Notebook:
    """Visits in memory, with a way to and from JSON text."""

    visits: dict[str, Visit] = field(default_factory=dict)

    def get(self, url: str) -> Visit:
        """Return the last visit to an address; an empty one where there was none."""
        return self.visits.get(url, NEVER)

    def put(self, url: str, visit: Visit) -> None:
        """Keep a visit in place of the last one."""
        self.visits[url] = visit

    def to_json(self) -> str:
        """Return all visits as JSON text, addresses sorted."""
        return json.dumps({url: asdict(visit) for url, visit in sorted(self.visits.items())}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Notebook:
        """Return the visits of a JSON text; raises ValueError where it is none of ours."""
        rows = json.loads(text)
        if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
            raise ValueError("visits are a JSON object of objects, one for each address")
        names = {one.name for one in fields(Visit)}
        known = {url: {key: value for key, value in row.items() if key in names} for url, row in rows.items()}
        return cls({url: Visit(**{**row, "seen": tuple(row.get("seen", ()))}) for url, row in known.items()})
