"""Find acts, control and statements: who did what to whom, where the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.acts import Trigger
from rashomon.lexicon.match import Hit
from rashomon.model import FORCE_KINDS, ActorKind, Span

BRANCHES = frozenset({"parataxis", "punct"})
GROUPS = frozenset({"group", "organization", "organisation", "movement", "militia", "faction", "militants", "insurgents", "rebels", "fighters", "attackers", "terrorists", "gunmen", "cells", "forces", "troops", "militiamen"})
LOOSE = frozenset({"group", "organization", "organisation", "movement", "faction", "militia", "cells"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BARE = frozenset({"relcl", "acl", "advcl", "punct", "conj", "cc", "appos", "prep", "det", "predet"})
TAKEN_FOR_GRANTED = frozenset({"release", "abduction", "escape", "arrest", "siege", "capture of place", "hostage taking", "displacement"})
RELATIVES = frozenset({"which", "that", "who", "whom"})
CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split())
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
    earlier: Sequence[ActorHit] = ()

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
            pronoun = token.lower in ("they", "it", "them", "he", "she", "which", "who")
            return self.subject_above(token) or self.antecedent(token) if pronoun else None
        own = self.actor_at(token)
        hit = own if own is not None and not own.actor.generic else self.modifier(token) or own
        if hit is not None and not (hit.actor.generic and self.is_definite(token)):
            return hit.actor.label
        if self.is_definite(token):
            return self.antecedent(token) or (hit.actor.label if hit is not None else self.words(token))
        return self.words(token)

    def words(self, token: Token) -> str | None:
        """Return a phrase's words without articles and clauses."""
        tokens = self.parse.subtree(token, without=BARE)
        found = " ".join(self.text[tokens[0].start : tokens[-1].end].split())[:80]
        return found or None

    def is_definite(self, token: Token) -> bool:
        """Say whether a phrase goes back to a party named before: "the group", "its cells", "the militants"."""
        kids = self.parse.kids(token, "det", "poss", "amod", "compound", "nmod", "prep", "relcl")
        if any(kid.lower in ("its", "their") for kid in kids):
            return token.lower in self.nouns["people"] or token.lower in GROUPS
        return token.lower in GROUPS and [kid.lower for kid in kids] in (["the"], ["this"], ["that"])

    def modifier(self, token: Token) -> ActorHit | None:
        """Return the actor that a noun's modifiers name: "ISIS militants", "members of the army"."""
        bearing = token.lower in self.nouns["people"] or token.lower in self.nouns["means"]
        for kid in self.parse.kids(token, "compound", "nmod", "amod", "poss"):
            hit = self.actor_at(kid)
            if hit is not None and not hit.actor.generic and bearing:
                return hit
        for prep in self.parse.kids(token, "prep"):
            if prep.lower in ("of", "from") and token.lower in self.nouns["people"]:
                for kid in self.parse.kids(prep, "pobj"):
                    hit = self.actor_at(kid) or self.modifier(kid)
                    if hit is not None:
                        return hit
        return None

    def antecedent(self, token: Token) -> str | None:
        """Return the armed party a pronoun or "the group" most likely means: the sentence's subject, else the last one named."""
        before = [h for h in self.actors if h.span.end <= token.start and is_party(h)]
        earlier = [*(h for h in self.earlier if is_party(h)), *before]
        if token.lower in LOOSE:
            earlier = [h for h in earlier if h.actor.kind not in (ActorKind.STATE_FORCE, ActorKind.POLICE, ActorKind.COALITION)]
            named = [h for h in earlier if self.text[h.span.end :].lstrip(" ”’\"'").lower().startswith(token.lower)]
            found = named[-1:] or earlier[-1:]
        else:
            found = [h for h in before if self.is_subject(h)][:1] or earlier[-1:]
        return found[0].actor.label if found else None

    def subject_above(self, token: Token) -> str | None:
        """Return the people or party that is the subject of a clause above: "The army said it had ...", "... as they withdrew"."""
        if token.dep not in SUBJECTS:
            return None
        verb = self.parse.head(token)
        for head in self.parse.up(verb) if verb is not None else ():
            for kid in self.parse.kids(head, "nsubj", "nsubjpass") if head.is_verb else ():
                if kid.i != token.i and kid.tag.startswith("NN") and self.is_of_class(kid, "people"):
                    return self.party(kid)
        return None

    def is_subject(self, hit: ActorHit) -> bool:
        """Say whether an actor's name is, or stands before, the subject of a verb."""
        tokens = [t for t in self.parse.tokens if hit.span.start <= t.start < hit.span.end]
        return any(t.dep in SUBJECTS or self.parse.tokens[t.head].dep in SUBJECTS for t in tokens)


def is_party(hit: ActorHit) -> bool:
    """Say whether an actor can take part in fighting."""
    return hit.actor.kind in FORCE_KINDS and not hit.actor.generic


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
    if agent is None and verb is not None and noun.dep == "dobj" and verb.lower in OPENERS:
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
        if verb.dep in ("acl", "relcl") and (own is None or own.lower in RELATIVES):
            return parse.head(verb)
        return own
    direct = next(iter(parse.kids(verb, "dobj")), None)
    if direct is not None and direct.lower in RELATIVES and verb.dep == "relcl":
        return parse.head(verb)
    if direct is not None and direct.lower in ("control", "hold", "possession", "command", "charge") or (direct is not None and last.i >= direct.i and last.i != verb.i):
        direct = inner(parse, direct)
    if direct is not None:
        return direct
    if last.dep == "prep" and (behind := next(iter(parse.kids(last, "pobj")), None)) is not None:
        return behind
    for end in (last, verb):
        for prep in parse.kids(end, "prep"):
            if prep.lower in ("on", "at", "of", "into", "against", "to", "from", "with", "over"):
                found = next(iter(parse.kids(prep, "pobj")), None)
                if found is not None and found.tag not in ("CD",) and found.lower not in CALENDAR:
                    return found
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
    found = parse.kept.get(("clause", verb.i))
    if found is None:
        found = parse.kept["clause", verb.i] = own_clause(parse, verb)
    return found  # type: ignore[no-any-return]


def own_clause(parse: Parse, verb: Token) -> Span:
    """Work out the span of a verb's clause."""
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
    keep.sort()
    while len(keep) > 1 and keep[-1].dep in ("cc", "mark"):
        keep.pop()
    return Span(keep[0].start, max(t.end for t in keep))


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
