from __future__ import annotations

import csv
import json

import pytest
from docx import Document

from tests.cli.conftest import INTERVIEW

ROUND = "spring"
MORE = INTERVIEW.replace("I drive, mostly.", "I drive, mostly. Nobody tells me where.")


@pytest.fixture
def double(trellis, tmp_path):
    (tmp_path / "one.txt").write_text(MORE, "utf-8")
    trellis("new", "s")
    trellis("import", "s", tmp_path / "one.txt")
    trellis("framework", "add", "s", "Work")
    trellis("framework", "add", "s", "Team")
    trellis("rounds", "open", "s", ROUND, "--blind")
    for coder, theme, quote in (
        ("Ana", "1", "I drive, mostly."),
        ("Ben", "2", "I drive, mostly."),
        ("Ana", "1", "Wherever Moira is."),
        ("Ben", "1", "Wherever Moira is."),
    ):
        answer = trellis("index", "code", "s", "one", theme, "--quote", quote, "--coder", coder, "--round", ROUND)
        assert answer.code == 0, answer.err
    return trellis


def test_a_round_is_opened_closed_and_adopted(double):
    assert "is closed" in double("rounds", "close", "s", ROUND).err
    assert "would be the index" in double("rounds", "adopt", "s", ROUND, "--dry-run").err
    assert "in the place of “main” (0)" in double("rounds", "adopt", "s", ROUND).err

    row = json.loads(double("rounds", "list", "s", "--json").out)[1]
    assert (row["round"], row["blind"], row["state"], row["index"]) == (ROUND, "blind", "closed", "adopted")


def test_disagreements_wait_for_the_round_to_be_closed(double):
    assert "close it first" in double("rounds", "disagreements", "s", ROUND).err


def test_disagreements_are_shown_with_words_readings_and_what_was_settled(double):
    double("rounds", "close", "s", ROUND)

    shown = double("rounds", "disagreements", "s", ROUND)
    assert "⟦I drive, mostly.⟧" in shown.out
    assert "Ana: 1 Work" in shown.out
    assert "1 disagreements, 1 of them not settled" in shown.err

    settled = double("rounds", "settle", "s", ROUND, "1", "--adopt", "Ben", "--reason", "It is the team's car")
    assert "1 is settled (one reading adopted); index: 1 came in" in settled.err
    [row] = json.loads(double("rounds", "disagreements", "s", ROUND, "--state", "settled", "--json").out)
    assert (row["outcome"], row["reason"], row["settled by"]) == ("Ben adopted", "It is the team's car", "Ana")
    assert "Ben adopted, Ana: It is the team's car" in double("rounds", "disagreements", "s", ROUND).out


def test_one_outcome_is_given_and_a_reason(double):
    double("rounds", "close", "s", ROUND)

    assert "say one outcome" in double("rounds", "settle", "s", ROUND, "1", "--reason", "x").err
    assert "say one outcome" in double("rounds", "settle", "s", ROUND, "1", "--both", "--defer", "--reason", "x").err
    assert double("rounds", "settle", "s", ROUND, "1", "--both").code == 2
    assert "(deferred); 0 wait" in double("rounds", "settle", "s", ROUND, "1", "--defer", "--reason", "x").err
    changed = double("rounds", "settle", "s", ROUND, "1", "--definition-changed", "--reason", "x")
    assert "(definition changed)" in changed.err


def test_a_round_is_carried_into_the_index_after_a_look(double):
    double("rounds", "close", "s", ROUND)
    double("rounds", "settle", "s", ROUND, "1", "--both", "--reason", "two things")

    assert "1 codings would come into “main”" in double("rounds", "carry", "s", ROUND, "--dry-run").err
    done = double("rounds", "carry", "s", ROUND, "--json")

    assert "1 codings came into “main”" in done.err
    assert json.loads(done.out)[0] == {"codings": "agreed", "added": 1, "taken out": 0, "there already": 0}
    assert len(json.loads(double("index", "list", "s", "--json").out)) == 3


def test_disagreements_go_to_the_meeting_as_word_or_spreadsheet(double, tmp_path):
    double("rounds", "close", "s", ROUND)

    assert "is written" in double("rounds", "disagreements", "s", ROUND, "-o", "meeting.docx").err
    assert "is written" in double("rounds", "disagreements", "s", ROUND, "-o", "meeting.csv").err

    paper = Document(str(tmp_path / "meeting.docx"))
    assert any("I drive, mostly." in paragraph.text for paragraph in paper.paragraphs)
    assert "Ana chose,Ben chose" in (tmp_path / "meeting.csv").read_text("utf-8-sig")
    assert "already there" in double("rounds", "disagreements", "s", ROUND, "-o", "meeting.csv").err
    assert double("rounds", "disagreements", "s", ROUND, "-o", "meeting.csv", "--replace").code == 0
    assert "end its name in .docx or .csv" in double("rounds", "disagreements", "s", ROUND, "-o", "meeting.pdf").err


def test_figures_are_given_when_they_are_asked_for(double):
    double("rounds", "close", "s", ROUND)

    answer = json.loads(double("rounds", "agreement", "s", ROUND, "--json").out)
    by_pair = json.loads(double("rounds", "agreement", "s", ROUND, "--pairs", "--said", "--main", "--json").out)

    assert [row["theme"] for row in answer] == ["all themes", "Work", "Team"]
    assert (by_pair[0]["one"], by_pair[0]["other"]) == ("Ana", "Ben")
    assert "not who is right" in double("rounds", "agreement", "s", ROUND).out


def test_the_list_comes_back_from_the_meeting_with_its_outcomes(double, tmp_path):
    double("rounds", "close", "s", ROUND)
    double("rounds", "disagreements", "s", ROUND, "-o", "meeting.csv")
    with (tmp_path / "meeting.csv").open(encoding="utf-8-sig", newline="") as lines:
        [row] = csv.DictReader(lines)
    row.update(outcome="Ben adopted", reason="It is the team's car")
    with (tmp_path / "meeting.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, row.keys())
        writer.writeheader()
        writer.writerow(row)

    told = double("rounds", "settle-list", "s", ROUND, "meeting.csv", "--dry-run")
    done = double("rounds", "settle-list", "s", ROUND, "meeting.csv")

    assert "1 would be settled" in told.err
    assert "1 are settled, 0 were so already, 0 have no outcome, 0 refused" in done.err
    assert "1 were so already" in double("rounds", "settle-list", "s", ROUND, "meeting.csv").err
    (tmp_path / "meeting.csv").write_text("item,outcome,reason\ncoding:1,both stand,x\n", "utf-8")
    assert "have changed since" in double("rounds", "settle-list", "s", ROUND, "meeting.csv").out
