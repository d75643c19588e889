"""Whether what an account names is one of the sides, and no place."""

from __future__ import annotations

from rashomon.lexicon.families import Families
from rashomon.model import FORCE_KINDS
from rashomon.reconcile.roots.kin import Kin


def is_side(name: str | None, families: Families, kin: Kin) -> bool:
    """Say whether a name is that of an armed side: of "repelled the Harbour Front fighters" those who were repelled."""
    actor = kin.actor(name)
    last = name.lower().rsplit(maxsplit=1)[-1] if name else ""
    return (actor is not None and actor.kind in FORCE_KINDS) or last in families.side_words
