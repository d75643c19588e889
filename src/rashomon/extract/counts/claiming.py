"""What happened claims people: "the blast claimed 12 people", not "the army claimed 12 people were spies"."""

from __future__ import annotations

from rashomon.extract.scene import Case, Decided, names_people
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.measures import Role, Sense

CLAIM = frozenset({"claim", "claims", "claimed", "claiming"})


def by_claiming(case: Case) -> Decided | None:
    """ "The landslide claimed 40 people", "a battle that claimed several men", "a fire claiming 12 tenants"."""
    verb = case.scene.parse.head(case.node)
    if verb is None or verb.lower not in CLAIM or case.node.dep != "dobj" or case.noun is None:
        return None
    if case.scene.sense(case.noun, Role.ITSELF) is not None or not names_people(case.scene.book, case.noun):
        return None
    doer = claimer(case.scene.parse, verb)
    deadly = doer is not None and doer.lower in case.scene.book.other.deadly
    return (Sense("killed", Role.OBJECT), verb, 0.9) if deadly else None


def claimer(parse: Parse, verb: Token) -> Token | None:
    """Return the noun that does the claiming: the subject, or what the clause hangs on."""
    subjects = parse.kids(verb, "nsubj")
    if not subjects and verb.dep == "conj":
        above = parse.head(verb)
        return claimer(parse, above) if above is not None else None
    if subjects and subjects[0].tag != "WDT":
        return subjects[0]
    above = parse.head(verb)
    if above is not None and above.is_verb and verb.tag == "VBG":
        return claimer(parse, above)
    return above if above is not None and above.is_noun else None
