"""Those who govern, named without saying more: "officials", "the authorities", "the Kurdish-led administration"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from rashomon.model import ActorKind, ClaimId, Report, ReportId
from rashomon.reconcile.roots.bodies import bare_words
from rashomon.reconcile.roots.root import Known, Root

KINDS = frozenset({ActorKind.UNNAMED, ActorKind.OTHER, ActorKind.GOVERNMENT})
"""Kinds of voice that officials have."""


def one_administration(
    roots: Mapping[ClaimId, Root], counts: Collection[ClaimId], homes: Mapping[ClaimId, Report], known: Known
) -> dict[ClaimId, Root]:
    """Put together the officials of one administration.

    "Officials" are those whom the same report names more fully for its ``counts``, where it names one; "Coastal officials"
    and "the Coastal-led authority" are one voice in every report.
    """
    actors = {root.key: root for root in roots.values() if is_government(root, known)}
    moved, bare = dict(roots), list[ClaimId]()
    full: dict[ReportId, dict[str, Root]] = {}
    for id_, root in roots.items():
        people = people_of(root, known) if governs(root, known) else None
        if people:
            moved[id_] = of_people(root, people, actors, known)
        elif governs(root, known):
            bare.append(id_)
        if id_ in counts and (people or root.key in actors):
            full.setdefault(homes[id_].id, {})[moved[id_].key] = moved[id_]
    for id_ in bare:
        mine = full.get(homes[id_].id, {})
        if len(mine) == 1:
            moved[id_] = next(iter(mine.values()))
    return moved


def of_people(root: Root, people: str, actors: Mapping[str, Root], known: Known) -> Root:
    """Return the officials of a people under the one government that speaks and has that people in its names, else under their own key."""
    theirs = [key for key, actor in sorted(actors.items()) if people in known.words.get(actor.actor_id or "", ())]
    return actors[theirs[0]] if len(theirs) == 1 else replace(root, key=f"office:authorities {people}", via=None)


def is_government(root: Root, known: Known) -> bool:
    """Say whether a root is a government or administration of the tables."""
    return root.kind is ActorKind.GOVERNMENT and root.key in known.proper


def governs(root: Root, known: Known) -> bool:
    """Say whether a root is called by a noun for those who govern, and is no actor of the tables."""
    if root.spoken or root.vague or root.kind not in KINDS or root.key in known.proper:
        return False
    return bool(known.voices.authorities & set(bare_words(root.label)))


def people_of(root: Root, known: Known) -> str | None:
    """Return whose officials they are, by the first word that names anybody: "regional Coastal authorities" -> coastal."""
    dull = known.voices.authorities | known.voices.plain
    return next((word for word in bare_words(root.label) if word not in dull), None)
