"""Take pictures of a dossier page, as people see it: ``python docs/pictures.py page.html --to DIR``.

Each width in light and dark, and the printed sheets, as PNG files; long pages in pieces. ``--section ID`` takes one part of the
page, ``--webp`` writes small files for the docs. Needs chromium, and pdftoppm for sheets as printed.
"""  # noqa: INP001

from __future__ import annotations

import argparse
import base64
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTHS = (1440, 900, 390)
PIECE, WHOLE = 1600, 16_000
"""The height of the longest picture of a page, in CSS pixels, what is longer comes in pieces; and of a single section."""
SHEET = 718
"""The width of what is printed on A4, in CSS pixels: 794 less a centimetre on each side."""
TO_WEBP = """async png => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.8).split(',')[1];
}"""


@dataclass(frozen=True)
class Wish:
    """What is wanted: a page, where the pictures go, one section or all, the widths, and whether WebP files."""

    page: Path
    to: Path
    section: str | None
    widths: tuple[int, ...]
    webp: bool

    @property
    def stem(self) -> str:
        """The beginning of every picture's name."""
        return f"{self.page.stem}-{self.section}" if self.section else self.page.stem


def main() -> None:
    """Take the pictures that the command line asks for."""
    wish = wish_of_command_line()
    wish.to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=browser_path())
        for path in taken(browser, wish):
            print(f"{path}  {path.stat().st_size // 1024} kB")  # noqa: T201 - what a script prints is its result
        browser.close()


def wish_of_command_line() -> Wish:
    """Return what the command line asks for."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("page", type=Path, help="an HTML file")
    reader.add_argument("--to", type=Path, default=Path("build/pictures"), help="the folder for the pictures")
    reader.add_argument("--section", help="the id of the part to take, or of its heading; the whole page otherwise")
    reader.add_argument("--width", type=int, action="append", help=f"in CSS pixels; {WIDTHS} otherwise")
    reader.add_argument("--webp", action="store_true", help="write WebP in place of PNG")
    given = reader.parse_args()
    return Wish(given.page, given.to, given.section, tuple(given.width or WIDTHS), given.webp)


def browser_path() -> str:
    """Return where the browser is; SystemExit where there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        raise SystemExit(f"No browser: install one of {', '.join(BROWSERS)}.")
    return found


def taken(browser: Browser, wish: Wish) -> Iterator[Path]:
    """Yield the files of all pictures, as they are taken."""
    for width in wish.widths:
        for scheme in ("light", "dark"):
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page.goto(wish.page.resolve().as_uri())
            yield from pieces(browser, page, wish, f"{wish.stem}-{width}-{scheme}")
            page.close()
    page = browser.new_page(viewport={"width": SHEET, "height": 1046})
    page.goto(wish.page.resolve().as_uri())
    yield from printed(browser, page, wish)
    page.close()


def printed(browser: Browser, page: Page, wish: Wish) -> Iterator[Path]:
    """Yield the printed page: a PDF, and its sheets as pictures; where pdftoppm is missing, the page in its print dress."""
    target = wish.to / f"{wish.stem}-print"
    if wish.section or not shutil.which("pdftoppm"):
        page.emulate_media(media="print")
        yield from pieces(browser, page, wish, target.name)
    if wish.section:
        return
    pdf = target.with_suffix(".pdf")
    page.pdf(path=pdf, format="A4", print_background=True, prefer_css_page_size=True)
    yield pdf
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-png", "-r", "80", pdf, target], check=True)  # noqa: S603, S607 - our own file
        yield from sorted(wish.to.glob(f"{target.name}-*.png"))


def pieces(browser: Browser, page: Page, wish: Wish, name: str) -> Iterator[Path]:
    """Yield the pictures of a page or of one part of it, the longest in several pieces."""
    box = box_of(page, wish.section)
    piece = WHOLE if wish.section else PIECE
    tops = range(0, max(int(box["height"]), 1), piece)
    for number, top in enumerate(tops, start=1):
        clip: FloatRect = {**box, "y": box["y"] + top, "height": min(piece, box["height"] - top)}
        png = page.screenshot(full_page=True, clip=clip)
        ending = f"-{number:02}" if len(tops) > 1 else ""
        yield written(browser, png, wish.to / f"{name}{ending}.png", webp=wish.webp)


def box_of(page: Page, section: str | None) -> FloatRect:
    """Return where a part of the page is, in CSS pixels from the page's top; a heading's id stands for its section."""
    found: FloatRect = page.evaluate(
        """id => {
          const at = id ? document.getElementById(id) : document.documentElement;
          const part = id && /^H[1-6]$/.test(at.tagName) ? at.closest('section, header, article') ?? at : at;
          const box = part.getBoundingClientRect();
          return {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height};
        }""",
        section,
    )
    return found


def written(browser: Browser, png: bytes, target: Path, *, webp: bool) -> Path:
    """Return the file of a picture, written; the browser itself turns a PNG into a WebP."""
    if webp:
        target = target.with_suffix(".webp")
        blank = browser.new_page()
        png = base64.b64decode(blank.evaluate(TO_WEBP, base64.b64encode(png).decode()))
        blank.close()
    target.write_bytes(png)
    return target


if __name__ == "__main__":
    main()
