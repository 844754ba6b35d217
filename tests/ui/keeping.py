"""Waiting for what was written: a page that ends before the answer takes it along, so it asks before it goes."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def expect_kept(page: Page) -> None:
    """Waits until nothing that was written on the page waits for its answer."""
    expect(page.locator("[role=status][data-waiting]")).to_have_attribute("data-waiting", "0")
