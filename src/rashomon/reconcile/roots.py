"""Who first said it: one key for one voice, however many outlets print it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

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
    ClaimId,
    Link,
    Report,
    Voice,
)

SPEAK_FOR_OTHERS = frozenset(
    {ActorKind.OUTLET, ActorKind.AGENCY, ActorKind.UNNAMED, ActorKind.DOCUMENT, ActorKind.PERSON}
)
"""Kinds that pass words on, so that a person behind them is not their own voice."""
PRINTERS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY, ActorKind.PERSON})
"""Kinds whose own reports have the key of a publisher."""


@dataclass(frozen=True, slots=True)
class Root:
    """One voice: ``key`` is equal for the same voice, ``label`` is how it is shown.

    ``spoken`` marks an outlet's own voice, ``vague`` words on nobody's word ("reportedly"), ``party`` a party to the conflict, ``via`` who carried
    the words of an unnamed source.
    """

    key: str
    label: str
    kind: ActorKind
    actor_id: str | None = None
    spoken: bool = False
    vague: bool = False
    party: bool = False
    via: str | None = None

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
    """What is known of voices outside the reports: actors by id and the words of their names, who owns an outlet, who is an agency.

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

    def publisher(self, name: str) -> str:
        """Return the key of an outlet or agency: its owner where the tables name one, so that sister papers are one voice."""
        return self.publishers.get(place_key(name)) or place_key(name)


def outlet_root(report: Report, known: Known) -> Root:
    """Return the root of what a report says in its own voice; without an outlet the report speaks for itself alone."""
    body = publishing_body(report.outlet, known) if report.outlet else None
    if body is not None:
        return Root(f"actor:{body.id}", body.label, body.kind, body.id)
    key = known.publisher(report.outlet) if report.outlet else str(report.id)
    return Root(f"outlet:{key}", report.name, ActorKind.OUTLET, spoken=True)


def publishing_body(outlet: str, known: Known) -> Actor | None:
    """Return the monitor, ministry or force whose own pages these are: "Harrow Rights Monitor (HRM)" is that monitor."""
    outside, _, inside = outlet.strip("'@ ").partition("(")
    for name in (outside.strip(), inside.rstrip(") ")):
        for hit in known.find(name) if name else ():
            whole = hit.span.end - hit.span.start == len(name)
            if whole and hit.actor.kind not in PRINTERS and f"actor:{hit.actor.id}" in known.proper:
                return hit.actor
    return None


def root_of(claim: Claim, report: Report, known: Known) -> Root:
    """Return the root of one claim, before names of one voice are put together."""
    said = claim.attribution
    if said.root == UNATTRIBUTED or (said.voice is Voice.UNATTRIBUTED and not said.chain):
        return Root(f"unattributed:{report.id}", UNATTRIBUTED, ActorKind.UNNAMED, vague=True, via=report.name)
    if said.root == OUTLET or said.voice is Voice.OWN:
        return outlet_root(report, known)
    link = said.chain[-1] if said.chain else Link(said.root, ActorKind.OTHER)
    return named_root(said, link, report, known)


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


def office_words(label: str, voices: Voices) -> frozenset[str]:
    """Return the words of a name that tell offices apart: "the Milltown Police Department" -> milltown, police."""
    words = place_key(label.replace("'s", "").replace("’s", "")).split()
    return frozenset(voices.same.get(word, word) for word in words if word not in voices.drop)


def fuller_name(words: frozenset[str], names: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return the one fuller name that a short name means ("police" where only the Milltown police speak), else the name."""
    fuller = sorted({name for name in names if words < name}, key=lambda name: (len(name), sorted(name)))
    widest = [name for name in fuller if not any(name < other for other in fuller)]
    return widest[0] if len(widest) == 1 and words else words


def settle(roots: Mapping[ClaimId, Root], voices: Voices) -> dict[ClaimId, Root]:
    """Put together the names of one office: "police" and "Milltown Police" are one voice where no other police speak."""
    named = {
        r.key: office_words(r.key.partition(":")[2], voices)
        for r in roots.values()
        if r.key.startswith(("name:", "outlet:"))
    }
    offices = {r.key: named[r.key] for r in roots.values() if is_office(r, voices) or speaks_for_itself(r, named)}
    keys = {key: "office:" + " ".join(sorted(fuller_name(words, offices.values()))) for key, words in offices.items()}
    moved = {id_: replace(root, key=keys.get(root.key, root.key)) for id_, root in roots.items()}
    return full_labels(moved)


def speaks_for_itself(root: Root, named: Mapping[str, frozenset[str]]) -> bool:
    """Say whether an outlet is an office that others quote ("Fire Service, Media Cell"), or that office itself."""
    if root.key not in named:
        return False
    mine = named[root.key]
    pairs = [
        (mine, words) if root.spoken else (words, mine)
        for key, words in named.items()
        if key.startswith("name:") is root.spoken
    ]
    return any(len(inner) > 1 and inner <= outer for outer, inner in pairs)


def is_office(root: Root, voices: Voices) -> bool:
    """Say whether a root is known by a name alone and of a kind that news names in short."""
    return root.key.startswith("name:") and root.kind in voices.offices


def full_labels(roots: Mapping[ClaimId, Root]) -> dict[ClaimId, Root]:
    """Show an office by the fullest of its names wherever it speaks."""
    best: dict[str, tuple[int, str]] = {}
    for root in roots.values():
        best[root.key] = min(best.get(root.key, (0, root.label)), (-len(root.label), root.label))
    return {i: replace(r, label=best[r.key][1]) if r.key.startswith("office:") else r for i, r in roots.items()}
