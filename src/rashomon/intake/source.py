"""Sources by name: a file, a folder, a pattern, addresses, or what is piped in; each yields the items it holds."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from rashomon.errors import InputError
from rashomon.intake.decode import decode
from rashomon.intake.item import Arrival, Item, Reject
from rashomon.intake.kinds import ADDRESS, REMARK, addresses_in, suffix_of
from rashomon.intake.limits import HEAD, MIB, MOST_ADDRESSES, MOST_FILE, MOST_FILES
from rashomon.intake.unpack import unpack
from rashomon.model.text import Note

STDIN = "-"
MAGIC = frozenset("*?[")
LIST = ".urls"

Fetch = Callable[[str], Item | Reject | None]
"""What fetches an address: its bytes, why they could not be had, or None where they are as they were."""


def items(source: str | Path, *, fetch: Fetch | None = None) -> Iterator[Arrival]:
    """Yield what a source holds, in a settled order: items to read, rejects, and notes on what was passed over.

    A source is a file, a folder (all files in it and below, sorted; hidden ones aside), a pattern (``news/*.html``), an
    address, or ``-`` for standard input. Archives are unpacked. ``fetch`` is asked for each address, and for those in a
    list of addresses; without it they are rejects. Nothing is raised: what cannot be had is a reject.
    """
    name = str(source)
    if ADDRESS.fullmatch(name):
        yield from fetched(name, fetch)
        return
    for arrival in local(source):
        lines = listing(arrival) if isinstance(arrival, Item) else []
        if lines and fetch and isinstance(arrival, Item):
            yield from listed(arrival, lines, fetch)
        else:
            yield arrival


def local(source: str | Path) -> Iterator[Arrival]:
    """Yield what lies on this machine under a name."""
    name = str(source)
    if name == STDIN:
        yield from unpack(io.BytesIO(sys.stdin.buffer.read(MOST_FILE + 1)), Item("stdin", b""))
        return
    try:
        paths = paths_of(Path(source))
    except (OSError, ValueError) as problem:
        yield Reject(name, "not-found", f"the file cannot be read: {problem}")
        return
    if not paths:
        yield Reject(name, "empty", "no file in it or by it; give files, a folder or a pattern that fits some")
    for path in paths:
        yield from opened(path)


def paths_of(path: Path) -> list[Path]:
    """Return the files that a path or pattern means, sorted; a name that is no pattern means itself."""
    if path.is_dir():
        return list(islice(below(path), MOST_FILES))
    if MAGIC & set(str(path)) and not path.exists():
        found = sorted(Path(name) for name in glob.iglob(str(path), recursive=True))  # noqa: PTH207 - may be absolute
        return [path for path in found if path.is_file()][:MOST_FILES]
    return [path]


def below(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and below, sorted; hidden files and folders are left out, links to folders too."""
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(top) / name for name in sorted(files) if not name.startswith("."))
        yield from (path for path in paths if path.is_file())


def opened(path: Path) -> Iterator[Arrival]:
    """Yield what a file holds; a reject says what is wrong with its path."""
    name = str(path)
    try:
        with path.open("rb") as file:
            stream = file if file.seekable() else io.BytesIO(file.read(MOST_FILE + 1))
            yield from unpack(stream, Item(name, b""))
    except FileNotFoundError:
        reason = "no such file; give the path of a text, HTML or JSON file, or - for standard input"
        yield Reject(name, "not-found", reason)
    except (OSError, ValueError) as problem:
        yield Reject(name, "not-found", f"the file cannot be read: {problem}")


def fetched(address: str, fetch: Fetch | None) -> Iterator[Arrival]:
    """Yield what stands at an address."""
    if fetch is None:
        yield Reject(address, "not-fetched", "an address; it is fetched by `rashomon add` alone", url=address)
        return
    found = fetch(address)
    if isinstance(found, Item):
        yield from unpack(io.BytesIO(found.data), found)
    elif found is not None:
        yield found


def listing(item: Item) -> list[tuple[int, str]]:
    """Return the lines of a list of addresses with their numbers; nothing for any other item.

    A list is a file of nothing but addresses, or one named ``.urls``; ``#`` opens a remark.
    """
    named = suffix_of(item.origin) == LIST
    start = item.data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if len(item.data) > MIB or not (named or start.startswith((b"http", REMARK.encode()))):
        return []
    try:
        text, _ = decode(item.data, item.origin)
    except InputError:
        return []
    if not named and not addresses_in(text):
        return []
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line) for number, line in lines if line and not line.startswith(REMARK)]


def listed(item: Item, lines: Iterable[tuple[int, str]], fetch: Fetch) -> Iterator[Arrival]:
    """Yield what stands at each address of a list, each once."""
    seen: set[str] = set()
    for number, line in lines:
        origin = f"{item.origin}#line {number}"
        if len(seen) == MOST_ADDRESSES:
            yield Note("too-many", f"{item.origin}: addresses beyond {MOST_ADDRESSES:,} were left out")
            return
        if not ADDRESS.fullmatch(line):
            yield Reject(origin, "bad-line", "this is no http or https address", line.encode("utf-8", "replace"))
        elif line not in seen:
            seen.add(line)
            yield from fetched(line, fetch)
