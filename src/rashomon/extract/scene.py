"""One parsed sentence with its amounts and the words of measures, and the phrase that each number stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.extract.counts.carried import NOTHING, Carried
from rashomon.extract.quantities.find import Amount
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.countwords import CountWords
from rashomon.lexicon.groups import GroupBook
from rashomon.lexicon.match import Hit
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Scope, Span
from rashomon.model.quick import quick

OVER = frozenset({"nummod", "quantmod", "compound", "nmod"})
MODIFIERS = frozenset({"nummod", "det", "amod", "quantmod", "nmod", "compound", "predet", "poss", "advmod", "npadvmod"})
DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight"}
)
"""Words behind a number that say when: "wounded 40 Friday" counts no Fridays."""

MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"})  # fmt: skip
"""Months, in full and in short."""

LABEL_OPENS, LABEL_CLOSES = frozenset("(,;"), frozenset("),;.")
"""What stands around an item of a list that names its people before their number."""

DYING = frozenset({"die", "perish", "drown", "suffocate"})
"""Verbs of headlines that a tree takes for nouns: "12 perish in blaze"."""


def family(measure: str | None) -> str:
    """Return a measure, with captures read as detentions: reports tell the one as the other."""
    return "detained" if measure == "captured" else measure or ""


@quick
@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts people: the measure, the noun, the word that says it, and the rule that found it."""

    amount: Amount
    measure: str
    node: Token
    noun: Token | None
    governor: Token | None
    rule: str
    scope: Scope = Scope.WHOLE
    confidence: float = 1.0

    def with_confidence(self, confidence: float) -> Counted:
        """Return the count with another confidence."""
        return Counted(
            self.amount, self.measure, self.node, self.noun, self.governor, self.rule, self.scope, confidence
        )


@quick
@dataclass(frozen=True)
class Scene:
    """One parsed sentence with its amounts and its measures' words."""

    text: str
    parse: Parse
    amounts: Sequence[Amount]
    hits: Sequence[Hit]
    book: GroupBook
    carried: Carried = NOTHING

    @property
    def words(self) -> CountWords:
        """The words around numbers that the tables have."""
        return self.book.words

    @cached_property
    def senses(self) -> dict[int, tuple[Sense, ...]]:
        """The senses of the measures' words by token, worked out once for a sentence."""
        kept, key = self.parse.kept, ("senses", 0)
        if key not in kept:
            kept[key] = senses_of(self.parse, self.hits)
        found: dict[int, tuple[Sense, ...]] = kept[key]
        return found

    def sense(self, token: Token | None, *roles: Role) -> Sense | None:
        """Return the word's first meaning in one of the roles."""
        if token is None:
            return None
        for sense in self.senses.get(token.i, ()):
            if sense.role in roles:
                return sense
        return None


def senses_of(parse: Parse, hits: Sequence[Hit]) -> dict[int, tuple[Sense, ...]]:
    """Return what the words of measures mean, by token."""
    senses: dict[int, tuple[Sense, ...]] = {}
    for hit in hits:
        tokens = parse.at(Span(hit.start, hit.end))
        if not tokens:
            continue
        for sense in hit.value:
            anchor = tokens[-1] if sense.role is Role.ITSELF else helped(tokens)
            if not sense.undone or is_undone(parse, anchor, sense.role):
                known = senses.get(anchor.i, ())
                senses[anchor.i] = (sense, *known) if sense.undone else (*known, sense)
    return senses


def is_undone(parse: Parse, verb: Token, role: Role) -> bool:
    """Say whether a verb is negated, and passive where its people are those it is not done to: "have not been found"."""
    return parse.has(verb, "neg") and (role is Role.SUBJECT or parse.has(verb, "auxpass"))


def helped(phrase: Sequence[Token]) -> Token:
    """Return a phrase's first word, or the one that it helps: "stuck" of "are stuck"."""
    first = phrase[0]
    helps = first.dep in ("aux", "auxpass")
    return next((token for token in phrase if helps and token.i == first.head), first)


@quick
@dataclass(frozen=True, slots=True)
class Case:
    """One number before the rules: its sentence, its phrase's top word, the noun that is counted, and the counts before it."""

    scene: Scene
    amount: Amount
    node: Token
    noun: Token | None
    before: Sequence[Counted]

    @property
    def words(self) -> CountWords:
        """The words around numbers that the tables have."""
        return self.scene.book.words


Decided = tuple[Sense, Token | None, float]
"""What a rule answers: the measure's sense, the word that says it, and how sure that is."""


Placed = tuple[Token, Token | None]
"""A number's phrase in the tree: its top word, and the noun that is counted (None for a bare number)."""


def place(scene: Scene, amount: Amount) -> Placed | None:
    """Return the phrase's top word and the noun that is counted, worked out once; None outside the tree."""
    kept, key = scene.parse.kept, ("place", amount.number.start)
    if key not in kept:
        kept[key] = placed(scene, amount)
    found: Placed | None = kept[key]
    return found


def placed(scene: Scene, amount: Amount) -> Placed | None:
    """Work out a number's phrase."""
    tokens = scene.parse.at(amount.number)
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head not in inside or token.head == token.i), tokens[-1])
    if top.dep == "neg" and amount.quantity.high == 0:
        top = next((token for token in tokens if token.dep in MODIFIERS and token.head not in inside), top)
    labelled = label_noun(scene, tokens)
    if labelled is not None:
        return labelled, labelled
    if top.dep in MODIFIERS and top.head != top.i:
        node = hyphenated(scene.parse, climb(scene.parse, top))
        node = held_as(scene, quoted_head(scene, node))
        if node.lower in DAYS or is_month(scene, node):
            return node, None
        node = of_a_country(scene, amount, node)
        if node.i > top.i and not starts_anew(scene.parse, tokens[-1], node) and node.tag not in ("RB", "JJR", "RBR"):
            return node, of_noun(scene, node, amount) or titled(scene, amount, node) or joined_noun(scene, node)
    of = next((kid for kid in scene.parse.kids(top, "prep") if kid.lower == "of"), None)
    if of is not None:
        objects = scene.parse.kids(of, "pobj")
        whence = top.lower == "both" and bool(objects) and objects[0].tag == "NNP"  # "both of Selby"
        return (top, objects[0]) if objects and not whence else (top, None)
    follower = scene.parse.tokens[top.i + 1] if top.i + 1 < len(scene.parse.tokens) else None
    if top.tag == "CD" and follower is not None and follower.tag in ("NNS", "NNPS") and follower.dep != "appos":
        return follower, follower
    return top, None


def is_month(scene: Scene, node: Token) -> bool:
    """Say whether a word is a month before its day, which says when: "injures another Dec. 29"."""
    behind = scene.parse.tokens[node.i + 1] if node.i + 1 < len(scene.parse.tokens) else None
    return node.lower.rstrip(".") in MONTHS and node.tag == "NNP" and behind is not None and behind.text.isdigit()


def label_noun(scene: Scene, number: Sequence[Token]) -> Token | None:
    """Return the noun for people that stands before a number in a list: "dead 7 (divers 5, cook 2)"."""
    around = scene.parse.tokens[max(0, number[0].i - 2) : number[-1].i + 2]
    if len(around) < len(number) + 3 or around[0].text not in LABEL_OPENS or around[-1].text not in LABEL_CLOSES:
        return None
    noun = around[1]
    return noun if noun.tag in ("NN", "NNS", "JJ") and noun.lower in scene.book.by_noun else None


def of_a_country(scene: Scene, amount: Amount, node: Token) -> Token:
    """Return whom "a" counts where a body's name ends in its country's: "an Islamic Front of Selbia |commander"."""
    if not amount.article or node.tag not in ("NNP", "NNPS") or node.lower in scene.book.by_noun:
        return node
    for of in scene.parse.kids(node, "prep"):
        for kid in scene.parse.kids(of, "pobj") if of.lower in ("of", "in", "for") else ():
            named = any(part.tag == "NNP" for part in scene.parse.kids(kid, "compound"))
            if kid.tag == "NN" and named and kid.lower in scene.book.by_noun:
                return kid
    return node


def starts_anew(parse: Parse, number: Token, node: Token) -> bool:
    """Say whether another phrase begins between a number and the noun that the tree gives it: "hurt 50 a monitor said"."""
    if number.lower == "both":
        return False
    if node.lower in DYING:
        return True
    between = [token.text for token in parse.tokens[number.i + 1 : node.i]]
    if between[:1] in (["/"], ["|"]) or ("(" in between and ")" not in between):
        return True
    opening = ("a", "an", "the") if node.dep == "nsubj" else ("a", "an")
    return any(token.dep == "det" and token.lower in opening for token in parse.tokens[number.i + 1 : node.i])


def climb(parse: Parse, token: Token) -> Token:
    """Return the noun a number modifies, over compounds and other numbers, and over a word that tells how they are: "two dozen |suspected| rebels"."""
    node = parse.tokens[token.head]
    while node.dep in OVER and node.head > node.i:
        node = parse.tokens[node.head]
    if (
        node.dep == "amod"
        and node.tag == "VBN"
        and node.head > node.i
        and parse.tokens[node.head].tag in ("NNS", "NNPS")
    ):
        return parse.tokens[node.head]
    return node


def hyphenated(parse: Parse, node: Token) -> Token:
    """Return the last part of a word with hyphens whose parts the tree sets side by side: "two ex-soldiers" is soldiers."""
    parts = parse.tokens[node.i : node.i + 3]
    if len(parts) < 3 or parts[1].text != "-" or not (node.end == parts[1].start and parts[1].end == parts[2].start):
        return node
    last = parts[2]
    return last if last.is_noun and (last.dep, last.head) == (node.dep, node.head) else node


def quoted_head(scene: Scene, node: Token) -> Token:
    """Return the noun in quotation marks that a mark read as a genitive has cut off: "a rebel 'area commander'"."""
    if node.dep != "poss" or not any(kid.text in ("'", "‘") for kid in scene.parse.kids(node, "case", "punct")):
        return node
    head = scene.parse.tokens[node.head]
    return head if node.tag in ("NN", "NNP") and 0 < head.i - node.i <= 5 and head.is_noun else node


def held_as(scene: Scene, node: Token) -> Token:
    """Return the people before a word for what they are held as, which a tree takes for their noun: "30 |people| hostage"."""
    before = scene.parse.tokens[node.i - 1] if node.lower in ("hostage", "captive", "prisoner") and node.i else None
    return before if before is not None and before.tag == "NNS" and names_people(scene.book, before) else node


def titled(scene: Scene, amount: Amount, node: Token) -> Token | None:
    """Return what the bearer of a name is: "a district leader Anna Example" is a leader."""
    if not amount.article or node.tag != "NNP" or node.lower in scene.book.by_noun:
        return None
    parts = [kid for kid in scene.parse.kids(node, "compound", "nmod", "poss") if kid.start > amount.number.start]
    return next((kid for kid in reversed(parts) if kid.tag in ("NN", "NNP") and kid.lower in scene.book.by_noun), None)


def joined_noun(scene: Scene, node: Token) -> Token:
    """Return the noun that a phrase with a joined modifier ends in: "government and allied forces" is forces."""
    thing = node.tag in ("NNS", "NNPS") and names_thing(scene.book, node)
    if node.lower in scene.book.by_noun or thing:
        return node
    for kid in scene.parse.kids(node, "conj"):
        if kid.lower in scene.book.by_noun and kid.i - node.i <= 4 and not scene.parse.has(kid, "nummod"):
            return kid
    return node


def of_noun(scene: Scene, node: Token, amount: Amount) -> Token | None:
    """Return the noun that a measuring noun counts: "three groups of farmers" stays groups, "a total of 12 men" is men.

    Of "no reports of injuries" it is injuries.
    """
    if node.lower not in scene.words.measuring and not (
        amount.quantity.high == 0 and node.lower in scene.words.told_of
    ):
        return None
    for of in scene.parse.kids(node, "prep"):
        if of.lower == "of":
            return scene.parse.kid(of, "pobj")
    return None


def may_be_people(scene: Scene, amount: Amount, node: Token, noun: Token | None) -> bool:
    """Refuse things, years, clock times; a bare "a" needs a noun for one person."""
    counted = noun or node
    if amount.article or amount.quantity.hedge == "none":
        named = counted is not node or node.i > scene.parse.at(amount.number)[-1].i
        if amount.article:
            if amount.quantity.words.lower().endswith("another") and noun is None:
                return True
            return noun is not None and named and names_person(scene, counted)
        return noun is None or names_people(scene.book, counted) or scene.sense(counted, Role.ITSELF) is not None
    if noun is None:
        value = amount.quantity.low
        return not (
            amount.quantity.is_exact and value is not None and 1900 <= value <= 2100 and len(amount.quantity.words) == 4
        )
    return not names_thing(scene.book, counted) or scene.sense(counted, Role.ITSELF) is not None


def names_thing(book: GroupBook, noun: Token) -> bool:
    """Say whether a noun is no one: by the table, or a model's name with digits in it ("AK-47s")."""
    return noun.lower in book.things or (
        noun.text[:1].isalpha() and not noun.text.isalpha() and any(char.isdigit() for char in noun.text)
    )


def names_person(scene: Scene, noun: Token) -> bool:
    """Say whether a noun behind "a" names a person: by the table, or "a 16-year-old"."""
    if noun.lower in scene.book.by_noun or noun.lower.endswith("-old"):
        return True
    if "-" in noun.lower and noun.lower.rpartition("-")[2] in scene.book.by_noun:
        return True
    before = scene.parse.tokens[max(0, noun.i - 3) : noun.i]
    return noun.lower in ("old", "olds") and any(t.lower in ("year", "month", "years", "months") for t in before)


def names_people(book: GroupBook, noun: Token) -> bool:
    """Say whether a noun names people: by the table, or a name's or demonym's plural."""
    if noun.lower in book.by_noun or noun.lower in ("them", "us", "whom", "those", "which", "who", "these"):
        return True
    if noun.lower.endswith("-old") or noun.lower in ("old", "olds"):
        return True
    return noun.tag in ("NNPS", "NNP", "CD") or (noun.tag == "NNS" and noun.text[:1].isupper())
