"""The one constructor of reports: text and metadata in, a report with zones, language, outlet and day out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from rashomon.errors import EmptyInput, TooLarge
from rashomon.intake.characters import control_characters, has_words
from rashomon.intake.language import tell_language
from rashomon.intake.limits import MOST_TEXT
from rashomon.intake.outlet import tell_outlet
from rashomon.intake.zones import find_zones, whole_text
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Evidence, Note, Report, ReportId


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a report beside its text; None where nothing is known.

    ``captions`` are lines of the text that the page marks as captions, ``notes`` what its reader had to say;
    ``facts`` are kept as evidence: the author, the place a desk set; ``rule`` says where the values come from: given by
    the caller, or by a page's metadata.
    """

    source: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    id: str | None = None
    captions: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: tuple[Evidence, ...] = ()
    rule: str = "given"


def make_report(  # noqa: PLR0913 - one keyword for each field of the metadata that files of reports carry
    text: str,
    *,
    source: str,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    language: str | None = None,
    tables: Tables,
    id: str | None = None,  # noqa: A002 - the key of the file format
) -> Report:
    """Return a report of a text that is kept as it stands; what is given wins over what is inferred.

    Zones, language, outlet and report day are inferred with evidence and notes. Raises EmptyInput where the
    text holds nothing to read, TooLarge where it is longer than any report.
    """
    given = Given(source, outlet, url, title, published, language, id)
    return report_of(text, given, tables=tables)


def report_of(text: str, given: Given, *, tables: Tables) -> Report:
    """Return the report of a text and what is known beside it."""
    from rashomon.intake.reportday import solve_report_day

    if len(text) > MOST_TEXT:
        raise TooLarge(given.source, f"a report of {len(text):,} characters; at most {MOST_TEXT:,} are read as one")
    if not has_words(text):
        raise EmptyInput(given.source, "no words in it; give a report with text")
    published, published_notes = stamp(given.published)
    tongue = tell_language(text, given.language, tables=tables)
    zones = (
        find_zones(text, title=given.title, captions=given.captions, outlet=given.outlet, tables=tables)
        if tongue.is_english
        else whole_text(text)
    )
    source = tell_outlet(
        text, zones if tongue.is_english else (), given=stated_outlet(given), url=given.url, tables=tables
    )
    day, day_evidence, day_notes = solve_report_day(text, zones, published, tables)
    report = Report(
        id=ReportId(given.id) if given.id else Report.id_of(outlet=source.outlet, url=given.url, text=text),
        source=given.source,
        text=text,
        outlet=source.outlet,
        url=given.url,
        title=given.title,
        published=published,
        language=tongue.code,
        day=day,
        zones=zones,
        evidence=(*source.evidence, *tongue.evidence, *day_evidence, *given_evidence(given)),
    )
    found = (*given.notes, *control_characters(text), *tongue.notes, *source.notes, *published_notes, *day_notes)
    return with_notes(report, found)


def with_notes(report: Report, notes: Sequence[Note]) -> Report:
    """Return the report with notes that name it."""
    return replace(report, notes=tuple(replace(note, report_id=report.id) for note in notes))


def stated_outlet(given: Given) -> Evidence | None:
    """Return the outlet that was given or that a page names as its own, as evidence; None where nothing says so."""
    name = (given.outlet or "").strip()
    return Evidence("outlet", name, given.rule, name) if name else None


def given_evidence(given: Given) -> tuple[Evidence, ...]:
    """Return the evidence that title and publication date were given with the text."""
    fields = (("title", given.title), ("published", given.published))
    return (*(Evidence(name, value, given.rule, value) for name, value in fields if value), *given.facts)


def stamp(published: str | None) -> tuple[str | None, tuple[Note, ...]]:
    """Return a publication date in ISO 8601 where it is one, or is one of mail and feeds; else as given, with a note.

    >>> stamp("Sat, 22 Jan 2022 10:15:00 GMT")
    ('2022-01-22T10:15:00+00:00', ())
    """
    words = (published or "").strip()
    if not words:
        return None, ()
    try:
        datetime.fromisoformat(words)
    except ValueError:
        pass
    else:
        return words, ()
    try:
        return parsedate_to_datetime(words).isoformat(), ()
    except (ValueError, TypeError, IndexError, OverflowError):
        return words, (Note("published-unclear", f"the publication date {words[:60]!r} is no ISO 8601 date"),)
