"""What the judge of attributions sees of a candidate: its words, its shape, whose it is, and where it stands, as hashed numbers.

A feature is a few words and numbers mixed into one of 65,536 places; the judge holds a weight for each place.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.stances import Candidate

BITS = 16
"""Features are hashed to this many bits."""
MASK = (1 << BITS) - 1
ALIKE = frozenset({"PRP", "WP", "WDT", "DT", "PRP$", "EX"})
"""Tags of words that stand for a holder by themselves: the word tells more than the tag."""
FAR = 6


class Codes(dict[str, int]):
    """Remembers a number for each word, the same in every run."""

    def __missing__(self, word: str) -> int:
        code = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return code


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a candidate stands: in a quotation, in others' words, in a headline; ``heard``: whether it hands over a claim.

    ``heard`` is empty for a stance, ``said``, ``presumed`` or ``nobody`` for a hand-over.
    """

    quoted: bool = False
    told: bool = False
    headline: bool = False
    heard: str = ""
    opens: bool = False

    @property
    def place(self) -> int:
        """Where it stands, as a number."""
        return self.quoted + 2 * self.told + 4 * self.headline


def features(parse: Parse, found: Candidate, around: Surroundings, codes: Codes) -> list[int]:
    """Return the hashed features of a candidate.

    >>> from rashomon.extract.judge.stancefeatures import mixed
    >>> 0 <= mixed(3, 17, 4) < 65536
    True
    """
    token, kind = found.token, codes[found.kind]
    base, shape, heard, place = codes[found.stance.base], codes[found.shape], codes[around.heard], around.place
    holder = codes[holder_kind(found.holder)]
    tag, dep = codes[token.tag], codes[token.dep]
    over = parse.head(token)
    kids = parse.kids(token)
    helper, behind, deps = 0, 0, set()
    for kid in kids:
        deps.add(kid.dep)
        if kid.dep == "aux":
            helper = helper or codes[kid.lower]
        elif kid.i > token.i and not behind and kid.dep in ("prep", "prt"):
            behind = codes[kid.lower]
    state = found.has_source + 2 * found.has_content + 4 * around.opens + 8 * ("neg" in deps)
    names = [
        0, mixed(1, kind, heard), mixed(2, base, kind), mixed(3, codes[token.lower]), mixed(4, base, holder),
        mixed(5, base, shape), mixed(6, kind, shape, holder), mixed(7, kind, holder), mixed(8, kind, place),
        mixed(9, place, heard, holder), mixed(10, base, place), mixed(11, tag, dep), mixed(12, base, dep), mixed(13, base, tag),
        mixed(14, helper, kind), mixed(15, behind, kind), mixed(16, base, behind), mixed(17, codes[over.lower] if over else 0),
        mixed(18, codes[over.tag] if over else 0, dep, kind), mixed(19, base, heard), mixed(20, state, heard, kind),
    ]  # fmt: skip
    for name in found.stance.classes:
        names.append(mixed(21, codes[name], holder, heard))
        names.append(mixed(22, codes[name], shape, place))
    if found.holder is not None:
        away = found.holder.i - token.i
        names.append(mixed(23, codes[found.holder.lower]))
        names.append(mixed(24, max(-FAR, min(FAR, away)) + FAR, kind))
    if token.i + 1 < len(parse.tokens):
        after = parse.tokens[token.i + 1]
        names += (mixed(25, codes[after.lower]), mixed(26, codes[after.tag], kind), mixed(27, base, codes[after.lower]))
    if token.i:
        before = parse.tokens[token.i - 1]
        names += (mixed(28, codes[before.lower]), mixed(29, codes[before.tag], kind))
    names += [mixed(30, codes[name], kind) for name in deps]
    return names


def mixed(slot: int, first: int, second: int = 0, third: int = 0) -> int:
    """Return one of the places that features are hashed to."""
    total = slot * 0x9E3779B1 + first * 0x85EBCA6B + second * 0xC2B2AE35 + third * 0x27D4EB2F
    return ((total ^ (total >> 15)) * 0x2C1B3C6D >> 13) & MASK


def holder_kind(holder: Token | None) -> str:
    """Return what sort of word a holder is: a pronoun by itself, a name, a noun in the singular or plural."""
    if holder is None:
        return ""
    return holder.lower if holder.tag in ALIKE else holder.tag
