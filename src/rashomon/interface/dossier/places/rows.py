"""The table of places: how exactly each is known, what is put there, and by which reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.interface.dossier.places.sites import Role, Site, precision_words
from rashomon.interface.findings import Marks, scope_of
from rashomon.interface.plain import clean, shorten
from rashomon.lexicon.gazetteer import Gazetteer, GazetteerEntry
from rashomon.model import Claim, ClaimId, Finding, Place, Record

QUOTE = 80
ROLE_WORDS = {
    Role.EVENT: "where the record puts the event",
    Role.MAIN: "part of the event",
    Role.RELATED: "beside the event",
    Role.BACKGROUND: "background",
}


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A claim put at a place: the letter of its report, its id, and its words cut short."""

    mark: str
    claim_id: str
    words: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A finding with claims at a place: its id, its question, and the claims; the id is empty for claims that answer no question."""

    finding_id: str
    label: str
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of the table: ``number`` as on the map, ``name``, ``within`` (region and country), ``precision``, ``level`` and ``role`` in words.

    ``central`` says that it belongs to the event itself; ``position`` is that of a place known exactly or nearly
    ("4.7358° N, 45.2036° E"), ``reports`` are letters, ``rivals`` the names of other places that the name may mean.
    """

    number: int
    name: str
    within: str
    precision: str
    level: str
    role: str
    central: bool
    position: str
    questions: tuple[QuestionLine, ...]
    reports: tuple[str, ...]
    rivals: tuple[str, ...]


@dataclass(slots=True)
class Naming:
    """What the table takes its words from: letters of reports, findings by claim, names of countries and regions, rivals by id."""

    marks: Marks
    findings: Mapping[ClaimId, list[Finding]]
    countries: Mapping[str, str]
    gazetteer: Gazetteer
    entries: Mapping[str, GazetteerEntry]
    _regions: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record, countries: Mapping[str, str], gazetteer: Gazetteer) -> Naming:
        """Return the names for a record."""
        findings: dict[ClaimId, list[Finding]] = {}
        for finding in record.findings:
            for id_ in dict.fromkeys(id_ for position in finding.positions for id_ in position.claims):
                findings.setdefault(id_, []).append(finding)
        places = [claim.where for claim in record.claims] + [record.event.where]
        rivals = {rival for place in places if place for rival in place.rivals}
        return cls(Marks.of(record.reports), findings, countries, gazetteer, gazetteer.by_id(rivals))

    def within(self, country: str | None, admin1: str | None, name: str) -> str:
        """Return a place's region and country, without its own name: ``Hiiraan, Somalia``."""
        key = (country or "", admin1 or "")
        if key not in self._regions:
            self._regions[key] = self.gazetteer.region(country, admin1) or ""
        parts = (clean(self._regions[key]), clean(self.countries.get(country or "", country or "")))
        return ", ".join(part for part in parts if part and part != name)

    def rival(self, id_: str) -> str:
        """Return a rival in words; its id where this gazetteer does not have it."""
        entry = self.entries.get(id_)
        if entry is None:
            return clean(id_)
        within = self.within(entry.country, entry.admin1, entry.name)
        return f"{clean(entry.name)} ({entry.level}{', ' + within if within else ''})"


def row_of(site: Site, naming: Naming) -> PlaceRow:
    """Return a place's row."""
    place, name = site.place, clean(site.place.name)
    letters = sorted(
        {naming.marks.of_report(claim.report_id) for claim in site.claims}, key=lambda mark: (len(mark), mark)
    )
    return PlaceRow(
        number=site.number,
        name=name,
        within=naming.within(place.country, place.admin1, name),
        precision=precision_words(place),
        level=clean(place.level or ""),
        role=ROLE_WORDS[site.role],
        central=site.role <= Role.MAIN,
        position=position_words(place) if site.located and place.precision.is_fine else "",
        questions=questions_at(site, naming),
        reports=tuple(letters),
        rivals=tuple(naming.rival(id_) for id_ in place.rivals),
    )


def questions_at(site: Site, naming: Naming) -> tuple[QuestionLine, ...]:
    """Return what is put at a place: its findings in the order of its claims, then claims that answer no question."""
    lines: dict[str, tuple[str, list[ClaimLink]]] = {}
    loose = []
    for claim in site.claims:
        link = ClaimLink(naming.marks.of_report(claim.report_id), str(claim.id), shorten(clean(claim.quote), QUOTE))
        findings = naming.findings.get(claim.id, [])
        for finding in findings:
            lines.setdefault(str(finding.id), (question_words(finding), []))[1].append(link)
        if not findings:
            loose.append(QuestionLine("", claim_words(claim), (link,)))
    return (*(QuestionLine(id_, label, tuple(links)) for id_, (label, links) in lines.items()), *loose)


def question_words(finding: Finding) -> str:
    """Return a question with its scope, as the other parts name it."""
    scope = scope_of(finding)
    return clean(finding.question.label) + (f" ({scope})" if scope else "")


def claim_words(claim: Claim) -> str:
    """Return what kind of claim one is that answers no question: ``killed``, ``bombing``."""
    return clean(claim.measure or (claim.act.type if claim.act else claim.kind))


def position_words(place: Place) -> str:
    """Return a position in degrees, with the record's own digits.

    >>> position_words(Place("Beledweyne", 4.7358, 45.2036))
    '4.7358° N, 45.2036° E'
    """
    lat, lon = place.lat or 0.0, place.lon or 0.0
    return f"{abs(lat):g}° {'N' if lat >= 0 else 'S'}, {abs(lon):g}° {'E' if lon >= 0 else 'W'}"
