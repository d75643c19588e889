"""Frozen dataclasses whose instances are made quickly."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

Made = TypeVar("Made")

OPENED = "def __init__(self, {names}):\n turn(self, opened)\n {sets}\n turn(self, cls)\n {checks}"
"""How an instance is made: while it is of the open class, setting a field is a plain assignment."""


def quick(cls: type[Made]) -> type[Made]:
    """Let the instances of a frozen dataclass be made in a third of the time; all else about it stays.

    A frozen class pays for each field with a call that goes around its own lock. Here a new instance belongs for a moment to
    an open class of the same layout. Worth it for what a report makes dozens of; ValueError where a factory makes a field.

    >>> from dataclasses import dataclass
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Toll:
    ...     dead: int
    ...     hurt: int = 0
    >>> Toll(12)
    Toll(dead=12, hurt=0)
    """
    given: Any = cls.__init__
    kept: Any = fields(cls)  # type: ignore[arg-type]
    if any(field.default_factory is not MISSING or field.kw_only or not field.init for field in kept):
        raise ValueError(f"{cls.__name__} has a field that is not given as it is; leave out @quick")
    names = [field.name for field in kept]
    slots = {"__slots__": tuple(names)} if "__slots__" in vars(cls) else {}
    parts = {
        "names": ", ".join(names),
        "sets": "; ".join(f"self.{name} = {name}" for name in names),
        "checks": "self.__post_init__()" if hasattr(cls, "__post_init__") else "",
    }
    turn: Any = vars(object)["__class__"]
    known = {"turn": turn.__set__, "opened": type(cls.__name__, (), slots), "cls": cls}
    exec(OPENED.format(**parts), known)  # noqa: S102 - made of the class's own field names, as dataclasses themselves do
    made: Any = known["__init__"]
    made.__defaults__, made.__annotations__ = given.__defaults__, given.__annotations__
    made.__qualname__, made.__module__ = given.__qualname__, cls.__module__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls
