"""The store: reports, readings, events, records and judgements kept in one SQLite file, or in PostgreSQL.

Each module keeps one noun, as functions over a connection. What belongs together and when, :mod:`rashomon.pipeline.living` says.
"""
