"""Real pages in a real browser: Debian's chromium, no network, everything that goes wrong caught."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

import rashomon
from rashomon.interface.dossier import render
from rashomon.lexicon.tables import Tables
from rashomon.model import Record

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HERE = Path(__file__).parent
VIOLATIONS = """
window.blocked = [];
document.addEventListener('securitypolicyviolation', e => window.blocked.push(e.violatedDirective + ' ' + e.blockedURI));
"""


@dataclass
class Opened:
    """A page in the browser, and what went wrong while it was open: requests tried, errors told, dialogs shown."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def trouble(self) -> list[str]:
        """Return all that went wrong; what the page's own policy stopped counts too."""
        return [*self.requests, *self.errors]


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests that a worker runs; skipped where none is installed."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not found:
        pytest.skip(f"no browser: none of {', '.join(CHROMIUMS)} is installed")
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=found)
        yield started
        started.close()


@pytest.fixture(scope="session")
def bol(root: Path) -> Record:
    """The record of the example of twelve reports."""
    return rashomon.compare(sorted((root / "examples" / "bol").iterdir()))


@pytest.fixture(scope="session")
def beledweyne(root: Path) -> Record:
    """The record of the example of three reports."""
    return rashomon.compare(sorted((root / "examples" / "beledweyne").iterdir()))


@pytest.fixture(scope="session")
def smuggled(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of reports whose words try to be markup, scripts, templates, styles and links."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = json.loads((HERE / "hostile.json").read_text("utf-8"))
    rows[0]["text"] += "\n\n" + "Aaaaarrrrrgggghhhhhh" * 1000 + " was written on a wall, police said.\n"
    rows[1]["text"] += "\n\nControls \x1b[31m\x07\x00 and marks \u202egnihtyna\u2066\u200f stood in the leaflet.\n"
    for number, row in enumerate(rows):
        (folder / f"{number}.json").write_text(json.dumps(row), "utf-8")
    return rashomon.compare(sorted(folder.iterdir()))


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> Callable[[Record], str]:
    """Write a record's page to disk, once; the address it opens by comes back."""
    folder, known = tmp_path_factory.mktemp("pages"), dict[str, str]()

    def written(record: Record) -> str:
        if record.event.id not in known:
            target = folder / f"{record.event.id}.html"
            target.write_text(render(record, tables=tables), "utf-8")
            known[record.event.id] = target.as_uri()
        return known[record.event.id]

    return written


@pytest.fixture
def show(browser: Browser, write: Callable[[Record], str]) -> Iterator[Open]:
    """Open a record's page from disk, with no network; what went wrong fails the test when it ends."""
    opened: list[tuple[BrowserContext, Opened]] = []

    def open_page(record: Record, *, width: int = 1440, **options: Any) -> Opened:
        scripts = options.get("java_script_enabled", True)
        context = browser.new_context(
            viewport={"width": width, "height": 900}, offline=True, reduced_motion="reduce", **options
        )
        shown = Opened(context.new_page())
        opened.append((context, shown))
        watch(context, shown)
        if scripts:
            context.add_init_script(VIOLATIONS)
        shown.page.goto(write(record))
        return shown

    yield open_page
    trouble = []
    for context, shown in opened:
        trouble += shown.trouble()
        context.close()
    assert trouble == []


def watch(context: BrowserContext, shown: Opened) -> None:
    """Write down each request beyond the page itself, each error on the console, each exception and each dialog."""

    def gate(route: Route) -> None:
        if route.request.url.startswith("file:") and route.request.is_navigation_request():
            route.continue_()
        else:
            shown.requests.append(f"asked for {route.request.url[:80]}")
            route.abort()

    def dialog(box: Any) -> None:
        shown.errors.append(f"dialog: {box.message}")
        box.dismiss()

    context.route("**/*", gate)
    page = shown.page
    page.on("console", lambda said: shown.errors.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: shown.errors.append(str(error)))
    page.on("dialog", dialog)


def blocked(page: Page) -> list[str]:
    """Return what the page's security policy stopped."""
    stopped: list[str] = page.evaluate("window.blocked")
    return stopped
