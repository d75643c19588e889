"""Officials of a state's forces, named without saying more: "defence officials", "the military", "Coastal sources"."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model import ActorKind, ClaimId
from rashomon.reconcile.roots.bodies import bare_words
from rashomon.reconcile.roots.root import Known, Root


def of_the_command(roots: Mapping[ClaimId, Root], known: Known) -> dict[ClaimId, Root]:
    """Give the words of "defence officials" to the one state's force that speaks under its name, of their country where they are said to be of one.

    "Two defence officials" in one report and the command's statement in another are one voice.
    """
    forces = {
        r.key: r for r in roots.values() if r.kind is ActorKind.STATE_FORCE and r.key in known.proper and not r.spoken
    }
    return {id_: commander(root, forces, known) or root for id_, root in roots.items()} if forces else dict(roots)


def commander(root: Root, forces: Mapping[str, Root], known: Known) -> Root | None:
    """Return the one force whose officials a root is; None where it is none, or more than one force speaks."""
    if root.spoken or root.vague or root.key in known.proper or root.kind is ActorKind.PERSON:
        return None
    words = [word for word in bare_words(root.label) if word not in known.voices.plain]
    nouns = known.voices.authorities | known.voices.soldierly | known.voices.taken_up
    if not set(words) & known.voices.soldierly or not all(word in nouns or word in known.nations for word in words):
        return None
    lands = {known.nations[word] for word in words if word in known.nations}
    mine = [force for _, force in sorted(forces.items()) if not lands or lands & countries(force, known)]
    return mine[0] if len(mine) == 1 else None


def countries(force: Root, known: Known) -> set[str]:
    """Return the countries of a known force."""
    actor = known.actors.get(force.actor_id or force.key.removeprefix("actor:"))
    return set(actor.countries) if actor else set()
