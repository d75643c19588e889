"""People told beside those of a group are the rest of a sum, and no total of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

import rashomon
from rashomon.model import Finding, Verdict


def total(folder: Path, *texts: str, measure: str = "wounded") -> Finding:
    """The finding on all people of a measure, by reports of one place and day."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(
            f"VARN, May {3 + number}, 2030 (Paper {number}) - {text}", encoding="utf-8"
        )
    record = rashomon.compare(folder)
    return next(f for f in record.findings if f.question.label == f"{measure}, total")


def span(finding: Finding) -> tuple[int | None, int | None]:
    """The lowest and highest number of all accounts."""
    return finding.estimates["min-max"].low, finding.estimates["min-max"].high


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A girl and two others were hurt when shells fell on the town of Varn.", 3),
        ("A girl and another person were hurt when shells fell on the town of Varn.", 2),
        ("Shells that fell on the town of Varn wounded two farmers and three other people.", 5),
        ("Shells wounded a girl in the town of Varn. Another person was wounded as he ran to help.", 2),
        ("Three people were hurt when shells fell on the town of Varn. A girl and two others went to hospital.", 3),
        ("Shells hurt four guards in the town of Varn, including a cook and two others.", 4),
    ],
)
def test_a_group_and_others_beside_it_add_up(tmp_path: Path, text: str, number: int) -> None:
    assert span(total(tmp_path, text)) == (number, number)


def test_the_sum_is_derived_and_put_in_nobodys_mouth(tmp_path: Path) -> None:
    finding = total(tmp_path, "A girl and two others were hurt when shells fell on the town of Varn.")
    (position,) = finding.positions
    assert position.derived
    assert finding.verdict is Verdict.SINGLE_SOURCE


def test_a_soldier_and_four_others_speak_for_five(tmp_path: Path) -> None:
    one = "A soldier and four others were killed when a mine went off in the town of Varn."
    other = "Five people were killed when a mine went off in the town of Varn on Friday, medics said."
    finding = total(tmp_path, one, other, measure="killed")
    assert span(finding) == (5, 5)
    assert finding.verdict is Verdict.AGREE


def test_others_hurt_beside_the_dead_are_all_who_were_hurt(tmp_path: Path) -> None:
    text = "Shells on the town of Varn killed a girl and left two others hurt."
    assert span(total(tmp_path, text)) == (2, 2)
