"""Numbers that count no one by the form they stand in: "levels 1, 2 and 3", "6 (six)", "children under 15", "barns burned 18"."""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.extract.counts.years import INTERJECTION, is_age_class, is_of_years
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Scene, names_people, names_thing, place
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role

NUMBERED = re.compile(
    r"\b(?:levels?|phases?|units?|blocks?|sectors?|zones?|wards?|gates?|sections?|floors?|rooms?|pages?|grades?|modules?|barracks?|lanes?|platforms?|pits?|shafts?"
    r"|chapters?|articles?|annex(?:es)?|tables?|figures?|maps?|items?|points?|paragraphs?|bulletins?|reports?|notes?|updates?|nos?\.|numbers)"
    r"(?:\s\d{1,3},)*\s(?:\d{1,3},?\s(?:and|to|or|&)\s)?$",
    re.IGNORECASE,
)
"""A noun whose things are numbered, right before a number or before several: "levels 1, 2 and "."""

ROADS = re.compile(
    r"\b(?:Highway|Hwy\.?|Route|Loop|Interstate|Farm to Market|Mile(?: Marker)?|Exit|Apt\.?|Apartment|Suite|Precinct"
    r"|(?:State|County|Ranch|Forest|Township|Rural|Farm|Farm to Market) Road)\s$"
)
"""A name with a capital letter whose roads, rooms or places are numbered: "on Loop 410"."""

HOUSES = re.compile(r"\b(?:School|Kindergarten|Colony|Building|Terminal|Pier|Checkpoint|Reactor|Ward|Barrack)\s$")
"""A name with a capital letter whose houses are numbered, where no people stand behind: "a pupil of School 41"."""
PLURAL = re.compile(r"\s+(?:were|are|have|others?|more|people)\b", re.IGNORECASE)
"""What stands behind a number of people: "at Harrow School 41 were hurt"."""

FLIGHT = re.compile(r"\b(?:flight|train|bus|hull|registration|line)\s[A-Z0-9]{1,4}\s$", re.IGNORECASE)
PHONE = re.compile(
    r"\b(?:call(?:ing)?|dial(?:l?ing)?|ring(?:ing)?|(?:tele)?phone|text|line|hotline|at|on)(?: on)? (?:the |this |our )?(?:toll-free |free )?number $",
    re.IGNORECASE,
)
"""What stands before the number of a telephone: "report him by calling the number 1799"."""

OF_THE_CLOCK = re.compile(
    r"\b(?:morning|noon|afternoon|evening|night|midnight|today|yesterday|tomorrow)(?:, | )at (?:about |around )?$",
    re.IGNORECASE,
)
"""A part of the day before an hour: "last evening at nine"."""

OF_THE_DAY = re.compile(
    r"\s+(?:in the (?:early |late )?(?:morning|afternoon|evening|small hours)|at night)\b", re.IGNORECASE
)
AT_AN_HOUR = re.compile(r"\b(?:at|around|about|by|until|since|towards?) $", re.IGNORECASE)
"""What stands behind an hour told in words, and before it: "at four in the morning"."""

ALL_BUT = re.compile(r"\b(?:all|everyone|everybody|every one of them) (?:but|except) (?:for )?$", re.IGNORECASE)
PARTED = re.compile(
    r"\s+(?:out )?of (?:the |these |those |its |their |his |her |our |all )?(?:\w+ )?|\s+out of ", re.IGNORECASE
)
"""What stands between some and the number that they are some of: "seven of the nine climbers"."""

TELLING = frozenset({"survivor", "survivors", "witness", "witnesses", "eyewitnesses"})
TELL = re.compile(
    r"\s+(?:(?:who|that|whom)\s)?(?:(?:we|they|he|she|I|reporters|investigators)\s(?:\w+\s)?)?(?:all |both |also |later |have |had )?"
    r"(?:interview(?:ed)?|spoke|spoken|met|said|says?|told|tells?|describe[sd]?|recall(?:s|ed)?|recount(?:s|ed)?|reported|testif(?:y|ied)|confirm(?:s|ed)?)\b"
    r"|\s+of (?:\w+ ){0,2}(?:violence|abuse|rape|torture|trafficking|war|massacres?|genocide)\b",
    re.IGNORECASE,
)
"""What stands behind survivors who only tell, or who survived no happening: "nine survivors we interviewed", "31 survivors of abuse"."""

ONE_OF_WHICH = re.compile(r"\s+of which\b", re.IGNORECASE)

PAGED_AHEAD = re.compile(r"\b\d{1,3} ?/ ?$")
PAGED = re.compile(r" ?/ ?\d{1,3}\b")
"""What stands beside the number of a page or picture: "Photo |3| / 12"."""

PER = re.compile(r"\s+(?:in|out of)(?: every)?\s+$", re.IGNORECASE)
"""What stands between the two numbers of a share: "nine in ten", "four out of every five"."""

OF_SHARES = frozenset({3, 4, 5, 10, 20, 100, 1000})
SHARED = re.compile(r"\s+(?:of\b|(?:are|were|is|was|have|had)\b)", re.IGNORECASE)
"""What stands behind a share: "nine in ten |are children", "four in five |of them"."""

OF_PEOPLE = re.compile(
    r"\s+(?:people|persons|adults|children|women|men|girls|boys|residents|citizens|patients|voters|workers|students|pupils|babies|inhabitants|of (?:them|those))\b",
    re.IGNORECASE,
)
"""Whom a share is of, behind it: "one in nine |people"."""

A_TOTAL = re.compile(r"\b(?:total|overall number|tally) (?:so far )?(?:to|at) $", re.IGNORECASE)
"""What stands before a total: "bringing the total to |310"."""

ITEM = re.compile(r"\(?\d{1,2}[.)][ \t]+(?=\S)")
"""The number of a list's item: "3. Two were freed"."""

COMPOUND = re.compile(
    r"-(?:doors?|stor(?:y|ey|ies|eys)|alarm|bedroom|lane|wheel(?:er|ed)?|seat(?:er)?|vehicle|car|block|mile|foot|inch|star|page|count|term|round|cylinder|ton|acre)\b",
    re.IGNORECASE,
)
"""What a number makes a thing with behind a hyphen: "a four-door sedan"."""

BEING = frozenset({"is", "are", "was", "were", "has", "have", "had"})
TOLD = frozenset({"VBN", "JJ", "WP", "WDT", "VBG"})
LABEL_ENDS = re.compile(r"\s*(?:[;,.)]|\n|$)")
ITEM_ENDS = frozenset(",;:.()•")
DONE = frozenset({"VBN", "VBD"})
CLAUSAL = frozenset({"PRP", "DT", "MD", "VBZ", "VBP", "VB", "TO", "WDT", "WP"})
"""What stands in a sentence, and not in a label."""

HERDS = frozenset({"cattle", "livestock", "poultry"})
"""Things of which there are several without an "s"."""

LABEL = 6
"""Words that the label of a list's item is looked for in."""


def is_in_form(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether the form of the text alone tells that a number counts no one."""
    if amount.article:
        return False
    for test in TESTS:  # noqa: SIM110 - asked of every number; a generator costs as much again as most tests
        if test(scene, amount, noun):
            return True
    return False


def is_of_numbered(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number is one of numbered things: "60 clerks of floors 4, 5 and 6", "flight NS 417", "a pupil of School 41"."""
    if not amount.quantity.words.isdigit():
        return False
    start = amount.span.start
    before = scene.text[max(scene.parse.span.start, start - 40) : start]
    if not before[-1:].isspace():
        return False
    if before.endswith("number ") and PHONE.search(before) is not None:
        return True
    if noun is None and HOUSES.search(before) is not None and is_called_so(scene, amount):
        return True
    return NUMBERED.search(before) is not None or ROADS.search(before) is not None or FLIGHT.search(before) is not None


def is_called_so(scene: Scene, amount: Amount) -> bool:
    """Say whether a number is the house's before it, and not that of people in it: not "at Harrow School 41 were hurt"."""
    return last_before(scene, amount) is not None or PLURAL.match(scene.text, amount.span.end) is None


def is_of_item(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number only numbers the item of a list that begins with it."""
    del noun
    start = amount.span.start - 1 if scene.text[amount.span.start - 1 : amount.span.start] == "(" else amount.span.start
    if ITEM.match(scene.text, start) is None:
        return False
    return not scene.text[scene.text.rfind("\n", 0, start) + 1 : start].strip()


def is_left_out(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number is of those of whom something is not told: "all but two died"."""
    del noun
    start = amount.span.start
    before = scene.text[max(scene.parse.span.start, start - 40) : start]
    return ("but" in before or "except" in before) and ALL_BUT.search(before) is not None


def is_whole(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether of a number only some are told of: "seven of the nine climbers died"; not of "seven of the nine dead"."""
    last = last_before(scene, amount)
    if last is None or PARTED.fullmatch(scene.text, last.number.end, amount.span.start) is None:
        return False
    at = noun.i if noun is not None else scene.parse.at(amount.span)[-1].i + 1
    if any(scene.sense(token, Role.ITSELF) for token in scene.parse.tokens[at : at + 1]):
        return False
    behind = scene.parse.tokens[at + 1 : at + 4] if noun is not None else ()
    if behind and behind[0].lower in BEING:
        return True
    return not any(scene.sense(token, Role.IS, Role.OBJECT, Role.SUBJECT) for token in behind if token.tag in TOLD)


def last_before(scene: Scene, amount: Amount) -> Amount | None:
    """Return the number before another one in its sentence."""
    last = None
    for other in scene.amounts:
        if other.span.end > amount.span.start:
            break
        last = other
    return last


def is_in_share(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number is one of the two that make a share: "nine in ten are children"; not "nine in ten villages"."""
    del noun
    if len(scene.amounts) < 2:
        return False
    i = next((i for i, each in enumerate(scene.amounts) if each is amount), -1)
    pairs = (scene.amounts[max(0, i - 1) : i + 1], scene.amounts[i : i + 2])
    return any(len(pair) == 2 and is_share(scene.text, *pair) for pair in pairs)


def is_share(text: str, some: Amount, whole: Amount) -> bool:
    """Say whether two numbers make a share."""
    between = PER.fullmatch(text, some.span.end, whole.span.start)
    if between is None:
        return False
    if "every" in between.group().lower() or (some.quantity.low == 1 and OF_PEOPLE.match(text, whole.span.end)):
        return True
    return whole.quantity.low in OF_SHARES and SHARED.match(text, whole.span.end) is not None


def is_one_by_one(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number only tells how people come: "walked out one by one", "in twos, two by two"."""
    del noun
    word = amount.quantity.words.lower()
    after = scene.text[amount.number.end : amount.number.end + len(word) + 4].lower()
    before = scene.text[max(0, amount.number.start - len(word) - 4) : amount.number.start].lower()
    return after == f" by {word}" or before == f"{word} by "


def is_total_of_things(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a total is of the things counted before it: "found 40 more letters, which brings the total to 900"."""
    start = amount.span.start
    if noun is not None or A_TOTAL.search(scene.text, max(scene.parse.span.start, start - 40), start) is None:
        return False
    last = last_before(scene, amount)
    placed = place(scene, last) if last is not None and not last.article else None
    things = (placed[1] or placed[0]) if placed is not None else None
    return things is not None and things.tag == "NNS" and not names_people(scene.book, things)


def is_hour(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number is an hour, by the part of the day before or behind it."""
    if noun is not None:
        return False
    start = amount.number.start
    before = scene.text[max(scene.parse.span.start, start - 30) : start]
    if OF_THE_DAY.match(scene.text, amount.number.end) is not None and AT_AN_HOUR.search(before) is not None:
        return True
    return OF_THE_CLOCK.search(before) is not None


def is_told_twice(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number only says again in brackets what stands before them: "6 (six)"."""
    del noun
    if scene.text[amount.span.end : amount.span.end + 1] != ")":
        return False
    last = last_before(scene, amount)
    if last is None or last.quantity.low != amount.quantity.low or last.quantity.high != amount.quantity.high:
        return False
    return scene.text[last.span.end : amount.span.start].strip() == "("


def is_of_page(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number only tells which of several pages or pictures it is: "1 / 3"."""
    del noun
    if not amount.quantity.words.isdigit():
        return False
    start, end = amount.span.start, amount.span.end
    return (
        PAGED.match(scene.text, end) is not None
        or PAGED_AHEAD.search(scene.text[max(0, start - 7) : start]) is not None
    )


def is_teller(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether survivors or witnesses are only told of as those who tell."""
    del amount
    return noun is not None and noun.lower in TELLING and TELL.match(scene.text, noun.end) is not None


def is_of_things(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether "of which" goes back to things: "three tractors, one of which overturned"."""
    del noun
    if ONE_OF_WHICH.match(scene.text, amount.span.end) is None:
        return False
    first = next(iter(scene.parse.at(amount.span)), None)
    if first is None:
        return False
    ahead = [token for token in scene.parse.tokens[max(0, first.i - 4) : first.i] if token.is_noun]
    return bool(ahead) and names_thing(scene.book, ahead[-1])


def is_answer(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether "no" only denies what was asked: "The mayor says no: nobody fled"."""
    del noun
    return amount.quantity.words.lower() == "no" and INTERJECTION.match(scene.text, amount.span.end) is not None


def is_of_listed_things(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether the label before a number is of things: "barns burned 18", "goats lost: 40"."""
    if LABEL_ENDS.match(scene.text, amount.span.end) is None:
        return False
    first = next(iter(scene.parse.at(amount.span)), None)
    if first is None or (noun is not None and noun.i > first.i):
        return False
    label = label_before(scene, first)
    if len(label) < 2 or label[-1].tag not in DONE or any(word.tag in CLAUSAL for word in label):
        return False
    things = [word for word in label if names_thing(scene.book, word)]
    return any(thing.tag != "NN" or thing.lower in HERDS for thing in things)  # not of "air strike killed 40"


def label_before(scene: Scene, first: Token) -> list[Token]:
    """Return the words between a number and the mark that ends the item before it."""
    label: list[Token] = []
    for token in reversed(scene.parse.tokens[max(0, first.i - LABEL) : first.i]):
        if token.text in ":-–=" and not label:
            continue
        if token.text in ITEM_ENDS or token.tag == "_SP":
            break
        label.insert(0, token)
    return label


def is_of_compound(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number only tells of what kind a thing is: "a two-storey house"."""
    del noun
    return COMPOUND.match(scene.text, amount.number.end) is not None


TESTS: tuple[Callable[[Scene, Amount, Token | None], bool], ...] = (
    is_of_numbered,
    is_of_compound,
    is_of_item,
    is_left_out,
    is_whole,
    is_hour,
    is_one_by_one,
    is_in_share,
    is_total_of_things,
    is_told_twice,
    is_age_class,
    is_of_years,
    is_of_page,
    is_teller,
    is_of_things,
    is_answer,
    is_of_listed_things,
)
