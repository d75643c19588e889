"""A PostgreSQL server of the tests' own, on loopback, run by a user that is not root."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 300
"""Tenths of a second to wait for the server."""


def binaries() -> Path | None:
    """Return the folder of the server's programs, the newest where several are installed; None where there is none."""
    places = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: [len(path.parts[4]), path.parts[4]]
    )
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else places[-1].parent if places else None


def who() -> str | None:
    """Return the user to run the server as; None for the present one, for only root may not."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@contextmanager
def server() -> Iterator[str]:
    """Run a server and give its URL without the name of a database."""
    folder = binaries()
    if folder is None:
        raise RuntimeError("PostgreSQL is not installed")
    home, user = Path(tempfile.mkdtemp(prefix="rashomon-pg-")), who()
    options = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    try:
        if user:
            shutil.chown(home, user)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home}
        data = str(home / "data")
        make = [
            str(folder / "initdb"),
            "-D",
            data,
            "-U",
            "rashomon",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
        subprocess.run(make, check=True, **quiet, **options)  # type: ignore[call-overload]
        port = free_port()
        run = [
            str(folder / "postgres"),
            "-D",
            data,
            "-p",
            str(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off",
        ]
        running = subprocess.Popen(run, **quiet, **options)  # type: ignore[call-overload]
        try:
            wait_for(port, running)
            yield f"postgresql://rashomon@127.0.0.1:{port}"
        finally:
            # Fast, and not only after the last client has gone.
            running.send_signal(signal.SIGINT)
            try:
                running.wait(20)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    import psycopg

    for _ in range(PATIENCE):
        try:
            psycopg.connect(f"host=127.0.0.1 port={port} user=rashomon dbname=postgres").close()
        except psycopg.OperationalError:
            if running.poll() is not None:
                raise RuntimeError("PostgreSQL did not start") from None
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("PostgreSQL does not answer")


def database(url: str, name: str) -> str:
    """Make an empty database and return its URL."""
    import psycopg

    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
    return f"{url}/{name}"
