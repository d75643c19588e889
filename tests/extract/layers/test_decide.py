"""What is of the happening and what is not: small and vague openings, bulletins, recalled acts, days of crimes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from rashomon.model import Claim, ClaimKind, Layer, Modality

if TYPE_CHECKING:
    from conftest import Read

FILLER = "The valley road was closed. Shops in Varn stayed shut. Rain was forecast."


def counts(read_text: Read, text: str) -> dict[str, Claim]:
    """The counts of a text by their number words."""
    claims = read_text(text).claims
    return {c.quantity.words: c for c in claims if c.kind is ClaimKind.COUNT and c.quantity is not None}


@pytest.mark.parametrize(
    ("opening", "below", "layer"),
    [
        ("A smuggler was arrested in Varn on Friday.", "Rangers also detained several poachers.", Layer.MAIN),
        ("Dozens were killed in a flood in Varn on Friday.", "The flood killed 90 people.", Layer.MAIN),
        ("Six were killed in a flood in Varn on Friday.", "The flood killed 20 people.", Layer.BACKGROUND),
        ("Six villagers were killed in a raid in Varn on Friday.", "The troops killed 20 militants.", Layer.MAIN),
        ("Six soldiers were killed in a raid in Varn on Friday.", "The raid killed 20 soldiers.", Layer.BACKGROUND),
        ("Six villagers were killed in Varn on Friday.", "The army has killed 200 militants.", Layer.BACKGROUND),
    ],
)
def test_a_toll_below_is_weighed_against_what_the_opening_may_mean(
    read_text: Read, opening: str, below: str, layer: Layer
) -> None:
    found = counts(read_text, f"{opening} {FILLER} {below}")
    assert list(found.values())[-1].layer is layer


def test_another_operation_is_the_reports_own_where_nothing_stands_before_it(read_text: Read) -> None:
    other = "In another operation, rangers detained two smugglers in Tarsk on Friday."
    assert counts(read_text, f"BULLETIN\n\n{other}")["two"].layer is Layer.MAIN
    first = "Rangers detained six poachers in Varn on Friday."
    assert counts(read_text, f"BULLETIN\n\n{first}\n\n{other}")["two"].layer is Layer.RELATED


def test_what_an_earlier_act_cost_is_background(read_text: Read) -> None:
    found = counts(read_text, "Rangers detained six smugglers on Friday over a recent ambush that killed two guards.")
    assert found["six"].layer is Layer.MAIN
    assert found["two"].layer is Layer.BACKGROUND


@pytest.mark.parametrize(
    ("title", "layer"),
    [
        ("2 Dead in Sunday Blaze at Varn Bakery", Layer.MAIN),
        ("2 Dead as Ferry Sinks off Northern Islands", Layer.RELATED),
        ("Varn Blaze | 2 Dead in Sunday Bakery Blaze", Layer.RELATED),
    ],
)
def test_a_title_among_the_text_may_tell_the_same_again(read_text: Read, title: str, layer: Layer) -> None:
    told = "A blaze at a bakery in Varn on Sunday killed two cooks. It began at dawn. The street was closed."
    assert counts(read_text, f"{told} The walls fell.\n\n{title}\n\nThe mayor came at noon.")["2"].layer is layer


def test_a_former_pupil_is_no_earlier_act(read_text: Read) -> None:
    found = counts(read_text, "Candles were lit for a former pupil who died in a fire on Friday.")
    assert found["a"].layer is Layer.MAIN


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("The army opened an inquiry into a 2019 raid that killed dozens of villagers.", Layer.BACKGROUND),
        (f"A drone hit a car in Varn. {FILLER} A raid killed dozens of villagers in Tarsk in 2019.", Layer.BACKGROUND),
        (f"A drone hit a car in Varn. {FILLER} A raid killed dozens of villagers in Tarsk.", Layer.MAIN),
        ("A raid killed dozens of villagers in Tarsk in 2019.", Layer.MAIN),
    ],
)
def test_news_omits_the_year_of_its_own_days(read_text: Read, text: str, layer: Layer) -> None:
    claims = read_text(text, published=None).claims
    assert [c.layer for c in claims if c.quantity is not None and c.quantity.words == "dozens"] == [layer]
    assert counts(read_text, "The army looks into a 2019 raid that killed dozens.")["dozens"].layer is Layer.BACKGROUND


def test_a_picture_from_the_files_shows_an_earlier_day(read_text: Read) -> None:
    story = "Raiders killed two guards in Varn on Friday, the warden of the valley said in a statement to reporters."
    caption = "FILE - Men carry a coffin in Varn after a raid that killed nine villagers. (Photo by Quillwire)"
    found = counts(read_text, f"{story}\n\n{caption}\n\n{story}")
    assert (found["two"].layer, found["nine"].layer) == (Layer.MAIN, Layer.BACKGROUND)


@pytest.mark.parametrize(
    "text",
    [
        "Rangers arrested two smugglers in a case relating to a robbery in April 2006.",
        "Two smugglers accused in the Varn robbery of August 2002 were arrested in Tarsk.",
    ],
)
def test_the_day_of_a_crime_is_not_that_of_the_arrest(read_text: Read, text: str) -> None:
    arrest = next(iter(counts(read_text, text).values()))
    assert arrest.layer is Layer.MAIN
    assert arrest.when is None or arrest.when.earliest is None or arrest.when.earliest > date(2023, 1, 1)


def test_a_day_without_a_charge_before_it_is_the_arrests_own(read_text: Read) -> None:
    arrest = counts(read_text, "Rangers arrested two smugglers in Varn in April 2006.")["two"]
    assert arrest.layer is Layer.BACKGROUND


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rangers held six poachers during an operation to arrest two smugglers.", Modality.PLANNED),
        ("Rangers launched an operation to arrest two smugglers.", Modality.PLANNED),
        ("Rangers intend to arrest two smugglers.", Modality.PLANNED),
        ("Rangers managed to arrest two smugglers.", Modality.ASSERTED),
        ("Rangers held six poachers and arrested two smugglers.", Modality.ASSERTED),
    ],
)
def test_what_an_operation_is_for_has_not_happened(read_text: Read, text: str, modality: Modality) -> None:
    found = counts(read_text, text)
    assert "two" not in found or found["two"].modality is modality


def test_a_sum_over_two_verbs_is_before_the_raid(read_text: Read) -> None:
    text = "Rangers raided a farm in Varn on Friday. Rangers have killed two and detained more than 30 poachers in six raids since April 20."
    assert {c.layer for c in counts(read_text, text).values()} == {Layer.BACKGROUND}


def test_a_deed_new_to_the_report_is_not_its_own(read_text: Read) -> None:
    text = f"Rangers held a poacher in Varn on Friday. {FILLER} He is linked to an ambush that killed four rangers."
    assert counts(read_text, text)["four"].layer is Layer.BACKGROUND


def test_the_offensive_that_a_raid_is_part_of_began_before_it(read_text: Read) -> None:
    text = "Rangers raided a farm in Varn on Friday, killing two poachers. The raid is part of a drive that began on May 1."
    when = counts(read_text, text)["two"].when
    assert when is not None
    assert when.earliest == date(2023, 5, 5)


def test_a_report_that_opens_with_one_earlier_happening_follows_it_up(read_text: Read) -> None:
    text = "Examiners say a man and two children found dead in Varn in {month} were all shot. The inquiry goes on."
    assert {c.layer for c in counts(read_text, text.format(month="January")).values()} == {Layer.MAIN}
    assert {c.layer for c in counts(read_text, text.format(month="January 2006")).values()} == {Layer.BACKGROUND}


@pytest.mark.parametrize("published", ["2031-03-05", "2031-03-20"])
def test_a_month_that_is_over_is_another_time_however_soon_after(read_text: Read, published: str) -> None:
    text = (
        "Drones struck a depot in Varn on Wednesday, the army said. The depot lies in a town where a breakout last month "
        "sparked clashes that have left 90 people dead. At least four villagers died in the strike."
    )
    claims = read_text(text, published=published).claims
    layers = {c.quantity.low: c.layer for c in claims if c.kind is ClaimKind.COUNT and c.quantity is not None}
    assert (layers[90], layers[4]) == (Layer.BACKGROUND, Layer.MAIN)


@pytest.mark.parametrize(
    ("below", "layer"),
    [
        ("The army insisted at the time that no farmers were killed by that raid.", Layer.BACKGROUND),
        ("“No farmers were killed by the raid,” a spokesman told the Varn Mail at the time.", Layer.BACKGROUND),
        ("The army insisted at the gates that no farmers were killed by that raid.", Layer.MAIN),
    ],
)
def test_what_was_said_at_the_time_is_of_an_earlier_act(read_text: Read, below: str, layer: Layer) -> None:
    text = f"A raid killed five people in Varn on Monday.\n\nLast spring another raid struck Tarsk. {below}"
    found = [c for c in read_text(text).claims if c.quantity is not None and c.quantity.high == 0]
    assert [claim.layer for claim in found] == [layer]


def test_meanwhile_leads_to_those_hurt_beside_the_dead(read_text: Read) -> None:
    text = "Four people were killed in a raid on Varn. Shops stayed shut. Meanwhile, 30 other people were hurt in Bell."
    assert counts(read_text, text)["30"].layer is Layer.MAIN
    assert counts(read_text, text.replace("30 other", "30"))["30"].layer is Layer.RELATED


def test_nobody_held_is_of_no_day_before(read_text: Read) -> None:
    text = (
        f"Two men were killed in Varn on Friday. {FILLER} {FILLER} No arrests were reported as of Monday, police said."
    )
    assert counts(read_text, text)["No"].layer is Layer.MAIN
    assert counts(read_text, text.replace("No arrests", "Six arrests"))["Six"].layer is Layer.RELATED


def test_an_act_of_a_named_year_is_background_where_the_day_of_the_report_is_not_known(read_text: Read) -> None:
    text = f"An earthquake killed 30 people in Varn. {FILLER} A 2010 earthquake destroyed the port."
    acts = [c for c in read_text(text, published=None).claims if c.act is not None and c.act.type == "earthquake"]
    assert [c.layer for c in sorted(acts, key=lambda c: c.span.start)] == [Layer.MAIN, Layer.BACKGROUND]


def test_one_named_with_others_in_an_earlier_happening_is_followed_up_with_them(read_text: Read) -> None:
    text = "A carter who killed two lodgers on {day} also left three cooks wounded, new papers show."
    assert {c.layer for c in counts(read_text, text.format(day="April 4")).values()} == {Layer.MAIN}
    assert {c.layer for c in counts(read_text, text.format(day="April 4, 2006")).values()} == {Layer.BACKGROUND}


@pytest.mark.parametrize(
    ("opening", "layer"),
    [
        ("Shelling of towns on the coast killed 30 people during the last 24 hours.", Layer.MAIN),
        ("Shelling of towns on the coast killed 30 people.", Layer.RELATED),
        ("Shelling of towns on the coast killed two people during the last 24 hours.", Layer.RELATED),
    ],
)
def test_meanwhile_leads_to_a_part_of_what_the_last_hours_cost(read_text: Read, opening: str, layer: Layer) -> None:
    text = f"{opening} Shops stayed shut. Rain was forecast. Meanwhile, seven people were killed in Bell."
    assert counts(read_text, text)["seven"].layer is layer
