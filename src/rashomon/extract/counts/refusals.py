"""Numbers that count no people for certain, whatever verb stands near them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.counts.lookalikes import is_no_further_one
from rashomon.extract.counts.numbering import is_in_form
from rashomon.extract.counts.senses import senses_above
from rashomon.extract.counts.years import OLDEST
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Scene
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role

BEFORE_MANY = frozenset({"how", "so", "too", "as", "that", "not"})
BEFORE_ONE = frozenset(
    {"the", "first", "last", "latest", "previous", "loved", "no", "any", "this", "each", "another", "every"}
)
WITHIN = frozenset({"IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "PRP$", "RB"})
"""What may stand between a speaker and the verb of saying."""

AGE_ENDS = frozenset({",", ";", ".", "-", "--", "–", "—", ")", "and", "&"})
"""What may stand behind an age."""

AGE_GOES_ON = frozenset({"in", "was", "were", "is", "had", "has", "at", "from", "with", "of", "on", "for", "by", "after", "when", "who", "during", "to", "all"})  # fmt: skip
"""What may, where the second comma was lost: "Anna Lind, 44 in connection with"."""

SINGLE = frozenset({"one", "a", "an", "1"})
HARMED = frozenset({"killed", "wounded", "casualties"})
HARM = frozenset({"killed", "wounded"})
STAMPED = re.compile(r"\s?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|GMT\b|UTC\b)")
"""What stands behind the time of day in a page's stamp: "updated 1723 16.04.2031"."""
NONE_OF_SO_MANY = re.compile(
    r"\b(?:(?:none|neither|no one|nobody) (?:of|among)|nor) (?:the|these|those|its|their|his|her|any of the)(?: other)? $",
    re.IGNORECASE,
)
"""What stands before a number of people of whom nobody did or suffered anything."""
NONE_OF = re.compile(r"\s+of\b", re.IGNORECASE)
COUNTED_OF = frozenset({"CD", "NN", "NNS", "NNP", "NNPS"})
"""Tags of what a whole is not named ahead of: "one of the dead", "the widow of the dead"."""


def counts_no_one(scene: Scene, amount: Amount, node: Token, noun: Token | None) -> bool:
    """Say whether a number counts nobody, worked out once; ``node`` and ``noun`` are its phrase as ``place`` gives it."""
    kept, key = scene.parse.kept, ("no one", amount.number.start)
    found: bool | None = kept.get(key)
    if found is None:
        found = kept[key] = is_no_one(scene, amount, node, noun)
    return found


def is_no_one(scene: Scene, amount: Amount, node: Token, noun: Token | None) -> bool:
    """Say whether a number is "the one who", "how many", "a mother of two", "a total of", "the top five", "No. 7" and the like."""
    at = scene.parse.at(amount.number)
    before = scene.parse.tokens[at[0].i - 1] if at[0].i else None
    after = scene.parse.tokens[at[-1].i + 1] if at[-1].i + 1 < len(scene.parse.tokens) else None
    if (
        is_no_new_one(scene, at[0], node, noun or node)
        if amount.article
        else is_no_number(scene, amount, at[0], node, noun)
    ):
        return True
    if (before is not None and before.lower == "top") or STAMPED.match(scene.text, amount.span.end):
        return True
    if is_told_of_one(scene, at[0], node) or (
        amount.article and after is not None and after.lower in scene.book.other.ordinals
    ):
        return True
    if is_none_of_the_harmed(scene, amount, node, noun) or is_in_form(scene, amount, noun):
        return True
    if is_no_further_one(scene, amount, noun or node):
        return True
    if is_numbering(at[0], after) or is_pronoun(at[0], before, after):
        return True
    if is_open(at[0], before, after) or is_both_and(at[0], before, after):
        return True
    return is_neither_nor(scene, at[0], after) or is_none_of_so_many(scene, amount)


def is_no_new_one(scene: Scene, word: Token, node: Token, noun: Token) -> bool:
    """Say whether "a" stands before nobody, or before somebody told of already."""
    if (
        renames(scene, word, node)
        or noun.lower in scene.book.other.nobody_new
        or node.lower in scene.book.other.nobody_new
    ):
        return True
    if describes(scene, word) or is_whose(scene, node) or speaks(scene, word, noun):
        return True
    return is_counted_family(scene, node) or is_counted_again(scene, word, node) or is_what_one_is(scene, node)


def is_no_number(scene: Scene, amount: Amount, word: Token, node: Token, noun: Token | None) -> bool:
    """Say whether a number is of a house, a family, a life or a model."""
    return is_address(scene, word, node) or is_kin(scene, word) or is_age(scene, word, noun) or is_model(scene, amount)


def is_none_of_the_harmed(scene: Scene, amount: Amount, node: Token, noun: Token | None) -> bool:
    """Say whether "none" only tells more of the dead or the hurt: "none of their injuries is serious", "none of the dead had been named"."""
    if amount.quantity.high != 0 or NONE_OF.match(scene.text, amount.number.end) is None:
        return False
    harmed = scene.sense(noun or node, Role.ITSELF)
    if harmed is None or harmed.measure not in HARMED:
        return False
    return all(sense.measure == harmed.measure for sense, word in senses_above(scene, node) if word is not noun)


def is_what_one_is(scene: Scene, node: Token) -> bool:
    """Say whether "a" only tells what one is who is counted, or nobody: "one more of the injured is a man", "one in five was a child"."""
    verb = scene.parse.head(node) if node.dep == "attr" else None
    ones = [kid for kid in scene.parse.kids(verb, "nsubj") if kid.lower in ("one", "another")] if verb else []
    links = [link for one in ones for link in scene.parse.kids(one, "prep")]
    return any(
        scene.sense(goal, Role.ITSELF) is not None or (link.lower == "in" and goal.tag == "CD")
        for link in links
        for goal in scene.parse.kids(link, "pobj")
    )


def is_counted_family(scene: Scene, node: Token) -> bool:
    """Say whether "a" stands before a family whose people are numbered: "a family of six"."""
    behind = scene.parse.tokens[node.i + 1 : node.i + 3]
    return node.lower == "family" and len(behind) == 2 and behind[0].lower == "of" and behind[1].tag == "CD"


def is_told_of_one(scene: Scene, word: Token, node: Token) -> bool:
    """Say whether "one of" tells who somebody named is: "Voss was one of four people killed", "named as one of the dead"."""
    after = scene.parse.tokens[word.i + 1] if word.i + 1 < len(scene.parse.tokens) else None
    head = scene.parse.head(node)
    if word.lower != "one" or after is None or after.lower != "of" or head is None:
        return False
    if node.dep == "attr":
        return any(kid.tag in ("NNP", "PRP") for kid in scene.parse.kids(head, "nsubj"))
    return node.dep == "pobj" and head.lower == "as"


def is_counted_again(scene: Scene, word: Token, node: Token) -> bool:
    """Say whether a number follows that counts the same noun: "a record 39 deaths"."""
    between = scene.parse.tokens[word.i + 1 : node.i] if node.tag in ("NNS", "NNPS") else ()
    return any(token.tag == "CD" and token.dep == "nummod" and token.head == node.i for token in between)


def is_address(scene: Scene, word: Token, node: Token) -> bool:
    """Say whether a number is that of a house: "at 9552 Ash St."."""
    return (
        word.text.isdigit()
        and node.tag == "NNP"
        and node.lower.rstrip(".") in scene.book.other.streets
        and node.i - word.i < 6
    )


def describes(scene: Scene, word: Token) -> bool:
    """Say whether "a" stands in a description: "identified as a member", and not "as well as a", "such as a"."""
    before = [token.lower for token in scene.parse.tokens[max(0, word.i - 2) : word.i]]
    if len(before) == 2 and before[1] in ("be", "being", "become", "became", "becoming"):
        return before[0] != "there"
    return len(before) == 2 and before[1] == "as" and before[0] not in ("well", "such", "far", "soon", "long")


def is_whose(scene: Scene, node: Token) -> bool:
    """Say whether "a" only tells whose relative or helper is counted: "the son of a judge", "an aide of a minister"."""
    of = scene.parse.head(node)
    if node.dep != "pobj" or of is None or of.lower != "of":
        return False
    above = scene.parse.head(of)
    if above is None or above.tag != "NN" or scene.sense(above, Role.OF, Role.ITSELF) is not None:
        return False
    row = scene.book.by_noun.get(above.lower)
    return row is not None and row.id != "total" and not row.bearer and not came_to_harm(scene, node)


def came_to_harm(scene: Scene, node: Token) -> bool:
    """Say whether words right behind a person tell of harm: "the father of a girl shot and killed", "of a boy who was hurt"."""
    tokens = scene.parse.tokens
    for clause in scene.parse.kids(node, "relcl", "acl"):
        sense = scene.sense(clause, Role.OBJECT, Role.SUBJECT)
        if sense is not None and sense.measure in HARM and not scene.parse.has(clause, "dobj", "neg"):
            return True
    behind = tokens[node.i + 1] if node.i + 1 < len(tokens) else node
    sense = scene.sense(behind, Role.OBJECT) if behind.tag in ("VBN", "VBD") else None
    if sense is None or sense.measure not in HARM:
        return False
    after = tokens[behind.i + 1].lower if behind.i + 1 < len(tokens) else ""
    return after in ("and", "dead", "in", "by", "on", "at", "to", "during", "when", ",", ".", "")


def speaks(scene: Scene, word: Token, noun: Token) -> bool:
    """Say whether a person only tells what is told: "..., a mediator in the capital said"."""
    tokens = scene.parse.tokens
    if not word.i or tokens[word.i - 1].text.lower() not in (",", "and", "but", "–", "—", "-"):
        return False
    for token in tokens[noun.i + 1 : noun.i + 12]:
        if token.is_verb:
            return token.lower in scene.words.saying
        if token.tag not in WITHIN or (token.tag == "DT" and tokens[token.i - 1].tag != "IN"):
            return False
    return False


def is_told(scene: Scene, node: Token) -> bool:
    """Say whether somebody is only told what is told: "confirmed the toll to a radio correspondent"."""
    to = scene.parse.head(node) if node.dep == "pobj" else None
    above = scene.parse.head(to) if to is not None and to.lower == "to" else None
    while above is not None and above.is_noun:
        above = scene.parse.head(above) if above.head != above.i else None
    return above is not None and above.lower in scene.words.saying


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
        or after.lower in ("of", "more", "others")
        or not (after.is_noun or after.tag in ("JJ", "VBN"))
    )


def is_numbering(word: Token, after: Token | None) -> bool:
    """ "No. 7", "Lot 12", "007"."""
    if word.lower == "no":
        return after is not None and (after.text[:1] in ".°-–" or after.text[:1].isdigit())
    return word.text.isdigit() and len(word.text) > 1 and word.text[0] == "0" and len(word.text) > 2


def is_kin(scene: Scene, word: Token) -> bool:
    """ "a mother of two", "a town of 30,000": those are not told of."""
    tokens = scene.parse.tokens
    i = word.i - 1
    while i > 1 and tokens[i].lower in ("about", "some", "around", "nearly", "over", "more", "than", "almost"):
        i -= 1
    return i >= 1 and tokens[i].lower in ("of", "-") and tokens[i - 1].lower in scene.book.other.parents


def is_age(scene: Scene, word: Token, noun: Token | None) -> bool:
    """Say whether a number between marks tells how old the bearer of a name is: "Anna Lind, 44 -- and two others".

    Where the mark behind it was lost, no place may be meant by the name: not the 22 of "in Port Selby, 22 were hurt".
    """
    tokens = scene.parse.tokens
    if noun is not None and (noun.tag != "NNP" or noun.i < word.i + 2):
        return False
    if word.i < 3 or not (word.text.isdigit() and 0 < int(word.text) <= OLDEST):
        return False
    after = tokens[word.i + 1] if word.i + 1 < len(tokens) else None
    named = tokens[word.i - 1].text == "," and tokens[word.i - 2].tag == "NNP" and tokens[word.i - 3].tag == "NNP"
    if not named or after is None or after.text in AGE_ENDS:
        return named
    return after.lower in AGE_GOES_ON and not is_of_a_place(scene, tokens[word.i - 2])


def is_of_a_place(scene: Scene, last: Token) -> bool:
    """Say whether a name may be a place's: behind a preposition, at the opening of its sentence, or in capitals as in a dateline."""
    first = last.i
    while first and scene.parse.tokens[first - 1].tag == "NNP":
        first -= 1
    return not first or scene.parse.tokens[first - 1].tag == "IN" or last.text.isupper()


def is_model(scene: Scene, amount: Amount) -> bool:
    """Say whether a number belongs to a letter and a dash before it: "a police K-9"."""
    start = amount.number.start
    if start < 2 or scene.text[start - 1] != "-" or not scene.text[start - 2].isupper():
        return False
    return start < 3 or not scene.text[start - 3].isalnum()


def is_both_and(word: Token, before: Token | None, after: Token | None) -> bool:
    """ "both the army and the rebels"."""
    return word.lower == "both" and (
        word.dep in ("preconj", "advmod", "cc")
        or after is None
        or after.tag == "NNP"
        or (after.is_verb and before is not None)
    )


def is_neither_nor(scene: Scene, word: Token, after: Token | None) -> bool:
    """ "Neither the army nor the rebels", "neither side", "they neither fled nor hid"; not "neither of the boys", "neither boy"."""
    if word.lower != "neither" or after is None:
        return word.lower == "neither"
    return after.lower != "of" and after.lower not in scene.book.by_noun


def is_none_of_so_many(scene: Scene, amount: Amount) -> bool:
    """Say whether a number only tells of how many nobody came to anything: "none of the 12 aboard", "nor the three guards"."""
    start = amount.span.start
    return NONE_OF_SO_MANY.search(scene.text, max(scene.parse.span.start, start - 24), start) is not None


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
    if follows_name(scene, word):
        return True
    if node.dep != "appos" or word.i == 0 or tokens[word.i - 1].text not in (",", "(", "-", "–", "—", ":"):
        return False
    head = tokens[node.head]
    if is_home_of_another(scene, head):
        return False
    if head.lower == "one" and tokens[head.i + 1].lower == "of":
        return True  # "one of the victims, a man,"
    return head.tag in ("NNP", "NN") and head.lower not in scene.book.other.bodies and not is_list(scene, head)


def is_home_of_another(scene: Scene, head: Token) -> bool:
    """Say whether a name only tells where somebody counted before is from: "a man from Orsk, a woman from Tarsk"."""
    prep = scene.parse.head(head)
    person = (
        scene.parse.head(prep) if head.dep == "pobj" and prep is not None and prep.lower in ("from", "of") else None
    )
    return person is not None and any(kid.lower in ("a", "an") for kid in scene.parse.kids(person, "det"))


def follows_name(scene: Scene, word: Token) -> bool:
    """Say whether "a" stands behind a name and its comma, where only a person's own name can stand: "X (40), a key aide"."""
    tokens = scene.parse.tokens
    if word.i < 3 or tokens[word.i - 1].text != ",":
        return False
    last = tokens[word.i - 2]
    if last.text == ")" and word.i >= 5 and tokens[word.i - 3].text.isdigit():
        last = tokens[word.i - 5]
    return (
        last.tag == "NNP"
        and tokens[last.i - 1].tag == "NNP"
        and last.dep in ("nsubj", "nsubjpass", "dobj", "appos", "conj")
    )


def is_list(scene: Scene, head: Token) -> bool:
    """Say whether a noun begins a list: "a man, a woman and two boys"."""
    return any(kid.dep == "conj" for kid in scene.parse.kids(head))


def is_ahead(tokens: Sequence[Token], word: Token) -> bool:
    """Say whether an "of" or "among" names a whole, and not whose something is: not "one of the dead", "the widow of the dead"."""
    before = tokens[word.i - 1].tag if word.i else ""
    return word.lower in ("of", "among") and not (word.lower == "of" and before in COUNTED_OF)
