"""Bodies that a report names by their noun: what tells one, of which kind it is, and who speaks for it."""

from __future__ import annotations

import re

from rashomon.extract.voices.speaker import Speaker
from rashomon.model import ActorKind, Span

ORGANISATION_WORD = re.compile(
    r"\b(?:agency|ministry|army|force|forces|command|police|department|office|council|committee|group|union|party|organi[sz]ation|network|centre|center"
    r"|observatory|institute|university|hospital|court|bank|guard|front|movement|brigades?|government|commission|authority|foundation|association|society|press|news|times|post"
    r"|tv|television|radio|media|watch|international|nations|corps|service|services|bureau|administration|coalition|embassy|parliament|state|states|board|federation"
    r"|county|city|district|directorate|campaign|company|inc|ltd|crescent|cross|helmets|defen[cs]e|daily|herald|journal|tribune|gazette)\b",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"^(?:(?:the|a|an|some|several|many|other|one|two|three|its|their|his|her|another|numerous|multiple|these|those|this|that|both|most|few)\s+)+(?=\w)"
    r"|^\d{1,2} [A-Z]\w+ \d{4}\s+",
    re.IGNORECASE,
)
SPOKEN_FOR = re.compile(
    r"([^,;:.\"“”]{2,60}?)(?:['’]s)? (?:chief |senior |deputy )?spokes(?:man|woman|person)\b", re.IGNORECASE
)
GOVERNMENT = re.compile(r"ministr|government|department|office")


def kind_of_body(name: str) -> ActorKind:
    """Return the kind that the words of a body's name tell."""
    if GOVERNMENT.search(name.lower()):
        return ActorKind.GOVERNMENT
    return ActorKind.POLICE if "police" in name.lower() else ActorKind.OTHER


def spokesman(name: str, span: Span, text: str) -> Speaker:
    """Return a person, with the body that its noun alone tells: "army spokesman Col. Omar Idris", "Interior Ministry spokesman ..."."""
    words = span.of(text)
    found = SPOKEN_FOR.match(words)
    body = LEADING.sub("", found.group(1)).strip() if found else ""
    if not ORGANISATION_WORD.search(body):
        return Speaker(name, ActorKind.PERSON, span, words=words)
    return Speaker(name, ActorKind.PERSON, span, None, body, None, kind_of_body(body), words)
