"""What no parser takes as it is meant: halves of characters, which broken pages hold, a name that is a verb in capitals, words broken up, numbers in brackets."""

from __future__ import annotations

import re

from rashomon.model import Note, Report, Span

HALF = re.compile(r"[\ud800-\udfff]")
"""A lone surrogate: one half of a character that two halves make."""
UNKNOWN = "\ufffd"
"""What is read in its stead, so that every offset stays."""


VERB_NAME = re.compile(r"(?<![\w.'’-])IS(?![\w.'’-])")
"""A group that writes itself as a verb in capitals: "IS said its fighters"."""
NAME = "EU"
"""The name that is read in its stead, as long and never a verb."""
CUT = re.compile(r"(?<![\w-])[A-Za-z]{1,7}-[a-z]{1,8}(?![\w-])")
HARSH = frozenset(
    {
        "kill", "kills", "killed", "killing", "dead", "death", "deaths", "dies", "died", "dying", "injured", "injures", "injury", "injuries", "wounded",
        "wounds", "murder", "murdered", "assassination", "assassinated", "assassinate", "executed", "slain", "shelling", "explosion", "attack", "attacked",
        "martyred", "kidnapped", "abducted", "tortured",
    }
)  # fmt: skip
"""Words that monitors break up so that platforms do not take their posts down: "kil-led"."""
SMALL = re.compile(r"\b[a-z]{2,}\b")
BRACKETED = re.compile(
    r"(?:[:;,–—-]|\b(?:of|and|by|with|to|from|for|is|are|was|were|left|lost|took|led|[A-Za-z]{2,}(?:ed|ing))) \((?P<number>\d[\d,]*)\)"
    r"(?= (?!(?:and|or|was|is|who)\b)[a-z]+\b(?! ?\())"
)
"""A number in brackets where any other would stand without: "arrested (5) of the raiders", "Second: (13) injuries"; no age."""


def mended(text: str) -> str:
    """Return a sentence as the parser is to read it, as long as it was: characters whole, and a name that no verb is mistaken for."""
    if "IS" in text and SMALL.search(text) is not None:
        text = VERB_NAME.sub(NAME, text)
    if "-" in text:
        text = CUT.sub(whole, text)
    if "(" in text:
        text = BRACKETED.sub(bared, text)
    return HALF.sub(UNKNOWN, text)


def whole(match: re.Match[str]) -> str:
    """Return a word that a hyphen breaks up with a star in its place, which no tokenizer cuts at; any other as it is.

    >>> CUT.sub(whole, "Two kil-led in car-bomb blast")
    'Two kil*led in car-bomb blast'
    """
    word = match.group()
    return word.replace("-", "*") if word.replace("-", "").lower() in HARSH else word


def bared(match: re.Match[str]) -> str:
    """Return a number with blanks for the brackets around it.

    >>> BRACKETED.sub(bared, "The guard seized (5) of the raiders, among them the driver (34)")
    'The guard seized  5  of the raiders, among them the driver (34)'
    """
    return match.group().replace("(", " ").replace(")", " ")


def is_bracketed(text: str, start: int) -> bool:
    """Say whether a number stands in brackets that say nothing."""
    return any(match.start("number") == start for match in BRACKETED.finditer(text, max(0, start - 20), start + 40))


def broken_characters(report: Report) -> list[Note]:
    """Return a note on halves of characters in a text, unless whoever made the report has noted its characters."""
    halves = list(HALF.finditer(report.text))
    if not halves or any(note.code == "control-characters" for note in report.notes):
        return []
    message = (
        f"{len(halves)} halves of characters (lone surrogates) stand in the text; each is read as an unknown character"
    )
    return [Note("control-characters", message, Span(*halves[0].span()))]
