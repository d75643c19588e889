"""The reader against the corpus of sentences written for it: `python bench/corpus.py` prints what fails, file by file."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.extract import read
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Claim, ClaimKind, Reading, Report, TimeSpan

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "claims"
OUTLET = "Harbour Post"
DAY = "2023-05-06"
"""The report day of an entry that names none: a Saturday."""
ENTRY_KEYS = frozenset({"text", "day", "outlet", "claims", "never", "extra"})
CLAIM_KEYS = frozenset(
    [
        "kind",
        "measure",
        "words",
        "low",
        "high",
        "group",
        "root",
        "chain",
        "voice",
        "layer",
        "polarity",
        "scope",
        "modality",
        "when",
        "where",
        "type",
        "agent",
        "patient",
    ]
)
ACTS = frozenset({"act", "control", "statement"})
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text with the claims that a careful analyst would read in it, and words that count nobody."""

    file: str
    number: int
    text: str
    day: str
    outlet: str
    claims: tuple[Row, ...]
    never: tuple[str, ...]
    extra: bool

    @property
    def name(self) -> str:
        """Its file and number: ``hedges 3``."""
        return f"{self.file} {self.number}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An entry with what is wrong in its reading; no faults where it passes."""

    entry: Entry
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Reader:
    """The reader with everything it needs, made once."""

    tables: Tables
    gazetteer: Gazetteer
    parser: Parser

    @classmethod
    def shipped(cls) -> Reader:
        """Return a reader with the tables, gazetteer and model that ship."""
        return cls(load_tables(), Gazetteer(), Parser())

    def read(self, text: str, *, outlet: str = OUTLET, day: str = DAY) -> tuple[Report, Reading]:
        """Return the report of a text and its reading."""
        report = make_report(text, source="corpus", outlet=outlet, published=day, tables=self.tables)
        return report, read(report, tables=self.tables, gazetteer=self.gazetteer, parser=self.parser)


@cache
def entries(folder: Path = FOLDER) -> tuple[Entry, ...]:
    """Return the entries of all files, files by name; a key that is not known is refused."""
    return tuple(
        entry_of(path.stem, number, row)
        for path in sorted(folder.glob("*.yaml"))
        for number, row in enumerate(yaml.safe_load(path.read_text("utf-8")), 1)
    )


def entry_of(file: str, number: int, row: Row) -> Entry:
    """Return an entry of a row of the file; ValueError names what is wrong in it."""
    claims = tuple(row.get("claims") or ())
    strange = (set(row) - ENTRY_KEYS) | {key for claim in claims for key in set(claim) - CLAIM_KEYS}
    absent = [claim["words"] for claim in claims if claim["words"] not in row["text"]]
    if strange or absent:
        raise ValueError(f"{file} {number}: unknown keys {sorted(strange)}, words not in the text {absent}")
    never = tuple(str(words) for words in row.get("never") or ())
    day, outlet = str(row.get("day", DAY)), row.get("outlet", OUTLET)
    return Entry(file, number, row["text"], day, outlet, claims, never, bool(row.get("extra")))


def outcome(entry: Entry, reader: Reader) -> Outcome:
    """Return what is wrong in the reading of an entry."""
    report, reading = reader.read(entry.text, outlet=entry.outlet, day=entry.day)
    left = list(reading.claims)
    faults = [fault for wanted in entry.claims if (fault := take(wanted, left, report.text)) is not None]
    counts = [claim for claim in reading.claims if claim.kind is ClaimKind.COUNT]
    surplus = [] if entry.extra else [claim for claim in left if claim.kind is ClaimKind.COUNT]
    faults += [f"too many: {shown(claim, report.text)}" for claim in surplus]
    faults += [
        f"never: {words}" for words in entry.never if any(is_number(words, claim, report.text) for claim in counts)
    ]
    return Outcome(entry, tuple(faults))


def take(wanted: Row, left: list[Claim], text: str) -> str | None:
    """Take the claim that fits best out of those left; return what is wrong with it, or None."""
    near = [claim for claim in left if is_near(wanted, claim, text)]
    if not near:
        return f"missing: {wanted.get('measure') or wanted.get('type')} “{wanted['words']}”"
    judged = sorted(((wrong(wanted, claim), claim) for claim in near), key=lambda pair: len(pair[0]))
    faults, claim = judged[0]
    left.remove(claim)
    return f"“{wanted['words']}”: {'; '.join(faults)}" if faults else None


def is_near(wanted: Row, claim: Claim, text: str) -> bool:
    """Say whether a claim is of the wanted kind and its number or trigger is the wanted words, or a part of them."""
    span = claim.number_span or claim.trigger_span
    kinds = {"count"} if wanted["kind"] == "count" else ACTS
    if span is None or claim.kind not in kinds:
        return False
    places = (match.start() for match in re.finditer(re.escape(wanted["words"]), text))
    return any(start < span.end and span.start < start + len(wanted["words"]) for start in places)


def wrong(wanted: Row, claim: Claim) -> list[str]:
    """Return the given fields that the claim has otherwise, each with what it has."""
    checks = ((key, CHECKS[key](claim), value) for key, value in wanted.items() if key in CHECKS)
    return [f"{key} is {found!r}, not {value!r}" for key, found, value in checks if not fits(key, found, value)]


def fits(key: str, found: Any, value: Any) -> bool:
    """Say whether a field is as wanted; a list of names is any of them, and names may be cut short."""
    if key in EXACT:
        return bool(found == value)
    if isinstance(value, list):
        return any(fits(key, found, one) for one in value)
    if found is None or value is None:
        return found is value
    one, other = str(found).casefold(), str(value).casefold()
    return one == other or (
        key in NAMES and bool({one, other}.isdisjoint({"outlet", "unattributed"})) and (one in other or other in one)
    )


NAMES = frozenset({"root", "agent", "patient", "where"})
EXACT = frozenset({"when", "chain", "low", "high"})
CHECKS: dict[str, Callable[[Claim], Any]] = {
    "kind": lambda claim: str(claim.kind),
    "measure": lambda claim: claim.measure,
    "low": lambda claim: claim.quantity.low if claim.quantity else None,
    "high": lambda claim: claim.quantity.high if claim.quantity else None,
    "group": lambda claim: claim.group.id if claim.group else None,
    "root": lambda claim: claim.attribution.root,
    "chain": lambda claim: [link.name for link in claim.attribution.chain],
    "voice": lambda claim: str(claim.attribution.voice),
    "layer": lambda claim: str(claim.layer),
    "polarity": lambda claim: str(claim.polarity),
    "scope": lambda claim: str(claim.scope),
    "modality": lambda claim: str(claim.modality),
    "when": lambda claim: days(claim.when),
    "where": lambda claim: claim.where.name if claim.where else None,
    "type": lambda claim: claim.act.type if claim.act else None,
    "agent": lambda claim: claim.act.agent if claim.act else None,
    "patient": lambda claim: claim.act.patient if claim.act else None,
}


def days(when: TimeSpan | None) -> list[Any] | None:
    """Return the first and last day of a time as YAML gives them."""
    return [when.earliest, when.latest] if when else None


def is_number(words: str, claim: Claim, text: str) -> bool:
    """Say whether a count's number is these words, or holds them as whole words."""
    number = claim.number_span.of(text) if claim.number_span else ""
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", number.casefold()) is not None


def shown(claim: Claim, text: str) -> str:
    """Return a count as a line."""
    number = claim.number_span.of(text) if claim.number_span else ""
    group = claim.group.id if claim.group else None
    return f"{claim.measure} “{number}” of {group} ({', '.join(claim.rules)})"


def outcomes(reader: Reader, names: Sequence[str] = ()) -> Iterator[Outcome]:
    """Yield the outcome of each entry, or of the files named."""
    for entry in entries():
        if not names or entry.file in names:
            yield outcome(entry, reader)


def table(found: Sequence[Outcome]) -> str:
    """Return the failures as text, then for each file how many pass."""
    lines = [
        f"{one.entry.name}: {one.entry.text}\n" + "".join(f"    - {fault}\n" for fault in one.faults)
        for one in found
        if one.faults
    ]
    for file in sorted({one.entry.file for one in found}):
        mine = [not one.faults for one in found if one.entry.file == file]
        lines.append(f"{file:<20} {sum(mine):>3} of {len(mine)}")
    lines.append(f"{'all':<20} {sum(not one.faults for one in found):>3} of {len(found)}: {share(found):.1%}")
    return "\n".join(lines)


def share(found: Sequence[Outcome]) -> float:
    """Return the share of entries that pass."""
    return sum(not one.faults for one in found) / len(found)


def main() -> None:
    """Print the failures of the files named on the command line, of all files where none is."""
    print(table(list(outcomes(Reader.shipped(), sys.argv[1:]))))


if __name__ == "__main__":
    main()
