"""How the record was made: versions, tables, texts by their hashes, policies."""
