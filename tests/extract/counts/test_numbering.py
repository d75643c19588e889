"""Numbers that count no one by the form they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty clerks of floors 4, 5 and 6 were evacuated.", ["Forty"]),
        ("Seven passengers of flight TK 417 were found alive.", ["Seven"]),
        ("3. Two miners were freed.", ["Two"]),
        ("Last night at eight they told us one shepherd was killed.", ["one"]),
        ("The dead include nine children under fifteen.", ["nine"]),
        ("The mayor says no: nobody was killed.", ["nobody"]),
        ("All but two of the clerks were hurt.", []),
        ("Seven of the nine climbers died.", ["Seven"]),
        ("The seven survivors we met all tell the same.", []),
        ("Police sent two lorries, one of which was burned.", []),
        ("Seven of the nine dead were climbers.", ["Seven", "nine"]),
        ("A courier was killed on Loop 303.", ["A"]),
        ("A courier was killed in a two-storey house.", ["A"]),
        ("On the loop 303 were killed.", ["303"]),
        ("Rioters of module 7 killed a guard.", ["a"]),
        ("One clerk was killed at nine in the evening.", ["One"]),
        ("Raiders killed nine in the evening.", ["nine"]),
        ("The raid killed nine guards. Wardens found 40 more letters, which brings the total to nearly 900.", ["nine"]),
        ("Two more guards died on Sunday, bringing the total to 11.", ["Two", "11"]),
        ("A blast kills one person and injures another Jan. 4.", ["one", "another"]),
        ("One in five of those killed was a child.", []),
        ("About one in nine people were displaced by the war.", []),
        ("Gunmen killed one in two attacks.", ["one"]),
        ("Two nurses of Selby School 41 were hurt.", ["Two"]),
        ("A child from School 41 is in critical condition.", ["A"]),
        ("At Selby School 41 were hurt.", ["41"]),
        ("Two of the three passengers were hurt.", ["Two"]),
        ("Seven of the nine climbers injured are from Tarsk.", ["Seven", "nine"]),
        ("Two clerks were killed. Tell what you saw by calling the number 1866.", ["Two"]),
    ],
)
def test_a_number_of_the_form_counts_no_one(read_text: Read, text: str, expected: list[str]) -> None:
    claims = [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]
    assert [claim.quantity.words for claim in claims if claim.quantity] == expected
