"""An event's claims in, findings out: questions, roots, levels, sums, policies."""

from rashomon.reconcile.record import reconcile

__all__ = ["reconcile"]
