"""What reviewers decide: ``judge``, and ``withdraw``."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.interface import session
from rashomon.interface.living import opened
from rashomon.interface.living.opened import Where


class Said(StrEnum):
    """The decisions, as one types them."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    NOT_SAME = "not-same"


By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who says so; else the name you are logged in by.")
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why.")]


def judge(  # noqa: PLR0917 - one parameter for each option
    decision: Annotated[Said, typer.Argument(help="What you decide.")],
    subjects: Annotated[
        list[str],
        typer.Argument(metavar="ID", help="Claims; or, for same and not-same, reports or events, two at least."),
    ],
    store: Where = opened.DEFAULT,
    correction: Annotated[
        str | None,
        typer.Option("--value", metavar="VALUE", help="With correct: 34, 34.., ..40, 30..40, layer=background, group=civilians ..."),
    ] = None,
    by: By = None,
    reason: Reason = None,
) -> None:  # fmt: skip
    """Accept, correct or reject claims; say of reports that they tell the same event, or not.

    The records it concerns are made anew. The judgement's id is printed: withdraw takes it back.
    """
    from rashomon.model import Decision, Judgement

    with session.told(), opened.writer(store) as open_store:
        meant = Decision(decision.replace("-", " "))
        ids = tuple(open_store.founder(one) if one.startswith("e-") else one for one in subjects)
        mine = Judgement(meant, ids, by or getpass.getuser(), opened.stamp_now(), correction, reason)
        print(open_store.judge(mine))


def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="ID", help="A judgement, by the id that judge printed.")],
    store: Where = opened.DEFAULT,
    by: By = None,
    reason: Reason = None,
) -> None:
    """Take a judgement back; both stay in the log."""
    with session.told(), opened.writer(store) as open_store:
        open_store.withdraw(judgement, by=by or getpass.getuser(), at=opened.stamp_now(), reason=reason)
