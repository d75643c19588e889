"""Thirty traps that a naive reader falls into, one test each; the reports are ours, the happenings invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

import rashomon
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Claim,
    ClaimKind,
    Finding,
    Layer,
    Mention,
    MentionType,
    Polarity,
    Precision,
    Reading,
    Record,
    Scope,
    Stance,
    Verdict,
    Voice,
    ZoneKind,
)

Read = Callable[..., Reading]
Compare = Callable[..., Record]

THURSDAY, FRIDAY, SATURDAY = date(2023, 5, 4), date(2023, 5, 5), date(2023, 5, 6)


@pytest.fixture(scope="module")
def compare(tables: Tables, gazetteer: Gazetteer) -> Compare:
    """The record of reports given as (outlet, text) or (outlet, text, day)."""

    def compares(*items: tuple[str, ...]) -> Record:
        reports = [
            make_report(text, source=outlet, outlet=outlet, published=day[0] if day else str(SATURDAY), tables=tables)
            for outlet, text, *day in items
        ]
        return rashomon.compare(reports, tables=tables, gazetteer=gazetteer)

    return compares


def counts(reading: Reading, measure: str | None = None) -> list[Claim]:
    """The counts of a reading, of one measure or all."""
    return [c for c in reading.claims if c.kind is ClaimKind.COUNT and measure in (None, c.measure)]


def lows(claims: Sequence[Claim]) -> list[int | None]:
    """The low ends of counts, in order."""
    return [claim.quantity.low if claim.quantity else None for claim in claims]


def the(claims: Sequence[Claim], low: int) -> Claim:
    """The one count that begins at a number."""
    found = [claim for claim in claims if claim.quantity and claim.quantity.low == low]
    assert len(found) == 1, lows(claims)
    return found[0]


def acts(reading: Reading, kind: str) -> list[Claim]:
    """The acts of a type."""
    return [claim for claim in reading.claims if claim.act and claim.act.type == kind]


def about(record: Record, measure: str, group: str = "total") -> list[Finding]:
    """The findings on a measure of a group."""
    return [
        f
        for f in record.findings
        if f.question.measure == measure and f.question.group and f.question.group.id == group
    ]


def values(findings: Sequence[Finding]) -> set[int | None]:
    """The low ends of all positions of findings."""
    return {position.value.low for finding in findings for position in finding.positions}


def mentions(reading: Reading, kind: MentionType) -> list[Mention]:
    """The mentions of a type."""
    return [mention for mention in reading.mentions if mention.type is kind]


def place_of(reading: Reading, text: str, words: str) -> Any:
    """The place that these words of the text name."""
    return next(m.place for m in mentions(reading, MentionType.PLACE) if m.span.of(text) == words)


def test_a_background_sum_is_not_the_toll(read_text: Read, compare: Compare) -> None:
    """1. The dead of years, in another place, do not become the toll of the happening."""
    text = (
        "Gunmen killed 14 people in the market of Mubi on Friday, police said.\n\n"
        "Since the group took up arms in 2009, at least 2,400 people have been killed in the hills along the border."
    )
    assert the(counts(read_text(text)), 2400).layer is Layer.BACKGROUND
    record = compare(
        ("Harbour Post", text), ("Lakeside Daily", "Gunmen killed 14 people in Mubi on Friday, a doctor said.")
    )
    assert max(figure.high or 0 for figure in record.event.figures if figure.measure == "killed") == 14


def test_people_held_are_no_casualties(read_text: Read, compare: Compare) -> None:
    """2. A stock of prisoners is held, and one jail's stock is not disputed by that of all jails."""
    first = "Rioting broke out in the jail of Tuluá on Friday, where 1,200 inmates are held, and a guard was wounded."
    second = "A guard was wounded in a riot in the jail of Tuluá on Friday. Colombia's prisons hold 97,000 inmates."
    assert [claim.measure for claim in counts(read_text(first)) if claim.quantity and claim.quantity.low == 1200] == [
        "held"
    ]
    record = compare(("Harbour Post", first), ("Lakeside Daily", second))
    assert not {1200, 97000} & values(
        [f for f in record.findings if f.question.measure in ("killed", "wounded", "casualties")]
    )
    assert all(f.verdict is not Verdict.DISPUTED for f in record.findings if f.question.measure == "held")


def test_ordinals_and_durations_count_nobody(read_text: Read) -> None:
    """3. "The second time", "the third day running", "two days after", "two car bombs"."""
    text = (
        "It was the second time in a week that the port was hit. Fighting went on for the third day running on Saturday, "
        "two days after two car bombs killed shoppers and six months after the last truce."
    )
    assert counts(read_text(text)) == []


def test_years_count_nobody(read_text: Read) -> None:
    """4. Years beside verbs of killing stay years."""
    text = "He was wounded in 2011 and captured in 2019; in 2022 rebels killed his brother, and by late 2023 civilians had fled."
    assert not {2011, 2019, 2022, 2023} & set(lows(counts(read_text(text))))


def test_one_raid_is_not_the_whole(compare: Compare) -> None:
    """5. What one raid killed neither confirms nor contradicts the toll of the whole."""
    start = "Militants have been attacking the army base at Dikwa since Thursday."
    record = compare(
        ("Harbour Post", f"{start} The Chad Basin Monitor said 45 militants had been killed since Thursday."),
        (
            "Lakeside Daily",
            f"{start} The army said more than 20 militants were killed in one of its raids on Saturday.",
        ),
    )
    both = [f for f in record.findings if {45, 21} <= values([f])]
    assert 45 in values(about(record, "killed", "militants"))
    assert all(finding.verdict is Verdict.NOT_COMPARABLE for finding in both)


def test_a_sum_is_not_added_to_its_total(compare: Compare) -> None:
    """6. A derived sum is marked as derived, and neither said by the monitor nor added to another total."""
    start = "Militants attacked the army base at Dikwa on Thursday. The Chad Basin Monitor said"
    record = compare(
        ("Harbour Post", f"{start} 31 soldiers, 27 militants and four civilians had been killed."),
        ("Lakeside Daily", f"{start} more than 60 people had been killed."),
    )
    findings = [f for f in record.findings if f.question.measure == "killed"]
    derived = [p for f in findings for p in f.positions if p.derived]
    assert [position.value.low for position in derived] == [62]
    assert 61 in values(findings)
    assert not {62 + 61, 61 + 31, 62 + 31} & values(findings)


def test_a_relative_clause_is_not_the_subjects(read_text: Read) -> None:
    """7. The dead of "an attack which resulted in ..." are neither the army's nor the attackers', nor of the first day alone."""
    text = (
        "The army said on Saturday that it was still fighting to repel a rebel attack on the port of Kismayo, begun on Thursday, "
        "which has resulted in the death of more than 70 people so far."
    )
    dead = the(counts(read_text(text)), 71)
    assert dead.measure == "killed"
    assert dead.group is not None
    assert dead.group.id == "total"
    assert dead.when is None or dead.when.latest == SATURDAY


def test_the_report_day_is_solved_from_all_days_together(tables: Tables, read_text: Read) -> None:
    """8. "The day before yesterday, Thursday", "yesterday, Friday", "today, Saturday"; a post's date is not the report day."""
    text = (
        "Gunmen killed 12 people at the ferry terminal the day before yesterday, Thursday.\n\n"
        "The shooting went on yesterday, Friday, and the army entered the terminal today, Saturday.\n\n"
        "Smoke over the terminal now — Amani Kato (@amanikato) May 5, 2023\n\n"
        "Eight bodies were found today."
    )
    report = make_report(text, source="a.txt", outlet="Harbour Post", tables=tables)
    assert report.day == SATURDAY
    first = the(counts(read_text(text, published=None)), 12)
    assert first.when is not None
    assert (first.when.earliest, first.when.latest) == (THURSDAY, THURSDAY)


def test_where_it_was_said_is_not_where_it_happened(read_text: Read) -> None:
    """9. The dead are not put where somebody spoke of them."""
    text = (
        "In Washington, the Department of State said that nine people had been killed in Tillabéri. "
        "Authorities in Paris said that 11 had been wounded in Tillabéri."
    )
    assert {claim.where.name for claim in counts(read_text(text)) if claim.where} == {"Tillabéri"}


def test_direction_words_keep_their_anchor(read_text: Read) -> None:
    """10. "The northern city of X" is X; "north of X" is near X."""
    text = "Shells fell in the northern city of Mosul in Iraq. Troops massed in villages north of Kirkuk and south of Erbil."
    reading = read_text(text)
    precisions = [place_of(reading, text, name).precision for name in ("Mosul", "Kirkuk", "Erbil")]
    assert precisions == [Precision.EXACT, Precision.NEAR, Precision.NEAR]


def test_a_city_is_not_the_province_of_its_name(read_text: Read) -> None:
    """11. The city and the state are two places, in each spelling."""
    text = "Floods cut roads across Sokoto State in Nigeria. In Sokoto city, a bridge fell."
    reading = read_text(text)
    found = [m.place for m in mentions(reading, MentionType.PLACE) if m.place and m.place.name.startswith("Sokoto")]
    assert [place.level for place in found] == ["province", "city"]


def test_one_prison_has_many_names(read_text: Read) -> None:
    """12. Names and hashtags of one prison are one place; the address of a picture is no place and no source."""
    text = (
        "Shots were heard at Gohardasht prison near Karaj in Iran on Friday. Families waited outside Rajai Shahr prison.\n\n"
        "Guards have cut the phones of #Rajai_Shahr_prison pic.twitter.com/Goma9Kivu"
    )
    reading = read_text(text)
    places = {m.span.of(text): m.place for m in mentions(reading, MentionType.PLACE) if m.place}
    prisons = [place.id for place in places.values() if place.level == "prison"]
    assert (len(prisons), len(set(prisons))) == (3, 1), places
    assert not any("twitter" in words or "Goma" in words for words in places)
    assert not any("twitter" in claim.attribution.root for claim in reading.claims)


def test_the_same_words_for_two_sources_are_two_roots(compare: Compare) -> None:
    """13. "Local sources" of two outlets are two roots, unless one agency carried them."""
    start = "A bomb went off in the market of Kunduz on Friday."
    record = compare(
        ("Harbour Post", f"{start} Local sources told the Harbour Post that nine people had been killed."),
        (
            "Lakeside Daily",
            f"{start} Xinhua quoted local sources as saying that 15 people had been killed. They added that 30 were hurt.",
        ),
    )
    (killed,) = about(record, "killed")
    assert killed.independent_roots == 2
    assert killed.verdict is not Verdict.UPDATED
    (hurt,) = about(record, "wounded")
    assert "sources" in hurt.positions[0].root


def test_speech_inside_speech_keeps_its_chain(read_text: Read) -> None:
    """14. An agency reports that a source inside an army said: agency, then source; the source is the root."""
    text = (
        "Reuters reported that a military source in the Sudanese army stated that 26 soldiers had been killed in Nyala."
    )
    (killed,) = counts(read_text(text))
    assert killed.attribution.chain[0].name == "Reuters"
    assert "source" in killed.attribution.root


def test_a_speakers_words_are_the_speakers(read_text: Read) -> None:
    """15. Loaded words in a quotation are the speaker's, outside it the outlet's."""
    text = (
        "Boko Haram terrorists attacked a convoy near Monguno on Friday.\n\n"
        "“The Boko Haram terrorists will pay for this,” Governor Ali Bukar said."
    )
    named = [m for m in mentions(read_text(text), MentionType.ACTOR) if m.actor == "boko-haram"]
    assert [(mention.quoted, "terrorists" in " ".join(mention.loaded)) for mention in named] == [
        (False, True),
        (True, True),
    ]


def test_the_stance_of_a_verb_is_kept(read_text: Read) -> None:
    """16. "Claimed" is kept as a stance, "reportedly" leaves nobody's word."""
    text = "The rebels claimed that they had killed 15 soldiers at Menaka. Three officers were reportedly captured."
    claimed, reportedly = (the(counts(read_text(text)), low) for low in (15, 3))
    assert claimed.attribution.chain[-1].stance is Stance.CLAIMED
    assert reportedly.attribution.voice is Voice.UNATTRIBUTED


def test_all_and_unknown_are_counts(read_text: Read) -> None:
    """17. "All the fugitives were caught" leaves none at large; "without saying how many" is an open count."""
    text = "All the fugitives were caught by Friday night. The army killed attackers at the gate without saying how many were killed."
    reading = read_text(text)
    (none,) = counts(reading, "at large")
    assert none.quantity is not None
    assert (none.quantity.low, none.quantity.high) == (0, 0)
    unknown = [claim for claim in counts(reading, "killed") if claim.polarity is Polarity.UNKNOWN]
    assert [(claim.quantity.low, claim.quantity.high) for claim in unknown if claim.quantity] == [(None, None)]


def test_what_is_taken_for_granted_is_asserted(read_text: Read) -> None:
    """18. "Lift the siege" tells of a siege, "the freed captives" of a release."""
    reading = read_text(
        "The mediators urged the rebels to lift the siege of Kadugli. The freed captives were flown to Juba."
    )
    assert acts(reading, "siege")
    assert acts(reading, "release")


def test_a_sentence_said_twice_is_one_claim(compare: Compare) -> None:
    """19. A figure printed twice in one report confirms nothing."""
    text = (
        "Thousands of people were displaced by the fighting in Kadugli on Friday, aid workers said.\n\n"
        "Shops were shut and the phones were down.\n\n"
        "Thousands of people were displaced by the fighting in Kadugli, aid workers said."
    )
    (displaced,) = about(compare(("Harbour Post", text)), "displaced")
    assert (displaced.independent_roots, displaced.verdict, len(displaced.positions)) == (1, Verdict.SINGLE_SOURCE, 1)
    assert len(displaced.positions[0].claims) == 2


def test_two_outlets_are_not_two_sources(compare: Compare) -> None:
    """20. Two outlets with one monitor are one root, and a figure with its attribution dropped adds none."""
    start = "Fighting went on in Kadugli on Friday."
    record = compare(
        ("Harbour Post", f"{start} The Nuba Rights Monitor said that 83 people had been killed."),
        ("Lakeside Daily", f"{start} At least 83 people have been killed, according to the Nuba Rights Monitor."),
        ("Meridian TV", f"{start} It is believed that 83 people had been killed."),
    )
    (killed,) = about(record, "killed")
    assert killed.independent_roots == 1


def test_a_report_may_contradict_itself(compare: Compare) -> None:
    """21. Two sources of one report that exclude each other are a dispute, without a second report."""
    text = (
        "A shell hit a school in Kadugli on Friday. The army said that no one was killed.\n\n"
        "Doctors at the city's hospital said that 17 people were killed."
    )
    (killed,) = about(compare(("Harbour Post", text)), "killed")
    assert killed.verdict is Verdict.DISPUTED


def test_loaded_words_stay_out_of_names(read_text: Read) -> None:
    """22. A loaded word never enters an actor's name, and nobody's "militants" become somebody else's."""
    text = (
        "Al-Shabaab terrorists attacked a hotel in Baidoa on Friday. "
        "US instructors had trained the local militants who guard the town."
    )
    reading = read_text(text)
    (attack,) = acts(reading, "attack")
    assert attack.act is not None
    assert attack.act.agent is not None
    assert "terrorist" not in attack.act.agent.lower()
    assert all("terrorist" not in (m.label or "").lower() for m in mentions(reading, MentionType.ACTOR))
    guards = [m.actor for m in mentions(reading, MentionType.ACTOR) if m.span.of(text).endswith("militants")]
    assert "al-shabaab" not in guards


def test_the_organisation_is_not_the_nearest_one(read_text: Read) -> None:
    """23. "The organisation attacked" is the armed group named before, not the monitor that says so."""
    text = (
        "Fighters of Boko Haram gathered in the bush around Monguno. "
        "According to the Nigeria Security Tracker, the organisation attacked the town's prison to free its members."
    )
    attacks = [
        claim
        for claim in acts(read_text(text), "attack")
        if claim.act and claim.act.patient and "prison" in claim.act.patient
    ]
    assert [claim.act.agent for claim in attacks if claim.act] == ["Boko Haram"]


def test_people_named_in_passing_are_no_parties(compare: Compare) -> None:
    """24. A byline, a founder and a president in the background are neither roots nor parties."""
    text = (
        "By Oumar Sissoko\n\n"
        "Rebels attacked the army base at Ménaka on Friday and killed eight soldiers.\n\n"
        "The movement was founded in 2011, when Amadou Toumani Touré was president."
    )
    record = compare(
        ("Harbour Post", text),
        ("Lakeside Daily", "Rebels attacked the army base at Ménaka on Friday, killing eight soldiers."),
    )
    named = {position.root for finding in record.findings for position in finding.positions} | set(record.event.parties)
    assert not any(name in one for one in named for name in ("Sissoko", "Touré"))


def test_captions_and_boilerplate_stand_apart(read_text: Read) -> None:
    """25. A picture's credit is not the text's source, and the foot of a page claims nothing."""
    text = (
        "Smoke rises over the port of Odesa on May 5, 2023. (Photo by AFP)\n\n"
        "A missile hit the port of Odesa on Friday, and four dockers were killed.\n\n"
        "Our alternative address: www.example.org. Follow us on Telegram for attacks and raids as they happen."
    )
    reading = read_text(text)
    (killed,) = counts(reading, "killed")
    assert killed.attribution.root == "outlet"
    assert all(claim.span.end <= text.index("Our alternative") for claim in reading.claims)


def test_the_marks_of_machine_translation_are_read_over(read_text: Read) -> None:
    """26. Stray capitals, stops and blanks neither hide a count nor make one."""
    text = 'News\u00a0  /\u00a0  Mali\n\nIn A time when the town slept , gunmen killed 13 soldiers in Ménaka . . The Commander-in-Chief of "the force" said nothing.'
    assert [(claim.measure, claim.quantity.low) for claim in counts(read_text(text)) if claim.quantity] == [
        ("killed", 13)
    ]


def test_ages_count_nobody(read_text: Read) -> None:
    """27. "A 16-year-old", "aged 12", "Ravi, 18,"."""
    text = "A 16-year-old boy and a girl aged 12 were killed in Aden. Ravi Menon, 18, was wounded, and so was his aunt, 43."
    assert not {16, 12, 18, 43} & set(lows(counts(read_text(text))))


def test_a_headline_may_say_more_than_its_body(compare: Compare) -> None:
    """28. What the headline claims is a claim of its own, with its own position."""
    text = (
        "Army captures rebel base at Kidal\n\n"
        "KIDAL, May 6 - Clashes were still going on inside the rebel base at Kidal on Saturday, residents said.\n\n"
        "The army has failed to take the base so far, a rebel officer said."
    )
    record = compare(
        ("Harbour Post", text),
        ("Lakeside Daily", "Clashes went on at the rebel base at Kidal on Saturday, residents said."),
    )
    headline = [
        c
        for c in record.claims
        if c.zone is ZoneKind.HEADLINE and c.act and c.act.type == "government regains territory"
    ]
    assert headline
    held = [p for f in record.findings for p in f.positions if headline[0].id in p.claims]
    assert held
    assert all(set(position.claims) <= {claim.id for claim in headline} for position in held)


def test_a_toll_since_thursday_is_not_that_of_saturday(read_text: Read, compare: Compare) -> None:
    """29. A cumulative figure and one day's addition are not compared as rivals."""
    start = "Militants have been attacking the army base at Dikwa since Thursday."
    first = f"{start} The Chad Basin Monitor said 89 people had been killed since Thursday."
    second = f"{start} Police said another 20 people were killed on Saturday."
    assert the(counts(read_text(second), "killed"), 20).scope is Scope.INCREMENT
    record = compare(("Harbour Post", first), ("Lakeside Daily", second))
    both = [f for f in record.findings if {89, 20} <= values([f])]
    assert all(finding.verdict is Verdict.NOT_COMPARABLE for finding in both)


def test_the_order_within_a_day_is_unknown(compare: Compare) -> None:
    """30. Two figures of one day without a clock time: the record says that their order is unknown."""
    start = "A dyke broke near Beira in Mozambique on Friday."
    record = compare(
        ("Harbour Post", f"{start} The Red Cross said 12 people were killed."),
        ("Lakeside Daily", f"{start} The Red Cross said 15 people were killed."),
    )
    (killed,) = about(record, "killed")
    assert killed.verdict is Verdict.UPDATED
    said = " ".join([killed.why, *killed.open])
    assert "order" in said
    assert "unknown" in said
