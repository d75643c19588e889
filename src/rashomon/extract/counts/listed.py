"""Rules for bulletins, answers and numbers that stand alone: "7 (divers 5, cook 2)", "Fourteen.", "Of the 41 dead, 30 have been named"."""

from __future__ import annotations

import re

from rashomon.extract.scene import DYING, Case, Decided, Scene, names_people, names_thing
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense

OPENS = re.compile(r"\s*(?:[A-Za-z]+\s){0,3}\((?:of (?:them|these|whom|which)|including|incl\.?)?[^()\d;:]{0,40}$")
GOES_ON = re.compile(r"[^()\d;:]{0,45}$")
PART_OF = re.compile(r"\((?:of (?:them|these|whom|which)|including|incl\.?)[\s,:]*$", re.IGNORECASE)

BEFORE_ALONE = re.compile(
    r"(?:\[?(?:[A-Z][a-z]{2,8} )?\d{1,2}[:.h]\d\d\]?|[A-Z][A-Z.]*(?: [A-Z][A-Z.]+){0,2}:|[\"“”'‘’\[\]*•–—-]|[\s,:]"
    r"|(?i:correction|update|updated|now|so|then|again|yes|no|not|only|it|that|this|there|earlier|yesterday|today|last night|the day before"
    r"|this morning|we|they|he|she|I|was|is|were|are|be|had been|has been|make|makes|have|had|has|seen|saw|count|counted|know of|think|altogether)\b)*"
)
"""What may stand before a number that stands alone: the time of a post, a speaker's name, a mark, words that say nothing new."""

BEHIND_ALONE = re.compile(
    r"(?:,? (?:so far|at (?:the )?last count|in (?:all|total)|altogether|(?:by|up to|until) now|at (?:the )?(?:least|most)|(?:or )?(?:perhaps|maybe)(?: more)?"
    r"|or more|with my own eyes|myself|yesterday|today|this morning|last night|on \w+day|at noon|at midnight"
    r"|,? (?:according to|as per|says?|said|if you ask|to believe)\b[^.;\d]{2,60}|in one day|already|I think|we think|they say|he says|she says|[A-Z][a-z]+))?"
    r"\s*[.!?…]*[\"”'’\]]*\s*",
)
"""What may stand behind it."""

ITEM_NAME = re.compile(r"[\s*•–—-]*[A-Z][\w’'.-]*(?: [\w’'.-]+){0,4}:\s*")
"""The name that an item of a row begins with."""

ENDS = re.compile(r"\s*(?:[.;,]|\n|$)")
ROW_BEFORE = re.compile(r"(?:^|[\n.;])[\s*•–—-]*[A-Z][\w’'. -]{1,40}:\s*[^:\n.;]{0,12}\d[^:\n.;]{0,25}[.;]?\s*$")
ROW_BEHIND = re.compile(r"[.;]?\s*\n[\s*•–—-]*[A-Z][\w’'. -]{1,40}:\s*\d[\d,]*\s*(?:\n|$)")
BEING = frozenset({"is", "are", "was", "were"})
TOLL_BEHIND = re.compile(
    r"\s+(?:the )?(?:death toll|toll|(?:total )?number (?:of|killed|dead|who|wounded|injured|hurt|missing|confirmed)\b|count of|(?:mortal|fatal) victims|dead\b)",
    re.IGNORECASE,
)
BEFORE_HEAD = re.compile(r"\s*(?:[\w ]{3,20}[:|–-]\s*)?[\"“'‘]?")

KNOWN = re.compile(
    r"\s+(?:(?:has|have|had) (?:(?:now|so far|already|since) )?been|were|are|was|is) (?:(?:now|so far|already|since|later|formally) )?"
    r"(?:identified|named|buried|claimed|recognised|recognized|returned|handed|autopsied|laid)\b",
    re.IGNORECASE,
)
"""Verbs of what is done with the dead, which change nothing of what they are."""

OF_A_WHOLE = re.compile(
    r"[\"“'\s•*-]*(?:of|among|amongst|out of) (?:the|these|those|its|their|all)\b[^.;:,]{0,60}[,:]?\s*$", re.IGNORECASE
)
WOUNDS = re.compile(
    r"\s+with (?:[\w-]+ ){0,3}(?:wounds|injuries|burns|fractures|bruises|cuts|concussion|shrapnel|bullets?)\b"
    r"(?! to (?:identify|be))",
    re.IGNORECASE,
)
SOME_OF_THEM = re.compile(r"\s+of (?:them|whom|these|those),? (?P<who>[\w-]+(?: [\w-]+)?)")
"""What stands behind a number of those counted right before, with whom they are: "six bodies, three |of them girls| hit by glass"."""

ASIDE = re.compile(r"[^.;:\d]{0,40}[,(–—-]\s*")
FATES = frozenset({"killed", "wounded", "missing", "rescued"})
"""Measures whose own nouns tell for certain what became of people."""


def by_breakdown(case: Case) -> Decided | None:
    """ "Lost: 7 (divers 5, cook 2)", "52 (of which 6 critical)": parts in brackets behind the whole."""
    last = case.before[-1] if case.before else None
    if last is None or case.amount.article or case.amount.quantity.high == last.amount.quantity.high == 0:
        return None
    between = case.scene.text[last.amount.span.end : case.amount.span.start]
    inside = last.rule == "by_breakdown" and GOES_ON.fullmatch(between) is not None
    if not inside and OPENS.fullmatch(between) is None:
        return None
    if last.amount.quantity.least < case.amount.quantity.least:
        return None
    named = case.noun is not None and names_people(case.scene.book, case.noun)
    if not named and PART_OF.search(between) is None:
        return None
    return Sense(last.measure, Role.OBJECT), last.governor, 0.9


def by_restated(case: Case) -> Decided | None:
    """ "Fourteen.", "REPORTER: Eleven, at the last count.", "So 17 in all?": a number alone counts what was told of right before."""
    carried, span, amount = case.scene.carried, case.scene.parse.span, case.amount
    if carried.measure is None or carried.left < FRESH or amount.article or case.noun is not None or case.before:
        return None
    text = case.scene.text
    if BEFORE_ALONE.fullmatch(text, span.start, amount.span.start) is None:
        return None
    if BEHIND_ALONE.fullmatch(text, amount.span.end, span.end) is None:
        return None
    return Sense(carried.measure, Role.OBJECT), None, 0.7


LONGEST_LABEL = 13
"""Words within which a label ends."""

FRESH = 2
"""What is left of a measure that the sentence right before told of."""


def by_place_alone(case: Case) -> Decided | None:
    """ "Orsk: 21", "Hospital: 14" in a row of such items: a number that only its place or teller stands before."""
    carried, span, amount = case.scene.carried, case.scene.parse.span, case.amount
    measure = carried.measure if carried.left >= FRESH else "killed" if carried.toll else None
    if measure is None or amount.article or case.noun is not None or case.before:
        return None
    text = case.scene.text
    if any(token < case.scene.parse.at(amount.span)[0].i for token in case.scene.senses):
        return None
    if ITEM_NAME.fullmatch(text, span.start, amount.span.start) is None or not ENDS.match(text, amount.span.end):
        return None
    label = [token for token in case.scene.parse.tokens if token.end <= amount.span.start]
    if any(names_thing(case.scene.book, token) or token.lower in case.scene.book.by_noun for token in label):
        return None
    if (
        ROW_BEFORE.search(text[max(0, span.start - 90) : span.start]) is None
        and ROW_BEHIND.match(text, span.end) is None
    ):
        return None
    return Sense(measure, Role.OBJECT), None, 0.7


def by_long_label(case: Case) -> Decided | None:
    """ "Released by 3 May, 18:00: 71": a label whose first word tells of people, with a day or a place before its colon."""
    tokens, first = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0].i
    if not 2 < first < LONGEST_LABEL or tokens[first - 1].text != ":" or case.amount.article or case.noun is not None:
        return None
    at = 1 if tokens[0].lower in ("still", "now", "already", "total") else 0
    if (
        any(token.is_verb for token in tokens[at + 1 : first - 1])
        or ENDS.match(case.scene.text, case.amount.span.end) is None
    ):
        return None
    sense = case.scene.sense(tokens[at], Role.ITSELF, Role.IS, Role.OBJECT)
    told = tokens[at].tag in ("VBN", "VBD", "JJ", "NNS", "NN", "NNP", "NNPS")
    return (sense, tokens[at], 0.8) if sense is not None and told else None


def by_among(case: Case) -> Decided | None:
    """ "Two officers among 12 dead": of whom they are, where a headline leaves the verb out."""
    tokens, last = case.scene.parse.tokens, max((case.noun or case.node).i, case.scene.parse.at(case.amount.span)[-1].i)
    at = next((t.i for t in tokens[last + 1 : last + 3] if t.lower == "among"), None)
    if at is None or (at > last + 1 and tokens[last + 1].lower not in BEING):
        return None
    if case.noun is not None and not names_people(case.scene.book, case.noun):
        return None
    for token in tokens[at + 1 : at + 6]:
        sense = case.scene.sense(token, Role.ITSELF, Role.IS)
        if sense is not None and token.lower != "victims":
            return sense, token, 0.9
        if not (token.tag in ("CD", "DT", "JJ", "RB", "JJS", "IN") or token.lower in ("least", "people", "those")):
            return None
    return None


def by_another(case: Case) -> Decided | None:
    """ "One clerk died on Monday and another on Tuesday": one more of those counted right before."""
    last = case.before[-1] if case.before else None
    if last is None or case.noun is not None or case.amount.quantity.words.lower() != "another":
        return None
    tokens, at = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[-1].i
    around = [token.lower for token in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])]
    if len(around) < 2 or around[0] not in (",", "and", ";") or around[1] not in ("in", "on", "at", "near", "later"):
        return None
    return Sense(last.measure, Role.OBJECT), last.governor, 0.8


def by_toll_behind(case: Case) -> Decided | None:
    """ "That brings to 19 the number of dead": a toll whose word stands behind the number."""
    found = TOLL_BEHIND.match(case.scene.text, case.amount.span.end)
    if found is None or case.amount.article:
        return None
    ahead = case.scene.parse.tokens[max(0, case.scene.parse.at(case.amount.span)[0].i - 1)]
    if ahead.lower not in ("to", "at"):
        return None
    behind = [token for token in case.scene.parse.tokens if case.amount.span.end <= token.start < found.end() + 40][:8]
    sense = next((s for t in behind if (s := case.scene.sense(t, Role.ITSELF, Role.IS, Role.OF)) is not None), None)
    if sense is None and "toll" in found.group():
        return Sense("killed", Role.ITSELF), None, 0.9
    return (sense, None, 0.9) if sense is not None else None


def by_headline_death(case: Case) -> Decided | None:
    """ "12 perish in blaze", "Nine drown": a headline's verb in the present that the tree takes for a noun."""
    if (
        case.amount.article
        or BEFORE_HEAD.fullmatch(case.scene.text, case.scene.parse.span.start, case.amount.span.start) is None
    ):
        return None
    tokens, number = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[-1].i
    for i in (number + 1, number + 2):
        if (
            i < len(tokens)
            and tokens[i].lower in DYING
            and (i == number + 1 or names_people(case.scene.book, tokens[i - 1]))
        ):
            return Sense("killed", Role.SUBJECT), tokens[i], 0.9
    return None


def by_named_dead(case: Case) -> Decided | None:
    """ "Of the 41 dead, 30 have been named": those named, buried or claimed stay dead."""
    start = case.scene.parse.span.start
    if case.amount.article or KNOWN.match(case.scene.text, case.amount.span.end) is None:
        return None
    if OF_A_WHOLE.fullmatch(case.scene.text, start, case.amount.span.start) is None:
        return None
    first = case.scene.parse.at(case.amount.span)[0].i
    whole = [case.scene.sense(token, Role.ITSELF, Role.IS) for token in case.scene.parse.tokens[:first]]
    if not any(sense is not None and sense.measure == "killed" for sense in whole):
        return None
    return Sense("killed", Role.ITSELF), None, 0.9


def by_some_of_them(case: Case) -> Decided | None:
    """ "six bodies, three of them girls hit by glass": what the whole is, whatever else is told of these."""
    last = case.before[-1] if case.before else None
    found = None if last is None else SOME_OF_THEM.match(case.scene.text, case.amount.number.end)
    if last is None or found is None or case.scene.book.by_noun.keys().isdisjoint(found["who"].lower().split()):
        return None
    if ASIDE.fullmatch(case.scene.text, last.amount.span.end, case.amount.span.start) is None:
        return None
    return Sense(last.measure, Role.OBJECT), last.governor, 0.9


def by_kind(case: Case) -> Decided | None:
    """ "One of four survivors died": the number behind "of" is of the kind that its noun tells."""
    of = case.scene.parse.head(case.node)
    some = case.scene.parse.head(of) if of is not None and case.node.dep == "pobj" and of.lower == "of" else None
    if some is None or some.tag != "CD" or case.amount.article:
        return None
    sense = case.scene.sense(case.noun, Role.ITSELF)
    return (sense, case.noun, 0.9) if sense is not None and sense.measure in FATES else None


def by_wounds(case: Case) -> Decided | None:
    """ "told of four bodies and 12 sailors with gunshot wounds": the wounds that people are told of with."""
    noun = case.noun
    if noun is None or not noun.is_noun or not names_people(case.scene.book, noun) or noun.lower in case.words.lifeless:
        return None
    if WOUNDS.match(case.scene.text, noun.end) is None or is_dead(case.scene, case.node):
        return None
    return Sense("wounded", Role.IS), noun, 0.9


def is_dead(scene: Scene, node: Token) -> bool:
    """Say whether the verb of a phrase tells that the people in it died."""
    verb = scene.parse.head(node)
    if verb is None or not verb.is_verb:
        return False
    sense = scene.sense(verb, Role.SUBJECT if node.dep == "nsubj" else Role.OBJECT)
    return sense is not None and sense.measure == "killed"


LISTED = (
    by_breakdown,
    by_long_label,
    by_restated,
    by_place_alone,
    by_among,
    by_another,
    by_toll_behind,
    by_headline_death,
    by_named_dead,
    by_some_of_them,
    by_kind,
    by_wounds,
)
"""The rules of this room, which the judge of numbers does not overrule."""
