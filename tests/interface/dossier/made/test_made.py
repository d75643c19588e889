"""How it was made: versions, hashes, policies; no folder of the maker's machine."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.interface.dossier.made.view import POLICIES, file_name, made_of
from rashomon.interface.findings import Marks
from rashomon.model import Record


def test_each_text_can_be_checked_by_its_hash(record: Record) -> None:
    made = made_of(record, Marks.of(record.reports))
    assert [one.sha256 for one in made.inputs] == [hashlib.sha256(r.text.encode()).hexdigest() for r in record.reports]
    assert made.versions == (("rashomon", "0.1.0"), ("tables", "abc"))
    assert [name for name, _ in made.policies] == ["ACLED", "UCDP", "majority"]
    assert all(words for _, words in made.policies)


def test_every_policy_is_explained(record: Record) -> None:
    used = {policy for finding in record.findings for policy in finding.estimates}
    assert used <= set(POLICIES)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("in/secret/a.txt", "a.txt"),
        ("C:\\mine\\b.txt", "b.txt"),
        ("https://example.org/x/1", "https://example.org/x/1"),
        ("-", "-"),
    ],
)
def test_the_makers_folders_are_not_told(source: str, shown: str) -> None:
    assert file_name(source) == shown
