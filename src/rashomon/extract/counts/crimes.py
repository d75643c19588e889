"""What news of a crime implies without counting: "a triple shooting", "was charged with murder", "the gunman killed himself"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.drafts import Draft
from rashomon.extract.hints import Hinted, any_of
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse
from rashomon.model import TOTAL, ClaimKind, Group, Quantity, Span

RULE = "told of a crime"
"""The rule's name on a claim."""

SUSPECT, SUSPECTS = Group("suspects", "suspect"), Group("suspects", "suspects")
TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
ORDER = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}

SEVERAL = Hinted(
    re.compile(
        rf"\b(?P<times>{'|'.join(TIMES)})[ -](?:(?P<fatal>fatal|deadly) )?(?:(?P<both>shooting|stabbing)|(?P<dead>murder|homicide|killing|slaying))\b(?![ -]suicide)",
        re.IGNORECASE,
    ),
    tuple(TIMES),
)
"""A deed named by how many it hit: all of them dead, or dead or hurt."""

SUICIDE = Hinted(re.compile(rf"\b(?:(?P<times>{'|'.join(TIMES)}) )?murder[ -]suicide\b", re.IGNORECASE), ("suicide",))
"""Deeds whose doer is dead as well."""

ORDINAL = Hinted(
    re.compile(
        rf"\b(?P<nth>{'|'.join(ORDER)}) (?:(?:murder|shooting|alleged|\d+-year-old) )?(?:suspect|man|woman|teen|teenager|person|juvenile|arrest)\b"
        r"(?= (?:(?:was|is|has been|were|have been) )?(?:also )?(?:arrested|charged|detained|jailed|in custody|booked|taken into custody|made\b|in (?:the |connection )))",
        re.IGNORECASE,
    ),
    tuple(ORDER),
)
"""Somebody arrested after others: by then there are so many."""

WHO = r"(?:man|woman|teen|teenager|boy|girl|suspect|youth|husband|wife|boyfriend|girlfriend|father|mother|son|driver|\d+-year-old)"
DEED = r"(?:(?:first|second|third)-degree |capital |attempted |aggravated |felony |\w+ counts? of )*(?:(?:first|second|third)-degree |capital |attempted |aggravated |felony )*(?:murder|manslaughter|homicide|assault|battery|robbery|burglary|kidnapping|shooting|reckless|malicious|unlawful|assaulting|killing)"
HELD = Hinted(
    re.compile(
        rf"\b(?:(?:is|was|has been|is being|being|been)(?: also| formally| later| since)? (?:charged (?:\w+ )?with {DEED}|booked (?:into|in|on|for|with)\b|(?:ordered )?held (?:without|on \$|in lieu of)|denied bail|ordered held|arraigned)"
        rf"|{WHO},? (?:charged|booked|jailed|arrested|arraigned|indicted) (?:with|in|on|for|after|over)\b"
        rf"|faces (?:\w+ )?(?:charges?|counts?) of {DEED}"
        rf"|(?:arrested|detained|apprehended|took into custody) (?:(?:an?|the) (?!(?:second|third|fourth|other)\b)(?:[\w'’-]+ ){{0,3}}?{WHO}|\d+-year-old (?-i:[A-Z])\w+)\b"
        r"|(?:was|is|has been|remains) (?:later |also |now |still |quickly )?(?:arrested(?! (?:last|in \d{4}|\w+ (?:months|years) ago))|in (?:police )?custody|behind bars|under arrest|taken into (?:police )?custody|in (?:the )?(?:\w+ ){0,2}jail)\b"
        rf"|{WHO}\b[^.;]{{0,60}}? (?:appeared|appears|appearing|is due|was due) in (?:an? |the )?(?:[\w'’]+ ){{0,4}}?court(?:room)?\b"
        r"|held without (?:bail|bond)\b)",
        re.IGNORECASE,
    ),
    (
        "charged",
        "booked",
        "jailed",
        "arrest",
        "arraigned",
        "indicted",
        "held",
        "denied bail",
        "faces",
        "custody",
        "bars",
        "jail",
        "detained",
        "apprehended",
        "court",
    ),
)
"""One person in the hands of the law for a deed."""

OWN_HAND = Hinted(
    re.compile(
        r"\b(?:kill(?:s|ed|ing) (?:himself|herself)|(?:took|takes|taken|taking|ended|ends|ending) (?:his|her) own life"
        r"|(?:turn(?:s|ed|ing)) (?:the|a|his|her) (?:gun|weapon|rifle|pistol) on (?:himself|herself)"
        r"|(?:died|dies|dead|death)\b[^.;]{0,120}?\bself-inflicted|murder[ -]suicide)\b",
        re.IGNORECASE,
    ),
    ("himself", "herself", "own life", "self-inflicted", "suicide"),
)
BY_POLICE = Hinted(
    re.compile(
        r"\b(?:shot and killed|shot dead|fatally shot|shot to death|killed) by (?:[\w.-]+ ){0,3}(?:police|officers?|deput(?:y|ies)|troopers?)\b",
        re.IGNORECASE,
    ),
    ("killed by", "shot dead by", "shot by", "shot to death by"),
)
SIGNS = frozenset(word for each in (SEVERAL, SUICIDE, ORDINAL, HELD, OWN_HAND, BY_POLICE) for word in each.words)
"""Words one of which all of these hold: most sentences have none."""
BEFORE = 40
"""So many code points before the words are looked at for how many they are of."""
MANY = re.compile(r"\b(?:were|are|people|men|women|two|three|four|five|both|officers?|deput(?:y|ies))\b", re.IGNORECASE)
HUNTED = re.compile(r"\b(?:suspect|suspected (?:in|of)|gunman|shooter|murder[ -]suicide|barricaded)\b", re.IGNORECASE)
"""Words of a report that tells of one who did it."""

DOUBT = re.compile(
    r"\b(?:no|not|nobody|none|never|attempted|tried|if|anyone|alleged(?:ly)? plot\w*)\b[^,;.]{0,30}$", re.IGNORECASE
)
"""Words right before that take it back."""


def find_crimes(sentence: Sentence, parse: Parse, text: str) -> Iterator[Draft]:
    """Yield what a sentence on a crime implies: how many were hit, that one is held, that the one who did it is dead."""
    for match, measure, group, number in crimes_in(text, sentence.span.start, sentence.span.end):
        span = Span(*match.span())
        quantity = Quantity(number, number, "named", span.of(text))
        yield Draft(
            sentence,
            parse,
            ClaimKind.COUNT,
            span,
            span,
            None,
            RULE,
            measure,
            group,
            quantity,
            confidence=0.5,
            flow=True,
        )


def crimes_in(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], str, Group, int]]:
    """Yield the words of a sentence that imply a count, each with measure, group and number."""
    if not any_of(SIGNS, text, start, end):
        return
    several = SEVERAL.search(text, start, end)
    if several is not None:
        dead = several["dead"] or several["fatal"]
        yield several, "killed" if dead else "casualties", TOTAL, TIMES[several["times"].lower()]
    both = first_sure(SUICIDE, text, start, end)
    if both is not None:
        yield both, "killed", TOTAL, 1 + TIMES.get((both["times"] or "").lower(), 1)
    nth = ORDINAL.search(text, start, end)
    held = nth or first_sure(HELD, text, start, end)
    if held is not None:
        yield held, "detained", SUSPECTS, ORDER[nth["nth"].lower()] if nth else 1
    dead_one = first_sure(OWN_HAND, text, start, end) or by_police(text, start, end)
    if dead_one is not None and HUNTED.search(text):
        yield dead_one, "killed", SUSPECT, 1


def first_sure(pattern: Hinted, text: str, start: int, end: int) -> re.Match[str] | None:
    """Return a pattern's first match in a sentence, unless words before it take it back."""
    match = pattern.search(text, start, end)
    return None if match is None or DOUBT.search(text[max(start, match.start() - BEFORE) : match.start()]) else match


def by_police(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return where one person is told of as killed by police."""
    match = BY_POLICE.search(text, start, end)
    return None if match is None or MANY.search(text[max(start, match.start() - BEFORE) : match.start()]) else match
