"""What reviewers decided: kept for good, withdrawn by a further row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select

from rashomon.model import Judgement, content_id
from rashomon.model.living import JudgementId
from rashomon.store.codec import content, digest, pack, to_json, unpack
from rashomon.store.log import Log
from rashomon.store.schema import judgements


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement under its id, with the changes of the log by which it was made and withdrawn."""

    id: JudgementId
    judgement: Judgement
    made: int
    withdrawn: int | None = None

    def at(self, change: int) -> Judgement | None:
        """Return the judgement as it stood after a change; None where it was not made yet."""
        if self.made > change:
            return None
        return replace(self.judgement, withdrawn=self.withdrawn is not None and self.withdrawn <= change)


def id_of(judgement: Judgement) -> JudgementId:
    """Return a judgement's id: a hash of all it says."""
    one = judgement
    return JudgementId(content_id("j", one.decision, *one.subject, one.by, one.at, one.correction, one.reason))


def keep_judgement(
    connection: Connection, judgement: Judgement, log: Log, *, withdraws: str | None = None
) -> JudgementId:
    """Keep a judgement, or what withdraws an earlier one, with its row in the log."""
    told, mine = to_json(Judgement, judgement), JudgementId(withdraws or id_of(judgement))
    details = {
        "decision": str(judgement.decision), "subject": list(judgement.subject), "by": judgement.by,
        "correction": judgement.correction, "reason": judgement.reason, "digest": digest(told),
    }  # fmt: skip
    number = log.add("withdrawn" if withdraws else "judged", mine, details)
    connection.execute(insert(judgements).values(number=number, id=mine, withdraws=withdraws, body=pack(told)))
    return mine


def all_judgements(connection: Connection) -> list[Decided]:
    """Return all judgements in the order in which they were made, each as it stands now."""
    found: dict[str, Decided] = {}
    for row in connection.execute(select(judgements).order_by(judgements.c.number)):
        if row.withdraws is None:
            found.setdefault(row.id, Decided(JudgementId(row.id), unpack(Judgement, row.body), row.number))
        elif row.withdraws in found and found[row.withdraws].withdrawn is None:
            one = found[row.withdraws]
            found[row.withdraws] = replace(one, judgement=replace(one.judgement, withdrawn=True), withdrawn=row.number)
    return list(found.values())


def digests(connection: Connection) -> dict[int, str]:
    """Return the digest of what is kept for each judgement and each withdrawal, by the change that made it."""
    rows = connection.execute(select(judgements.c.number, judgements.c.body))
    return {row.number: content(row.body) for row in rows}
