"""A record as one plain page: no script, nothing loaded from elsewhere, every value led back to marked words."""

from rashomon.interface.dossier.page import render

__all__ = ["render"]
