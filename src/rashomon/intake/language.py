"""Which language a report is in; English is told by its commonest words, others by a model."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.lexicon.language import LanguageWords
from rashomon.lexicon.match import fold
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Evidence, Note

WORD = re.compile(r"[^\W\d_]{1,60}")
ENGLISH = frozenset({"en", "eng", "english"})


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language code (ISO 639-1) with why, and a note where it is not English or hard to tell."""

    code: str
    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...] = ()

    @property
    def is_english(self) -> bool:
        """Whether the reader can read it."""
        return is_english(self.code)


def is_english(code: str) -> bool:
    """Say whether a language code or name means English, in whichever country."""
    return re.split(r"[-_]", code.strip().lower())[0] in ENGLISH


def tell_language(text: str, given: str | None, *, tables: Tables) -> Tongue:
    """Return the language of a text: the one given, else English by its words, else a model's answer.

    A text too short to tell, or one of names alone, is taken for English with the note ``short-text``.
    """
    if given and given.strip():
        code = "en" if is_english(given) else given.strip()
        return told(code, "given", given)
    table = tables.of(LanguageWords)
    words = WORD.findall(text[: table.sample_chars])
    share = sum(fold(word) in table.function_words for word in words) / max(1, len(words))
    if len(words) >= table.least_words and share >= table.share:
        return told("en", "function-words", f"{share:.0%} of the words are the commonest of English")
    running = [word for word in words if not word[0].isupper()]
    if len(running) < table.least_words:
        note = Note("short-text", "too few running words to tell the language; read as English")
        return Tongue("en", (Evidence("language", "en", "assumed", f"{len(running)} running words"),), (note,))
    return told(*by_model(running))


def by_model(running: list[str]) -> tuple[str, str, str]:
    """Return the model's language for running words; names are left out, which mislead it."""
    import py3langid

    code, _ = py3langid.classify(" ".join(running))
    return str(code), "language-model", "py3langid"


def told(code: str, rule: str, words: str) -> Tongue:
    """Return a language with its evidence, and the note that another language is not read."""
    evidence = (Evidence("language", code, rule, words),)
    if is_english(code):
        return Tongue(code, evidence)
    return Tongue(
        code,
        evidence,
        (Note("other-language", f"the language is {code}; only English is read, so no claims are made"),),
    )
