"""A record as one page to read, check and send: nothing loaded from elsewhere, every value led back to marked words."""

from rashomon.interface.dossier.page import render

__all__ = ["render"]
