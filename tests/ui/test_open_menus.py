"""What opens on top of a page: menus, lists, dialogs, messages. While it is open nobody is kept out, and the keyboard
that opened it leaves it and stands where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.test_lenses import LENS
from trellis.bootstrap import open_study
from trellis.study.chart_given import OnCell
from trellis.study.worksheet_given import Datum

KEY = {"menu": "Enter", "listbox": "ArrowDown"}
"""What opens each kind."""
OPENERS = "[aria-haspopup=menu]:not(:disabled), [aria-haspopup=listbox]:not(:disabled, [data-names])"
"""Without the fields of a worksheet that name what was chosen: Escape leads from them to the list."""
DIFFERENT = """openers => {
  const seen = new Set();
  return openers.flatMap((each, at) => {
    const name = (each.labels?.[0]?.innerText ?? each.getAttribute('aria-label') ?? each.innerText).trim();
    const like = name.replaceAll(/\\d+|“.*”/g, '');
    if (each.offsetParent === null || seen.has(like)) return [];
    seen.add(like);
    return [[at, name]];
  });
}"""
"""Those in sight, by their place and name; of several that differ by a number only, the first."""
WHOLE = """opened => {
  const box = opened.getBoundingClientRect();
  const corners = [box.left + 3, box.right - 3].flatMap(x => [box.top + 3, box.bottom - 3].map(y => [x, y]));
  return corners.every(([x, y]) => opened.contains(document.elementFromPoint(x, y)));
}"""
"""Whether all corners of what is open are in sight."""
SCREENS = {
    "sample": {"Kind", "role", "site"},
    "sample?view=table": {"Rows", "Columns", "Split each count by", "Count"},
    "sample?view=quotas": {"role", "site"},
    "sources": {"Kind", "Wave", "Read", "Indexed"},
    "memos": {"Kind", "About", "Who"},
    "framework": {"What can be done"},
    "framework?view=todo": {"What", "Theme", "Where", "Theme to allocate to"},
    "framework?view=versions": {"Between", "and"},
    "read": {"Kind", "Read"},
    "search?q=supervision": {"Source", "Case", "Speaker", "Indexed under", "role"},
    "sort": {"Theme", "Grouped by", "Show"},
    "chart": {"Themes", "Rows with", "Group rows by", "Cells", "Export", "What can be done with statement 1"},
    "queue": {"Who", "Does what", "Source", "Case", "Theme"},
    "explore": {"Columns", "Rows", "Count"},
    "explore?view=together": {"Themes", "Count"},
    "explore?view=groups": {"Theme", "Groups"},
    "explore?view=voices": {"Quotations", "Group people by"},
    "lenses/standing": {"Drawn as"},
    "lenses/standing?view=judge&kind=case&unit=Maureen": {"Whom or what to judge", "How sure"},
    "lenses/standing?view=compare": {"Down", "Across"},
    "findings": {"What it is", "How far it is", "Attributes", "Cases, sites, teams", "Themes", "Follows from"},
    "panel": {"Theme to read", "Theme that it is about"},
    "history": {"Who", "What"},
}
"""Each screen with what opens there; more may open than is named."""
DIALOGS = {
    "overview": ("", ["Make a study from part of it"], "Make a study from part of this one"),
    "case": ("sample", ["Add a case"], "Add a case"),
    "attribute": ("sample", ["Add an attribute"], "Add an attribute"),
    "paste": ("sample", ["Paste a block"], "Paste a block from a spreadsheet"),
    "theme": ("framework", ["New theme"], "New main theme"),
    "code": ("framework", ["Code"], "New open code"),
    "version": ("framework", ["Keep as a version"], "Keep the framework as a version"),
    "sub-theme": ("framework", ["What can be done", "Add sub-themes"], "New sub-theme of 1 Coming to the role"),
    "move": ("framework", ["What can be done", "Move"], "Move 1 Coming to the role"),
    "merge": ("framework", ["What can be done", "Merge into another"], re.compile("^Merge")),
    "split": ("framework", ["What can be done", "Split"], re.compile("^Split")),
    "retire": ("framework", ["What can be done", "Retire"], "Retire 1 Coming to the role"),
    "round": ("team", ["Open a round"], "Open a round"),
    "override": ("lenses/standing?view=judge&kind=case&unit=Maureen", ["Override"], "Override the outcome"),
    "finding": ("findings", ["Write a finding"], "Write a finding"),
    "provision": ("explore?view=intent", ["Add a provision"], "Add a provision"),
}
"""A screen, what is pressed on it one after the other, and what the dialog is called."""


@pytest.fixture
def study(roles, on_example, complaints):
    """The page, and how to go to a screen of the example study, which has a lens, a judgement and a finding."""
    with open_study(on_example.library / "roles.trellis", "Cleo") as opened:
        opened.lenses.add_text(LENS)
        held = opened.worksheets.draw("4.3", "Says no by herself", [Datum(1)])
        opened.worksheets.add_category("4.3", "Held alone", elements=[held])
        opened.lenses.judge("standing", "Maureen", "told", "no", judge="Ana", evidence=[OnCell("Maureen", "1.2")])
        for claim in ("Nobody was told what the post was.", "Ask of every team where a request is spoken."):
            opened.findings.add(claim)

    def go(path: str) -> Page:
        roles.goto(f"{on_example.address}/s/roles/{path}")
        expect(roles.get_by_role("heading", level=1)).to_be_visible()
        read(roles)
        return roles

    return go


def read(page: Page) -> None:
    """Waits until nothing is being read any more."""
    expect(page.get_by_role("status").filter(has_text="Reading")).to_have_count(0)
    expect(page.locator("main .mantine-Loader-root")).to_have_count(0)


def opened_one_by_one(
    page: Page, within: Locator, wanted: AbstractSet[str] = frozenset()
) -> tuple[set[str], list[str]]:
    """What was opened, by name, and the violations while it was; opened, left and come back from by keyboard.

    wanted: what must be there before anything is opened; parts of a screen come one after the other.
    """
    openers = within.locator(OPENERS)
    expect(openers.first).to_be_visible()
    for name in sorted(wanted):
        called = page.get_by_label(name).or_(page.get_by_role("button", name=name))
        expect(openers.and_(called).first).to_be_visible()
    names, found = set(), []
    for at, name in openers.evaluate_all(DIFFERENT):
        opener = openers.nth(at)
        opener.focus()
        page.keyboard.press(KEY[opener.get_attribute("aria-haspopup") or ""])
        expect(opener).to_have_attribute("aria-expanded", "true")
        shown(page, opener)
        found += [f"{name}: {line}" for line in violations_in_both_schemes(page)]
        page.keyboard.press("Escape")
        expect(opener).to_have_attribute("aria-expanded", "false")
        expect(opener).to_be_focused()
        names.add(name)
    return names, found


def shown(page: Page, opener: Locator) -> None:
    """What was opened is in sight; the focus stands on a menu's first entry, and stays in the field of a list."""
    if opener.get_attribute("aria-haspopup") == "menu":
        expect(page.get_by_role("menu")).to_be_visible()
        expect(page.locator("[role=menu] [role^=menuitem]:not(:disabled)").first).to_be_focused()
    else:
        expect(page.get_by_role("listbox")).to_be_visible()
        expect(opener).to_be_focused()
    opened = page.locator("[role=menu]:visible, [role=listbox]:visible")
    if opener.evaluate("opener => opener.closest('[aria-modal=true]') !== null"):
        assert opened.evaluate("opened => opened.closest('[aria-modal=true]') !== null"), "out of reach of who hears it"
    expect_whole(opened)


def expect_whole(opened: Locator) -> None:
    """Nothing of what is open is cut off or covered, and none of it lies outside the window."""
    opened.page.wait_for_function(WHOLE, arg=opened.element_handle())


@pytest.mark.parametrize("path", SCREENS)
def test_what_opens_on_a_screen_keeps_nobody_out(study, path, complaints):
    page = study(path)
    if path == "findings":
        page.get_by_role("button", name="Change", exact=True).click()

    names, found = opened_one_by_one(page, page.get_by_role("main"), SCREENS[path])

    assert found == []
    assert SCREENS[path] <= names
    assert complaints == []


@pytest.mark.parametrize("dialog", DIALOGS)
def test_a_dialog_and_what_opens_in_it_keep_nobody_out(study, dialog):
    path, presses, name = DIALOGS[dialog]
    page = study(path)
    for press in presses:
        page.get_by_role("menuitem" if press != presses[0] else "button", name=press).first.press("Enter")
    there = page.get_by_role("dialog", name=name)
    expect(there).to_be_visible()

    found = violations_in_both_schemes(page)
    if there.locator(OPENERS).count() > 0:
        found += opened_one_by_one(page, there)[1]

    assert found == []
    there.get_by_role("button", name="Close", exact=True).press("Enter")
    expect(there).to_have_count(0)


@pytest.mark.parametrize("link", ["01-maureen"])
def test_the_reader_and_its_fast_list_keep_nobody_out(study, link):
    page = study("read")
    page.get_by_role("link", name=link).click()
    expect(page.get_by_role("region", name=f"Text of {link}")).to_be_visible()

    names, found = opened_one_by_one(page, page.get_by_role("main"))
    page.get_by_role("button", name="Fast list").press("Enter")
    expect(page.get_by_role("dialog", name="Fast list")).to_be_visible()

    assert found + violations_in_both_schemes(page) == []
    assert {"Theme", "Coder"} <= names


def test_the_chart_of_a_case_and_a_worksheet_keep_nobody_out(study):
    page = study("chart")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1, name="Chart of Maureen")).to_be_visible()
    names, found = opened_one_by_one(page, page.get_by_role("main"))

    page = study("worksheet")
    page.get_by_role("link", name=re.compile("^4.3")).click()
    expect(page.get_by_role("region", name="Data")).to_be_visible()
    more, also = opened_one_by_one(page, page.get_by_role("main"))

    assert found + also == []
    assert {"Themes", "Column", "Export"} <= names | more


def test_an_extract_is_moved_in_a_dialog_that_keeps_nobody_out(study):
    page = study("sort")
    page.get_by_role("link", name=re.compile("^5.1")).click()
    page.get_by_role("button", name="Move …").first.press("Enter")
    dialog = page.get_by_role("dialog", name="Move this extract")

    assert opened_one_by_one(page, dialog) == ({"To another theme"}, [])


def test_suggesting_what_was_found_keeps_nobody_out(study):
    page = study("search?q=supervision")
    page.get_by_role("checkbox", name=re.compile("^Choose:")).first.check()
    page.get_by_role("button", name="Suggest 1 under a theme").press("Enter")

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("combobox", name="Theme")).to_be_focused()
    found = violations_in_both_schemes(page)
    for name in ("Theme", "How much of the text"):
        dialog.get_by_role("combobox", name=name).focus()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("listbox", name=name)).to_be_visible()
        found += violations_in_both_schemes(page)

    assert found == []


def test_escape_closes_a_list_and_then_the_small_dialog_that_it_is_in(study):
    page = study("search?q=supervision")
    page.get_by_role("checkbox", name=re.compile("^Choose:")).first.check()
    page.get_by_role("button", name="Suggest 1 under a theme").press("Enter")
    field = page.get_by_role("dialog").get_by_role("combobox", name="How much of the text")
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox", name="How much of the text")).to_be_visible()

    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Suggest 1 under a theme")).to_be_focused()


def test_escape_closes_the_reasons_of_an_empty_cell_and_then_leads_to_the_grid(study):
    page = study("chart")
    for name in ("Statement 2", "Statement 1"):
        page.get_by_role("button", name=f"What can be done with {name.lower()}").click()
        page.get_by_role("menuitem", name="Remove").click()
        expect(page.get_by_role("textbox", name=name)).to_have_count(0)
    reasons = page.get_by_role("combobox", name="Why the cell is empty")
    page.get_by_role("grid", name="Framework matrix").focus()
    page.keyboard.press("-")
    expect(page.get_by_role("option", name="not asked")).to_be_visible()

    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(reasons).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.get_by_role("grid", name="Framework matrix")).to_be_focused()


@pytest.mark.parametrize("pressed", ["New study", "Import a study", "Example studies", "More about"])
def test_what_opens_over_the_list_of_studies_keeps_nobody_out(study, on_example, pressed):
    page = study("")
    page.goto(on_example.address)
    page.get_by_role("button", name=pressed).press("Enter")
    expect(page.locator("[role=dialog], [role=menu]")).to_be_visible()

    assert violations_in_both_schemes(page) == []
    if pressed == "More about":
        page.get_by_role("menuitem", name="Delete").press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations_in_both_schemes(page) == []


def test_the_palette_the_shortcuts_a_hint_and_messages_keep_nobody_out(study):
    page = study("chart")
    page.keyboard.press("Control+k")
    page.keyboard.type("sup")
    expect(page.get_by_role("dialog").get_by_text("5 Supervision and support", exact=True)).to_be_visible()
    found = violations_in_both_schemes(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    found += violations_in_both_schemes(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^.1. turn")).first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    found += violations_in_both_schemes(page)
    page.keyboard.press("Control+z")
    expect(page.get_by_role("alert")).to_be_visible()

    assert found + violations_in_both_schemes(page) == []
