"""Find acts, control and statements: who did what to whom, where the words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.extract.acts.case import MONTHS, Case, Done, Sides
from rashomon.extract.acts.governors import past_place, side_before, subject_of
from rashomon.extract.acts.nouns import by_modifier, by_noun, parties_beside
from rashomon.extract.acts.parties import Stage
from rashomon.extract.acts.sharpen import sharpened
from rashomon.extract.clauses import (
    RELATIVES,
    by_agent,
    clause,
    inner,
    is_passive,
    phrase,
    subject_before,
    target_of,
    told,
)
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.acts import Trigger
from rashomon.lexicon.match import Hit
from rashomon.model import ClaimKind, Span

STANDING = frozenset({"occupied"})
"""Participles that only say how a place has long been called: "the occupied hills"."""

MEANT = frozenset({"attack", "destruction", "bombing", "shelling", "explosion"})
"""Acts that the means make more exact."""

AIMING = frozenset({"attack", "assault"})
"""Acts that a participle may only add to another act."""

AIMS = frozenset({"targeting", "hitting", "striking"})
"""Participles that add whom another act aimed at, whatever act their means make of them."""

NEAR = 60
"""Characters between a noun and its verb for both to be shown as the act's words."""

NO_PREDICATE = frozenset({"aux", "auxpass", "compound", "amod"})

Rule = Callable[[Stage, Trigger, Case], Done | None]
"""What one meaning of a word tells where it stands, or None."""


def find_acts(stage: Stage, hits: Sequence[Hit]) -> list[Done]:
    """Return the acts of a sentence in order, one for each type and clause."""
    found: dict[tuple[str, int], Done] = {}
    for done in joined(stage, [done for hit in hits for done in acts_of(stage, hit)]):
        key = (done.trigger.type, done.verb.i if done.verb is not None else -1)
        found[key] = told_twice(found[key], done) if key in found else done
    return list(found.values())


def told_twice(one: Done, other: Done) -> Done:
    """Return the one act that a verb and a noun below it tell: "the depot was hit in an air strike"."""
    if one.trigger.verb == other.trigger.verb:
        return one
    verb, noun = (one, other) if one.trigger.verb else (other, one)
    both = verb.words.hull(noun.words)
    words = both if len(both) < NEAR else verb.words
    itself = verb.doer is not None and verb.doer.i == noun.anchor.i
    doer = noun.doer or verb.doer if itself else verb.doer or noun.doer
    return replace(verb, words=words, span=verb.span.hull(noun.span), doer=doer)


def joined(stage: Stage, acts: list[Done]) -> list[Done]:
    """Make one act of a noun and the verb it is the doer of: "the shelling hit a market" tells one shelling."""
    nouns = {done.anchor.i: done for done in acts if not done.trigger.verb}
    kept = {id(done): done for done in acts}
    for done in acts:
        if done.trigger.type not in MEANT or not done.trigger.verb:
            continue
        noun = nouns.get(leader(done))
        if noun is not None and id(noun) in kept:
            del kept[id(noun)]
            kept[id(done)] = of_both(stage, noun, done)
    return list(absorbed(kept.values()))


def leader(done: Done) -> int:
    """Return the place of the noun that does what a verb says: its subject, or what a relative clause is about; -1 for none."""
    doer = done.doer
    if doer is None:
        return -1
    if doer.lower in RELATIVES and done.verb is not None and done.verb.dep == "relcl":
        return done.verb.head
    return doer.i


def of_both(stage: Stage, noun: Done, done: Done) -> Done:
    """Return the act that a noun and its verb tell: the noun's kind and doer, the verb's target."""
    finer = noun.trigger.type if noun.trigger.type != "attack" else done.trigger.type
    kind = sharpened(stage, finer, noun.doer, done.target, stage.frames)
    both = done.words.hull(noun.words)
    return replace(
        done,
        trigger=replace(done.trigger, type=kind),
        span=done.span.hull(noun.words),
        words=both if len(both) < NEAR else noun.words,
        doer=noun.doer,
        target=done.target or noun.target,
    )


def absorbed(acts: Iterable[Done]) -> Iterator[Done]:
    """Yield the acts without those that only add whom another aimed at: "carried out a raid, targeting a depot"."""
    found = list(acts)
    heads = {token.i: done for done in found for token in (done.anchor, done.verb) if token is not None}
    aims = {}
    for done in found:
        verb = done.verb
        if verb is None or verb.tag != "VBG" or not done.trigger.verb:
            continue
        if done.trigger.type not in AIMING and verb.lower not in AIMS:
            continue
        above = heads.get(verb.head) or next((d for d in reversed(found) if d.words.end <= done.words.start), None)
        if above is not None and above is not done and above.trigger.kind is ClaimKind.ACT:
            aims[id(done)] = above
    for done in found:
        if id(done) not in aims:
            aim = next((d.target for d in found if aims.get(id(d)) is done and d.target is not None), None)
            yield replace(done, target=aim) if done.target is None and aim is not None else done


def acts_of(stage: Stage, hit: Hit) -> Iterator[Done]:
    """Yield the act that one word tells, if the sentence uses it so."""
    words = Span(hit.start, hit.end)
    tokens = stage.parse.at(words)
    if not tokens or (tokens[0].text in MONTHS and tokens[0].i > 0):
        return
    case, by_verbs = Case(words, tokens), verb_rules(tokens)
    for trigger in hit.value:
        for rule in by_verbs if trigger.verb else NOUN_RULES:
            done = rule(stage, trigger, case)
            if done is not None:
                kind = sharpened(stage, done.trigger.type, done.doer, done.target, stage.frames)
                yield done if kind == done.trigger.type else replace(done, trigger=replace(done.trigger, type=kind))
                return


def verb_rules(tokens: Sequence[Token]) -> list[Rule]:
    """Return what a verb's word may tell where it stands, in the order in which it is asked; each may refuse."""
    first, verb = tokens[0], verb_of(tokens)
    found: list[Rule] = []
    if first.dep == "attr" and not first.is_verb:
        found.append(by_misread_passive)
    if first.dep == "amod" and first.tag in ("VBN", "JJ"):
        found.append(taken_for_granted)
    if verb is not None and (verb.dep not in NO_PREDICATE or is_misread(verb)):
        found.append(by_verb)
    return found


def verb_of(tokens: Sequence[Token]) -> Token | None:
    """Return the first verb of some words."""
    for token in tokens:
        if token.is_verb:
            return token
    return None


def is_misread(verb: Token) -> bool:
    """Say whether the tree has a verb of the past as an adjective."""
    return verb.tag == "VBD" and verb.dep == "amod"


def by_verb(stage: Stage, trigger: Trigger, case: Case) -> Done | None:
    """ "X attacked Y", "Y was attacked by X"."""
    parse, verb = stage.parse, verb_of(case.tokens)
    if verb is None or side_before(stage, verb) is not None or goes_away(stage, trigger, verb):
        return None
    if case.sides is None:
        case.sides = sides_of(stage, verb, case.tokens[-1])
    agent, target = case.sides
    target = target or place_misread(stage, verb)
    if trigger.inverse:
        agent, target = None if trigger.kind is ClaimKind.STATEMENT else target, agent
    if not fits(stage, trigger, agent, target) or not leads(stage, trigger, verb):
        return None
    if agent is None and trigger.type == "claim of responsibility" and is_passive(parse, verb):
        return None
    if target is not None and target.lower in stage.nouns["bombs"]:
        target = None
    if trigger.type == "attack repelled" and target is not None:
        target = inner(parse, target) or target
    if trigger.kind is ClaimKind.CONTROL and target is not None and not stage.is_of_class(target, "place"):
        target = place_behind(stage, verb) or place_attacked(stage, target) or target
    if agent is None and (noun := case.tokens[-1]).lower in stage.nouns["strikes of"] and noun.i != verb.i:
        agent = parties_beside(stage, noun, trigger.type)[0]
        trigger = replace(trigger, type=by_modifier(stage, trigger.type, noun))
    trigger = by_means(stage, trigger, parse, verb, agent)
    return Done(trigger, told(parse, verb), case.words, verb, verb, agent, target)


def place_behind(stage: Stage, verb: Token) -> Token | None:
    """Return the place that somebody is driven from: "drove the raiders out of |Harrow|", "pushed them from the |port|"."""
    parse = stage.parse
    preps = [prep for prep in parse.kids(verb, "prep") if prep.lower in ("from", "out", "of", "off")]
    preps += [kid for prep in preps for kid in parse.kids(prep, "prep")]
    places = (kid for prep in preps for kid in parse.kids(prep, "pobj"))
    return next((kid for kid in places if stage.is_of_class(kid, "place")), None)


def place_attacked(stage: Stage, attackers: Token) -> Token | None:
    """Return the place that those who were repelled had attacked: "the raiders who stormed |Harrow|"."""
    parse = stage.parse
    found = (
        place_misread(stage, verb) or target_of(parse, verb, verb) for verb in parse.kids(attackers, "relcl", "acl")
    )
    return next((token for token in found if token is not None and stage.is_of_class(token, "place")), None)


def place_misread(stage: Stage, verb: Token) -> Token | None:
    """Return a place's name behind a verb that the tree has for an adjective: "attacked |Harrow| on Friday night"."""
    kids = stage.parse.kids(verb, "acomp", "advmod", "oprd")
    named = (kid for kid in kids if kid.i == verb.i + 1 and kid.text[:1].isupper())
    return next((kid for kid in named if stage.is_of_class(kid, "place")), None)


def sides_of(stage: Stage, verb: Token, last: Token) -> Sides:
    """Return who does what a verb says, and to whom."""
    parse = stage.parse
    if is_headline_passive(stage, verb):
        return None, parse.kid(verb, "nsubj")
    if is_passive(parse, verb) or (verb.tag == "VBG" and by_agent(parse, verb) is not None):
        agent = by_agent(parse, verb)
    else:
        agent = subject_of(stage, verb) or past_place(stage, subject_before(parse, verb))
    return agent, parse.head(verb) if is_misread(verb) else target_of(parse, verb, last)


def is_headline_passive(stage: Stage, verb: Token) -> bool:
    """Say whether a past form without an object is a passive: "four men |shot| on Monday", "a teacher |stabbed| in Orle"."""
    if (
        verb.lower not in stage.nouns["to somebody"]
        or verb.tag not in ("VBD", "VBN")
        or stage.parse.kids(verb, "dobj", "aux", "auxpass")
    ):
        return False
    who = stage.parse.kid(verb, "nsubj")
    preps = {prep.lower for prep in stage.parse.kids(verb, "prep")}
    if who is None or who.tag not in ("NN", "NNS") or preps & {"at", "back", "into", "through"}:
        return False
    return stage.is_of_class(who, "people") and not stage.is_party_of(who, "armed") and stage.actor_at(who) is None


def goes_away(stage: Stage, trigger: Trigger, verb: Token) -> bool:
    """Say whether "sweep" tells of no raid: "an avalanche |swept away| a hut"."""
    beside = stage.parse.kids(verb, "prt", "advmod") if trigger.type == "raid" else ()
    return any(kid.lower in stage.nouns["away"] for kid in beside)


def is_reached(stage: Stage, agent: Token | None, target: Token) -> bool:
    """Say whether a number is only reached: "toll hits |22|", where nobody is attacked."""
    return target.tag == "CD" and agent is not None and agent.lower in stage.nouns["figures"]


def leads(stage: Stage, trigger: Trigger, verb: Token) -> bool:
    """Say whether a verb leads where its trigger asks for: "was taken to a clinic", "rushed him to Orle Medical Center"."""
    if trigger.to is None:
        return True
    words, parse = stage.nouns[trigger.to], stage.parse
    places = (kid for prep in parse.kids(verb, "prep") for kid in parse.kids(prep, "pobj") if prep.lower == "to")
    return any(word.lower in words for kid in places for word in (kid, *parse.kids(kid, "compound", "amod", "nmod")))


def fits(stage: Stage, trigger: Trigger, agent: Token | None, target: Token | None) -> bool:
    """Say whether agent and target are of the classes that a trigger needs; "took place" is no act."""
    agent = stage.stands_for(agent) or agent if agent is not None else None
    if trigger.needs is not None and (target is None or not stage.is_of_class(target, trigger.needs)):
        return False
    if trigger.by is not None and (agent is None or not stage.is_of_class(agent, trigger.by)):
        return False
    if target is not None and (target.lower in stage.nouns["idioms"] or is_reached(stage, agent, target)):
        return False
    if trigger.type == "withdrawal" and target is not None and target.lower in stage.nouns["firearms"]:
        return False
    if trigger.type == "escape":
        return agent is not None and stage.is_of_class(agent, "people")
    return trigger.type != "surrender" or agent is not None


def by_misread_passive(stage: Stage, trigger: Trigger, case: Case) -> Done | None:
    """ "The outpost was overrun by X", where the tree has the participle as a noun."""
    verb, above = case.tokens[0], stage.parse.head(case.tokens[0])
    if above is None or not stage.parse.has(verb, "agent"):
        return None
    target = stage.parse.kid(above, "nsubj")
    agent = by_agent(stage.parse, verb)
    if not fits(stage, trigger, agent, target):
        return None
    return Done(trigger, clause(stage.parse, above), case.words, above, verb, agent, target)


def taken_for_granted(stage: Stage, trigger: Trigger, case: Case) -> Done | None:
    """ "the freed captives", "the besieged town": an act told in passing."""
    word, noun = case.tokens[0], stage.parse.head(case.tokens[0])
    if trigger.type not in stage.kinds.in_passing or noun is None:
        return None
    if word.lower in STANDING:
        return None
    if not (stage.is_of_class(noun, "people") or stage.is_of_class(noun, "place")):
        return None
    return Done(trigger, phrase(stage.parse, noun), case.words, word, word, None, noun)


NOUN_RULES: tuple[Rule, ...] = (by_noun,)


def by_means(stage: Stage, trigger: Trigger, parse: Parse, verb: Token, agent: Token | None) -> Trigger:
    """Return the more exact act where its means are named: warplanes that hit a place make an air strike."""
    if trigger.type not in MEANT:
        return trigger
    words = {agent.lower, *(kid.lower for kid in parse.kids(agent, "compound"))} if agent is not None else set()
    for prep in parse.kids(verb, "prep", "agent"):
        if prep.lower in ("with", "by", "from", "using", "in"):
            for kid in parse.kids(prep, "pobj"):
                words |= {kid.lower, *(k.lower for k in parse.kids(kid, "compound"))}
    kind = next((name for name, means in stage.means.items() if words & means), None)
    return replace(trigger, type=kind) if kind is not None else trigger
