"""No bytes raise an error, whichever format they begin as."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.intake import Intake, Item, Reject, items, take
from rashomon.intake.unpack import unpack
from rashomon.lexicon import Tables

NAMES = ("a.txt", "a.html", "a.csv", "a.jsonl", "a.jsonl.gz", "rss.xml", "atom.xml", "ninjs1.json", "ninjs2.json", "ninjs3.json",
         "newsml.xml", "nitf.xml", "a.warc", "a.warc.gz", "a.wacz", "a.urls")  # fmt: skip


def read_all(data: bytes, name: str, tables: Tables) -> list[Intake | Reject]:
    arrived = unpack(io.BytesIO(data), Item(name, b""))
    read = [take(one, tables=tables) if isinstance(one, Item) else one for one in arrived]
    return [one for one in read if isinstance(one, (Intake, Reject))]


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_taken_in(name: str, samples: dict[str, bytes], tables: Tables) -> None:
    assert set(samples) == set(NAMES)
    found = read_all(samples[name], name, tables)
    reports = [report for one in found if isinstance(one, Intake) for report in one.reports]
    assert bool(reports) is (name != "a.urls")


changes = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b"\x00", b"\xff\xff\xff\xff", b"]]>", b"&#0;", b'"', b"{", b"\r\n"]))),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(name=st.sampled_from(NAMES), changed=changes, cut=st.one_of(st.none(), st.floats(0, 1)), named=st.booleans())
def test_a_damaged_sample_raises_nothing(  # noqa: PLR0917 - hypothesis hands over the first four by name
    name: str,
    changed: list[tuple[float, int, bytes]],
    cut: float | None,
    named: bool,
    samples: dict[str, bytes],
    tables: Tables,
) -> None:
    data = samples[name]
    for where, length, piece in changed:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    data = data if cut is None else data[: int(cut * len(data))]
    for one in read_all(data, name if named else "a", tables):
        if isinstance(one, Intake):
            assert one.item.sha256
            assert all(report.text for report in one.reports)
        rejects = one.rejects if isinstance(one, Intake) else (one,)
        assert all(reject.code and reject.reason for reject in rejects)
        assert all(str(reject.error()).startswith(reject.origin) for reject in rejects)


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_any_name_is_a_source(name: str) -> None:
    if name == "-" or set(name) & set("/.*?["):
        return
    assert [*items(name)]
