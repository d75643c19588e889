"""The tables. Packed nouns lie in ``body``; the columns beside it are there to be searched.

A change here needs a migration in ``migrations/versions``; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)  # fmt: skip
"""All tables but the index of words, which each engine has in its own form (:mod:`rashomon.store.search`)."""

Number = BigInteger().with_variant(Integer(), "sqlite")
"""A running number."""

originals = Table(
    "originals", metadata,
    Column("digest", String(64), primary_key=True),
    Column("source", Text, nullable=False),
    Column("arrived", Text, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)  # fmt: skip
"""The bytes as they came, by their SHA-256."""

rejected = Table(
    "rejected", metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("source", Text, nullable=False),
    Column("code", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("arrived", Text, nullable=False),
    Column("original", String(64), ForeignKey("originals.digest")),
)  # fmt: skip
"""What could not be read: why, and its bytes where there were any."""

reports = Table(
    "reports", metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("arrived", Text, nullable=False),
    Column("original", String(64), ForeignKey("originals.digest")),
    Column("day", String(10)),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
"""The reports, numbered in the order in which they came."""

readings = Table(
    "readings", metadata,
    Column("report", Number, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    Column("code", String, nullable=False),
    Column("tables", String, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
"""What each report was read as, by which version of the code and of the tables."""

claims = Table(
    "claims", metadata,
    Column("id", String, primary_key=True),
    Column("report", Number, ForeignKey("reports.number"), primary_key=True, index=True),
)  # fmt: skip
"""In which report a claim stands, so that a judgement finds it."""

accounts = Table(
    "accounts", metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("report", Number, ForeignKey("reports.number"), nullable=False, index=True),
    Column("id", String, nullable=False, unique=True),
    Column("body", LargeBinary),
    Column("gone", Integer, nullable=False),
)  # fmt: skip
"""What is grouped: each report, or each account that it gives of a happening, in the order in which they came.

``body`` says which stretches of the report it is, and is empty for the whole; ``gone`` marks one that a later reading no longer finds.
"""

signatures = Table(
    "signatures", metadata,
    Column("account", Number, ForeignKey("accounts.number"), primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("fullness", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
"""What grouping keeps of an account; ``digest`` is that of the reading it was made from."""

keys = Table(
    "keys", metadata,
    Column("key", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
    Column("account", Number, ForeignKey("accounts.number"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""By what an account's neighbours find it: the keys of its signature, hashed."""

links = Table(
    "links", metadata,
    Column("first", Number, ForeignKey("accounts.number"), primary_key=True, autoincrement=False),
    Column("second", Number, ForeignKey("accounts.number"), primary_key=True, autoincrement=False),
    Column("likeness", Float, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("why", Text, nullable=False),
    Column("shared", LargeBinary),
    Index("ix_links_second", "second"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Two accounts that are alike: how likely they tell one happening, whether one is a copy, why, and the text they share. ``first`` came first."""

events = Table(
    "events", metadata,
    Column("id", String, primary_key=True),
    Column("founder", Number, ForeignKey("reports.number"), nullable=False),
    Column("merged_into", String, ForeignKey("events.id")),
    Column("change", Number, nullable=False),
    Column("changed", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("kind", Text),
    Column("places", Text, nullable=False),
    Column("actors", Text, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
"""The events, each named after the report, or the account of one, that founded it; one that was merged stays as a tombstone."""

members = Table(
    "members", metadata,
    Column("account", Number, ForeignKey("accounts.number"), primary_key=True, autoincrement=False),
    Column("since", Number, primary_key=True, autoincrement=False),
    Column("until", Number),
    Column("event", String, ForeignKey("events.id"), nullable=False, index=True),
)  # fmt: skip
"""Which event an account belonged to, from which change to which; the present one has no ``until``."""

records = Table(
    "records", metadata,
    Column("event", String, ForeignKey("events.id"), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
"""The present record of each event."""

judgements = Table(
    "judgements", metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, index=True),
    Column("withdraws", String),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
"""What reviewers decided, and what they withdrew; ``number`` is that of the change."""

log = Table(
    "log", metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("what", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_log_at", "at"),
    Index("ix_log_subject", "subject"),
)  # fmt: skip
"""Every change, each bound to the one before by its hash."""

visits = Table(
    "visits", metadata,
    Column("address", Text, primary_key=True),
    Column("body", Text, nullable=False),
)  # fmt: skip
"""What is remembered of each feed between two visits."""
