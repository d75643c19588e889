"""Labels never lie on each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.dossier.places.frame import Frame
from rashomon.interface.dossier.places.labels import Sheet, overlap, width_of
from rashomon.interface.dossier.places.names import rows_of, spots_within

SPOTS = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300)), max_size=25)


@given(SPOTS)
def test_labels_stay_apart_and_on_the_map(spots: list[tuple[float, float]]) -> None:
    sheet = Sheet(400, 300)
    for number, spot in enumerate(spots):
        sheet.beside(f"Place {number}", spot, 6, 12, kind="main")
    rects = sorted(sheet.taken)
    assert not [pair for n, one in enumerate(rects) for pair in rects[n + 1 :] if overlap(one, pair)]
    assert all(0 <= left < right <= 400 and 0 <= top < bottom <= 300 for left, top, right, bottom in rects)


def test_a_label_that_fits_nowhere_is_left_out() -> None:
    sheet = Sheet(60, 40)
    assert sheet.beside("A name much longer than the map", (30, 20), 5, 12, kind="main") is None
    assert sheet.within("A name much longer than the map", [(30, 20)], 12, kind="main") is None


def test_wide_letters_take_more_room() -> None:
    widths = [width_of(text, 12) for text in ("il", "ab", "AB", "長春")]
    assert all(first < second for first, second in pairwise(widths))
    assert width_of("é", 12) == width_of("e\N{COMBINING ACUTE ACCENT}", 12)


def test_the_name_of_a_country_stands_inside_it() -> None:
    frame = Frame(0.0, 0.0, 6371.0 / 2, 400, 300)
    square = [[(-2.0, -1.0), (-2.0, 1.0), (2.0, 1.0), (2.0, -1.0), (-2.0, -1.0)]]
    rows = rows_of([square], frame)
    assert [bool(row) for row in rows] == [bool(abs(14 * (n + 0.5) - 150) < 55.6) for n in range(len(rows))]
    x, y = next(spots_within([square], frame, 60))
    assert abs(x - 200) < 1
    assert abs(y - 150) < 14
    assert list(spots_within([square], frame, 900)) == []
