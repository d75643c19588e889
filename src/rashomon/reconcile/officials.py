"""Those who govern, named without saying more: "officials", "the authorities", "the Kurdish-led administration"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from rashomon.model import ActorKind, ClaimId, Report, ReportId
from rashomon.reconcile.bodies import bare_words
from rashomon.reconcile.roots import Known, Root

KINDS = frozenset({ActorKind.UNNAMED, ActorKind.OTHER, ActorKind.GOVERNMENT})
"""Kinds of voice that officials have."""


def one_administration(
    roots: Mapping[ClaimId, Root], counts: Collection[ClaimId], homes: Mapping[ClaimId, Report], known: Known
) -> dict[ClaimId, Root]:
    """Put together the officials of one administration.

    "Officials" are those whom the same report names more fully for its ``counts``, where it names one; "Coastal officials"
    and "the Coastal-led authority" are one voice in every report.
    """
    officials = {id_: root for id_, root in roots.items() if governs(root, known)}
    named = {id_: people_of(root, known) for id_, root in officials.items()}
    moved = dict(roots)
    full: dict[ReportId, dict[str, Root]] = {}
    for id_, people in named.items():
        if people:
            moved[id_] = replace(officials[id_], key=f"office:authorities {people}", via=None)
            if id_ in counts:
                full.setdefault(homes[id_].id, {})[people] = moved[id_]
    for id_, people in named.items():
        mine = full.get(homes[id_].id, {})
        if not people and len(mine) == 1:
            moved[id_] = next(iter(mine.values()))
    return moved


def governs(root: Root, known: Known) -> bool:
    """Say whether a root is called by a noun for those who govern, and is no actor of the tables."""
    if root.spoken or root.vague or root.kind not in KINDS or root.key in known.proper:
        return False
    return bool(known.voices.authorities & set(bare_words(root.label)))


def people_of(root: Root, known: Known) -> str | None:
    """Return whose officials they are, by the first word that names anybody: "regional Coastal authorities" -> coastal."""
    dull = known.voices.authorities | known.voices.plain
    return next((word for word in bare_words(root.label) if word not in dull), None)
