"""The texts side by side: claims by kind, telling words, copied sentences, and nothing lost."""

from __future__ import annotations

from dataclasses import replace

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.texts.marked import Marking, paragraphs
from rashomon.interface.dossier.texts.view import copies_of, questions_of, texts_of
from rashomon.interface.findings import Marks
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Account, Claim, ClaimKind, Layer, Record, Report, ReportId, SharedText, Span

TEXT = "Nine people drowned. The ferry sank at dawn. It was old."
REPORT = Report(ReportId("r-1"), "a.txt", TEXT)


def claim(words: str, kind: ClaimKind, told: str, layer: Layer = Layer.MAIN) -> Claim:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    trigger = Span(TEXT.index(told), TEXT.index(told) + len(told))
    number = trigger if kind is ClaimKind.COUNT else None
    measure = "killed" if kind is ClaimKind.COUNT else None
    made = Claim(
        REPORT.id, kind, span, words, layer, measure, number_span=number, trigger_span=None if number else trigger
    )
    return made.identified()


def test_kinds_and_telling_words_are_told_apart() -> None:
    count, act = claim("Nine people drowned", ClaimKind.COUNT, "Nine"), claim("The ferry sank", ClaimKind.ACT, "sank")
    old = claim("It was old", ClaimKind.ACT, "old", Layer.BACKGROUND)
    pieces = [
        p for part in paragraphs(REPORT, [count, act, old], Marking({count.id: ("f-1",)}, {})) for p in part.pieces
    ]
    assert [(p.text, p.kind, p.telling) for p in pieces if p.kind] == [
        ("Nine", "count", True),
        (" people drowned", "count", False),
        ("The ferry ", "act", False),
        ("sank", "act", True),
        ("It was old", "background", False),
    ]
    assert [p.questions for p in pieces if p.kind == "count"] == [("f-1",), ("f-1",)]
    assert [p.ids for p in pieces if p.ids] == [(count.id,), (act.id,), (old.id,)]


def test_copied_sentences_are_tagged_once_a_run() -> None:
    copies = {Span(0, 20): ("B",), Span(21, 44): ("B",), Span(45, 56): ("B", "C")}
    pieces = [p for part in paragraphs(REPORT, [], Marking({}, copies)) for p in part.pieces]
    assert [p.tag for p in pieces if p.tag] == [("B",), ("B", "C")]
    assert "".join(p.text for p in pieces) == TEXT


def test_what_a_round_up_tells_of_other_events_is_set_off() -> None:
    text = "Nine drown at sea\n\nIn a separate incident, a fire killed two.\n"
    report = Report(ReportId("r-1"), "a.txt", text)
    account = Account(report.id, 2, (Span(19, len(text)),))
    told = paragraphs(report, [], Marking({}, {}, account))
    assert [(one.pieces[0].text, one.aside) for one in told] == [
        ("Nine drown at sea", True),
        ("In a separate incident, a fire killed two.", False),
    ]
    assert not any(one.aside for one in paragraphs(report, []))


def test_a_page_with_a_round_up_says_so(record: Record) -> None:
    first = record.reports[0]
    parted = replace(record.event, accounts=(Account(first.id, 2, (Span(0, 9),)),))
    marks = Marks.of(record.reports)
    for event, said in ((record.event, False), (parted, True)):
        mine = replace(record, event=event)
        view = view_of(mine, tables=load_tables())
        assert texts_of(mine, view, marks).partly is said
    assert view.reports[0].headline == first.text[:9].strip()


def test_shared_text_is_marked_in_both_reports(record: Record) -> None:
    marks = Marks.of(record.reports)
    one, two = (report.id for report in record.reports)
    shared = SharedText(one, two, "partial", 0.3, ((Span(0, 9), Span(3, 12)),))
    found = copies_of(replace(record, shared=(shared,)), marks)
    assert found == {one: {Span(0, 9): ("B",)}, two: {Span(3, 12): ("A",)}}


def test_a_claim_leads_to_its_questions_by_series_too(record: Record) -> None:
    questions = questions_of(record)
    early = record.findings[0].positions[0].series[0].claims[0]
    assert "f-1" in questions[early]


def test_questions_that_several_reports_answer_can_be_lined_up(record: Record, tables: Tables) -> None:
    shown = texts_of(record, view_of(record, tables=tables), Marks.of(record.reports))
    assert {finding.id for finding in shown.questions} == {"f-1", "f-2"}
    assert [text.report.mark for text in shown.texts] == ["A", "B"]
