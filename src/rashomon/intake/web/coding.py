"""The content of an answer, unpacked piece by piece up to a limit."""

from __future__ import annotations

import zlib

from rashomon.intake.limits import size

GZIP, ZLIB, RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
PLAIN = ("", "identity")
WINDOWS = {"gzip": GZIP, "x-gzip": GZIP, "deflate": ZLIB}


class TooMuch(Exception):
    """Content that is packed in an unknown way, broken, or grows beyond the limit."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class Inflater:
    """Takes the pieces of an answer as they come: at most ``most`` bytes, and ``most_unpacked`` once unpacked."""

    def __init__(self, coding: str, most: int, most_unpacked: int) -> None:
        self.coding = coding.strip().lower()
        if self.coding not in PLAIN and self.coding not in WINDOWS:
            raise TooMuch(f"the content is packed as {self.coding[:40]!r}, which was not asked for", "not-text")
        self.most, self.most_unpacked, self.taken, self.grown = most, most_unpacked, 0, 0
        self.parts: list[bytes] = []
        self.inflater = zlib.decompressobj(WINDOWS.get(self.coding, GZIP))

    @property
    def data(self) -> bytes:
        """What has come so far, unpacked."""
        return b"".join(self.parts)

    def take(self, piece: bytes) -> bool:
        """Take a piece; say whether there is room for more. Of plain content the beginning is kept."""
        self.taken += len(piece)
        if self.coding in PLAIN:
            room = self.most - (self.taken - len(piece))
            self.parts.append(piece[:room])
            return self.taken <= self.most
        if self.taken > self.most:
            return False
        self.unpack(piece)
        return True

    def unpack(self, piece: bytes) -> None:
        """Unpack a piece; raises TooMuch where it grows beyond the limit."""
        try:
            part = self.inflated(piece)
        except zlib.error as problem:
            raise TooMuch(f"the content is packed as {self.coding} and broken: {problem}", "bad-archive") from problem
        self.grown += len(part)
        if self.grown > self.most_unpacked or self.inflater.unconsumed_tail:
            raise TooMuch(f"the content unpacks to more than {size(self.most_unpacked)}", "too-large")
        self.parts.append(part)

    def inflated(self, piece: bytes) -> bytes:
        """Return a piece unpacked; what is called deflate comes with a header or without."""
        room = self.most_unpacked - self.grown + 1
        try:
            return self.inflater.decompress(piece, room)
        except zlib.error:
            if self.coding != "deflate" or self.grown:
                raise
            self.inflater = zlib.decompressobj(RAW)
            return self.inflater.decompress(piece, room)

    def whole(self) -> bytes:
        """Return all of the content; raises TooMuch where its end is missing."""
        if self.coding in WINDOWS and self.taken and not self.inflater.eof:
            raise TooMuch("the content is cut off", "bad-archive")
        return self.data
