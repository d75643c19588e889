"""Which group an outlet belongs to: what its papers and stations say in their own voice is told by one house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rashomon.model import ClaimId
from rashomon.reconcile.roots.root import Known, Root


def with_owners(roots: Mapping[ClaimId, Root], known: Known) -> dict[ClaimId, Root]:
    """Return the roots, each outlet with the group that owns it, and so an unnamed source that an outlet alone carries.

    To be asked once every root has its last key: who owns a paper says nothing of whom it quotes.
    """
    return {id_: replace(root, owner=owner_of(root, known)) for id_, root in roots.items()}


def owner_of(root: Root, known: Known) -> str | None:
    """Return the group that the outlet of a root belongs to; None where the root is no outlet's, or no table names a group."""
    source, via, carrier = root.key.rpartition(" via ")
    if via and source:
        return known.owners.get(carrier)
    return known.owners.get(root.key.removeprefix("outlet:")) if root.key.startswith("outlet:") else None
