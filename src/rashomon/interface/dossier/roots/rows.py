"""What the part on roots shows, in words that are safe to show."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.interface.dossier.roots.paths import NOBODY

PARTY, OFFICIAL, WATCHER, PRESS, UNNAMED, PERSON = "party", "official", "watcher", "press", "unnamed", "person"
SIGNS = {PARTY: "◆", OFFICIAL: "■", WATCHER: "▲", PRESS: "●", UNNAMED: "○", PERSON: "▼"}
"""How the classes of roots are told apart in the table and in the key."""
CLASSES = {
    "government": OFFICIAL, "police": OFFICIAL, "state force": OFFICIAL, "court": OFFICIAL, "international body": OFFICIAL,
    "coalition": OFFICIAL, "monitor": WATCHER, "aid body": WATCHER, "medical body": WATCHER, "rescue body": WATCHER,
    "agency": PRESS, "outlet": PRESS, "document": PRESS, "unnamed source": UNNAMED,
}  # fmt: skip
"""The class of each kind of actor; any other speaks for itself alone, as a person does."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where words stand: the report by its ``mark``, the claim to go to."""

    mark: str
    claim_id: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a root speaks to: the finding to go to, and how it reads."""

    finding_id: str
    label: str


@dataclass(frozen=True, slots=True)
class Root:
    """One who is first to say something.

    ``kind`` is what it is ("unnamed source"), ``party`` whether it is a party to the conflict. ``claims``
    counts the claims on its word, ``claim_id`` is the one to go to (empty where the record holds none); ``through`` names who passed its words on,
    ``stances`` how outlets put them where some do more than say so (``claimed``), ``mentions`` where they stand, a report once. ``likely`` counts the claims that
    name it nowhere and are likely its. ``own`` says that an outlet speaks here for itself.
    """

    name: str
    kind: str
    party: bool
    own: bool
    claims: int
    claim_id: str
    asked: tuple[Asked, ...]
    through: tuple[str, ...]
    stances: tuple[str, ...]
    mentions: tuple[Mention, ...]
    likely: int

    @property
    def cls(self) -> str:
        """The class of its kind, one of those that have a sign; empty for nobody named."""
        if self.name == NOBODY:
            return ""
        return PARTY if self.party else CLASSES.get(self.kind, PERSON)

    @property
    def sign(self) -> str:
        """The sign of its class, as the picture draws it; nobody has a cross."""
        return SIGNS.get(self.cls, "✚")


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words that name no source and are likely a root's: what they say, to which questions, who prints them, and why that root."""

    value: str
    asked: tuple[Asked, ...]
    printed: str
    likely: str
    why: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Two reports with the same sentences: their marks, how alike they are, and whose words they likely are."""

    first: str
    second: str
    words: str
    origin: str
