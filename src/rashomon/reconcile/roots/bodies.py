"""Bodies in words: the offices, companies and services that a name or a phrase names by their nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.voices import Voices
from rashomon.model import ActorKind

_WORD = re.compile(r"[\w'’&-]+")
_NAME = re.compile(r"(?:(?:[Aa](?:l|n|r|s|sh|t|z|d)|[Ee]l)-)?[A-Z][\w'’.-]*")
_OWNED = re.compile(r"['’]s?$")
BREAK = re.compile(r"[.;:!?\n\"“”()]")
"""What ends a phrase in which a name and its office stand together."""
_LINKS = frozenset({"of", "for", "and", "the"})
UNNAMED = frozenset({"official", "officer", "department"})
"""Titles that name a body with the noun before them."""
LETTERS = 4
"""So many letters of a place stand at most before the short form of a body: "FWPD", "MCSO"."""


def tokens_of(words: str) -> list[str]:
    """Return the words of a phrase, marks left out."""
    return _WORD.findall(words)


def is_name(token: str) -> bool:
    """Say whether a word has a capital letter."""
    return bool(_NAME.match(token))


def bare_words(label: str) -> list[str]:
    """Return the words of a name in lower case, without the possessive: "the Harrow clinic's" -> the, harrow, clinic."""
    return place_key(label.replace("'s", "").replace("’s", "")).split()


def office_words(label: str, voices: Voices) -> frozenset[str]:
    """Return the words of a name that tell offices apart: "the Milltown Police Department" -> milltown, police."""
    name = f" {' '.join(bare_words(label))} "
    for phrase in voices.same_phrases:
        name = name.replace(f" {phrase} ", f" {voices.same[phrase]} ")
    return frozenset(meant(word, voices) for word in name.split() if word not in voices.drop)


def meant(word: str, voices: Voices) -> str:
    """Return the word that a word of an office's name stands for: "cops" and "hpd" -> police."""
    ending = next((end for end in voices.endings if word.endswith(end) and 0 < len(word) - len(end) <= LETTERS), None)
    return voices.endings[ending] if ending else voices.same.get(word, word)


def noun_of(token: str, voices: Voices) -> str | None:
    """Return the noun of a body that a word is: "Sheriff's" -> sheriff, "FWPD" -> police; None where it is none."""
    word = meant(place_key(token.replace("'s", "").replace("’s", "")), voices)
    return word if word in voices.body_kinds else None


def office_in(words: str, voices: Voices) -> str | None:
    """Return the last body named in some words, with the names around its noun: "Marlow County Sheriff", "police", "Ministry of Trade"."""
    tokens = tokens_of(words)
    at = next((i for i in range(len(tokens) - 1, -1, -1) if is_body(tokens, i, voices)), None)
    if at is None:
        return None
    first = at
    while first and in_a_name(tokens[first - 1], voices):
        first -= 1
    end = end_of_name(tokens, at, voices)
    if end - first == 1 and tokens[at].casefold() in voices.partial:
        behind = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
        held = not behind or (behind in voices.titles and behind not in UNNAMED)
        return tokens[at] if held else f"{tokens[at].casefold()} {behind}"
    return _OWNED.sub("", " ".join(tokens[first:end]))


def is_body(tokens: Sequence[str], at: int, voices: Voices) -> bool:
    """Say whether a word is the noun of a body: "fire" of "the fire chief", not of "opened fire"."""
    if noun_of(tokens[at], voices) is None:
        return False
    before = [token.lower() for token in tokens[max(0, at - 2) : at]]
    return is_name(tokens[at]) or not any(
        " ".join([*before[i:], tokens[at]]) in voices.no_bodies for i in range(len(before))
    )


def in_a_name(token: str, voices: Voices) -> bool:
    """Say whether a word before a body's noun may belong to its name: a noun of bodies, or a capital that opens no sentence and no date."""
    return noun_of(token, voices) is not None or (is_name(token) and token.casefold() not in voices.calendar)


def held_office(words: str, voices: Voices) -> str | None:
    """Return the office of one holder that some words end with or name: "Health Minister" -> health minister, "the governor" -> governor."""
    tokens = bare_words(words)
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i] in voices.holders), None)
    if at is None:
        return None
    return " ".join(tokens[max(0, at - 1) : at + 1]) if tokens[at] == "minister" else tokens[at]


def end_of_name(tokens: Sequence[str], at: int, voices: Voices) -> int:
    """Return where a body's name ends that has its noun at ``at``: "Fire Service and Civil Defence" goes to its last word."""
    end = at + 1
    if not is_name(tokens[at]):
        return end
    while end < len(tokens) and is_name(tokens[end]) and tokens[end].casefold() in voices.tails:
        end += 1
    ahead = end
    while ahead < len(tokens) and tokens[ahead] in _LINKS:
        ahead += 1
    if ahead == end:
        return end
    while ahead < len(tokens) and is_name(tokens[ahead]) and tokens[ahead].casefold() not in voices.titles:
        ahead, end = ahead + 1, ahead + 1
    return end


def kind_of_body(name: str, voices: Voices) -> ActorKind | None:
    """Return the kind of voice that a body's name gives it: "Harrow Clinic" -> medical body; None without a body's noun."""
    nouns = [noun for word in bare_words(name) if (noun := noun_of(word, voices))]
    return ActorKind(voices.body_kinds[nouns[0]]) if nouns else None


def is_mute(label: str, voices: Voices) -> bool:
    """Say whether a name is of something that has no voice: "a drone", "a detention centre"."""
    words = bare_words(label)
    return bool(words) and (words[-1] in voices.mute or " ".join(words[-2:]) in voices.mute)
