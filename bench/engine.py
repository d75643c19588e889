"""The one place where these scripts touch rashomon: rows of a benchmark in, rows of the public output out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from settings import Options

    from rashomon.extract.sentences import Sentence
    from rashomon.extract.syntax import Parse, Parser
    from rashomon.lexicon.tables import Tables
    from rashomon.model import Reading, Report

Row = dict[str, Any]
FIELDS = ("outlet", "url", "title", "published", "language")


@cache
def tables() -> Tables:
    """Return the shipped tables, loaded once a process."""
    from rashomon.lexicon.tables import load_tables

    return load_tables()


def report_of(row: Row) -> Report:
    """Return the report of one row of ``reports.jsonl``, under the row's own id."""
    from rashomon.intake.report import make_report

    known = {name: row.get(name) for name in FIELDS}
    return make_report(row["text"], source=row["id"], id=row["id"], tables=tables(), **known)


def readings_of(reports: Iterable[Report], options: Options | None = None) -> Iterable[Reading]:
    """Yield the readings of some reports; ``options`` are what ``settings.settings_for`` gives for all of them."""
    import rashomon

    return rashomon.read(list(reports), **{"tables": tables(), **(options or {})})


@cache
def parser() -> Parser:
    """Return the parser, loaded once a process."""
    from rashomon.extract.syntax import Parser

    return Parser()


def sentences_of(report: Report) -> list[tuple[Sentence, Parse]]:
    """Return the sentences of a report, each with its tree, as the reader cuts and parses them."""
    from rashomon.extract.sentences import split_sentences
    from rashomon.lexicon.abbreviations import Abbreviations

    found = split_sentences(report, tables().of(Abbreviations))
    texts = [(sentence.span.start, sentence.span.of(report.text)) for sentence in found]
    return list(zip(found, parser().parse(texts), strict=True))


def medium_of(name: str) -> tuple[bool, bool] | None:
    """Return whether an outlet is run by a state and whether it is an agency; None where the tables do not know it."""
    from rashomon.lexicon.outlets import outlet_book

    book = outlet_book(tables())
    medium = book.named(name) or book.named(f"al-{name}") or book.of_domain(f"{name}.com")
    return (bool(medium.state), book.is_agency(medium)) if medium else None


def hedge_kind(hedge: str) -> str | None:
    """Return what a hedge does to the number behind it ("above", "about"), None where it is none."""
    from rashomon.lexicon.numbers import Hedges

    return tables().of(Hedges).kind_of(hedge.casefold())


def is_vague(hedge: str) -> bool:
    """Say whether a quantity's words are of those that stand for no number ("dozens", "a large number of")."""
    from rashomon.lexicon.numbers import Numbers

    return hedge.casefold() in tables().of(Numbers).vague


def is_armed(group: str, label: str) -> bool:
    """Say whether a group of people bears arms: a row of the groups, an actor of the tables, or a state's own force."""
    from rashomon.lexicon.actors import actor_book
    from rashomon.lexicon.groups import group_book
    from rashomon.model import FORCE_KINDS

    groups, actor = group_book(tables()), actor_book(tables()).by_id.get(group)
    if group in groups.by_id:
        return any(groups.by_id[one].armed for one in (group, *groups.whole_of(group)))
    return actor.kind in FORCE_KINDS if actor is not None else group.casefold() != label.casefold()


def rules() -> dict[str, str]:
    """Return the rules that say what a number counts, in the order in which they are asked, each with its first line."""
    from rashomon.extract.counts.find import RULES

    return {rule.__name__: (rule.__doc__ or "").strip().split("\n")[0].strip() for rule in RULES}


def claim_rows(reading: Reading) -> list[Row]:
    """Return the lines of ``claims.jsonl``."""
    from rashomon.exchange import jsonio

    return [jsonio.claim_row(claim) for claim in reading.claims]


def mention_rows(reading: Reading) -> list[Row]:
    """Return the lines of ``mentions.jsonl``."""
    from rashomon.exchange import jsonio

    return [jsonio.mention_row(mention) for mention in reading.mentions]


def event_rows(reports: Sequence[Report], readings: Sequence[Reading], *, one_event: bool) -> list[Row]:
    """Return the lines of ``events.jsonl``: of one event, or of those that grouping finds."""
    import rashomon
    from rashomon.cluster.describe import describe
    from rashomon.exchange import jsonio

    one = (describe(reports, readings, tables=tables()),) if one_event else ()
    events = one or rashomon.group(reports, readings, tables=tables())
    by_id = {reading.report_id: (report, reading) for report, reading in zip(reports, readings, strict=True)}
    rows = []
    for event in events:
        told, read = zip(*(by_id[i] for i in event.report_ids), strict=True)
        rows.append(jsonio.event_row(rashomon.reconcile(event, told, read, tables=tables()).event))
    return rows
