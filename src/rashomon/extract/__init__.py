"""Report -> Reading: sentences, syntax, quantities, times, places, actors, attribution, claims."""

from rashomon.extract.reader import read
from rashomon.extract.syntax import Parser

__all__ = ["Parser", "read"]
