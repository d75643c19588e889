"""What stands aside from a report's matter: what another act came after, days told first, links, stocks, attacks that hurt nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Claim, ClaimKind, Layer

if TYPE_CHECKING:
    from conftest import Read

FILLER = "The valley road was closed. Shops in Varn stayed shut. Rain was forecast."


def counts(read_text: Read, text: str, published: str | None = None) -> dict[str, Claim]:
    """The counts of a text by their number words."""
    claims = read_text(text, published=published).claims
    return {c.quantity.words: c for c in claims if c.kind is ClaimKind.COUNT and c.quantity is not None}


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("The strike came a day after a raid killed seven people in Tarsk.", Layer.RELATED),
        ("A strike killed two people in Varn, three days after shelling left seven dead in Tarsk.", Layer.RELATED),
        ("A strike killed two people in Varn, two months after shelling left seven dead in Tarsk.", Layer.BACKGROUND),
        ("The shelling came as a car bomb killed seven people in Tarsk.", Layer.RELATED),
        ("Police arrested two men in Varn a day after a gunman killed seven people.", Layer.MAIN),
        ("A day after the strike, seven bodies were found in the ruins.", Layer.MAIN),
    ],
)
def test_what_an_attack_came_after_is_beside_the_matter(read_text: Read, text: str, layer: Layer) -> None:
    assert counts(read_text, text)["seven"].layer is layer


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("Shells also fell on Tarsk. However, no casualties were reported.", Layer.RELATED),
        ("There were no casualties among passers-by in the attack.", Layer.MAIN),
        ("No other casualties were reported.", Layer.MAIN),
        ("Shells also fell on Tarsk. Nobody was wounded.", Layer.RELATED),
        ("Nobody was killed.", Layer.MAIN),
    ],
)
def test_an_attack_that_hurt_nobody_is_another_than_one_that_did(read_text: Read, below: str, layer: Layer) -> None:
    found = counts(read_text, f"Two people were wounded by shells in Varn.\n\n{FILLER}\n\n{below}")
    assert next(c for c in found.values() if c.quantity is not None and c.quantity.high == 0).layer is layer


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("Yesterday, shells killed three people in Tarsk.", Layer.RELATED),
        ("On August 4, shells killed three people in Tarsk.", Layer.BACKGROUND),
        ("Two days before this attack, shells killed three people in Tarsk.", Layer.RELATED),
        ("Shells killed three people in Tarsk.", Layer.MAIN),
    ],
)
def test_a_day_told_first_below_undated_news_is_another_day(read_text: Read, below: str, layer: Layer) -> None:
    found = counts(read_text, f"Two people were wounded by shells in Varn.\n\n{FILLER}\n\n{below}")
    assert found["three"].layer is layer


def test_a_day_told_first_is_the_reports_own_where_it_opens_the_text(read_text: Read) -> None:
    headed = "Shells hit Varn\n\nBy our reporter\n\nA picture of the market\n\nOn August 4, shells killed three people in Varn."
    assert counts(read_text, headed)["three"].layer is Layer.MAIN


def test_people_under_a_long_siege_are_a_standing_state_beside_a_toll(read_text: Read) -> None:
    found = counts(read_text, f"A strike killed two people in Varn. {FILLER} Some 40,000 civilians are trapped there.")
    assert found["Some 40,000"].layer is Layer.BACKGROUND
    found = counts(read_text, "Some 40,000 civilians are trapped in Varn by the flood.")
    assert found["Some 40,000"].layer is Layer.MAIN


def test_links_behind_the_text_tell_other_stories(read_text: Read) -> None:
    links = "The road is open. Related News Strike in Tarsk Kills Nine Farmers"
    assert counts(read_text, f"A strike killed two people in Varn. {FILLER} {links}")["Nine"].layer is Layer.RELATED


@pytest.mark.parametrize(
    "text",
    [
        "Rangers held a man over the May 4 attack on a lodge in Tarsk, which killed three guards.",
        "The town was hit before, including a bombing on May 4 that killed three guards.",
    ],
)
def test_an_act_with_an_old_day_of_its_own_is_background(read_text: Read, text: str) -> None:
    found = counts(read_text, f"A drone hit a car in Varn on Friday. {FILLER} {text}", "2023-06-10")
    assert found["three"].layer is Layer.BACKGROUND


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("Three days before this strike, a mine killed nine herders on the same road.", Layer.RELATED),
        ("A week before that raid, guards killed nine herders in Tarsk.", Layer.RELATED),
        ("Three days before the vote, nine people were killed in that raid.", Layer.MAIN),
    ],
)
def test_days_before_what_was_told_are_another_matter_though_the_report_has_a_day(
    read_text: Read, below: str, layer: Layer
) -> None:
    text = f"Drones hit a lorry near Varn on Monday, killing two drivers. {below}"
    assert counts(read_text, text, published="2024-05-07")["nine"].layer is layer


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("Meanwhile, a family of five were hurt, as their van went by the scene of the strike.", Layer.MAIN),
        ("Meanwhile, a family of five were hurt as a wall fell on their van.", Layer.RELATED),
    ],
)
def test_meanwhile_leads_back_to_the_place_of_what_was_told(read_text: Read, below: str, layer: Layer) -> None:
    text = f"Drones fired two missiles at a motorbike near Varn, killing a rider.\n\n{FILLER}\n\n{below}"
    assert counts(read_text, text)["five"].layer is layer


def test_meanwhile_leads_to_a_place_that_the_headline_names(read_text: Read) -> None:
    title = "Shells kill nine in Aleppo and Hama"
    body = "Five people were killed by shells in Aleppo on Friday. Meanwhile four people were killed in Hama."
    assert counts(read_text, f"{title}\n\n{body}")["four"].layer is Layer.MAIN


@pytest.mark.parametrize(
    ("title", "layer"),
    [("Gunfire kills nine in Aleppo and Hama", Layer.MAIN), ("Gunfire kills nine in Aleppo", Layer.RELATED)],
)
def test_meanwhile_leads_to_a_place_that_the_title_beside_the_text_names(
    read_text: Read, title: str, layer: Layer
) -> None:
    body = "Five people were killed by gunfire in Aleppo on Friday. Meanwhile four people were killed in Hama."
    claims = read_text(body, title=title).claims
    assert [c.layer for c in claims if c.quantity is not None and c.quantity.words == "four"] == [layer]


def test_what_stands_between_two_other_matters_is_one_of_them(read_text: Read) -> None:
    text = (
        f"Two people were killed by a strike in Varn on Friday. {FILLER} In previous years raids killed 30 people there. "
        "Ten soldiers were wounded. Last year floods killed 12 people."
    )
    assert counts(read_text, text)["Ten"].layer is Layer.BACKGROUND


def test_another_block_of_a_street_is_another_crime(read_text: Read) -> None:
    first = "A man was shot dead in the 400 block of Elm Street in Varn on Friday."
    other = "About 9 p.m. a teacher was wounded in the 1200 block of Mill Road."
    assert counts(read_text, f"{first} {FILLER} {other}")["a"].layer is Layer.RELATED
    same = "Police said a teacher was wounded in the 400 block of Elm Street."
    assert list(counts(read_text, f"{first} {FILLER} {same}").values())[-1].layer is Layer.MAIN


def test_a_sentence_that_begins_with_a_far_place_tells_of_another_attack(read_text: Read) -> None:
    lead = "Shells killed nine people in Aleppo on Friday."
    found = counts(read_text, f"{lead} {FILLER} In Damascus, mortar fire wounded three women.")
    assert found["three"].layer is Layer.RELATED
    found = counts(read_text, f"{lead} {FILLER} In Aleppo, mortar fire wounded three women.")
    assert found["three"].layer is Layer.MAIN


LEAD = "Shells killed four people in Aleppo on Thursday."


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("On Tuesday, shells killed three women in Tarsk.", Layer.RELATED),
        ("And late Tuesday, shells killed three women in Tarsk.", Layer.RELATED),
        ("On April 2, shells killed three women in Tarsk.", Layer.BACKGROUND),
        ("On Thursday, mortars hurt three women in the town.", Layer.MAIN),
        ("On Friday, three of the wounded died.", Layer.MAIN),
        ("On Tuesday, officials had put the toll at three.", Layer.MAIN),
        ("Since Tuesday, medics have treated three women for wounds.", Layer.MAIN),
    ],
)
def test_an_earlier_day_told_first_is_another_than_the_one_of_the_opening(
    read_text: Read, below: str, layer: Layer
) -> None:
    assert counts(read_text, f"{LEAD} {FILLER}\n\n{below}", "2023-05-05")["three"].layer is layer


def test_a_weekday_told_first_comes_before_the_openings_where_no_report_day_is_known(read_text: Read) -> None:
    found = counts(read_text, f"{LEAD} {FILLER}\n\nOn Tuesday, shells killed three women in Tarsk.")
    assert found["three"].layer is Layer.RELATED
    found = counts(read_text, f"{LEAD} {FILLER}\n\nOn Friday, three of the wounded died.")
    assert found["three"].layer is Layer.MAIN


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("The shelling came on the same day that a mine blast killed seven farmers.", Layer.RELATED),
        ("The incident came a day after seven farmers were shot in Tarsk.", Layer.RELATED),
        ("The mayor came to the ward a day after seven farmers were shot.", Layer.MAIN),
    ],
)
def test_what_the_incident_came_after_is_beside_the_matter(read_text: Read, text: str, layer: Layer) -> None:
    assert counts(read_text, f"{LEAD} {FILLER} {text}")["seven"].layer is layer


def test_an_unhurt_crowd_in_another_country_is_no_other_matter_by_its_place(read_text: Read) -> None:
    text = f"Shells killed four people in Aleppo on Thursday. {FILLER} Shells also hurt three women in Mersin, Turkey."
    assert counts(read_text, text)["three"].layer is Layer.MAIN


OPENED = "Shells killed two people in Varn. The market was closed. Rain was forecast."


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("Also on Monday, seven men were killed in a clash.", Layer.RELATED),
        ("Also on the list, seven men were killed in the shelling.", Layer.MAIN),
        ("At least seven have been killed in recent weeks.", Layer.RELATED),
        ("At least seven have been killed in the recent shelling.", Layer.MAIN),
        ("Police were also looking into it, and also investigating the death of seven men.", Layer.RELATED),
    ],
)
def test_what_a_report_adds_of_its_days_is_beside_the_matter(read_text: Read, below: str, layer: Layer) -> None:
    found = counts(read_text, f"{OPENED}\n\n{below}")
    assert [c.layer for words, c in found.items() if words.endswith("even")] == [layer]


def test_a_toll_told_again_for_the_weeks_of_the_news_is_the_reports_own(read_text: Read) -> None:
    text = "Shells have killed seven people in Varn.\n\nThe market was closed. Rain was forecast.\n\nIn all seven people have been killed in recent weeks."
    assert {c.layer for c in read_text(text).claims if c.measure == "killed" and c.quantity is not None} == {Layer.MAIN}


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        (f"{OPENED}\n\nHundreds of people attended a vigil on the square.", Layer.RELATED),
        ("Hundreds of people attended a vigil on the square of Varn.", Layer.MAIN),
    ],
)
def test_those_who_mourn_are_beside_those_who_died(read_text: Read, text: str, layer: Layer) -> None:
    assert counts(read_text, text)["Hundreds"].layer is layer


def test_a_blast_amid_reports_of_other_dead(read_text: Read) -> None:
    text = "Four guards were killed in Varn amid reports dozens of farmers were killed in the hills."
    found = counts(read_text, text)
    assert (found["Four"].layer, found["dozens"].layer) == (Layer.MAIN, Layer.RELATED)


@pytest.mark.parametrize(
    ("day", "layer"), [("Later on June 9", Layer.RELATED), ("On June 3", Layer.RELATED), ("On May 2", Layer.BACKGROUND)]
)
def test_a_day_without_a_year_is_beside_one_few_days_later(read_text: Read, day: str, layer: Layer) -> None:
    text = f"On June 10, a drone struck a car near Varn. It killed three people.\n\nThe road was closed.\n\n{day}, another strike killed five guards."
    assert counts(read_text, text, published=None)["five"].layer is layer


@pytest.mark.parametrize(
    ("opening", "layer"),
    [
        ("Air raids on Varn have killed nine people over the past three days, a doctor said on Saturday.", Layer.MAIN),
        ("Air raids on Varn killed nine people on Saturday, a doctor said.", Layer.RELATED),
    ],
)
def test_a_happening_of_some_days_takes_in_each_of_them(read_text: Read, opening: str, layer: Layer) -> None:
    text = f"{opening}\n\nThe market was closed. Rain was forecast.\n\nOn Thursday the raids killed five guards."
    assert counts(read_text, text, published="2023-05-06")["five"].layer is layer


ODESA = "Shells killed four people in the city of Odesa on Monday, the mayor said. A market burned. Trams stood still."


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("Seven people were wounded when rockets fell in Kherson province.", Layer.RELATED),
        ("Rockets fell on a mill in Kherson province. Seven people were wounded.", Layer.RELATED),
        ("Seven people were wounded when rockets fell near the port of Odesa.", Layer.MAIN),
        ("Seven people were wounded by rockets fired from Kherson province.", Layer.MAIN),
        ("Seven people were wounded by guns positioned in Kherson province.", Layer.MAIN),
        ("Seven wounded people were taken to a hospital in Kherson province.", Layer.MAIN),
        ("Rockets fell in Kherson province. The mill burned. Seven people were wounded in the city.", Layer.MAIN),
        ("Seven people were wounded in the market.", Layer.MAIN),
    ],
)
def test_harm_in_another_province_is_beside_the_matter(read_text: Read, below: str, layer: Layer) -> None:
    assert counts(read_text, f"{ODESA} {below}", "2024-05-06")["Seven"].layer is layer


def test_another_province_is_one_more_where_the_opening_tells_of_many(read_text: Read) -> None:
    text = ODESA.replace("on Monday", "and in other parts of the country on Monday")
    found = counts(read_text, f"{text} Seven people were wounded when rockets fell in Kherson province.", "2024-05-06")
    assert found["Seven"].layer is Layer.MAIN
