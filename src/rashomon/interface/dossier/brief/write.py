"""Write a record as a brief: what the page says first, without pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.interface.dossier.brief.escape import cell, plain
from rashomon.interface.dossier.head.view import CardView, GistView, HeadView, head_of
from rashomon.interface.view import FindingView, LineView, MomentView, PositionView, RecordView, ReportView
from rashomon.model import Record

DISCLAIMER = (
    "This brief shows who said what, on whose word. It does not say what is true, and gives no score to an outlet."
)
MOST_QUOTED = 2


def brief(record: Record, view: RecordView) -> str:
    """Return the record as Markdown (CommonMark with tables), words of the reports escaped.

    "killed, total: 9–24, disputed, 3 roots" becomes a row of a table, and each answer a line with whose word it is and the words
    it rests on.
    """
    return "\n".join([*lines(head_of(record, view), view), ""])


def lines(head: HeadView, view: RecordView) -> Iterator[str]:
    """Yield the lines of the brief."""
    yield from opening(head)
    yield from section("Most in dispute" if head.in_dispute else "Look at these first", cards(head.cards))
    yield from section("Figures", figures(view.figures))
    yield from section("Who says what", answers(view.findings))
    yield from section("In order of time", moments(view.timeline))
    yield from section(
        "Still open", [*(f"- {plain(point)}" for point in view.open), *remarks(view.left_out, " leaves out: ")]
    )
    yield from section("Notes", remarks(view.notes, ": "))
    yield from section("Reports", reports(view.reports))
    yield from ("", f"Made by {plain(view.versions)}.")


def section(title: str, inside: Sequence[str] | Iterator[str]) -> Iterator[str]:
    """Yield a heading and what stands under it; nothing where nothing does."""
    body = list(inside)
    if body:
        yield from ("", f"## {title}", "", *body)


def opening(head: HeadView) -> Iterator[str]:
    """Yield title, counts, day and parties, and a sentence for each verdict."""
    yield f"# {plain(head.title)}"
    yield from ("", plain(head.kicker))
    yield from (
        "",
        plain(" · ".join(part for part in (head.when or "day not known", ", ".join(head.parties)) if part)),
        "",
    )
    for caution in head.cautions:
        yield from (f"**{plain(caution)}**", "")
    yield from (gist(line) for line in head.gist)
    if head.single:
        yield f"- {plain(head.single)}"
    yield from ("", f"*{DISCLAIMER}*")


def gist(line: GistView) -> str:
    """Return the questions of one verdict in a line."""
    named = "; ".join(plain(finding.name) for finding in line.findings)
    return f"- **{line.opening}**: {named}" + (f"; and {line.more} more" if line.more else "")


def cards(shown: Sequence[CardView]) -> Iterator[str]:
    """Yield what to look at first, with the answers that most reports carry."""
    for card in shown:
        yield f"- {card.finding.symbol} **{plain(card.finding.name)}** ({card.finding.words})"
        for position in card.positions:
            yield f"  - **{plain(position.value)}** — {plain(position.root)} ({' '.join(position.marks)})"
        if card.more:
            yield f"  - and {card.more} more"


def figures(counts: Sequence[FindingView]) -> Iterator[str]:
    """Yield the table of figures with the estimates side by side."""
    if not counts:
        return
    policies = list(dict.fromkeys(estimate.policy for finding in counts for estimate in finding.estimates))
    yield "| what | range | verdict | roots | " + "".join(f"{policy} | " for policy in policies).rstrip()
    yield "| --- | --- | --- | ---: |" + " --- |" * len(policies)
    for finding in counts:
        words = {estimate.policy: estimate.words for estimate in finding.estimates}
        row = [cell(finding.name), finding.range, f"{finding.symbol} {finding.words}", str(finding.roots)]
        yield "| " + " | ".join([*row, *(cell(words.get(policy, "")) for policy in policies)]) + " |"


def answers(findings: Sequence[FindingView]) -> Iterator[str]:
    """Yield every count and question of control, and the acts on which several speak, with their answers."""
    for finding in findings:
        if not finding.is_telling:
            continue
        yield f"- **{plain(finding.name)}**: {finding.symbol} {finding.words}. {plain(finding.why)}"
        for position in finding.positions:
            yield answer(position)


def answer(position: PositionView) -> str:
    """Return one answer with whose word it is, of when, and the words it rests on."""
    facts = [position.root, *position.remarks, f"as of {position.as_of}" if position.as_of else "no date"]
    quotes = "; ".join(f"{quote.mark} “{plain(quote.words)}”" for quote in position.quotes[:MOST_QUOTED])
    more = len(position.quotes) - MOST_QUOTED
    return (
        f"  - **{plain(position.value)}** — {plain(', '.join(facts))}"
        + (f": {quotes}" if quotes else "")
        + (f"; and {more} more" if more > 0 else "")
    )


def moments(timeline: Sequence[MomentView]) -> Iterator[str]:
    """Yield the timeline."""
    for moment in timeline:
        yield (
            f"- {plain(moment.when)}: {plain(moment.label)}"
            + (f" ({moment.words})" if moment.words else "")
            + f" — {plain(', '.join(moment.roots))}"
        )


def remarks(shown: Sequence[LineView], joint: str) -> list[str]:
    """Return remarks with the letter of the report they are about."""
    return [f"- {line.mark}{joint}{plain(line.text)}" if line.mark else f"- {plain(line.text)}" for line in shown]


def reports(shown: Sequence[ReportView]) -> Iterator[str]:
    """Yield the reports by their letters."""
    for report in shown:
        facts = [report.name, report.day or "day not known", report.headline, report.link or ""]
        yield f"- **{report.mark}** {plain(', '.join(fact for fact in facts if fact))}"
