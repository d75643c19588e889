"""What arrives: items, what is read from each, and what has to be set aside."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from rashomon.errors import EmptyInput, InputError, NotText, TooLarge
from rashomon.model.text import Note, Report

ERRORS: dict[str, type[InputError]] = {"empty": EmptyInput, "not-text": NotText, "too-large": TooLarge}


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes that arrived, as they were: a file, a fetched page, one record of a web archive.

    ``origin`` says where it can be found again: a path, an address, ``crawl.warc.gz#https://…``. ``url`` is the address
    that it was fetched from, ``captured`` when (ISO 8601; not when it was published), ``media`` its media type as served.
    ``part`` names the one entry of a feed that is meant; None means all of it.
    """

    origin: str
    data: bytes
    url: str | None = None
    captured: str | None = None
    media: str | None = None
    part: str | None = None

    @property
    def sha256(self) -> str:
        """The digest of the bytes, by which the same bytes are known again."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Reject:
    """What could not be read, kept with its bytes: all of an item, or one line, entry or record of it.

    ``code`` is a short stable name: ``empty``, ``not-text``, ``too-large``, ``not-found``, ``bad-line``, ``bad-xml``,
    ``bad-archive``, ``nested``, ``refused``, ``robots``, ``unreachable`` and so on; ``reason`` is for a person. Of what is
    too large, ``data`` is the beginning or nothing.
    """

    origin: str
    code: str
    reason: str
    data: bytes = b""
    url: str | None = None

    @property
    def sha256(self) -> str:
        """The digest of the bytes that are kept."""
        return hashlib.sha256(self.data).hexdigest()

    def error(self) -> InputError:
        """Return the exception for a caller that needs all of its input."""
        return ERRORS.get(self.code, InputError)(self.origin, self.reason)

    def note(self) -> Note:
        """Return the note for a reader of the rest."""
        return Note(self.code, f"{self.origin}: {self.reason}; it was left out")


def rejected(item: Item, problem: InputError) -> Reject:
    """Return the reject of an item that a reader refused."""
    code = next((code for code, kind in ERRORS.items() if isinstance(problem, kind)), "unreadable")
    return Reject(item.origin, code, problem.reason, item.data, item.url)


@dataclass(frozen=True, slots=True)
class Intake:
    """What one item yields: its reports, notes on the item, and the parts of it that could not be read."""

    item: Item
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()
    rejects: tuple[Reject, ...] = ()


Arrival = Item | Reject | Note
"""What a source yields, in order: items to read, what could not be had, and notes on what was passed over."""
