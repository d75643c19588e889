"""Where a count's number stands in its sentence, told from the words around it and the sentence's tree."""

from __future__ import annotations

import re

from cases import Place
from sections import REST, Construction, Section

HARM = re.compile(
    r"(?:kill|slain|dead|die[sd]?$|dying|wound|injur|hurt|maim|miss|arrest|detain|captur|seiz|abduct|kidnap|displac|evacuat|rescu|free[ds]?$|releas"
    r"|trapp|infect|surrender|escap|held|holding|martyr|murder|shot|stabb|execut|behead|drown|burn|hospitali[sz])",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(
    r"(?:\s+[\w'’-]+){0,2}?\s+(?:killed|dead|wounded|injured|hurt|missing|arrested|detained|captured|displaced|abducted|evacuated|rescued|infected)\b",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"\b(?:was|were|is|are|been|be|being|has|have|had|got|left)\b", re.IGNORECASE)
WHOLE = r"\b(?:of|among|amongst) (?:whom|which|them|those|these|the (?:dead|wounded|injured|victims|killed))\b"
OF_WHOM = re.compile(WHOLE, re.IGNORECASE)
OF_WHOM_BEFORE = re.compile(WHOLE + r",? (?:[\w-]+ ){0,3}$", re.IGNORECASE)
INCLUDING = re.compile(r"\b(?:includ(?:ing|es?|ed)|among them|counting)\b[^.;]{0,90}$", re.IGNORECASE)
LABEL = re.compile(r"(?:^\s*[•*·–—-]\s*|[:=]\s*|\b\w+\s[–—-]\s*)$")
TOLL = re.compile(
    r"\b(?:toll|tally|count|number|total|figure)\b[^.;]{0,60}\b(?:to|at|of|was|is|reached|by|as|past|topped|passed)\b\W*$",
    re.IGNORECASE,
)


def stands(place: Place, *deps: str) -> bool:
    """Say whether the number's noun is in one of these relations."""
    return place.noun is not None and place.noun.dep in deps


def head_of(place: Place) -> str:
    """Return the word that the number's noun hangs on, nothing where there is none."""
    head = place.parse.head(place.noun) if place.parse and place.noun else None
    return head.lower if head else ""


def modified(place: Place) -> bool:
    """Say whether a participle or relative clause at the number's noun says what became of them."""
    if place.parse is None or place.noun is None:
        return False
    return any(HARM.match(kid.lower) for kid in place.parse.kids(place.noun, "acl", "relcl"))


def elliptic(place: Place) -> bool:
    """Say whether a participle follows the number at once, without "was" or "were"."""
    match = PARTICIPLE.match(place.after)
    return match is not None and not AUXILIARY.search(match[0])


def counted_before(place: Place) -> bool:
    """Say whether something was killed, wounded or the like earlier in the sentence."""
    return any(HARM.match(word) for word in re.findall(r"\w+", place.before))


def has_verb(place: Place) -> bool:
    """Say whether the sentence has a finite verb."""
    return place.parse is None or any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in place.parse.tokens)


def ing(place: Place) -> bool:
    """Say whether the noun is the object of a participle: "killing twelve"."""
    head = place.parse.head(place.noun) if place.parse and place.noun else None
    return stands(place, "dobj", "obj") and head is not None and head.tag == "VBG"


STANDS = Section(
    "position",
    "Where the number stands in its sentence",
    "A count falls under the first row that fits, told from the words around it and the tree of its sentence.",
    (
        Construction(
            "of whom, of them",
            "Thirty were hurt, *six* of them badly.",
            lambda c: bool(OF_WHOM_BEFORE.search(c.place.before) or OF_WHOM.match(c.place.after.lstrip())),
        ),
        Construction(
            "including",
            "The fire killed twelve people, including *four* nurses.",
            lambda c: bool(INCLUDING.search(c.place.before)),
        ),
        Construction("headline", "*Twelve* dead as ferry sinks off the cape", lambda c: c.place.headline),
        Construction("label or bullet", "Injured: *31*.", lambda c: bool(LABEL.search(c.place.before))),
        Construction("after a toll noun", "The toll rose to *45*.", lambda c: bool(TOLL.search(c.place.before))),
        Construction(
            "list that leaves out words",
            "Nine were killed and *thirty* wounded.",
            lambda c: elliptic(c.place) and counted_before(c.place),
        ),
        Construction("no verb", "In the north, *nine* dead and many houses gone.", lambda c: not has_verb(c.place)),
        Construction("subject of a passive", "*Twelve* miners were killed.", lambda c: stands(c.place, "nsubjpass")),
        Construction(
            "participle or clause at the noun",
            "They buried *two* hikers who had died on Monday.",
            lambda c: modified(c.place) or elliptic(c.place),
        ),
        Construction("object of a participle", "A bus overturned, killing *nine*.", lambda c: ing(c.place)),
        Construction("object of a verb", "Rebels freed *forty* hostages.", lambda c: stands(c.place, "dobj", "obj")),
        Construction("subject of an active verb", "*Three* divers died.", lambda c: stands(c.place, "nsubj")),
        Construction(
            "later item of a list",
            "It killed a guard, two drivers and *a* cook.",
            lambda c: stands(c.place, "conj", "appos"),
        ),
        Construction(
            "after a noun",
            "It confirmed the deaths of *seven* porters.",
            lambda c: stands(c.place, "pobj") and head_of(c.place) == "of",
        ),
        Construction(
            "after another preposition", "He was arrested with *two* others.", lambda c: stands(c.place, "pobj")
        ),
        Construction(REST, "", lambda _: True),
    ),
)
