"""Archives opened: what a file holds, as items, however deep it is packed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from rashomon.errors import InputError
from rashomon.intake.formats import gzipped, wacz, warc
from rashomon.intake.item import Arrival, Item, Reject, rejected
from rashomon.intake.kinds import Packing, packing_of
from rashomon.intake.limits import HEAD, MOST_DEPTH, MOST_FILE, MOST_KEPT, size


def unpack(file: IO[bytes], item: Item, *, depth: int = 0) -> Iterator[Arrival]:
    """Yield the items that an open file holds: itself, or the pages of a web archive, packed as WARC, WACZ or gzip.

    ``item`` says where the file came from; its bytes are not looked at. The file can be wound back. Archives are read as
    a stream, so that they may be larger than memory.
    """
    head = file.read(HEAD)
    file.seek(0)
    packing = packing_of(head)
    if depth > MOST_DEPTH:
        yield Reject(item.origin, "nested", f"archives in archives, more than {MOST_DEPTH} deep", head, item.url)
    elif packing is Packing.WARC:
        yield from warc.records(file, item.origin, packed=length(file))
    elif packing is Packing.ZIP:
        yield from unzip(file, item, depth)
    elif packing is Packing.GZIP:
        yield from gunzip(file, item, depth)
    else:
        yield whole(file, item)


def whole(file: IO[bytes], item: Item) -> Item | Reject:
    """Return an item with all bytes of its file, if they are not too many."""
    data = file.read(MOST_FILE + 1)
    if len(data) > MOST_FILE:
        reason = f"more than {size(MOST_FILE)}, which is as much as is read as one file"
        return Reject(item.origin, "too-large", reason, data[:HEAD], item.url)
    return replace(item, data=data)


def length(file: IO[bytes]) -> int:
    """Return how many bytes a file holds, and wind it back."""
    end = file.seek(0, io.SEEK_END)
    file.seek(0)
    return end


def unzip(file: IO[bytes], item: Item, depth: int) -> Iterator[Arrival]:
    """Yield what the web archives of a zip file hold."""
    for found in wacz.archives(file, item.origin):
        if isinstance(found, Reject):
            yield with_bytes(found, file)
            continue
        entry, origin, packed = found
        if gzipped_warc(entry) or packing_of(peek(entry)) is Packing.WARC:
            yield from warc.records(entry, origin, packed=packed)
        else:
            yield from unpack(entry, replace(item, origin=origin), depth=depth + 1)


def gunzip(file: IO[bytes], item: Item, depth: int) -> Iterator[Arrival]:
    """Yield what a gzip file holds: the pages of a web archive, or one file."""
    if gzipped_warc(file):
        yield from warc.records(file, item.origin, packed=length(file))
        return
    try:
        data = gzipped.unpacked(file, item.origin, most=MOST_FILE)
    except InputError as problem:
        file.seek(0)
        yield rejected(replace(item, data=file.read(MOST_KEPT)), problem)
        return
    yield from unpack(io.BytesIO(data), item, depth=depth + 1)


def gzipped_warc(file: IO[bytes]) -> bool:
    """Say whether a file is a web archive packed by gzip."""
    packed = packing_of(peek(file)) is Packing.GZIP
    return packed and packing_of(gzipped.head_of(file, HEAD)) is Packing.WARC


def peek(file: IO[bytes]) -> bytes:
    """Return how a file begins, and wind it back."""
    head = file.read(HEAD)
    file.seek(0)
    return head


def with_bytes(reject: Reject, file: IO[bytes]) -> Reject:
    """Return the reject of a whole archive with its bytes, as far as they are kept."""
    if reject.data or "#" in reject.origin:
        return reject
    file.seek(0)
    return replace(reject, data=file.read(MOST_KEPT))
