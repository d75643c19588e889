"""The file of floors: it is never lowered in silence, and written as it is read."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FIGURES = st.floats(0, 100).map(lambda value: round(value, 3))
NAMES = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1, max_size=9)


def test_a_first_floor_is_what_was_reached_less_the_slack(scripts: SimpleNamespace) -> None:
    section = scripts.floors.fresh("d", {"one_F1": 86.97, "tiny_F1": 0.1}, ["one_F1", "tiny_F1", "unknown"], 0.3)
    assert section.floors == {"one_F1": scripts.floors.Floor(86.9, 86.6), "tiny_F1": scripts.floors.Floor(0.1, 0.0)}


@given(figures=st.lists(st.one_of(st.none(), FIGURES), max_size=8), lowered=st.one_of(st.none(), st.just("why")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_floor_only_rises_and_stays_below_what_was_measured(
    scripts: SimpleNamespace, figures: list[float | None], lowered: str | None
) -> None:
    floor = scripts.floors.Floor(60.0, 40.0 if lowered else 59.7, lowered)
    for now in figures:
        before, floor = floor, scripts.floors.lifted(floor, now, 0.3)
        assert floor.floor >= before.floor
        assert floor.reached >= before.reached
        assert floor == before or (now is not None and floor.floor <= now)


def test_the_reason_for_a_lowered_floor_goes_when_the_old_figure_is_reached_again(scripts: SimpleNamespace) -> None:
    floor = scripts.floors.Floor(60.0, 40.0, "gold was mended")
    half = scripts.floors.lifted(floor, 50.0, 0.3)
    assert half == scripts.floors.Floor(60.0, 49.7, "gold was mended")
    assert scripts.floors.lifted(half, 61.0, 0.3) == scripts.floors.Floor(61.0, 60.7, None)


@given(asked=st.dictionaries(NAMES, FIGURES, max_size=3), names=st.lists(NAMES, max_size=4), now=FIGURES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_back(
    scripts: SimpleNamespace, tmp_path: Path, asked: dict[str, float], names: list[str], now: float
) -> None:
    section = scripts.floors.fresh("d1", dict.fromkeys(names, now), names, 1.0)
    asked = {name: float(f"{value:g}") for name, value in asked.items()}
    book = scripts.floors.Book({"counts": asked}, {("whole", name): section for name in names})
    path = tmp_path / "floors.toml"
    path.write_text(scripts.floors.text_of(book), "utf-8")
    read = scripts.floors.load(path)
    assert read == book
    assert scripts.floors.text_of(read) == path.read_text("utf-8")


LOWERED = '[whole.counts]\ndata = "d"\nslack = 0.3\nfloors.number_F1 = {reached = 86.9, floor = 80.0%s}\n'


def loaded(scripts: SimpleNamespace, tmp_path: Path, text: str) -> Any:
    (tmp_path / "floors.toml").write_text(text, "utf-8")
    return scripts.floors.load(tmp_path / "floors.toml")


@pytest.mark.parametrize("why", ["", ', lowered = ""', ', lowered = "  "'])
def test_a_floor_lowered_without_a_reason_is_refused(scripts: SimpleNamespace, tmp_path: Path, why: str) -> None:
    with pytest.raises(
        ValueError, match=r"whole\.counts number_F1: its floor 80\.0 lies more than 0\.3 below the 86\.9"
    ):
        loaded(scripts, tmp_path, LOWERED % why)


def test_a_floor_lowered_with_a_reason_is_kept_with_it(scripts: SimpleNamespace, tmp_path: Path) -> None:
    book = loaded(scripts, tmp_path, LOWERED % ', lowered = "the gold was mended"')
    assert book.sections["whole", "counts"].floors["number_F1"].lowered == "the gold was mended"
    assert loaded(scripts, tmp_path, scripts.floors.text_of(book)) == book


@pytest.mark.parametrize(
    "text",
    [
        "[half.counts]\n",
        '[whole.counts]\ndata = "d"\nslack = 0.3\n',
        '[whole.counts]\ndata = "d"\nslack = 0.3\nfloors.a = {reached = 1.0}\n',
        '[whole.counts]\ndata = "d"\nslack = 0.3\nfloors.a = {reached = 1.0, floor = 1.0, lower = "x"}\n',
        "[whole.counts\n",
    ],
)
def test_a_file_that_is_wrong_is_refused(scripts: SimpleNamespace, tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        loaded(scripts, tmp_path, text)


def test_the_floors_that_ship_can_be_read_and_are_written_so(scripts: SimpleNamespace, root: Path) -> None:
    path = root / "bench" / "floors.toml"
    book = scripts.floors.load(path)
    assert {("fast", "counts"), ("fast", "isaf"), ("whole", "counts")} <= set(book.sections)
    assert scripts.floors.text_of(book) == path.read_text("utf-8"), "run bench/gate.py --raise"
