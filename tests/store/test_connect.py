"""Where a store lies: what is said of it where it cannot be opened."""

from __future__ import annotations

import pytest

from rashomon.errors import StoreError
from rashomon.store.connect import Database, shown


def test_no_message_shows_a_password() -> None:
    database = Database("postgresql://ada:secret@127.0.0.1:1/news", writable=False)
    with pytest.raises(StoreError) as caught, database.reading():
        pass
    assert "secret" not in str(caught.value)
    assert str(caught.value).startswith("postgresql://ada:***@127.0.0.1:1/news: ")


@pytest.mark.parametrize("where", ["news.db", "/data/a:b@c/news.db", "postgresql://ada@db/news"])
def test_a_place_without_a_password_is_shown_as_it_is(where: str) -> None:
    assert shown(where) == where
