"""What the judge of attributions sees of a candidate: its words, its shape, whose it is, and where it stands, as hashed numbers.

A feature is a few words in a slot, hashed to one of 65,536 places; the judge holds a weight for each place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.judge.codes import Codes
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.stances import Candidate
from rashomon.lexicon.tables import Tables
from rashomon.model.quick import quick

BITS = 16
"""Features are hashed to this many bits."""
ALIKE = frozenset({"PRP", "WP", "WDT", "DT", "PRP$", "EX"})
"""Tags of words that stand for a holder by themselves: the word tells more than the tag."""
FAR = 6


@quick
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
    """Return the features of a candidate: places (some 35,), each below 65,536 where ``codes`` has ``BITS``."""
    token, kind, base, shape = found.token, found.kind, found.stance.base, found.shape
    heard, place, holder = around.heard, around.place, holder_kind(found.holder)
    tag, dep, over = token.tag, token.dep, parse.head(token)
    helper, behind, deps = beside(parse, token)
    above, its_tag = (over.lower, over.tag) if over is not None else ("", "")
    state = found.has_source + 2 * found.has_content + 4 * around.opens + 8 * ("neg" in deps)
    names = [
        codes["bias"][""], codes["heard"][kind, heard], codes["base"][base, kind], codes["word"][token.lower],
        codes["base, holder"][base, holder], codes["base, shape"][base, shape], codes["shape"][kind, shape, holder],
        codes["holder"][kind, holder], codes["place"][kind, place], codes["place, heard"][place, heard, holder],
        codes["base, place"][base, place], codes["tag"][tag, dep], codes["base, dep"][base, dep], codes["base, tag"][base, tag],
        codes["helper"][helper, kind], codes["behind"][behind, kind], codes["base, behind"][base, behind],
        codes["over"][above], codes["over, dep"][its_tag, dep, kind], codes["base, heard"][base, heard],
        codes["state"][state, heard, kind],
    ]  # fmt: skip
    for name in found.stance.classes:
        names += (codes["class"][name, holder, heard], codes["class, shape"][name, shape, place])
    if found.holder is not None:
        away = found.holder.i - token.i
        names += (codes["held by"][found.holder.lower], codes["away"][max(-FAR, min(FAR, away)), kind])
    names += near(parse, token, base, kind, codes)
    slot = codes["dep"]
    names += [slot[name, kind] for name in deps]
    return names


def beside(parse: Parse, token: Token) -> tuple[str, str, dict[str, None]]:
    """Return a word's first helper verb, the first preposition or particle behind it, and the relations of all that hangs on it."""
    helper, behind = "", ""
    deps: dict[str, None] = {}
    for kid in parse.below[token.i]:
        deps[kid.dep] = None
        if kid.dep == "aux":
            helper = helper or kid.lower
        elif kid.i > token.i and not behind and kid.dep in ("prep", "prt"):
            behind = kid.lower
    return helper, behind, deps


def near(parse: Parse, token: Token, base: str, kind: str, codes: Codes) -> Iterator[int]:
    """Yield what stands right behind a word and right before it."""
    if token.i + 1 < len(parse.tokens):
        after = parse.tokens[token.i + 1]
        yield codes["after"][after.lower]
        yield codes["after, tag"][after.tag, kind]
        yield codes["base, after"][base, after.lower]
    if token.i:
        before = parse.tokens[token.i - 1]
        yield codes["before"][before.lower]
        yield codes["before, tag"][before.tag, kind]


def holder_kind(holder: Token | None) -> str:
    """Return what sort of word a holder is: a pronoun by itself, a name, a noun in the singular or plural."""
    if holder is None:
        return ""
    return holder.lower if holder.tag in ALIKE else holder.tag


def stance_codes(tables: Tables) -> Codes:
    """Return the slots of a run's tables, which remember their numbers from report to report."""
    made: Codes = tables.made("stance codes", lambda _: Codes(BITS))
    return made
