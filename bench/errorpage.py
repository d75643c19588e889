"""The error page in Markdown: tables by construction, outlet, measure and rule, and how far to trust them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import causes
import engine
from cases import Case
from constructions import SECTIONS
from sections import REST, Section
from tally import FEW, Tally, tally

DRAWN = frozenset({"position", "meaning", "outlet"})
"""Sections with a picture, by their short names."""
WEAK = 10.0
"""Points below the figure of all counts from which a figure is set in bold."""
LEAN = 40
"""Cases that a row needs to be named among the best or the worst."""
COLUMNS = ("cases", "found", "precise", "group", "speaker", "layer", "scope", "all right")
INTRO = """\
# Where the reader errs

Counts of people in real reports, as annotated by careful reading, beside what the reader made of them: {all.cases} counts in {reports}
reports, of which it finds {all.found:.0f} %, and {all.all_right:.0f} % with every field right. This page breaks the figures down by how a count is told and by
where it was printed. `bench/errors.py` writes it. Examples are our own; the number that is meant is set in italics. The reports
are not part of the project.

- **cases**: counts in the annotated reports. Under {few} of them (†) a figure is hardly more than a story.
- **found**: of these, the share with a claim of the same measure on the same number.
- **precise**: of the reader's claims of this look, the share that the annotators have too.
- **group, speaker, layer, scope**: of the counts found, the share with this field right: whom it counts, who first said it, whether
  it is of the happening itself or of a related or earlier one, whether it is a whole, a part or an addition.
- **all right**: of all cases, the share found with every field right: interval, group, speaker, layer, polarity, scope, modality.

**Bold** is ten points or more below the figure for all counts. Rows go from the most to the least often all right.
"""
TRUST = """\
## How it was made, and when to distrust it

- A count is matched to a claim as the benchmark's scorer does it, and a field is right where the scorer says so. A claim with another
  measure on the right number is both a miss and a false claim.
- How a count is told is found out by patterns over the sentence and its tree, from the same parser that the reader uses. Where the
  parser errs, the case stands in a wrong row, and the row gets the blame for it.
- A false claim has no annotation: it is placed by its own fields, so that *precise* leans on what the reader believes of it.
- Rules were mended after reading errors in these very reports. On reports that nobody has seen, expect figures some points lower.
  What has learnt from annotated reports is measured here only on reports that it has not seen.
- The bars show how far a share may lie off by chance if cases were independent. They are not: a report that is misread is
  misread many times. Take the bars as the least doubt there is.
- Two careful readers agree on number and measure in 99 of 100 counts, with group in 95, with group and speaker in 92: no figure here
  can mean more than that.
- Kinds of outlet differ in what they write about. Most of the monitors, agencies and media of states here tell of one war; local
  crime news is of one country, incident logs of another. A figure tells of both, the outlet and the matter.
- Common constructions weigh more than rare ones. What no report here contains (sieges, mines, ships, quakes are rare) has no row.
"""


def page(real: Sequence[Case], invented: Sequence[Case]) -> str:
    """Return the page."""
    total = tally("all counts", real)
    reports = len({case.place.report["id"] for case in real if case.gold})
    blocks = [INTRO.format(reports=reports, all=total, few=FEW), *summary(real, total), *wrong(real)]
    for section in SECTIONS:
        blocks += [f"## {section.title}\n", section.about + "\n"]
        if section.short in DRAWN:
            blocks.append(f"![{section.title}: found, and all right](errors-{section.short}.svg)\n")
        examples = {row.name: row.example for row in section.rows}
        blocks.append(table(tallies(section, real), total, examples))
    blocks += [*measures(real, invented), *by_rule(real, total), TRUST]
    return "\n".join(blocks)


def tallies(section: Section, cases: Iterable[Case]) -> list[Tally]:
    """Return the rows of a section that have cases, the best first."""
    sorted_cases: dict[str, list[Case]] = {row.name: [] for row in section.rows}
    for case in cases:
        for name in section.rows_of(case):
            sorted_cases[name].append(case)
    return ordered(tally(name, some) for name, some in sorted_cases.items())


def ordered(rows: Iterable[Tally]) -> list[Tally]:
    """Return the rows with cases, the most often all right first."""
    return sorted((row for row in rows if row.cases), key=lambda row: (-(row.all_right or 0.0), row.name))


def summary(real: Sequence[Case], total: Tally) -> Iterator[str]:
    """Yield the rows that stand out, over all tables."""
    rows = [
        replace(row, name=f"{section.short}: {row.name}")
        for section in SECTIONS
        for row in tallies(section, real)
        if row.cases >= LEAN and row.name != REST
    ]
    found, right = sorted(rows, key=lambda row: row.found or 0.0), ordered(rows)
    yield "## In short\n"
    yield f"Rows with at least {LEAN} cases, over all tables below. Of all counts, {total.found:.0f} % are found and {total.all_right:.0f} % are all right."
    yield "\nMost often all right:\n"
    yield listed((row.name, row.all_right) for row in right[:6])
    yield "\nLeast often all right:\n"
    yield listed((row.name, row.all_right) for row in right[:-7:-1])
    yield "\nMost often missed (the share found):\n"
    yield listed((row.name, row.found) for row in found[:6])
    yield ""


def listed(rows: Iterable[tuple[str, float | None]]) -> str:
    """Return rows as a list."""
    return "\n".join(f"- {name}, {value or 0:.0f} %" for name, value in rows)


def wrong(real: Sequence[Case]) -> Iterator[str]:
    """Yield the table of what goes wrong."""
    yield "## What goes wrong\n"
    yield "Every annotated count once, by what became of it; then the claims that no annotated count meets.\n"
    came, false = causes.outcomes(real), causes.false_claims(real)
    whole = came.total()
    lines = [[name, str(many), f"{100 * many / whole:.0f} %"] for name, many in came.most_common()]
    yield markdown(["what became of it", "counts", "of all"], lines, words=1)
    lines = [[name, str(many), f"{100 * many / whole:.0f}"] for name, many in false.most_common()]
    yield markdown(["false claims on", "claims", "to 100 counts"], lines, words=1)


def table(rows: Sequence[Tally], total: Tally, examples: dict[str, str]) -> str:
    """Return a table, the figures of all counts last; a row's example stands behind its name."""
    lines = [[named(row, examples.get(row.name, "")), *cells(row, total)] for row in [*rows, total]]
    return markdown(["", *COLUMNS], lines, words=1)


def named(row: Tally, example: str) -> str:
    """Return a row's name, marked where cases are few, with its example."""
    return row.name + (" †" if row.few else "") + (f": {example}" if example else "")


def markdown(head: Sequence[str], lines: Iterable[Sequence[str]], *, words: int) -> str:
    """Return a table in Markdown; after the first columns of words, figures stand to the right."""
    rule = ["---"] * words + ["--:"] * (len(head) - words)
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, rule, *lines]) + "\n"


def cells(row: Tally, total: Tally) -> list[str]:
    """Return the figures of a row; those well below the figure of all counts are bold."""
    figures = [
        (getattr(row, name), getattr(total, name))
        for name in ("found", "precise", "group", "speaker", "layer", "scope", "all_right")
    ]
    return [str(row.cases), *(figure(now, usual) for now, usual in figures)]


def figure(now: float | None, usual: float | None) -> str:
    """Return one figure."""
    if now is None:
        return "–"
    return f"**{now:.0f}**" if usual is not None and now <= usual - WEAK else f"{now:.0f}"


def measures(real: Sequence[Case], invented: Sequence[Case]) -> Iterator[str]:
    """Yield the table by measure: real reports beside invented ones of rarer kinds of event."""
    yield "## What is counted\n"
    yield (
        "By measure. Rare ones are told more often in 128 invented reports on ferries, mines, quakes, floods, kidnappings, sieges and\n"
        "the like, written to hold many traps: read their figures as a direction.\n"
    )
    names = sorted({case.row["measure"] for case in [*real, *invented] if case.gold})
    pairs = [
        [tally(name, [case for case in some if case.row["measure"] == name]) for some in (real, invented)]
        for name in names
    ]
    pairs.sort(key=lambda pair: (-pair[0].cases, pair[0].name))
    pairs.append([tally("all counts", real), tally("all counts", invented)])
    head = ["", "cases", "found", "precise", "all right", "cases, invented", "found", "precise", "all right"]
    yield markdown(head, ([pair[0].name, *(cell for row in pair for cell in brief(row))] for pair in pairs), words=1)


def brief(row: Tally) -> list[str]:
    """Return the figures of a row of the table by measure."""
    return [
        f"{row.cases}{' †' if row.few else ''}",
        *(figure(now, None) for now in (row.found, row.precise, row.all_right)),
    ]


def by_rule(real: Sequence[Case], total: Tally) -> Iterator[str]:
    """Yield the table by the rule that made the claim."""
    yield "## By rule\n"
    yield (
        "What each rule claims, by its name in a claim's `rules`: *precise* is the share of its claims that the annotators have, the\n"
        "other columns the share of those with the field right.\n"
    )
    made: dict[str, list[Case]] = {}
    for case in real:
        for rule in (case.claim or {}).get("rules", ()):
            made.setdefault(rule, []).append(case)
    known = engine.rules()
    head = ["", "reads", "claims", "precise", "group", "speaker", "layer", "scope"]
    names = sorted(made, key=lambda name: (-len(made[name]), name))
    yield markdown(head, (rule_line(name, known.get(name, ""), made[name], total) for name in names), words=2)


def rule_line(name: str, says: str, cases: Sequence[Case], total: Tally) -> list[str]:
    """Return the line of one rule; what it reads is the first line of its docstring."""
    row, few = tally(name, cases), " †" if len(cases) < FEW else ""
    figures = [
        (getattr(row, field), getattr(total, field)) for field in ("precise", "group", "speaker", "layer", "scope")
    ]
    says = re.sub(r"([|*_<>])", r"\\\1", says.strip().removesuffix("."))
    return [f"`{name}`{few}", says, str(len(cases)), *(figure(now, usual) for now, usual in figures)]
