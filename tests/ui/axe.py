"""Accessibility of what is on screen: axe-core from the pages' own packages, WCAG 2.2 A and AA and best practice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
# What turns for ever, such as a sign that something is being read, is not waited for.
SETTLED = """() => Promise.allSettled(document.getAnimations()
  .filter(each => each.effect.getComputedTiming().endTime !== Infinity).map(each => each.finished))"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """A line for each violation: its rule, and the first places where it occurs."""
    # Evaluated by the browser's own protocol, which the page's security policy does not reach.
    page.evaluate(AXE.read_text("utf-8"))
    # A colour that is still on its way would be measured halfway.
    page.evaluate(SETTLED)
    found: list[dict[str, Any]] = page.evaluate(
        "async tags => (await axe.run(document, {runOnly: tags})).violations", TAGS
    )
    return [f"{each['id']}: {[node['target'] for node in each['nodes']][:4]}" for each in found]


def violations_in_both_schemes(page: Page) -> list[str]:
    """The violations in light and in dark."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_function("s => document.documentElement.dataset.mantineColorScheme === s", arg=scheme)
        found += [f"{scheme} {line}" for line in violations(page)]
    return found
