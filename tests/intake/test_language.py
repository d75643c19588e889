from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intake.language import is_english, tell_language
from rashomon.lexicon import Tables

ENGLISH = "The harbour master said that at least nine people had died when the ferry overturned."
NAMES = "Asha Vell, Tom Arrik, Lina Moss, Omar Tiss, Ben Quill, Ida Roth, Noor Salim, Jon Pike, Mara Dell, Ari Voss"
OTHERS = {
    "de": "Nach Angaben der Behörden sind mindestens neun Menschen ums Leben gekommen, als die Fähre vor der Küste kenterte.",
    "es": "Según las autoridades, al menos nueve personas murieron cuando el transbordador volcó frente a la costa el martes.",
    "fr": "Selon les autorités, au moins neuf personnes ont été tuées lorsque le bateau a chaviré au large des côtes mardi soir.",
    "ar": "قال مسؤولون إن تسعة أشخاص على الأقل لقوا حتفهم عندما انقلبت العبارة قبالة الساحل مساء الثلاثاء",
    "ru": "По словам властей, не менее девяти человек погибли, когда паром перевернулся у побережья во вторник вечером.",
    "tr": "Yetkililere göre salı gecesi kıyı açıklarında feribotun alabora olması sonucu en az dokuz kişi hayatını kaybetti.",
}


def test_english_is_told_by_its_words(tables: Tables) -> None:
    tongue = tell_language(ENGLISH, None, tables=tables)
    assert (tongue.code, tongue.evidence[0].rule, tongue.notes) == ("en", "function-words", ())


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_other_languages_are_told_and_noted(code: str, tables: Tables) -> None:
    tongue = tell_language(OTHERS[code], None, tables=tables)
    assert tongue.code == code
    assert [note.code for note in tongue.notes] == ["other-language"]


@pytest.mark.parametrize("text", [NAMES, "Nine dead", "9", "Korvana ferry", f"{NAMES}\n{NAMES}", "• 9 • 12"])
def test_too_little_text_is_taken_for_english_with_a_note(text: str, tables: Tables) -> None:
    tongue = tell_language(text, None, tables=tables)
    assert tongue.code == "en"
    assert [note.code for note in tongue.notes] == ["short-text"]


@pytest.mark.parametrize(
    ("given_language", "code"), [("en", "en"), ("en-GB", "en"), ("English", "en"), ("de", "de"), ("pt-BR", "pt-BR")]
)
def test_what_is_given_wins(given_language: str, code: str, tables: Tables) -> None:
    tongue = tell_language(ENGLISH, given_language, tables=tables)
    assert (tongue.code, tongue.evidence[0].rule) == (code, "given")
    assert bool(tongue.notes) is not is_english(code)


def test_english_around_a_foreign_quotation_stays_english(tables: Tables) -> None:
    assert tell_language(f"{ENGLISH} {ENGLISH} {OTHERS['es']}", None, tables=tables).code == "en"


@given(st.text())
def test_any_text_has_a_language(tables: Tables, text: str) -> None:
    assert tell_language(text, None, tables=tables).code
