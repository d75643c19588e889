"""How a guest behaves: who it says it is, how long it waits, how much it takes."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.intake.limits import KIB, MOST_RECORD

NAME = "rashomon"
"""The name that robots.txt may speak to."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Times in seconds, sizes in bytes.

    ``gap`` lies between two requests to one host, or more where its robots.txt asks for it, up to ``longest_gap``.
    Where a server is busy or out of reach it is tried ``tries`` times, after ``backoff`` and then twice as long each
    time; a wait of more than ``patience`` is left to the caller, who may come back after ``Visit.not_before``.
    """

    agent: str = f"{NAME} (reads news reports; honours robots.txt)"
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    most_bytes: int = MOST_RECORD
    most_unpacked: int = 2 * MOST_RECORD
    redirects: int = 5
    gap: float = 2.0
    longest_gap: float = 30.0
    tries: int = 3
    backoff: float = 2.0
    patience: float = 60.0
    longest_backoff: float = 24 * 3600.0
    robots_bytes: int = 512 * KIB
    robots_for: float = 24 * 3600.0
    """How long a robots.txt that was read is taken to hold."""
    closed_for: float = 600.0
    """How long a site whose robots.txt is out of reach is left alone."""

    def wait(self, failures: int, base: float | None = None) -> float:
        """Return how long to wait after so many failures in a row.

        >>> [Manners().wait(failures) for failures in (1, 2, 3)]
        [2.0, 4.0, 8.0]
        """
        return min((self.backoff if base is None else base) * 2.0 ** min(failures - 1, 30), self.longest_backoff)


POLITE = Manners()
"""The manners we have where nothing else is said."""
