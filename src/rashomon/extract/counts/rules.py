"""The rules that say what a number counts by the words that govern it; each may refuse."""

from __future__ import annotations

import re
from itertools import takewhile

from rashomon.extract.counts.harm import is_deed_of
from rashomon.extract.counts.senses import clause_sense, senses_above
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Case, Decided, Scene
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense

LABEL_MARKS = frozenset({":", "-", "–", "=", "(", "—", ".."})

MANY, RAID = 2, Sense("attackers", Role.SUBJECT, people=True)
"""A number from which "shot" behind it tells of people; what the noun of a raid says, and no label does."""
ADJACENT = frozenset(
    {
        "killed",
        "wounded",
        "missing",
        "casualties",
        "detained",
        "abducted",
        "rescued",
        "freed",
        "evacuated",
        "trapped",
        "displaced",
        "held",
        "at large",
        "captured",
    }
)
IN_HOSPITAL = re.compile(
    r"\s(?:in (?:(?:the|a|an area|a local|a nearby|local|area) )?(?:hospitals?|intensive care)\b|hospitali[sz]ed\b|fighting for (?:his|her|their)\b"
    r"|in (?:a )?(?:critical|serious|grave|stable|fair) condition\b|with (?:[\w-]+ ){0,3}(?:wounds|injuries|burns)\b)",
    re.IGNORECASE,
)
"""How those who live are told of: "left one dead and two in the hospital"."""

TOTALS = frozenset({"total", "persons", "people", "confirmed", "all"})
"""Words that a label may begin with: "total killed 12"."""

LEAVING = frozenset({"left", "leaving", "leaves", "leave"})
OUTCOMES = frozenset({"killed", "wounded", "missing", "casualties", "trapped", "displaced"})
SURVIVING = frozenset({"survive", "survived", "survives", "surviving"})
LAST = frozenset({"freed", "rescued", "escaped", "surrendered"})
"""What becomes of people who were taken, trapped or lost."""

MEANT = frozenset({"to", "could", "would", "may", "might", "should", "must", "can", "will"})
STRONG = frozenset({"killed", "wounded", "casualties", "missing", "infected"})


def by_label(case: Case) -> Decided | None:
    """ "Deceased: 12", "dead 31, missing 4": a list in telegraph style."""
    tokens, first = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0].i
    last = case.scene.parse.at(case.amount.span)[-1].i
    i, colon = first - 1, False
    while i >= 0 and tokens[i].text in LABEL_MARKS:
        colon, i = colon or tokens[i].text != "(", i - 1
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if i < 0 or not (
        after is None
        or after.tag in (",", ".", ":", "-LRB-", "-RRB-", "_SP", "CC", "HYPH", "NFP")
        or after.text in "/|"
        or colon
    ):
        return None
    found: Decided | None = None
    for j in range(i, max(-1, i - (12 if colon else 1)), -1):
        if tokens[j].text in ",.;:)":
            break
        sense = case.scene.sense(
            tokens[j],
            Role.ITSELF,
            Role.IS,
            *((Role.OBJECT, Role.SUBJECT) if tokens[j].tag in ("VBN", "VBD", "NN", "NNP", "JJ") else ()),
        )
        if sense is not None and (colon or starts_label(case.scene, tokens[j])):
            found = sense, tokens[j], 0.8
    if found is not None and (is_deed_of(case, found[1]) or found[0] == RAID):
        return None  # "school raid: 12 taken"
    if found is not None and found[0].measure == "casualties" and tells_fate(case.scene, last):
        return None  # "casualties: 3 dead, 14 hurt", "casualties: 2 men deceased" tell of each by themselves
    return found


def tells_fate(scene: Scene, last: int) -> bool:
    """Say whether a word of fate stands right behind a number, or behind its noun."""
    behind = scene.parse.tokens[last + 1 : last + 3]
    return any(scene.sense(token, Role.IS) is not None for token in behind[: 2 if behind and behind[0].is_noun else 1])


def starts_label(scene: Scene, token: Token) -> bool:
    """Say whether a word begins an item of a list, so that the number behind it is its own."""
    first = token.i - 1 if token.i and scene.parse.tokens[token.i - 1].lower in TOTALS else token.i
    return (token.tag != "VBD" or first < token.i) and (
        first == 0 or scene.parse.tokens[first - 1].text in ",;:.(-•–/|*"
    )


IN_NAMES = frozenset({"NNP", "NNPS", "NN", "DT", "JJ", "``", "''", "HYPH", "POS", "-LRB-", "-RRB-"})

HEDGED = frozenset({"at", "more", "over", "about", "around", "nearly", "almost", "some", "up"})
"""Words that begin a hedged number behind a verb: "killed at least 16"."""


def by_adjacent(case: Case) -> Decided | None:
    """ "12 dead, 30 hurt", "40 civilians killed 110 injured": the participle behind the number, in headline style."""
    tokens = case.scene.parse.tokens
    here = max(
        (case.noun or case.node).i if (case.noun or case.node).lower not in case.words.fated else -1,
        case.scene.parse.at(case.amount.span)[-1].i,
    )
    if here + 1 >= len(tokens) or here - case.scene.parse.at(case.amount.number)[-1].i > 6:
        return None
    if case.noun is not None and case.noun.lower in case.words.bodies:
        return None  # "eight bodies carried off" are dead
    word = fate_behind(case.scene, here)
    if has_own_number(case.scene, case.amount, word):
        return None
    sense = case.scene.sense(word, Role.IS, Role.ITSELF, Role.OBJECT)
    if (
        sense is None
        or sense.measure not in ADJACENT
        or (word.tag in ("NNS", "VBG", "VBZ", "VBP") and word.lower != "missing")
        or word.lower in case.words.preterites
        or (word.tag != "IN" and takes_object(case.scene, word.i + 1))
    ):
        return None
    if told_later(case.scene, case.node, word):
        return None
    return sense, word, 0.9


def has_own_number(scene: Scene, amount: Amount, word: Token) -> bool:
    """Say whether a participle is that of another number right behind the first: "toll rises to 14 |33 injured"."""
    between = (other.number for other in scene.amounts if amount.number.end < other.number.start < word.start)
    return any(not scene.text[amount.number.end : number.start].strip() for number in between)


def fate_behind(scene: Scene, here: int) -> Token:
    """Return the word right behind a counted noun, over whose people they are and how badly: "two men of 'X Army' badly hurt"."""
    tokens = scene.parse.tokens
    i = here + 1
    if tokens[i].lower == "of" and tokens[here].lower in scene.words.members:
        name = next((t.i for t in tokens[i + 1 : i + 10] if t.tag not in IN_NAMES), i)
        i = name if name > i + 1 and scene.sense(tokens[name], Role.IS) is not None else i
    elif i + 1 < len(tokens) and is_aside(tokens[i]):
        i += 1
    return tokens[i]


def is_aside(word: Token) -> bool:
    """Say whether a word only tells how, or still: "badly hurt", "three still missing"."""
    return word.tag == "RB" and (word.lower.endswith("ly") or word.lower in ("still", "now", "also", "already"))


def told_later(scene: Scene, node: Token, word: Token) -> bool:
    """Say whether the clause's own verb follows and tells more: "26 pupils seized last week were freed", "... regained freedom"."""
    subject = joined_first(scene, node)
    head = scene.parse.head(subject)
    if head is None or subject.dep not in ("nsubj", "nsubjpass") or head.i <= word.i:
        return False
    if scene.parse.has(head, "aux", "auxpass"):
        return governed(scene, node)
    return any(sense.measure in LAST for sense, _ in senses_above(scene, node))


def joined_first(scene: Scene, node: Token) -> Token:
    """Return the first of the phrases that one is joined to: "boys" for the girls of "two boys and three girls"."""
    above = next((word for word in (node, *scene.parse.up(node)) if word.dep != "conj"), node)
    return above if above.is_noun else node


def takes_object(scene: Scene, i: int) -> bool:
    """Say whether an object begins at a word; a number with a participle of its own is none."""
    tokens = scene.parse.tokens
    if i + 2 < len(tokens) and tokens[i].lower == "and" and scene.sense(tokens[i + 1], Role.OBJECT) is not None:
        i += 2  # "a man shot and killed his neighbour"
    if i >= len(tokens):
        return False
    if tokens[i].lower == "dead" and i + 1 < len(tokens) and tokens[i - 1].lower in ("shot", "shoots", "gunned"):
        i += 1
    hedged = next((t.i for t in tokens[i : i + 3] if t.tag == "CD"), i) if tokens[i].lower in HEDGED else i
    word = tokens[hedged]
    if word.tag == "CD":
        behind = takewhile(lambda t: t.tag != "CC", tokens[hedged + 1 : hedged + 5])
        return not any(scene.sense(t, Role.IS, Role.ITSELF, Role.OBJECT) for t in behind)
    while (
        word.tag in ("JJ", "VBN", "RB", "RP")
        and word.i - i < 3
        and word.i + 1 < len(tokens)
        and not scene.sense(word, Role.IS)
    ):
        word = tokens[word.i + 1]
    if word.i > i and not word.tag.startswith("NN"):
        return False
    return word.tag in ("DT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "PDT") and word.lower not in (
        "yesterday",
        "today",
        "monday",
        "sunday",
    )


def by_outcome(case: Case) -> Decided | None:
    """ "left a driver and 13 passengers, including two boys, dead": the first outcome behind the number."""
    tokens, here = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0].i
    leaving = next((t for t in reversed(tokens[max(0, here - 40) : here]) if t.lower in LEAVING), None)
    if leaving is not None and IN_HOSPITAL.match(case.scene.text, (case.noun or case.node).end):
        return Sense("wounded", Role.IS), leaving, 0.9
    if leaving is None or any(is_outcome(case.scene, t) for t in tokens[leaving.i + 1 : here]):
        return None
    for token in tokens[(case.noun or case.node).i + 1 : (case.noun or case.node).i + 30]:
        if token.lower in LEAVING or token.text in (".", ";", ":"):
            return None
        sense = case.scene.sense(token, Role.IS)
        if sense is not None and sense.measure in OUTCOMES:
            return sense, token, 0.85
    return None


def is_outcome(scene: Scene, token: Token) -> bool:
    """Say whether a word tells what became of people."""
    sense = scene.sense(token, Role.IS)
    return sense is not None and sense.measure in OUTCOMES


def by_agent(case: Case) -> Decided | None:
    """ "three gunmen killed a guard": those who did it are counted as attackers."""
    row = case.scene.book.by_noun.get(case.noun.lower) if case.noun is not None else None
    verb = case.scene.parse.head(case.node)
    if (
        row is None
        or verb is None
        or case.node.dep != "nsubj"
        or not verb.is_verb
        or not (row.armed or row.id == "suspects")
        or row.part_of == "security forces"
    ):
        return None
    joined = case.scene.parse.kids(verb, "conj") if not case.amount.article else []
    later = [kid for kid in joined if not case.scene.parse.has(kid, "nsubj", "nsubjpass")]
    deed = next((each for each in (verb, *later) if is_raid(case, each)), None)
    return (Sense("attackers", Role.SUBJECT), deed, 0.7) if deed is not None else None


def is_raid(case: Case, verb: Token) -> bool:
    """Say whether armed people who do a deed attack: they harm somebody, or raid a place."""
    if not case.scene.parse.has(verb, "dobj"):
        return verb.lower == "set" and case.scene.parse.has(verb, "ccomp")  # "set two trucks ablaze"
    sense = case.scene.sense(verb, Role.OBJECT)
    if sense is not None and sense.measure in ("killed", "wounded", "abducted", "casualties"):
        return True
    return verb.lower in case.words.raiding and not (case.amount.article or is_setting_up(case.scene, verb))


def is_setting_up(scene: Scene, verb: Token) -> bool:
    """Say whether "set" tells of no fire: "12 gunmen set up a roadblock", not "set the bus ablaze"."""
    particles = {kid.lower for kid in scene.parse.kids(verb, "prt", "advmod")}
    return verb.lower == "set" and bool(particles & {"up", "out", "forth", "aside"})


def by_amod(case: Case) -> Decided | None:
    """ "12 wounded people", "three missing fishermen"."""
    if case.noun is None:
        return None
    for kid in case.scene.parse.kids(case.noun, "amod", "compound", "nmod"):
        sense = case.scene.sense(kid, Role.IS, Role.OBJECT) if kid.dep == "amod" else case.scene.sense(kid, Role.IS)
        if (
            sense is not None
            and kid.i >= case.scene.parse.at(case.amount.number)[0].i
            and not governed(case.scene, case.node)
        ):
            return sense, kid, 0.9
    return None


def governed(scene: Scene, node: Token) -> bool:
    """Say whether a verb of some measure governs the phrase, which tells more than an adjective in it."""
    return any(True for _ in senses_above(scene, node))


def by_noun_itself(case: Case) -> Decided | None:
    """ "12 deaths", "30 wounded", "five bodies"."""
    for token in (case.noun, case.node):
        sense = case.scene.sense(token, Role.ITSELF)
        if (
            sense is not None
            and sense.measure in STRONG
            and token is not None
            and not (token.lower == "victims" and sense.measure == "casualties")
            and not (sense.measure == "casualties" and governed(case.scene, case.node))
        ):
            return sense, token, 0.95
    return None


def by_bare_shot(case: Case) -> Decided | None:
    """ "3 shot, 1 killed", "four shot at a party": the participle that a tree takes for a noun; what became of them is told elsewhere."""
    noun, tokens = case.noun or case.node, case.scene.parse.tokens
    if noun.lower != "shot" or case.amount.article or case.amount.quantity.least < MANY:
        return None
    behind = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    if tokens[noun.i - 1].tag != "CD" or (behind is not None and (behind.is_noun or behind.lower in ("dead", "and"))):
        return None
    return Sense("wounded", Role.OBJECT), noun, 0.9


def by_governor(case: Case) -> Decided | None:
    """ "killed 12 people", "12 were killed", "12 died", "the killing of 12", "12 are missing"."""
    for sense, token in senses_above(case.scene, case.node):
        if token.lower in SURVIVING and is_denied(case.scene, token, case.amount):
            return Sense("killed", sense.role), token, 0.85
        denied = is_denied(case.scene, token, case.amount) and not sense.undone
        if denied or (case.amount.article and is_only_meant(case.scene, token)):
            return None
        return sense, token, 0.95
    return None


def is_denied(scene: Scene, verb: Token, amount: Amount) -> bool:
    """Say whether the deed is denied of people told of: "two who were not hurt"."""
    return (
        amount.quantity.low != 0
        and "single" not in amount.quantity.words.lower()
        and any(True for _ in scene.parse.kids(verb, "neg"))
    )


def is_only_meant(scene: Scene, verb: Token) -> bool:
    """Say whether a deed is only an aim or a chance: "an operation to detain a leader", "could kill a child"."""
    if verb.is_noun:
        above = scene.parse.head(verb)
        return above is not None and above.lower in scene.words.planning
    helpers = scene.parse.kids(verb, "aux", "auxpass")
    if verb.tag == "VBN" and any(kid.lower == "be" for kid in helpers):
        return any(kid.lower in MEANT and kid.lower != "to" for kid in helpers)  # "could be shot"
    return verb.tag == "VB" and any(kid.lower in MEANT for kid in helpers)


def by_clause(case: Case) -> Decided | None:
    """ "45 people killed in the raid", "thousands who were displaced"."""
    for token in dict.fromkeys(t for t in (case.noun, case.node) if t is not None):
        for kid in case.scene.parse.kids(token, "acl", "relcl"):
            if case.amount.article and kid.dep == "relcl" and not is_harmed(case.scene, kid):
                continue
            sense = clause_sense(case.scene, kid)
            if sense is not None and (sense.undone or not is_denied(case.scene, kid, case.amount)):
                return sense, kid, 0.9
    return None


def is_harmed(scene: Scene, verb: Token) -> bool:
    """Say whether a clause tells plainly that somebody came to harm: "a girl who was shot", "a man who died"."""
    if any(kid.lower in ("had", "may", "might", "could") for kid in scene.parse.kids(verb, "aux")):
        return False
    if any(kid.tag not in ("WP", "WDT") for kid in scene.parse.kids(verb, "nsubj", "nsubjpass")):
        return False
    passive = scene.parse.has(verb, "auxpass")
    sense = scene.sense(verb, Role.OBJECT) if passive else scene.sense(verb, Role.SUBJECT)
    return sense is not None and sense.measure in ("killed", "wounded")


def by_weak_noun(case: Case) -> Decided | None:
    """ "12 hostages", "200 protesters", "three gunmen": the noun says it where no verb does."""
    for token in (case.noun, case.node):
        sense = case.scene.sense(token, Role.ITSELF)
        if sense is not None and token is not None:
            return (Sense("wounded", Role.ITSELF) if token.lower == "victims" else sense), token, 0.6
    return None
