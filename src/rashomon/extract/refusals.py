"""Numbers that count no people for certain, whatever verb stands near them."""

from __future__ import annotations

from rashomon.extract.quantities import Amount
from rashomon.extract.scene import Scene
from rashomon.extract.syntax import Token

PARENTS = frozenset(
    [
        "girl",
        "boy",
        "man",
        "woman",
        "child",
        "infant",
        "mother",
        "father",
        "mom",
        "mum",
        "dad",
        "parent",
        "parents",
        "grandmother",
        "grandfather",
        "husband",
        "widow",
        "population",
        "aged",
        "capacity",
        "age",
        "town",
        "city",
        "village",
    ]
)
BEFORE_MANY = frozenset({"how", "so", "too", "as", "that", "not"})
BEFORE_ONE = frozenset({"the", "loved", "no", "any", "this", "each", "another", "every"})
NO_ONE_NEW = frozenset(
    [
        "total",
        "number",
        "case",
        "series",
        "result",
        "report",
        "attack",
        "raid",
        "shooting",
        "fire",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "lot",
        "mass",
        "variety",
        "majority",
        "part",
        "member-state",
        "triple",
        "double",
        "death",
        "murder",
        "homicide",
        "killing",
        "execution",
        "beheading",
        "injury",
        "loss",
        "body",
        "corpse",
        "arrest",
        "rescue",
        "life",
        "spate",
        "string",
        "wave",
        "handful",
        "force",
        "forces",
        "team",
        "unit",
        "patrol",
        "army",
    ]
)
SINGLE = frozenset({"one", "a", "an", "1"})


def counts_no_one(scene: Scene, amount: Amount, node: Token, noun: Token | None) -> bool:
    """Say whether a number is "the one who", "how many", "a mother of two", "a total of", "No. 7" and the like."""
    at = scene.parse.at(amount.number)
    before = scene.parse.tokens[at[0].i - 1] if at[0].i else None
    after = scene.parse.tokens[at[-1].i + 1] if at[-1].i + 1 < len(scene.parse.tokens) else None
    if amount.article and (
        renames(scene, at[0], node) or (noun or node).lower in NO_ONE_NEW or node.lower in NO_ONE_NEW
    ):
        return True
    if not amount.article and is_kin(scene, at[0]):
        return True
    return is_numbering(at[0], after) or any(test(at[0], before, after) for test in (is_pronoun, is_open, is_both_and))


def is_pronoun(word: Token, before: Token | None, after: Token | None) -> bool:
    """ "the one who", "one another"."""
    return word.lower == "one" and (
        (
            before is not None
            and before.lower in BEFORE_ONE
            and not (after is not None and after.tag.startswith("NN") and before.lower != "no")
        )
        or (after is not None and after.lower in ("another", "'s"))
    )


def is_open(word: Token, before: Token | None, after: Token | None) -> bool:
    """ "How many", "so many"."""
    if word.lower not in ("many", "numerous", "multiple", "countless"):
        return False
    return (
        (before is not None and before.lower in BEFORE_MANY)
        or after is None
        or after.lower in ("of", "more", "others", "other")
        or not (after.is_noun or after.tag in ("JJ", "VBN"))
    )


def is_numbering(word: Token, after: Token | None) -> bool:
    """ "No. 7", "Lot 12", "007"."""
    if word.lower == "no":
        return after is not None and (after.text[:1] in ".°" or after.text[:1].isdigit())
    return word.text.isdigit() and len(word.text) > 1 and word.text[0] == "0" and len(word.text) > 2


def is_kin(scene: Scene, word: Token) -> bool:
    """ "a mother of two", "a town of 30,000": those are not told of."""
    tokens = scene.parse.tokens
    i = word.i - 1
    while i > 1 and tokens[i].lower in ("about", "some", "around", "nearly", "over", "more", "than", "almost"):
        i -= 1
    return i >= 1 and tokens[i].lower in ("of", "-") and tokens[i - 1].lower in PARENTS


def is_both_and(word: Token, before: Token | None, after: Token | None) -> bool:
    """ "both the army and the rebels"."""
    return word.lower == "both" and (
        word.dep in ("preconj", "advmod", "cc")
        or after is None
        or after.tag == "NNP"
        or (after.is_verb and before is not None)
    )


def renames(scene: Scene, word: Token, node: Token) -> bool:
    """Say whether "a girl of six" only tells more of someone just counted: "one patient, a girl of six"."""
    tokens = scene.parse.tokens
    if word.i >= 2 and tokens[word.i - 1].lower == "them" and tokens[word.i - 2].lower == "of":
        return True
    if (
        word.i
        and word.text in ("a", "an")
        and tokens[word.i - 1].tag == "NNP"
        and tokens[word.i - 1].dep in ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "attr", "compound")
    ):
        return True
    if node.dep != "appos" or word.i == 0 or tokens[word.i - 1].text not in (",", "(", "-", "–", "—", ":"):
        return False
    head = tokens[node.head]
    return head.tag in ("NNP", "NN") and not is_list(scene, head)


def is_list(scene: Scene, head: Token) -> bool:
    """Say whether a noun begins a list: "a man, a woman and two boys"."""
    return any(kid.dep == "conj" for kid in scene.parse.kids(head))
