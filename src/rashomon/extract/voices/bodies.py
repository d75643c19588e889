"""Bodies that a report names by their noun: what tells one, of which kind it is, and who speaks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.speaker import Speaker
from rashomon.model import ActorKind, Span

LEADING = re.compile(
    r"^(?:(?:later|earlier|meanwhile|separately|however|elsewhere|afterwards|afterward|previously|yesterday|the|a|an|some|several|many|other|one|two|three|its|their|his|her|another|numerous|multiple|these|those|this|that|both|most|few)\s+)+(?=\w)"
    r"|^(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{4}\s+",
    re.IGNORECASE,
)
SPOKEN_FOR = re.compile(
    r"([^,;:.\"“”]{2,60}?)(?:['’]s)? (?:chief |senior |deputy )?spokes(?:man|woman|person)\b", re.IGNORECASE
)
GOVERNMENT = re.compile(r"ministr|government|department|office")
LETTERS = re.compile(r"[A-Z]{3,6}(?:-[A-Z]{2})?")
"""A short form in capitals: "the MCSO", "KXYZ-TV"."""
POLICE = re.compile(r"(?i:police|sheriff|constabulary)|\b[A-Z]{0,4}PD\b|\b[A-Z]{1,3}CSO\b")
STATION = re.compile(r"\b[KW][A-Z]{3}(?:-(?:TV|FM|AM))?(?: \d{1,2})?$|\b[KW][A-Z]{2}-(?:TV|FM|AM)$")
"""The call sign of an American station."""
PRESS_OFFICE = re.compile(
    r"['’]s? (?:(?:war|own|official) )?(?:media|press|information|communications?|public affairs) (?:office|cent(?:er|re)|service|bureau|department|wing|arm|unit|cell|desk|division)$",
    re.IGNORECASE,
)
"""What speaks for a body in its name: "the Coast Guard's press office"."""
STATEMENTS = frozenset({"statement", "communique", "communiqué", "release", "bulletin"})
LATER = frozenset({"later", "subsequent", "second", "further", "separate", "another"})
YEAR = re.compile(r"(?:19|20)\d\d")
HOUR = re.compile(r"\d{1,2}[:.h]\d{2}h?")

ANONYMOUS = re.compile(
    r",?\s+(?:(?:speaking|talking)\s+)?(?:on|under) (?:the )?condition of anonymity.*$|,?\s+who (?:asked|declined|requested|spoke)\b.*$",
    re.DOTALL,
)
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


def bare_name(words: str) -> str:
    """Return the words of a source without article, marks and remarks: "the U.N. refugee agency" -> UN refugee agency."""
    words = ANONYMOUS.sub("", LEADING.sub("", " ".join(words.split()))).replace("so-called ", "").strip(" ,;:\"“”'")
    words = DOTTED.sub(lambda letters: letters.group().replace(".", ""), words)
    return words.removesuffix("'s").removesuffix("’s")


def kind_of_body(name: str) -> ActorKind:
    """Return the kind that the words of a body's name tell."""
    if STATION.search(name):
        return ActorKind.OUTLET
    if "ministr" not in name.lower() and POLICE.search(name):
        return ActorKind.POLICE
    return ActorKind.GOVERNMENT if GOVERNMENT.search(name.lower()) else ActorKind.OTHER


def is_no_person(name: str, words: str) -> bool:
    """Say whether a name cannot be a person's: one word all in capitals, or a name right behind an article ("The Harrow Statesman")."""
    return LETTERS.fullmatch(name) is not None or " ".join(words.split()).lower() == f"the {name.lower()}"


def firm_behind(firm: re.Pattern[str], text: str, span: Span) -> Span | None:
    """Return the firm's name that some words end in, set off by a comma: "the mine's operator, |Corran Coal|"."""
    found = next((match for match in firm.finditer(text, span.start, span.end) if match.end() == span.end), None)
    return Span(found.start(), found.end()) if found and text[: found.start()].endswith(", ") else None


def spokesman(name: str, span: Span, text: str, organisation: re.Pattern[str]) -> Speaker:
    """Return a person, with the body that its noun alone tells: "army spokesman Col. Omar Idris", "Interior Ministry spokesman ..."."""
    words = span.of(text)
    found = SPOKEN_FOR.match(words)
    body = LEADING.sub("", found.group(1)).strip() if found else ""
    if not organisation.search(body):
        return Speaker(name, ActorKind.PERSON, span, words=words)
    return Speaker(name, ActorKind.PERSON, span, None, body, None, kind_of_body(body), words)


def past_stamp(words: Sequence[Token], head: Token) -> Sequence[Token]:
    """Return the words of a source behind the hour or the date of a line: "14:20 - |Relatives on the quay| say", "2 May 2019 |State media| say"."""
    dated = (n for n, t in enumerate(words) if n and t.i < head.i and YEAR.fullmatch(t.text))
    day = next((n for n in dated if words[n - 1].tag in ("NNP", "CD", ",")), None)
    words = words if day is None else words[day + 1 :]
    stamped = len(words) > 1 and words[0].i + 1 < words[1].i <= head.i and HOUR.fullmatch(words[0].text) is not None
    return words[1:] if stamped else words


def issuer_of(parse: Parse, text: Token, issuing: frozenset[str]) -> Token | None:
    """Return who puts out a text that goes on to tell: "|the ministry| issued a statement saying that 12 had died"."""
    verb = parse.head(text) if text.dep == "dobj" else None
    return parse.kid(verb, "nsubj") if verb is not None and verb.lower in issuing else None


def is_later(parse: Parse, text: Token) -> bool:
    """Say whether a statement is another one of whoever spoke last: "a later statement said"."""
    return text.lower in STATEMENTS and any(kid.lower in LATER for kid in parse.kids(text, "amod", "det", "nummod"))


def makers(parse: Parse, head: Token, handled: frozenset[str]) -> list[Token]:
    """Return the prepositions that lead to a document's author: "by", "from", "of", "released by"."""
    own = [prep for prep in parse.kids(head, "prep", "agent") if prep.lower in ("by", "from", "of")]
    made = [verb for verb in parse.kids(head, "acl") if verb.tag == "VBN" and verb.lower not in handled]
    links = (
        (prep, "to" if verb.lower == "attributed" else "from")
        for verb in made
        for prep in parse.kids(verb, "agent", "prep")
    )
    return own + [prep for prep, link in links if prep.lower in ("by", link)]
