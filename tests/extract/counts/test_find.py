"""What a number counts: a few sentences for each rule, and some that count no one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.extract.counts.carried import NOTHING, Carried, goes_on, hand_on
from rashomon.lexicon.measures import measure_matcher
from rashomon.lexicon.tables import Tables
from rashomon.model import Claim, ClaimKind, Scope, Span

if TYPE_CHECKING:
    from conftest import Read

Told = list[tuple[str | None, str, int | None]]


def counts(read_text: Read, text: str) -> list[Claim]:
    """The count claims of a text, in order."""
    return [claim for claim in read_text(text).claims if claim.kind is ClaimKind.COUNT]


def told(read_text: Read, text: str) -> Told:
    """Measure, group and lower bound of each count of a text."""
    return [
        (claim.measure, claim.group.id if claim.group else "", claim.quantity.low if claim.quantity else None)
        for claim in counts(read_text, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mortar shell killed four civilians in Tarsk.", [("killed", "civilians", 4)]),
        ("Nine soldiers were wounded in the ambush.", [("wounded", "soldiers", 9)]),
        ("The death of two nurses was confirmed.", [("killed", "nurses", 2)]),
        ("Twelve dead, 30 hurt in Tarsk bus crash", [("killed", "total", 12), ("wounded", "total", 30)]),
        ("Deceased: 12", [("killed", "total", 12)]),
        ("The death toll has risen to 45.", [("killed", "total", 45)]),
        ("The blast left a driver and six passengers dead.", [("killed", "drivers", 1), ("killed", "passengers", 6)]),
        ("Two men were stabbed to death near the station.", [("killed", "men", 2)]),
        ("Paramedics took seven women to hospital.", [("wounded", "women", 7)]),
        ("Five hikers are still missing.", [("missing", "hikers", 5)]),
        ("Police arrested three suspects on Friday.", [("detained", "suspects", 3)]),
        ("Rebels abducted 11 teachers.", [("abducted", "teachers", 11)]),
        ("Soldiers rescued 20 villagers from rooftops.", [("rescued", "villagers", 20)]),
        (
            "Seven people were hurt, including a boy thought to be only nine years old and two women, police said.",
            [("wounded", "total", 7), ("wounded", "children", 1), ("wounded", "women", 2)],
        ),
        ("Three gunmen killed a guard.", [("attackers", "gunmen", 3), ("killed", "security forces", 1)]),
        ("The raid killed or wounded 30 fighters.", [("casualties", "combatants", 30)]),
    ],
)
def test_a_sentence_counts(read_text: Read, text: str, expected: Told) -> None:
    found = told(read_text, text)
    assert [(measure, low) for measure, _, low in found] == [(measure, low) for measure, _, low in expected]
    assert [group for _, group, _ in found if group != "trades"] == [group for _, group, _ in expected]


@pytest.mark.parametrize(
    "text",
    [
        "A mother of two told reporters of the killing.",
        "How many were killed is unclear.",
        "The raid destroyed 12 tanks and two trucks.",
        "He was the one who died.",
        "Troops launched an operation to detain a commander.",
        "See press release No. 14 on the killing.",
        "Two bystanders were not hurt.",
    ],
)
def test_a_sentence_counts_no_one(read_text: Read, text: str) -> None:
    assert told(read_text, text) == []


def test_a_renamed_person_is_counted_once(read_text: Read) -> None:
    assert told(read_text, "One patient, a girl of six, died on the way.") == [("killed", "patients", 1)]


def test_parts_are_marked(read_text: Read) -> None:
    scopes = [claim.scope for claim in counts(read_text, "Shelling killed 28 people, including nine children.")]
    assert scopes == [Scope.WHOLE, Scope.PART]


def test_those_of_whom_a_part_is_told_are_a_whole(read_text: Read) -> None:
    found = counts(read_text, "Three of the five wounded were treated in Tarsk.")
    assert [claim.scope for claim in found] == [Scope.PART, Scope.WHOLE]


def test_ages_do_not_end_a_list_of_parts(read_text: Read) -> None:
    found = counts(read_text, "Nine hikers, including a 16-year-old girl and five men, were wounded in Tarsk.")
    assert [claim.scope for claim in found] == [Scope.WHOLE, Scope.PART, Scope.PART]


def test_the_next_sentence_counts_parts_of_the_last(read_text: Read) -> None:
    found = counts(read_text, "Shelling killed 28 people in Tarsk. Nine of them were women.")
    assert [(claim.measure, claim.scope) for claim in found] == [("killed", Scope.WHOLE), ("killed", Scope.PART)]
    assert found[1].group is not None
    assert found[1].group.id == "women"


def test_the_next_sentence_lists_the_last_one_s_people(read_text: Read) -> None:
    found = counts(read_text, "Three people were hurt in Tarsk on Friday. The two men and one woman stood at a stop.")
    assert [(c.measure, c.group and c.group.id, c.scope) for c in found[1:]] == [
        ("wounded", "men", Scope.PART),
        ("wounded", "women", Scope.PART),
    ]
    assert len(counts(read_text, "Four people were hurt on Friday. The two men and one woman stood at a stop.")) == 1


def test_items_under_a_heading_count_what_it_says(read_text: Read) -> None:
    text = "The dead are listed as follows:\n\n- three policemen;\n\n- two drivers.\n"
    assert [(measure, low) for measure, _, low in told(read_text, text)] == [("killed", 3), ("killed", 2)]


def test_another_five_adds(read_text: Read) -> None:
    found = counts(read_text, "The fire killed 12 people and injured 30. Another five people died in hospital.")
    assert found[-1].scope is Scope.INCREMENT


def test_every_count_names_its_rule(read_text: Read) -> None:
    found = counts(read_text, "Twelve people were killed and 30 wounded. The toll rose to 15.")
    assert found
    assert all(rule.startswith("by_") for claim in found for rule in claim.rules)


def test_verbs_ask_for_their_further_words(tables: Tables) -> None:
    matcher = measure_matcher(tables)
    senses = {s.measure for hit in matcher.find("They took seven women to hospital.") for s in hit.value}
    assert "wounded" in senses
    assert "wounded" not in {
        s.measure for hit in matcher.find("They took seven buses. The hospital") for s in hit.value
    }


def test_cases_count_the_ill_only_where_illness_is_told_of(tables: Tables) -> None:
    matcher = measure_matcher(tables)
    assert {s.measure for hit in matcher.find("Two cases of cholera were seen.") for s in hit.value} == {"infected"}
    assert matcher.find("Two cases went to court.") == []


def test_nothing_is_carried_past_two_sentences() -> None:
    text = "Five died. Rain fell. Snow fell."
    after = hand_on(NOTHING, text, Span(0, 10), ["killed"], [])
    assert after.measure == "killed"
    later = hand_on(hand_on(after, text, Span(11, 21), [], []), text, Span(22, 32), [], [])
    assert later.measure is None


def test_a_long_sentence_does_not_go_on() -> None:
    text = "Three of them " + "walked " * 40
    assert not goes_on(text, Span(0, len(text)), Carried("killed", left=2))
    assert goes_on("Three of them are women.", Span(0, 24), Carried("killed", left=2))


def test_words_that_a_monitor_breaks_up_with_stars_are_read(read_text: Read) -> None:
    assert told(read_text, "Two children were kil*led and nine people wo*unded in Tarsk on Friday.") == [
        ("killed", "children", 2),
        ("wounded", "total", 9),
    ]


def test_words_that_a_monitor_breaks_up_with_hyphens_are_read(read_text: Read) -> None:
    assert told(read_text, "Two members of the guard kil-led and nine farmers inj-ured near Tarsk.") == [
        ("killed", "security forces", 2),
        ("wounded", "farmers", 9),
    ]
    assert told(read_text, "Nine farmers of a re-formed club led-lit the barn.") == []


def test_a_rise_of_casualties_is_none_of_deaths_however_far_its_number_stands(read_text: Read) -> None:
    text = (
        "Watchers confirmed the rise in the number of {} after the onslaught carried out by guards who shelled an "
        "open-air bazaar, a bus station and blocks of flats in the town of Varn in the far south of the country "
        "with mortars to over 80{}."
    )
    assert told(read_text, text.format("casualties", " civilians")) == [("casualties", "civilians", 81)]
    assert told(read_text, text.format("beds", "")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Drones came over Tarsk. At least six were shot down, and a woman was hurt by debris.",
            [("wounded", "women", 1)],
        ),
        ("Guards opened fire in Tarsk. Six protesters were shot down.", [("wounded", "protesters", 6)]),
    ],
)
def test_what_is_shot_out_of_the_sky_is_nobody(read_text: Read, text: str, expected: list[object]) -> None:
    assert told(read_text, text) == expected


def test_a_product_is_no_broken_word(read_text: Read) -> None:
    assert told(read_text, "The field measures 20*30 metres and a*b is its area.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three hikers were hurt. None of their injuries is serious.", [("wounded", "hikers", 3)]),
        ("Three men were hurt. None of the injured is in danger.", [("wounded", "men", 3)]),
        ("None of the hostages was killed.", [("killed", "hostages", 0)]),
        ("Nobody was hurt in Tarsk.", [("wounded", "total", 0)]),
    ],
)
def test_how_the_hurt_are_is_no_count_of_nobody(read_text: Read, text: str, expected: Told) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast wounded 40 Friday in a market, an official said.", [("wounded", "total", 40)]),
        ("A bomb killed 12 Monday in Tarsk.", [("killed", "total", 12)]),
        ("A harbour clerk confirmed the death toll to a radio correspondent.", []),
        (
            "The ministry put the death toll at nine and the number of wounded at 20.",
            [("killed", "total", 9), ("wounded", "total", 20)],
        ),
        (
            "Three guards and six rebels made up the rest of those killed.",
            [("killed", "security forces", 3), ("killed", "rebels", 6)],
        ),
        ("Eight women accounted for the majority of the injured.", [("wounded", "women", 8)]),
        ("Two boys made up a story.", []),
    ],
)
def test_days_tolls_and_the_rest_of_the_dead(read_text: Read, text: str, expected: Told) -> None:
    assert told(read_text, text) == expected


def test_two_girls_told_of_before_are_no_part_of_the_dead(read_text: Read) -> None:
    dead = "A drone killed four students in Tarsk."
    assert told(read_text, f"{dead} The two girls are pupils of one class.") == [("killed", "students", 4)]
    assert told(read_text, f"{dead} Two are girls.") == [("killed", "students", 4), ("killed", "children", 2)]


@pytest.mark.parametrize(
    "words", ["put the toll at nine", "put the death toll at nine earlier", "earlier put the toll at nine"]
)
def test_who_puts_a_toll_at_a_number_says_it(read_text: Read, words: str) -> None:
    assert [claim.attribution.root for claim in counts(read_text, f"Tarsk police {words}.")] == ["Tarsk police"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three villagers were killed, amid word of the death of an unnamed fourth person.",
            [Scope.WHOLE, Scope.INCREMENT],
        ),
        ("Three soldiers were killed. An unnamed fourth soldier was wounded.", [Scope.WHOLE, Scope.WHOLE]),
    ],
)
def test_one_who_is_counted_on_is_one_more(read_text: Read, text: str, expected: list[Scope]) -> None:
    assert [claim.scope for claim in counts(read_text, text)] == expected


def test_the_time_in_a_stamp_counts_nobody(read_text: Read) -> None:
    text = "04.05.2023(updated 1723 04.05.2023) Get short URL. The army killed nine gunmen near Varn, media reported Sunday."
    assert [c.quantity.words for c in read_text(text).claims if c.kind is ClaimKind.COUNT and c.quantity] == ["nine"]


def test_who_speaks_now_tells_both_clauses(read_text: Read) -> None:
    found = counts(read_text, "Detectives say three hikers were stabbed, and a guide was hurt by a fall.")
    assert [claim.attribution.root for claim in found] == ["detectives", "detectives"]


def test_the_police_of_a_town_speak_and_not_its_county(read_text: Read) -> None:
    found = counts(read_text, "Police in Millbrook, Tarrow County confirm a boy was among those wounded.")
    assert [claim.attribution.root for claim in found] == ["police in Millbrook"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry had 120 people on board.", []),
        ("Rescue teams brought 14 miners to the surface alive.", [("rescued", 14)]),
        ("Officials said 304 people died. Hundreds are missing under the ruins.", [("killed", 304), ("missing", 200)]),
    ],
)
def test_boats_carry_miners_come_up_and_the_missing_stay_missing(
    read_text: Read, text: str, expected: list[tuple[str, int]]
) -> None:
    counted = [c for c in read_text(text).claims if c.kind is ClaimKind.COUNT]
    assert [(c.measure, c.quantity.low) for c in counted if c.quantity] == expected


@pytest.mark.parametrize("mark", [",", ""])
def test_a_source_at_a_command_speaks_behind_its_words(read_text: Read, mark: str) -> None:
    first = "A source at Varn Police Command said two men were hurt by a shell."
    text = f"{first} Rockets struck a school{mark} a source at Tarsk Police Command told the Varn Mail. Six boys were killed, the source added."
    roots = [claim.attribution.root for claim in counts(read_text, text)]
    assert roots == ["source at Varn Police Command", "source at Tarsk Police Command"]
