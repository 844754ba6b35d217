from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.cli.on_new_study import on_new_study
from trellis.cli.main import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Commands on a study whose column “Training” (1) holds two statements."""
    monkeypatch.setenv("COLUMNS", "200")
    run = on_new_study(tmp_path, monkeypatch)
    run("framework", "add", "Training")
    run("chart", "write", "one", "1", "Two days at the hospital.")
    run("chart", "write", "one", "1", "It was enough.")
    return run


def sheet(run):
    return json.loads(run("worksheet", "show", "1", "--json").stdout)


def test_a_column_from_its_data_to_a_category(run):
    run("worksheet", "draw", "1", "A short course", "--from", "1")
    run("worksheet", "draw", "1", "Enough for them", "--from", "1-2")
    run("worksheet", "category", "1", "Taught", "--of", "1", "--class", "How they learn")
    run("worksheet", "group", "1", "2", "Taught")

    assert [(row["data"], row["element"], row["category"], row["class"]) for row in sheet(run)] == [
        ("Two days at the hospital.", "A short course", "Taught", "How they learn"),
        ("Two days at the hospital.", "Enough for them", "Taught", "How they learn"),
        ("It was enough.", "Enough for them", "Taught", "How they learn"),
    ]
    assert json.loads(run("worksheet", "list", "--json").stdout)[0]["not drawn from"] == 0


def test_the_three_tables_are_shown_with_numbers_to_refer_to(run):
    run("worksheet", "draw", "1", "A short course", "--from", "1")

    shown = run("worksheet", "show", "1")

    assert "1 Training: data" in shown.stdout
    assert "A short course" in shown.stdout
    assert "1 statements not drawn from, 1 elements in no category" in shown.stderr


def test_elements_are_mended(run):
    run("worksheet", "draw", "1", "A short course", "--from", "1")
    run("worksheet", "draw", "1", "Enough", "--from", "2")
    run("worksheet", "reword", "1", "2", "Enough for them")
    run("worksheet", "link", "1", "1", "--from", "2")
    run("worksheet", "unlink", "1", "1", "--from", "1")
    run("worksheet", "order", "1", "2", "--to", "1")
    assert [row["element"] for row in sheet(run)] == [None, "Enough for them", "A short course"]

    run("chart", "edit", "one", "1", "2", "It was enough for him.")
    assert json.loads(run("worksheet", "list", "--json").stdout)[0]["to look at"] == 2
    run("worksheet", "confirm", "1", "1,2")
    assert json.loads(run("worksheet", "list", "--json").stdout)[0]["to look at"] == 0
    run("worksheet", "join", "1", "1,2")
    run("worksheet", "remove", "1", "1")
    assert [row["element"] for row in sheet(run)] == [None, None]


def test_elements_go_to_another_column_and_into_a_file(run, tmp_path):
    run("framework", "add", "Courses")
    run("worksheet", "draw", "1", "A short course", "--from", "1")
    run("worksheet", "move", "1", "1", "--to", "2")

    run("worksheet", "export", "1", str(tmp_path / "training.docx"))

    assert (tmp_path / "training.docx").stat().st_size > 1000
    assert "A short course" in run("worksheet", "show", "2").stdout


def test_a_line_that_is_not_there_is_refused_with_how_many_there_are(run, tmp_path):
    said = ["worksheet", "draw", str(tmp_path / "s.trellis"), "1", "Nothing", "--from", "7"]

    done = CliRunner().invoke(app, said)

    assert done.exit_code == 1
    assert "2 lines of data" in str(done.exception or done.output)
