"""Find acts, control and statements: who did what to whom, where the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.acts import Trigger
from rashomon.lexicon.match import Hit
from rashomon.model import Span

BRANCHES = frozenset({"parataxis", "punct"})
OPENERS = frozenset({"launch", "launches", "launched", "launching", "carry", "carried", "carries", "carrying", "conduct", "conducted", "conducts", "conducting",
                     "stage", "staged", "stages", "staging", "mount", "mounted", "mounting", "perpetrate", "perpetrated", "wage", "waged", "waging", "hold", "held",
                     "impose", "imposed", "imposes", "imposing", "declare", "declared", "commit", "committed", "committing", "made", "make", "began", "begin",
                     "started", "start", "led", "provide", "provided", "sent", "send", "execute", "detonated", "fired", "triggered", "trigger", "sparked", "caused"})


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


@dataclass(frozen=True)
class Stage:
    """One parsed sentence with the actors' names in it, and the nouns that name places and arms."""

    text: str
    parse: Parse
    actors: Sequence[ActorHit]
    places: Sequence[Span]
    nouns: dict[str, frozenset[str]]

    def actor_at(self, token: Token) -> ActorHit | None:
        """Return the actor whose name covers a word."""
        return next((h for h in self.actors if h.span.start <= token.start < h.span.end), None)

    def is_of_class(self, token: Token, name: str) -> bool:
        """Say whether a noun is a place, people or arms."""
        if token.lower in self.nouns[name]:
            return True
        if name == "place":
            return any(span.start <= token.start < span.end for span in self.places)
        if name == "people":
            hit = self.actor_at(token)
            return hit is not None
        return False

    def party(self, token: Token | None) -> str | None:
        """Return what a phrase calls a party: the actor's canonical label, or its words without articles."""
        if token is None:
            return None
        if token.lower in ("who", "which", "that") and token.dep in ("nsubj", "nsubjpass"):
            clause = self.parse.head(token)
            noun = self.parse.head(clause) if clause is not None and clause.dep == "relcl" else None
            return self.party(noun) if noun is not None else None
        if token.tag in ("PRP", "WP", "WDT", "DT", "EX") and not self.parse.kids(token):
            return self.pronoun(token)
        hit = self.actor_at(token) or self.modifier(token)
        if hit is not None:
            return hit.actor.label
        tokens = [t for t in self.parse.subtree(token, without=frozenset({"relcl", "acl", "advcl", "punct", "conj", "cc", "appos", "prep", "det", "predet"}))]
        words = self.text[tokens[0].start : tokens[-1].end]
        return " ".join(words.split())[:80] or None

    def modifier(self, token: Token) -> ActorHit | None:
        """Return the actor that a noun's modifiers name: "ISIS militants", "members of the army"."""
        for kid in self.parse.kids(token, "compound", "nmod", "amod", "poss"):
            hit = self.actor_at(kid)
            if hit is not None and not hit.actor.generic:
                return hit
        for prep in self.parse.kids(token, "prep"):
            if prep.lower in ("of", "from") and token.lower in self.nouns["people"]:
                for kid in self.parse.kids(prep, "pobj"):
                    hit = self.actor_at(kid) or self.modifier(kid)
                    if hit is not None:
                        return hit
        return None

    def pronoun(self, token: Token) -> str | None:
        """Return the actor a pronoun most likely means: the last particular one named before it in the sentence."""
        if token.lower not in ("they", "it", "them", "he", "she", "which", "who"):
            return None
        before = [h for h in self.actors if h.span.end <= token.start and not h.actor.generic]
        return before[-1].actor.label if before else None


def find_acts(stage: Stage, hits: Sequence[Hit]) -> list[Done]:
    """Return the acts of a sentence in order, one for each type and clause."""
    found: dict[tuple[str, int], Done] = {}
    for hit in hits:
        for done in acts_of(stage, hit):
            key = (done.trigger.type, done.verb.i if done.verb is not None else -1)
            if key not in found:
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
    if not verb.is_verb or verb.dep in ("aux", "auxpass", "compound", "amod"):
        return None
    parse = stage.parse
    passive = any(k.dep == "auxpass" for k in parse.kids(verb)) or (verb.tag == "VBN" and verb.dep in ("acl", "relcl") and not parse.kids(verb, "dobj"))
    agent = by_agent(parse, verb) if passive else subject(parse, verb)
    target = object_of(parse, verb, passive, tokens[-1])
    if trigger.needs is not None and (target is None or not stage.is_of_class(target, trigger.needs)):
        return None
    if trigger.type == "escape" and (agent is None or not stage.is_of_class(agent, "people")):
        return None
    if target is not None and target.lower in ("place", "part", "hands", "time", "office", "shape", "effect", "action", "advantage", "care", "note", "steps"):
        return None
    if trigger.type == "surrender" and agent is None:
        return None
    words = Span(hit.start, hit.end)
    return Done(trigger, told(parse, verb), words, verb, verb, stage.party(agent), stage.party(target))


def by_noun(stage: Stage, trigger: Trigger, hit: Hit, tokens: Sequence[Token]) -> Done | None:
    """"an attack by X on Y", "clashes between X and Y", "X launched air strikes"."""
    noun = tokens[-1]
    if noun.text == "March" and noun.i > 0:
        return None
    if not (noun.tag.startswith("NN") or noun.tag == "VBG") or noun.dep in ("compound", "nmod", "amod", "npadvmod", "appos") and noun.i + 1 < len(stage.parse.tokens) and stage.parse.tokens[noun.i + 1].tag.startswith("NN"):
        return None
    parse = stage.parse
    verb = next((head for head in parse.up(noun) if head.is_verb), None)
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
    if agent is None and verb is not None and noun.dep == "dobj" and verb.lower in OPENERS:
        passive = any(k.dep == "auxpass" for k in parse.kids(verb))
        agent = by_agent(parse, verb) if passive else subject(parse, verb)
    span = clause(parse, verb) if verb is not None else stage.parse.span
    if not span.covers(Span(noun.start, noun.end)):
        span = phrase(parse, noun)
    return Done(trigger, span, Span(hit.start, hit.end), verb, noun, stage.party(agent), stage.party(patient))


def subject(parse: Parse, verb: Token) -> Token | None:
    """Return a verb's subject, or the one it shares with the verb above it."""
    own = next(iter(parse.kids(verb, "nsubj")), None)
    if own is not None:
        return own
    if verb.dep in ("conj", "xcomp", "advcl", "pcomp"):
        head = parse.head(verb)
        while head is not None and not head.is_verb:
            head = parse.head(head)
        return subject(parse, head) if head is not None and head.i != verb.i else None
    if verb.dep == "acl" and verb.tag == "VBG":
        return parse.head(verb)
    return None


def by_agent(parse: Parse, verb: Token) -> Token | None:
    """Return who did it in a passive clause."""
    for prep in parse.kids(verb, "agent", "prep"):
        if prep.lower == "by":
            return next(iter(parse.kids(prep, "pobj")), None)
    return None


def object_of(parse: Parse, verb: Token, passive: bool, last: Token) -> Token | None:
    """Return what the act is done to: the object, the passive subject, or what stands after "of", "on", "to"."""
    if passive:
        own = next(iter(parse.kids(verb, "nsubjpass")), None)
        if own is None and verb.dep in ("acl", "relcl"):
            return parse.head(verb)
        return own
    direct = next(iter(parse.kids(verb, "dobj")), None)
    if direct is not None and direct.lower in ("control", "hold", "possession", "command", "charge") or (direct is not None and last.i >= direct.i and last.i != verb.i):
        direct = inner(parse, direct)
    if direct is not None:
        return direct
    for end in (last, verb):
        for prep in parse.kids(end, "prep"):
            if prep.lower in ("on", "at", "of", "into", "against", "to", "from", "with", "over"):
                return next(iter(parse.kids(prep, "pobj")), None)
    chained = next(iter(parse.kids(verb, "xcomp")), None)
    return object_of(parse, chained, False, chained) if chained is not None and chained.i <= last.i else None


def inner(parse: Parse, noun: Token) -> Token | None:
    """Return the noun behind "control of ...", "an attack on ..."."""
    for prep in parse.kids(noun, "prep"):
        if prep.lower in ("of", "over", "on", "against"):
            return next(iter(parse.kids(prep, "pobj")), None)
    return None


def clause(parse: Parse, verb: Token) -> Span:
    """Return the span of a verb's clause: all below it but clauses with a life of their own."""
    keep: list[Token] = []
    stack = [verb]
    while stack:
        token = stack.pop()
        keep.append(token)
        for kid in parse.kids(token):
            if kid.dep in BRANCHES or (kid.dep in ("conj", "advcl", "ccomp") and kid.is_verb and token.is_verb and parse.kids(kid, "nsubj", "nsubjpass")):
                continue
            if kid.dep == "conj" and kid.is_verb and token.i == verb.i:
                continue
            stack.append(kid)
    return Span(min(t.start for t in keep), max(t.end for t in keep))


def told(parse: Parse, verb: Token) -> Span:
    """Return a verb's clause, with the clause above it in "this is the second time that ..."."""
    own, noun = clause(parse, verb), parse.head(verb)
    if verb.dep in ("relcl", "acl") and noun is not None and noun.lower in ("time", "day", "attack", "incident"):
        above = parse.head(noun)
        if above is not None and above.is_verb and noun.dep == "attr":
            return own.hull(clause(parse, above))
    return own


def phrase(parse: Parse, noun: Token) -> Span:
    """Return the span of a noun phrase."""
    tokens = parse.subtree(noun, without=BRANCHES)
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))
