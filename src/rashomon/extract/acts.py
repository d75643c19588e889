"""Find acts, control and statements: who did what to whom, where the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.clauses import by_agent, clause, inner, is_passive, phrase, subject, target_of, told
from rashomon.extract.parties import Stage
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.acts import Trigger
from rashomon.lexicon.match import Hit
from rashomon.model import Span

TAKEN_FOR_GRANTED = frozenset(
    {"release", "abduction", "escape", "arrest", "siege", "capture of place", "hostage taking", "displacement"}
)
"""Acts that a participle before a noun tells in passing: "the freed captives"."""

NO_PREDICATE = frozenset({"aux", "auxpass", "compound", "amod"})
MONTHS = frozenset({"March", "May"})


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
    if not tokens or (tokens[0].text in MONTHS and tokens[0].i > 0):
        return
    for trigger in sorted(hit.value, key=lambda t: t.needs is None):
        for rule in VERB_RULES if trigger.verb else (by_noun,):
            done = rule(stage, Case(trigger, Span(hit.start, hit.end), tokens))
            if done is not None:
                yield done
                return


@dataclass(frozen=True, slots=True)
class Case:
    """One meaning of a word where it stands: the trigger, its span, and its tokens."""

    trigger: Trigger
    words: Span
    tokens: Sequence[Token]


def by_verb(stage: Stage, case: Case) -> Done | None:
    """ "X attacked Y", "Y was attacked by X"."""
    parse, verb = stage.parse, case.tokens[0]
    misread = verb.tag == "VBD" and verb.dep == "amod"
    if not verb.is_verb or (verb.dep in NO_PREDICATE and not misread):
        return None
    passive = is_passive(parse, verb)
    agent = by_agent(parse, verb) if passive else subject(parse, verb)
    target = parse.head(verb) if misread else target_of(parse, verb, case.tokens[-1])
    if not fits(stage, case.trigger, agent, target):
        return None
    if target is not None and target.lower in stage.nouns["bombs"]:
        target = None
    if case.trigger.type == "attack repelled" and target is not None:
        target = inner(parse, target) or target
    trigger = by_means(stage, case.trigger, parse, verb, agent)
    return Done(trigger, told(parse, verb), case.words, verb, verb, stage.party(agent), stage.party(target))


def fits(stage: Stage, trigger: Trigger, agent: Token | None, target: Token | None) -> bool:
    """Say whether agent and target are of the classes that a trigger needs; "took place" is no act."""
    if trigger.needs is not None and (target is None or not stage.is_of_class(target, trigger.needs)):
        return False
    if target is not None and target.lower in stage.nouns["idioms"]:
        return False
    if trigger.type == "escape":
        return agent is not None and stage.is_of_class(agent, "people")
    return trigger.type != "surrender" or agent is not None


def by_misread_passive(stage: Stage, case: Case) -> Done | None:
    """ "The outpost was overrun by X", where the tree has the participle as a noun."""
    verb, above = case.tokens[0], stage.parse.head(case.tokens[0])
    if verb.is_verb or verb.dep != "attr" or above is None or not stage.parse.kids(verb, "agent"):
        return None
    target = next(iter(stage.parse.kids(above, "nsubj")), None)
    agent = by_agent(stage.parse, verb)
    if not fits(stage, case.trigger, agent, target):
        return None
    return Done(
        case.trigger, clause(stage.parse, above), case.words, above, verb, stage.party(agent), stage.party(target)
    )


def taken_for_granted(stage: Stage, case: Case) -> Done | None:
    """ "the freed captives", "the besieged town": an act told in passing."""
    word, noun = case.tokens[0], stage.parse.head(case.tokens[0])
    if (
        case.trigger.type not in TAKEN_FOR_GRANTED
        or word.dep != "amod"
        or word.tag not in ("VBN", "JJ")
        or noun is None
    ):
        return None
    if not (stage.is_of_class(noun, "people") or stage.is_of_class(noun, "place")):
        return None
    return Done(case.trigger, phrase(stage.parse, noun), case.words, word, word, None, stage.words(noun))


VERB_RULES = (by_misread_passive, taken_for_granted, by_verb)
"""What a verb's word may tell, in the order in which it is asked; each may refuse."""


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


def by_noun(stage: Stage, case: Case) -> Done | None:
    """ "an attack by X on Y", "clashes between X and Y", "X launched air strikes"."""
    parse, noun = stage.parse, case.tokens[-1]
    if not (noun.tag.startswith("NN") or noun.tag == "VBG") or is_modifier(parse, noun):
        return None
    verb = next((head for head in parse.up(noun) if head.is_verb), None)
    if case.trigger.type == "shelling" and noun.lower in stage.nouns["arms"] and is_handled(stage, noun, verb):
        return None
    agent, patient = parties_beside(stage, noun)
    if agent is None and verb is not None:
        agent, other = parties_of_verb(stage, noun, verb)
        patient = patient or other
    span = clause(parse, verb) if verb is not None else parse.span
    if not span.covers(Span(noun.start, noun.end)):
        span = phrase(parse, noun)
    return Done(case.trigger, span, case.words, verb, noun, stage.party(agent), stage.party(patient))


def is_modifier(parse: Parse, noun: Token) -> bool:
    """Say whether a noun only describes the next one: "attack helicopter"."""
    following = parse.tokens[noun.i + 1] if noun.i + 1 < len(parse.tokens) else None
    return (
        noun.dep in ("compound", "nmod", "amod", "npadvmod", "appos")
        and following is not None
        and following.tag.startswith("NN")
    )


def parties_beside(stage: Stage, noun: Token) -> tuple[Token | None, Token | None]:
    """Return agent and patient that stand with a noun: "X's attack on Y", "the arrest of Y by X"."""
    parse = stage.parse
    agent = next(
        (k for k in parse.kids(noun, "poss", "compound", "nmod", "amod") if stage.actor_at(k) is not None), None
    )
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
    return agent, patient


def parties_of_verb(stage: Stage, noun: Token, verb: Token) -> tuple[Token | None, Token | None]:
    """Return agent and patient that a noun's verb names: "clashes broke out between X and Y", "X launched an attack"."""
    parse = stage.parse
    if noun.dep == "nsubj":
        between = (
            kid for prep in parse.kids(verb, "prep") if prep.lower == "between" for kid in parse.kids(prep, "pobj")
        )
        agent = next(between, None)
        return agent, next(iter(parse.kids(agent, "conj")), None) if agent is not None else None
    if noun.dep == "dobj" and verb.lower in stage.nouns["openers"]:
        return (by_agent(parse, verb) if is_passive(parse, verb) else subject(parse, verb)), None
    return None, None


def is_handled(stage: Stage, noun: Token, verb: Token | None) -> bool:
    """Say whether arms are only seized, found or sent: "seized belts, weapons and artillery"."""
    first = noun
    while first.dep == "conj" and (head := stage.parse.head(first)) is not None and head.is_noun:
        first = head
    words = {kid.lower for kid in stage.parse.kids(first, "amod")} | ({verb.lower} if verb is not None else set())
    return bool(words & stage.nouns["handling"])
