"""How an outlet names itself in its own report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class SelfNaming:
    """Words directly before or after an outlet's name by which a report gives its own outlet away.

    ``bylines`` are verbs by which its own people sign, ``reporters`` what they are, ``editions`` what it calls its page as it was before, ``press`` words of a paper's or a
    station's name; ``networks`` and ``brands`` are what stands before
    the number of a station, ``handles`` what the names of journalists' accounts end in.
    """

    TABLE: ClassVar[str] = "en/selfnaming.yaml"

    before: tuple[str, ...]
    unnamed: frozenset[str]
    not_before: frozenset[str]
    after: tuple[str, ...]
    footer_before: tuple[str, ...]
    footer_after: tuple[str, ...]
    bylines: frozenset[str] = frozenset()
    reporters: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
