"""Knowledge as data: tables that an analyst can read, extend and overlay."""

from rashomon.lexicon.tables import Tables, load_tables

__all__ = ["Tables", "load_tables"]
