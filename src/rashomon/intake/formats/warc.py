"""Web archives (WARC): the pages and texts among their records; the one seam to the archive reader."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any

from rashomon.intake.item import Arrival, Item, Reject
from rashomon.intake.kinds import web_address
from rashomon.intake.limits import (
    LONGEST_ADDRESS,
    MIB,
    MOST_RATIO,
    MOST_RECORD,
    MOST_RECORDS,
    MOST_UNPACKED,
    RATIO_FROM,
    size,
)
from rashomon.model.text import Note

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
GOOD = (200, 203)
TROUBLE = (OSError, ValueError, OverflowError, EOFError, MemoryError, RuntimeError, zipfile.BadZipFile, zlib.error)


def records(file: IO[bytes], origin: str, *, packed: int) -> Iterator[Arrival]:
    """Yield each page and text of a web archive as an item, with its address and the time of its capture.

    Other records (pictures, scripts, requests, redirects, errors) are counted in one note at the end. A broken archive
    yields what stands before the break, and a reject. ``packed`` is the size of the file in bytes.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    others: Counter[str] = Counter()
    total = 0
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        for number, record in enumerate(ArchiveIterator(file, record_types=wanted, strict_mode=False), 1):
            total += record.content_length
            if number > MOST_RECORDS or total > MOST_UNPACKED or total > max(RATIO_FROM, MOST_RATIO * packed):
                yield Reject(origin, "too-large", f"{too_much(number, total)}; the rest of the archive is not read")
                break
            yield from arrivals(record, f"{origin}#{address_of(record)}", others)
    except TROUBLE as problem:
        yield Reject(origin, "bad-archive", f"the web archive breaks off: {str(problem)[:120]}")
    if others:
        most = ", ".join(f"{count} {kind}" for kind, count in others.most_common(5))
        yield Note("no-page", f"{origin}: {others.total()} records are no page or text: {most}")


def too_much(number: int, total: int) -> str:
    """Return which limit of an archive is passed."""
    if number > MOST_RECORDS:
        return f"more than {MOST_RECORDS:,} records"
    return f"it unpacks to more than {size(total)}, out of all proportion to its size, or over {size(MOST_UNPACKED)}"


def arrivals(record: Any, origin: str, others: Counter[str]) -> Iterator[Arrival]:
    """Yield a record that holds a page or text as an item; count it among the others else."""
    address = address_of(record)
    other = other_kind(record, address)
    if other:
        others[other] += 1
        return
    media, length = media_of(record), record.content_length
    if length > MOST_RECORD:
        yield Reject(
            origin, "too-large", f"a record of {size(length)}; at most {size(MOST_RECORD)} are read", b"", address
        )
        return
    raw = bytes(record.reader.read(MOST_RECORD))
    data = unpacked(record, raw)
    if len(raw) < length or media is None or record.headers.get("Content-Length") is None:
        yield Reject(origin, "bad-archive", "the archive is cut off within this record", raw, address)
    elif len(data) > MOST_RECORD:
        yield Reject(origin, "too-large", f"it unpacks to more than {size(MOST_RECORD)}", data[:MIB], address)
    else:
        yield Item(origin, data, web_address(address), (record.headers.get("WARC-Date") or "")[:40] or None, media)


def other_kind(record: Any, address: str) -> str | None:
    """Return what a record holds where that is no page or text: "image/png", "with status 404".

    A record without a length, or of an answer without a status, is cut off and none of these.
    """
    media = media_of(record)
    kind = (media or "").partition(";")[0].strip().lower()
    status = record.http_headers.status_code if record.is_http and record.http_headers is not None else None
    if status is not None and status not in GOOD:
        return f"with status {status}"
    if (record.is_http and status is None) or record.headers.get("Content-Length") is None:
        return None
    return (kind[:40] or "without a media type") if kind not in PAGES or is_robots(address) else None


def is_robots(address: str) -> bool:
    """Say whether an address is that of a site's rules for guests, which are plain text and no report."""
    return address.lower().endswith("/robots.txt")


def address_of(record: Any) -> str:
    """Return the address that was archived, or the record's own id."""
    uri = record.headers.get("WARC-Target-URI") or record.headers.get("WARC-Record-ID") or ""
    return str(uri).strip().strip("<>")[:LONGEST_ADDRESS]


def media_of(record: Any) -> str | None:
    """Return the media type of what a record holds, with its charset."""
    headers = record.http_headers if record.is_http and record.http_headers is not None else record.headers
    found = headers.get("Content-Type")
    return str(found)[:200] if found else None


def unpacked(record: Any, data: bytes) -> bytes:
    """Return the content of a record, unpacked as its headers say, up to a byte beyond the limit.

    Many archives keep these headers and store the content unpacked already: then it stays as it is.
    """
    if not record.is_http or record.http_headers is None:
        return data
    headers = record.http_headers
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        data = through("chunked", data)
    for coding in reversed((headers.get("Content-Encoding") or "").lower().split(",")[:3]):
        data = through(coding.strip(), data)
    return data


def through(coding: str, data: bytes) -> bytes:
    """Return bytes as one coding unpacks them, or as they are where it does not fit."""
    from fastwarc import stream_io

    readers: dict[str, Any] = {
        "chunked": stream_io.ChunkedReader,
        "gzip": stream_io.GzipReader,
        "x-gzip": stream_io.GzipReader,
        "deflate": lambda inner: stream_io.GzipReader(inner, zlib=True),
        "br": stream_io.BrotliReader,
        "zstd": stream_io.ZstdReader,
    }
    if coding not in readers:
        return data
    try:
        return bytes(readers[coding](io.BytesIO(data)).read(MOST_RECORD + 1)) or data
    except TROUBLE:
        return data
