"""A call that nothing can break off, waited for no longer than one has time."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class TooSlow(Exception):
    """A call has not come back in time."""


def within(seconds: float, call: Callable[[], T]) -> T:
    """Return what a call returns, or raise what it raises; TooSlow where it takes longer.

    The system looks names up for as long as it pleases, and offers no way to stop it. The call goes on in a thread of its own, which
    keeps nobody from ending the program, and its late answer is dropped.

    >>> within(1.0, lambda: "192.0.2.7")
    '192.0.2.7'
    """
    answers: list[T] = []
    problems: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(call())
        except BaseException as problem:  # noqa: BLE001 - handed on to whoever waits
            problems.append(problem)

    thread = Thread(target=run, name="rashomon-waits", daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if answers:
        return answers[0]
    raise problems[0] if problems else TooSlow
