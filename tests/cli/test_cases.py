from __future__ import annotations

import json

import pytest

from tests.cli.on_new_study import on_new_study


@pytest.fixture
def run(tmp_path, monkeypatch):
    return on_new_study(tmp_path, monkeypatch)


def test_a_dry_run_shows_types_and_what_would_be_refused(run, tmp_path):
    (tmp_path / "p.csv").write_text("case,band\nA,3\nB,9\n", "utf-8")

    done = run("cases", "import", str(tmp_path / "p.csv"), "--type", "band=ordered:3,4", "--dry-run")

    assert "ordered category" in done.stdout
    assert "line 3, band: “9” refused" in done.stderr
    assert (
        run("cases", "list", "--csv").stdout
        == "case,kind,status,speaks in,spoken of in,belongs to\none,person,took part,1,0,\n"
    )


def test_a_case_from_its_making_to_its_removal(run):
    run("cases", "add", "Ann")
    run("cases", "add", "North", "--kind", "site", "--note", "a mill town")
    run("cases", "rename", "Ann", "Anna")
    run("cases", "move", "North", "--before", "Anna")
    run("cases", "status", "Anna", "agreed")
    run("cases", "belongs", "Anna", "North", "--since", "2004-09-01")
    run("cases", "link", "North", "one", "--about", "--turns", "1-2")

    assert run("cases", "list", "--csv").stdout.splitlines()[1:] == [
        "one,person,took part,1,0,",
        "North,site,,0,1,",
        "Anna,person,agreed,0,0,North",
    ]

    run("cases", "link", "North", "one", "--about", "--turns", "1-2", "--remove")
    run("cases", "belongs", "Anna", "North", "--not")
    run("cases", "remove", "North")
    assert "North" not in run("cases", "list").stdout


def test_labels_are_shown_and_put_right(run):
    run("cases", "label", "P1", "participant", "--case", "Ann", "--source", "one")

    labels = json.loads(run("cases", "labels", "--json").stdout)
    assert [(row["label"], row["role"], row["case"]) for row in labels] == [
        ("INT", "interviewer", None),
        ("P1", "participant", "Ann"),
    ]


def test_facts_come_out_of_names(run):
    done = run("cases", "from-names", "o{rest}", "--type", "rest=text")

    assert "1 values set" in done.stderr
