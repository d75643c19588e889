"""Pages that speak for a group: "a militant website", "the Front-affiliated channel"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from rashomon.model import FORCE_KINDS, ActorKind, ClaimId, Report, ReportId
from rashomon.reconcile.roots.bodies import bare_words
from rashomon.reconcile.roots.root import Known, Root

BEFORE = 60
"""So many characters before a page's name are looked at for the group that it is of."""
_OF_A_GROUP = re.compile(r"([\w'’. -]{2,50}?)[ -](?:affiliated|linked|aligned|run)\s+(?:[\w-]+\s+){0,3}$")


def group_pages(
    roots: Mapping[ClaimId, Root], homes: Mapping[ClaimId, Report], counts: Collection[ClaimId], known: Known
) -> dict[ClaimId, Root]:
    """Give the words of a group's page to the group: as its report names it, else the one armed group that speaks there.

    "A militant website said ten were killed" beside "the Front said at least ten were killed" is the Front's word, and so is what
    "a Front-affiliated page" says.
    """
    armed: dict[ReportId, dict[str, Root]] = {}
    for id_ in sorted(counts):
        root = roots.get(id_)
        if root is not None and root.key in known.proper and root.kind in ARMED:
            armed.setdefault(homes[id_].id, {})[root.key] = root
    return {id_: of_page(root, homes[id_], armed.get(homes[id_].id, {}), known) for id_, root in roots.items()}


ARMED = FORCE_KINDS - {ActorKind.STATE_FORCE, ActorKind.POLICE, ActorKind.COALITION}
"""Kinds of group that news calls militants or rebels."""


def of_page(root: Root, report: Report, armed: Mapping[str, Root], known: Known) -> Root:
    """Return the root of a page's words: its group, where the report tells it; else the page."""
    words = set(bare_words(root.label))
    if root.spoken or root.key in known.proper or not words & known.voices.pages:
        return root
    if words & known.voices.militants and len(armed) == 1:
        return next(iter(armed.values()))
    return named_group(root, report, known) or root


def named_group(root: Root, report: Report, known: Known) -> Root | None:
    """Return the group that a page is said to be affiliated with; None where its report says nothing of it."""
    at = report.text.find(root.label)
    told = _OF_A_GROUP.search(report.text[max(0, at - BEFORE) : at]) if at > 0 else None
    hits = [hit.actor for hit in known.find(told.group(1)) if hit.actor.kind in ARMED] if told else []
    if not hits or hits[-1].generic:
        return None
    actor = hits[-1]
    return replace(root, key=f"actor:{actor.id}", label=actor.label, kind=actor.kind, actor_id=actor.id, via=None)
