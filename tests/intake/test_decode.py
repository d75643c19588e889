from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import EmptyInput, NotText
from rashomon.intake.decode import decode

WORDS = "Officials in Korvana said “at least nine” people died – naïve hopes faded."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_or_utf8_tells_the_encoding_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding), "a.txt") == (WORDS, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_read_with_a_note(encoding: str) -> None:
    text, notes = decode(WORDS.encode(encoding), "a.txt")
    assert text == WORDS
    assert [note.code for note in notes] == ["encoding-guessed"]


def test_western_bytes_are_guessed_with_a_note() -> None:
    text, notes = decode(WORDS.encode("cp1252"), "a.txt")
    assert text == WORDS
    assert [note.code for note in notes] == ["encoding-guessed"]
    assert "cp1252" in notes[0].message


def test_other_scripts_are_guessed_with_a_note() -> None:
    words = "Власти сообщили, что в порту погибли девять человек. " * 20
    text, notes = decode(words.encode("cp1251"), "a.txt")
    assert text == words
    assert [note.code for note in notes] == ["encoding-guessed"]


def test_a_declared_encoding_is_used() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź: dziewięć osób</body></html>'
    assert decode(page.encode("iso-8859-2"), "a.html") == (page, ())


@pytest.mark.parametrize("name", ["no-such-thing", "rot13", "hex", "unicode_escape"])
def test_a_declared_encoding_that_is_none_is_passed_over(name: str) -> None:
    text, _ = decode(f'<meta charset="{name}"> caf\xe9 in the port'.encode("cp1252"), "a.html")
    assert text.endswith("café in the port")


def test_few_broken_bytes_in_utf8_are_marked_and_counted() -> None:
    text, notes = decode((WORDS * 3).encode() + b"\xe2\x80", "a.txt")
    assert text.startswith(WORDS)
    assert [note.code for note in notes] == ["encoding-errors"]
    assert notes[0].span is not None
    assert notes[0].span.of(text) == "\ufffd"


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(EmptyInput, match=r"a\.txt: the file is empty; give"):
        decode(b"", "a.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 \n...", "a PDF"),
        (b"PK\x03\x04....", "zip archive or office document"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"Nine people\x00 died", "NUL at byte 11"),
        (bytes(range(1, 32)) * 9, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_is_and_what_is_allowed(data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=what) as refused:
        decode(data, "a.bin")
    assert "give plain text" in str(refused.value)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_went(text: str) -> None:
    if text.startswith("\ufeff"):
        text = text[1:] or "x"
    if not text.startswith(("%PDF", "PK")):
        assert decode(text.encode(), "a.txt")[0] == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "a.bin")
    except (EmptyInput, NotText):
        return
    assert isinstance(text, str)
