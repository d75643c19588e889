"""The view of how the record was made."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.interface.findings import POLICY_NAMES, Marks
from rashomon.interface.plain import clean
from rashomon.model import Record

POLICIES = {
    "acled": "the lowest number until another is corroborated; vague words by the codebook's numbers",
    "ucdp": "the lowest and highest of all; best is the sum by side where one root gives it, else what most roots support",
    "min-max": "the lowest and the highest number of all accounts, earlier ones too",
    "majority": "the number that most independent roots give; none where no number has a lead",
    "latest": "the last answer of each root; as best the one that is last in time",
}
"""What each policy does, in a line; docs/method.md has them in full."""


@dataclass(frozen=True, slots=True)
class InputView:
    """One report that was read: its letter, its name, the file (without its folders) or address it came from, its id, and the SHA-256 of its text."""

    mark: str
    name: str
    source: str
    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MadeView:
    """How the record was made: versions of program and tables, the event's id, the reports read, the policies and what each does."""

    versions: tuple[tuple[str, str], ...]
    event: str
    inputs: tuple[InputView, ...]
    policies: tuple[tuple[str, str], ...]


def made_of(record: Record, marks: Marks) -> MadeView:
    """Return how the record was made."""
    used = dict.fromkeys(policy for finding in record.findings for policy in finding.estimates)
    return MadeView(
        tuple(record.versions.items()), str(record.event.id),
        tuple(InputView(marks.of_report(r.id), clean(r.name), file_name(r.source), str(r.id), r.sha256) for r in record.reports),
        tuple((POLICY_NAMES.get(policy, policy), POLICIES.get(policy, "")) for policy in used),
    )  # fmt: skip


def file_name(source: str) -> str:
    """Return where a report came from without the folders of whoever made the page; an address stays whole."""
    return clean(source if "://" in source else source.replace("\\", "/").rsplit("/", 1)[-1])
