"""What changed: ``diff`` of one event, ``changes`` of the store."""

from __future__ import annotations

from rashomon.interface import session
from rashomon.interface.living import opened
from rashomon.interface.living.opened import AsJson, Event, Since, Where


def diff(event: Event, store: Where = opened.DEFAULT, since: Since = None, as_json: AsJson = False) -> None:
    """Tell what changed in the record of an event, and why."""
    from rashomon.exchange import jsonio, livingjson
    from rashomon.interface.living import screen
    from rashomon.interface.living.differing import differing

    with session.told(), opened.reader(store) as open_store:
        found = open_store.diff(event, since=opened.since_of(since))
        if as_json:
            session.out([jsonio.dumps(livingjson.difference_row(found), indent=2) + "\n"])
        else:
            record = open_store.record(found.event.id)
            screen.show(differing(found, record, open_store.tables, since=since))


def changes(store: Where = opened.DEFAULT, since: Since = None, as_json: AsJson = False) -> None:
    """List the changes of the store, the oldest first."""
    from rashomon.exchange import jsonio, livingjson
    from rashomon.interface.living import screen

    with session.told(), opened.reader(store) as open_store:
        found = open_store.changes(since=opened.since_of(since))
        if as_json:
            session.out(jsonio.lines(livingjson.change_row(change) for change in found))
        else:
            screen.show(screen.changes(found))
