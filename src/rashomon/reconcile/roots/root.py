"""Who first said it: one key for one voice, however many outlets print it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.voices import Voices
from rashomon.model import (
    OUTLET,
    UNATTRIBUTED,
    Actor,
    ActorKind,
    Attribution,
    Claim,
    Link,
    Report,
    Voice,
)
from rashomon.reconcile.roots.bodies import bare_words, is_mute, kind_of_body
from rashomon.reconcile.roots.credits import credited

_PARTS = re.compile(r"[,:]\s|\s[-–—]\s")
_SMALL = re.compile(r"\b(?:[a-z]\w*|press|service)\b")
_QUOTED = re.compile(r'"[^"]{0,2000}"|“[^“”]{0,2000}”')
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
READ, OFTEN = 4000, 4
"""In the first so many characters, so many words for its own people tell a body's statement from a paper's report."""
_DESK = re.compile(r" (?:news|news agency|english|arabic|online)$")
_DOTS = re.compile(r"[.@/_]")

SPEAK_FOR_OTHERS = frozenset(
    {ActorKind.OUTLET, ActorKind.AGENCY, ActorKind.UNNAMED, ActorKind.DOCUMENT, ActorKind.PERSON}
)
"""Kinds that pass words on, so that a person behind them is not their own voice."""
UNOFFICIAL = frozenset({ActorKind.OTHER, ActorKind.AID_BODY, ActorKind.MONITOR})
"""Kinds of body whose own pages repeat figures of others besides their own."""
PRINTERS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY, ActorKind.PERSON})
"""Kinds whose own reports have the key of a publisher."""


@dataclass(frozen=True, slots=True)
class Root:
    """One voice: ``key`` is equal for the same voice, ``label`` is how it is shown.

    ``spoken`` marks an outlet's own voice, ``vague`` words on nobody's word ("reportedly"), ``party`` a party to the conflict, ``via`` who carried
    the words of an unnamed source, ``owner`` the group that the outlet belongs to (set once every name is settled).
    """

    key: str
    label: str
    kind: ActorKind
    actor_id: str | None = None
    spoken: bool = False
    vague: bool = False
    party: bool = False
    via: str | None = None
    owner: str | None = None

    @property
    def house(self) -> str:
        """The key under which it is counted: outlets of one group share it, any other root has its own."""
        words, via, _ = self.key.rpartition(" via ")
        return f"{words}{via}house:{place_key(self.owner)}" if self.owner else self.key

    @property
    def of_two(self) -> bool:
        """Whether two are meant who are not named: "a hospital and a rescue group"."""
        return self.label == self.label.lower() and " and " in self.label

    @property
    def name(self) -> str:
        """The label, with who carried it where the label alone could be anybody's: "local sources (SANA)"."""
        return f"{self.label} ({self.via})" if self.via else self.label

    @property
    def shown(self) -> str:
        """How a position shows the root: by its name, and nobody's word as "unattributed"."""
        return self.label if self.vague else self.name


@dataclass(frozen=True)
class Known:
    """What is known of voices outside the reports: actors by id and the words of their names, outlets by every name, who owns one, who is an agency.

    ``publishers`` has the key of the outlet for each of its names, ``owners`` the group for each such key that has one.
    ``find`` returns the actors named in a text; ``proper`` are the keys of actors with a name of their own, ``state_agencies``
    those of agencies that a state runs, with its country; ``nations`` the words for countries.
    """

    voices: Voices
    actors: Mapping[str, Actor]
    publishers: Mapping[str, str]
    agencies: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    find: Callable[[str], list[ActorHit]] = lambda _: []
    proper: frozenset[str] = frozenset()
    state_agencies: Mapping[str, str | None] = field(default_factory=dict)
    nations: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)

    def publisher(self, name: str) -> str:
        """Return the key of an outlet or agency, the same for all its names."""
        return self.listed(name) or place_key(name)

    def listed(self, name: str) -> str | None:
        """Return the key of an outlet or agency of the tables; None where they know none of the name."""
        key = place_key(name)
        return self.publishers.get(key) or self.publishers.get(_DESK.sub("", key))


def outlet_root(report: Report, known: Known) -> Root:
    """Return the root of what a report says in its own voice; without an outlet the report speaks for itself alone.

    A body's own page is that body, and a text that gives an agency as its origin is the agency's.
    """
    if not report.outlet:
        return Root(f"outlet:{report.id}", report.name, ActorKind.OUTLET, spoken=True)
    body = publishing_body(report.outlet, known)
    if body is None and is_unknown(report.outlet, known) and says_we(report):
        body = ActorKind.OTHER
    if isinstance(body, Actor):
        return Root(f"actor:{body.id}", body.label, body.kind, body.id)
    if body is not None:
        return Root(f"name:{place_key(report.outlet)}", report.outlet, body, spoken=body in UNOFFICIAL)
    agency = credited(report, known.agencies)
    return Root(
        f"outlet:{known.publisher(agency or report.outlet)}", agency or report.outlet, ActorKind.OUTLET, spoken=True
    )


def publishing_body(outlet: str, known: Known) -> Actor | ActorKind | None:
    """Return the monitor, ministry or force whose own pages these are: "Harrow Rights Monitor (HRM)" is that monitor.

    Of a body that no table knows its kind is returned ("Milltown Police, press office"); a paper or a station is none.
    """
    outside, _, inside = outlet.strip("'@ ").partition("(")
    parts = [part.strip() for part in _PARTS.split(outside)]
    for name in dict.fromkeys((outside.strip(), inside.rstrip(") "), *parts)):
        for hit in known.find(name) if name else ():
            whole = hit.span.end - hit.span.start == len(name)
            if whole and hit.actor.kind not in PRINTERS and f"actor:{hit.actor.id}" in known.proper:
                return hit.actor
    if not is_unknown(outlet, known):
        return None
    stately = not known.voices.stately.isdisjoint(bare_words(outlet))
    return kind_of_body(outlet, known.voices) or (ActorKind.GOVERNMENT if stately else None)


def is_unknown(outlet: str, known: Known) -> bool:
    """Say whether no table knows an outlet and its name has no word of a paper or a station."""
    name = set(bare_words(_DOTS.sub(" ", outlet.partition("(")[0])))
    return known.listed(outlet) is None and not name & known.voices.press


def says_we(report: Report) -> bool:
    """Say whether a text speaks of its own people again and again outside quotations, as a body's statement does."""
    return len(_WE.findall(_QUOTED.sub(" ", report.text[:READ]))) >= OFTEN


def root_of(claim: Claim, report: Report, known: Known) -> Root:
    """Return the root of one claim, before names of one voice are put together."""
    said = claim.attribution
    if said.root == UNATTRIBUTED or (said.voice is Voice.UNATTRIBUTED and not said.chain):
        return Root(f"unattributed:{report.id}", UNATTRIBUTED, ActorKind.UNNAMED, vague=True, via=report.name)
    if said.root == OUTLET or said.voice is Voice.OWN or is_mute(said.root, known.voices) or names_itself(said, report):
        return outlet_root(report, known)
    link = said.chain[-1] if said.chain else Link(said.root, ActorKind.OTHER)
    return named_root(said, link, report, known)


def names_itself(said: Attribution, report: Report) -> bool:
    """Say whether a report names its own publisher as the source: "Kolva adds" in "Kolva TV", "the HRO" of "Harrow Relief Office"."""
    outlet = _SMALL.sub(" ", (report.outlet or "").partition("(")[0]).split()
    letters = "".join(word[0] for word in outlet if word[0].isupper())
    if len(letters) > 2 and said.root == letters:
        return True
    own, words = bare_words(" ".join(outlet)), bare_words(said.root)
    return bool(words) and len(max(words, key=len)) > 4 and said.root[0].isupper() and set(words) <= set(own)


def named_root(said: Attribution, link: Link, report: Report, known: Known) -> Root:
    """Return the root of words that somebody is named for.

    "Local sources" are others in each outlet, but the same where both outlets have them from one agency; a person who speaks
    for a body is that body's voice; an outlet or agency that is quoted has the key of its own reports.
    """
    label = said.root
    if link.kind in {ActorKind.OUTLET, ActorKind.AGENCY}:
        return Root(f"outlet:{known.publisher(label)}", label, link.kind, link.actor_id)
    if link.kind in known.voices.unnamed_kinds:
        via = carrier(said, report)
        key = known.publisher(via) if via else outlet_root(report, known).key.removeprefix("outlet:")
        return Root(f"{place_key(label)} via {key}", label, link.kind, link.actor_id, via=via or report.name)
    body = body_behind(said, link, known)
    if isinstance(body, Actor) and link.kind is ActorKind.PERSON and body.kind is not ActorKind.PERSON:
        return Root(f"actor:{body.id}", body.label, body.kind, body.id)
    return Root(
        f"actor:{body.id}" if isinstance(body, Actor) else f"name:{place_key(body)}", label, link.kind, link.actor_id
    )


def body_behind(said: Attribution, link: Link, known: Known) -> Actor | str:
    """Return the body that a person speaks for, else the source itself: its known actor, or its name."""
    actor = known.actors.get(link.actor_id or "")
    if link.kind is not ActorKind.PERSON:
        return actor or said.root
    parent = known.actors.get(actor.parent or "") if actor else None
    if parent:
        return parent
    outer = [one for one in said.chain[:-1] if one.kind not in SPEAK_FOR_OTHERS]
    return known.actors.get(outer[-1].actor_id or "") or outer[-1].name if outer else actor or said.root


def carrier(said: Attribution, report: Report) -> str | None:
    """Return who brought an unnamed source's words: the innermost agency or outlet of the chain, else the report's outlet."""
    carriers = [link.name for link in said.chain[:-1] if link.kind in {ActorKind.AGENCY, ActorKind.OUTLET}]
    return carriers[-1] if carriers else report.outlet
