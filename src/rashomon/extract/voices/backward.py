"""Sentences that name whose the words before them are: "That is according to the mayor", "The figures come from police"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.cues import CueBook

LEAD = 9
"""Words among which its verb stands."""
LINKS = frozenset({"is", "are", "was", "were", "comes", "come", "came", "'s"})
"""Verbs of such a sentence."""
POINTING = frozenset({"this", "that", "these", "those"})
SHORTEST = 3
"""Words of "the figure of 17"."""
LONGEST = 30
"""Words of such a sentence."""


def source_pointed(parse: Parse, book: CueBook) -> Token | None:
    """Return the word before the source of a sentence that tells only whose the words before it are, or None."""
    tokens = parse.tokens
    verb = next((t for t in tokens[:LEAD] if t.lower in LINKS), None)
    if verb is None or len(tokens) > LONGEST or verb.i + 2 >= len(tokens):
        return None
    lead = [t.lower for t in tokens[: verb.i]]
    counted = (
        len(lead) > SHORTEST
        and lead[1] in book.pointed
        and lead[2] == "of"
        and any(t.tag == "CD" for t in tokens[:LEAD])
    )
    pointing = counted or (
        lead[-1:]
        and (lead[-1] in POINTING or lead == ["it"] or (lead[-1] in book.pointed and lead[0] in ("the", *POINTING)))
    )
    if not pointing:
        return None
    behind = tokens[verb.i + 1 : verb.i + 5]
    link = next((t for t in behind[:2] if t.lower in ("according", "from")), None)
    return link or (owner_of(behind, book.texts) if lead[-1] in ("it", *POINTING) else None)


def owner_of(words: Sequence[Token], texts: frozenset[str]) -> Token | None:
    """Return the word before whose a text is: "the account |of| the coroner", or None."""
    text = next((i for i, t in enumerate(words[:-1]) if t.lower in texts), None)
    if text is None or words[0].lower not in ("the", "an", "a"):
        return None
    return words[text + 1] if words[text + 1].lower in ("of", "by", "from") else None
