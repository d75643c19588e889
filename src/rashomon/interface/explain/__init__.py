"""The steps from claims to one verdict, told from the record alone."""

from rashomon.interface.explain.ask import chosen
from rashomon.interface.explain.compose import explanation
from rashomon.interface.explain.page import page

__all__ = ["chosen", "explanation", "page"]
