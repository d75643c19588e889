"""What the learned judge looks at to say what a number counts: its words, its place in the tree, the lexicon, the rules' answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.extract.counts.refusals import counts_no_one
from rashomon.extract.counts.senses import senses_above
from rashomon.extract.judge.codes import Codes, both
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene, may_be_people, names_people, place
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Quantity

WINDOW = 4
"""Words on either side of a number that are looked at by their place."""

AROUND = 7
"""Words on either side of a number that are looked at in whatever order."""

EDGES = (2, 3, 10, 30, 100, 1000, 10_000)
ELSEWHERE = frozenset({"punct", "ccomp", "advcl", "parataxis", "conj"})
"""Relations of words beside a number that tell of something else."""


Beside = tuple[Counted | None, Counted | None]
"""The counts before and after a number in its sentence, by the rules."""


@dataclass(frozen=True)
class Around:
    """What is known of the report around a sentence: its number and zone, and the counts told before it."""

    sentence: Sentence
    earlier: Sequence[tuple[str, int]] = ()
    """Measure and low end of the counts of earlier sentences."""
    codes: Codes = field(default_factory=Codes)


def number_features(scene: Scene, amount: Amount, told: Counted | None, beside: Beside, around: Around) -> list[int]:
    """Return the features of one number; ``told`` is the rules' answer, ``beside`` those on its neighbours.

    Each is a number of ``codes``: shape (some 60,), the same for the same words, trees and tables.
    """
    tokens, codes = scene.parse.at(amount.number), around.codes
    if not tokens:
        return []
    first, last = tokens[0].i, tokens[-1].i
    tree = list(of_tree(scene, amount, codes))
    hits = list(of_measures(scene, first, last, codes))
    found = [*of_answer(told, codes), *of_amount(amount, scene, codes), *of_window(scene.parse, first, last, codes)]
    found += tree
    found += hits
    found += of_report(amount, around)
    if told is not None:
        answer = codes["told"][told.measure]
        found += [both(answer, feature) for feature in tree]
    else:
        found += [both(0, feature) for feature in (*tree, *hits)]
    for name, other in zip(("before", "after"), beside, strict=True):
        if other is not None:
            between = gap(scene, amount, other)
            slot = codes[name]
            found += [slot[other.measure], slot[other.measure, between], slot["", between]]
    return found


def of_report(amount: Amount, around: Around) -> Iterator[int]:
    """Yield where in the report the sentence stands, and what was counted before it."""
    codes, index = around.codes, around.sentence.index
    yield codes["zone"][around.sentence.zone]
    yield codes["sentence"][min(index, 6)]
    low = amount.quantity.low
    yield from (codes["earlier"][measure] for measure in {measure: None for measure, _ in around.earlier})
    again = {measure: None for measure, number in around.earlier if number == low}
    yield from (codes["again"][measure] for measure in again)
    yield codes["again"][bool(again), index < 2, low == 1]


def gap(scene: Scene, amount: Amount, other: Counted) -> str:
    """Return the words between two numbers where they are few, else how far apart they are."""
    left, right = sorted((amount.span, other.amount.span))
    words = scene.text[left.end : right.start].lower().split()
    return " ".join(words) if len(words) < 4 else "near" if len(words) < 9 else "far"


def of_answer(told: Counted | None, codes: Codes) -> Iterator[int]:
    """Yield the rules' answer."""
    slot = codes["rule"]
    yield slot["bias"]
    if told is None:
        yield slot["none"]
        return
    yield slot[told.measure]
    yield codes["by"][told.rule]
    yield slot[told.measure, told.rule]


def of_amount(amount: Amount, scene: Scene, codes: Codes) -> Iterator[int]:
    """Yield the form and the size of the number."""
    quantity, words = amount.quantity, amount.quantity.words.lower()
    form = "article" if amount.article else "vague" if quantity.vague else "digits" if words[-1:].isdigit() else "words"
    large = size(quantity)
    yield codes["form"][form]
    yield codes["hedge"][quantity.hedge]
    yield codes["size"][large]
    yield codes["form"][form, large]
    if amount.increment:
        yield codes["form"]["increment"]
    text, start, end = scene.text, amount.span.start, amount.span.end
    yield codes["mark"][text[max(0, start - 1) : start]]
    yield codes["next"][text[end : end + 1]]
    yield codes["first"][start - scene.parse.span.start < 3]


def size(quantity: Quantity) -> int:
    """Return how many of the edges a quantity reaches."""
    value = quantity.low if quantity.low is not None else quantity.high or 0
    if quantity.is_exact and 1900 <= value <= 2100:
        return -1
    return sum(value >= edge for edge in EDGES)


def of_window(parse: Parse, first: int, last: int, codes: Codes) -> list[int]:
    """Return the words and tags around the number."""
    tokens, shapes = parse.tokens, shapes_of(parse)
    left = [*reversed(shapes[max(0, first - AROUND) : first]), "#", "#", "#", "#"]
    right = [*shapes[last + 1 : last + 1 + AROUND], "#", "#", "#", "#"]
    found = []
    for side, words in (("l", left), ("r", right)):
        pairs, own = codes[side + "pair"], codes[side]
        found += [codes[place][word] for place, word in zip(PLACES[side], words, strict=False)]
        found += (pairs[words[0], words[1]], pairs["", words[1], words[2]])
        found += map(own.__getitem__, words)
    found.append(codes["lr"][left[0], right[0]])
    tags = tokens[first - 1].tag if first else "#", tokens[last + 1].tag if last + 1 < len(tokens) else "#"
    found += (codes["tags"][tags], codes["own"]["0" if tokens[last].lower[:1].isdigit() else tokens[last].lower])
    return found


PLACES = {side: tuple(f"{side}{place}" for place in range(WINDOW)) for side in ("l", "r")}
"""The slots of the words next to a number, on either side."""


def shapes_of(parse: Parse) -> list[str]:
    """Return a sentence's words as they are looked at, worked out once."""
    kept, key = parse.kept, ("shapes", 0)
    if key not in kept:
        kept[key] = [shape(token) for token in parse.tokens]
    found: list[str] = kept[key]
    return found


def shape(token: Token) -> str:
    """Return a word in lower case; digits only by how many they are."""
    return f"0{len(token.lower)}" if token.lower[:1].isdigit() else token.lower


def of_tree(scene: Scene, amount: Amount, codes: Codes) -> Iterator[int]:
    """Yield the noun that is counted, what the lexicon knows of it, and the words that govern it."""
    placed = place(scene, amount)
    if placed is None:
        yield codes["people"]["no place"]
        return
    node, noun = placed
    yield codes["people"][may_be_people(scene, amount, node, noun)]
    yield codes["noone"][counts_no_one(scene, amount, node, noun)]
    yield from of_noun(scene, noun, codes)
    yield codes["node"][shape(node)]
    yield codes["dep"][node.dep]
    senses = list(senses_above(scene, node))
    above = codes["above"]
    for sense, token in senses[:2]:
        yield above[sense.measure]
        yield above[sense.measure, sense.role, node.dep]
        yield above[sense.measure, token.lower]
    yield codes["senses"][len(senses)]
    if senses:
        yield from of_joined(scene, *senses[0], codes)
    yield from of_path(scene.parse, node, codes)


def of_joined(scene: Scene, sense: Sense, token: Token, codes: Codes) -> Iterator[int]:
    """Yield what the verbs say that are joined with the one above a number."""
    head = scene.parse.head(token) if token.dep == "conj" else None
    for joined in (*scene.parse.kids(token, "conj"), *([head] if head else [])):
        also = scene.sense(joined, *Role)
        if also is not None:
            own = scene.parse.has(joined, "dobj", "nsubjpass", "nsubj")
            yield codes["joined"][sense.measure, also.measure, own]


def of_noun(scene: Scene, noun: Token | None, codes: Codes) -> Iterator[int]:
    """Yield the counted noun with its class."""
    if noun is None:
        yield codes["noun"]["#"]
        return
    row = scene.book.by_noun.get(noun.lower)
    yield codes["noun"][shape(noun)]
    yield codes["nounkind"][kind_of(scene, noun)]
    yield codes["nountag"][noun.tag]
    yield codes["nounend"][noun.lower[-3:]]
    if row is not None:
        yield codes["noungroup"][row.id]


def kind_of(scene: Scene, noun: Token) -> str:
    """Return what sort of being or thing a noun names, as far as the tables know."""
    row = scene.book.by_noun.get(noun.lower)
    if row is not None:
        return "armed" if row.armed else "bearer" if row.bearer else "people"
    if noun.lower in scene.book.things:
        return "thing"
    return "named" if names_people(scene.book, noun) else "other"


def of_path(parse: Parse, node: Token, codes: Codes) -> Iterator[int]:
    """Yield the words above the phrase with the relations that lead to them, and what else hangs on the nearest verb."""
    path, token = node.dep, node
    for depth, head in enumerate(parse.up(node)):
        slot, word = codes[f"gov{depth}"], shape(head)
        yield slot[word]
        yield slot[word, path]
        path = f"{path}>{head.dep}"
        token = head
        if head.is_verb:
            beside = codes["govkid"]
            for kid in parse.kids(head):
                if kid.i != node.i and kid.dep not in ELSEWHERE:
                    yield beside[kid.dep, shape(kid)]
            break
        if depth == 3:
            break
    yield codes["path"][path]
    yield codes["govtag"][token.tag]


def of_measures(scene: Scene, first: int, last: int, codes: Codes) -> Iterator[int]:
    """Yield the measures whose words stand in the sentence, and the nearest on either side with its distance."""
    nearest: dict[str, tuple[int, str, str]] = {}
    tokens = scene.parse.tokens
    for index in sorted(scene.senses):
        side = "l" if index < first else "r" if index > last else "i"
        away = first - index if index < first else index - last
        for measure in {sense.measure: None for sense in scene.senses[index]}:
            yield codes["has"][measure]
            if side not in nearest or away < nearest[side][0]:
                nearest[side] = (away, measure, tokens[index].lower)
    for side, (away, measure, word) in nearest.items():
        far = away if away < 5 else 9 if away < 10 else 99
        crossed = any(t.tag == "CD" for t in tokens[min(first - away, last + 1) : max(first, last + away)])
        slot = codes["hit" + side]
        yield slot[measure]
        yield slot[measure, far]
        yield slot["", word, far]
        yield slot["crossed", measure, crossed]
    if not nearest:
        yield codes["has"]["none"]
    yield codes["carried"][scene.carried.measure]
    if scene.carried.listed:
        yield codes["carried"][scene.carried.measure, "listed"]
