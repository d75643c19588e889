"""Which body a person speaks for, as the report's own words beside the name tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from rashomon.lexicon.placekeys import place_key
from rashomon.model import Actor, ActorKind, ClaimId, Report, ReportId
from rashomon.reconcile.roots.bodies import BREAK, held_office, is_name, kind_of_body, office_in, tokens_of
from rashomon.reconcile.roots.initials import spelled_out
from rashomon.reconcile.roots.root import Known, Root, outlet_root

BEFORE = 90
"""So many characters before a name are looked at for a body and a title."""
AFTER = 90
"""And so many after it ("Ola Brandt, a spokeswoman for the Milltown police")."""
TITLE = 3
"""So many words before a body are looked at for a title: "the manager of the Harrow clinic Lena Ford"."""
_LINKS = frozenset({"of", "the", "for", "and", "with", "s", "'s"})
MENTIONS = 12
"""A name is looked up at so many places of a report."""
PERSONAL = frozenset({ActorKind.PERSON, ActorKind.OTHER, ActorKind.UNNAMED})
"""Kinds of a source that may be a person who speaks for a body."""

_DOTTED = re.compile(r"\b(Sgt|Lt|Capt|Gen|Maj|Col|Det|Dr|St|Cmdr|Cpl|Adm|Mr|Mrs|Ms|Brig|[A-Z])\.")
_OF = re.compile(r"\s*(?:,|of |with |from |the )")
_LEADS = re.compile(
    r"\s*,?\s*(?:who|which) (?:also )?(?:heads?|headed|leads?|led|runs?|ran|directs?|directed|chairs?|founded|manages?|speaks? for)\s"
    r"(?=(?:the|an?|another|its|their|our|this|that)\s|[A-Z])"
)
"""How a report tells after a name which body its bearer leads: "Lena Ford, who heads the Harrow Rights Monitor"."""
_STAFF = re.compile(
    r"\b(?:workers|members|volunteers|teams?|crews?|staff|employees|activists|doctors|medics|rescuers) (?:of|from|with) the ((?:[A-Z][\w'’-]+ ?)+)$"
)
"""How people of a body are called who speak: "rescue workers of the Civil Defence"."""
_POST = r"(?:commander|spokes(?:man|woman|person)|director|coordinator|manager|chair(?:man|woman|person)?|president|founder|secretary|head)"
_OWN = re.compile(rf"\s*,\s*(?:the|our|its) (?:[a-z]+ )?{_POST}\s*[,.;]")
_OURS = re.compile(rf"\b[Oo]ur (?:[a-z]+ )?{_POST},? (?:[A-Z][\w.'’-]* ){{0,3}}$")
"""How a body's own page tells that a person is its own: by a post without the body's name."""
_SAYING = re.compile(r"\b(?:said|says|told|tells|added|adds|confirmed|reported|stated|wrote)\b")


def spoken_for(
    roots: Mapping[ClaimId, Root], homes: Mapping[ClaimId, Report], known: Known, names: Mapping[str, str]
) -> dict[ClaimId, Root]:
    """Give each person's words to the body that a report names beside the person: "Milltown Police Detective Per Lund".

    What one report tells of a person holds for the others of the event; ``names`` are those of bodies by their initials.
    """
    found: dict[tuple[ReportId, str], Actor | str | None] = {}
    moved = dict(roots)
    for id_, root in roots.items():
        if root.kind not in PERSONAL or root.spoken or root.vague or root.key.startswith("actor:"):
            continue
        at = (homes[id_].id, root.label)
        if at not in found:
            text = spelled_out(homes[id_].text, names)
            found[at] = (
                body_within(root, known) or body_of(root.label, text, known) or own_body(root, homes[id_], known)
            )
        moved[id_] = on_behalf(root, found[at], known)
    bodies = {label: body for (_, label), body in sorted(found.items()) if body is not None and " " in label}
    return {
        id_: on_behalf(root, bodies.get(roots[id_].label), known) if root is roots[id_] else root
        for id_, root in moved.items()
    }


def ranked(roots: Mapping[ClaimId, Root], homes: Mapping[ClaimId, Report], known: Known) -> frozenset[ClaimId]:
    """Return the claims of persons to whom their report gives an investigator's rank: "Sgt. Per Lund"."""
    people = {id_: r for id_, r in roots.items() if r.kind is ActorKind.PERSON and not (r.spoken or r.vague)}
    told: dict[tuple[ReportId, str], bool] = {}
    for id_, root in people.items():
        at = (homes[id_].id, root.label)
        if at not in told:
            told[at] = has_rank(root.label, homes[id_].text, known)
    return frozenset(id_ for id_, root in people.items() if told[homes[id_].id, root.label])


def has_rank(label: str, text: str, known: Known) -> bool:
    """Say whether a rank of those who investigate stands right before some mention of a person's name."""
    return any(rank_ends(before, known) for before, _ in mentions_of(label, text))


def rank_ends(words: str, known: Known) -> bool:
    """Say whether words end in a rank with given names at most behind it: "Lt. Ola" of "Lt. Ola Brandt"."""
    tokens = tokens_of(BREAK.split(words)[-1].split(",")[-1])
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].casefold() in known.voices.ranks), None)
    if at is None or not all(is_name(token) for token in tokens[at:]):
        return False
    return not (at and tokens[at - 1].casefold() in known.voices.posts)


def on_behalf(root: Root, body: Actor | str | None, known: Known) -> Root:
    """Return the root as the voice of its body; without one, as it is."""
    if body is None or root.spoken or root.vague:
        return root
    if isinstance(body, Actor):
        return replace(root, key=f"actor:{body.id}", kind=body.kind, actor_id=body.id, via=None, label=body.label)
    kind = kind_of_body(body, known.voices) or ActorKind.GOVERNMENT
    proper = (body != body.lower() and not held_office(body, known.voices)) or kind is ActorKind.POLICE
    proper = (proper or root.kind is ActorKind.UNNAMED) and body.casefold() not in known.voices.partial
    return replace(root, key=f"name:{place_key(body)}", kind=kind, via=None, label=body if proper else root.label)


def body_within(root: Root, known: Known) -> Actor | str | None:
    """Return the body that an unnamed source is of, where its own words say so: "a doctor at the Harrow hospital", "army sources"."""
    if root.kind is not ActorKind.UNNAMED:
        return None
    staff = _STAFF.search(root.label)
    hits = [hit.actor for hit in known.find(root.label) if may_speak(hit.actor)]
    if staff and not hits:
        return staff.group(1)
    return hits[-1] if hits else held_office(root.label, known.voices) or office_in(root.label, known.voices)


def own_body(root: Root, report: Report, known: Known) -> Actor | str | None:
    """Return the body whose own page names a person by a post of its own: "Col. Ola Brandt, the commander, said", "our director, Per Lund"."""
    own = outlet_root(report, known) if root.kind is ActorKind.PERSON else root
    if own.kind in (ActorKind.PERSON, ActorKind.OUTLET) or own is root:
        return None
    told = any(_OWN.match(after) or _OURS.search(before) for before, after in mentions_of(root.label, report.text))
    return (known.actors.get(own.actor_id or "") or report.outlet) if told else None


def body_of(label: str, text: str, known: Known) -> Actor | str | None:
    """Return the body that a person speaks for, where some mention of the name tells it."""
    for before, after in mentions_of(label, text):
        body = before_name(before, known) or after_name(after, known)
        if body is not None:
            return body
    return None


def mentions_of(label: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the words before and after each of the first mentions of a person's surname."""
    surname = label.rsplit(maxsplit=1)[-1] if label.split() else ""
    if len(surname) < 3 or not surname.rsplit("-", 1)[-1][:1].isupper():
        return
    plain = _DOTTED.sub(r"\1 ", text)
    for hit in islice(re.finditer(rf"\b{re.escape(surname)}\b", plain), MENTIONS):
        yield plain[max(0, hit.start() - BEFORE) : hit.start()], plain[hit.end() : hit.end() + AFTER]


def before_name(words: str, known: Known) -> Actor | str | None:
    """Return the body whose name ends before a person's, with titles and given names at most between them."""
    parts = known.voices.in_short(BREAK.split(words)[-1]).split(",")
    near = parts[-1]
    if len(parts) > 1 and between(near, known):
        near = f"{parts[-2]} {near}"
    hits = [hit for hit in known.find(near) if may_speak(hit.actor)]
    if hits and between(near[hits[-1].span.end :], known, titled=True):
        return hits[-1].actor
    held = held_office(near, known.voices)
    if held and between(near[near.lower().rfind(held.split()[-1]) + len(held.split()[-1]) :], known):
        return held
    patrol = next(iter(reversed(list(known.voices.long_law.finditer(near)))), None)
    if patrol is not None and between(near[patrol.end() :], known):
        return patrol.group()
    office = office_in(near, known.voices)
    if office is None:
        return None
    law = kind_of_body(office, known.voices) is ActorKind.POLICE
    last = office.split()[-1]
    ahead = tokens_of(near[: near.rfind(office)])[-TITLE:] if office in near else []
    held_by = any(word.casefold() in known.voices.titles - _LINKS for word in ahead)
    return office if between(near[near.rfind(last) + len(last) :], known, titled=not (law or held_by)) else None


def after_name(words: str, known: Known) -> Actor | str | None:
    """Return the body that follows a person's name: ", a spokesman for the Milltown police,", "who heads the Harrow clinic"."""
    leads = _LEADS.match(words)
    if leads is None and not _OF.match(words) and not titled_at_once(words, known):
        return None
    near = BREAK.split(words[leads.end() :] if leads else words)[0].lstrip(" ,")
    near = _SAYING.split(near)[0] if leads else near.split(",")[0]
    if leads is None and not any(word.casefold() in known.voices.titles for word in tokens_of(near)[:3]):
        return None
    hits = [hit for hit in known.find(near) if may_speak(hit.actor)]
    return hits[0].actor if hits else office_in(near, known.voices)


def titled_at_once(words: str, known: Known) -> bool:
    """Say whether a title of two words stands right behind a name, where a page has lost its commas: "Lena Ford Secretary General of"."""
    first = tokens_of(words)[:2]
    return len(first) == 2 and all(word[:1].isupper() and word.casefold() in known.voices.titles for word in first)


def between(words: str, known: Known, *, titled: bool = False) -> bool:
    """Say whether only titles and given names stand in some words, and, if ``titled``, at least one title."""
    tokens = tokens_of(words)
    titles = [token for token in tokens if token.casefold().strip("'’") in known.voices.titles]
    if any(
        token not in titles and not is_name(token) and token.strip("-") not in known.voices.particles
        for token in tokens
    ):
        return False
    return bool(titles) or not titled


def may_speak(actor: Actor) -> bool:
    """Say whether an actor is a body that has spokesmen: not a person, an outlet or a crowd."""
    return actor.kind not in {
        ActorKind.PERSON, ActorKind.OUTLET, ActorKind.CIVILIANS, ActorKind.PRISONERS, ActorKind.PROTESTERS, ActorKind.COMBATANTS,
        ActorKind.UNNAMED, ActorKind.DOCUMENT,
    } and not actor.generic and not actor.id.startswith("country-")  # fmt: skip
