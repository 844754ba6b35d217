"""Take a picture of every screen of the workbench, on the example studies, in Chromium.

`python -m scripts.take_pictures FOLDER` writes each screen at 1280 and 1920 pixels, light and dark, and once at 1024;
`--only chart --only sort` takes those whose names begin so. `--docs` writes those of the documentation to docs/img.
The pages have to be built (`make ui`).
"""

from __future__ import annotations

import argparse
import base64
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, StorageState, expect, sync_playwright
from playwright.sync_api import TimeoutError as TooLong
from scripts.pictured import SHOTS, Shot, dress
from tests.ui.serving import Serving

from trellis.bootstrap import make_example
from trellis.study.demo import Example

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "img"
PATIENCE_MS = 30_000
SETTLES_MS = 350
"""What comes by itself after the reading: a list that measures its rows, a picture that is drawn."""
QUALITY = 82
"""Of WebP: words stay crisp, and a screen takes some 50 kB."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A size of window in one of the two schemes."""

    width: int
    height: int
    scheme: Literal["light", "dark"]

    @property
    def name(self) -> str:
        """As the folder is called."""
        return f"{self.width}-{self.scheme}"


DOCS = Variant(1280, 800, "light")
VARIANTS = (
    DOCS,
    Variant(1280, 800, "dark"),
    Variant(1920, 1080, "light"),
    Variant(1920, 1080, "dark"),
    Variant(1024, 768, "light"),
)


def main() -> int:
    """Take the pictures that are asked for; 1 where a screen could not be reached."""
    asked = _asked()
    shots = [shot for shot in SHOTS if not asked.only or shot.name.startswith(tuple(asked.only))]
    expect.set_options(timeout=PATIENCE_MS)
    missed: list[str] = []
    with (
        tempfile.TemporaryDirectory() as made,
        _serving(Path(asked.studies or made)) as running,
        _chromium() as browser,
    ):
        camera = Camera(browser, _signed_in(browser, running), running.address)
        if asked.docs:
            missed += camera.take(DOCS, [replace(shot, name=shot.docs) for shot in shots if shot.docs], IMAGES)
        for variant in () if asked.folder is None else VARIANTS:
            if not asked.variant or variant.name in asked.variant:
                missed += camera.take(variant, shots, asked.folder / variant.name)
    for line in missed:
        print(line)
    return 1 if missed else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take a picture of every screen of the workbench.")
    parser.add_argument("folder", nargs="?", type=Path, help="where the pictures go, a folder for each variant")
    parser.add_argument("--docs", action="store_true", help="take those that the documentation shows, to docs/img")
    parser.add_argument("--only", action="append", help="screens whose names begin so")
    parser.add_argument("--variant", action="append", choices=[variant.name for variant in VARIANTS])
    parser.add_argument("--studies", type=Path, help="keep the example studies here, and use those that are there")
    asked = parser.parse_args()
    if asked.folder is None and not asked.docs:
        parser.error("give a folder, or --docs")
    return asked


@contextmanager
def _serving(kept: Path) -> Iterator[Serving]:
    """A workbench over copies of both examples, with what a team would have done to them since."""
    library, home = kept / "library", kept / "home"
    os.environ["TRELLIS_HOME"] = str(home)
    if not library.is_dir():
        _make(library)
    running = Serving(library, home, person="Cleo")
    try:
        yield running
    finally:
        running.stop()


def _make(library: Path) -> None:
    library.mkdir(parents=True)
    for example in Example:
        make_example(library / f"{example.value}.trellis", lambda _line: None, example=example).close()
    dress(library)


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        try:
            yield browser
        finally:
            browser.close()


def _signed_in(browser: Browser, running: Serving) -> StorageState:
    """What a browser keeps of having been let in; the link does so once."""
    context = browser.new_context()
    context.new_page().goto(running.link)
    kept = context.storage_state()
    context.close()
    return kept


@dataclass(frozen=True, slots=True)
class Camera:
    """A browser that has been let in."""

    browser: Browser
    signed_in: StorageState
    address: str

    def take(self, variant: Variant, shots: list[Shot], folder: Path) -> list[str]:
        """Takes the pictures of one variant; a line for each screen that could not be reached."""
        folder.mkdir(parents=True, exist_ok=True)
        context = self.browser.new_context(
            viewport={"width": variant.width, "height": variant.height},
            color_scheme=variant.scheme,
            locale="en-GB",
            reduced_motion="reduce",
            storage_state=self.signed_in,
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        missed = []
        for shot in shots:
            try:
                _show(page, self.address, shot)
            except (AssertionError, TooLong) as error:
                missed.append(f"{variant.name} {shot.name}: {error}")
            (folder / f"{shot.name}.webp").write_bytes(_picture(page))
        context.close()
        return missed


def _show(page: Page, address: str, shot: Shot) -> None:
    page.goto(address + shot.path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    _settled(page)
    shot.steps(page)
    _settled(page)


def _settled(page: Page) -> None:
    """Waits until nothing is being read any more."""
    expect(page.get_by_role("status").filter(has_text="Reading")).to_have_count(0)
    expect(page.locator("main .mantine-Loader-root")).to_have_count(0)
    page.wait_for_timeout(SETTLES_MS)


def _picture(page: Page) -> bytes:
    """The window as WebP, which Chromium writes by itself."""
    session = page.context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    session.detach()
    return base64.b64decode(taken["data"])


if __name__ == "__main__":
    sys.exit(main())
