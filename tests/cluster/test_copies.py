"""Copied text is found sentence by sentence, with exact spans in both reports."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.cluster.copies import find_copies, shared_text
from rashomon.cluster.prose import copy_keys, prose
from rashomon.cluster.sentences import sentences
from rashomon.lexicon.tables import Tables
from rashomon.model import Report, ReportId, Span, Zone, ZoneKind

AGENCY = [
    "The earthquake struck the hill district of Orvana at dawn and was felt as far away as the coast.",
    "At least 31 people were found dead under two school buildings, the civil protection office told reporters.",
    "Tents and blankets were on their way to the hill villages by Thursday evening, the office added.",
    "Engineers warned that the Karsa dam would have to be inspected before anyone could return home.",
]
EDITED = "At least 31 people have been found dead under two school buildings, the civil protection office told reporters on Friday."
HOUSE = [
    "Our reporter in Orvana walked from house to house with families who were looking for their relatives.",
    "An old teacher named Mirel said that she had counted the seconds until the walls stopped moving.",
    "In the square people shared bread and tea while the church bell lay broken in the grass behind them.",
]
EXTRA = [
    "A doctor from the district clinic treated broken arms by torchlight until the batteries of the torches ran out.",
    "Lorries from the lowland towns brought water, milk powder and a field kitchen over the only open road.",
]
STOCK = "Sign up for our daily newsletter to get the best of our reporting straight into your inbox."


def report(name: str, *parts: str, zones: tuple[Zone, ...] = ()) -> Report:
    return Report(ReportId(name), name, " ".join(parts), day=date(2031, 3, 6), zones=zones)


def test_a_reprint_is_an_exact_copy_and_its_spans_are_true() -> None:
    first, second = report("a", *AGENCY), report("b", *AGENCY)
    (found,) = find_copies([second, first])
    assert (found.first, found.second, found.kind, found.share) == ("a", "b", "exact", 1.0)
    assert [one.of(first.text) for one, _ in found.spans] == AGENCY
    assert [other.of(second.text) for _, other in found.spans] == AGENCY


def test_a_new_headline_and_other_line_ends_leave_a_copy_exact() -> None:
    second = report("b", "Dozens dead in the hills\n\n" + "\r\n".join(AGENCY))
    (found,) = find_copies([report("a", *AGENCY), second])
    assert (found.kind, found.share) == ("exact", 1.0)
    assert found.spans[1][1].of(second.text) == AGENCY[1]


def test_an_edited_sentence_makes_a_near_copy() -> None:
    (found,) = find_copies([report("a", *AGENCY), report("b", AGENCY[0], EDITED, *AGENCY[2:])])
    assert found.kind == "near"
    assert len(found.spans) == 4


def test_agency_sentences_in_a_story_of_its_own_are_a_partial_copy() -> None:
    own = report("b", HOUSE[0], AGENCY[0], HOUSE[1], AGENCY[1], HOUSE[2])
    (found,) = find_copies([report("a", *AGENCY), own])
    assert found.kind == "partial"
    assert 0.4 < found.share < 0.6, "half of the shorter report, which is the agency's"
    assert [other.of(own.text) for _, other in found.spans] == AGENCY[:2]


def test_stock_sentences_short_ones_and_boilerplate_are_no_copies() -> None:
    assert not find_copies([report("a", *AGENCY, STOCK, "More soon."), report("b", *HOUSE, STOCK, "More soon.")])
    menu = "Home World Weather Sport Business Culture Opinion Archive Imprint Contact Jobs."
    zone = (Zone(ZoneKind.BOILERPLATE, Span(0, len(menu))),)
    assert not find_copies([report("a", menu, *AGENCY, zones=zone), report("b", menu, *HOUSE, zones=zone)])


def test_one_shared_sentence_of_a_long_report_is_too_little() -> None:
    words = ["one", "two", "four", "six", "nine", "ten", "twelve", "twenty"]
    long = [
        f"In village {word} the {word} keepers of the {word} mill told {word} visitors {word} stories of {word} winters."
        for word in words
    ]
    assert not find_copies([report("a", *long, AGENCY[0]), report("b", *HOUSE, *AGENCY, *EXTRA)])


def test_the_same_report_twice_is_one() -> None:
    assert not find_copies([report("a", *AGENCY), report("a", *AGENCY)])
    assert not find_copies([])
    assert not find_copies([report("a", ""), report("b", "")])


@given(st.permutations(range(4)))
def test_the_order_of_reports_does_not_matter(order: list[int]) -> None:
    reports = [
        report("a", *AGENCY),
        report("b", AGENCY[0], EDITED),
        report("c", *HOUSE, AGENCY[2], AGENCY[3]),
        report("d", *HOUSE),
    ]
    assert find_copies([reports[i] for i in order]) == find_copies(reports)


@given(st.text(alphabet="aB .!?\n\"'\u200f\u0000é", max_size=80))
def test_sentences_cover_every_printed_character_once(text: str) -> None:
    spans = list(sentences(report("a", text)))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join(span.of(text) for span in spans).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace(
        "\n", ""
    )


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    text = "Lt. Gen. A. Romero met the U.S. envoy at 5 p.m. Tuesday. The talks lasted 2.5 hours. “No comment.” He left."
    found = [span.of(text) for span in sentences(report("a", text))]
    assert found == [
        "Lt. Gen. A. Romero met the U.S. envoy at 5 p.m. Tuesday.",
        "The talks lasted 2.5 hours.",
        "“No comment.”",
        "He left.",
    ]


def test_a_sentence_cut_from_a_longer_one_is_a_copy() -> None:
    long = (
        AGENCY[1][:-1]
        + ", while soldiers cleared the road to the coast and pilots flew over the valley in the last light."
    )
    (found,) = find_copies([report("a", AGENCY[0], long, HOUSE[0]), report("b", AGENCY[0], AGENCY[1], HOUSE[1])])
    assert len(found.spans) == 2


def test_a_short_sentence_counts_only_beside_longer_ones() -> None:
    short = "Six were children."
    assert find_copies([report("a", HOUSE[0], short), report("b", HOUSE[1], short)]) == ()
    (found,) = find_copies(
        [report("a", *AGENCY[:2], "Six of them were children."), report("b", *AGENCY[:2], "Six of them were children.")]
    )
    assert len(found.spans) == 3


def keys(one: Report, tables: Tables) -> frozenset[str]:
    """The copy keys of a report."""
    return copy_keys(prose(one, tables=tables))


def test_a_sentence_that_stands_in_two_reports_is_found_by_a_key(tables: Tables) -> None:
    own = report("b", HOUSE[0], AGENCY[1], HOUSE[1])
    assert keys(report("a", *AGENCY), tables) & keys(own, tables)
    assert not keys(report("a", *AGENCY), tables) & keys(report("b", *HOUSE, *EXTRA), tables)


def test_an_edited_sentence_is_mostly_found_by_a_key(tables: Tables) -> None:
    whole = [sentence.split() for sentence in (*AGENCY, *HOUSE)]
    edited = [(words, words[:place] + words[place + 1 :]) for words in whole for place in range(len(words))]
    found = [
        bool(keys(report("a", " ".join(words)), tables) & keys(report("b", " ".join(fewer)), tables))
        for words, fewer in edited
    ]
    assert sum(found) > 0.7 * len(found)


def test_short_sentences_and_stock_ones_have_no_key(tables: Tables) -> None:
    assert not keys(report("a", "Six of them were children.", STOCK), tables)


@given(st.lists(st.sampled_from([*AGENCY, *HOUSE, *EXTRA, EDITED]), min_size=1, max_size=6))
def test_what_two_reports_share_does_not_depend_on_a_third(some: list[str]) -> None:
    first, second = report("a", *AGENCY), report("b", AGENCY[0], EDITED, *HOUSE)
    (alone,) = find_copies([first, second])
    assert alone in find_copies([first, second, report("c", *some)])


def test_what_two_reports_share_does_not_depend_on_who_comes_first(tables: Tables) -> None:
    one, other = (prose(r, tables=tables) for r in (report("a", *AGENCY), report("b", AGENCY[2], EDITED, *HOUSE)))
    assert shared_text(one, other) == shared_text(other, one)
