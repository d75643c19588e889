"""Leave out acts that are only told again."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.acts.doers import Doers
from rashomon.extract.drafts import Draft
from rashomon.extract.syntax import Token
from rashomon.lexicon.families import Families
from rashomon.model import Act, ClaimKind, ZoneKind

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his"})

OTHERS = frozenset({"another", "separate", "other", "second", "third", "different", "unrelated", "further"})
"""Words before an act that is not the one told of before."""

REPELLED = "attack repelled"
VAGUE = frozenset({"attack", "assault", "raid"})
FINE = frozenset({"air strike", "drone strike", "shelling", "bombing", "suicide bombing"})
BOMBS = frozenset({"bombing", "suicide bombing"})
"""Acts that a later "the blast" means."""

NEARBY = 2
"""Sentences over which the kind of an act is carried."""


def settled(drafts: Sequence[Draft], doers: Doers) -> list[Draft]:
    """Return a report's drafts without the acts that are only told again, with doers carried on.

    "Warplanes of X bombed the market. The strike ..." tells one air strike, and its doer is X.
    """
    told: set[str] = set()
    last = Kinds()
    kept: list[Draft] = []
    for draft in below_headline(drafts, doers.kinds):
        if draft.act is None or draft.kind is ClaimKind.STATEMENT:
            kept.append(draft)
        elif not is_told_again(draft, draft.act, told, doers):
            told.add(family(draft.act.type, doers.kinds))
            named = doers.named(draft, draft.act)
            kept.append(last.finer(named))
    return doers.filled(kept)


def on_their_ground(drafts: Sequence[Draft], places: Container[str]) -> Iterator[Draft]:
    """Yield the drafts; who "repelled the attack" did so at the place that was taken or attacked last, if any was told.

    ``places`` are the names of places in the report.
    """
    ground: str | None = None
    for draft in drafts:
        act = draft.act
        if act is None or draft.kind is ClaimKind.STATEMENT:
            yield draft
        elif act.type == REPELLED and (act.patient or "").lower() in VAGUE:
            yield replace(draft, act=replace(act, patient=ground))
        else:
            ground = (act.patient if draft.kind is ClaimKind.CONTROL or act.patient in places else None) or ground
            yield draft


@dataclass
class Kinds:
    """The kind of violence a report told last, by whom and in which sentence."""

    kind: str | None = None
    agent: str | None = None
    index: int = -9

    def finer(self, draft: Draft) -> Draft:
        """Return the draft with the kind of the act before it, where its own is general: "the attack" was a drone strike."""
        act = draft.act
        if act is None or draft.kind is not ClaimKind.ACT:
            return draft
        near = draft.sentence.index - self.index <= NEARBY and not is_another(draft)
        if self.kind is not None and near and self.is_general(draft, act):
            self.index = draft.sentence.index
            return replace(draft, act=replace(act, type=self.kind, agent=act.agent or self.agent))
        if act.type in FINE:
            self.kind, self.agent, self.index = act.type, act.agent, draft.sentence.index
        return draft

    def is_general(self, draft: Draft, act: Act) -> bool:
        """Say whether an act may be the one told last under a general word: "the attack", or "the blast" after a bombing."""
        if act.type == "explosion":
            return self.kind in BOMBS and any(word.tag.startswith("NN") for word in draft.parse.at(draft.anchor))
        same = act.agent == self.agent or (act.agent is not None and " or " in act.agent and self.agent is None)
        return same and act.type in VAGUE and is_vague(draft, act)


def is_another(draft: Draft) -> bool:
    """Say whether a noun tells of an act that is new: "in a separate attack"."""
    nouns = [word for word in draft.parse.at(draft.anchor) if word.tag.startswith("NN")]
    return any(kid.lower in OTHERS for noun in nouns for kid in draft.parse.kids(noun, "det", "amod"))


def is_vague(draft: Draft, act: Act) -> bool:
    """Say whether an act's word may stand for any violence: "the raids" may be air raids, "the operation" and "searched" not."""
    return act.type != "raid" or any(token.lower in ("raid", "raids") for token in draft.parse.at(draft.anchor))


def below_headline(drafts: Sequence[Draft], kinds: Families) -> list[Draft]:
    """Return the drafts without the headline's acts that the body tells in full."""
    body = {family(d.act.type, kinds) for d in drafts if d.act is not None and d.sentence.zone is ZoneKind.BODY}
    return [
        d
        for d in drafts
        if d.act is None
        or d.kind is not ClaimKind.ACT
        or d.sentence.zone is not ZoneKind.HEADLINE
        or family(d.act.type, kinds) not in body
    ]


def is_told_again(draft: Draft, act: Act, told: set[str], doers: Doers) -> bool:
    """Say whether a noun only goes back to an act told before: "in the attack", "both blasts"."""
    noun = noun_of(draft)
    if noun is None or family(act.type, doers.kinds) not in told or act.patient is not None:
        return False
    if goes_on(draft, noun, doers.nouns["impacts"]):
        return False
    return any(kid.lower in DEFINITE for kid in draft.parse.kids(noun, "det", "poss"))


def goes_on(draft: Draft, noun: Token, impacts: frozenset[str]) -> bool:
    """Say whether a noun's verb adds that the act goes on, or what it hit: "the clashes are continuing", "the blast rocked a market"."""
    verb = draft.parse.head(noun)
    if noun.dep != "nsubj" or verb is None:
        return False
    return verb.tag in ("VBG", "VBZ", "VBP") or verb.lower in impacts


def noun_of(draft: Draft) -> Token | None:
    """Return the noun that tells an act, or None where a verb does."""
    tokens = draft.parse.at(draft.anchor)
    return None if not tokens or any(t.is_verb for t in tokens) else tokens[-1]


def family(kind: str, kinds: Families) -> str:
    """Return the family of a type: all violence is one, for "the attack" may mean any of it."""
    return "violence" if kind in kinds.violence else kind
