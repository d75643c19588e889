"""Numbers that the next sentences count on, and those that are the dead and the hurt together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import ClaimKind, Scope

if TYPE_CHECKING:
    from conftest import Read

WHOLE, PART, INCREMENT = Scope.WHOLE, Scope.PART, Scope.INCREMENT


def told(read_text: Read, text: str) -> list[tuple[str | None, int | None, Scope]]:
    """Measure, low end and scope of each count of a text."""
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    return [(claim.measure, claim.quantity.low, claim.scope) for claim in claims if claim.quantity is not None]


def test_a_number_that_is_counted_on_is_a_part(read_text: Read) -> None:
    text = "Six people were injured in a bar in Tarrow. Officers found five people wounded. A sixth person came to a clinic later."
    assert told(read_text, text) == [("wounded", 6, WHOLE), ("wounded", 5, PART)]


def test_a_number_that_is_counted_on_stays_whole_where_the_report_counts_no_more(read_text: Read) -> None:
    text = "Officers found five people wounded. A sixth person came to a clinic later."
    assert ("wounded", 5, WHOLE) in told(read_text, text)


def test_another_ordinal_counts_nothing_on(read_text: Read) -> None:
    text = "Six people were injured in a bar in Tarrow. Officers found five people wounded. A third man was the owner."
    assert ("wounded", 5, WHOLE) in told(read_text, text)


def test_victims_who_are_the_dead_and_the_hurt_together_are_both(read_text: Read) -> None:
    text = "Crews found nine shooting victims in Tarrow. Two people were killed. Seven people were injured."
    assert told(read_text, text) == [("casualties", 9, WHOLE), ("killed", 2, WHOLE), ("wounded", 7, WHOLE)]


def test_others_are_no_sum(read_text: Read) -> None:
    text = (
        "Two people were killed in Tarrow. Seven people were injured. Nine other victims came to a clinic with burns."
    )
    assert ("wounded", 9, WHOLE) in told(read_text, text)


def test_others_to_whom_it_also_happened_add_to_those_before(read_text: Read) -> None:
    text = "Two farmers were injured when a wall fell in Tarrow. Three other labourers were also injured on Sunday."
    assert told(read_text, text) == [("wounded", 2, WHOLE), ("wounded", 3, INCREMENT)]


def test_others_to_whom_it_also_happened_are_a_part_of_a_larger_number(read_text: Read) -> None:
    text = (
        "Seven farmers were injured when a wall fell in Tarrow. Three other labourers were also injured, a nurse said."
    )
    assert told(read_text, text) == [("wounded", 7, WHOLE), ("wounded", 3, PART)]


def test_others_to_whom_something_else_happened_are_whole(read_text: Read) -> None:
    text = "Two farmers were killed when a wall fell in Tarrow. Three other labourers were also injured on Sunday."
    assert told(read_text, text) == [("killed", 2, WHOLE), ("wounded", 3, WHOLE)]


def test_as_many_others_to_whom_it_also_happened_are_told_once_more(read_text: Read) -> None:
    text = "A raid killed two in Tarrow and three others were injured. Three other labourers were injured too, a nurse said."
    assert {scope for measure, low, scope in told(read_text, text) if (measure, low) == ("wounded", 3)} == {WHOLE}
