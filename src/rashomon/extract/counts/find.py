"""Decide what each number of a sentence counts: its measure, whom, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts import context as around
from rashomon.extract.counts import rules as own
from rashomon.extract.counts.again import by_those_left, by_told_again
from rashomon.extract.counts.carried import is_item
from rashomon.extract.counts.claiming import by_claiming
from rashomon.extract.counts.context import SUBSET
from rashomon.extract.counts.firm import FIRM, is_deadly
from rashomon.extract.counts.harm import does_harm
from rashomon.extract.counts.instead import by_correction
from rashomon.extract.counts.joined import also_told
from rashomon.extract.counts.otherwise import is_brought_down, is_meant_otherwise, led_to
from rashomon.extract.counts.readon import by_reading_on, by_verb_ahead
from rashomon.extract.counts.refusals import counts_no_one
from rashomon.extract.counts.whosedeed import by_whose_deed
from rashomon.extract.hints import Hinted
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Case, Counted, Scene, may_be_people, names_people, names_thing, place
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Quantity, Scope

SHOT = frozenset({"shot", "shoot", "shooting", "shoots", "stabbed", "gunfire", "hit"})
WOUNDS = frozenset({"injury", "injuries", "wound", "wounds"})
DEADLY = (" killed", " died", " dead", " fatal", " homicide", " murder")
AMONG_THE_HARMED = Hinted(
    re.compile(
        r"\bamong the (?:dead|killed|victims|wounded|injured|missing|casualties|fatalities|slain|deceased|detained|arrested|detainees|hostages|survivors)\b[^.;]{0,90}?\b(?:are|were|is|was)\s+(?:also\s+)?$",
        re.IGNORECASE,
    ),
    ("among the",),
)
"""What opens a sentence that tells of some of the whole: "Among those lost in the Selby fire was |a woman"."""

OF_A_WHOLE = re.compile(
    r"\s*(?:of (?:\d[\d,]*|them|those|these|whom|the (?:\w+ )?(?:dead|wounded|injured|missing|victims|killed|bodies|deaths|survivors|detainees|hostages|arrested|freed|passengers|crew|arrestees|deceased|slain|captives|abductees|prisoners|inmates|casualties|fatalities))\b"
    r"|(?:[\w-]+ ){1,5}(?:are|were|is|was) among (?:the|those|them)\b)",
    re.IGNORECASE,
)
ELSE = re.compile(r"\s*(?:(?:further|additional|other|others|else|more)\b)", re.IGNORECASE)
"""What says behind "no" or "no one" that there were some: "no one else was hurt", "no other injuries"."""

ADDING = re.compile(r"another|additional|further", re.IGNORECASE)
COUNTED_ON = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE
)
"""What says behind "a" that somebody is counted on from those told of before."""

LISTED = re.compile(
    r"(?:[^.;:()\d]|\d{1,3}(?=[- ](?:year|month|week|day)s?[- ]old)){1,45}?(?:,|\band\b|\bor\b|,\s*and)\s*(?:(?:his|her|their|the|its)\s*)?",
    re.IGNORECASE,
)
"""What stands between two items of a list; of numbers only ages."""

THE_WHOLE = Hinted(
    re.compile(r"(?<=\w) of (?:the|these|those|their|its|all)(?: other)? $", re.IGNORECASE),
    (" of the", " of those", " of its ", " of all "),
)
"""What stands before a number of whom another one is a part: "three of the five"."""
OPENS_WITH = re.compile(r"[\"“'\s•*-]*(?:of|among|out of) (?:the|these|those|its|their|all)(?: other)? ", re.IGNORECASE)
"""What opens a sentence before a number of whom others are a part: "Of the 80 people taken to hospital, two died"."""
SAVED = frozenset({"wounded", "rescued"})
"""Measures of people who were alive when they were counted; more may lie dead elsewhere."""
OF_SO_MANY = re.compile(r"\s+(?:\w+\s+)?of (?:the|these|those|its|their|his|her)(?: other)? ", re.IGNORECASE)
"""What stands between a part and the number that it is of: "two |of the |three"."""
MOST_OF_THEM = re.compile(
    r"\b(?:most|many|some|half|the majority|almost all|nearly all)(?: of (?:them|whom|those|the \w+))?,? (?:[\w-]+ ){1,4}and $",
    re.IGNORECASE,
)
"""What stands between a whole and a part of it: "90 hurt, most of them women and |several| critically"."""
BROKEN_DOWN = re.compile(r"[^.;:()]{0,60}(?:[:(]|\s[-–—]{1,2})\s*")
RULES = (
    *FIRM,
    around.by_stated_toll,
    own.by_label,
    own.by_bare_shot,
    own.by_adjacent,
    own.by_outcome,
    around.by_list_ahead,
    own.by_agent,
    by_claiming,
    own.by_noun_itself,
    own.by_governor,
    own.by_clause,
    own.by_amod,
    around.by_toll,
    around.by_whole,
    around.by_subset,
    around.by_order,
    around.by_list,
    around.by_places,
    by_reading_on,
    by_verb_ahead,
    own.by_weak_noun,
    around.by_bullet,
    by_told_again,
    by_those_left,
    by_correction,
    around.by_parts_of_last,
    around.by_looking_back,
    around.by_nearness,
)
"""The rules in the order in which they are asked; each may refuse."""


MOVED = frozenset({"displaced", "evacuated", "trapped", "rescued", "missing"})
"""Measures that are told in families."""

CROWDS = frozenset({"displaced", "participants"})
"""Measures that a single person is not counted by."""

DUTIES = frozenset({"rescuers", "firefighters", "volunteers", "health workers", "aid workers", "security forces", "police", "soldiers"})  # fmt: skip
"""Groups whose work it is to take part."""

__all__ = ["Counted", "Scene", "find_counts"]


ONE_OF_SEVERAL = Hinted(
    re.compile(
        r"\b(?:in|during|from) (?:just )?(?:one|a single|another) (?:of (?:its|the|their|these|several|many) )?(?:\w+ ){0,2}?"
        r"(?:raids?|strikes?|airstrikes?|ambush(?:es)?|attacks?|operations?|clash(?:es)?|incidents?|shellings?|bombings?|villages?|towns?|districts?|provinces?)\b",
        re.IGNORECASE,
    ),
    ("one ", "a single ", "another "),
)
"""What tells that a count is of one raid or place among several."""
ONE_PLACE_ALONE = Hinted(
    re.compile(
        r"\b(?:in|at|near|around|inside|from) (?:just )?(?:(?!\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|january\b|february\b|march\b|april\b|may\b|june\b|july\b|august\b|september\b|october\b|november\b|december\b"
        r"|today\b|last\b|recent\b)[\w’'-]+ ){1,6}?"
        r"(?<!day )(?<!days )(?<!week )(?<!weeks )(?<!month )(?<!months )(?<!year )(?<!years )(?<!quarter of )alone\b",
        re.IGNORECASE,
    ),
    ("alone",),
)
"""What tells that a count is of one place among several: "in the harbour district alone"; not of a time, "in a week alone"."""


def find_counts(scene: Scene) -> list[Counted]:
    """Return what the sentence's numbers count, in order; a number that counts no people is left out."""
    found: list[Counted] = []
    for amount in scene.amounts:
        counted = count_of(scene, amount, found)
        if counted is not None:
            found.append(scoped(scene, counted, found))
            found += also_told(scene, found[-1])
    return broken_down(scene, found)


def broken_down(scene: Scene, found: list[Counted]) -> list[Counted]:
    """Return the counts, with those that list a whole one by one as its parts: "two soldiers, a captain and a driver"."""
    for i, whole in enumerate(found):
        rest = found[i + 1 :]
        items = [c for c in rest if c.measure == whole.measure and c.scope is Scope.WHOLE][:6]
        total, parts = 0, 0
        for last, item in zip([whole, *items], items, strict=False):
            if not item.amount.article or not LISTED.fullmatch(
                scene.text[last.amount.span.end : item.amount.span.start]
            ):
                break
            total, parts = total + 1, parts + 1
        comma = parts > 1 and scene.text[whole.amount.span.end : items[0].amount.span.start].rstrip()[-1:] in (
            ",",
            "-",
            "–",
            "—",
        )
        if comma and total == whole.amount.quantity.low:
            inside = items[:parts]
            return [replace(c, scope=Scope.PART) if c in inside else c for c in found]
    return found


def count_of(scene: Scene, amount: Amount, before: Sequence[Counted]) -> Counted | None:
    """Return what one number counts by the first rule that accepts it."""
    placed = place(scene, amount)
    if placed is None:
        return None
    node, noun = placed
    if not may_be_people(scene, amount, node, noun) or counts_no_one(scene, amount, node, noun):
        return None
    amount = of_several(scene, amount, noun or node)
    case = Case(scene, amount, node, noun, before)
    for rule in RULES:
        decided = rule(case)
        if decided is None:
            continue
        sense, governor, confidence = decided
        if noun is not None and is_wrong_noun(scene, sense, noun):
            continue
        if is_meant_otherwise(scene, sense.measure, governor) or is_none_harmed(
            scene, sense.measure, governor, noun, node
        ):
            continue
        if rule is around.by_nearness and does_harm(scene, amount, sense.measure):
            continue
        if sense.measure in CROWDS and (amount.article or amount.quantity.words.lower() == "one"):
            continue
        if sense.measure == "participants" and noun is not None and is_on_duty(scene, noun):
            continue
        measure = outcome_of_shots(scene, amount, sense.measure, governor, noun or node)
        measure = by_whose_deed(scene, measure, governor, noun)
        return Counted(amount, measure, node, noun, governor, rule.__name__, confidence=confidence)
    return None


def is_wrong_noun(scene: Scene, sense: Sense, noun: Token) -> bool:
    """Say whether a noun is of nobody whom a measure counts: victims attack no one, things are not arrested."""
    if sense.measure == "attackers" and noun.lower in ("victim", "victims"):
        return True
    return sense.people and not may_be_held(scene, sense.measure, noun)


def is_none_harmed(scene: Scene, measure: str, verb: Token | None, noun: Token | None, node: Token) -> bool:
    """Say whether a number counts families, cases or what was shot out of the sky, and nobody that a measure could tell of."""
    return is_no_one_in(noun or node, measure) or (measure == "wounded" and is_brought_down(scene, verb, noun))


def is_no_one_in(noun: Token, measure: str) -> bool:
    """Say whether families or cases are counted, of how many people nobody says: "executed six families"."""
    if noun.lower in ("case", "cases"):
        return measure not in ("infected", "killed")
    return noun.lower in ("family", "families", "household", "households") and measure not in MOVED


def is_on_duty(scene: Scene, noun: Token) -> bool:
    """Say whether people take part in their work and in no crowd: "7,000 soldiers took part in the search"."""
    row = scene.book.by_noun.get(noun.lower)
    return row is not None and (row.armed or row.id in DUTIES)


def may_be_held(scene: Scene, measure: str, noun: Token) -> bool:
    """Say whether a noun names people; only people are arrested and surrender, whatever the tables know of them."""
    if names_people(scene.book, noun):
        return True
    return measure in ("detained", "surrendered") and noun.tag == "NNS" and not names_thing(scene.book, noun)


def of_several(scene: Scene, amount: Amount, noun: Token) -> Amount:
    """Return "a married couple" as two, and any other amount as it is."""
    row = scene.book.by_noun.get(noun.lower)
    if row is None or row.size == 1 or not (amount.article or amount.quantity.words.lower() in ("one", "1")):
        return amount
    return replace(amount, quantity=Quantity.exactly(row.size, words=amount.quantity.words))


def died_of_it(scene: Scene, noun: Token | None) -> bool:
    """Say whether a clause behind people says that they died: "the boy who died on Sunday was shot"."""
    clauses = scene.parse.kids(noun, "relcl") if noun is not None else ()
    told = [sense for kid in clauses if (sense := scene.sense(kid, Role.SUBJECT)) and not scene.parse.has(kid, "neg")]
    return any(sense.measure == "killed" for sense in told)


def outcome_of_shots(scene: Scene, amount: Amount, measure: str, verb: Token | None, noun: Token | None) -> str:
    """Return what became of people who were shot: killed if the same sentence says so, else wounded, several perhaps either."""
    if measure != "wounded" or verb is None or verb.lower not in SHOT:
        return measure
    if died_of_it(scene, noun) or is_deadly(scene, verb):
        return "killed"
    for kid in scene.parse.kids(verb, "conj", "advcl", "xcomp"):
        sense = scene.sense(kid, Role.SUBJECT, Role.OBJECT)
        if (
            sense is not None
            and sense.measure == "killed"
            and kid.dep == "conj"
            and not scene.parse.has(kid, "nsubj", "nsubjpass", "dobj")
        ):
            return "killed"
    if led_to(scene, verb, "with") & WOUNDS:
        return measure  # "five others were shot with slight injuries"
    several = amount.quantity.low is None or amount.quantity.low > 1
    return "casualties" if several and any(word in scene.text for word in DEADLY) else measure


def scoped(scene: Scene, counted: Counted, before: Sequence[Counted]) -> Counted:
    """Return a count with its scope."""
    scope = scope_of(scene, counted, before)
    return counted if counted.scope is scope else replace(counted, scope=scope)


def scope_of(scene: Scene, counted: Counted, before: Sequence[Counted]) -> Scope:
    """Say whether a count is of the whole, a part of the one before, or adds to it."""
    if counted.amount.quantity.high == 0 and ELSE.match(scene.text, counted.amount.number.end):
        return Scope.INCREMENT
    if is_part(scene, counted, before):
        return Scope.PART
    if ONE_OF_SEVERAL.search(scene.text, scene.parse.span.start, scene.parse.span.end):
        return Scope.PART
    amount = counted.amount
    if is_of_one_place(scene, amount):
        return Scope.PART
    if is_one_more(scene, counted, before):
        return Scope.INCREMENT
    if not amount.increment:
        return Scope.WHOLE
    start = max(scene.parse.span.start, amount.span.start - 60)
    same = any(c.measure == counted.measure for c in before)
    others = re.match(
        r"\W*(?:more\W+)?(?:\w+\W+)?others?\b", scene.text[amount.number.end : amount.number.end + 30], re.IGNORECASE
    )
    if not others and not (amount.article and not same):
        return Scope.INCREMENT if same or ADDING.search(scene.text, start, amount.span.end) else Scope.WHOLE
    return Scope.WHOLE


def is_one_more(scene: Scene, counted: Counted, before: Sequence[Counted]) -> bool:
    """Say whether one person is counted on from those before: "three were killed, amid reports of the death of a fourth person"."""
    if not counted.amount.article or COUNTED_ON.match(scene.text, counted.amount.number.end) is None:
        return False
    return counted.measure in {scene.carried.measure, *(count.measure for count in before)}


def is_of_one_place(scene: Scene, amount: Amount) -> bool:
    """Say whether "in the harbour district alone" is said of a number: of the last one before it, or the first one behind."""
    found = ONE_PLACE_ALONE.search(scene.text, scene.parse.span.start, scene.parse.span.end)
    if found is None:
        return False
    before = [other for other in scene.amounts if other.span.end <= found.start()]
    behind = [other for other in scene.amounts if other.span.start >= found.end()]
    return amount is (before[-1] if before else behind[0] if behind else None)


def is_part(scene: Scene, counted: Counted, before: Sequence[Counted]) -> bool:
    """Say whether a count is told as part of another: "including nine", "three of them", an item under a heading."""
    amount = counted.amount
    start = max(scene.parse.span.start, amount.span.start - 60)
    if THE_WHOLE.search(scene.text, start, amount.span.start):
        return False
    if is_of_so_many(scene, counted) or is_of_the_hurt(scene, counted, before):
        return True
    if counted.rule in (
        "by_subset",
        "by_breakdown",
        "by_named_dead",
        "by_parts_of_last",
        "by_looking_back",
        "by_bullet",
    ) or SUBSET.search(scene.text, start, amount.span.start):
        return True
    of_a_whole = OF_A_WHOLE.match(scene.text, amount.number.end) is not None
    if of_a_whole and before and all(c.measure != counted.measure for c in before):
        return False  # "arrested hundreds, while dozens of them are at large" counts all who are at large
    if AMONG_THE_HARMED.search(scene.text, scene.parse.span.start, amount.span.start) is not None:
        return True
    if of_a_whole or (
        not before
        and scene.carried.listed
        and is_item(scene.text, scene.parse.span)
        and scene.carried.measure == counted.measure
    ):
        return True
    last = before[-1] if before else None
    if last is None or last.measure != counted.measure:
        return False
    between = scene.text[last.amount.span.end : amount.span.start]
    if MOST_OF_THEM.search(between) and last.amount.quantity.least > amount.quantity.least:
        return True
    if last.scope is Scope.PART and LISTED.fullmatch(between):
        return True
    return (
        last.scope is Scope.WHOLE
        and BROKEN_DOWN.fullmatch(between) is not None
        and last.amount.quantity.least > amount.quantity.least
    )


def is_of_so_many(scene: Scene, counted: Counted) -> bool:
    """Say whether a number is told as some of another one of whom the same is told: "two of the three workers who were arrested"."""
    amount = counted.amount
    behind = next((other for other in scene.amounts if other.span.start > amount.span.start), None)
    if counted.rule != "by_clause" or behind is None or behind.quantity.least <= amount.quantity.least:
        return False
    return OF_SO_MANY.fullmatch(scene.text, amount.number.end, behind.span.start) is not None


def is_of_the_hurt(scene: Scene, counted: Counted, before: Sequence[Counted]) -> bool:
    """Say whether the dead are those of the hurt that a sentence opens with: "Of the 80 taken to hospital, two died"."""
    if counted.measure != "killed" or not before or before[0].measure not in SAVED:
        return False
    return OPENS_WITH.fullmatch(scene.text, scene.parse.span.start, before[0].amount.span.start) is not None
