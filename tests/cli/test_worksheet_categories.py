from __future__ import annotations

import json

import pytest

from tests.cli.on_new_study import on_new_study


@pytest.fixture
def run(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)
    run("framework", "add", "Training")
    run("chart", "write", "one", "1", "Two days at the hospital.")
    run("worksheet", "draw", "1", "A short course", "--from", "1")
    return run


def category(run):
    return json.loads(run("worksheet", "show", "1", "--json").stdout)[0]["category"]


def test_categories_are_made_changed_joined_ordered_and_removed(run):
    run("worksheet", "category", "1", "Taught", "--of", "1", "--definition", "By anybody")
    run("worksheet", "category", "1", "Courses")
    run("worksheet", "change-category", "1", "Taught", "--name", "Taught by others")
    assert category(run) == "Taught by others"

    run("worksheet", "order-category", "1", "Courses", "--to", "1")
    run("worksheet", "join-categories", "1", "Courses", "Taught by others")
    assert category(run) == "Courses"

    run("worksheet", "remove-category", "1", "Courses")
    assert category(run) is None
