"""Laws that hold for any reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Quantity, Record, Scope, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom

VOICES = ("monitor", "ministry", "guard", "own", "nobody", "locals", "monitor via wire", "short ministry")
NUMBERS = st.one_of(
    st.integers(0, 60).map(lambda n: Quantity.exactly(n, words=str(n))),
    st.integers(0, 60).map(lambda n: Quantity.at_least(n, words=f"at least {n}")),
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Quantity.between(*pair)),
)
SENTENCES = st.tuples(
    NUMBERS, st.sampled_from(VOICES), st.sampled_from(("killed", "missing")), st.sampled_from(("total", "civilians", "children")),
    st.sampled_from((Scope.WHOLE, Scope.WHOLE, Scope.PART, Scope.INCREMENT)),
)  # fmt: skip
PAPERS = st.lists(st.tuples(st.integers(0, 3), st.lists(SENTENCES, max_size=4)), min_size=1, max_size=4)

Papers = list[tuple[int, list[tuple[Quantity, str, str, str, Scope]]]]


def print_all(room: Newsroom, papers: Papers) -> Newsroom:
    """Write the papers of an example."""
    for i, (day, sentences) in enumerate(papers):
        paper = room.paper(f"Paper {i}", day)
        for quantity, voice, measure, group, scope in sentences:
            paper.count(quantity, voice, measure=measure, of=group, scope=scope)
    return room


def by_question(record: Record) -> dict[str, tuple[Verdict, int]]:
    """The verdict and the independent roots of each question."""
    return {finding.question.label: (finding.verdict, finding.independent_roots) for finding in record.findings}


@given(papers=PAPERS, seed=st.randoms(use_true_random=False))
def test_the_order_of_reports_never_matters(newsroom: Callable[[], Newsroom], papers: Papers, seed: object) -> None:
    room = print_all(newsroom(), papers)

    def shuffled(reports: list) -> list:  # type: ignore[type-arg]
        seed.shuffle(reports)  # type: ignore[attr-defined]
        return reports

    assert room.record() == room.record(turn=shuffled) == room.record(turn=lambda reports: reports[::-1])


@given(papers=PAPERS)
def test_reconciling_twice_gives_the_same_record(newsroom: Callable[[], Newsroom], papers: Papers) -> None:
    room = print_all(newsroom(), papers)
    assert repr(room.record()) == repr(room.record())


@given(papers=PAPERS, which=st.integers(0, 3), later=st.integers(0, 3))
def test_a_copy_never_raises_independence(
    newsroom: Callable[[], Newsroom], papers: Papers, which: int, later: int
) -> None:
    room = print_all(newsroom(), papers)
    before = by_question(room.record())
    original = room.papers[which % len(room.papers)]
    room.copy(original, "Copycat Daily", (original.report.day - room.day(0)).days + later)  # type: ignore[operator]
    after = by_question(room.record())
    assert {label for label in before.keys() & after.keys() if after[label][1] > before[label][1]} == set()
    assert len(after) == len(before)  # an undated part is named by its root, which may now be the copy


@given(papers=PAPERS)
def test_no_position_mixes_groups_measures_or_scopes(newsroom: Callable[[], Newsroom], papers: Papers) -> None:
    record = print_all(newsroom(), papers).record()
    claims = {claim.id: claim for claim in record.claims}
    for finding in record.findings:
        told = [claims[id_] for position in finding.positions if not position.derived for id_ in position.claims]
        assert {claim.measure for claim in told} <= {finding.question.measure}
        assert {claim.group for claim in told} <= {finding.question.group}


@given(tolls=st.lists(st.tuples(st.integers(0, 5), NUMBERS), min_size=1, max_size=6))
def test_one_root_is_never_disputed(newsroom: Callable[[], Newsroom], tolls: list[tuple[int, Quantity]]) -> None:
    room = newsroom()
    for i, (day, quantity) in enumerate(tolls):
        room.paper(f"Paper {i}", day).count(quantity, "monitor")
    finding = room.finding("killed, total")
    assert finding.verdict in {Verdict.SINGLE_SOURCE, Verdict.UPDATED}
    assert finding.independent_roots == 1


@given(papers=PAPERS)
def test_estimates_are_ordered_and_name_claims_of_the_finding(newsroom: Callable[[], Newsroom], papers: Papers) -> None:
    for finding in print_all(newsroom(), papers).record().findings:
        claims = {claim for position in finding.positions for claim in position.claims}
        for estimate in finding.estimates.values():
            numbers = [n for n in (estimate.low, estimate.best, estimate.high) if n is not None]
            assert numbers == sorted(numbers)
            assert set(estimate.claims) <= claims


@given(papers=PAPERS)
def test_every_claim_in_a_finding_is_in_the_record_and_of_its_reports(
    newsroom: Callable[[], Newsroom], papers: Papers
) -> None:
    record = print_all(newsroom(), papers).record()
    of = {claim.id: claim.report_id for claim in record.claims}
    for finding in record.findings:
        for position in finding.positions:
            assert position.claims
            assert {of[id_] for id_ in position.claims} == set(position.reports)
