"""The first layout.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def number(name: str, *more: sa.ForeignKey, nullable: bool = False) -> sa.Column[int]:
    """Return a column of running numbers."""
    return sa.Column(name, NUMBER, *more, nullable=nullable, autoincrement=False)


def words(name: str, *more: sa.ForeignKey, nullable: bool = False) -> sa.Column[str]:
    """Return a column of text."""
    return sa.Column(name, sa.Text(), *more, nullable=nullable)


def ident(name: str, *more: sa.ForeignKey, nullable: bool = False, length: int | None = None) -> sa.Column[str]:
    """Return a column of ids, digests or days."""
    return sa.Column(name, sa.String(length), *more, nullable=nullable)


def packed(name: str, *, nullable: bool = False) -> sa.Column[bytes]:
    """Return a column of bytes."""
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def upgrade() -> None:
    """Make all tables."""
    what_came()
    what_was_read()
    what_belongs_together()
    what_was_decided()
    index_of_words()


def what_came() -> None:
    """Make the tables of what came in."""
    op.create_table(
        "originals", ident("digest", length=64), words("source"), words("arrived"), packed("bytes"),
        sa.PrimaryKeyConstraint("digest", name="pk_originals"),
    )  # fmt: skip
    op.create_table(
        "rejected", number("number"), words("source"), ident("code"), words("reason"), words("arrived"),
        ident("original", sa.ForeignKey("originals.digest", name="fk_rejected_original"), nullable=True, length=64),
        sa.PrimaryKeyConstraint("number", name="pk_rejected"),
    )  # fmt: skip
    op.create_table("visits", words("address"), words("body"), sa.PrimaryKeyConstraint("address", name="pk_visits"))
    op.create_table(
        "reports", number("number"), ident("id"), words("arrived"),
        ident("original", sa.ForeignKey("originals.digest", name="fk_reports_original"), nullable=True, length=64),
        ident("day", nullable=True, length=10), packed("body"),
        sa.PrimaryKeyConstraint("number", name="pk_reports"), sa.UniqueConstraint("id", name="uq_reports_id"),
    )  # fmt: skip


def what_was_read() -> None:
    """Make the tables of readings, and of what finds them."""
    op.create_table(
        "readings", number("report", sa.ForeignKey("reports.number", name="fk_readings_report")),
        ident("code"), ident("tables"), ident("digest", length=64), packed("body"),
        sa.PrimaryKeyConstraint("report", name="pk_readings"),
    )  # fmt: skip
    op.create_table(
        "claims", ident("id"), number("report", sa.ForeignKey("reports.number", name="fk_claims_report")),
        sa.PrimaryKeyConstraint("id", "report", name="pk_claims"),
    )  # fmt: skip
    op.create_index("ix_claims_report", "claims", ["report"])
    op.create_table(
        "signatures", number("report", sa.ForeignKey("reports.number", name="fk_signatures_report")), ident("digest", length=64),
        words("name"), sa.Column("fullness", sa.Integer(), nullable=False), packed("body"),
        sa.PrimaryKeyConstraint("report", name="pk_signatures"),
    )  # fmt: skip
    op.create_table(
        "keys", number("key"), number("report", sa.ForeignKey("reports.number", name="fk_keys_report")),
        sa.PrimaryKeyConstraint("key", "report", name="pk_keys"), sqlite_with_rowid=False,
    )  # fmt: skip


def what_belongs_together() -> None:
    """Make the tables of links, events and records."""
    op.create_table(
        "links", number("first", sa.ForeignKey("reports.number", name="fk_links_first")),
        number("second", sa.ForeignKey("reports.number", name="fk_links_second")),
        sa.Column("likeness", sa.Float(), nullable=False), sa.Column("copy", sa.Integer(), nullable=False), words("why"), packed("shared", nullable=True),
        sa.PrimaryKeyConstraint("first", "second", name="pk_links"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_links_second", "links", ["second"])
    op.create_table(
        "events", ident("id"), number("founder", sa.ForeignKey("reports.number", name="fk_events_founder")),
        ident("merged_into", sa.ForeignKey("events.id", name="fk_events_merged_into"), nullable=True),
        number("change"), words("changed"), sa.Column("reports", sa.Integer(), nullable=False),
        ident("earliest", nullable=True, length=10), ident("latest", nullable=True, length=10), words("kind", nullable=True),
        words("places"), words("actors"), sa.Column("disputed", sa.Integer(), nullable=False), packed("body"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )  # fmt: skip
    op.create_table(
        "members", number("report", sa.ForeignKey("reports.number", name="fk_members_report")), number("since"),
        number("until", nullable=True), ident("event", sa.ForeignKey("events.id", name="fk_members_event")),
        sa.PrimaryKeyConstraint("report", "since", name="pk_members"),
    )  # fmt: skip
    op.create_index("ix_members_event", "members", ["event"])
    op.create_table(
        "records", ident("event", sa.ForeignKey("events.id", name="fk_records_event")), ident("digest", length=64), packed("body"),
        sa.PrimaryKeyConstraint("event", name="pk_records"),
    )  # fmt: skip


def what_was_decided() -> None:
    """Make the tables of judgements and changes."""
    op.create_table(
        "judgements", number("number"), ident("id"), ident("withdraws", nullable=True), packed("body"),
        sa.PrimaryKeyConstraint("number", name="pk_judgements"),
    )  # fmt: skip
    op.create_index("ix_judgements_id", "judgements", ["id"])
    op.create_table(
        "log", number("number"), words("at"), ident("what"), words("subject"), words("details"), ident("hash", length=64),
        sa.PrimaryKeyConstraint("number", name="pk_log"),
    )  # fmt: skip
    op.create_index("ix_log_at", "log", ["at"])
    op.create_index("ix_log_subject", "log", ["subject"])


def index_of_words() -> None:
    """Make the index of the reports' words, as the engine has it."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TABLE words (report BIGINT NOT NULL CONSTRAINT pk_words PRIMARY KEY "
            "CONSTRAINT fk_words_report REFERENCES reports (number), stems TSVECTOR NOT NULL)"
        )
        op.execute("CREATE INDEX ix_words_stems ON words USING gin (stems)")
    else:
        op.execute("CREATE VIRTUAL TABLE words USING fts5 (title, text, content='', tokenize='porter unicode61')")
