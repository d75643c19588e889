"""News outlets and agencies, found by name or by web address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from rashomon.lexicon.actors import Agencies, Medium, Outlets
from rashomon.lexicon.match import Hit, Matcher, plain
from rashomon.lexicon.tables import Tables


class OutletBook:
    """Outlets and agencies by name and by domain; a name is matched with its case, a hyphen as a space."""

    def __init__(self, outlets: Iterable[Medium], agencies: Iterable[Medium]) -> None:
        agencies = tuple(agencies)
        self.agency_ids = frozenset(row.id for row in agencies)
        rows = (*agencies, *outlets)
        self._by_domain = {domain.lower(): row for row in reversed(rows) for domain in row.domains}
        self._by_name = {spaced(name).casefold(): row for row in reversed(rows) for name in names(row)}
        self._matcher = Matcher((spaced(name), row, True) for row in rows for name in names(row))

    def is_agency(self, outlet: Medium) -> bool:
        """Say whether others print its reports under their own name."""
        return outlet.agency or outlet.id in self.agency_ids

    def named(self, words: str) -> Medium | None:
        """Return the outlet that goes by exactly these words, whatever their case: ``Al-Jazeera``."""
        name = spaced(words).casefold().strip()
        return self._by_name.get(name) or self._by_name.get(name.removeprefix("the ").strip())

    def of_domain(self, host: str) -> Medium | None:
        """Return the outlet whose address a host is, or is part of: ``www.aljazeera.com``."""
        parts = host.lower().strip(".").split(".")
        return next(
            (row for first in range(len(parts) - 1) if (row := self._by_domain.get(".".join(parts[first:])))), None
        )

    def find(self, text: str) -> list[Hit]:
        """Return where outlets are named in a text; ``Hit.value`` is the outlet."""
        return self._matcher.find(spaced(text))


def names(medium: Medium) -> tuple[str, ...]:
    """Return every name an outlet goes by, the trade's first."""
    return (medium.label, *medium.aliases, *medium.acronyms)


def spaced(words: str) -> str:
    """Return the words with hyphens as spaces, letter for letter: ``Al-Jazeera`` is ``Al Jazeera``."""
    return plain(words).replace("-", " ")


def outlet_book(tables: Tables) -> OutletBook:
    """Return the book of outlets made from the tables, made once."""
    book: OutletBook = tables.made(
        OutletBook, lambda given: OutletBook(given.of(Outlets).rows, given.of(Agencies).rows)
    )
    return book


def host_of(url: str) -> str | None:
    """Return the host a web address leads to, looking through an archive's copy of it.

    >>> host_of("https://web.archive.org/web/2022/https://www.example.org/a")
    'www.example.org'
    """
    for address in addresses(url):
        host = split_host(address)
        if host and not host.endswith(("archive.org", "archive.is", "archive.ph")):
            return host
    return None


def addresses(url: str) -> Iterator[str]:
    """Yield the address that stands innermost in an archive's address, then the whole."""
    inner = max(url.rfind("http://", 1), url.rfind("https://", 1))
    if inner > 0:
        yield url[inner:]
    yield url if "//" in url else f"//{url}"


def split_host(address: str) -> str | None:
    """Return the host of an address, or None where there is none or it is broken."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host if host and "." in host else None
