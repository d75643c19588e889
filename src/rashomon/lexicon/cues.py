"""Words that hand a claim to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import ClassVar

from rashomon.lexicon.actors import Countries
from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import fold
from rashomon.lexicon.tables import Tables
from rashomon.model import ActorKind, Stance

PREPOSED = frozenset({"according", "citing", "quoting", "per"})
"""Words before whoever is told of as the source."""


@dataclass(frozen=True)
class Cues:
    """Reporting words as the table has them."""

    TABLE: ClassVar[str] = "en/cues.yaml"
    verbs: dict[Stance, list[str]]
    object_content: list[str]
    presuming: list[str]
    with_quotation: list[str]
    with_clause: list[str]
    of_content: dict[str, str]
    silent_with: dict[str, list[str]]
    as_told: list[str]
    revising: list[str]
    giving: list[str]
    holding: dict[str, str]
    numbered: list[str]
    tolls: list[str]
    direct: list[str]
    handover: list[str]
    phrases: list[str]
    passives: list[str]
    fates: list[str]
    hearsay: list[str]
    hearsay_words: list[str]
    telling_nouns: list[str]
    hosts: list[str]
    headed: list[str]
    answering: list[str]
    faint: list[str]
    names: list[str]
    parsed: list[str]
    unattributed: list[str]
    mute: list[str]
    documents: list[str]
    issuing: list[str]
    platforms: list[str]
    unnamed: list[str]
    own_staff: list[str]
    bodies: list[str]
    telling: list[str]
    businesses: list[str]
    trades: list[str]
    of_a_kind: list[str]
    unmarking: list[str]
    arming: list[str]
    placed: list[str]
    lands: list[str]
    titles: list[str]
    announcing: list[str]
    unharmed: list[str]
    reckonings: list[str]
    known: list[str]
    pointed: list[str]
    texts: list[str]
    styling: list[str]
    not_told: list[str]
    handled: list[str]
    townspeople: list[str]
    traits: list[str]
    amounts: list[str]
    claiming: list[str]
    adding: list[str]
    closing: list[str]
    on_air: list[str]
    organisations: list[str]
    of_deeds: list[str]
    figures_by: list[str]
    anaphora: dict[ActorKind, list[str]]
    describing: list[str]


@dataclass(frozen=True, slots=True)
class CueVerb:
    """What one reporting verb does: its stance, and where its content stands.

    ``takes_object``: the object is the content. ``presumes``: what the object holds is taken for known.
    ``takes_number``: an object that is counted is ("says 71", "mentions 31 dead"). ``needs``: ``quotation``, ``clause``, ``toll`` ("raised
    the toll to 12"), ``figure`` ("gave a toll of 12"), or nothing special. ``preposition`` leads to the content ("accused of").
    ``silent_with``: particles with which it says nothing ("called off the search"). ``of_deeds``: it tells a deed by its gerund ("denied losing 30 men").
    ``gives``: its participle gives a figure to whoever stands behind "by" ("the 12 deaths reported by the ministry").
    """

    base: str
    stance: Stance
    takes_object: bool = False
    presumes: bool = False
    needs: str = ""
    preposition: str | None = None
    direct: bool = False
    handover: bool = False
    as_told: bool = False
    takes_number: bool = False
    silent_with: tuple[str, ...] = ()
    of_deeds: bool = False
    gives: bool = False


@dataclass(frozen=True)
class CueBook:
    """Look-ups over the cues: form of a verb -> what it does, and sets of words."""

    verbs: dict[str, CueVerb]
    stances: dict[str, Stance]
    tolls: frozenset[str]
    phrases: tuple[str, ...]
    adverbs: frozenset[str]
    passives: frozenset[str]
    fates: frozenset[str]
    hearsay: frozenset[str]
    hearsay_words: frozenset[str]
    telling_nouns: frozenset[str]
    hosts: frozenset[str]
    headed: frozenset[str]
    answering: frozenset[str]
    faint: frozenset[str]
    names: frozenset[str]
    parsed: frozenset[str]
    mute: frozenset[str]
    documents: frozenset[str]
    issuing: frozenset[str]
    platforms: frozenset[str]
    unnamed: frozenset[str]
    own_staff: frozenset[str]
    bodies: frozenset[str]
    telling: frozenset[str]
    businesses: frozenset[str]
    firm: re.Pattern[str]
    of_a_kind: frozenset[str]
    unmarking: frozenset[str]
    arming: frozenset[str]
    placed: frozenset[str]
    lands: frozenset[str]
    common: frozenset[str]
    titles: frozenset[str]
    title_end: re.Pattern[str]
    announcing: frozenset[str]
    unharmed: frozenset[str]
    reckonings: frozenset[str]
    known: frozenset[str]
    pointed: frozenset[str]
    texts: frozenset[str]
    styling: frozenset[str]
    not_told: frozenset[str]
    handled: frozenset[str]
    townspeople: frozenset[str]
    traits: frozenset[str]
    amounts: frozenset[str]
    claiming: frozenset[str]
    adding: frozenset[str]
    closing: frozenset[str]
    on_air: frozenset[str]
    organisation: re.Pattern[str]
    anaphora: dict[str, tuple[ActorKind, ...]]
    capitals: dict[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def handing(self) -> frozenset[str]:
        """The words that may hand over: verbs of saying and others."""
        return self.adverbs | PREPOSED | self.telling_nouns | {":", "by"} | self.verbs.keys()


FORMED = ("passives", "faint", "issuing")
"""Lists of the table that give verbs by their base, and mean every form."""

PLAIN = tuple(
    field.name
    for field in fields(CueBook)
    if field.type == "frozenset[str]" and field.name not in (*FORMED, "adverbs", "common")
)
"""Lists that are looked up as they stand."""


def cue_book(tables: Tables) -> CueBook:
    """Return the look-ups over the tables of cues; built once."""
    return tables.made("cue book", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> CueBook:
    cues, irregular = tables.of(Cues), tables.of(Irregular)
    verbs = cue_verbs(cues, irregular)
    kinds: dict[str, tuple[ActorKind, ...]] = {}
    for kind, nouns in cues.anaphora.items():
        for noun in nouns:
            kinds[noun] = (*kinds.get(noun, ()), kind)
    titles = sorted(cues.titles, key=lambda title: (-len(title), title))
    return CueBook(
        verbs=verbs,
        stances={form: verb.stance for form, verb in verbs.items() if verb.needs not in ("toll", "figure")},
        phrases=tuple(map(fold, cues.phrases)),
        adverbs=frozenset(word for word in cues.unattributed if " " not in word),
        common=frozenset([*cues.unnamed, *cues.bodies, *cues.describing]),
        title_end=re.compile(r"\b(?:" + "|".join(map(re.escape, titles)) + r")\b\.?,?\s+(?=\S)"),
        organisation=re.compile(r"\b(?:" + "|".join(map(re.escape, cues.organisations)) + r")\b", re.IGNORECASE),
        firm=firm_name(cues.trades),
        anaphora=kinds,
        capitals=capitals(tables),
        **{name: forms(getattr(cues, name), irregular) for name in FORMED},
        **{name: frozenset(getattr(cues, name)) for name in PLAIN},
    )


def firm_name(trades: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the name of a firm by its last word: "Corran Coal Ltd"."""
    last = "|".join(sorted({form for word in trades for form in (word.title(), word.upper())}))
    return re.compile(rf"\b(?!(?:The|An?|In|On|At) )(?:[A-Z][\w&'’-]* ){{1,4}}(?:{last})\b(?! [A-Z])")


def cue_verbs(cues: Cues, irregular: Irregular) -> dict[str, CueVerb]:
    """Return every form of every reporting verb with what it does."""
    found: dict[str, CueVerb] = {}
    for base in cues.revising:
        found.update(dict.fromkeys(verb_forms(base, irregular), CueVerb(base, Stance.SAID, needs="toll")))
    for base in cues.giving:
        found.update(dict.fromkeys(verb_forms(base, irregular), CueVerb(base, Stance.SAID, needs="figure")))
    for base, preposition in cues.holding.items():
        holding = CueVerb(base, Stance.SAID, needs="figure", preposition=preposition)
        found.update(dict.fromkeys(verb_forms(base, irregular), holding))
    for stance, bases in cues.verbs.items():
        for base in bases:
            if " " in base:
                continue
            verb = cue_verb(cues, base, stance)
            found.update(dict.fromkeys(verb_forms(base, irregular), verb))
    deeds, figures = frozenset(cues.of_deeds), frozenset(cues.figures_by)
    return {
        form: replace(verb, of_deeds=verb.base in deeds, gives=verb.base in figures) for form, verb in found.items()
    }


def cue_verb(cues: Cues, base: str, stance: Stance) -> CueVerb:
    """Return what a verb does, by the lists it stands in."""
    needs = "quotation" if base in cues.with_quotation else "clause" if base in cues.with_clause else ""
    return CueVerb(
        base, stance, base in cues.object_content or base in cues.presuming, base in cues.presuming, needs,
        cues.of_content.get(base), base in cues.direct, base in cues.handover, base in cues.as_told, base in cues.numbered,
        tuple(cues.silent_with.get(base, ())),
    )  # fmt: skip


def forms(verbs: Iterable[str], irregular: Irregular) -> frozenset[str]:
    """Return every form of every verb."""
    return frozenset(form for verb in verbs for form in verb_forms(verb, irregular))


def capitals(tables: Tables) -> dict[str, tuple[str, str]]:
    """Return the capitals, which stand for their governments, with the country's id and label."""
    return {row.capital: (row.id, row.label) for row in tables.of(Countries).rows if row.capital}
