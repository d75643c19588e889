"""Forms of English verbs, regular ones by rule and irregular ones from a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

VOWELS = "aeiou"
DOUBLED = frozenset(
    [
        "admit",
        "airdrop",
        "allot",
        "ban",
        "bar",
        "beg",
        "blog",
        "brag",
        "cancel",
        "chat",
        "chop",
        "clip",
        "club",
        "commit",
        "compel",
        "concur",
        "confer",
        "control",
        "crop",
        "dam",
        "defer",
        "deter",
        "dip",
        "drag",
        "drop",
        "dub",
        "enrol",
        "equip",
        "expel",
        "flap",
        "flip",
        "flog",
        "fret",
        "fuel",
        "fulfil",
        "grab",
        "grip",
        "gun",
        "hem",
        "hop",
        "hug",
        "hum",
        "incur",
        "infer",
        "jab",
        "jam",
        "jog",
        "kidnap",
        "knit",
        "label",
        "lop",
        "map",
        "mob",
        "model",
        "mug",
        "nab",
        "nip",
        "nod",
        "occur",
        "omit",
        "pan",
        "parcel",
        "pat",
        "patrol",
        "peg",
        "pen",
        "permit",
        "pet",
        "pin",
        "plan",
        "plot",
        "plug",
        "pop",
        "prefer",
        "prod",
        "prop",
        "propel",
        "quarrel",
        "quip",
        "ram",
        "rap",
        "rebel",
        "rebut",
        "recur",
        "refer",
        "regret",
        "repel",
        "rid",
        "rig",
        "rip",
        "rob",
        "rub",
        "sag",
        "sap",
        "scan",
        "scar",
        "scrap",
        "ship",
        "shop",
        "shred",
        "shrug",
        "sip",
        "skid",
        "skip",
        "slam",
        "slap",
        "slim",
        "slip",
        "snap",
        "snub",
        "sob",
        "span",
        "spar",
        "spot",
        "spur",
        "stab",
        "star",
        "stem",
        "step",
        "stir",
        "stop",
        "strap",
        "strip",
        "strut",
        "stun",
        "submit",
        "swap",
        "tag",
        "tap",
        "thin",
        "throb",
        "tip",
        "transfer",
        "trap",
        "travel",
        "trim",
        "tug",
        "tunnel",
        "vet",
        "wag",
        "war",
        "whip",
        "wrap",
        "zap",
    ]
)


@dataclass(frozen=True)
class Irregular:
    """Irregular forms: base -> third person, past, participle, -ing, and more."""

    TABLE: ClassVar[str] = "en/irregular.yaml"
    verbs: dict[str, list[str]]


def verb_forms(base: str, irregular: Irregular) -> tuple[str, ...]:
    """Return all forms of a verb or of a phrase that begins with one.

    >>> verb_forms("take hostage", Irregular({"take": ["takes", "took", "taken", "taking"]}))
    ('take hostage', 'takes hostage', 'took hostage', 'taken hostage', 'taking hostage')
    """
    verb, _, rest = base.partition(" ")
    forms = [verb, *irregular.verbs.get(verb, regular_forms(verb))]
    unique = dict.fromkeys(forms)
    return tuple(f"{form} {rest}" if rest else form for form in unique)


def regular_forms(verb: str) -> list[str]:
    """Return third person, past and -ing of a regular verb."""
    if verb.endswith("e"):
        return [verb + "s", verb + "d", (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing"]
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb + verb[-1] if verb in DOUBLED else verb
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return [third, stem + "ed", stem + "ing"]
