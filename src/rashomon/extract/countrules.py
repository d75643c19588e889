"""The rules that say what a number counts; each may refuse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.carried import BULLET
from rashomon.extract.countsenses import clause_sense, senses_above
from rashomon.extract.quantities import Amount
from rashomon.extract.scene import Counted, Scene, names_people
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Span

LABEL_MARKS = frozenset({":", "-", "–", "=", "(", "—", ".."})
STRONG_WORDS = frozenset({"killed", "wounded", "injured", "dead", "missing", "hurt", "arrested", "detained"})
ADJACENT = frozenset({"killed", "wounded", "missing", "casualties", "detained", "abducted", "rescued", "freed", "evacuated", "trapped", "displaced", "held", "at large", "captured"})
BEHIND = frozenset({"missing", "at large", "trapped", "participants", "captured", "surrendered", "rescued"})
LEAVING = frozenset({"left", "leaving", "leaves", "leave"})
OUTCOMES = frozenset({"killed", "wounded", "missing", "casualties", "trapped", "displaced"})
MEANT = frozenset({"to", "could", "would", "may", "might", "should", "must", "can", "will"})
STRONG = frozenset({"killed", "wounded", "casualties", "missing", "infected"})
SUBSET = re.compile(
    r"(?:\bincluding|\bincludes?|\bincluded|\bof whom|\bof which|\bof them|\bamong them|\bamong whom|\bamong those|\bamongst them|\bof the(?:se| dead| victims| wounded| injured| missing)?|\bmost of them|\bamong the \w+)"
    r"[\s,:]*(?:(?:were|are|was|is|being|also|he says|some|at least|another|both|a total of)\s*)*$",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"(?:\b(?:not|instead of|rather than|up from|down from|compared with|against|and not)\s+|\b(?:figure|number|toll|count|tally|total)s?\b[^.;]{0,50}\b(?:of|at|to|is|was|as|from)\s+|\bput (?:it|them) at\s+)$",
    re.IGNORECASE,
)
OF_THOSE = re.compile(r"[\"“'\s•*-]*(?:(?:of|among|amongst|out of)\s+(?:them|those|these|whom|which|the\b[\w\s]{0,30})|they\s+(?:are|were|include)|the (?:victims|dead) (?:are|were|include)|among them)\b[^.;]{0,25}$", re.IGNORECASE)
OF_THEM = re.compile(
    r"\s*(?:of (?:them|those|these|the)\b|(?:\w+ )?(?:are|were|is|was) (?:\w+ )?(?:women|men|children|civilians|girls|boys|minors|soldiers|fighters|police\w*|foreign\w*|female|male|under|aged|members|passengers|crew|pupils|students|teachers|identified))",
    re.IGNORECASE,
)
LIST_ENDS = frozenset({",", ";", "and", "or", "plus", "with", "as", "well", "along", "&", "/", "besides", "another"})
IN_LISTS = frozenset({"VBN", "NN", "NNS", "NNP", "NNPS", "JJ", "DT", "IN", "POS", "PRP$", "``", "''", "HYPH", "CC"})
TOLL = re.compile(
    r"\b(?:(?P<head>death toll|toll|dead|body count|casualty (?:count|toll)|number|count|tally|total|figure|losses)\b(?P<mid>[^.;]{0,160}?))$",
    re.IGNORECASE,
)


Decided = tuple[Sense, Token | None, float]




def by_label(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"Deceased: 12", "dead 31, missing 4": a list in telegraph style."""
    tokens, first = scene.parse.tokens, scene.parse.at(amount.span)[0].i
    last = scene.parse.at(amount.span)[-1].i
    i, colon = first - 1, False
    while i >= 0 and tokens[i].text in LABEL_MARKS:
        colon, i = colon or tokens[i].text != "(", i - 1
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if i < 0 or not (after is None or after.tag in (",", ".", ":", "-LRB-", "-RRB-", "_SP", "CC", "HYPH", "NFP") or colon):
        return None
    found: Decided | None = None
    for j in range(i, max(-1, i - (12 if colon else 1)), -1):
        if tokens[j].text in ",.;:)":
            break
        sense = scene.sense(tokens[j], Role.ITSELF, Role.IS, *((Role.OBJECT, Role.SUBJECT) if tokens[j].tag in ("VBN", "VBD", "NN", "NNP", "JJ") else ()))
        if sense is not None and (colon or starts_label(scene, tokens[j])):
            found = sense, tokens[j], 0.8
    return found


def starts_label(scene: Scene, token: Token) -> bool:
    """Say whether a word begins an item of a list, so that the number behind it is its own."""
    return token.tag != "VBD" and (token.i == 0 or scene.parse.tokens[token.i - 1].text in ",;:.(-•–")


def by_adjacent(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"12 dead, 30 hurt", "40 civilians killed 110 injured": the participle behind the number, in headline style."""
    tokens = scene.parse.tokens
    here = max((noun or node).i if (noun or node).lower not in STRONG_WORDS else -1, scene.parse.at(amount.span)[-1].i)
    if here + 1 >= len(tokens) or here - scene.parse.at(amount.number)[-1].i > 6:
        return None
    word = tokens[here + 1]
    sense = scene.sense(word, Role.IS, Role.ITSELF, Role.OBJECT)
    if sense is None or sense.measure not in ADJACENT or (word.tag in ("NNS", "VBG", "VBZ", "VBP") and word.lower != "missing") or takes_object(scene, here + 2):
        return None
    if told_later(scene, node, word):
        return None
    return sense, word, 0.9


def told_later(scene: Scene, node: Token, word: Token) -> bool:
    """Say whether the clause's own verb follows and tells more: "26 pupils seized last week were freed"."""
    head = scene.parse.head(node)
    if head is None or node.dep not in ("nsubj", "nsubjpass") or head.i <= word.i or not scene.parse.kids(head, "aux", "auxpass"):
        return False
    return governed(scene, node)


def takes_object(scene: Scene, i: int) -> bool:
    """Say whether an object begins at a word; a number with a participle of its own is none."""
    tokens = scene.parse.tokens
    if i >= len(tokens):
        return False
    word = tokens[i]
    if word.tag == "CD":
        return not any(scene.sense(t, Role.IS, Role.ITSELF, Role.OBJECT) for t in tokens[i + 1 : i + 5])
    while word.tag in ("JJ", "VBN", "RB") and word.i - i < 3 and word.i + 1 < len(tokens) and not scene.sense(word, Role.IS):
        word = tokens[word.i + 1]
    if word.i > i and not word.tag.startswith("NN"):
        return False
    return word.tag in ("DT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "PDT") and word.lower not in ("yesterday", "today", "monday", "sunday")


def by_outcome(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"left a driver and 13 passengers, including two boys, dead": the first outcome behind the number."""
    tokens, here = scene.parse.tokens, scene.parse.at(amount.span)[0].i
    leaving = next((t for t in reversed(tokens[max(0, here - 40) : here]) if t.lower in LEAVING), None)
    if leaving is None or any(is_outcome(scene, t) for t in tokens[leaving.i + 1 : here]):
        return None
    for token in tokens[(noun or node).i + 1 : (noun or node).i + 30]:
        if token.lower in LEAVING or token.text in (".", ";", ":"):
            return None
        sense = scene.sense(token, Role.IS)
        if sense is not None and sense.measure in OUTCOMES:
            return sense, token, 0.85
    return None


def is_outcome(scene: Scene, token: Token) -> bool:
    """Say whether a word tells what became of people."""
    sense = scene.sense(token, Role.IS)
    return sense is not None and sense.measure in OUTCOMES


def by_agent(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"three gunmen killed a guard": those who did it are counted as attackers."""
    row = scene.book.by_noun.get(noun.lower) if noun is not None else None
    verb = scene.parse.head(node)
    if row is None or verb is None or node.dep != "nsubj" or not verb.is_verb or not (row.armed or row.id == "suspects") or row.part_of == "security forces":
        return None
    sense = scene.sense(verb, Role.OBJECT)
    if sense is None or sense.measure not in ("killed", "wounded", "abducted", "casualties") or not scene.parse.kids(verb, "dobj"):
        return None
    return Sense("attackers", Role.SUBJECT), verb, 0.7


def by_amod(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"12 wounded people", "three missing fishermen"."""
    if noun is None:
        return None
    for kid in scene.parse.kids(noun, "amod", "compound", "nmod"):
        sense = scene.sense(kid, Role.IS, Role.OBJECT) if kid.dep == "amod" else scene.sense(kid, Role.IS)
        if sense is not None and kid.i >= scene.parse.at(amount.number)[0].i and not governed(scene, node):
            return sense, kid, 0.9
    return None


def governed(scene: Scene, node: Token) -> bool:
    """Say whether a verb of some measure governs the phrase, which tells more than an adjective in it."""
    return any(True for _ in senses_above(scene, node))


def by_noun_itself(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"12 deaths", "30 wounded", "five bodies"."""
    for token in (noun, node):
        sense = scene.sense(token, Role.ITSELF)
        if sense is not None and sense.measure in STRONG and token is not None and not (token.lower == "victims" and sense.measure == "casualties") and not (
            sense.measure == "casualties" and governed(scene, node)
        ):
            return sense, token, 0.95
    return None


def by_governor(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"killed 12 people", "12 were killed", "12 died", "the killing of 12", "12 are missing"."""
    for sense, token in senses_above(scene, node):
        if is_denied(scene, token, amount) or (amount.article and is_only_meant(scene, token)):
            return None
        return sense, token, 0.95
    return None


def is_denied(scene: Scene, verb: Token, amount: Amount) -> bool:
    """Say whether the deed is denied of people told of: "two who were not hurt"."""
    return amount.quantity.low != 0 and "single" not in amount.quantity.words.lower() and any(True for _ in scene.parse.kids(verb, "neg"))


def is_only_meant(scene: Scene, verb: Token) -> bool:
    """Say whether a deed is only an aim or a chance: "an operation to detain a leader", "could kill a child"."""
    if verb.tag != "VB":
        return False
    return any(kid.lower in MEANT for kid in scene.parse.kids(verb, "aux"))


def by_clause(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"45 people killed in the raid", "thousands who were displaced"."""
    for token in dict.fromkeys(t for t in (noun, node) if t is not None):
        for kid in scene.parse.kids(token, "acl", *(() if amount.article else ("relcl",))):
            sense = clause_sense(scene, kid)
            if sense is not None and not is_denied(scene, kid, amount):
                return sense, kid, 0.9
    return None


def by_toll(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"the death toll rose to 45", "put the number of wounded at 30", "a toll of 12"."""
    start = scene.parse.span.start
    match = TOLL.search(scene.text, max(start, amount.span.start - 200), amount.span.start)
    if match is None or noun is not None and not names_people(scene.book, noun):
        return None
    head, mid = match.group("head").lower(), match.group("mid").lower()
    if not re.search(r"\b(?:to|at|of|by|reach\w*|stands?|stood|passed|exceed\w*|surpass\w*|was|is|now|hits?|topped|tops|rises|from|as|past|:)\W*$|^\W*$", mid):
        return None
    said = [t for t in scene.parse.at(Span(match.start(), max(match.start() + 1, amount.span.start))) if t.i in scene.senses]
    for token in said:
        sense = scene.sense(token, Role.ITSELF, Role.IS, Role.OBJECT, Role.OF, Role.SUBJECT)
        if sense is not None and token.lower not in ("losses", "lives"):
            return sense, token, 0.85
    if head in ("death toll", "toll", "dead", "body count", "losses"):
        return Sense("killed", Role.ITSELF), None, 0.85
    if head.startswith("casualty"):
        return Sense("casualties", Role.ITSELF), None, 0.85
    return None


def by_subset(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"including nine children", "of whom three were women": the whole's measure."""
    if not before or (noun is None and not amount.quantity.is_exact):
        return None
    if noun is not None and noun.lower in ("them", "whom", "those", "these"):
        return Sense(before[-1].measure, Role.OBJECT), before[-1].governor, 0.75
    if SUBSET.search(scene.text, max(scene.parse.span.start, amount.span.start - 60), amount.span.start):
        return Sense(before[-1].measure, Role.OBJECT), before[-1].governor, 0.85
    return None


def by_whole(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"Of the deceased, three were minors": the whole is named ahead."""
    tokens, here = scene.parse.tokens, scene.parse.at(amount.span)[0].i
    for token in reversed(tokens[max(0, here - 9) : here]):
        if token.text in ".;:":
            return None
        sense = scene.sense(token, Role.ITSELF)
        if sense is not None and any(t.lower in ("of", "among") for t in tokens[max(0, token.i - 3) : token.i]) and tokens[max(0, token.i - 4)].i <= 2:
            return sense, token, 0.7
    return None


def by_list(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"28 soldiers, 45 fighters and 5 civilians": the next item of a list counts what the one before does."""
    if not before or (noun is None and amount.article):
        return None
    last = before[-1]
    between = [t for t in scene.parse.tokens if (last.noun or last.node).i < t.i and t.end <= amount.span.start]
    if not between and noun is not None:
        return Sense(last.measure, Role.OBJECT), last.governor, 0.7
    if len(between) > 14 or not between or between[-1].lower not in LIST_ENDS:
        return None
    if all(t.tag in IN_LISTS or t.lower in LIST_ENDS for t in between):
        return Sense(last.measure, Role.OBJECT), last.governor, 0.8
    return None


def by_order(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"14 more were injured", "two others died": the verb right after, where the tree went wrong."""
    tokens = scene.parse.tokens
    here = max((noun or node).i, scene.parse.at(amount.number)[-1].i)
    passive = False
    for token in tokens[here + 1 : here + 6]:
        if token.lower in ("were", "was", "been", "being", "be", "are", "is"):
            passive = True
        elif token.tag in ("VBD", "VBN", "VBP", "JJ") and token.lower not in ("have", "has", "had"):
            roles = (Role.OBJECT, Role.IS) if passive or token.tag == "VBN" else (Role.SUBJECT,)
            sense = scene.sense(token, *roles)
            return (sense, token, 0.8) if sense is not None else None
        elif token.lower not in ("others", "other", "people", "more", "have", "has", "had", "also", "of", "them", "reportedly", "and", "children"):
            return None
    return None


def by_weak_noun(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"12 hostages", "200 protesters", "three gunmen": the noun says it where no verb does."""
    for token in (noun, node):
        sense = scene.sense(token, Role.ITSELF)
        if sense is not None and token is not None:
            return (Sense("wounded", Role.ITSELF) if token.lower == "victims" else sense), token, 0.6
    return None


def by_nearness(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """The nearest word of a measure in the same clause, where the parse says nothing."""
    if amount.article or noun is not None and not names_people(scene.book, noun):
        return None
    tokens = scene.parse.tokens
    here = (noun or node).i
    for step in range(1, 7):
        for i in (here + step, here - step):
            if not 0 <= i < len(tokens) or i not in scene.senses:
                continue
            low, high = sorted((tokens[i].start, amount.span.start))
            if re.search(r"[.;:!?]|\b(?:after|before|when|while|but|because|since|although)\b", scene.text[low:high]):
                continue
            if i > here + 1 and not any(s.measure in BEHIND for s in scene.senses[i]):
                continue
            sense = scene.sense(tokens[i], Role.OBJECT, Role.IS, Role.OF) if i > here else scene.sense(tokens[i], Role.OBJECT, Role.OF)
            if sense is not None and sense.measure not in ("held", "freed", "infected", "casualties") and not any(a is not amount and low <= a.span.start < high for a in scene.amounts if not a.article):
                return sense, tokens[i], 0.5
    return None


def by_bullet(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"- three soldiers;" under "The dead are:"."""
    if not scene.carried.listed or scene.carried.measure is None:
        return None
    span = scene.parse.span
    if noun is None and not before:
        return None
    mark = BULLET.match(scene.text, span.start)
    opening = mark is not None and mark.end() >= amount.span.start
    if not opening and not (before and before[-1].rule == "by_bullet"):
        return None
    return Sense(scene.carried.measure, Role.OBJECT), None, 0.7


def by_correction(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"14 dead, not 17", "43, up from 31": another figure for the same."""
    measure = before[-1].measure if before else scene.carried.measure
    if noun is not None or amount.article or measure is None:
        return None
    if INSTEAD.search(scene.text, max(scene.parse.span.start, amount.span.start - 60), amount.span.start):
        return Sense(measure, Role.OBJECT), None, 0.6
    return None


def by_looking_back(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"Three are women.", "Of them, 12 were children": parts of what the sentence before counted."""
    carried, parse = scene.carried, scene.parse
    if carried.measure is None or amount.article or before and before[-1].rule != "by_looking_back":
        return None
    if before:
        return Sense(carried.measure, Role.OBJECT), None, 0.6
    opening = scene.text[parse.span.start : amount.span.start]
    behind = scene.text[amount.span.end : amount.span.end + 60]
    if OF_THOSE.match(opening) and not any(t.is_verb for t in parse.tokens if t.end < amount.span.start):
        return Sense(carried.measure, Role.OBJECT), None, 0.7
    if len(opening) < 12 and OF_THEM.match(behind) and (noun is None or noun.lower in ("them", "those", "these", "victims") or names_people(scene.book, noun)):
        return Sense(carried.measure, Role.OBJECT), None, 0.6
    return None


RULES = (by_label, by_adjacent, by_outcome, by_agent, by_noun_itself, by_governor, by_clause, by_amod, by_toll, by_whole, by_subset, by_order, by_list, by_weak_noun, by_bullet, by_correction, by_looking_back, by_nearness)
"""The rules in the order in which they are asked; each may refuse."""
