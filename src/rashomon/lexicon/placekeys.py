"""Keys under which place names are filed: one by letters, one by sound.

English news writes one town in many ways: "Al-Hasakah", "Hasaka", "al Hasakeh". `place_key` takes away
what spelling alone adds (case, accents, hyphens, the Arabic article); `sound_key` keeps the consonants only, for
names that came through Arabic, Persian or Cyrillic letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:(?:al|el|ad|ar|as|at|az|an|ash|ath|adh|ez|es|er|ed|en|et)-|al )(?=\w{3})")
_SUN_ARTICLE = re.compile(r"^(?:a(?P<c>[drstzn]) (?=(?P=c))|ash (?=sh)|ath (?=th)|adh (?=dh))(?=\w{3})")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʼʿʾ`´ʹ"), None)
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h", "ð": "d"})
_NOT_WORD = re.compile(r"[^\w]+|_")
_INNER_ARTICLE = re.compile(r"\b(?:al|el|il|ul|ad|ar|as|at|az|an|ash|ed|er|es|ez|et|en|esh) (?=\w{2})")
_FUSED_ARTICLE = re.compile(r"\b[ae]([zdrstn])(?=\1)")
_SOUNDS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("tch", "c"), ("ch", "c"), ("zh", "j"),
    ("dj", "j"), ("sch", "x"), ("sh", "x"), ("ts", "s"), ("ck", "k"), ("q", "k"),
)  # fmt: skip
_SILENT = re.compile(r"(?<!^)[aeiouywh ]+")
_FIRST_VOWEL = re.compile(r"^[aeiou]+")
_DOUBLED = re.compile(r"(\w)\1+")


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """Return the key a place name is filed under.

    Case, accents, apostrophes and the leading Arabic article go; dots too; hyphens and underscores become spaces:
    "Al-Hasakah" -> "hasakah", "As Suwaydā'" -> "suwayda", "St. Louis" -> "st louis". Empty when no letter is left.
    """
    plain = unaccented(name)
    if plain.isalnum():
        return plain
    bare = _SUN_ARTICLE.sub("", _ARTICLE.sub("", plain.replace(".", "")))
    return " ".join(_NOT_WORD.sub(" ", bare).split())


def unaccented(name: str) -> str:
    """Return a name in lower case without accents, apostrophes and outer blanks."""
    if name.isascii():
        return name.replace("'", "").replace("`", "").lower().strip()
    folded = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)).casefold().translate(_LETTERS)
    return "".join(c for c in folded if not unicodedata.combining(c)).strip()


@lru_cache(maxsize=16384)
def sound_key(name: str) -> str:
    """Return the consonants of a name as Arabic, Persian or Cyrillic spelling keeps them.

    "Ghweran", "Ghwayran" and "Gweran" -> "grn"; "Deir ez-Zor", "Deir ezzor" and "Dayr az Zawr" -> "drzr".
    Coarse by design: compare only within a country the report already names.
    """
    text = _FUSED_ARTICLE.sub("", _INNER_ARTICLE.sub("", place_key(name)))
    for spelling, sound in _SOUNDS:
        text = text.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", _FIRST_VOWEL.sub("a", text)))
