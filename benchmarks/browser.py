"""How fast the pages are: `python -m benchmarks.browser` drives Chromium over a workbench of its own.

Two figures each. *On screen* runs from the browser's own event (a press, a key) to the frame after the one in which
what was asked for stands in the page; the driver's way there and back is not in it. *Main thread* is the processor
time of the page's main thread meanwhile, by the browser's own account (`Performance.getMetrics` in thread ticks): it
stays usable on a machine that does much else. Pages are warm: the workbench is open, and only then goes there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright
from tests.ui.serving import Serving

from benchmarks.browser_studies import TEXTS, make_library
from benchmarks.measure import pace_ms

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
OPENINGS, STEPS = 5, 40
QUIET_MS = 400
"""How long the page is left alone after a step, so that what it does afterwards falls into that step."""
WIDE, HIGH = 1280, 800

# Begins to wait for an event, and ends one frame after what is asked for is there.
WATCH = """() => { window.__seen = new Promise(done => {
  addEventListener(%(event)r, event => {
    const from = event.timeStamp;
    const look = () => (%(there)s)
      ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)))
      : requestAnimationFrame(look);
    look();
  }, {capture: true, once: true});
}); }"""


@dataclass
class Taken:
    """What was measured of one thing. seen, busy: milliseconds on screen and of the main thread, one a step."""

    name: str
    limit_ms: int | None
    which: str
    seen: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)

    def line(self) -> str:
        """The row of the table."""
        counted = _middle(self.seen) if self.which == "median" else _high(self.seen)
        limit = ""
        if self.limit_ms is not None:
            limit = f"{self.which} {self.limit_ms} {'✓' if counted <= self.limit_ms else 'missed'}"
        shown = (_middle(self.seen), _high(self.seen), min(self.seen), _middle(self.busy), _high(self.busy))
        numbers = " | ".join(f"{value:.0f}" for value in shown)
        return f"| {self.name} | {len(self.seen)} | {numbers} | {limit} |"


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _high(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


class Measuring:
    """A page that is measured."""

    def __init__(self, page: Page, address: str, *, quick: bool) -> None:
        self.page, self.address = page, address
        self.openings, self.steps = (2, 8) if quick else (OPENINGS, STEPS)
        self.taken: list[Taken] = []
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._cdp.send("Performance.enable", {"timeDomain": "threadTicks"})

    def _busy_ms(self) -> float:
        metrics = self._cdp.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")

    def step(self, taken: Taken, event: str, there: str, act: Callable[[], None]) -> None:
        """Does one thing and notes how long it took until what is asked for stood in the page."""
        self.page.evaluate(WATCH % {"event": event, "there": there})
        before = self._busy_ms()
        act()
        taken.seen.append(float(self.page.evaluate("() => window.__seen")))
        self.page.wait_for_timeout(QUIET_MS)
        taken.busy.append(self._busy_ms() - before)

    def thing(self, name: str, limit_ms: int | None, which: str = "p95") -> Taken:
        """A row of the table, to be filled by steps."""
        self.taken.append(Taken(name, limit_ms, which))
        print(f"{name} …", file=sys.stderr, flush=True)
        return self.taken[-1]

    def goto(self, path: str) -> None:
        """Opens an address and waits until the page rests."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(QUIET_MS)


def _transcript(page: Measuring, name: str, limit_ms: int | None) -> None:
    words, codings = TEXTS[name]
    opening = page.thing(f"open {words:,} words with {codings:,} codings", limit_ms, "median")
    for _ in range(page.openings):
        page.goto(f"/s/{name}/read")
        link = page.page.get_by_role("link", name=name, exact=True)
        page.step(opening, "click", "document.querySelector('.transcript mark.piece')", link.click)
    coding = page.thing(f"index a turn of these under one theme more ({words:,} words)", 50)
    keys = page.page.keyboard
    page.page.get_by_role("region", name=f"Text of {name}").focus()
    facts = "document.querySelector('.reader-head .facts').textContent"
    counted = f"parseInt({facts}.match(/([\\d,]+) codings/)[1].replace(',', ''))"
    for _ in range(page.steps):
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        now = int(page.page.evaluate(f"() => {counted}"))
        # Another theme each time, also where a run before this one has been over these turns.
        keys.type(f"{now % 12 + 1}.{now // 12 % 4 + 1}")
        # Going to the field redraws; the pause keeps it out of the step.
        page.page.wait_for_timeout(QUIET_MS / 4)
        page.step(coding, "keydown", f"{counted} > {now}", lambda: keys.press("Enter"))


def _chart(page: Measuring, name: str, size: str, limit_ms: int | None) -> None:
    opening = page.thing(f"open the matrix of {size}", limit_ms, "median")
    for _ in range(page.openings):
        page.goto(f"/s/{name}/")
        link = page.page.get_by_role("link", name="Chart", exact=True)
        page.step(opening, "click", "document.querySelector('.cell .cell-line')", link.click)
    moving = page.thing(f"move to the next cell ({size})", 50)
    keys = page.page.keyboard
    page.page.get_by_role("grid", name="Framework matrix").focus()
    active = "document.querySelector('.cell[data-active=true]')?.id"
    for n in range(page.steps):
        now = page.page.evaluate(f"() => {active}")
        key = "ArrowDown" if n % 3 else "ArrowRight"
        page.step(moving, "keydown", f"{active} !== {json.dumps(now)}", partial(keys.press, key))
    _edit(page, size)


def _edit(page: Measuring, size: str) -> None:
    typing = page.thing(f"a letter in a cell's field ({size})", 50)
    keeping = page.thing(f"keep the statement: out of the field, cursor in the next ({size})", 50)
    keys = page.page.keyboard
    keys.press("Enter")
    for n in range(page.steps // 4):
        words = f"Said so {n}"
        keys.type(words)
        value = "document.querySelector('.new-statement textarea').value"
        page.step(typing, "keydown", f"{value} === {json.dumps(words + 'x')}", lambda: keys.press("x"))
        page.step(keeping, "keydown", f"{value} === ''", lambda: keys.press("Control+Enter"))


def _tree(page: Measuring) -> None:
    opening = page.thing("open a framework of 1,000 themes", 500, "median")
    for _ in range(page.openings):
        page.goto("/s/tree/")
        link = page.page.get_by_role("link", name="Framework", exact=True)
        page.step(opening, "click", "document.querySelector('[role=treeitem]')", link.click)
    tree = page.page.get_by_role("tree", name="Framework")
    tree.focus()
    keys = page.page.keyboard
    active = "document.querySelector('[role=tree]').getAttribute('aria-activedescendant')"
    going = page.thing("go to the next theme", 50)
    moving = page.thing("move a theme one place", 50)
    first = "[...document.querySelectorAll('[role=treeitem]')].slice(0, 12).map(each => each.textContent).join()"
    keys.press("ArrowDown")
    for n in range(page.steps // 2):
        now = page.page.evaluate(f"() => {active}")
        key = "ArrowUp" if n % 2 else "ArrowDown"
        page.step(going, "keydown", f"{active} !== {json.dumps(now)}", partial(keys.press, key))
    for n in range(page.steps // 4):
        before = page.page.evaluate(f"() => {first}")
        key = "Alt+ArrowUp" if n % 2 else "Alt+ArrowDown"
        page.step(moving, "keydown", f"{first} !== {json.dumps(before)}", partial(keys.press, key))
    _finding(page)


def _finding(page: Measuring) -> None:
    finding = page.thing("type a letter to find one of 1,000 themes (palette)", 50)
    keys = page.page.keyboard
    keys.press("Control+k")
    page.page.wait_for_timeout(QUIET_MS)
    for n, letter in enumerate("sub-theme 17-"):
        there = f"document.activeElement.value?.length === {n + 1}"
        page.step(finding, "keydown", there, partial(keys.press, letter if letter != " " else "Space"))
    keys.press("Escape")


def _home(page: Measuring) -> None:
    opening = page.thing("Home with these studies", 300, "median")
    for _ in range(page.openings):
        page.goto("/s/waves/framework")
        link = page.page.get_by_role("link", name="Your studies", exact=True)
        page.step(
            opening,
            "click",
            "document.querySelectorAll('a[href^=\"/s/\"]').length >= 5 && document.title.length",
            link.click,
        )


SCREENS: dict[str, Callable[[Measuring], None]] = {
    "transcript": lambda page: _transcript(page, "middle", 300),
    "long": lambda page: _transcript(page, "long", None),
    "matrix": lambda page: _chart(page, "matrix", "200 × 60", 500),
    "waves": lambda page: _chart(page, "waves", "481 × 3 × 60", None),
    "tree": _tree,
    "home": _home,
}


@contextmanager
def _page(folder: Path) -> Iterator[tuple[Page, str]]:
    running = Serving(folder, folder.parent / "home", person="Ana")
    with sync_playwright() as driver:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH}, reduced_motion="reduce")
        try:
            page.goto(running.link)
            yield page, running.address
        finally:
            browser.close()
            running.stop()


def main() -> None:
    """Makes the studies, measures every screen that was asked for and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser", description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=list(SCREENS), default=list(SCREENS))
    parser.add_argument("--quick", action="store_true", help="few steps of each")
    parser.add_argument("--folder", type=Path, help="where the studies are made, or are from a run before")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="trellis-browser-") as made:
        library = (asked.folder or Path(made)) / "library"
        if not library.exists():
            library.mkdir(parents=True)
            os.environ["TRELLIS_HOME"] = str(library.parent / "home")
            print("making the studies …", file=sys.stderr, flush=True)
            make_library(library)
        print(f"load {os.getloadavg()[0]:.1f}, pace {pace_ms():.0f} ms, {WIDE} × {HIGH}")
        with _page(library) as (page, address):
            measuring = Measuring(page, address, quick=asked.quick)
            for name in asked.only:
                SCREENS[name](measuring)
    print("| what | steps | on screen, median | p95 | best | main thread, median | p95 | limit, ms |")
    print("|---|--:|--:|--:|--:|--:|--:|---|")
    for taken in measuring.taken:
        print(taken.line())
    print(f"load {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
