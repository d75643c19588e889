"""Which body a person or a bare name speaks for, as the report's own words beside the name tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.lexicon.placekeys import place_key
from rashomon.model import Actor, ActorKind, ClaimId, Report, ReportId
from rashomon.reconcile.roots import Known, Root, office_words

BEFORE = 90
"""So many characters before a name are looked at for a body and a title."""
AFTER = 90
"""And so many after it ("Ola Brandt, a spokeswoman for the Milltown police")."""
MENTIONS = 12
"""A name is looked up at so many places of a report."""
PERSONAL = frozenset({ActorKind.PERSON, ActorKind.OTHER, ActorKind.UNNAMED})
"""Kinds of a source that may be a person who speaks for a body."""

_DOTTED = re.compile(r"\b(Sgt|Lt|Capt|Gen|Maj|Col|Det|Dr|St|Cmdr|Cpl|Adm|Mr|Mrs|Ms)\.")
_BREAK = re.compile(r"[.;:!?\n\"“”()]")
_WORD = re.compile(r"[\w'’&-]+")
_NAME = re.compile(r"[A-Z][\w'’.-]*")


def spoken_for(roots: Mapping[ClaimId, Root], homes: Mapping[ClaimId, Report], known: Known) -> dict[ClaimId, Root]:
    """Give each person's words to the body that a report names beside the person: "Milltown Police Detective Per Lund".

    What one report tells of a person holds for the others of the event.
    """
    found: dict[tuple[ReportId, str], Actor | str | None] = {}
    moved = dict(roots)
    for id_, root in roots.items():
        if root.kind not in PERSONAL or root.spoken or root.vague or root.key.startswith("actor:"):
            continue
        at = (homes[id_].id, root.label)
        if at not in found:
            found[at] = body_of(root.label, homes[id_].text, known)
        moved[id_] = on_behalf(root, found[at], known)
    bodies = {label: body for (_, label), body in sorted(found.items()) if body is not None and " " in label}
    return {
        id_: on_behalf(root, bodies.get(roots[id_].label), known) if root is roots[id_] else root
        for id_, root in moved.items()
    }


def on_behalf(root: Root, body: Actor | str | None, known: Known) -> Root:
    """Return the root as the voice of its body; without one, as it is."""
    if body is None or root.spoken or root.vague:
        return root
    if isinstance(body, Actor):
        return replace(root, key=f"actor:{body.id}", kind=body.kind, actor_id=body.id, via=None, label=body.label)
    words = {word.casefold() for word in body.replace("'s", "").split()}
    kind = ActorKind.POLICE if words & known.voices.law else ActorKind.COURT
    return replace(root, key=f"name:{place_key(body)}", kind=kind, via=None, label=body)


def body_of(label: str, text: str, known: Known) -> Actor | str | None:
    """Return the body that a person speaks for, where some mention of the name tells it."""
    surname = label.rsplit(maxsplit=1)[-1] if label.split() else ""
    if len(surname) < 3 or not surname[0].isupper():
        return None
    plain = _DOTTED.sub(r"\1 ", text)
    places = [hit.span() for hit in re.finditer(rf"\b{re.escape(surname)}\b", plain)][:MENTIONS]
    for start, end in places:
        body = before_name(plain[max(0, start - BEFORE) : start], known) or after_name(plain[end : end + AFTER], known)
        if body is not None:
            return body
    return None


def before_name(words: str, known: Known) -> Actor | str | None:
    """Return the body whose name ends before a person's, with titles and given names at most between them."""
    near = _BREAK.split(words)[-1].rsplit(",", 1)[-1]
    office = office_in(near, known)
    if office and between(near[near.rfind(office.split()[-1]) + len(office.split()[-1]) :], known):
        return office
    hits = [hit for hit in known.find(near) if may_speak(hit.actor)]
    return hits[-1].actor if hits and between(near[hits[-1].span.end :], known, titled=True) else None


def after_name(words: str, known: Known) -> Actor | str | None:
    """Return the body that follows a person's name: ", a spokesman for the Milltown police,"."""
    if not re.match(r"\s*(?:,|of |with |from )", words):
        return None
    near = _BREAK.split(words)[0].lstrip(" ,").split(",")[0]
    lead = _WORD.findall(near)[:3]
    if not any(word.casefold() in known.voices.titles for word in lead):
        return None
    hits = [hit for hit in known.find(near) if may_speak(hit.actor)]
    return office_in(near, known) or (hits[0].actor if hits else None)


def office_in(words: str, known: Known) -> str | None:
    """Return the last office named in some words with the place it is of: "Pike County Sheriff", "police"."""
    found = None
    tokens = _WORD.findall(words)
    for i, token in enumerate(tokens):
        word = place_key(token.replace("'s", "").replace("’s", ""))
        word = known.voices.same.get(word, word)
        if word in known.voices.law or word in known.voices.bureaus:
            start = i
            while start and _NAME.match(tokens[start - 1]):
                start -= 1
            found = " ".join(tokens[start : i + 1])
    return found


def between(words: str, known: Known, *, titled: bool = False) -> bool:
    """Say whether only titles and given names stand in some words, and, if ``titled``, at least one title."""
    tokens = _WORD.findall(words)
    titles = [token for token in tokens if token.casefold().strip("'’") in known.voices.titles]
    if any(token not in titles and not _NAME.match(token) for token in tokens):
        return False
    return bool(titles) or not titled


def may_speak(actor: Actor) -> bool:
    """Say whether an actor is a body that has spokesmen: not a person, an outlet or a crowd."""
    return actor.kind not in {
        ActorKind.PERSON, ActorKind.OUTLET, ActorKind.CIVILIANS, ActorKind.PRISONERS, ActorKind.PROTESTERS, ActorKind.COMBATANTS,
        ActorKind.UNNAMED, ActorKind.DOCUMENT,
    } and not actor.generic and not actor.id.startswith("country-")  # fmt: skip


def described(roots: Mapping[ClaimId, Root], known: Known) -> dict[ClaimId, Root]:
    """Put a voice that is only described ("a monitoring group", "state television") with the one that is named."""
    moved = dict(roots)
    for kind, words in known.voices.described.items():
        named = sorted(
            {r.key for r in roots.values() if r.kind.value == kind and r.key.startswith("actor:")} & known.proper
        )
        if len(named) == 1:
            whole = next(r for r in roots.values() if r.key == named[0])
            for id_, root in roots.items():
                if root.key != whole.key and is_described(root, words, known):
                    moved[id_] = replace(whole, spoken=False)
    return state_media(moved, known)


def is_described(root: Root, words: frozenset[str], known: Known) -> bool:
    """Say whether a root's name is made of describing words only."""
    if root.spoken or root.vague or root.key in known.proper:
        return False
    mine = {word for word in place_key(root.label).split() if word not in known.voices.drop}
    return bool(mine) and mine <= words


def state_media(roots: Mapping[ClaimId, Root], known: Known) -> dict[ClaimId, Root]:
    """Put the names of one country's state media together, under its agency where that is named."""
    mine = {id_: root for id_, root in roots.items() if is_state_media(root, known)}
    lands = sorted({land for root in mine.values() if (land := land_of(root, known))})
    keys = {land: state_key(land, mine.values(), known) for land in lands}
    told = {land_of(root, known) for root in mine.values() if root.key not in known.state_agencies} - {None}
    lone = next(iter(told)) if len(told) == 1 else lands[0] if len(lands) == 1 else None
    keyed = {id_: keys.get(land_of(root, known) or lone or "", "office:state media") for id_, root in mine.items()}
    return {id_: replace(root, key=keyed.get(id_, root.key)) for id_, root in roots.items()}


def state_key(land: str, roots: Iterable[Root], known: Known) -> str:
    """Return the key of a country's state media: its agency's, where one of the roots is that."""
    agencies = [root.key for root in roots if known.state_agencies.get(root.key) == land]
    return min(agencies, default=f"office:state media {land}")


def land_of(root: Root, known: Known) -> str | None:
    """Return the country of a state's agency, or the one named in words such as "Syrian state television"."""
    if root.key in known.state_agencies:
        return known.state_agencies[root.key]
    return next((known.nations[word] for word in place_key(root.label).split() if word in known.nations), None)


def is_state_media(root: Root, known: Known) -> bool:
    """Say whether a root is a state's agency, or is called its television or media."""
    if root.key in known.state_agencies:
        return True
    words = set(place_key(root.label).split())
    official = bool(words & known.voices.state_words) and bool(words & known.voices.media_words)
    return official and not (root.vague or root.spoken) and root.kind is not ActorKind.PERSON


def law_office(names: Sequence[str], roots: Iterable[Root], known: Known) -> Root | None:
    """Return the police office that is named most, in the fullest form of its name; None where none is.

    ``names`` are those of all sources that the reports mention, whatever for; ``roots`` settle the key.
    """
    offices = Counter(" ".join(sorted(words)) for name in names if (words := law_words(name, known)))
    if not offices:
        return None
    named = [one for one in offices if len(one.split()) > 1] or list(offices)
    best = min(named, key=lambda one: (-offices[one], -len(one), one))
    label = min(
        (name for name in names if " ".join(sorted(law_words(name, known))) == best), key=lambda name: (len(name), name)
    )
    same = [root for root in roots if " ".join(sorted(law_words(root.label, known))) == best and not root.spoken]
    actor = min((root.key for root in same if root.key.startswith("actor:")), default=None)
    return Root(actor or f"office:{best}", label, ActorKind.POLICE)


def offices_in_text(reports: Iterable[Report], known: Known) -> list[str]:
    """Return the police offices that reports name anywhere: "the Pike County Sheriff's Office", "Milltown police"."""
    found = []
    for report in reports:
        for near in _BREAK.split(report.text):
            office = office_in(near, known) if any(word in near.casefold() for word in known.voices.law) else None
            if office and len(law_words(office, known)) > 1:
                found.append(office)
    return found


def law_words(name: str, known: Known) -> frozenset[str]:
    """Return the words of a police office's name; none where it is none."""
    words = office_words(name, known.voices)
    return words if words & known.voices.law else frozenset()


def on_the_office(
    roots: Mapping[ClaimId, Root], said: Mapping[ClaimId, Root], office: Root, known: Known
) -> dict[ClaimId, Root]:
    """Give bare names ("officials", "investigators", "an arrest warrant") to the one office that investigates.

    ``said`` are the roots as each report names them, before short names were settled.
    """
    mine = law_words(office.label, known)
    return {id_: office if bare(said[id_], mine, known) else as_bureau(root, known) for id_, root in roots.items()}


def as_bureau(root: Root, known: Known) -> Root:
    """Return another office of the same case under one key: "prosecutors" are the same prosecutors in each report."""
    words = office_words(root.label, known.voices) & known.voices.bureaus
    if not words or root.spoken or root.vague or root.key.startswith("actor:"):
        return root
    return replace(root, key="office:" + " ".join(sorted(words)), kind=ActorKind.COURT, via=None)


def is_generic(root: Root, known: Known) -> bool:
    """Say whether a root's name is made of words that mean whichever office investigates."""
    words = set(place_key(root.label.replace("'s", "").replace("’s", "")).split())
    return bool(words) and words <= known.voices.generic


def bare(root: Root, office: frozenset[str], known: Known) -> bool:
    """Say whether a root's name tells no office from the one that investigates."""
    if root.spoken or root.vague:
        return False
    words = set(place_key(root.label.replace("'s", "").replace("’s", "")).split())
    law = law_words(root.label, known)
    return bool(words) and (words <= known.voices.generic | office or (bool(law) and (law <= office or office <= law)))
