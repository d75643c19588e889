"""Acts: types by who does it to whom, doers across sentences, and what is told once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model import Claim, ClaimKind, Reading

Read = Callable[..., Reading]


def acts(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.act is not None and claim.kind is not ClaimKind.STATEMENT]


def first(reading: Reading) -> str:
    """The type of the act whose words come first."""
    found = min(acts(reading), key=lambda claim: claim.span.start)
    assert found.act is not None
    return found.act.type


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers took control of the village of Orle on Monday.", "government regains territory"),
        ("Rebels took control of the village of Orle on Monday.", "takeover"),
        ("Militants took control of the village of Orle after the army withdrew.", "territory transfer"),
        ("The garrison fell to the rebels.", "takeover"),
        ("The army has set up a checkpoint near the bridge.", "base established"),
        ("The brigade sent fresh troops to the border.", "deployment"),
        ("Gunmen attacked a wedding party near Orle.", "attack"),
        ("Gunmen attacked an army base near Orle.", "assault"),
        ("Warplanes bombed the market of Orle.", "air strike"),
        ("Two men threw a grenade into a bar, and the grenade exploded.", "grenade attack"),
        ("A suicide bomber attacked a checkpoint in Orle.", "suicide bombing"),
        ("The town was shelled with rockets that held chlorine.", "chemical attack"),
        ("Police found a cache of rifles in a barn.", "weapons seizure"),
        ("Thousands marched through the capital on Sunday.", "protest"),
        ("Police fired tear gas to disperse the protesters.", "dispersal"),
        ("Soldiers opened fire on protesters in the square.", "crackdown"),
        ("Protesters threw stones at the town hall.", "riot"),
        ("An angry mob attacked two strangers in the village.", "mob violence"),
        ("Workers at the port began strikes over wages.", "strike action"),
        ("Looters ransacked shops along the main street.", "looting"),
    ],
)
def test_the_type_follows_from_who_does_it_to_whom(read_text: Read, text: str, kind: str) -> None:
    assert first(read_text(text)) == kind


def test_a_noun_and_its_verb_tell_one_act(read_text: Read) -> None:
    (claim,) = acts(read_text("A Russian air strike hit a bakery in Orle."))
    assert claim.act is not None
    assert (claim.act.type, claim.act.agent, claim.act.patient) == ("air strike", "Russia", "bakery")


def test_a_participle_that_only_aims_adds_no_act(read_text: Read) -> None:
    (claim,) = acts(read_text("The air force carried out an air strike, targeting a depot near Orle."))
    assert claim.act is not None
    assert (claim.act.type, claim.act.patient) == ("air strike", "depot")


def test_an_act_told_again_is_one_claim(read_text: Read) -> None:
    text = "Gunmen attacked a mill near Orle on Friday. Nobody slept after the attack, a miller said."
    assert [claim.act.type for claim in acts(read_text(text)) if claim.act] == ["attack"]


def test_clashes_that_go_on_are_told_again(read_text: Read) -> None:
    text = "Clashes broke out in Orle on Friday. “The clashes are still going on,” a miller said."
    assert len(acts(read_text(text))) == 2


def test_the_body_tells_what_the_headline_told(read_text: Read) -> None:
    text = "Drone strike kills five in Orle\n\nORLE, May 6 - A drone strike on a bus station in Orle killed five people on Friday, police said."
    (claim,) = acts(read_text(text))
    assert claim.span.start > len("Drone strike kills five in Orle")


def test_a_doer_is_carried_to_the_acts_that_name_none(read_text: Read) -> None:
    text = "Turkish warplanes bombed the hills above Orle on Friday. Later strikes hit a bridge and a school."
    assert {claim.act.agent for claim in acts(read_text(text)) if claim.act} == {"Turkey"}


def test_arms_are_their_owner_s(read_text: Read) -> None:
    (claim,) = acts(read_text("An Israeli drone struck a van near the river."))
    assert claim.act is not None
    assert (claim.act.type, claim.act.agent) == ("drone strike", "Israel")


def test_a_place_does_nothing(read_text: Read) -> None:
    reading = read_text("Uncertainty surrounded the village and hit the market.")
    assert all(claim.act is None or claim.act.agent is None for claim in acts(reading))


def test_a_monitor_shells_nobody(read_text: Read) -> None:
    text = "State media said rocket fire hit the port. The Syrian Observatory for Human Rights said shelling went on."
    assert {claim.act.agent for claim in acts(read_text(text)) if claim.act} == {None}


def agents(reading: Reading) -> list[str | None]:
    return [claim.act.agent for claim in acts(reading) if claim.act is not None]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Orle is under the control of the Northern Brigade militia.", "Northern Brigade militia"),
        ("A unit of the Turkish army shelled the hills above Orle.", "Turkish army"),
        ("Four of the gunmen attacked a mill.", "gunmen"),
        ("Moscow launched air strikes on the port on Monday.", "Russia"),
        ("Five people died in air strikes by Turkish fighter jets.", "Turkey"),
        ("Three people died in an attack with two rockets fired by the Turkish army.", "Turkish army"),
        ("The artillery fire of the Turkish army killed two farmers.", "Turkish army"),
        ("A militant blew himself up at a checkpoint in Orle.", "suicide bomber"),
        ("The explosion of a mine planted by unknown men killed two farmers.", "unknown men"),
    ],
)
def test_the_doer_is_found_where_the_words_have_it(read_text: Read, text: str, agent: str) -> None:
    assert agents(read_text(text))[0] == agent


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Troops drove the gang out of Harrow on Monday.", "Harrow"),
        ("The army pushed the rebels from the port.", "port"),
        ("The army repelled an attack on the barracks by rebels on Friday night.", "barracks"),
        ("Soldiers repelled rebels who attacked the barracks on Friday.", "barracks"),
        ("Villagers beat back the raiders with rifles.", "gunmen"),
    ],
)
def test_what_is_held_is_the_place_and_not_who_was_driven_off(read_text: Read, text: str, place: str) -> None:
    held = [claim.act.patient for claim in acts(read_text(text)) if claim.act and claim.kind is ClaimKind.CONTROL]
    assert held == [place]


def test_a_part_of_a_day_is_no_target(read_text: Read) -> None:
    told = acts(read_text("There was an attack on the mill by gunmen on Friday night."))
    assert [(claim.act.agent, claim.act.patient) for claim in told if claim.act] == [("gunmen", "mill")]


def test_the_town_of_a_dateline_does_nothing(read_text: Read) -> None:
    told = agents(read_text("NAIROBI (Harbour Agency) - Attacked a mill on Friday, gunmen killed two farmers."))
    assert "Kenya" not in told


def test_a_joint_force_is_called_by_its_parties(read_text: Read) -> None:
    text = "An Afghan and coalition security force raided a farm. The security force also seized two rifles."
    assert set(agents(read_text(text))) == {"Afghan and coalition forces"}


def test_he_is_no_force(read_text: Read) -> None:
    text = "The police shot a man in Orle when he attacked a guard."
    assert agents(read_text(text))[-1] == "man"


def test_what_happened_where_is_told_anew(read_text: Read) -> None:
    text = "A man was shot in Orle. The shooting happened near a mill."
    assert len(acts(read_text(text))) == 2


def test_people_taken_to_a_clinic_are_evacuated(read_text: Read) -> None:
    assert first(read_text("Two farmers were transported to Orle Medical Center.")) == "evacuation"


def test_several_doers_fill_nothing_in(read_text: Read) -> None:
    text = "Air strikes hit a market. Later Russian air strikes hit a bridge, and Israeli warplanes bombed a port."
    assert agents(read_text(text))[0] is None


def test_who_violates_is_accused_by_the_speaker(read_text: Read) -> None:
    reading = read_text("The rebels said that the Turkish army had violated the truce.")
    found = [claim.act for claim in reading.claims if claim.act is not None and claim.act.type == "accusation"]
    assert [(act.agent, act.patient) for act in found] == [("rebels", "Turkish army")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A farmer was killed in an attack by a Turkish drone on a house.", "drone strike"),
        ("Two farmers were hurt in an attack with two tank missiles on a mill.", "shelling"),
        ("The army force cleared the compound near Orle.", "raid"),
        ("Troops targeted a Taliban facilitator in Orle.", "raid"),
        ("A man pulled out a gun in a bar.", ""),
    ],
)
def test_means_and_target_make_the_type_more_exact(read_text: Read, text: str, kind: str) -> None:
    told = [claim.act.type for claim in acts(read_text(text)) if claim.act]
    assert told[:1] == ([kind] if kind else [])


def test_the_blast_after_a_bombing_is_that_bombing(read_text: Read) -> None:
    text = "A car bombing hit a market in Orle. The blast destroyed two shops. Another blast rocked a mill."
    assert [claim.act.type for claim in acts(read_text(text)) if claim.act] == ["bombing", "bombing", "explosion"]


@pytest.mark.parametrize(
    ("text", "kind", "agent"),
    [
        ("The Greece train crash killed 40 people.", "crash", None),
        ("Nepal's earthquake killed 40 people.", "earthquake", None),
        ("Russian air strikes hit the town of Orle.", "air strike", "Russia"),
        ("A student pulled out three friends from the carriage.", "rescue", "student"),
        ("The army pulled out 300 soldiers from Kunduz.", "withdrawal", "army"),
        ("The army pulled out of the town of Orle.", "withdrawal", "army"),
    ],
)
def test_no_country_does_what_nobody_does_and_people_are_pulled_out_of_danger(
    read_text: Read, text: str, kind: str, agent: str | None
) -> None:
    found = min(acts(read_text(text)), key=lambda claim: claim.span.start)
    assert found.act is not None
    assert (found.act.type, found.act.agent) == (kind, agent)
