from __future__ import annotations

import json

import pytest

from tests.cli.on_new_study import on_new_study


@pytest.fixture
def run(tmp_path, monkeypatch):
    return on_new_study(tmp_path, monkeypatch)


def listed(run, *more):
    return json.loads(run("memo", "list", "--json", *more).stdout)


def test_a_memo_from_its_writing_to_its_removal(run):
    run("memo", "add", "She said it twice.", "--source", "one", "--segment", "3-9", "--kind", "field note")
    run("memo", "add", "Kept.", "--kind", "decision", "--present", "Ana", "--present", "Ben", "--on", "2009-04-23")
    decision = listed(run, "--kind", "decision")[0]
    number = str(decision["memo"])

    assert decision["who was there"] == "Ana; Ben"
    assert [memo["about"] for memo in listed(run, "--search", "twice")] == ["source one 3–9"]

    run("memo", "edit", number, "--text", "Kept for now.")
    assert json.loads(run("memo", "show", number, "--json").stdout)[0]["text"] == "Kept for now."

    run("memo", "remove", number)
    assert len(listed(run)) == 1


def test_memos_come_in_with_what_is_unknown_named(run, tmp_path):
    (tmp_path / "m.csv").write_text("kind,about,text\ndecision,framework v1,Agreed.\ngossip,one,No.\n", "utf-8")

    done = run("memo", "import", str(tmp_path / "m.csv"))

    assert "line 2: nothing here is called “framework v1”" in done.stderr
    assert "line 3: “gossip” is no kind of memo" in done.stderr
    assert [memo["text"] for memo in listed(run)] == ["[framework v1] Agreed."]
