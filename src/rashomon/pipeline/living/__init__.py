"""The store kept alive: reports come in all day, the events they tell grow, and nothing is lost."""

from rashomon.pipeline.living.reader import StoreReader
from rashomon.pipeline.living.writer import Store

__all__ = ["Store", "StoreReader"]
