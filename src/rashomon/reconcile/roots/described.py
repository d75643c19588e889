"""Voices that are only described: "a monitoring group", "the civil defence", "state television"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from rashomon.lexicon.placekeys import place_key
from rashomon.model import ActorKind, ClaimId, Mention, MentionType
from rashomon.reconcile.roots.bodies import bare_words, kind_of_body
from rashomon.reconcile.roots.root import Known, Root


def described(roots: Mapping[ClaimId, Root], mentions: Iterable[Mention], known: Known) -> dict[ClaimId, Root]:
    """Put a voice that is only described ("a monitoring group", "state television") with the one that is named.

    Where no body of the kind speaks under its name, the one that the reports mention by name is meant.
    """
    moved = dict(roots)
    told: dict[str, set[str]] = {}
    for kind, words in known.voices.described.items():
        vague = [id_ for id_, root in roots.items() if is_described(root, words, known)]
        if vague:
            told = told or mentioned(mentions, known)
            speak = {r.actor_id or "" for r in roots.values() if r.kind.value == kind and r.key in known.proper}
            named = sorted(id_ for id_ in speak or told.get(kind, set()) if id_)
            if len(named) == 1:
                actor = known.actors[named[0]]
                moved |= {id_: Root(f"actor:{actor.id}", actor.label, actor.kind, actor.id) for id_ in vague}
            elif not named:
                moved |= {id_: root for id_ in vague if (root := only_other(kind, vague, roots))}
    return state_media(moved, known)


def only_other(kind: str, vague: Collection[ClaimId], roots: Mapping[ClaimId, Root]) -> Root | None:
    """Return the one voice of a kind that is known by a name of its own in the reports alone."""
    others = {r.key: r for id_, r in roots.items() if id_ not in vague and r.kind.value == kind and not r.spoken}
    return next(iter(others.values())) if len(others) == 1 else None


def mentioned(mentions: Iterable[Mention], known: Known) -> dict[str, set[str]]:
    """Return the ids of the actors with a name of their own that the reports mention, by their kind."""
    found: dict[str, set[str]] = {}
    for id_ in {mention.actor for mention in mentions if mention.type is MentionType.ACTOR and mention.actor}:
        actor = known.actors.get(id_)
        if actor is not None and f"actor:{id_}" in known.proper:
            found.setdefault(actor.kind.value, set()).add(id_)
    return found


def is_described(root: Root, words: frozenset[str], known: Known) -> bool:
    """Say whether a root's name is made of describing words only, or that of one of two where the other is no body."""
    if root.spoken or root.vague or root.key in known.proper:
        return False
    named = root.label.split(" and ")
    others = [part for part in named if not describes(part, words, known)]
    return not others or (len(others) < len(named) and not any(kind_of_body(part, known.voices) for part in others))


def describes(label: str, words: frozenset[str], known: Known) -> bool:
    """Say whether a name is made of describing words only: "a monitoring group"."""
    mine = {word for word in bare_words(label) if word not in known.voices.drop and word not in known.nations}
    return mine <= words and not mine <= known.voices.tails


def state_media(roots: Mapping[ClaimId, Root], known: Known) -> dict[ClaimId, Root]:
    """Put the names of one country's state media together, under its agency where that is named."""
    mine = {id_: root for id_, root in roots.items() if is_state_media(root, known)}
    lands = sorted({land for root in mine.values() if (land := land_of(root, known))})
    keys = {land: state_key(land, mine.values(), known) for land in lands}
    told = {land_of(root, known) for root in mine.values() if root.key not in known.state_agencies} - {None}
    lone = next(iter(told)) if len(told) == 1 else lands[0] if len(lands) == 1 else None
    keyed = {id_: keys.get(land_of(root, known) or lone or "", "office:state media") for id_, root in mine.items()}
    return {id_: replace(root, key=keyed.get(id_, root.key)) for id_, root in roots.items()}


def state_key(land: str, roots: Iterable[Root], known: Known) -> str:
    """Return the key of a country's state media: its agency's, where one of the roots is that."""
    agencies = [root.key for root in roots if known.state_agencies.get(root.key) == land]
    return min(agencies, default=f"office:state media {land}")


def land_of(root: Root, known: Known) -> str | None:
    """Return the country of a state's agency, or the one named in words such as "Syrian state television"."""
    if root.key in known.state_agencies:
        return known.state_agencies[root.key]
    return next((known.nations[word] for word in place_key(root.label).split() if word in known.nations), None)


def is_state_media(root: Root, known: Known) -> bool:
    """Say whether a root is a state's agency, or is called its television or media."""
    if root.key in known.state_agencies:
        return True
    words = set(place_key(root.label).split())
    official = bool(words & known.voices.state_words) and bool(words & known.voices.media_words)
    return official and not (root.vague or root.spoken) and root.kind is not ActorKind.PERSON
