from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.keeping import expect_kept


@pytest.fixture
def tree(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/framework")
    expect(roles.get_by_role("tree", name="Framework")).to_be_visible()
    return roles


def item(page, name):
    return page.get_by_role("treeitem", name=name)


def test_a_theme_is_moved_by_keyboard_and_back_by_undo(tree, complaints):
    item(tree, "1.2 What the post was said to be").click()
    tree.get_by_role("tree").focus()
    tree.keyboard.press("Alt+ArrowUp")
    expect(item(tree, "1.1 What the post was said to be")).to_be_visible()

    tree.keyboard.press("Control+z")

    expect(item(tree, "1.2 What the post was said to be")).to_be_visible()
    assert complaints == []


def test_a_theme_is_moved_by_dragging(tree):
    item(tree, "1.3 Training and preparation").drag_to(item(tree, "2.1 Tasks and the usual week"))

    expect(item(tree, "2.1.1 Training and preparation")).to_be_visible()


def test_a_theme_is_renamed_where_it_stands(tree):
    item(tree, "1.1 Routes in and earlier work").click()
    tree.get_by_role("tree").focus()
    tree.keyboard.press("F2")
    tree.get_by_label("Name of the theme").fill("Ways in")
    tree.keyboard.press("Enter")

    expect(item(tree, "1.1 Ways in")).to_be_visible()


def test_a_split_theme_is_worked_through_as_a_queue(tree):
    item(tree, "1.3 Training and preparation").click()
    tree.get_by_role("button", name="What can be done").click()
    tree.get_by_role("menuitem", name="Split").click()
    tree.get_by_label("New themes").fill("Courses\nLearning on the job")
    tree.get_by_role("dialog").get_by_role("button", name="Split").click()
    expect(item(tree, "1.3 Courses")).to_be_visible()

    tree.get_by_text("To look at again", exact=True).click()
    tree.get_by_role("button", name="Theme", exact=True).first.click()
    tree.get_by_role("menuitemcheckbox", name="Training and preparation").click()
    tree.keyboard.press("Escape")
    rows = tree.get_by_role("checkbox", name="allocate coding: “Training and preparation”")
    expect(rows.first).to_be_visible()
    before = rows.count()
    rows.first.check()
    tree.get_by_role("combobox", name="Theme to allocate to").click()
    tree.get_by_role("option", name="1.3 Courses").click()
    tree.get_by_role("button", name="Allocate").click()

    expect(rows).to_have_count(before - 1)


def test_a_definition_is_kept_on_leaving_its_field(tree):
    item(tree, "1.1 Routes in and earlier work").click()
    expect(tree.get_by_role("heading", level=2, name="1.1 Routes in and earlier work")).to_be_visible()
    tree.get_by_label("Definition").fill("How somebody came to it.")
    tree.get_by_label("Include").focus()
    expect_kept(tree)

    tree.reload()

    expect(tree.get_by_label("Definition")).to_have_value("How somebody came to it.")


@pytest.mark.parametrize("view", ["", "?view=todo", "?view=versions"], ids=["tree", "todo", "versions"])
def test_the_framework_is_accessible(roles, on_example, view):
    roles.goto(f"{on_example.address}/s/roles/framework{view}")
    expect(roles.get_by_role("heading", name="Framework", exact=True)).to_be_visible()
    expect(roles.get_by_role("status").filter(has_text="Reading")).to_have_count(0)

    assert violations_in_both_schemes(roles) == []


def test_a_framework_is_typed_at_once_and_undone_at_once(tree):
    tree.get_by_role("tree").focus()
    tree.keyboard.press("n")
    dialog = tree.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Name").fill("Afterwards\n  Looking back\n  Looking ahead\nAdvice")
    dialog.get_by_role("button", name="Add 4").click()
    # New themes stand last, below what the window showed; one goes on from the first of them.
    expect(item(tree, re.compile(r"^\d+ Afterwards"))).to_be_in_viewport()
    expect(item(tree, re.compile(r"^\d+ Afterwards"))).to_have_attribute("aria-selected", "true")
    tree.get_by_role("tree").press("End")
    expect(item(tree, re.compile(r"^\d+\.2 Looking ahead"))).to_be_visible()
    expect(item(tree, re.compile(r"^\d+ Advice"))).to_be_visible()

    tree.get_by_role("tree").focus()
    tree.keyboard.press("Control+z")

    expect(item(tree, re.compile("Advice"))).to_have_count(0)
    expect(item(tree, re.compile("Looking"))).to_have_count(0)


def test_a_new_sub_theme_is_in_sight_where_its_main_theme_was_closed_and_another_stood_at_the_cursor(tree):
    last = item(tree, re.compile("^8 Where it leads"))
    tree.get_by_role("tree").press("End")
    tree.get_by_role("tree").press("ArrowLeft")
    expect(last).to_have_attribute("aria-selected", "true")
    tree.get_by_role("tree").press("ArrowLeft")
    expect(last).to_have_attribute("aria-expanded", "false")
    tree.get_by_role("tree").press("s")
    tree.get_by_role("dialog").get_by_role("textbox", name="Name").fill("Leaving")
    tree.get_by_role("dialog").get_by_role("button", name="Add", exact=True).click()

    new = item(tree, "8.5 Leaving")
    expect(new).to_be_in_viewport()
    expect(new).to_have_attribute("aria-selected", "true")
    expect(tree.get_by_role("complementary", name="About Leaving")).to_be_visible()
