"""The record as a brief in Markdown, to paste into a mail, a ticket or a wiki."""

from rashomon.interface.dossier.brief.write import brief

__all__ = ["brief"]
