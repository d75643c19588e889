"""Bytes from the web, fetched politely and with care: whom to ask, how, how often, and how much of the answer to take."""

from rashomon.intake.web.fetch import Fetcher, Outcome
from rashomon.intake.web.manners import Manners
from rashomon.intake.web.polling import poll, watch
from rashomon.intake.web.transport import Transport
from rashomon.intake.web.visits import Notebook, Visit, Visits

__all__ = ["Fetcher", "Manners", "Notebook", "Outcome", "Transport", "Visit", "Visits", "poll", "watch"]
