"""Nouns as bytes, and back exactly: JSON, packed."""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


@cache
def codec(kind: Any) -> TypeAdapter[Any]:
    """Return the codec of a noun, made once."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def to_json(kind: type[T], noun: T) -> str:
    """Return a noun as JSON in ASCII, the same noun always the same text; a lone surrogate of a broken page is kept as its escape."""
    return canonical(codec(cast("Any", kind)).dump_python(noun, mode="json"))


def canonical(value: object) -> str:
    """Return plain values as JSON in ASCII without blanks, keys in the order given."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def pack(text: str) -> bytes:
    """Return JSON text in fewer bytes: a reading shrinks to a fifth."""
    return zlib.compress(text.encode("ascii"))


def unpack(kind: type[T], packed: bytes) -> T:
    """Return the noun that was packed."""
    noun: T = codec(cast("Any", kind)).validate_python(json.loads(unpacked(packed)))
    return noun


def unpacked(packed: bytes) -> str:
    """Return the JSON text that was packed."""
    return zlib.decompress(packed).decode("ascii")


def digest(content: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text's UTF-8, in hexadecimal."""
    return hashlib.sha256(
        content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    ).hexdigest()


def content(packed: bytes) -> str:
    """Return the SHA-256 of the JSON text that was packed; nothing where it cannot be unpacked any more."""
    try:
        return digest(zlib.decompress(packed))
    except zlib.error:
        return ""


def storable(text: str) -> str:
    """Return a text as a column of either engine takes it: without NUL, and with a mark for a lone surrogate."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
