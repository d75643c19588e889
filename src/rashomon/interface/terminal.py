"""The terminal view: a record as a person reads it, from what happened to what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.interface.plain import around
from rashomon.interface.view import ActorView, FindingView, LineView, MomentView, NameView, PositionView, RecordView
from rashomon.model import Verdict

COLOURS = {
    Verdict.DISPUTED: "bold red",
    Verdict.UPDATED: "bold blue",
    Verdict.COMPATIBLE: "cyan",
    Verdict.AGREE: "bold green",
    Verdict.SINGLE_SOURCE: "bright_black",
    Verdict.NOT_COMPARABLE: "magenta",
}
QUIET = "bright_black"
LOADED = "▲"
WIDEST = 120
"""Longer lines are hard to read, however wide the window."""
ROOM_FOR_ESTIMATES = 100
POLICIES = ("ACLED", "UCDP")
INDENT = 4
LONGEST_NAME = 24
ROOM_FOR_FIGURES = 46
ROOM_FOR_POLICY = 19
MOST_PARTIES = 6
MOST_MOMENTS = 20
MOST_SAID = 30
MOST_ROOTS = 2
PLAIN_LETTERS = str.maketrans({
    "✕": "x", "↻": "^", "◐": "~", "●": "=", "○": "o", "≠": "!", "▲": "*", "–": "-", "…": "...", "“": '"', "”": '"', "·": "|", "—": "-",
    "─": "-",
})  # fmt: skip
"""For terminals that show nothing beyond their own small alphabet."""


def console_for(stream: TextIO) -> Console:
    """Return a console that reads no markup; plain where the stream is no terminal or NO_COLOR is set."""
    return Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)


def show(view: RecordView, console: Console) -> None:
    """Print the view, as wide as the console is, up to 120 columns."""
    put(Group(*page(view, min(console.width, WIDEST))), console)


def put(parts: RenderableType, console: Console) -> None:
    """Print what is made for the screen, in plain letters where that shows no others."""
    width = min(console.width, WIDEST)
    unicode = (console.encoding or "utf-8").lower().startswith("utf")
    with console.capture() as caught:
        console.print(parts, width=width)
    text = "\n".join(line.rstrip() for line in caught.get().splitlines()) + "\n"
    if not unicode:
        text = text.translate(PLAIN_LETTERS).encode(console.encoding, "replace").decode(console.encoding)
    console.file.write(text)
    console.file.flush()


def page(view: RecordView, width: int) -> Iterator[RenderableType]:
    """Yield the parts of the view from top to bottom; a part with nothing to say is left out."""
    yield from head(view)
    yield from section("What happened", happened(view.timeline, width))
    yield from section("Figures", figures(view.figures, width))
    yield from section("Who says what", said(view.findings, width))
    yield from section("In dispute", disputes(view.disputes))
    yield from section(
        "Still open", remarks([LineView("–", text) for text in (*view.open, *one_root_only(view.findings))])
    )
    yield from section("Left out", remarks(view.left_out))
    yield from section("Wording", wording(view.wording))
    yield from section("Notes", remarks(view.notes))


def section(title: str, parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Yield a heading and what stands under it; nothing where nothing does."""
    inside = list(parts)
    if inside:
        yield Text("\n" + title.upper(), style="bold")
        yield from (Padding(part, (0, 0, 0, 2)) for part in inside)


def head(view: RecordView) -> Iterator[RenderableType]:
    """Yield title, day, parties, what the record counts, and the reports with their letters."""
    yield Text(view.title, style="bold underline")
    yield Text(" · ".join(part for part in (view.when or "day not known", at_most(view.parties, MOST_PARTIES)) if part))
    yield Text(view.summary, style=QUIET)
    yield from (Text(caution, style="bold") for caution in view.cautions)
    yield Text()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for longest in (4, LONGEST_NAME, LONGEST_NAME):
        table.add_column(no_wrap=True, overflow="ellipsis", max_width=longest)
    table.add_column()
    for report in view.reports:
        headline = Text(report.headline, style=QUIET)
        table.add_row(Text(report.mark, style="bold"), report.name, report.day or "day not known", headline)
    yield Padding(table, (0, 0, 0, 2))


def columns(count: int) -> Table:
    """Return a table without lines; all but its last column keep to one line."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for _ in range(count - 1):
        table.add_column(no_wrap=True, overflow="ellipsis")
    table.add_column(overflow="fold")
    return table


def happened(moments: Sequence[MomentView], width: int) -> Iterator[RenderableType]:
    """Yield the timeline: day, verdict, what, on whose word."""
    if not moments:
        return
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(max_width=max(width * 2 // 5, 12))
    table.add_column(style=QUIET)
    for moment in moments[:MOST_MOMENTS]:
        table.add_row(moment.when, moment.symbol, moment.label, at_most(moment.roots, MOST_ROOTS))
    yield table
    if len(moments) > MOST_MOMENTS:
        yield Text(f"and {len(moments) - MOST_MOMENTS} more: see --html or --json", style=QUIET)


def at_most(names: Sequence[str], most: int) -> str:
    """Return the first names, and how many more there are."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")


def figures(counts: Sequence[FindingView], width: int) -> Iterator[RenderableType]:
    """Yield the table of figures: what, range, verdict, independent roots; estimates where there is room."""
    if not counts:
        return
    policies = POLICIES if width >= ROOM_FOR_ESTIMATES else ()
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style=QUIET)
    table.add_column("what", max_width=width - ROOM_FOR_FIGURES - sum(ROOM_FOR_POLICY for _ in policies))
    table.add_column("range", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    table.add_column("roots", justify="right", no_wrap=True)
    for policy in policies:
        table.add_column(policy, no_wrap=True)
    for count in counts:
        estimates = {estimate.policy: estimate.words for estimate in count.estimates}
        table.add_row(
            count.name,
            Text(count.range, style="bold"),
            verdict(count),
            str(count.roots),
            *(estimates.get(p, "") for p in policies),
        )
    yield table


def verdict(finding: FindingView) -> Text:
    """Return a verdict with its mark."""
    return Text(f"{finding.symbol} {finding.words}", style=COLOURS[finding.verdict])


def said(findings: Sequence[FindingView], width: int) -> Iterator[RenderableType]:
    """Yield who says what: every count and every question of control, and the acts on which several speak."""
    chosen = [finding for finding in findings if finding.is_telling]
    for place, finding in enumerate(chosen[:MOST_SAID]):
        line = Text.assemble(("\n" if place else ""), (finding.name, "bold"), "  ")
        yield line.append_text(verdict(finding))
        yield Padding(positions(finding.positions, width - INDENT), (0, 0, 0, 2))
    if len(chosen) > MOST_SAID:
        yield Text(f"\nand {len(chosen) - MOST_SAID} more: see --html or --json", style=QUIET)


def positions(held: Sequence[PositionView], width: int) -> Table:
    """Return the positions on one question: the values on the left, who holds them on the right."""
    left = min(max(len(position.value) for position in held), width // 3)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=left, style="bold")
    table.add_column()
    for position in held:
        table.add_row(position.value, position_lines(position, width - left - 2))
    return table


def position_lines(position: PositionView, width: int) -> Group:
    """Return who holds a position, what to know of it, and a quotation for each report."""
    facts = [position.root, *position.remarks, f"as of {position.as_of}" if position.as_of else "no date"]
    lines: list[RenderableType] = [Text(" · ".join(facts))]
    if position.earlier:
        lines.append(Text(f"earlier: {', '.join(position.earlier)}", style=QUIET))
    for quote in position.quotes:
        via = f" (via {quote.via})" if quote.via else ""
        words = around(quote.words, quote.focus, max(width - len(via) - len(quote.mark) - 5, 30))
        lines.append(Text(f"{quote.mark}  “{words}”{via}", style=QUIET))
    return Group(*lines)


def disputes(findings: Sequence[FindingView]) -> Iterator[RenderableType]:
    """Yield what is disputed, why, and what would settle it."""
    for finding in findings:
        yield Text.assemble((f"{finding.symbol} {finding.name}", COLOURS[finding.verdict]))
        yield Padding(Text(finding.why), (0, 0, 0, 2))
        for point in finding.open:
            yield Padding(Text(point, style=QUIET), (0, 0, 0, 2))


def one_root_only(findings: Sequence[FindingView]) -> Iterator[str]:
    """Yield one line that names the figures which rest on one root."""
    single = [
        f.name if f.positions[0].root in f.name else f"{f.name} ({f.positions[0].root})"
        for f in findings
        if f.kind == "count" and f.verdict is Verdict.SINGLE_SOURCE and not f.echo
    ]
    if single:
        yield f"On one root only: {'; '.join(single)}."


def remarks(lines: Sequence[LineView]) -> Iterator[RenderableType]:
    """Yield lines with the letter of the report they are about, wrapped under themselves."""
    if lines:
        table = columns(2)
        for line in lines:
            table.add_row(Text(line.mark or "–", style="bold"), line.text)
        yield table


def wording(actors: Sequence[ActorView]) -> Iterator[RenderableType]:
    """Yield a table of what each actor was called in each report."""
    if not actors:
        return
    table = columns(3)
    for actor in actors:
        marks = list(dict.fromkeys(name.mark for name in actor.names))
        for place, mark in enumerate(marks):
            names = [name for name in actor.names if name.mark == mark]
            table.add_row(actor.label if place == 0 else "", Text(mark, style="bold"), named(names))
    yield table
    yield Text(f"{LOADED} takes sides or frames; “ ” stands in a quotation, not in the outlet's own voice", style=QUIET)


def named(names: Sequence[NameView]) -> Text:
    """Return names in one line: loaded ones marked, quoted ones in quotation marks with their speaker."""
    line = Text()
    for place, name in enumerate(names):
        words = f"“{name.words}”" if name.voice == "quoted" else name.words
        speaker = f" ({name.speaker})" if name.speaker else ""
        times = f" ×{name.count}" if name.count > 1 else ""
        line.append("; " if place else "")
        line.append(f"{LOADED} {words}" if name.loaded else words, "red" if name.loaded else "")
        line.append(f"{speaker}{times}", QUIET)
    return line
