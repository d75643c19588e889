"""Reports of our own, told by invented outlets: a ferry, a market bombing, an air strike and a later one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Report, ReportId

FERRY = (
    "The passenger ferry Blue Heron sank off the island of Tarvos on Tuesday night, killing at least 12 people, the coast guard said. "
    "Captain Elias Vanto, 58, told rescuers that water rushed into the car deck after a door gave way. "
    "Nine passengers are still missing and two fishing boats joined the search near Cape Sorrel."
)
FERRY_AGAIN = (
    "Rescuers pulled three more bodies from the Blue Heron on Wednesday, a day after the ferry went down near Cape Sorrel with 80 people aboard. "
    "Coast guard officials put the toll at 15. Elias Vanto, the 58-year-old captain, is being questioned on the island of Tarvos."
)
MARKET = (
    "A car packed with explosives blew up at the Nasr vegetable market in Daboura on Tuesday morning, killing 23 shoppers, hospital staff said. "
    "Witnesses saw flames above the Nasr market, and the mayor, Huda Kassar, spoke of a massacre. No group has claimed the bombing."
)
MARKET_AGAIN = (
    "At least 20 people died when a bomb hidden in a car went off at the Nasr market in the town of Daboura, local doctors reported. "
    "Mayor Huda Kassar called for blood donors. Vegetable stalls burned for hours after the blast."
)
ROBBERY = (
    "Two masked men robbed a jeweller on Linden Street in Port Asten, firing into the ceiling and fleeing on a motorcycle. "
    "Nobody was hurt. Inspector Joan Dell asked witnesses to come forward with pictures of the pair."
)


def made(name: str, text: str, day: date | None = None, *, title: str | None = None) -> Report:
    """A report of an invented outlet."""
    return Report(ReportId(name), f"{name}.txt", text, outlet=name.title(), title=title, day=day)


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The shipped tables."""
    return load_tables()


@pytest.fixture(scope="session")
def news() -> dict[str, Report]:
    """Five reports of three happenings."""
    return {
        "ferry-a": made("ferry-a", FERRY, date(2031, 5, 6)),
        "ferry-b": made("ferry-b", FERRY_AGAIN, date(2031, 5, 7)),
        "market-a": made("market-a", MARKET, date(2031, 5, 6)),
        "market-b": made("market-b", MARKET_AGAIN, date(2031, 5, 6)),
        "robbery": made("robbery", ROBBERY, date(2031, 5, 6)),
    }


@pytest.fixture(scope="session")
def make() -> Callable[..., Report]:
    """What makes a report: name, text, day."""
    return made
