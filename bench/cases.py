"""Each count of a benchmark beside what the reader made of it, with the sentence it stands in: the stuff of the error page."""

from __future__ import annotations

import importlib.util
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import engine
from layout import Benchmark, Row, rows_of

if TYPE_CHECKING:
    from rashomon.extract.syntax import Parse, Token


@dataclass(frozen=True)
class Place:
    """Where a count stands: its sentence, the number's offsets in it, the tree, and the report's collection and outlet."""

    sentence: str
    start: int
    end: int
    parse: Parse | None
    headline: bool
    crowd: int
    report: Row

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.sentence[: self.start]

    @property
    def after(self) -> str:
        """The sentence from the number's end."""
        return self.sentence[self.end :]

    @property
    def words(self) -> str:
        """The number's words."""
        return self.sentence[self.start : self.end]

    @cached_property
    def token(self) -> Token | None:
        """The word of the number that the others hang on."""
        if self.parse is None:
            return None
        offset = self.parse.span.start
        inside = [t for t in self.parse.tokens if self.start < t.end - offset and t.start - offset < self.end]
        own = {t.i for t in inside}
        return next((t for t in inside if t.head not in own or t.head == t.i), None)

    @cached_property
    def noun(self) -> Token | None:
        """The word that the number belongs to, or the number itself where it stands for those it counts."""
        token, parse = self.token, self.parse
        if token is None or parse is None:
            return None
        return parse.head(token) if token.dep in {"nummod", "det", "amod", "quantmod", "predet"} else token


@dataclass(frozen=True)
class Case:
    """A count: gold, a claim of the reader, or both where they are about the same number and measure.

    ``right`` says of each field whether the reader has it as the gold does; it is empty where one of the two is missing.
    """

    gold: Row | None
    claim: Row | None
    place: Place
    right: dict[str, bool] = field(default_factory=dict)

    @property
    def row(self) -> Row:
        """The fields by which the case is sorted: the gold's, or the reader's where nobody counted anything."""
        return self.gold or plain(self.claim or {})


def plain(claim: Row) -> Row:
    """Return a claim in the fields of a gold row."""
    quantity, group, source = claim["quantity"] or {}, claim["group"] or {}, claim["attribution"]
    chain = source["chain"]
    return {
        "measure": claim["measure"],
        "group": group.get("id"),
        "group_words": group.get("label"),
        "low": quantity.get("low"),
        "high": quantity.get("high"),
        "hedge": quantity.get("hedge"),
        "root": "outlet" if source["voice"] == "own" else source["root"],
        "root_words": chain[-1]["name"] if chain else None,
        "via": chain[0]["name"] if len(chain) > 1 else None,
        **{name: claim[name] for name in ("layer", "polarity", "scope", "modality")},
    }


def cases_of(bench: Benchmark, kit: Path, claims: Path) -> list[Case]:
    """Return the cases of a benchmark; gold that may be counted or not is left out, with the claims that meet it."""
    scorer = scorer_of(kit)
    gold, found = by_report(rows_of(bench.folder / "gold.jsonl")), by_report(rows_of(claims))
    return [
        case
        for row in bench.reports
        for case in cases_in(
            row, gold[row["id"]], [claim for claim in found[row["id"]] if claim["kind"] == "count"], scorer
        )
    ]


def scorer_of(kit: Path) -> Any:
    """Return the kit's scorer as a module, so that a match is here what it is there."""
    spec = importlib.util.spec_from_file_location("kit_score", kit / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{kit}: no score.py there")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def by_report(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """Return rows by the report they are of."""
    found = defaultdict(list)
    for row in rows:
        found[row["report_id"]].append(row)
    return found


def cases_in(report: Row, gold: list[Row], claims: list[Row], scorer: Any) -> Iterator[Case]:
    """Yield the cases of one report."""
    neutral = {j for i, j in scorer.match_counts(gold, claims) if gold[i].get("optional")}
    claims = [claim for j, claim in enumerate(claims) if j not in neutral]
    gold = [row for row in gold if not row.get("optional")]
    places = Places(report, len(gold))
    pairs = dict(scorer.match_counts(gold, claims))
    for i, row in enumerate(gold):
        claim = claims[pairs[i]] if i in pairs else None
        right = scorer.count_fields(claim, row) if claim else {}
        yield Case(row, claim, places.at(row["start"], row["end"]), right)
    for j in sorted(set(range(len(claims))) - set(pairs.values())):
        span = claims[j].get("number_span") or claims[j]["span"]
        yield Case(None, claims[j], places.at(span["start"], span["end"]))


class Places:
    """The sentences of one report, found by offset."""

    def __init__(self, row: Row, crowd: int) -> None:
        self._row = row
        self._crowd = crowd
        self._report = engine.report_of(row)
        self._sentences = engine.sentences_of(self._report)

    def at(self, start: int, end: int) -> Place:
        """Return the place of a number; where no sentence holds it, the line does, without a tree."""
        for sentence, parse in self._sentences:
            if sentence.span.start <= start < sentence.span.end:
                first = sentence.span.start
                words = sentence.span.of(self._report.text)
                headline = str(sentence.zone) in {"headline", "subhead"} or is_title(words, first)
                return Place(words, start - first, end - first, parse, headline, self._crowd, self._row)
        text = self._row["text"]
        first = text.rfind("\n", 0, start) + 1
        return Place(
            text[first:].split("\n", 1)[0], start - first, end - first, None, first == 0, self._crowd, self._row
        )


def is_title(words: str, first: int) -> bool:
    """Say whether a sentence opens the text and has no end, as a headline."""
    return first < 5 and not words.rstrip("\"”’') ").endswith((".", "!", "?", "…", ":"))
