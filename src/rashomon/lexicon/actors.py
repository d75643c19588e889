"""Who acts: actors, national institutions, agencies, outlets and countries under neutral names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.lexicon.match import Hit, Matcher, fold, shelf_of
from rashomon.lexicon.tables import Tables
from rashomon.model import Actor, ActorKind, Span
from rashomon.model.quick import quick

GAP = re.compile(r"(?:['’]s?)?[ -]")
SMALL_DAY = " today"
"""What ends no name: "in Orle today" tells a day, and "Orle Today" an outlet."""

OF = re.compile(r" of (?:the )?$")


@dataclass(frozen=True)
class ActorRow:
    """One actor: ``acronyms`` are matched in exact case, ``loaded`` names carry loaded words."""

    id: str
    label: str
    kind: ActorKind
    countries: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    parent: str | None = None
    generic: bool = False
    led_by: list[str] = field(default_factory=list)
    domains: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ActorRows:
    """All actors, a file a region."""

    TABLE: ClassVar[str] = "actors"
    rows: list[ActorRow]


@dataclass(frozen=True)
class Country:
    """One country with its adjectives, the preferred one first; latitude and longitude in degrees."""

    id: str
    label: str
    demonyms: list[str]
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    capital: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True)
class Countries:
    """All countries."""

    TABLE: ClassVar[str] = "countries.yaml"
    rows: list[Country]


@dataclass(frozen=True)
class Override:
    """How one country's institution is called where the rule does not fit."""

    label: str | None = None
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    kind: ActorKind | None = None


@dataclass(frozen=True)
class Institution:
    """A kind of national institution; ``label`` holds ``{demonym}`` or ``{country}``."""

    id: str
    label: str
    kind: ActorKind
    names: list[str]
    overrides: dict[str, Override] = field(default_factory=dict)


@dataclass(frozen=True)
class Institutions:
    """All kinds of national institution."""

    TABLE: ClassVar[str] = "institutions.yaml"
    rows: list[Institution]


@dataclass(frozen=True)
class Medium:
    """A news agency or outlet; ``state`` says who runs it, ``owner`` names the group it belongs to."""

    id: str
    label: str
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    domains: list[str] = field(default_factory=list)
    country: str | None = None
    state: bool = False
    owner: str | None = None
    agency: bool = False
    loaded: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Agencies:
    """News agencies."""

    TABLE: ClassVar[str] = "agencies.yaml"
    rows: list[Medium]


@dataclass(frozen=True)
class Outlets:
    """News outlets."""

    TABLE: ClassVar[str] = "outlets.yaml"
    rows: list[Medium]


@quick
@dataclass(frozen=True, slots=True)
class ActorHit:
    """An actor's name in a text; ``loaded`` says that the name itself is a loaded one."""

    span: Span
    actor: Actor
    loaded: bool = False


KEPT = 10_000
"""Of how many words for actors it is kept whom they name at most; then all are forgotten."""
LONGEST_SHORT = 6
"""Letters that the short name of an agency has at most."""
SURNAME = re.compile(r" ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?!\w)")
"""What stands behind a first name."""
BEHIND_AGENCY = frozenset(
    {
        "news", "agency", "press", "says", "said", "reports", "reported", "reporter", "correspondent", "quoting", "citing", "state",
        "radio", "television", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "in", "on", "at",
    }
)  # fmt: skip
"""What stands behind an agency's name instead, in headlines with a capital letter."""


@dataclass(frozen=True)
class Spellings:
    """How else English prints the article and the words of names that it takes from Arabic, the usual article first."""

    TABLE: ClassVar[str] = "en/spellings.yaml"
    articles: list[str]
    words: dict[str, list[str]]


class ActorBook:
    """Every actor by id, and matchers over all their names.

    National institutions are not listed name by name: a country's word beside an institution's word is one
    ("Iraqi Interior Ministry", "army of Chad", "Nepal's police").
    """

    def __init__(self, tables: Tables) -> None:
        self.by_id: dict[str, Actor] = {}
        words: dict[tuple[str, bool], tuple[str, bool]] = {}
        for actor, names in entries(tables):
            self.by_id.setdefault(actor.id, actor)
            for name, exact, loaded in names:
                words.setdefault((name if exact else fold(name), exact), (actor.id, loaded))
        self._by_label: dict[str, set[str]] = {}
        for actor in self.by_id.values():
            self._by_label.setdefault(actor.label.lower(), set()).add(actor.id)
        self._met: dict[str, list[ActorHit]] = {}
        shelf = shelf_of(tables)
        self._names = Matcher(((name, value, exact) for (name, exact), value in words.items()), shelf)
        self._countries = Matcher(country_words(tables.of(Countries).rows), shelf)
        self._institutions = Matcher(
            ((name, row.id, False) for row in tables.of(Institutions).rows for name in row.names), shelf
        )

    def labelled(self, label: str) -> frozenset[str]:
        """Return the ids of the actors with this label, in any case."""
        return frozenset(self._by_label.get(label.lower(), ()))

    def find(self, text: str) -> list[ActorHit]:
        """Return the actors' names in a text, in order, none overlapping, the longest first."""
        hits = (hit for hit in self._names.find(text) if not text.endswith(SMALL_DAY, hit.start, hit.end))
        found = [(hit.start, hit.end, *hit.value) for hit in hits if not self._is_first_name(text, hit)]
        found += self._national(text)
        kept: list[ActorHit] = []
        for start, end, actor, loaded in sorted(found, key=lambda item: (item[0], -item[1])):
            if kept and start < kept[-1].span.end:
                if end - start > len(kept[-1].span):
                    kept[-1] = ActorHit(Span(start, end), self.by_id[actor], loaded)
                continue
            kept.append(ActorHit(Span(start, end), self.by_id[actor], loaded))
        return kept

    def named_in(self, words: str) -> Sequence[ActorHit]:
        """Return the actors' names in a few words, as ``find`` does; the same doers come again and again, and are kept."""
        found = self._met.get(words)
        if found is None:
            if len(self._met) >= KEPT:
                self._met.clear()
            found = self._met[words] = self.find(words)
        return found

    def _is_first_name(self, text: str, hit: Hit) -> bool:
        """Say whether what sounds like an agency in capitals is somebody's first name: "Hina Khan said", not "Hina news agency"."""
        words = text[hit.start : hit.end]
        if not words.istitle() or len(words) > LONGEST_SHORT or self.by_id[hit.value[0]].label != words.upper():
            return False
        surname = SURNAME.match(text, hit.end)
        return surname is not None and surname.group(1).lower() not in BEHIND_AGENCY

    def _national(self, text: str) -> Iterator[tuple[int, int, str, bool]]:
        """Yield institutions named with their country."""
        countries, institutions = self._countries.find(text), self._institutions.find(text)
        after = {hit.start: hit for hit in institutions}
        before = {hit.end: hit for hit in institutions}
        for country in countries:
            if text[max(0, country.start - 4) : country.start] == "New ":
                continue
            gap = GAP.match(text, country.end)
            named = after.get(gap.end()) if gap else None
            if named is not None:
                yield country.start, named.end, f"{country.value.lower()}-{named.value}", False
            back = OF.search(text, max(0, country.start - 8), country.start)
            named = before.get(back.start()) if back else None
            if named is not None:
                yield named.start, country.end, f"{country.value.lower()}-{named.value}", False


def country_words(rows: list[Country]) -> Iterator[tuple[str, str, bool]]:
    """Yield the words that stand for a country: names, adjectives, acronyms in exact case, and names that lost an apostrophe."""
    for row in rows:
        for word in dict.fromkeys([row.label, *row.aliases, *row.demonyms]):
            if word not in row.acronyms:
                yield word, row.id, False
        if not row.label.endswith("s"):
            yield f"{row.label}s", row.id, False
        for word in row.acronyms:
            yield word, row.id, True


def actor_book(tables: Tables) -> ActorBook:
    """Return the actors of these tables; built once."""
    return tables.made("actor book", ActorBook)  # type: ignore[no-any-return]


Names = list[tuple[str, bool, bool]]
"""A name, whether its case must match, whether it is loaded."""


def entries(tables: Tables) -> Iterator[tuple[Actor, Names]]:
    """Yield every actor with its names; what comes first keeps a name that two would share."""
    spellings = tables.of(Spellings)
    for row in tables.of(ActorRows).rows:
        yield (
            Actor(row.id, row.label, row.kind, tuple(row.countries), row.parent, row.generic, tuple(row.led_by)),
            names_of(row, spellings),
        )
    for table, kind in ((tables.of(Agencies), ActorKind.AGENCY), (tables.of(Outlets), ActorKind.OUTLET)):
        for medium in table.rows:
            yield (
                Actor(medium.id, medium.label, kind, (medium.country,) if medium.country else ()),
                printed(medium, kind, spellings),
            )
    for country in tables.of(Countries).rows:
        yield from national(country, tables.of(Institutions).rows)
        names: Names = [(name, False, False) for name in (country.label, *country.aliases)]
        names += [(name, True, False) for name in country.acronyms]
        yield Actor(f"country-{country.id.lower()}", country.label, ActorKind.GOVERNMENT, (country.id,)), names


def printed(medium: Medium, kind: ActorKind, spellings: Spellings) -> Names:
    """Return a medium's names; an outlet's in exact case, for "the guardian" and "the times" are words too."""
    return [(name, exact or kind is ActorKind.OUTLET, loaded) for name, exact, loaded in names_of(medium, spellings)]


def names_of(row: ActorRow | Medium, spellings: Spellings) -> Names:
    """Return all names of a row of the tables."""
    names: Names = [(form, False, False) for name in (row.label, *row.aliases) for form in transcribed(name, spellings)]
    names += [(name, True, False) for name in row.acronyms]
    return names + [(name, False, True) for name in row.loaded]


def transcribed(name: str, spellings: Spellings) -> Iterator[str]:
    """Yield a name and the other ways in which English prints the Arabic article and words of it: "Jaysh al-Fatah", "Jaish al Fateh"."""
    forms, article = [name], re.compile(rf"(?<=\s)({'|'.join(spellings.articles)})-(?=[A-Z])")
    if article.search(name):
        forms += [article.sub(f"{spellings.articles[0]}-", form) for form in forms]
        for word, others in spellings.words.items():
            forms += [form.replace(word, other) for form in forms for other in others if word in form]
        forms += [article.sub(r"\1 ", form) for form in forms]
    yield from dict.fromkeys(forms)


def national(country: Country, institutions: list[Institution]) -> Iterator[tuple[Actor, Names]]:
    """Yield a country's institutions with the names that no rule makes: labels and special names."""
    adjective = country.demonyms[0] if country.demonyms else country.label
    for row in institutions:
        special = row.overrides.get(country.id, Override())
        label = special.label or row.label.format(demonym=adjective, country=country.label)
        names: Names = [
            (name, False, False) for name in (*([special.label] if special.label else []), *special.aliases)
        ]
        names += [(name, True, False) for name in special.acronyms]
        yield Actor(f"{country.id.lower()}-{row.id}", label, special.kind or row.kind, (country.id,)), names
