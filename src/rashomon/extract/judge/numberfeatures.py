"""What the learned judge looks at to say what a number counts: its words, its place in the tree, the lexicon, the rules' answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.counts.refusals import counts_no_one
from rashomon.extract.counts.senses import senses_above
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene, may_be_people, names_people, place
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.measures import Role
from rashomon.model import Quantity

WINDOW = 4
"""Words on either side of a number that are looked at by their place."""

AROUND = 12
"""Words on either side of a number that are looked at in whatever order."""

EDGES = (2, 3, 10, 30, 100, 1000, 10_000)


Beside = tuple[Counted | None, Counted | None]
"""The counts before and after a number in its sentence, by the rules."""


@dataclass(frozen=True)
class Around:
    """What is known of the report around a sentence: its number and zone, and the counts told before it."""

    sentence: Sentence
    earlier: Sequence[tuple[str, int]] = ()
    """Measure and low end of the counts of earlier sentences."""


def number_features(scene: Scene, amount: Amount, told: Counted | None, beside: Beside, around: Around) -> list[str]:
    """Return the features of one number; ``told`` is the rules' answer, ``beside`` those on its neighbours."""
    tokens = scene.parse.at(amount.number)
    if not tokens:
        return []
    found = [*of_answer(told), *of_amount(amount, scene), *of_window(scene.parse.tokens, tokens[0].i, tokens[-1].i)]
    found += of_tree(scene, amount)
    found += of_measures(scene, tokens[0].i, tokens[-1].i)
    found += of_report(amount, around)
    if told is not None:
        found += [f"told={told.measure}+{feature}" for feature in found if feature[:3] in ("nou", "gov", "dep")]
    else:
        found += [f"none+{feature}" for feature in found if feature[:3] in ("nou", "gov", "hit")]
    for name, other in zip(("before", "after"), beside, strict=True):
        if other is not None:
            between = gap(scene, amount, other)
            found += [f"{name}={other.measure}", f"{name}={other.measure}+{between}", f"{name}+{between}"]
    return found


def of_report(amount: Amount, around: Around) -> Iterator[str]:
    """Yield where in the report the sentence stands, and what was counted before it."""
    yield f"zone={around.sentence.zone}"
    yield f"sentence={min(around.sentence.index, 6)}"
    low = amount.quantity.low
    for measure in {measure: None for measure, _ in around.earlier}:
        yield f"earlier={measure}"
    again = {measure: None for measure, number in around.earlier if number == low}
    for measure in again:
        yield f"again={measure}"
    yield f"again={bool(again)}+{around.sentence.index < 2}+{low == 1}"


def gap(scene: Scene, amount: Amount, other: Counted) -> str:
    """Return the words between two numbers where they are few, else how far apart they are."""
    left, right = sorted((amount.span, other.amount.span))
    words = scene.text[left.end : right.start].lower().split()
    return " ".join(words) if len(words) < 4 else "near" if len(words) < 9 else "far"


def of_answer(told: Counted | None) -> Iterator[str]:
    """Yield the rules' answer."""
    yield "bias"
    if told is None:
        yield "rule=none"
        return
    yield f"rule={told.measure}"
    yield f"by={told.rule}"
    yield f"rule={told.measure}+{told.rule}"


def of_amount(amount: Amount, scene: Scene) -> Iterator[str]:
    """Yield the form and the size of the number."""
    quantity, words = amount.quantity, amount.quantity.words.lower()
    form = "article" if amount.article else "vague" if quantity.vague else "digits" if words[-1:].isdigit() else "words"
    yield f"form={form}"
    yield f"hedge={quantity.hedge}"
    yield f"size={size(quantity)}"
    yield f"form={form}+size={size(quantity)}"
    if amount.increment:
        yield "increment"
    text, start, end = scene.text, amount.span.start, amount.span.end
    yield f"mark={text[max(0, start - 1) : start]}"
    yield f"next={text[end : end + 1]}"
    yield f"zone+first={start - scene.parse.span.start < 3}"


def size(quantity: Quantity) -> int:
    """Return how many of the edges a quantity reaches."""
    value = quantity.low if quantity.low is not None else quantity.high or 0
    if quantity.is_exact and 1900 <= value <= 2100:
        return -1
    return sum(value >= edge for edge in EDGES)


def of_window(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """Yield the words and tags around the number."""
    left = [shape(t) for t in reversed(tokens[max(0, first - AROUND) : first])]
    right = [shape(t) for t in tokens[last + 1 : last + 1 + AROUND]]
    for side, words in (("l", left), ("r", right)):
        near = (*words[:WINDOW], *("#",) * (WINDOW - len(words)))
        for place_, word in enumerate(near):
            yield f"{side}{place_}={word}"
        yield f"{side}01={near[0]} {near[1]}"
        yield f"{side}12={near[1]} {near[2]}"
        for word in words:
            yield f"{side}={word}"
    yield f"lr={left[0] if left else '#'} {right[0] if right else '#'}"
    yield f"tags={tokens[first - 1].tag if first else '#'} {tokens[last + 1].tag if last + 1 < len(tokens) else '#'}"
    yield f"own={tokens[last].lower if not tokens[last].lower[:1].isdigit() else '0'}"


def shape(token: Token) -> str:
    """Return a word in lower case; digits only by how many they are."""
    return f"0{len(token.lower)}" if token.lower[:1].isdigit() else token.lower


def of_tree(scene: Scene, amount: Amount) -> Iterator[str]:
    """Yield the noun that is counted, what the lexicon knows of it, and the words that govern it."""
    placed = place(scene, amount)
    if placed is None:
        yield "no place"
        return
    node, noun = placed
    yield f"people={may_be_people(scene, amount, node, noun)}"
    yield f"noone={counts_no_one(scene, amount, node, noun)}"
    yield from of_noun(scene, noun)
    yield f"node={shape(node)}"
    yield f"dep={node.dep}"
    senses = [(sense, token) for sense, token in senses_above(scene, node)]
    for sense, token in senses[:2]:
        yield f"above={sense.measure}"
        yield f"above={sense.measure}+{sense.role}+{node.dep}"
        yield f"above={sense.measure}+{token.lower}"
    yield f"senses={len(senses)}"
    for sense, token in senses[:1]:
        for joined in (
            *scene.parse.kids(token, "conj"),
            *([head] if token.dep == "conj" and (head := scene.parse.head(token)) else []),
        ):
            also = scene.sense(joined, *Role)
            if also is not None:
                own = bool(scene.parse.kids(joined, "dobj", "nsubjpass", "nsubj"))
                yield f"joined={sense.measure}+{also.measure}+{own}"
    yield from of_path(scene.parse, node)


def of_noun(scene: Scene, noun: Token | None) -> Iterator[str]:
    """Yield the counted noun with its class."""
    if noun is None:
        yield "noun=#"
        return
    row = scene.book.by_noun.get(noun.lower)
    kind = (
        "armed"
        if row is not None and row.armed
        else "bearer"
        if row is not None and row.bearer
        else "people"
        if row is not None
        else "thing"
        if noun.lower in scene.book.things
        else "named"
        if names_people(scene.book, noun)
        else "other"
    )
    yield f"noun={shape(noun)}"
    yield f"nounkind={kind}"
    yield f"nountag={noun.tag}"
    yield f"nounend={noun.lower[-3:]}"
    if row is not None:
        yield f"noungroup={row.id}"


def of_path(parse: Parse, node: Token) -> Iterator[str]:
    """Yield the words above the phrase with the relations that lead to them, and what else hangs on the nearest verb."""
    path, token = node.dep, node
    for depth, head in enumerate(parse.up(node)):
        yield f"gov{depth}={shape(head)}"
        yield f"gov{depth}={shape(head)}+{path}"
        path = f"{path}>{head.dep}"
        token = head
        if head.is_verb:
            for kid in parse.kids(head):
                if kid.i != node.i and kid.dep not in ("punct", "ccomp", "advcl", "parataxis", "conj"):
                    yield f"govkid={kid.dep}={shape(kid)}"
            break
        if depth == 3:
            break
    yield f"path={path}"
    yield f"govtag={token.tag}"


def of_measures(scene: Scene, first: int, last: int) -> Iterator[str]:
    """Yield the measures whose words stand in the sentence, and the nearest on either side with its distance."""
    nearest: dict[str, tuple[int, str, str]] = {}
    tokens = scene.parse.tokens
    for index in sorted(scene.senses):
        side = "l" if index < first else "r" if index > last else "i"
        away = first - index if index < first else index - last
        for measure in {sense.measure: None for sense in scene.senses[index]}:
            yield f"has={measure}"
            if side not in nearest or away < nearest[side][0]:
                nearest[side] = (away, measure, tokens[index].lower)
    if not nearest:
        yield "hits=none"
    for side, (away, measure, word) in nearest.items():
        far = away if away < 5 else "9" if away < 10 else "99"
        crossed = any(t.tag == "CD" for t in tokens[min(first - away, last + 1) : max(first, last + away)])
        yield f"hit{side}={measure}"
        yield f"hit{side}={measure}+{far}"
        yield f"hit{side}={word}+{far}"
        yield f"hit{side}={measure}+{crossed}"
    yield f"carried={scene.carried.measure}"
    if scene.carried.listed:
        yield f"carried={scene.carried.measure}+listed"
