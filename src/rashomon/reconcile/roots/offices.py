"""The office that investigates a local crime, and the bare names by which reports mean it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model import ActorKind, ClaimId, Report
from rashomon.reconcile.roots.bodies import BREAK, bare_words, is_name, noun_of, office_in, office_words, tokens_of
from rashomon.reconcile.roots.root import Known, Root


def law_office(names: Sequence[str], roots: Iterable[Root], known: Known) -> Root | None:
    """Return the police office that is named most, in the fullest form of its name; None where none is.

    ``names`` are those of all sources that the reports mention, whatever for; ``roots`` settle the key.
    """
    offices = Counter(" ".join(sorted(words)) for name in names if (words := law_words(name, known)))
    if not offices:
        return None
    proper = {" ".join(sorted(law_words(name, known))) for name in names if is_proper(name, known)}
    named = [one for one in offices if len(one.split()) > 1]
    named = [one for one in named if one in proper] or named or list(offices)
    best = min(named, key=lambda one: (-offices[one], -len(one), one))
    label = min(
        (name for name in names if " ".join(sorted(law_words(name, known))) == best), key=lambda name: (len(name), name)
    )
    same = [root for root in roots if " ".join(sorted(law_words(root.label, known))) == best and not root.spoken]
    actor = min((root.key for root in same if root.key.startswith("actor:")), default=None)
    return Root(actor or f"office:{best}", label, ActorKind.POLICE)


def is_proper(name: str, known: Known) -> bool:
    """Say whether a name tells which police it means: "Milltown police", not "police on the scene"."""
    return any(is_name(token) and noun_of(token, known.voices) is None for token in tokens_of(name))


def offices_in_text(reports: Iterable[Report], known: Known) -> list[str]:
    """Return the police offices that reports name anywhere: "the Marlow County Sheriff's Office", "Milltown police"."""
    found = []
    for report in reports:
        for near in BREAK.split(report.text):
            office = (
                office_in(near, known.voices) if any(word in near.casefold() for word in known.voices.law) else None
            )
            if office and len(law_words(office, known)) > 1:
                found.append(office)
    return found


def law_words(name: str, known: Known) -> frozenset[str]:
    """Return the words of a police office's name; none where it is none."""
    words = office_words(name, known.voices)
    return words if words & known.voices.law else frozenset()


def on_the_office(
    roots: Mapping[ClaimId, Root], said: Mapping[ClaimId, Root], office: Root, ranked: Collection[ClaimId], known: Known
) -> dict[ClaimId, Root]:
    """Give bare names ("officials", "investigators", "an arrest warrant") to the one office that investigates.

    ``said`` are the roots as each report names them, before short names were settled; those of ``ranked`` are investigators
    of whom no report says what body they are of.
    """
    mine = law_words(office.label, known)
    return {
        id_: office if id_ in ranked or bare(said[id_], mine, known) else as_bureau(root, known)
        for id_, root in roots.items()
    }


def as_bureau(root: Root, known: Known) -> Root:
    """Return another office of the same case under one key: "prosecutors" are the same prosecutors in each report."""
    words = office_words(root.label, known.voices) & known.voices.bureaus
    if not words or root.spoken or root.vague or root.key.startswith("actor:"):
        return root
    return replace(root, key="office:" + " ".join(sorted(words)), kind=ActorKind.COURT, via=None)


def is_bureau(root: Root, known: Known) -> bool:
    """Say whether a root is an office that works on crimes beside the police: a prosecutor's, a coroner's."""
    return bool(office_words(root.label, known.voices) & known.voices.bureaus)


def is_generic(root: Root, known: Known) -> bool:
    """Say whether a root's name is made of words that mean whichever office investigates."""
    words = set(bare_words(root.label))
    return bool(words) and words <= known.voices.generic


def bare(root: Root, office: frozenset[str], known: Known) -> bool:
    """Say whether a root's name tells no office from the one that investigates."""
    if root.spoken or root.vague:
        return False
    if root.kind is ActorKind.PERSON and bare_words(root.label)[:1] and bare_words(root.label)[0] in known.voices.ranks:
        return True
    words = set(bare_words(root.label))
    law = law_words(root.label, known)
    if (law and not is_proper(root.label, known)) or (root.kind is ActorKind.UNNAMED and words & known.voices.force):
        return True
    same = bool(law) and (law - known.voices.generic <= office or office <= law)
    return bool(words) and (words <= known.voices.generic | known.voices.ranks | office or same)
