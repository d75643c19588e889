"""The index by which an account finds its neighbours, and the links to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from rashomon.model import SharedText
from rashomon.store.codec import canonical, pack, storable, to_json, unpack, unpacked
from rashomon.store.reports import chunks
from rashomon.store.schema import keys, links, signatures


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts by their numbers, the earlier first.

    How likely they tell one happening, why, whether one is an exact copy of the other, and the text they share.
    """

    first: int
    second: int
    likeness: float
    why: str = ""
    copy: bool = False
    shared: SharedText | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """What grouping keeps of an account: its signature as plain values, the digest of the reading it is of, name and fullness."""

    digest: str
    name: str
    fullness: int
    row: dict[str, Any]


def keep_signature(connection: Connection, number: int, sketch: Sketch, filed: Iterable[str]) -> None:
    """Keep the signature of an account, and file it under its keys."""
    connection.execute(delete(signatures).where(signatures.c.account == number))
    connection.execute(
        insert(signatures).values(
            account=number, digest=sketch.digest, name=storable(sketch.name), fullness=sketch.fullness, body=pack(canonical(sketch.row))
        )
    )  # fmt: skip
    rows = [{"key": key, "account": number} for key in sorted({hashed(key) for key in filed})]
    if rows:
        connection.execute(insert(keys), rows)


def take_keys(connection: Connection, number: int, filed: Iterable[str]) -> None:
    """Take an account out from under keys that it had."""
    for some in chunks(hashed(key) for key in filed):
        connection.execute(delete(keys).where(keys.c.key.in_(some), keys.c.account == number))


def hashed(key: str) -> int:
    """Return a key as a number of eight bytes: a tenth of the room that the words take."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def filed_under(connection: Connection, asked: Iterable[str]) -> set[int]:
    """Return the accounts that are filed under one of these keys at least; a hash in a billion billion may add one."""
    return {
        account
        for some in chunks(hashed(key) for key in asked)
        for account in connection.execute(select(keys.c.account).where(keys.c.key.in_(some))).scalars()
    }


def digests(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Return the digests of the readings that signatures are of."""
    return {
        row.account: row.digest
        for some in chunks(numbers)
        for row in connection.execute(
            select(signatures.c.account, signatures.c.digest).where(signatures.c.account.in_(some))
        )
    }


def sketches(connection: Connection, numbers: Iterable[int]) -> dict[int, Sketch]:
    """Return the signatures of accounts."""
    return {
        row.account: Sketch(row.digest, row.name, row.fullness, json.loads(unpacked(row.body)))
        for some in chunks(numbers)
        for row in connection.execute(select(signatures).where(signatures.c.account.in_(some)))
    }


def names(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, int]]:
    """Return the name and the fullness of accounts."""
    asked = select(signatures.c.account, signatures.c.name, signatures.c.fullness)
    return {
        row.account: (row.name, row.fullness)
        for some in chunks(numbers)
        for row in connection.execute(asked.where(signatures.c.account.in_(some)))
    }


def keep_links(connection: Connection, found: Iterable[Link]) -> None:
    """Keep links that are new."""
    rows = [
        {
            "first": one.first, "second": one.second, "likeness": one.likeness, "copy": int(one.copy), "why": storable(one.why),
            "shared": pack(to_json(SharedText, one.shared)) if one.shared else None,
        }
        for one in found
    ]  # fmt: skip
    if rows:
        connection.execute(insert(links), rows)


def cut(connection: Connection, numbers: Iterable[int]) -> None:
    """Take out all links of some accounts, whose readings have changed."""
    for some in chunks(numbers):
        connection.execute(delete(links).where(or_(links.c.first.in_(some), links.c.second.in_(some))))


TOLD = (links.c.first, links.c.second, links.c.likeness, links.c.why, links.c.copy)


def ties(connection: Connection, numbers: Iterable[int], least: float) -> list[Link]:
    """Return the links of some accounts, with whomever, that are copies or of at least that likeness."""
    strong = or_(links.c.likeness >= least, links.c.copy == 1)
    found = {}
    for some in chunks(numbers):
        for end in (links.c.first, links.c.second):
            for row in connection.execute(select(*TOLD).where(end.in_(some), strong)):
                found[row.first, row.second] = Link(row.first, row.second, row.likeness, row.why, bool(row.copy))
    return list(found.values())


def among(connection: Connection, numbers: Iterable[int]) -> list[Link]:
    """Return all links between some accounts, without the text they share."""
    wanted = set(numbers)
    return [
        Link(row.first, row.second, row.likeness, row.why, bool(row.copy))
        for some in chunks(wanted)
        for row in connection.execute(
            select(*TOLD).where(links.c.first.in_(some), links.c.second.between(min(wanted), max(wanted)))
        )
        if row.second in wanted
    ]


def shared_among(connection: Connection, numbers: Iterable[int]) -> list[SharedText]:
    """Return the texts that these accounts share with each other, in the order of their reports' ids."""
    wanted = set(numbers)
    found = [
        unpack(SharedText, row.shared)
        for some in chunks(wanted)
        for row in connection.execute(
            select(links.c.second, links.c.shared).where(links.c.first.in_(some), links.c.shared.is_not(None))
        )
        if row.second in wanted
    ]
    return sorted(found, key=lambda text: (text.first, text.second))
