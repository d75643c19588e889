"""What is grouped: each report, or each account that it gives of a happening."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from rashomon.model import Account, AccountId, Report, ReportId
from rashomon.store.codec import pack, to_json, unpack
from rashomon.store.reports import Kept, chunks
from rashomon.store.reports import kept as kept_reports
from rashomon.store.reports import texts as kept_texts
from rashomon.store.schema import accounts


@dataclass(frozen=True, slots=True)
class Given:
    """An account under its number in the order of arrival, with the report that gives it; ``account`` None is the whole report."""

    number: int
    account: Account | None
    kept: Kept

    def holds(self, claims: Collection[str]) -> bool:
        """Say whether one of some claims, by their ids, is in the account."""
        reading = self.account.of(self.kept.reading) if self.account else self.kept.reading
        return any(claim.id in claims for claim in (*reading.claims, *reading.implied))


def keep_accounts(connection: Connection, kept: Kept, found: Sequence[Account]) -> tuple[list[Given], list[int]]:
    """Keep the accounts that a report gives, none for the whole report as one; return them, and the numbers of those that are gone."""
    report = kept.report.id
    told: dict[AccountId, Account | None] = {one.id: one for one in found} or {AccountId(report): None}
    known = {row.id: row.number for row in rows_of(connection, accounts.c.report == kept.number)}
    gone = [number for id_, number in known.items() if id_ not in told]
    for some in chunks(gone):
        connection.execute(update(accounts).where(accounts.c.number.in_(some)).values(gone=1))
    given = []
    for id_, account in told.items():
        body = pack(to_json(Account, account)) if account else None
        if id_ in known:
            connection.execute(update(accounts).where(accounts.c.id == id_).values(body=body, gone=0))
        else:
            known[id_] = 1 + (connection.execute(select(func.max(accounts.c.number))).scalar() or 0)
            row = {"number": known[id_], "report": kept.number, "id": id_, "body": body, "gone": 0}
            connection.execute(insert(accounts).values(row))
        given.append(Given(known[id_], account, kept))
    return given, gone


def rows_of(
    connection: Connection, *conditions: ColumnElement[bool]
) -> Sequence[Row[tuple[int, int, str, bytes, int]]]:
    """Return the rows that fulfil some conditions, in the order of their numbers."""
    return connection.execute(select(accounts).where(*conditions).order_by(accounts.c.number)).all()


def given(connection: Connection, numbers: Iterable[int]) -> list[Given]:
    """Return accounts with their reports and readings, in the order in which they came; those that are gone are left out."""
    rows = [
        row
        for some in chunks(numbers)
        for row in rows_of(connection, accounts.c.number.in_(some), accounts.c.gone == 0)
    ]
    reports = {one.number: one for one in kept_reports(connection, {row.report for row in rows})}
    return [Given(row.number, account_of(row.body), reports[row.report]) for row in rows]


def texts(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[Report, Account | None]]:
    """Return the reports of accounts without their readings, and which part of them it is."""
    rows = [row for some in chunks(numbers) for row in rows_of(connection, accounts.c.number.in_(some))]
    reports = kept_texts(connection, {row.report for row in rows})
    return {row.number: (reports[row.report], account_of(row.body)) for row in rows}


def account_of(body: bytes | None) -> Account | None:
    """Return the account of a row; None for a whole report."""
    return unpack(Account, body) if body is not None else None


def numbers_of(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Return the numbers of accounts by their ids; a report's own story has the report's id."""
    return {row.id: row.number for row in rows_of(connection, accounts.c.id.in_(list(ids)), accounts.c.gone == 0)}


def ids_of(connection: Connection, numbers: Iterable[int]) -> dict[int, ReportId]:
    """Return the ids under which accounts are grouped."""
    asked = select(accounts.c.number, accounts.c.id)
    return {
        row.number: ReportId(row.id)
        for some in chunks(numbers)
        for row in connection.execute(asked.where(accounts.c.number.in_(some)))
    }


def of_reports(connection: Connection, reports: Iterable[int]) -> dict[int, list[int]]:
    """Return the accounts that reports give, by the number of the report, the report's own story first."""
    asked = select(accounts.c.number, accounts.c.report).where(accounts.c.gone == 0).order_by(accounts.c.number)
    found: dict[int, list[int]] = {}
    for some in chunks(reports):
        for row in connection.execute(asked.where(accounts.c.report.in_(some))):
            found.setdefault(row.report, []).append(row.number)
    return found
