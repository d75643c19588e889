"""WACZ: the web archives in a zip file, unpacked in memory and never onto the disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from rashomon.intake.item import Reject
from rashomon.intake.limits import HEAD, MOST_RECORDS, MOST_UNPACKED, size

ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
TROUBLE = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError, LookupError, EOFError,
           RuntimeError, OverflowError, MemoryError, zlib.error)  # fmt: skip
ENCRYPTED = 1


def archives(file: IO[bytes], origin: str) -> Iterator[tuple[IO[bytes], str, int] | Reject]:
    """Yield each web archive of a WACZ file: its opened entry, where it stands, and its packed size in bytes.

    A zip file that holds none, such as an office document, is a reject; so is an entry that is locked or whose name leads
    out of the archive.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            entries = packed.infolist()
            found = [entry for entry in entries if entry.filename.lower().endswith(ARCHIVES)]
            problem = refusal(entries, found)
            if problem:
                yield Reject(origin, *problem)
                return
            for entry in found:
                yield from opened(packed, entry, f"{origin}#{entry.filename[:200]}")
    except TROUBLE as problem:
        yield Reject(origin, "bad-archive", f"a broken zip archive: {str(problem)[:120]}")


def refusal(entries: list[zipfile.ZipInfo], found: list[zipfile.ZipInfo]) -> tuple[str, str] | None:
    """Return the code and reason for which a zip file is not read, or None."""
    total = sum(entry.file_size for entry in found)
    if len(entries) > MOST_RECORDS:
        return "too-large", f"a zip archive of more than {MOST_RECORDS:,} entries"
    if not found:
        return (
            "not-text",
            "a zip archive or office document without web archives in it; save its text first, a table as CSV",
        )
    if total > MOST_UNPACKED:
        return "too-large", f"it unpacks to {size(total)}; at most {size(MOST_UNPACKED)} are read"
    return None


def opened(
    packed: zipfile.ZipFile, entry: zipfile.ZipInfo, origin: str
) -> Iterator[tuple[IO[bytes], str, int] | Reject]:
    """Yield one entry, opened, or why it is not read."""
    if leads_out(entry.filename):
        yield Reject(origin, "bad-archive", "the name of this entry leads out of the archive")
    elif entry.flag_bits & ENCRYPTED:
        yield Reject(origin, "bad-archive", "this entry is locked with a password")
    else:
        try:
            with packed.open(entry) as file:
                file.read(HEAD)
                file.seek(0)
                yield file, origin, entry.compress_size
        except TROUBLE as problem:
            yield Reject(origin, "bad-archive", f"a broken entry: {str(problem)[:120]}")


def leads_out(name: str) -> bool:
    """Say whether a name is absolute or climbs: no tool of ours writes it, another one might.

    >>> leads_out("archive/../../a.warc"), leads_out("archive/a.warc")
    (True, False)
    """
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name
