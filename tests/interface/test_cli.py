"""The command line: what it prints where, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.interface.cli import app

MINE = "LUSAKA, May 6, 2023 (Copper Wire) - Two people were killed when a shaft collapsed near Kitwe on Friday, police said.\n"
MINE_LATER = "KITWE, May 7, 2023 (Copper Wire) - Five people were killed when a shaft collapsed near Kitwe on Friday, police said on Sunday.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two reports of one accident."""
    for name, text in (("first.txt", MINE), ("later.txt", MINE_LATER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "first.txt"), str(tmp_path / "later.txt")]


def run(*arguments: str, data: bytes | None = None) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error."""
    done = CliRunner().invoke(app, arguments, input=data)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def rows(path: str | Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_compare_shows_the_record(files: list[str]) -> None:
    code, out, err = run("compare", *files)
    assert (code, err) == (0, "")
    assert "killed" in out
    assert "↻ updated" in out


def test_compare_prints_clean_json(files: list[str]) -> None:
    code, out, _ = run("compare", *files, files[0], "--json")
    record = json.loads(out)
    assert code == 0
    assert [report["source"] for report in record["reports"]] == files
    assert "same-report" in {note["code"] for note in record["notes"]}


def test_compare_writes_claims_and_page(files: list[str], tmp_path: Path) -> None:
    claims, html = tmp_path / "c.jsonl", tmp_path / "p.html"
    code, out, _ = run("compare", *files, "--claims", str(claims), "--html", str(html))
    assert code == 0
    assert "FIGURES" in out
    assert {row["kind"] for row in rows(claims)} >= {"count"}
    assert html.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_dash_sends_a_page_to_standard_output_and_nothing_else(files: list[str]) -> None:
    _, out, _ = run("compare", *files, "--html", "-")
    assert out.startswith("<!DOCTYPE html>")
    assert out.endswith("</html>\n")


def test_explain_shows_the_way_to_one_verdict(files: list[str]) -> None:
    code, out, err = run("compare", *files, "--explain", "killed")
    assert (code, err) == (0, "")
    assert out.startswith("killed, ")
    assert "THE LADDER" in out
    assert max(map(len, out.splitlines())) <= 100


def test_explain_lists_the_questions_where_none_fits(files: list[str]) -> None:
    code, out, err = run("compare", *files, "--explain", "no such thing")
    assert (code, out) == (2, "")
    first, *questions = err.splitlines()
    assert "no such thing" in first
    assert any(line.startswith("  killed, ") for line in questions)


def test_read_writes_claims_and_mentions(files: list[str], tmp_path: Path) -> None:
    claims, mentions = tmp_path / "c.jsonl", tmp_path / "m.jsonl"
    code, out, err = run("read", *files, "--claims", str(claims), "--mentions", str(mentions))
    assert (code, out, err) == (0, "", "")
    assert len({row["report_id"] for row in rows(claims)}) == 2
    assert {row["type"] for row in rows(mentions)} >= {"time", "place", "actor"}


def test_read_prints_claims_if_no_file_is_named(files: list[str]) -> None:
    _, out, _ = run("read", files[0])
    assert [json.loads(line)["report_id"] for line in out.splitlines()]


def test_group_writes_events_with_figures(files: list[str], tmp_path: Path) -> None:
    events = tmp_path / "e.jsonl"
    assert run("group", *files, "--events", str(events))[0] == 0
    (event,) = rows(events)
    assert len(event["report_ids"]) == 2  # type: ignore[arg-type]
    assert event["figures"]


def test_a_report_may_be_piped_in() -> None:
    code, out, _ = run("compare", "-", "--json", data=MINE.encode())
    record = json.loads(out)
    assert code == 0
    assert [report["source"] for report in record["reports"]] == ["stdin"]
    assert "one-report" in {note["code"] for note in record["notes"]}


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "blank"),
    "binary.txt": (b"\x00\x01\x02\x89PNG", "no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(name: str, tmp_path: Path) -> None:
    data, word = BAD[name]
    (tmp_path / name).write_bytes(data)
    code, out, err = run("compare", str(tmp_path / name))
    assert (code, out) == (2, "")
    assert err.startswith(f"rashomon: {tmp_path / name}: ")
    assert word in err
    assert "Traceback" not in err


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    code, _, err = run("read", str(tmp_path / "none.txt"), str(tmp_path))
    assert code == 2
    assert "none.txt: no such file" in err
    assert "no file in it" in err


def test_what_can_be_read_is_read_and_the_exit_code_tells(files: list[str], tmp_path: Path) -> None:
    code, out, err = run("compare", *files, str(tmp_path / "none.txt"), "--json")
    assert code == 1
    assert len(json.loads(out)["reports"]) == 2
    assert "none.txt" in err


HARD = {
    "latin-1": "Dix-sept café — police said two men were killed in Málaga on Friday.".encode("cp1252"),
    "control characters": b"Two men were killed\x07\x1b[31m in Lagos on Friday, police said.",
    "direction marks": "Two men were killed in \u202eLagos\u202c on Friday, police said.".encode(),
    "one long line": b"Two men were killed in Lagos on Friday, police said. " * 2000,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hard.txt"
    path.write_bytes(HARD[name])
    code, out, _ = run("compare", str(path))
    assert code == 0
    assert not {"\x07", "\x1b", "\u202e"} & set(out)


@pytest.mark.parametrize("target", ["no/such/folder/x.html", "."])
def test_a_file_that_cannot_be_written_is_refused_before_any_work(
    files: list[str], target: str, tmp_path: Path
) -> None:
    code, out, err = run("compare", *files, "--html", str(tmp_path / target))
    assert (code, out) == (2, "")
    assert "cannot be written" in err


def test_two_outputs_may_not_share_a_file(files: list[str]) -> None:
    code, _, err = run("read", *files, "--claims", "-", "--mentions", "-")
    assert code == 2
    assert "two outputs" in err


def test_bad_use_is_explained(files: list[str], tmp_path: Path) -> None:
    assert run("compare")[0] == 2
    assert run("compare", "--sideways", *files)[0] == 2
    code, _, err = run("compare", *files, "--tables", str(tmp_path / "none"))
    assert code == 2
    assert "no folder of tables" in err
    code, _, err = run("compare", *files, "--gazetteer", files[0])
    assert code == 2
    assert "Traceback" not in err


def test_a_user_s_own_tables_are_laid_over(files: list[str], tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "hedges.yaml").write_text("- {name: broken, sideways: 1}\n", encoding="utf-8")
    code, _, err = run("compare", *files, "--tables", str(tmp_path))
    assert code == 2
    assert "hedges.yaml" in err


def test_a_gazetteer_is_built_from_a_dump(tmp_path: Path) -> None:
    cells = [
        "1",
        "Testville",
        "Testville",
        "",
        "1.5",
        "30.5",
        "P",
        "PPL",
        "UG",
        "",
        "",
        "",
        "",
        "",
        "9000",
        "",
        "",
        "Africa/Kampala",
        "2024-01-01",
    ]
    (tmp_path / "UG.txt").write_text("\t".join(cells) + "\n", encoding="utf-8")
    code, _, err = run("gazetteer", "build", str(tmp_path / "UG.txt"), "--to", str(tmp_path / "g.sqlite"))
    assert code == 0
    assert "places" in err
    (tmp_path / "r.txt").write_text(
        "Two men were killed in Testville on Friday, police in Testville, Uganda, said.", encoding="utf-8"
    )
    assert run("compare", str(tmp_path / "r.txt"), "--gazetteer", str(tmp_path / "g.sqlite"))[0] == 0


def test_a_reader_that_goes_away_is_no_accident(files: list[str]) -> None:
    command = [sys.executable, "-m", "rashomon", "compare", *files, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait()
