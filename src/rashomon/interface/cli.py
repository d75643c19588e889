"""The command line: what people type, and the exit code they get.

Nothing but Typer is loaded before a command runs, so that ``rashomon --help`` is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.interface import session
from rashomon.interface.living import register

if TYPE_CHECKING:
    from rashomon.lexicon.tables import Tables
    from rashomon.model import Claim, Mention, Reading, Record
    from rashomon.pipeline import Loaded

EPILOG = "Exit codes: 0 done; 1 done, but some inputs could not be read, or a store is not sound; 2 nothing done (bad use, or nothing readable)."
app = typer.Typer(
    name="rashomon", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG,
    help="Many news reports of one event in, one sourced record out: who says what, on whose word, what is disputed and why.",
)  # fmt: skip
gazetteer_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Make a gazetteer of your own.")
app.add_typer(gazetteer_app, name="gazetteer")

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Reports: files, folders or patterns of text, pages, JSON, feeds, web archives; - is standard input.",
    ),
]
TableFolders = Annotated[
    list[Path] | None,
    typer.Option(
        "--tables", metavar="DIR", help="A folder of your own tables, laid over the shipped ones; may be repeated."
    ),
]
GazetteerFile = Annotated[
    Path | None, typer.Option("--gazetteer", metavar="FILE", help="Places from this file instead.")
]
RulesOnly = Annotated[
    bool, typer.Option("--rules-only", help="Read by the rules alone, without what was learned from annotated reports.")
]
ClaimsFile = Annotated[
    str | None, typer.Option("--claims", metavar="FILE", help="Write the claims, one a line of JSON.")
]


def print_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        from rashomon.pipeline import version

        print(f"rashomon {version()}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command(epilog=EPILOG)
def compare(  # noqa: PLR0917 - one parameter for each option
    files: Files,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the record as JSON instead of the view for people.")
    ] = False,
    claims: ClaimsFile = None,
    html: Annotated[str | None, typer.Option("--html", metavar="FILE", help="Write a page to pass on.")] = None,
    markdown: Annotated[
        str | None, typer.Option("--markdown", metavar="FILE", help="Write a brief to paste, as Markdown.")
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="QUESTION", help='Show how one verdict came about, such as "killed, total".'),
    ] = None,
    tables: TableFolders = None,
    gazetteer: GazetteerFile = None,
    rules_only: RulesOnly = False,
) -> None:
    """Compare reports of one event and show the record."""
    with session.told():
        session.may_write(claims, html, markdown)
        mine = session.tables_with(tables or [], rules_only=rules_only)
        found = session.loaded(files, mine)
        record = record_of(found, mine, gazetteer)
        told = explained(record, explain) if explain is not None else None
        if claims:
            session.write(claims, claim_lines(record.claims))
        if html:
            session.write(html, [page_of(record, mine)])
        if markdown:
            session.write(markdown, [brief_of(record, mine)])
        if told is not None:
            session.out(told)
        elif as_json:
            session.out([json_of(record)])
        elif session.STDOUT not in (claims, html, markdown):
            show(record, mine)
        session.finish(found)


@app.command(epilog=EPILOG)
def read(  # noqa: PLR0917 - one parameter for each option
    files: Files,
    claims: ClaimsFile = None,
    mentions: Annotated[
        str | None, typer.Option("--mentions", metavar="FILE", help="Write times, places, actors and attributions.")
    ] = None,
    tables: TableFolders = None,
    gazetteer: GazetteerFile = None,
    rules_only: RulesOnly = False,
) -> None:
    """Read any number of reports, each by itself.

    The claims go to standard output if no file is named.
    """
    with session.told():
        session.may_write(claims, mentions)
        mine = session.tables_with(tables or [], rules_only=rules_only)
        found = session.loaded(files, mine)
        readings = readings_of(found, mine, gazetteer)
        if claims or not mentions:
            session.write(
                claims or session.STDOUT, claim_lines(claim for reading in readings for claim in reading.claims)
            )
        if mentions:
            session.write(mentions, mention_lines(mention for reading in readings for mention in reading.mentions))
        session.finish(found)


@app.command(epilog=EPILOG)
def group(  # noqa: PLR0917 - one parameter for each option
    files: Files,
    events: Annotated[
        str | None, typer.Option("--events", metavar="FILE", help="Write the events, one a line of JSON.")
    ] = None,
    claims: ClaimsFile = None,
    tables: TableFolders = None,
    gazetteer: GazetteerFile = None,
    rules_only: RulesOnly = False,
) -> None:
    """Put reports of one event together.

    Each event is reconciled. The events go to standard output if no file is named.
    """
    with session.told():
        session.may_write(events, claims)
        mine = session.tables_with(tables or [], rules_only=rules_only)
        found = session.loaded(files, mine)
        readings = readings_of(found, mine, gazetteer)
        session.write(events or session.STDOUT, event_lines(found, readings, mine))
        if claims:
            session.write(claims, claim_lines(claim for reading in readings for claim in reading.claims))
        session.finish(found)


@gazetteer_app.command(epilog=EPILOG)
def build(
    dump: Annotated[
        Path,
        typer.Argument(metavar="DUMP", help="A GeoNames dump: allCountries.zip, a country's .zip, or the .txt inside."),
    ],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The file to write.")],
    min_population: Annotated[
        int, typer.Option("--min-population", min=0, help="Leave out towns with fewer people.")
    ] = 0,
) -> None:
    """Build a gazetteer from a GeoNames dump (CC BY 4.0) that you have downloaded."""
    from rashomon.lexicon.build import build_from_dump

    with session.told():
        session.may_write(str(to))
        places = build_from_dump(dump, to, min_population=min_population)
        print(f"{to}: {places:,} places. Use it with --gazetteer {to}", file=sys.stderr)


def record_of(found: Loaded, tables: Tables, gazetteer: Path | None) -> Record:
    """Return the record of loaded reports, with a bar while they are read."""
    from rashomon.pipeline import compare_loaded

    with session.progress("Reading", len(found.reports)) as bar:
        return compare_loaded(found, tables=tables, gazetteer=session.gazetteer_at(gazetteer), progress=bar)


def readings_of(found: Loaded, tables: Tables, gazetteer: Path | None) -> list[Reading]:
    """Return the readings of loaded reports, with a bar while they are read."""
    from rashomon import pipeline

    with session.progress("Reading", len(found.reports)) as bar:
        return list(
            pipeline.read(found.reports, tables=tables, gazetteer=session.gazetteer_at(gazetteer), progress=bar)
        )


def claim_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the lines of claims.jsonl."""
    from rashomon.exchange import jsonio

    return jsonio.lines(jsonio.claim_row(claim) for claim in claims)


def mention_lines(mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield the lines of mentions.jsonl."""
    from rashomon.exchange import jsonio

    return jsonio.lines(jsonio.mention_row(mention) for mention in mentions)


def event_lines(found: Loaded, readings: list[Reading], tables: Tables) -> Iterator[str]:
    """Yield the lines of events.jsonl: the events that grouping finds, with their figures."""
    from rashomon import pipeline
    from rashomon.exchange import jsonio

    events = pipeline.group(found.reports, readings, tables=tables)
    with session.progress("Reconciling", len(events)) as bar:
        for done, event in enumerate(events, 1):
            record = pipeline.reconcile(event, found.reports, readings, tables=tables)
            yield jsonio.dumps(jsonio.event_row(record.event)) + "\n"
            bar(done, len(events))


def json_of(record: Record) -> str:
    """Return the record as JSON text."""
    from rashomon.exchange import jsonio

    return jsonio.dumps(jsonio.record_to_dict(record), indent=2) + "\n"


def page_of(record: Record, tables: Tables) -> str:
    """Return the record as a page."""
    from rashomon.interface.dossier import render

    return render(record, tables=tables)


def brief_of(record: Record, tables: Tables) -> str:
    """Return the record as a brief in Markdown."""
    from rashomon.interface.compose import view_of
    from rashomon.interface.dossier.brief import brief

    return brief(record, view_of(record, tables=tables))


def explained(record: Record, question: str) -> list[str]:
    """Return the way to the verdict on each finding that a question means, as text for the screen."""
    from rashomon.interface.explain import chosen, explanation, page

    width = session.columns()
    return ["\n".join(page(explanation(finding, record), width) for finding in chosen(record.findings, question))]


def show(record: Record, tables: Tables) -> None:
    """Print the record for a person."""
    from rashomon.interface import terminal
    from rashomon.interface.compose import view_of

    terminal.show(view_of(record, tables=tables), terminal.console_for(sys.stdout))


register(app, EPILOG)


def main() -> None:
    """Run the command line."""
    app()
