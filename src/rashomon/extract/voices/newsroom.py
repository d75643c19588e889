"""An outlet's own people: reporters who sign with a verb, are named with their newsroom, or post under its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rashomon.extract.voices.find import Said
from rashomon.lexicon.cues import CueBook
from rashomon.lexicon.selfnaming import SelfNaming
from rashomon.model import ActorKind

HANDLE = re.compile(r"\(@(\w{1,40})\)")
CALL_SIGN = re.compile(r"(?<![A-Z])[KW][A-Z]{2,3}(?![A-Z])")
NUMBERED = re.compile(r"[A-Za-z]{2,4}\d{1,2}|\d{1,2}[a-z]{2,6}")
TAIL = re.compile(r"\.[a-z]{2,4}(?:\.[a-z]{2})?$")
OPENING = re.compile(r"^(?:as )?(?:the )?", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?(?: own)?$")
TAG = re.compile(r"[@#](\w{3,40})")
SHORTEST = 3
"""Letters of an outlet's name by which an account is told to be one of its own."""


@dataclass(frozen=True)
class Newsroom:
    """Tells the outlet's own people in its report: ``outlet`` is its name or address, ``table`` how outlets name themselves, ``book`` has the cues."""

    outlet: str
    table: SelfNaming
    book: CueBook

    @cached_property
    def stem(self) -> str:
        """The letters of the outlet's name, without the end of an address: "abc13.example" -> abc13."""
        name = TAIL.sub("", self.outlet.lower())
        return "".join(filter(str.isalnum, name))

    @cached_property
    def station(self) -> re.Pattern[str]:
        """The names of stations by their channel: "Channel 9", "CBS2", "Local 10 News"."""
        names = "|".join(sorted(map(re.escape, self.table.networks | self.table.brands), key=len, reverse=True))
        return re.compile(rf"(?:{names})[ -]?\d{{1,3}}(?: news)?", re.IGNORECASE)

    def is_reporter(self, said: Said) -> bool:
        """Say whether a speaker is told to be one of the outlet's own: "Lena Ford reports", "Channel 9's Lena Ford", "reporter Lena Ford"."""
        speaker = said.speaker
        if speaker is None or speaker.kind is not ActorKind.PERSON or speaker.organisation is not None:
            return False
        words = " ".join(speaker.words.split())
        if words == speaker.name and " " in words and said.word in self.table.bylines:
            return True
        at = words.find(speaker.name)
        return at > 0 and self.leads(words[:at].strip(" ,"))

    def leads(self, before: str) -> bool:
        """Say whether the words before a name are those of the newsroom: "Local 10 News reporter", "FOX 4's", "crime reporter"."""
        owner, _, last = before.rpartition(" ")
        if last.lower() in self.table.reporters:
            return owner.islower() or not owner or self.is_own_name(POSSESSIVE.sub("", owner))
        return POSSESSIVE.search(before) is not None and self.is_own_name(POSSESSIVE.sub("", before))

    def is_own_name(self, name: str) -> bool:
        """Say whether a name is a station's by its channel, the outlet's, or a part of the outlet's that only a paper or a station bears."""
        name = OPENING.sub("", name)
        letters = "".join(filter(str.isalnum, name.lower()))
        if self.station.fullmatch(name) or letters == self.stem:
            return True
        pressed = CALL_SIGN.fullmatch(name) or self.table.press & set(name.lower().split())
        return bool(pressed) and letters in self.stem

    def posts(self, name: str, post: str) -> bool | None:
        """Say whether a person's post is the outlet's own word: True for its own people, None for another newsroom's, else False."""
        found = HANDLE.findall(post)
        if not found or self.book.organisation.search(name) or " " not in name.strip():
            return False
        handle = found[-1]
        letters = [mark.lower() for mark in (*CALL_SIGN.findall(handle), *NUMBERED.findall(handle))]
        if any(mark in self.stem for mark in letters) or self.is_tagged(post):
            return True
        if handle.lower().endswith(tuple(self.table.handles)):
            return True
        return None if CALL_SIGN.search(handle) else False

    def is_tagged(self, post: str) -> bool:
        """Say whether a post names the outlet's own account: "More at 11 @kxyz"."""
        return len(self.stem) >= SHORTEST and any(tag.startswith(self.stem) for tag in TAG.findall(post.lower()))
