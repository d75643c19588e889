"""Errors that a caller can act on.

::

    RashomonError
    ├── InputError        a file or stream cannot be read at all
    │   ├── EmptyInput    nothing in it
    │   ├── NotText       bytes that are no text in any known form
    │   └── TooLarge      more than is taken in of its kind
    ├── TableError        a lexicon table is wrong (unknown key, empty pattern, ...)
    ├── GazetteerError    the gazetteer file is missing or not one of ours
    ├── ParserError       the syntax model is not installed
    ├── JudgementError    a reviewer's correction says nothing that can be applied
    ├── QuestionError     a record has no question that reads as asked
    └── StoreError        a store cannot be opened, or holds nothing of that name

What is wrong *inside* a readable report is never an exception: it becomes a
:class:`rashomon.model.Note` with a span, and the rest is read.
"""

from __future__ import annotations


class RashomonError(Exception):
    """Base of all errors; the message says what was given, what is allowed and what to do."""


class InputError(RashomonError):
    """A source could not be read: ``source`` names it, ``reason`` says why."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(f"{source}: {message}")
        self.source, self.reason = source, message


class EmptyInput(InputError):
    """A source holds no text at all."""


class NotText(InputError):
    """A source's bytes are no text that can be decoded."""


class TooLarge(InputError):
    """A source is larger than what is taken in of its kind; the message names the limit."""


class TableError(RashomonError):
    """A lexicon table was refused; the message names file, entry and key."""


class GazetteerError(RashomonError):
    """The gazetteer file is missing or was not made by ``rashomon gazetteer build``."""


class ParserError(RashomonError):
    """The syntax model is not installed."""


class JudgementError(RashomonError):
    """A reviewer's correction is no number and no known field; the message names the claim and what is allowed."""


class QuestionError(RashomonError):
    """No question of a record reads as asked; ``questions`` are those that there are."""

    def __init__(self, asked: str, questions: tuple[str, ...]) -> None:
        help_ = "give one of these, or a part of it:" if questions else "the record holds no question at all"
        super().__init__(f"no question reads {asked!r}; {help_}")
        self.questions = questions


class StoreError(RashomonError):
    """A store cannot be opened or changed, or holds no event, report or judgement of the name given."""
