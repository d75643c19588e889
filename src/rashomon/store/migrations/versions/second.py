"""A report may tell of several events: what is grouped are its accounts, and no longer the reports themselves.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
GROUPED = {
    "signatures": ["account"],
    "keys": ["account"],
    "members": ["account"],
    "links": ["first", "second"],
}
"""The tables of what is grouped, each with the columns that name an account."""
BARE = {"keys", "links"}
"""Those that SQLite keeps by their key alone."""


def upgrade() -> None:
    """Give each report one account under the report's own number, and let what is grouped point to it."""
    op.create_table(
        "accounts", sa.Column("number", NUMBER, nullable=False, autoincrement=False),
        sa.Column("report", NUMBER, sa.ForeignKey("reports.number", name="fk_accounts_report"), nullable=False),
        sa.Column("id", sa.String(), nullable=False), sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_accounts"), sa.UniqueConstraint("id", name="uq_accounts_id"),
    )  # fmt: skip
    op.create_index("ix_accounts_report", "accounts", ["report"])
    op.execute("INSERT INTO accounts (number, report, id, gone) SELECT number, number, id, 0 FROM reports")
    for table, columns in GROUPED.items():
        if columns == ["account"]:
            op.execute(f"ALTER TABLE {table} RENAME COLUMN report TO account")
        kept = {"sqlite_with_rowid": False} if table in BARE else {}
        with op.batch_alter_table(table, table_kwargs=kept) as batch:
            for column in columns:
                before = "report" if column == "account" else column
                batch.drop_constraint(f"fk_{table}_{before}", type_="foreignkey")
                batch.create_foreign_key(f"fk_{table}_{column}", "accounts", [column], ["number"])
