"""Forms of English verbs, regular ones by rule and irregular ones from a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

VOWELS = "aeiou"


@dataclass(frozen=True)
class Irregular:
    """Irregular forms: base -> third person, past, participle, -ing, and more; ``doubled`` are verbs that double their last letter."""

    TABLE: ClassVar[str] = "en/irregular.yaml"
    verbs: dict[str, list[str]]
    doubled: frozenset[str] = frozenset()


def verb_forms(base: str, irregular: Irregular) -> tuple[str, ...]:
    """Return all forms of a verb or of a phrase that begins with one.

    >>> verb_forms("take hostage", Irregular({"take": ["takes", "took", "taken", "taking"]}))
    ('take hostage', 'takes hostage', 'took hostage', 'taken hostage', 'taking hostage')
    """
    verb, _, rest = base.partition(" ")
    forms = [verb, *irregular.verbs.get(verb, regular_forms(verb, irregular.doubled))]
    unique = dict.fromkeys(forms)
    return tuple(f"{form} {rest}" if rest else form for form in unique)


def regular_forms(verb: str, doubled: frozenset[str]) -> list[str]:
    """Return third person, past and -ing of a regular verb."""
    if verb.endswith("e"):
        return [verb + "s", verb + "d", (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing"]
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb + verb[-1] if verb in doubled else verb
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return [third, stem + "ed", stem + "ing"]
