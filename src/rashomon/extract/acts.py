"""Find acts, control and statements: who did what to whom, where the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.clauses import by_agent, clause, inner, object_of, phrase, subject, told
from rashomon.extract.parties import Stage
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.acts import Trigger
from rashomon.lexicon.match import Hit
from rashomon.model import Span

TAKEN_FOR_GRANTED = frozenset(
    {"release", "abduction", "escape", "arrest", "siege", "capture of place", "hostage taking", "displacement"}
)
"""Acts that a participle before a noun tells in passing: "the freed captives"."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act as the words tell it: trigger, clause, and the head words of who did it to whom."""

    trigger: Trigger
    span: Span
    words: Span
    verb: Token | None
    anchor: Token
    agent: str | None
    patient: str | None


def find_acts(stage: Stage, hits: Sequence[Hit]) -> list[Done]:
    """Return the acts of a sentence in order, one for each type and clause."""
    found: dict[tuple[str, int], Done] = {}
    for hit in hits:
        for done in acts_of(stage, hit):
            key = (done.trigger.type, done.verb.i if done.verb is not None else -1)
            if key not in found or (done.trigger.verb and not found[key].trigger.verb):
                found[key] = done
    return list(found.values())


def acts_of(stage: Stage, hit: Hit) -> Iterator[Done]:
    """Yield the act that one word tells, if the sentence uses it so."""
    tokens = stage.parse.at(Span(hit.start, hit.end))
    if not tokens:
        return
    for trigger in sorted(hit.value, key=lambda t: t.needs is None):
        done = by_verb(stage, trigger, hit, tokens) if trigger.verb else by_noun(stage, trigger, hit, tokens)
        if done is not None:
            yield done
            return


def by_verb(stage: Stage, trigger: Trigger, hit: Hit, tokens: Sequence[Token]) -> Done | None:
    """"X attacked Y", "Y was attacked by X"."""
    verb = tokens[0]
    if verb.text[:1].isupper() and verb.lower in ("march", "may") and verb.i > 0:
        return None
    parse = stage.parse
    if not verb.is_verb and verb.dep == "attr" and parse.kids(verb, "agent"):
        return by_misread_passive(stage, trigger, hit, verb)
    if trigger.type in TAKEN_FOR_GRANTED and verb.dep == "amod" and verb.tag in ("VBN", "JJ"):
        return taken_for_granted(stage, trigger, hit, verb)
    misread = verb.tag == "VBD" and verb.dep == "amod"
    if not verb.is_verb or verb.dep in ("aux", "auxpass", "compound", "amod") and not misread:
        return None
    passive = any(k.dep == "auxpass" for k in parse.kids(verb)) or (verb.tag == "VBN" and verb.dep in ("acl", "relcl") and not parse.kids(verb, "dobj"))
    agent = by_agent(parse, verb) if passive else subject(parse, verb)
    target = parse.head(verb) if misread else object_of(parse, verb, passive, tokens[-1])
    if trigger.needs is not None and (target is None or not stage.is_of_class(target, trigger.needs)):
        return None
    if trigger.type == "escape" and (agent is None or not stage.is_of_class(agent, "people")):
        return None
    if target is not None and target.lower in ("place", "part", "hands", "time", "office", "shape", "effect", "action", "advantage", "care", "note", "steps"):
        return None
    if trigger.type == "surrender" and agent is None:
        return None
    if target is not None and target.lower in stage.nouns["bombs"]:
        target = None
    if trigger.type == "attack repelled" and target is not None:
        target = inner(parse, target) or target
    trigger = by_means(stage, trigger, parse, verb, agent)
    words = Span(hit.start, hit.end)
    return Done(trigger, told(parse, verb), words, verb, verb, stage.party(agent), stage.party(target))


def by_misread_passive(stage: Stage, trigger: Trigger, hit: Hit, verb: Token) -> Done | None:
    """"The outpost was overrun by X", where the tree has the participle as a noun."""
    above = stage.parse.head(verb)
    target = next(iter(stage.parse.kids(above, "nsubj")), None) if above is not None else None
    if above is None or trigger.needs is not None and (target is None or not stage.is_of_class(target, trigger.needs)):
        return None
    agent = by_agent(stage.parse, verb)
    return Done(trigger, clause(stage.parse, above), Span(hit.start, hit.end), above, verb, stage.party(agent), stage.party(target))


def taken_for_granted(stage: Stage, trigger: Trigger, hit: Hit, word: Token) -> Done | None:
    """"the freed captives", "the besieged town": an act told in passing."""
    noun = stage.parse.head(word)
    if noun is None or not (stage.is_of_class(noun, "people") or stage.is_of_class(noun, "place")):
        return None
    return Done(trigger, phrase(stage.parse, noun), Span(hit.start, hit.end), word, word, None, stage.words(noun))


def by_means(stage: Stage, trigger: Trigger, parse: Parse, verb: Token, agent: Token | None) -> Trigger:
    """Return the more exact act where its means are named: warplanes that hit a place make an air strike."""
    if trigger.type not in ("attack", "destruction", "bombing"):
        return trigger
    words = {agent.lower} if agent is not None else set()
    for prep in parse.kids(verb, "prep"):
        if prep.lower in ("with", "by", "from", "using"):
            words |= {kid.lower for kid in parse.kids(prep, "pobj")}
    kind = next((name for name in ("air strike", "drone strike", "shelling") if words & stage.nouns[name]), None)
    return replace(trigger, type=kind) if kind is not None else trigger


def by_noun(stage: Stage, trigger: Trigger, hit: Hit, tokens: Sequence[Token]) -> Done | None:
    """"an attack by X on Y", "clashes between X and Y", "X launched air strikes"."""
    noun = tokens[-1]
    if noun.text == "March" and noun.i > 0:
        return None
    if not (noun.tag.startswith("NN") or noun.tag == "VBG") or noun.dep in ("compound", "nmod", "amod", "npadvmod", "appos") and noun.i + 1 < len(stage.parse.tokens) and stage.parse.tokens[noun.i + 1].tag.startswith("NN"):
        return None
    parse = stage.parse
    verb = next((head for head in parse.up(noun) if head.is_verb), None)
    if trigger.type == "shelling" and noun.lower in stage.nouns["arms"] and is_handled(stage, noun, verb):
        return None
    owner = next((k for k in parse.kids(noun, "poss", "compound", "nmod", "amod") if stage.actor_at(k) is not None), None)
    agent: Token | None = owner
    patient: Token | None = None
    for prep in parse.kids(noun, "prep", "agent"):
        inside = next(iter(parse.kids(prep, "pobj")), None)
        if prep.lower == "by" and agent is None:
            agent = inside
        elif prep.lower in ("on", "against", "at", "upon"):
            patient = inside
        elif prep.lower == "between" and inside is not None:
            agent, patient = inside, next(iter(parse.kids(inside, "conj")), None)
        elif prep.lower in ("of", "with") and patient is None:
            patient = inside
    if agent is None and verb is not None and noun.dep == "nsubj":
        inside = next((pobj for prep in parse.kids(verb, "prep") if prep.lower == "between" for pobj in parse.kids(prep, "pobj")), None)
        if inside is not None:
            agent, patient = inside, next(iter(parse.kids(inside, "conj")), None)
    if agent is None and verb is not None and noun.dep == "dobj" and verb.lower in stage.nouns["openers"]:
        passive = any(k.dep == "auxpass" for k in parse.kids(verb))
        agent = by_agent(parse, verb) if passive else subject(parse, verb)
    span = clause(parse, verb) if verb is not None else stage.parse.span
    if not span.covers(Span(noun.start, noun.end)):
        span = phrase(parse, noun)
    return Done(trigger, span, Span(hit.start, hit.end), verb, noun, stage.party(agent), stage.party(patient))


def is_handled(stage: Stage, noun: Token, verb: Token | None) -> bool:
    """Say whether arms are only seized, found or sent: "seized belts, weapons and artillery"."""
    first = noun
    while first.dep == "conj" and (head := stage.parse.head(first)) is not None and head.is_noun:
        first = head
    words = {kid.lower for kid in stage.parse.kids(first, "amod")} | ({verb.lower} if verb is not None else set())
    return bool(words & stage.nouns["handling"])
