"""`add` killed hard and run again loses nothing; `bench/kill.py` does so at many more moments."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import postgres

ON = [
    pytest.param((), id="sqlite"),
    pytest.param(
        ("--postgresql",),
        id="postgresql",
        marks=pytest.mark.skipif(postgres.binaries() is None, reason="PostgreSQL is not installed here"),
    ),
]


@pytest.mark.parametrize("engine", ON)
def test_a_killed_run_is_completed_by_the_next_one(root: Path, engine: tuple[str, ...]) -> None:
    script = [
        sys.executable,
        str(root / "bench" / "kill.py"),
        "--moments",
        "3",
        "--stories",
        "ferry_sinking",
        "flood",
        *engine,
    ]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["killed"] >= 1
    assert done.returncode == 0
