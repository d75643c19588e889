"""Load, check and freeze the tables, the user's own laid over the shipped ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar, cast

from rashomon.errors import TableError

SHIPPED = Path(__file__).parent


class Table(Protocol):
    """A frozen dataclass that knows its file: ``TABLE = "en/hedges.yaml"``, or a folder of files."""

    TABLE: ClassVar[str]


T = TypeVar("T", bound=Table)


class Tables:
    """All tables of one run: the shipped ones with the user's overlays.

    ``tables.of(Hedges)`` gives one table, loaded, checked and frozen on first use. An overlay is a folder
    that repeats the shipped layout (``en/hedges.yaml``): its lists are added, its keys win. ``judge`` says who
    decides after the rules: ``"shipped"``, the weights that ship; a file of weights; None, nobody; or anything that
    answers as ``extract.judge.weights.Judge`` does. ``stances`` names the weights of the judge of stances likewise:
    ``"shipped"``, a file, or None.
    """

    def __init__(
        self, overlays: Sequence[Path] = (), judge: object = "shipped", stances: Path | str | None = "shipped"
    ) -> None:
        self._roots = (SHIPPED, *overlays)
        self.judge = judge
        self.stances = stances
        self._made: dict[object, Any] = {}
        for root in overlays:
            if not root.is_dir():
                raise TableError(f"{root}: no folder of tables; give a folder with files such as en/hedges.yaml")

    def of(self, kind: type[T]) -> T:
        """Return the table of this kind; TableError names the file and key that is wrong."""
        if kind not in self._made:
            self._made[kind] = freeze(kind, self.raw(kind.TABLE), kind.TABLE)
        return cast(T, self._made[kind])

    def made(self, key: object, make: Any) -> Any:
        """Return what ``make(self)`` builds from the tables (a matcher, say), built once."""
        if key not in self._made:
            self._made[key] = make(self)
        return self._made[key]

    def judged_by(self, judge: object, *, stances: Path | str | None = "shipped") -> Tables:
        """Return the same tables, and all that was made of them, with another judge, or judges."""
        other = Tables((), judge, stances)
        other._roots, other._made = self._roots, self._made
        return other

    def raw(self, name: str) -> Any:
        """Return the merged content of a table file, or of all files of a table folder."""
        merged: Any = None
        for path in self.files(name):
            merged = overlay(merged, read_yaml(path))
        if merged is None:
            raise TableError(f"{name}: no such table; the shipped ones are {', '.join(shipped())}")
        return merged

    def files(self, name: str) -> list[Path]:
        """Return the files of a table in the order in which they are laid over each other."""
        found = []
        for root in self._roots:
            path = root / name
            found += sorted(path.glob("*.yaml")) if path.is_dir() else [path] if path.is_file() else []
        return found

    @property
    def digest(self) -> str:
        """A short hash of every table's bytes, which names the knowledge a record was made with."""
        return cast(str, self.made("digest", lambda _: digest_of(self._roots)))


def load_tables(*overlays: Path, judge: object = "shipped") -> Tables:
    """Return the shipped tables with folders of the user's own laid over them, in order; ``judge`` as in Tables."""
    return Tables(overlays, judge)


def digest_of(roots: Iterable[Path]) -> str:
    """Return a short hash over the tables below the folders."""
    total = hashlib.sha256()
    for root in roots:
        for path in sorted(root.rglob("*.yaml")):
            total.update(path.relative_to(root).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:12]


def shipped() -> list[str]:
    """Return the names of the shipped tables."""
    return sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.yaml"))


def read_yaml(path: Path) -> Any:
    """Read one YAML file with the safe loader; a broken one raises TableError with its line."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 - both are safe loaders
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise TableError(f"{path.name}: not readable as YAML: {problem}") from problem


def overlay(below: Any, above: Any) -> Any:
    """Lay one table over another: lists are joined, keys merged, plain values replaced."""
    if isinstance(below, list) and isinstance(above, list):
        return below + above
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: overlay(below.get(key), value) for key, value in above.items()}}
    return below if above is None else above


def freeze(kind: type[T], raw: Any, name: str) -> T:
    """Check a table's content against its dataclass: unknown keys and empty words are refused."""
    from pydantic import ConfigDict, TypeAdapter, ValidationError

    refuse_empty(raw, name)
    rows = {"rows": raw} if isinstance(raw, list) else raw
    try:
        forbid = ConfigDict(extra="forbid")
        if not hasattr(kind, "__pydantic_config__"):
            kind.__pydantic_config__ = forbid  # type: ignore[attr-defined]
        return TypeAdapter(kind).validate_python(rows)
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        entry = entry_name(raw, first["loc"])
        raise TableError(f"{name}: {entry}{where}: {first['msg']} (given {first['input']!r:.80})") from problem


def entry_name(raw: Any, where: Sequence[int | str]) -> str:
    """Return the name of the entry in which a table is wrong, so that a person finds it among files laid over each other."""
    if not isinstance(raw, list) or len(where) < 2 or not isinstance(where[1], int):
        return ""
    row = raw[where[1]]
    found = (
        next((row[key] for key in ("id", "name", "type", "measure", "label") if key in row), None)
        if isinstance(row, dict)
        else None
    )
    return f"entry {found!r}: " if found is not None else ""


def refuse_empty(raw: Any, name: str) -> None:
    """Refuse empty strings anywhere in a table: an empty pattern would match everything."""
    if isinstance(raw, str) and not raw.strip():
        raise TableError(f"{name}: an empty word stands in it; remove it or fill it")
    if isinstance(raw, dict):
        for key, value in raw.items():
            refuse_empty(value, f"{name}: {key}")
    if isinstance(raw, list):
        for value in raw:
            refuse_empty(value, name)
