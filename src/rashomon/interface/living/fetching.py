"""The one who fetches, with the machine's clock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rashomon.intake.web import Fetcher

AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch from addresses of your own network and machine too."),
]


def fetcher(*, allow_private: bool) -> Fetcher:
    """Return what fetches addresses, politely and with care."""
    from rashomon.intake.web import Fetcher, Transport

    return Fetcher(Transport(allow_private=allow_private), time.time, time.sleep)
