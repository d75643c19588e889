"""Rules whose answer stands whatever stands around it: "killing or wounding nine", "a porter and a nurse were shot dead"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.counts.context import SUBSET
from rashomon.extract.counts.listed import LISTED
from rashomon.extract.counts.lost import by_unknown_fate
from rashomon.extract.counts.plight import DEADLY_END, PLIGHT, ends_deadly
from rashomon.extract.counts.readon import by_plain_deed
from rashomon.extract.counts.rules import SURVIVING, is_denied, takes_object
from rashomon.extract.counts.senses import senses_above
from rashomon.extract.counts.wanted import by_demand, by_search, by_sought
from rashomon.extract.scene import Case, Decided, Scene, names_people
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense

HARMED = frozenset({"killed", "wounded"})
JOINS = frozenset({"and", "or", "/", "&", ",", "and/or"})
DEADLY = frozenset({"fatally", "mortally"})

FATAL = frozenset({"fatal", "deadly", "lethal", "mortal"})

WERE = frozenset({"was", "were", "been", "is", "are"})
BESIDE = frozenset({"CC", ",", "DT", "CD", "JJ", "NN", "NNS", "HYPH", "POS"})
"""What may stand in a second phrase that is joined to a counted one."""

FINDING = frozenset({"found", "discovered", "located"})
HURT = re.compile(
    r"[^.;]{0,90}?\b(?:with|suffering|from)\b[^.;]{0,30}?\b(?:gun ?shot|stab|bullet|shrapnel|knife)[ -]wounds?",
    re.IGNORECASE,
)
LIFELESS = re.compile(r"\b(?:dead|body|bodies|killed|deceased|died|lifeless)\b", re.IGNORECASE)
OPENING = frozenset({"opened", "opening", "open", "opens"})
FIRING = frozenset({"fire", "fired", "firing", "shoot", "shooting"})
UNSETTLED = frozenset({"wounded", "missing", "abducted", "trapped"})
SETTLING = frozenset({"killed", "freed", "rescued"})
"""What may yet become of people who were hurt, lost or taken."""


def by_both_fates(case: Case) -> Decided | None:
    """ "the killing or wounding of nine", "the death and injury of nine", "hundreds of deaths and injuries"."""
    tokens, first = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0].i
    end = first - 1
    while end > 0 and tokens[end].lower in ("of", "the", "to"):
        end -= 1
    before = tokens[max(0, end - 2) : end + 1]
    noun = case.noun or case.node
    for words in (before, tokens[noun.i : noun.i + 3] if noun.i > first else ()):
        if is_both(case.scene, words):
            return Sense("casualties", Role.OF), words[0], 0.95
    return both_behind(case.scene, noun)


def both_behind(scene: Scene, noun: Token) -> Decided | None:
    """Return casualties for "six soldiers killed and hurt in a blast"."""
    words = scene.parse.tokens[noun.i + 1 : noun.i + 4]
    if (
        len(words) < 3
        or words[1].lower != "and"
        or any(word.lower in scene.words.shot or word.lower == "left" for word in words)
    ):
        return None
    senses = [scene.sense(word, Role.IS, Role.OBJECT) for word in (words[0], words[2])]
    if {sense.measure for sense in senses if sense is not None} != HARMED or takes_object(scene, words[2].i + 1):
        return None
    return Sense("casualties", Role.IS), words[0], 0.95


def by_verb_in_headline(case: Case) -> Decided | None:
    """ "Blasts Kill 50 Injure Dozens": a verb in capitals right before the number, which the tree takes for a name."""
    first = case.scene.parse.at(case.amount.span)[0]
    verb = case.scene.parse.tokens[first.i - 1] if first.i else None
    if (
        verb is None
        or case.amount.article
        or verb.tag not in ("NNP", "NNPS", "NN", "NNS")
        or verb.lower not in case.words.headline
    ):
        return None
    sense = case.scene.sense(verb, Role.OBJECT)
    if sense is not None and kills_and_hurts(case.scene, verb, sense.measure):
        sense = Sense("casualties", Role.OBJECT)
    return (sense, verb, 0.95) if sense is not None else None


def kills_and_hurts(scene: Scene, verb: Token, measure: str) -> bool:
    """Say whether a headline's verb stands beside the other of the two harms: "Blast Kills, Injures 20"."""
    before = scene.parse.tokens[max(0, verb.i - 2) : verb.i]
    other = next((token for token in reversed(before) if token.lower not in JOINS), None)
    sense = scene.sense(other, Role.OBJECT) if other is not None and other.lower in scene.words.headline else None
    return sense is not None and {sense.measure, measure} == HARMED


def is_both(scene: Scene, words: Sequence[Token]) -> bool:
    """Say whether three words tell of the killed and the hurt at once, but not that the shot are dead."""
    if len(words) != 3 or words[1].lower not in JOINS or {words[0].lower, words[2].lower} & scene.words.shot:
        return False
    if words[0].tag in ("VBN", "VBD", "JJ") or words[2].tag in ("VBN", "VBD", "JJ"):
        return False
    return {measure_of(scene, words[0]), measure_of(scene, words[2])} == HARMED


def measure_of(scene: Scene, word: Token) -> str | None:
    """Return what a word says of people to whom it was done."""
    sense = scene.sense(word, Role.OF, Role.ITSELF, Role.OBJECT)
    return sense.measure if sense is not None else None


def by_fatality(case: Case) -> Decided | None:
    """ "fatally struck a girl", "three of them fatally"."""
    tokens = case.scene.parse.tokens
    last = max((case.noun or case.node).i, case.scene.parse.at(case.amount.span)[-1].i)
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is not None and behind.lower in DEADLY and not any(t.is_verb for t in tokens[last + 2 : last + 3]):
        return Sense("killed", Role.IS), behind, 0.95
    verb = case.scene.parse.head(case.node)
    if verb is not None and verb.lower == "of" and is_deadly_deed(case.scene, case.scene.parse.head(verb)):
        return Sense("killed", Role.OF), case.scene.parse.head(verb), 0.95
    if verb is None or case.node.dep not in ("dobj", "nsubjpass") or not verb.is_verb:
        return None
    if any(kid.lower in DEADLY for kid in case.scene.parse.kids(verb, "advmod")):
        return Sense("killed", Role.OBJECT), verb, 0.95
    return None


def is_deadly_deed(scene: Scene, noun: Token | None) -> bool:
    """Say whether a noun is a deed that killed whom it was done to: "the fatal shooting of two men"."""
    if noun is None or noun.lower not in scene.words.blows:
        return False
    return any(kid.lower in FATAL for kid in scene.parse.kids(noun, "amod"))


def by_fate_ahead(case: Case) -> Decided | None:
    """ "a porter and a nurse were shot dead", "three women and a man injured": what befell both stands behind the second."""
    tokens, noun = case.scene.parse.tokens, case.noun
    if noun is None or noun.lower in case.words.fated or not names_people(case.scene.book, noun):
        return None
    if measure_of(case.scene, noun) in HARMED:
        return None  # "nine deaths and about 200 people injured"
    i = noun.i + 1
    second = amount_behind(case.scene, noun.i + 2)
    while i < len(tokens) and i - noun.i < 9 and (tokens[i].tag in BESIDE or tokens[i].i in second):
        if case.scene.sense(tokens[i], Role.IS) is not None:
            break
        i += 1
    if i >= len(tokens) - 1 or i - noun.i < 3 or tokens[noun.i + 1].lower != "and":
        return None
    if tokens[i - 1].tag not in ("NN", "NNS") or not (second or tokens[noun.i + 2].tag in ("DT", "CD")):
        return None
    i += tokens[i].lower == "left" and i + 2 < len(tokens)
    passive = tokens[i].lower in WERE
    if passive and case.before and is_subset(case):
        return None  # "four were killed, including three boys, and nine men were hurt"
    return befell(case.scene, tokens[i + passive], passive=passive)


def amount_behind(scene: Scene, first: int) -> range:
    """Return the places of the words of a number with its hedge that begins at a word: "about a dozen" behind "six guards and"."""
    start = scene.parse.tokens[first].start if first < len(scene.parse.tokens) else -1
    found = next((scene.parse.at(each.span) for each in scene.amounts if each.span.start == start), ())
    return range(found[0].i, found[-1].i + 1) if found else range(0)


def is_subset(case: Case) -> bool:
    """Say whether a number is told as part of the one before it."""
    start = max(case.scene.parse.span.start, case.amount.span.start - 60)
    return SUBSET.search(case.scene.text, start, case.amount.span.start) is not None


def by_own_verb(case: Case) -> Decided | None:
    """ "Nine people were killed 20 were wounded": a comma was lost, and the number is its own verb's."""
    scene, verb = case.scene, case.scene.parse.head(case.node)
    tokens, number = scene.parse.tokens, scene.parse.at(case.amount.span)
    last = max(number[-1].i, case.noun.i if case.noun is not None else 0)
    if verb is None or verb.i > number[0].i or last + 2 >= len(tokens) or tokens[last + 1].lower not in WERE:
        return None
    if verb.tag == "VBN" and case.node.dep in ("dobj", "attr", "oprd"):
        return befell(scene, tokens[last + 2], passive=True)
    own = tokens[last + 2]
    if case.node.dep != "pobj" or case.noun is not None or scene.parse.has(own, "nsubj", "nsubjpass"):
        return None
    sense = scene.sense(own, Role.OBJECT) if own.tag == "VBN" else None
    return (sense, own, 0.95) if sense is not None else None


def befell(scene: Scene, word: Token, *, passive: bool) -> Decided | None:
    """Return what a participle says befell the people before it; with "dead" or "and killed" behind it they died."""
    if word.tag not in ("VBN", "VBD", "JJ"):
        return None
    sense = scene.sense(word, Role.OBJECT, Role.IS)
    if sense is None or sense.measure not in HARMED:
        return None
    if ends_deadly(scene, word):
        return Sense("killed", Role.OBJECT), word, 0.95
    if word.lower in scene.words.shot or (not passive and takes_object(scene, word.i + 1)):
        return None
    return Sense(sense.measure, Role.OBJECT), word, 0.95


def is_deadly(scene: Scene, verb: Token) -> bool:
    """Say whether the words next to a verb of shooting say that it killed: "fatally shot", "shot and killed", "shot to death"."""
    if verb.lower not in scene.words.shot:
        return False
    if any(kid.lower in DEADLY for kid in scene.parse.kids(verb, "advmod")):
        return True
    if any(kid.lower == "death" for to in scene.parse.kids(verb, "prep") for kid in scene.parse.kids(to, "pobj")):
        return True
    return ends_deadly(scene, verb)


def by_hostile(case: Case) -> Decided | None:
    """ "the patrol was ambushed by at least two gunmen": behind "by" stand the attackers."""
    by = case.scene.parse.head(case.node)
    if case.node.dep != "pobj" or by is None or by.lower != "by" or case.amount.article or case.noun is None:
        return None
    verb = case.scene.parse.head(by)
    if verb is None or verb.lower not in case.words.hostile or verb.tag not in ("VBN", "VBD"):
        return None
    row = case.scene.book.by_noun.get(case.noun.lower)
    armed = row is not None and (row.armed or row.id == "suspects") and row.part_of != "security forces"
    return (Sense("attackers", Role.SUBJECT), verb, 0.9) if armed or case.noun.lower in case.words.strangers else None


def by_injury_to(case: Case) -> Decided | None:
    """ "causing serious injuries to a woman"."""
    tokens, first = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0].i
    if first < 2 or tokens[first - 1].lower != "to" or tokens[first - 2].lower not in ("injuries", "injury", "wounds"):
        return None
    if case.noun is not None and not names_people(case.scene.book, case.noun):
        return None
    return Sense("wounded", Role.OF), tokens[first - 2], 0.95


def by_shot_alive(case: Case) -> Decided | None:
    """ "two others were also shot and listed in stable condition": those who were shot live."""
    verb = case.scene.parse.head(case.node)
    if verb is None or case.node.dep != "nsubjpass" or verb.lower not in case.words.shot:
        return None
    if any(kid.lower in DEADLY_END for kid in case.scene.parse.kids(verb, "oprd", "acomp", "advmod", "conj")):
        return None
    for kid in case.scene.parse.kids(verb, "conj"):
        if case.scene.parse.has(kid, "nsubj", "nsubjpass"):
            continue
        sense = case.scene.sense(kid, Role.OBJECT, Role.IS)
        if kid.tag in ("VBN", "VBD") and sense is not None and sense.measure == "wounded":
            return Sense("wounded", Role.OBJECT), kid, 0.95
    return None


def by_found_hurt(case: Case) -> Decided | None:
    """ "rangers found two men and a nurse, all suffering from gunshot wounds"; not the bodies of two men with such wounds."""
    tokens, first = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0].i
    if case.noun is None or not names_people(case.scene.book, case.noun):
        return None
    finder = next((t for t in reversed(tokens[max(0, first - 9) : first]) if t.is_verb), None)
    if finder is None or finder.lower not in FINDING or finder.tag != "VBD":
        return None
    if LIFELESS.search(case.scene.text, finder.end, case.amount.span.start) is not None:
        return None
    match = HURT.match(case.scene.text, case.amount.span.end, case.scene.parse.span.end)
    if match is None or LIFELESS.search(match.group()) is not None:
        return None
    return Sense("wounded", Role.OBJECT), finder, 0.9


def by_found_so(case: Case) -> Decided | None:
    """ "came upon three dead shepherds and four wounded shepherds": each is as the word beside it says."""
    verb = next((word for word in case.scene.parse.up(case.node) if word.is_verb), None)
    if verb is None or verb.lower not in FINDING or case.noun is None or not names_people(case.scene.book, case.noun):
        return None
    for kid in case.scene.parse.kids(case.noun, "amod"):
        sense = case.scene.sense(kid, Role.IS)
        if sense is not None and sense.measure in HARMED:
            return sense, kid, 0.95
    return None


def by_shooters(case: Case) -> Decided | None:
    """ "the three suspects fired at the queue", "two men walked up and opened fire"."""
    verb = case.scene.parse.head(case.node)
    if verb is None or case.node.dep != "nsubj" or case.amount.article or case.noun is None:
        return None
    row = case.scene.book.by_noun.get(case.noun.lower)
    if case.noun.lower not in case.words.strangers and (row is None or not (row.armed or row.id == "suspects")):
        return None
    if row is not None and row.part_of in ("security forces", "police"):
        return None
    parse = case.scene.parse
    later = [kid for kid in parse.kids(verb, "conj", "xcomp") if not parse.has(kid, "nsubj", "nsubjpass")]
    later += [deep for kid in later for deep in parse.kids(kid, "conj", "xcomp")]
    before = [prep for each in (verb, *later) for prep in parse.kids(each, "prep") if prep.lower in ("before", "then")]
    later += [kid for prep in before for kid in parse.kids(prep, "pcomp")]
    if verb.lower in case.words.denying:
        return None
    hit = next((each for each in (verb, *later) if is_firing(case.scene, each)), None)
    return (Sense("attackers", Role.SUBJECT), hit, 0.9) if hit is not None else None


def is_firing(scene: Scene, verb: Token) -> bool:
    """Say whether a verb tells of shots: "opened fire", "fired several rounds", "began shooting"."""
    things = {kid.lower for kid in scene.parse.kids(verb, "dobj")}
    if verb.lower in OPENING:
        return "fire" in things
    return verb.lower in FIRING and (bool(things & scene.words.rounds) or verb.dep in ("xcomp", "conj"))


def by_nobody_held(case: Case) -> Decided | None:
    """ "No arrests have been made": nobody is held, whatever stands near."""
    noun = case.noun or case.node
    sense = case.scene.sense(noun, Role.ITSELF) if case.amount.quantity.high == 0 else None
    return (sense, noun, 0.9) if sense is not None and sense.measure == "detained" else None


def by_changed_fate(case: Case) -> Decided | None:
    """ "Two of the injured died in hospital", "four of the missing were found dead": what became of them, not what they were."""
    tokens, number = case.scene.parse.tokens, case.scene.parse.at(case.amount.number)[-1]
    noun = next((t for t in tokens[number.i + 1 : number.i + 4] if t.lower not in ("of", "the", "those")), None)
    was = case.scene.sense(noun, Role.ITSELF, Role.IS) if noun is not None and noun.i > number.i + 1 else None
    if was is None or was.measure not in UNSETTLED:
        return None
    of = case.scene.parse.head(case.node) if case.node.dep == "pobj" else None
    death = case.scene.parse.head(of) if of is not None and of.lower == "of" else None
    if death is not None and (told := case.scene.sense(death, Role.OF)) is not None and told.measure in SETTLING:
        return told, death, 0.9  # "the death of two of the wounded"
    if case.node.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = case.scene.parse.head(case.node)
    if verb is not None and is_outlived(case.scene, verb):
        return Sense("killed", Role.SUBJECT), verb, 0.9
    for sense, token in senses_above(case.scene, case.node):
        settled = sense.measure in SETTLING and not is_denied(case.scene, token, case.amount)
        return (sense, token, 0.9) if settled and token is verb else None
    return None


def is_outlived(scene: Scene, verb: Token) -> bool:
    """Say whether a verb denies that people lived: "two of the hurt did not survive", "did not make it"."""
    if not scene.parse.has(verb, "neg"):
        return False
    made_it = verb.lower == "make" and any(
        kid.lower == "it" for kid in scene.parse.kids(verb, "dobj", "nsubj", "ccomp")
    )
    return verb.lower in SURVIVING or (made_it and not scene.parse.has(verb, "prep", "prt", "advmod"))


FIRM = (
    by_verb_in_headline,
    by_nobody_held,
    by_changed_fate,
    by_found_hurt,
    by_found_so,
    by_shooters,
    by_shot_alive,
    by_both_fates,
    by_fatality,
    by_fate_ahead,
    by_own_verb,
    by_unknown_fate,
    by_search,
    by_sought,
    by_demand,
    by_hostile,
    by_injury_to,
    *PLIGHT,
    by_plain_deed,
    *LISTED,
)
"""The rules that the judge of numbers does not overrule."""

FIRM_NAMES = frozenset(
    (
        *(rule.__name__ for rule in FIRM),
        "by_agent",
        "by_claiming",
        "by_bullet",
        "by_parts_of_last",
        "by_told_again",
        "by_those_left",
    )
)
