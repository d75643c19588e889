"""Gzip, unpacked up to a limit: a few bytes can grow to gigabytes."""

from __future__ import annotations

import zlib
from typing import IO

from rashomon.errors import InputError, TooLarge
from rashomon.intake.limits import KIB, size

CHUNK = 256 * KIB
GZIP, EITHER = 16 + zlib.MAX_WBITS, 32 + zlib.MAX_WBITS


def head_of(file: IO[bytes], most: int) -> bytes:
    """Return how the unpacked bytes of a gzip file begin; nothing where it is broken. The file is wound back."""
    packed = file.read(CHUNK)
    file.seek(0)
    try:
        return zlib.decompressobj(GZIP).decompress(packed, most)
    except zlib.error:
        return b""


def unpacked(file: IO[bytes], source: str, *, most: int) -> bytes:
    """Return the bytes of a gzip file of one member or several.

    Raises TooLarge beyond ``most`` bytes, InputError where the file is broken or cut off.
    """
    parts, total = [], 0
    inflater = zlib.decompressobj(GZIP)
    data = file.read(CHUNK)
    try:
        while data:
            part = inflater.decompress(data, CHUNK)
            total += len(part)
            if total > most:
                raise TooLarge(source, f"it unpacks to more than {size(most)}, which is as much as is read")
            parts.append(part)
            data = inflater.unconsumed_tail
            if inflater.eof:
                data = inflater.unused_data.lstrip(b"\x00") or file.read(CHUNK).lstrip(b"\x00")
                inflater = zlib.decompressobj(GZIP) if data else inflater
            data = data or file.read(CHUNK)
    except zlib.error as problem:
        raise InputError(source, f"a broken gzip archive: {problem}") from problem
    if not inflater.eof:
        raise InputError(source, "a gzip archive that is cut off")
    return b"".join(parts)
