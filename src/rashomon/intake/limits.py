"""How much is taken in at most: what arrives is other people's, and may be made to do harm."""

from __future__ import annotations

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30

MOST_FILE = 512 * MIB
"""Bytes of a file of reports that is read whole, unpacked: plain text, JSON lines."""
MOST_PAGE = 8 * MIB
"""Bytes of one web page or XML document."""
MOST_FEED = 4 * MIB
"""Bytes of one feed, whose parser is slower."""
MOST_RECORD = 16 * MIB
"""Bytes of one record of a web archive, unpacked."""
MOST_UNPACKED = 64 * GIB
"""Bytes of all that one archive holds, unpacked."""
MOST_RATIO, RATIO_FROM = 200, 64 * MIB
"""How many times its packed size an archive may unpack to, once that is more than ``RATIO_FROM`` bytes."""
MOST_RECORDS = 1_000_000
"""Records of a web archive, entries of a zip archive, objects of a JSON file."""
MOST_ENTRIES = 5_000
"""Items of one feed, documents of one package."""
MOST_ADDRESSES = 10_000
"""Addresses of one list."""
MOST_KEPT = 64 * MIB
"""Bytes of a broken archive that are set aside."""
MOST_DEPTH = 3
"""Archives inside each other, or items that others carry."""
MOST_TEXT = 1_000_000
"""Code points of one report: four hundred pages."""
MOST_FILES = 1_000_000
"""Files of one folder or pattern."""
LONGEST_ADDRESS = 2_000
"""Characters of one address."""
HEAD = 4 * KIB
"""Bytes, or characters, by which a kind is told."""


def size(count: int) -> str:
    """Return a number of bytes as a person reads it.

    >>> size(8 * MIB), size(900)
    ('8 MiB', '900 bytes')
    """
    for unit, name in ((GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")):
        if count >= unit:
            return f"{count / unit:.3g} {name}"
    return f"{count} bytes"
