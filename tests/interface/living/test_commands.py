"""The commands over a store: what they print, and how they end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_add_tells_what_came_and_what_became_of_it(fresh: Path, run: Run) -> None:
    code, out, err = run("add", "first.txt", "none.txt")
    assert (code, err) == (
        1,
        "rashomon: none.txt: no such file; give the path of a text, HTML or JSON file, or - for standard input\n",
    )
    assert out.startswith("1 new report, 1 set aside\n  new event  e-")
    assert (fresh / "rashomon.db").is_file()
    code, out, _ = run("add", ".")
    assert code == 0
    assert out.splitlines()[0] == "1 new report, 1 known"
    assert "grown" in out
    assert "killed, total: police: 2 → 5, as of Sun 7 May" in out
    assert run("add", ".")[1] == "0 new reports, 2 known\n"
    # The store lies in the folder that is added, and is no report.
    assert run("rejected")[1] == "nothing was set aside\n"


def test_a_dry_run_keeps_nothing_and_makes_nothing(fresh: Path, run: Run) -> None:
    code, out, _ = run("add", "first.txt", "later.txt", "--dry-run")
    assert (code, out) == (0, "2 new reports would be added\n")
    assert not (fresh / "rashomon.db").exists()
    run("add", "first.txt")
    before = run("changes")[1]
    assert run("add", ".", "--dry-run")[1] == "1 new report would be added, 1 known\n"
    assert run("changes")[1] == before


@pytest.mark.usefixtures("fresh")
def test_add_with_nothing_readable_fails(run: Run) -> None:
    code, out, err = run("add", "none.txt", "https://example.org/a", "--dry-run")
    assert code == 2
    assert "nothing to add: none of the sources could be read" in err
    assert out.startswith("0 new reports")
    assert json.loads(run("add", "first.txt", "--json")[1])["known"] == 0


@pytest.mark.usefixtures("store")
def test_events_are_listed_and_chosen(run: Run) -> None:
    code, out, err = run("events")
    assert (code, err) == (0, "")
    assert out.index("Sylhet") < out.index("Kitwe")
    assert "1 ↻" in out
    assert "Kitwe" not in run("events", "--place", "bangla")[1]
    assert "Sylhet" not in run("events", "--since", "2023-01-01")[1]
    assert run("events", "--actor", "nobody")[1] == "no event\n"
    assert run("events", "--disputed")[1] == "no event\n"
    assert run("events", "--until", "soon")[0] == 2
    code, out, _ = run("events", "--limit", "1")
    assert code == 0
    assert ("Sylhet" in out, "Kitwe" in out) == (True, False), "the one that changed last"
    assert out.endswith("and 1 more: see --limit and the other options\n")
    assert "more" not in run("events", "--limit", "2")[1]
    assert len(rows(run("events", "--json")[1])) == 2
    assert len(rows(run("events", "--json", "--limit", "1")[1])) == 1
    assert run("events", "--limit", "0")[0] == 2
    (row,) = rows(run("events", "--place", "Kitwe", "--json")[1])
    assert len(row["report_ids"]) == 2  # type: ignore[arg-type]
    assert {"id", "figures", "when", "where", "type", "changed", "verdicts"} <= row.keys()


@pytest.mark.usefixtures("store")
def test_show_is_the_view_of_compare(made: Path, run: Run, tmp_path: Path) -> None:
    (event,) = [row["id"] for row in rows(run("events", "--place", "Kitwe", "--json")[1])]
    files = [str(made / name) for name in ("first.txt", "later.txt")]
    assert run("show", str(event))[1] == run("compare", *files)[1]
    record = json.loads(run("show", str(event)[:8], "--json")[1])
    assert record["event"]["id"] == event
    assert record["event"]["report_ids"] == sorted(report["id"] for report in record["reports"])
    page = tmp_path / "page.html"
    assert run("show", str(event), "--html", str(page))[0] == 0
    assert "Kitwe" in page.read_text(encoding="utf-8")
    # Change 3 is the event's first.
    assert (
        json.loads(run("show", str(event), "--at", "3", "--json")[1])["event"]["report_ids"]
        != record["event"]["report_ids"]
    )
    code, _, err = run("show", "e-none")
    assert (code, "names no event" in err) == (2, True)


@pytest.mark.usefixtures("store")
def test_diff_tells_what_changed_and_why(run: Run) -> None:
    (event,) = [str(row["id"]) for row in rows(run("events", "--place", "Kitwe", "--json")[1])]
    code, out, _ = run("diff", event, "--since", "3")
    assert code == 0
    assert "since change 3: 1 new report" in out
    assert "Kitwe shaft collapse: toll rises to five" in out
    assert "killed, total  ○ single source → ↻ updated" in out
    assert "police: 2 → 5, as of Sun 7 May  [B]" in out
    assert "a new event, 2 reports" in run("diff", event)[1]
    assert "nothing changed" in run("diff", event, "--since", "2999-01-01")[1]
    told = json.loads(run("diff", event, "--since", "3", "--json")[1])
    assert len(told["event"]["report_ids"]) == 2
    assert told["shifts"][0]["question"]["label"] == "killed, total"
    assert run("diff", event, "--since", "soon")[0] == 2


@pytest.mark.usefixtures("store")
def test_search_finds_reports_with_their_event(run: Run) -> None:
    code, out, _ = run("search", "collapsing", "shafts")
    assert code == 0
    assert out.count("in e-") == 2
    assert run("search", "zeppelin")[1] == "no report has all these words\n"
    found = rows(run("search", '"burst its banks"', "--json")[1])
    assert [row["report_ids"] for row in found] == [[row["report_id"]] for row in found]


@pytest.mark.usefixtures("store")
def test_changes_are_listed(run: Run) -> None:
    out = run("changes")[1]
    # A long path goes on in the next line.
    assert "photo.jpg" in "".join(out.split())
    for words in ("rejected", "added", "has 2 reports"):
        assert words in out
    told = rows(run("changes", "--json", "--since", "3")[1])
    assert [row["number"] for row in told] == list(range(4, 4 + len(told)))
    assert run("changes", "--since", "2999-01-01")[1] == "no change\n"


@pytest.mark.usefixtures("store")
def test_what_was_set_aside_is_listed_and_saved(made: Path, run: Run, tmp_path: Path) -> None:
    code, out, _ = run("rejected", "--save", str(tmp_path / "aside"))
    assert code == 0
    assert "photo.jpg" in out
    (saved,) = (tmp_path / "aside").iterdir()
    assert saved.read_bytes() == (made / "photo.jpg").read_bytes()
    (row,) = rows(run("rejected", "--json")[1])
    assert row["original"] == saved.name


@pytest.mark.usefixtures("fresh")
def test_a_judgement_is_made_and_withdrawn(run: Run) -> None:
    run("add", ".")
    record = json.loads(run("show", "e-", "--json")[1])
    claim = next(one["id"] for one in record["claims"] if one["measure"] == "killed" and one["quantity"]["low"] == 5)
    code, out, _ = run("judge", "correct", claim, "--value", "6", "--by", "anna", "--reason", "misprint")
    assert code == 0
    corrected = next(one for one in json.loads(run("show", "e-", "--json")[1])["claims"] if one["id"] == claim)
    assert corrected["quantity"]["low"] == 6
    assert "anna: correct" in run("diff", "e-", "--since", "3")[1]
    assert run("withdraw", out.strip(), "--by", "anna")[0] == 0
    assert json.loads(run("show", "e-", "--json")[1]) == record
    assert "withdrawn" in run("changes")[1]
    assert run("withdraw", out.strip())[0] == 2
    assert run("judge", "correct", claim, "--value", "many")[0] == 2
    assert run("judge", "reject", "c-none")[0] == 2


@pytest.mark.usefixtures("fresh")
def test_events_are_split_and_merged(run: Run) -> None:
    run("add", ".")
    reports = json.loads(run("show", "e-", "--json")[1])["event"]["report_ids"]
    assert run("judge", "not-same", *reports, "--by", "anna")[0] == 0
    events = [str(row["id"]) for row in rows(run("events", "--json")[1])]
    assert len(events) == 2
    assert run("judge", "same", *reports, "--by", "anna")[0] == 0
    (left,) = [str(row["id"]) for row in rows(run("events", "--json")[1])]
    (gone,) = set(events) - {left}
    assert run("show", gone)[2] == f"rashomon: {gone} is now part of {left}\n"
    assert "is now part of" in run("changes")[1]


@pytest.mark.usefixtures("fresh")
def test_reread_and_verify(run: Run) -> None:
    run("add", ".")
    assert run("reread")[1] == "0 reports read again, 0 readings changed\n"
    assert run("reread", "--all")[1] == "2 reports read again, 0 readings changed\n"
    code, out, _ = run("verify")
    assert code == 0
    assert out.startswith("sound: 2 reports, 2 originals, 1 event, 0 judgements, ")
    assert json.loads(run("verify", "--json")[1])["problems"] == []
    import sqlite3

    with sqlite3.connect("rashomon.db") as connection:
        connection.execute("UPDATE log SET subject = 'r-x' WHERE number = 1")
    connection.close()
    code, out, _ = run("verify")
    assert code == 1
    assert "change 1 (added r-x): not as it was written" in out
    assert "faults in" in out


@pytest.mark.parametrize("command", [["events"], ["show", "e-"], ["search", "x"], ["verify"], ["changes"]])
def test_looking_at_no_store_makes_none(fresh: Path, run: Run, command: list[str]) -> None:
    code, _, err = run(*command)
    assert code == 2
    assert "there is no such store; 'rashomon add' makes one" in err
    assert not (fresh / "rashomon.db").exists()
