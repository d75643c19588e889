"""Bytes in, text out: which encoding they are in, and how that is known."""

from __future__ import annotations

import codecs
import re

from rashomon.errors import EmptyInput, NotText
from rashomon.model.text import Note, Span

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KNOWN_FILES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
)
DECLARED = re.compile(rb"(?:charset|encoding) {0,3}= {0,3}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
DECLARED_WITHIN = 2048
NO_PAGES = frozenset(["idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"])
GUESS_FROM = 65_536
MOST_CONTROLS = 0.05


def decode(data: bytes, source: str, *, charset: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """Return the text of some bytes, without a byte order mark, and notes where the encoding was guessed.

    ``charset`` is the encoding that a server named, where there was one. Raises EmptyInput for no bytes at all, NotText for bytes that are no text.
    """
    if not data:
        raise EmptyInput(source, "the file is empty; give a report with text in it")
    refuse_known_files(data, source)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return forgiving(data[len(mark) :], encoding)
    wide = without_mark(data)
    if wide:
        return data.decode(wide), (guessed(wide),)
    refuse_binary(data, source)
    return by_trial(data, charset)


def by_trial(data: bytes, charset: str | None) -> tuple[str, tuple[Note, ...]]:
    """Return the text by the first encoding that fits: UTF-8, the one served, the one declared, a guess."""
    for encoding in ("utf-8", known(charset or ""), declared(data)):
        text = strictly(data, encoding)
        if text is not None:
            return text, ()
    if mostly_utf8(data):
        return forgiving(data, "utf-8")
    guess = likely(data)
    text, notes = forgiving(data, guess)
    return text, (guessed(guess), *notes)


def strictly(data: bytes, encoding: str | None) -> str | None:
    """Return the text if every byte fits a known encoding, else None."""
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None


def forgiving(data: bytes, encoding: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text with U+FFFD for bytes that do not fit, and a note that counts them."""
    text = data.decode(encoding, "replace")
    if strictly(data, encoding) is not None:
        return text, ()
    first = text.find("\ufffd")
    message = f"{text.count(chr(0xFFFD))} places are no {encoding.upper()}; they stand as U+FFFD"
    return text, (Note("encoding-errors", message, Span(first, first + 1) if first >= 0 else None),)


def guessed(encoding: str) -> Note:
    """Return the note that an encoding was guessed."""
    return Note("encoding-guessed", f"the encoding is not declared; it was read as {encoding}")


def declared(data: bytes) -> str | None:
    """Return the text encoding that a page or XML file names in its first lines, if Python knows it."""
    match = DECLARED.search(data[:DECLARED_WITHIN])
    return known(match.group(1).decode("ascii", "ignore") if match else "")


def known(name: str) -> str | None:
    """Return the text encoding of a name, if Python knows it and it is one that pages are written in."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) and info.name not in NO_PAGES else None


def without_mark(data: bytes) -> str | None:
    """Return which UTF-16 the bytes are in when they have no mark: Latin text leaves every other byte nil."""
    sample = data[:GUESS_FROM]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd, half = sample[0::2].count(0), sample[1::2].count(0), len(sample) / 2
    encoding = "utf-16-le" if odd > 0.5 * half > 10 * even else "utf-16-be" if even > 0.5 * half > 10 * odd else None
    return encoding if strictly(data, encoding) is not None else None


def mostly_utf8(data: bytes) -> bool:
    """Say whether bytes are UTF-8 but for few places, as after a cut or a bad copy."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - wrong >= 3 * wrong


def likely(data: bytes) -> str:
    """Return the likely one-byte encoding: that of Western desktops where few bytes are not ASCII."""
    sample = data[:GUESS_FROM]
    foreign = sum(byte > 0x7F for byte in sample)
    if strictly(data, "cp1252") is not None and foreign < 0.1 * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best and strictly(data, best.encoding) is not None else "cp1252"


def refuse_known_files(data: bytes, source: str) -> None:
    """Raise NotText for files known by their first bytes."""
    for head, name in KNOWN_FILES:
        if data.startswith(head):
            raise NotText(source, f"this is {name}; give plain text, a web page or JSON lines, so save its text first")


def refuse_binary(data: bytes, source: str) -> None:
    """Raise NotText for bytes that hold NUL or many control characters."""
    sample = data[:GUESS_FROM]
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    if b"\x00" in data or controls > MOST_CONTROLS * len(sample):
        where = data.find(b"\x00")
        what = (
            f"a NUL at byte {where}"
            if where >= 0
            else f"{controls} control characters in its first {len(sample)} bytes"
        )
        raise NotText(
            source,
            f"{what}: this is no text; give plain text, a web page or JSON lines in UTF-8 or another text encoding",
        )
