"""Whose act a noun tells, by the words above it: "X is accused of an |attack|", "X launched a wave of |attacks|"."""

from __future__ import annotations

from rashomon.extract.acts.parties import Stage
from rashomon.extract.clauses import by_agent, is_passive, subject, target_of
from rashomon.extract.syntax import Token

ACCUSING = frozenset({"for", "of", "in", "with", "over"})
"""Prepositions between who answers for an act and the act."""

AMID = frozenset({"in", "during", "with", "through"})
"""Prepositions before the act in which harm was done: "killed three men during a |raid|"."""


def whole_of(stage: Stage, noun: Token) -> Token:
    """Return the noun that counts an act and stands for it in its clause: "a |series| of raids", "|dozens| of strikes"."""
    prep = stage.parse.head(noun)
    if noun.dep != "pobj" or prep is None or prep.lower != "of":
        return noun
    above = stage.parse.head(prep)
    counts = above is not None and (above.tag == "CD" or above.lower in stage.nouns["series"])
    return above if counts and above is not None else noun


def doer_above(stage: Stage, noun: Token, kind: str) -> Token | None:
    """Return who did what a noun tells, where the words above it say so, or None."""
    if (planner := planning(stage, whole_of(stage, noun))) is not None:
        return planner
    if noun.tag == "VBG" and noun.dep in ("xcomp", "advcl"):
        return subject_of(stage, noun)
    if kind == "clash" and (side := fallen(stage, noun)) is not None:
        return side
    prep = stage.parse.head(noun)
    above = stage.parse.head(prep) if noun.dep == "pobj" and prep is not None and prep.dep in ("prep", "conj") else None
    if prep is None or above is None:
        return None
    if above.dep == "prep" and prep.dep == "conj":
        above = stage.parse.head(above) or above
    return answering(stage, prep, above) or harming(stage, noun, prep, above)


def planning(stage: Stage, noun: Token) -> Token | None:
    """Return who plans what a noun tells: "the opposition plans |protests|"."""
    verb = stage.parse.head(noun)
    if noun.dep != "dobj" or verb is None or verb.lower not in stage.nouns["planning"]:
        return None
    return subject_of(stage, verb)


def answering(stage: Stage, prep: Token, above: Token) -> Token | None:
    """Return who is said to have done it: "X was behind |attacks|", "blamed X for |attacks|", "X claimed responsibility for |attacks|"."""
    parse = stage.parse
    if prep.lower == "behind":
        return subject_of(stage, above) if above.is_verb else named(stage, above)
    if prep.lower not in ACCUSING or above.lower not in stage.nouns["answerable"]:
        return None
    if above.tag.startswith("NN"):
        verb = parse.head(above)
        return subject_of(stage, verb) if verb is not None and verb.is_verb and not is_passive(parse, verb) else None
    if above.tag == "JJ":
        verb = parse.head(above)
        if verb is not None and not verb.is_verb:
            return verb if above.dep == "amod" else None
        return subject_of(stage, verb) if verb is not None else None
    if is_passive(parse, above):
        return target_of(parse, above, above)
    blamed = parse.kid(above, "dobj")
    return blamed if blamed is not None and blamed.tag.startswith(("NN", "PRP")) else subject_of(stage, above)


def fallen(stage: Stage, noun: Token) -> Token | None:
    """Return the armed side that lost men in a fight: "ten |rebels| were killed in clashes with X"."""
    prep = stage.parse.head(noun)
    verb = stage.parse.head(prep) if prep is not None and prep.lower in ("in", "during") else None
    if verb is None or not verb.is_verb or not is_passive(stage.parse, verb):
        return None
    who = target_of(stage.parse, verb, verb)
    return who if who is not None and stage.is_party_of(who, "armed") else None


def named(stage: Stage, noun: Token) -> Token | None:
    """Return a noun that names an actor or a person: "|the group| behind the attack", and not "the reason behind it"."""
    known = stage.actor_at(noun) is not None or stage.person(noun) is not None
    return noun if known or noun.lower in stage.nouns["groups"] else None


def harming(stage: Stage, noun: Token, prep: Token, verb: Token) -> Token | None:
    """Return the force that did harm in an act: "troops killed three men in a |raid|"; not "in the |raid|", told before."""
    parse = stage.parse
    if prep.lower not in AMID or verb.lower not in stage.nouns["harming"] or is_passive(parse, verb):
        return None
    if not parse.has(verb, "dobj") or not brings_in(stage, noun):
        return None
    who = subject_of(stage, verb)
    return who if who is not None and (stage.is_party_of(who, "armed") or stage.actor_at(who) is not None) else None


def brings_in(stage: Stage, noun: Token) -> bool:
    """Say whether a noun tells of an act anew: "a raid", "night raids", and not "the raid"."""
    first = [kid.lower for kid in stage.parse.kids(noun, "det", "poss", "nummod", "amod")]
    return not any(word in ("the", "this", "that", "these", "those") for word in first)


def subject_of(stage: Stage, verb: Token) -> Token | None:
    """Return who does what a verb says; of a plan or campaign whose it is: "an |army| offensive to retake Y", "a campaign aimed at taking Y"."""
    found = past_place(stage, subject(stage.parse, verb, stage.nouns["movers"]))
    if found is None and verb.dep == "acl" and verb.tag == "VB":
        found = stage.parse.head(verb)
    return whose(stage, found) if found is not None and found.lower in stage.nouns["undertakings"] else found


def whose(stage: Stage, noun: Token) -> Token | None:
    """Return whose plan, attempt or campaign a noun is: by a word before it, "by X" behind it, or the subject of its verb."""
    parse = stage.parse
    kids = parse.kids(noun, "poss", "compound", "nmod", "amod")
    found = next((kid for kid in kids if stage.may_act(kid) or kid.dep == "poss"), None) or by_agent(parse, noun)
    verb = parse.head(noun)
    if (
        found is not None
        or verb is None
        or not verb.is_verb
        or noun.dep != "dobj"
        or verb.lower in stage.nouns["foiling"]
    ):
        return found
    return subject(parse, verb)


def past_place(stage: Stage, agent: Token | None) -> Token | None:
    """Return the force that the tree hangs on a place before it: "In Orle, Harrow province, |an army unit| captured ..."."""
    if agent is None or not stage.is_of_class(agent, "place"):
        return agent
    beside = (kid for kid in stage.parse.kids(agent, "appos") if stage.is_party_of(kid, "armed"))
    return next(beside, agent)


def side_before(stage: Stage, word: Token) -> Token | None:
    """Return whose act a word in -ing is that the tree may have for a verb: "|Turkish| shelling on the outskirts", "|rebel| shelling"."""
    left = stage.parse.tokens[word.i - 1] if word.i and word.tag == "VBG" else None
    if left is None or stage.parse.has(word, "dobj", "aux"):
        return None
    of_state = left.tag == "JJ" and stage.state(left) is not None
    return left if of_state or left.lower in stage.nouns["sides"] else None
