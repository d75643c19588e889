from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intake.zones import find_zones
from rashomon.lexicon import Tables
from rashomon.model import Zone, ZoneKind

PARAGRAPH = (
    "At least nine people were killed when a ferry overturned off Korvana on Tuesday night, the harbour master said."
)
SECOND = (
    "Rescuers pulled 31 others from the water, and the search was to go on until dark, according to the coast guard."
)
THIRD = "The port has been shut since the accident, and traders said that prices for fish had doubled within the day."


def parts(text: str, tables: Tables, title: str | None = None) -> list[tuple[str, str]]:
    return [(zone.kind.value, zone.span.of(text)) for zone in find_zones(text, title=title, tables=tables)]


def of_kind(text: str, kind: ZoneKind, tables: Tables, title: str | None = None) -> list[Zone]:
    return [zone for zone in find_zones(text, title=title, tables=tables) if zone.kind is kind]


def test_a_whole_page_falls_into_its_parts(tables: Tables) -> None:
    text = "\n\n".join(
        [
            "News / Coast",
            "Nine drown as ferry overturns off Korvana",
            "By Ada Quill",
            "12 March 2024, 18:05 GMT",
            "People wait at the quay in Korvana on March 12, 2024 (Photo by Quillwire)",
            f"KORVANA (Quillwire) - {PARAGRAPH}",
            SECOND,
            "‘No life vests’",
            THIRD,
            "Read more: Storm shuts two ports",
            "© 2024 The Daily Harbour. All rights reserved.",
            "www.dailyharbour.example",
        ]
    )
    assert parts(text, tables) == [
        ("boilerplate", "News / Coast"),
        ("headline", "Nine drown as ferry overturns off Korvana"),
        ("boilerplate", "By Ada Quill"),
        ("dateline", "12 March 2024, 18:05 GMT"),
        ("caption", "People wait at the quay in Korvana on March 12, 2024 (Photo by Quillwire)"),
        ("dateline", "KORVANA (Quillwire) -"),
        ("body", f"{PARAGRAPH}\n\n{SECOND}"),
        ("subhead", "‘No life vests’"),
        ("body", THIRD),
        ("link", "Read more: Storm shuts two ports"),
        ("boilerplate", text[text.index("©") :]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "SHARE THIS ARTICLE",
        "Advertisement",
        "Read more »",
        "Follow us on Twitter",
        "Subscribe to our newsletter",
        "Sign up",
        "Copyright 2024 Daily Harbour. All rights reserved.",
        "© 2024 Channel Tamarind",
        "https://dailyharbour.example/a/b?c=d",
        "www.dailyharbour.example",
        "desk@dailyharbour.example",
        "Home | World | Coast | Sport",
        "3 min read",
        "12 Comments",
        "Please enable JavaScript to watch this video",
        "* * *",
        "_______",
        "We use cookies to make this site better. Accept all cookies",
        "The site can also be reached at these alternate addresses:",
        "Ada Quill contributed to this report.",
        "Reporting by Ada Quill",
    ],
)
def test_page_furniture_is_told_by_its_words(line: str, tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\n{SECOND}\n\n{THIRD}\n\n{SECOND}\n\n{line}\n\n{THIRD}"
    assert line in [words for kind, words in parts(text, tables) if kind == "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "READ ALSO: Two ports shut by storm",
        "Also read: Harbour closes",
        "Related: Storm shuts ports",
        "Read more: Six die in fire",
    ],
)
def test_a_link_is_told_by_the_word_before_another_story_s_headline(line: str, tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\n{SECOND}\n\n{THIRD}\n\n{SECOND}\n\n{line}\n\n{THIRD}"
    assert [link.span.of(text) for link in of_kind(text, ZoneKind.LINK, tables)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a third after the ferry sank, traders in Korvana said.",
        "Following the blast, 12 people were taken to hospital.",
        "Sources said that 12 people had been taken to hospital.",
        "Sources say 12 people are missing",
        "Also on Friday, the ministry sent a letter and urged members to take firm measures after nine people had died.",
        "More in the village were killed when the shelling resumed, and 40 houses burned down, a resident said by telephone.",
        "He announced the toll on his Facebook page.",
        "The statement, published on the group's Telegram channel, said 14 soldiers were killed and three vehicles burned.",
        "Terms of the truce let 200 families return to the port on Monday, the mediator said.",
        "News of the attack reached the town at noon.",
        "Home after home was searched.",
        "Copy of the letter: nine names.",
        "Search teams found three bodies.",
        "Watch towers were hit, and two guards died.",
        "The dead are Asha Vell, 31; Tom Arrik, 12; and Lina Moss, 44.",
        "- Asha Vell, 31",
        "• Korvana: two people killed",
    ],
)
def test_body_is_not_taken_for_page_furniture(line: str, tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\n{SECOND}\n\n{line}\n\n{THIRD}"
    assert not any(line in words for kind, words in parts(text, tables) if kind == "boilerplate")


def test_the_links_below_a_heading_are_headlines_of_other_stories_until_a_sentence(tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\nRelated stories\n\nStorm shuts two ports\n\nSix held over arms\n\n{SECOND}\n\n{THIRD}"
    assert ("boilerplate", "Related stories") in parts(text, tables)
    assert ("link", "Storm shuts two ports") in parts(text, tables)
    assert ("body", f"{SECOND}\n\n{THIRD}") in parts(text, tables)


def test_related_news_above_the_text_are_links_and_the_last_too_where_the_headline_stands_above(tables: Tables) -> None:
    links = "Storm shuts two ports on May 3\n\nSix held over arms in Velden on May 2"
    headed = f"Nine drown as ferry overturns off Korvana\n\nRelated News\n\n{links}\n\n{PARAGRAPH}"
    assert [link.span.of(headed) for link in of_kind(headed, ZoneKind.LINK, tables)] == links.split("\n\n")
    bare = f"Related News\n\n{links}\n\n{PARAGRAPH}"
    assert [link.span.of(bare) for link in of_kind(bare, ZoneKind.LINK, tables)] == links.split("\n\n")[:1]
    menu = f"Latest\n\n{links}\n\n{PARAGRAPH}"
    assert of_kind(menu, ZoneKind.LINK, tables) == [], "a menu's word may stand above the report's own headline"


TRAIL = (
    "Storm shuts two ports on May 3\n\nSix held over arms in Velden on May 2\n\nGuards killed a man in Korvana on May 1"
)


REEL = ["2:41 Two hurt divers tell of rescue", "0:52 Bridge opens to lorries", "1:15 Three boys held in raid"]


def test_a_reel_of_videos_is_told_by_lengths_that_follow_no_clock(tables: Tables) -> None:
    text = "\n\n".join([PARAGRAPH, *REEL, SECOND])
    assert [zone.span.of(text) for zone in of_kind(text, ZoneKind.LINK, tables)] == REEL
    clock = "\n\n".join([PARAGRAPH, *sorted(REEL), SECOND])
    assert not of_kind(clock, ZoneKind.LINK, tables)


@pytest.mark.parametrize(
    ("opening", "outlet", "cut"),
    [
        ("Harbour Watch@HarbourWatch", "HarbourWatch", True),
        ("Harbour Watch@HarbourWatchJun 13, 2030", "'@HarbourWatch", True),
        ("Harbour Watch@HarbourWatch", "Velden Mail", False),
        ("", "HarbourWatch", False),
    ],
)
def test_an_account_s_name_is_cut_from_the_words_it_runs_into(
    opening: str, outlet: str, tables: Tables, *, cut: bool
) -> None:
    text = f"{opening}{PARAGRAPH}"
    zones = find_zones(text, outlet=outlet, tables=tables)
    assert [zone.span.of(text) for zone in zones if zone.kind is ZoneKind.BOILERPLATE] == ([opening] if cut else [])


DATED = [
    "Ferry with nine aboard sinks off Velden14min",
    "Six held over arms 2hr",
    "Two divers die in the bay9:40 AM UTC",
]


def test_headlines_with_when_a_page_put_them_up_are_links(tables: Tables) -> None:
    text = "\n\n".join([PARAGRAPH, *DATED, SECOND])
    assert [zone.span.of(text) for zone in of_kind(text, ZoneKind.LINK, tables)] == DATED
    for lines in (DATED[:2], [f"{line}." for line in DATED], ["Crews put out a fire in Velden in 3 hours"] * 3):
        assert not of_kind("\n\n".join([PARAGRAPH, *lines, SECOND]), ZoneKind.LINK, tables)


OWN = "Nine Divers Lost as Ferry Sinks off Velden"
NEXT = ["Council of Osterby Votes for a New Harbour Wall", "Guards Hold Six over Arms Found in a Barn"]


def test_whole_stories_below_a_report_each_headed_twice_are_links(tables: Tables) -> None:
    stories = [f"{title}\n\nVelden Mail\n\n{title}\n\n{PARAGRAPH}\n\n{SECOND}" for title in (OWN, *NEXT)]
    text = "\n\n".join(stories)
    (first, *_) = of_kind(text, ZoneKind.LINK, tables)
    assert first.span.start == text.index(NEXT[0])
    assert text.index(PARAGRAPH) < first.span.start
    assert not of_kind("\n\n".join(stories[:2]), ZoneKind.LINK, tables), "one more may be a refrain"
    once = [
        story.replace(f"Velden Mail\n\n{title}\n\n", "") for story, title in zip(stories, (OWN, *NEXT), strict=True)
    ]
    assert not of_kind("\n\n".join(once), ZoneKind.LINK, tables)


def test_headlines_one_below_the_other_at_the_end_are_links(tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\n{SECOND}\n\n{THIRD}\n\n{TRAIL}"
    assert [link.span.of(text) for link in of_kind(text, ZoneKind.LINK, tables)] == TRAIL.split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        f"{PARAGRAPH}\n\n{SECOND}\n\n{TRAIL}\n\n{THIRD}",
        f"{PARAGRAPH}\n\n{SECOND}\n\nGuards killed a man in Korvana on May 1\n\nSix held over arms in Velden",
        "Storm hits the coast of Velden\n\nAt least six boats are lost\n\n" + TRAIL,
    ],
    ids=["a paragraph below", "two lines", "a post in fragments"],
)
def test_other_lines_without_a_stop_are_no_links(text: str, tables: Tables) -> None:
    assert not of_kind(text, ZoneKind.LINK, tables)


def test_the_title_is_found_whatever_its_case_and_the_site_s_name_behind_it(tables: Tables) -> None:
    text = f"NINE DROWN AS FERRY OVERTURNS\n\nPrime minister calls it a disgrace\n\n{PARAGRAPH}"
    headlines = of_kind(text, ZoneKind.HEADLINE, tables, "Nine drown as ferry overturns | The Daily Harbour")
    assert headlines[0].span.of(text) == "NINE DROWN AS FERRY OVERTURNS"


def test_a_title_that_the_page_repeats_behind_a_bar_is_found(tables: Tables) -> None:
    text = f"Date:\n\nNine drown as ferry overturns, May 3\n\n{PARAGRAPH}"
    title = "Nine drown as ferry overturns, May 3 | News - Harbour Network Nine drown as ferry overturns, May 3"
    assert parts(text, tables, title)[:2] == [
        ("boilerplate", "Date:"),
        ("headline", "Nine drown as ferry overturns, May 3"),
    ]


def test_a_title_run_into_the_text_is_cut_out(tables: Tables) -> None:
    text = f"12 March 2024 Nine drown as ferry overturns. {PARAGRAPH}"
    assert parts(text, tables, "Nine drown as ferry overturns") == [
        ("dateline", "12 March 2024"),
        ("headline", "Nine drown as ferry overturns."),
        ("body", PARAGRAPH),
    ]


def test_a_title_that_only_begins_a_sentence_is_no_headline(tables: Tables) -> None:
    text = "Nine drown as ferry overturns off the coast, harbour masters said. Three are missing."
    assert of_kind(text, ZoneKind.HEADLINE, tables, "Nine drown as ferry overturns") == []


def test_a_title_that_the_text_does_not_hold_makes_no_zone(tables: Tables) -> None:
    assert parts(PARAGRAPH, tables, "Ferry disaster shakes island") == [("body", PARAGRAPH)]


@pytest.mark.parametrize(
    "text", ["Five hurt in harbour blaze", "Asha Vell\nTom Arrik\nLina Moss", "- one\n- two\n- three"]
)
def test_a_text_without_a_sentence_keeps_its_body(text: str, tables: Tables) -> None:
    assert "body" in [kind for kind, _ in parts(text, tables)]
    assert not of_kind(text, ZoneKind.BOILERPLATE, tables)


@pytest.mark.parametrize(
    ("dateline", "credit", "day"),
    [
        ("KORVANA (Quillwire) -", "Quillwire", None),
        ("KORVANA, March 12 (Quillwire) —", "Quillwire", None),
        ("KORVANA, Maldia –", None, None),
        ("Korvana, March 12, 2024 (QPA) -", "QPA", date(2024, 3, 12)),
        ("PORT VELL, Maldia, 12 March 2024 --", None, date(2024, 3, 12)),
        ("NAIROBI:", None, None),
        ("Saturday, 9 March 2024:", None, date(2024, 3, 9)),
    ],
)
def test_a_dateline_opens_the_first_paragraph(
    dateline: str, credit: str | None, day: date | None, tables: Tables
) -> None:
    text = f"{dateline} {PARAGRAPH}\n\n{SECOND}"
    assert [(zone.span.of(text), zone.credit, zone.day) for zone in of_kind(text, ZoneKind.DATELINE, tables)] == [
        (dateline, credit, day)
    ]
    assert parts(text, tables)[1][0] == "body"


@pytest.mark.parametrize(
    "start",
    [
        "The army – the only force in town – withdrew.",
        "Korvana - which lost its port - is quiet.",
        "VELL: We lost nine people.",
        "UPDATE: Nine people died.",
        "Nine people died - all of them fishermen - off Korvana.",
        "Witness: I saw nine dead.",
    ],
)
def test_a_dash_or_colon_does_not_make_a_dateline(start: str, tables: Tables) -> None:
    assert of_kind(f"{start} {PARAGRAPH}", ZoneKind.DATELINE, tables) == []


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2024",
        "Tue, 12 Mar 2024 18:05",
        "Published: March 12, 2024 at 6:05 p.m. GMT",
        "2024-03-12 18:05:00",
        "Updated 12 March 2024 | 18:05",
        "Korvana, March 12",
        "Korvana, 12 March -",
        "Published 12/03/2024 - 18:05",
    ],
)
def test_a_line_that_only_dates_the_report_is_a_dateline(line: str, tables: Tables) -> None:
    text = f"Nine drown as ferry overturns\n\n{line}\n\n{PARAGRAPH}"
    assert [zone.span.of(text) for zone in of_kind(text, ZoneKind.DATELINE, tables)] == [line]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Relatives wait at the quay in Korvana (Photo by Quillwire)", "Quillwire"),
        ("Relatives wait at the quay in Korvana [Quillwire]", "Quillwire"),
        ("Relatives wait at the quay in Korvana [Ada Quill/Quillwire]", "Quillwire"),
        ("Relatives wait at the quay in Korvana (Photo: Ada Quill)", "Ada Quill"),
        ("Relatives wait at the quay in Korvana. Photo: Ada Quill", "Ada Quill"),
        ("Relatives wait at the quay in Korvana (Courtesy of the Vell family)", "the Vell family"),
        ("Relatives wait at the quay in Korvana - Quillwire", "Quillwire"),
        ("FILE PHOTO: Relatives wait at the quay in Korvana, Maldia. QPA/Ada Quill", None),
        ("File photo shows the quay in Korvana", None),
    ],
)
def test_a_caption_is_told_by_its_credit(line: str, credit: str | None, tables: Tables) -> None:
    text = f"Nine drown as ferry overturns\n\n{line}\n\n{PARAGRAPH}\n\n{SECOND}"
    assert [(zone.span.of(text), zone.credit) for zone in of_kind(text, ZoneKind.CAPTION, tables)] == [(line, credit)]


def test_a_caption_has_its_own_day(tables: Tables) -> None:
    text = f"Relatives wait at the quay on March 9, 2024 [Quillwire]\n\n{PARAGRAPH}"
    assert of_kind(text, ZoneKind.CAPTION, tables)[0].day == date(2024, 3, 9)


def test_a_caption_is_found_inside_a_flattened_text(tables: Tables) -> None:
    text = f"{PARAGRAPH} Relatives wait at the quay in Korvana [Quillwire] {SECOND}"
    assert [zone.span.of(text) for zone in of_kind(text, ZoneKind.CAPTION, tables)] == [
        "Relatives wait at the quay in Korvana [Quillwire]"
    ]


@pytest.mark.parametrize("ending", ["(Quillwire)", "(QPA)"])
def test_an_agency_that_signs_the_last_paragraph_makes_no_caption(ending: str, tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\n{SECOND}\n\nThe inquiry goes on, officials said. {ending}"
    assert of_kind(text, ZoneKind.CAPTION, tables) == []


def test_a_photo_in_a_sentence_makes_no_caption(tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\nThe group released an image of the nine dead, and a ministry spokesman called it a forgery.\n\n{THIRD}"
    assert of_kind(text, ZoneKind.CAPTION, tables) == []


def test_a_post_has_its_block_author_and_day(tables: Tables) -> None:
    post = "Boats are still out near the reef. #Korvana\n\nHarbour desk pic.twitter.com/Abc123\n\n— Lantern - English (@lantern_en) March 11, 2024"
    text = f"{PARAGRAPH}\n\n{SECOND}\n\n\n{post}\n\n{THIRD}"
    (zone,) = of_kind(text, ZoneKind.EMBED, tables)
    assert (zone.span.of(text), zone.credit, zone.day) == (post, "Lantern - English", date(2024, 3, 11))


def test_a_post_without_a_gap_is_the_paragraph_above_its_signature(tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\nBoats are still out near the reef.\n\n— Lantern (@lantern) 11 March 2024\n\n{THIRD}"
    (zone,) = of_kind(text, ZoneKind.EMBED, tables)
    assert zone.span.of(text).startswith("Boats are still out")
    assert zone.day == date(2024, 3, 11)


def test_a_post_inside_a_flattened_text_begins_with_its_sentence(tables: Tables) -> None:
    text = f"{PARAGRAPH} Boats are still out near the reef — Lantern (@lantern) March 11, 2024 {THIRD}"
    (zone,) = of_kind(text, ZoneKind.EMBED, tables)
    assert zone.span.of(text) == "Boats are still out near the reef — Lantern (@lantern) March 11, 2024"


def test_a_handle_in_a_sentence_is_no_post(tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\nThe mayor (@mayor_korvana) said on Tuesday that nine people had died."
    assert of_kind(text, ZoneKind.EMBED, tables) == []


def test_a_subhead_needs_a_paragraph_below_and_no_list_around_it(tables: Tables) -> None:
    text = f"{PARAGRAPH}\n\nSearch goes on\n\n{SECOND}\n\nThe dead were:\n\nAsha Vell\nTom Arrik\nLina Moss\n\n{THIRD}"
    assert [zone.span.of(text) for zone in of_kind(text, ZoneKind.SUBHEAD, tables)] == ["Search goes on"]


def test_line_endings_of_any_kind_part_lines(tables: Tables) -> None:
    for ending in ("\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"):
        text = f"Nine drown as ferry overturns{ending}{PARAGRAPH}{ending}{SECOND}"
        kinds = [kind for kind, _ in parts(text, tables)]
        assert kinds == ["headline", "body"], repr(ending)


PIECES = st.sampled_from(
    [
        PARAGRAPH,
        SECOND,
        "Share",
        "Related stories",
        "12 March 2024",
        "KORVANA (Quillwire) - ",
        "(Photo by Quillwire)",
        "— A (@b) March 1, 2024",
        "Nine drown",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "[",
        "(@",
        "- ",
        "#x",
        "“",
        "\u200f",
        "\x0b",
        ": ",
        "News / Coast",
        "©",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("".join))


@given(text=TEXTS, title=st.one_of(st.none(), PIECES, st.text(max_size=30)))
def test_zones_lie_in_the_text_in_order_and_cover_every_word(tables: Tables, text: str, title: str | None) -> None:
    zones = find_zones(text, title=title, captions=("Nine drown",), tables=tables)
    at = 0
    for zone in zones:
        assert at <= zone.span.start < zone.span.end <= len(text)
        assert not text[at : zone.span.start].strip()
        at = zone.span.end
    assert not text[at:].strip()


@given(text=TEXTS)
def test_zones_are_the_same_each_time(tables: Tables, text: str) -> None:
    assert find_zones(text, tables=tables) == find_zones(text, tables=tables)
