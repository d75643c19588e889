"""Words cut to their room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.dossier.pictures.fit import END, ISOLATE, ems, fit, fit_lines
from rashomon.interface.dossier.pictures.theme import SMALL


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=80), st.integers(30, 400))
def test_cut_words_take_no_more_than_their_room(words: str, pixels: int) -> None:
    plain = fit(words, pixels).strip(ISOLATE + END)
    assert ems(plain) * SMALL <= pixels + SMALL
    if ems(words) * SMALL <= pixels:
        assert plain == words
    else:
        assert plain.endswith("…")


def test_a_bold_name_has_less_room() -> None:
    name = "x" * 60
    assert len(fit(name, 160, bold=True)) < len(fit(name, 160))


def test_right_to_left_words_keep_their_ellipsis_at_their_own_end() -> None:
    cut = fit("وزارة الداخلية في البلد الكبير", 90)
    assert cut.startswith(ISOLATE)
    assert cut.endswith(f"…{END}")


def test_words_of_one_direction_need_nothing_around_them() -> None:
    assert fit("police", 200) == "police"


def test_a_long_name_takes_two_lines_broken_at_a_word() -> None:
    assert fit_lines("Harrow Rights Monitor", 110) == ("Harrow Rights", "Monitor")
    assert fit_lines("police", 90) == ("police", "")
    assert fit_lines("x" * 20000, 90)[1] == ""
    assert len(fit_lines("x" * 20000, 90)[0]) < 20
