"""The public JSON holds to its contract and loses nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import InputError
from rashomon.exchange import jsonio
from rashomon.model import Claim, Mention, Place, Quantity, Record, Span, TimeSpan

# The keys of the contract, written down once more so that a change in the code alone is seen.
CONTRACT = {
    "id", "report_id", "kind", "layer", "measure", "group", "quantity", "number_span", "act", "trigger_span", "polarity", "modality",
    "scope", "confidence", "attribution", "when", "where", "span", "quote", "rules",
}  # fmt: skip


def spans() -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda pair: Span(pair[0], sum(pair)))


def quantities() -> st.SearchStrategy[Quantity]:
    ends = st.one_of(st.none(), st.integers(0, 10**7))
    return st.builds(
        lambda a, b, words: Quantity(*((a, b) if a is None or b is None else sorted((a, b))), "about", words),
        ends,
        ends,
        st.text(max_size=9),
    )


def registered(kind: type[Any]) -> st.SearchStrategy[Any]:
    st.register_type_strategy(Span, spans())
    st.register_type_strategy(Quantity, quantities())
    st.register_type_strategy(float, st.floats(0, 1))
    st.register_type_strategy(date, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    return st.from_type(kind)


def through_json(value: object) -> Any:
    return json.loads(jsonio.dumps(value).encode("utf-8"))


def test_a_record_comes_back_as_it_was(record: Record) -> None:
    assert jsonio.record_from_dict(through_json(jsonio.record_to_dict(record))) == record


@given(registered(Claim))
def test_any_claim_comes_back_as_it_was(claim: Claim) -> None:
    assert jsonio.claim_from_row(through_json(jsonio.claim_row(claim))) == claim


@given(registered(Mention))
def test_any_mention_is_a_line_of_json(mention: Mention) -> None:
    row = jsonio.mention_row(mention)
    (line,) = jsonio.lines([row])
    assert line.count("\n") == 1
    assert (row["report_id"], row["start"], row["end"]) == (mention.report_id, mention.span.start, mention.span.end)


def test_a_claim_has_the_keys_of_the_contract_in_a_fixed_order(record: Record) -> None:
    rows = [jsonio.claim_row(claim) for claim in record.claims]
    assert all(set(row) - {"zone"} == CONTRACT for row in rows)
    assert {tuple(row) for row in rows} == {jsonio.CLAIM_KEYS}


def test_a_count_reads_as_the_contract_says(record: Record) -> None:
    row = jsonio.claim_row(record.claims[0])
    assert row["quantity"] == {"low": 17, "high": None, "hedge": "at least", "words": "At least 17", "vague": False}
    assert row["group"] == {"id": "total", "label": "total"}
    assert row["when"] == {"earliest": "2024-03-04", "latest": "2024-03-04", "grain": "day", "basis": "explicit"}
    assert {"name", "lat", "lon", "precision", "id"} <= set(row["where"])
    assert row["attribution"]["root"] == "coast guard"
    assert set(row["attribution"]["chain"][0]) >= {"name", "kind", "cue", "stance", "span"}
    assert row["act"] is None


def test_a_record_has_the_contract_s_parts_and_the_texts_its_spans_point_into(record: Record) -> None:
    row = jsonio.record_to_dict(record)
    assert list(row)[:4] == ["event", "reports", "claims", "findings"]
    texts = {report["id"]: report["text"] for report in row["reports"]}
    for claim in row["claims"]:
        assert texts[claim["report_id"]][claim["span"]["start"] : claim["span"]["end"]] == claim["quote"]
    finding = row["findings"][0]
    assert {"id", "question", "verdict", "positions", "independent_roots", "estimates", "why", "open"} <= set(finding)
    assert {"value", "root", "claims", "reports", "as_of"} <= set(finding["positions"][0])
    assert set(finding["estimates"]["acled"]) >= {"low", "best", "high"}


def test_an_event_has_its_figures(record: Record) -> None:
    row = jsonio.event_row(record.event)
    assert list(row) == list(jsonio.EVENT_KEYS)
    assert row["figures"] == [
        {
            "measure": "killed",
            "group": {"id": "total", "label": "total"},
            "low": 17,
            "best": 24,
            "high": 99,
            "verdict": "updated",
            "roots": 2,
        }
    ]


def test_each_type_of_mention_has_the_keys_that_readers_ask_for(record: Record) -> None:
    place, attribution, actor, time, unknown = (jsonio.mention_row(mention) for mention in record.mentions)
    assert (place["name"], place["lat"], place["lon"], place["geonames_id"]) == ("Pemba", -5.2, 39.8, 149606)
    assert attribution["source"] == [51, 66]
    assert attribution["cue"] == [67, 71]
    assert attribution["content"] == [[23, 49]]
    assert (actor["actor"], actor["label"]) == ("coast-guard", "coast guard")
    assert (time["value"], time["earliest"], time["latest"]) == ("2011", "2011-01-01", "2011-12-31")
    assert (unknown["name"], unknown["geonames_id"]) == (None, None)


@pytest.mark.parametrize(
    ("place_id", "number"),
    [("geonames:149606", 149606), ("place:tz/camp/x", None), ("geonames:", None), ("geonames:²", None), (None, None)],
)
def test_only_an_id_of_geonames_is_a_number(place_id: str | None, number: int | None) -> None:
    assert jsonio.geonames_id(place_id) == number


def test_text_is_written_readable_and_a_lone_surrogate_escaped() -> None:
    assert jsonio.dumps({"name": "Ḥasaka"}) == '{"name": "Ḥasaka"}'
    assert json.loads(jsonio.dumps("\udc80")) == "\udc80"


def test_a_wrong_record_is_refused_with_the_key_that_is_wrong(record: Record) -> None:
    row = jsonio.record_to_dict(record)
    row["claims"][0]["layer"] = "sideways"
    with pytest.raises(InputError, match=r"claims\.0\.layer"):
        jsonio.record_from_dict(row)


def test_keys_of_others_are_passed_over(record: Record) -> None:
    row = jsonio.claim_row(record.claims[0]) | {"reviewer": "me"}
    assert jsonio.claim_from_row(row) == record.claims[0]


def test_a_place_and_a_time_may_be_open() -> None:
    mention = Mention("r-1", "place", Span(0, 1), place=Place("Nowhere"))  # type: ignore[arg-type]
    assert jsonio.place_details(mention)["lat"] is None
    timed = Mention("r-1", "time", Span(0, 1), timespan=TimeSpan(None, date(2024, 1, 1)))  # type: ignore[arg-type]
    assert jsonio.time_details(timed) == {"value": None, "earliest": None, "latest": "2024-01-01"}
