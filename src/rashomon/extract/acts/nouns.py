"""Acts told by nouns: "an attack by X on Y", "clashes between X and Y", "X launched air strikes"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.acts.case import Case, Done, Sides
from rashomon.extract.acts.governors import doer_above, side_before, whole_of
from rashomon.extract.acts.parties import Stage
from rashomon.extract.clauses import by_agent, clause, is_calendar, is_passive, phrase, subject
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.acts import Trigger
from rashomon.model import Span

GENERAL = frozenset({"attack", "raid", "explosion", "shooting", "shelling"})
"""Acts that a word before the noun makes more exact: "grenade attack", "drone raid"."""

MEANS = frozenset({"by", "with", "from", "using", "via"})
"""Prepositions before what an attack was carried out with."""

SHY = frozenset({"release"})
"""Acts whose noun is mostly what somebody asks for, unless it leads its clause."""

NAMED = frozenset({"hurricane", "typhoon", "cyclone", "storm"})
"""Nouns that bear a name of their own behind them: "Hurricane Ada"."""

HOLDS = frozenset({"control", "rule", "command"})
"""Nouns of who stands behind which a place is held."""

BLAMED = {"blamed": "on", "attributed": "to", "pinned": "on"}
"""Participles behind an act's noun, each with what stands before its doer."""

LEADING = frozenset({"nsubj", "nsubjpass"})

FARTHEST = 60
"""Characters between a noun and the verb that carries it out, for both to be shown as its words."""


def by_noun(stage: Stage, trigger: Trigger, case: Case) -> Done | None:
    """ "an attack by X on Y", "clashes between X and Y", "X launched air strikes"."""
    parse, noun = stage.parse, case.tokens[-1]
    if not (noun.tag.startswith("NN") or noun.tag == "VBG") or is_modifier(parse, noun):
        return None
    verb = next((head for head in parse.up(noun) if head.is_verb), None)
    carried = verb is not None and carries_out(stage, whole_of(stage, noun), verb)
    shy = trigger.type in SHY or noun.lower in stage.nouns["arms"]
    if shy and not carried and noun.dep not in LEADING:
        return None
    agent, patient = of_holder(stage, noun) if trigger.type == "holds place" else (None, None)
    if agent is None:
        agent, patient = parties_beside(stage, noun, trigger.type)
    if agent is None:
        agent = doer_above(stage, noun, trigger.type)
    if agent is None and verb is not None:
        agent, other = parties_of_verb(stage, noun, verb, carried=carried)
        patient = patient or other
    kind = by_modifier(stage, trigger.type, noun)
    trigger = trigger if kind == trigger.type else replace(trigger, type=kind)
    words = case.words
    if carried and verb is not None and len(both := words.hull(Span(verb.start, verb.end))) < FARTHEST:
        words = both
    return Done(trigger, told_by(parse, noun, verb, carried=carried), words, verb, noun, agent, patient)


def told_by(parse: Parse, noun: Token, verb: Token | None, *, carried: bool) -> Span:
    """Return the words that tell a noun's act: its verb's clause where the noun leads it, else its own phrase."""
    if verb is not None and (carried or noun.dep in LEADING):
        span = clause(parse, verb)
        if span.covers(Span(noun.start, noun.end)):
            return span
    return phrase(parse, noun)


def by_modifier(stage: Stage, kind: str, noun: Token) -> str:
    """Return the type that a word before or behind the noun gives: "rocket attack", "suicide blast", "an attack with mortars"."""
    if kind not in GENERAL and kind != "air strike":
        return kind
    parse = stage.parse
    words = {kid.lower for kid in parse.kids(noun, "compound", "amod", "nmod")} if kind in GENERAL else set()
    words |= {
        word.lower for prep in parse.kids(noun, "prep") if prep.lower in MEANS for word in means_behind(stage, prep)
    }
    words |= {
        word.lower
        for kid in parse.kids(noun, "acl")
        for agent in parse.kids(kid, "agent")
        for word in means_behind(stage, agent)
    }
    finer = next((finer for finer, means in stage.means.items() if words & means), kind)
    return finer if kind in GENERAL or finer == "drone strike" else kind


def means_behind(stage: Stage, prep: Token) -> list[Token]:
    """Return what stands behind "by" or "with", and the nouns before it: "by a Turkish |drone|", "with |tank| |missiles|"."""
    inside = stage.parse.kids(prep, "pobj")
    return [word for kid in inside for word in (kid, *stage.parse.kids(kid, "compound"))]


def is_modifier(parse: Parse, noun: Token) -> bool:
    """Say whether a noun only describes the next one: "attack helicopter"."""
    following = parse.tokens[noun.i + 1] if noun.i + 1 < len(parse.tokens) else None
    if following is not None and following.tag == "NNP" and noun.tag == "NNP" and noun.lower in NAMED:
        return False
    return (
        noun.dep in ("compound", "nmod", "amod", "npadvmod", "appos")
        and following is not None
        and following.tag.startswith("NN")
    )


def carries_out(stage: Stage, noun: Token, verb: Token) -> bool:
    """Say whether a verb only says that what its noun names was done: "launched an attack", "raids were carried out"."""
    return noun.dep in ("dobj", "nsubjpass") and noun.head == verb.i and verb.lower in stage.nouns["openers"]


def parties_beside(stage: Stage, noun: Token, kind: str) -> Sides:
    """Return agent and patient that stand with a noun: "X's attack on Y", "the arrest of Y by X"."""
    parse = stage.parse
    owners = (word for word in before(stage, noun) if stage.may_act(word) or is_its(stage, word))
    agent = None if kind in stage.kinds.befalling else side_before(stage, noun) or next(owners, None)
    patient: Token | None = None
    if kind in stage.kinds.undergone and agent is not None:
        agent, patient = None, agent
    for prep in parse.kids(noun, "prep", "agent"):
        inside = parse.kid(prep, "pobj")
        if prep.lower == "by" and agent is None:
            agent = inside
        elif prep.lower in ("on", "against", "at", "upon"):
            patient = inside if inside is None or not is_calendar(inside) else patient
        elif prep.lower == "between" and inside is not None:
            agent, patient = inside, parse.kid(inside, "conj")
        elif prep.lower == "of" and agent is None and inside is not None and strikes_of(stage, noun, inside):
            agent = inside
        elif prep.lower in ("of", "with") and patient is None:
            patient = inside
    return agent or done_by(parse, noun) or blamed_on(parse, noun) or named_behind(parse, noun) or shared_doer(
        stage, noun
    ), patient


def is_its(stage: Stage, word: Token) -> bool:
    """Say whether "its" and "their" before a noun tell who did it: "their raid", and not "their rescue"."""
    noun = stage.parse.head(word)
    return word.lower in ("its", "their") and noun is not None and noun.lower in stage.nouns["strikes of"]


def before(stage: Stage, noun: Token) -> Iterator[Token]:
    """Yield the words before a noun that may say whose act it is, and those before its parts: "possible |Iranian| missile strikes"."""
    kids = stage.parse.kids(noun, "poss", "compound", "nmod", "amod")
    yield from kids
    for kid in kids:
        if kid.dep == "compound" and stage.actor_at(kid) is None:
            yield from stage.parse.kids(kid, "compound", "nmod", "amod")


def strikes_of(stage: Stage, noun: Token, inside: Token) -> bool:
    """Say whether who stands after "of" did it: "the raids of the militia", and not "the shelling of the town"."""
    return noun.lower in stage.nouns["strikes of"] and stage.is_armed(inside)


def of_holder(stage: Stage, noun: Token) -> Sides:
    """Return who holds what: "the town is under the control of X", "territory under its control"."""
    parse, above = stage.parse, stage.parse.head(noun)
    if above is None or above.lower not in ("under", "in") or noun.lower not in HOLDS:
        return None, None
    if above.lower == "in":
        return in_control(parse, noun, above)
    holder = parse.kid(noun, "poss") or next(iter(parse.of(noun)), None)
    held = parse.head(above)
    if held is not None and held.is_verb:
        held = parse.kid(held, "nsubj", "nsubjpass", "dobj")
    return holder, held


def in_control(parse: Parse, noun: Token, prep: Token) -> Sides:
    """Return who is in control of what: "the rebels are in |control| of the port"."""
    verb = parse.head(prep)
    behind = (inside for of in parse.kids(noun, "prep") for inside in parse.kids(of, "pobj") if of.lower == "of")
    return (subject(parse, verb) if verb is not None and verb.is_verb else None), next(behind, None)


def named_behind(parse: Parse, noun: Token) -> Token | None:
    """Return who stands behind a noun or its arms, wherever the tree has it: "raids by X", "an attack with rockets fired by X"."""
    after = parse.tokens[noun.i + 1] if noun.i + 1 < len(parse.tokens) else None
    if after is not None and after.lower == "by":
        return parse.kid(after, "pobj")
    arms = (
        kid
        for prep in parse.kids(noun, "prep")
        for kid in parse.kids(prep, "pobj")
        if prep.lower in ("of", "with", "from")
    )
    return next((found for kid in arms if (found := done_by(parse, kid)) is not None), None)


def shared_doer(stage: Stage, noun: Token) -> Token | None:
    """Return the doer that a noun shares with the one before or behind it: "rebel raids and shelling", "raids and shelling by X"."""
    parse, first = stage.parse, stage.parse.head(noun) if noun.dep == "conj" else None
    if first is not None and first.tag.startswith("NN"):
        return next((word for word in before(stage, first) if stage.may_act(word)), None)
    left = parse.tokens[noun.i - 1] if noun.i else None
    if left is not None and left.tag == "JJ" and stage.state(left) is not None:
        return left
    return next((found for kid in parse.kids(noun, "conj") if (found := by_agent(parse, kid)) is not None), None)


def done_by(parse: Parse, noun: Token) -> Token | None:
    """Return who a clause at the noun says did it: "an attack carried out by X", "fire from X"."""
    for kid in parse.kids(noun, "acl", "relcl"):
        found = by_agent(parse, kid)
        if found is not None:
            return found
    return None


def blamed_on(parse: Parse, noun: Token) -> Token | None:
    """Return on whom a clause at the noun puts the act: "an attack blamed on X", "attributed to X"."""
    for kid in parse.kids(noun, "acl"):
        if (joint := BLAMED.get(kid.lower)) is not None:
            behind = (k for prep in parse.kids(kid, "prep") if prep.lower == joint for k in parse.kids(prep, "pobj"))
            return next(behind, None)
    return None


def parties_of_verb(stage: Stage, noun: Token, verb: Token, *, carried: bool) -> Sides:
    """Return agent and patient that a noun's verb names: "clashes broke out between X and Y", "X launched an attack"."""
    parse = stage.parse
    if carried:
        return (by_agent(parse, verb) if is_passive(parse, verb) else subject(parse, verb)), None
    if noun.dep == "nsubj":
        between = (
            kid for prep in parse.kids(verb, "prep") if prep.lower == "between" for kid in parse.kids(prep, "pobj")
        )
        agent = next(between, None)
        return agent, parse.kid(agent, "conj") if agent is not None else None
    return None, None
