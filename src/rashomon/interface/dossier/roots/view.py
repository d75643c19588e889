"""The roots of a record in words: who said something first, through whom it came, and where it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.pictures.draw import Picture
from rashomon.interface.dossier.pictures.quoted import quoted
from rashomon.interface.dossier.roots.chart import picture_of
from rashomon.interface.dossier.roots.graph import FAR
from rashomon.interface.dossier.roots.paths import NOBODY, Path, paths_of, root_name
from rashomon.interface.dossier.roots.rows import Asked, Dropped, Mention, Root, Shared
from rashomon.interface.explain.reasons import dropped_words
from rashomon.interface.findings import Marks, root_words
from rashomon.interface.plain import clean
from rashomon.interface.words import value_words
from rashomon.model import ClaimId, Finding, Position, Record

MOST_OPEN = 12
"""A table of more roots than this is folded up under the picture."""
Held = tuple[Finding, Position]


@dataclass(frozen=True, slots=True)
class RootsView:
    """Who first said what.

    ``roots`` holds every root of the record once, the most used first. ``picture`` draws the ways from outlets to roots (None
    where no outlet names a source); ``left_out`` counts the roots that it leaves to the table. ``dropped`` are the attributions that
    were dropped, ``shared`` the pairs of reports with text in common.
    """

    roots: tuple[Root, ...]
    picture: Picture | None
    left_out: int
    dropped: tuple[Dropped, ...]
    shared: tuple[Shared, ...]

    @property
    def folded(self) -> bool:
        """Whether the table is too long to stand open below the picture."""
        return self.picture is not None and len(self.roots) > MOST_OPEN

    @property
    def distant(self) -> bool:
        """Whether an outlet keeps its distance from somebody's words."""
        return any(stance in FAR for root in self.roots for stance in root.stances)

    @property
    def passed_on(self) -> bool:
        """Whether anybody stands between an outlet and a root."""
        return any(root.through for root in self.roots)


def roots_of(record: Record, marks: Marks) -> RootsView:
    """Return the record's roots in words."""
    paths = paths_of(record, marks)
    held: dict[str, list[Held]] = {}
    for finding in record.findings:
        for position in finding.positions:
            held.setdefault(root_name(position, record), []).append((finding, position))
    roots = [
        root_of(name, mine, [path for path in paths if path.root == name], record, marks) for name, mine in held.items()
    ]
    roots.sort(key=lambda root: (-root.claims, -len(root.asked), root.name))
    picture, left_out = picture_of(roots, paths)
    return RootsView(tuple(roots), picture, left_out, tuple(dropped_of(record, marks)), tuple(shared_of(record, marks)))


def root_of(name: str, held: Sequence[Held], paths: Sequence[Path], record: Record, marks: Marks) -> Root:
    """Return one root in words."""
    ids = dict.fromkeys(id_ for _, position in held for id_ in position.claims)
    party = any(position.party for _, position in held)
    kind = next((position.root_kind for _, position in held if position.root_kind), "")
    mentions = mentions_of(ids, record, marks)
    named = [path for path in paths if not path.dropped]
    stances = {path.stance.value for path in named if path.stance}
    through = Counter(one.name for path in named for one in path.between)
    return Root(
        name=name,
        kind="" if name == NOBODY else clean(kind),
        party=party,
        own=any(path.own for path in named),
        claims=len(ids),
        claim_id=mentions[0].claim_id if mentions else "",
        asked=tuple(dict.fromkeys(asked_of(finding, record) for finding, _ in held)),
        through=tuple(sorted(through, key=lambda one: (-through[one], one))),
        stances=tuple(sorted(stances)) if stances != {"said"} else (),
        mentions=mentions,
        likely=sum(path.dropped for path in paths),
    )


def asked_of(finding: Finding, record: Record) -> Asked:
    """Return the question of a finding, to be linked."""
    return Asked(str(finding.id), quoted(clean(finding.question.label), record.wording))


def mentions_of(ids: Iterable[ClaimId], record: Record, marks: Marks) -> tuple[Mention, ...]:
    """Return where the words of claims stand, the first of them in each report, in the order of the reports."""
    wanted = set(ids)
    first: dict[str, str] = {}
    for claim in sorted((c for c in record.claims if c.id in wanted), key=lambda c: c.span):
        first.setdefault(marks.of_report(claim.report_id), str(claim.id))
    return tuple(Mention(mark, first[mark]) for mark in sorted(first, key=lambda mark: (len(mark), mark)))


def dropped_of(record: Record, marks: Marks) -> Iterable[Dropped]:
    """Yield the attributions that were dropped, each once with the questions that it answers."""
    held: dict[tuple[object, ...], list[Held]] = {}
    for finding in record.findings:
        for position in finding.positions:
            if position.likely_root:
                key = (position.root, position.likely_root, position.value, position.claims)
                held.setdefault(key, []).append((finding, position))
    for mine in held.values():
        position = mine[0][1]
        yield Dropped(
            value=clean(value_words(position.value)), asked=tuple(asked_of(finding, record) for finding, _ in mine),
            printed=quoted(root_words(position, marks), record.wording), likely=quoted(clean(position.likely_root or ""), record.wording),
            why=quoted(dropped_words(position, record), record.wording), mentions=mentions_of(position.claims, record, marks),
        )  # fmt: skip


def shared_of(record: Record, marks: Marks) -> Iterable[Shared]:
    """Yield the pairs of reports that share text, those with most of it first."""
    for one in sorted(record.shared, key=lambda one: (-one.share, one.first, one.second)):
        words = f"{one.kind} copy, {one.share:.0%} of the shorter one"
        yield Shared(marks.of_report(one.first), marks.of_report(one.second), words, clean(one.origin or ""))
