from __future__ import annotations

import io
import json

import pytest
from docx import Document
from typer.testing import CliRunner

from tests.review.making import SHEET, TRANSCRIPTS
from trellis.cli.main import app

DESK = "I had no desk and no computer for the first six weeks"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "transcripts").mkdir()
    for name, text in TRANSCRIPTS.items():
        (tmp_path / "transcripts" / name).write_text(text, "utf-8")
    (tmp_path / "people.csv").write_text("\n".join(",".join(row) for row in SHEET) + "\n", "utf-8")
    (tmp_path / "sound.md").write_text(f"# Draft\n\n## Findings\n\nOne said: “{DESK}” (STR worker, site 1).\n", "utf-8")
    (tmp_path / "faulty.md").write_text(
        f"# Draft\n\n## Findings\n\nOne said: “{DESK}” (graduate worker, site 2).\n", "utf-8"
    )
    return tmp_path


def run(files, manuscript: str, *more: str):
    words = ["--manuscript", str(files / manuscript), "--sources", str(files / "transcripts")]
    return CliRunner().invoke(app, ["review", *words, "--sample", str(files / "people.csv"), *more])


def test_a_sound_manuscript_ends_in_0(files):
    answer = run(files, "sound.md")

    assert (answer.exit_code, "1 quotations, 1 found in 6 transcripts" in answer.stdout) == (0, True)


def test_something_wrong_ends_in_2_and_is_told(files):
    answer = run(files, "faulty.md")

    assert answer.exit_code == 2
    assert "attribution-mismatch" in answer.stdout


def test_json_holds_the_whole_review(files):
    answer = run(files, "faulty.md", "--json")

    assert [remark["check"] for remark in json.loads(answer.stdout)["remarks"]] == ["attribution-mismatch"]


def test_a_waiver_lets_a_remark_stand_with_its_reason(files):
    settings = files / "review.toml"
    settings.write_text('[[waiver]]\ncheck = "attribution-mismatch"\nreason = "the manager read it out"\n', "utf-8")

    answer = run(files, "faulty.md", "--settings", str(settings), "--all")

    assert answer.exit_code == 0
    assert "the manager read it out" in answer.stdout


def test_the_commented_document_is_written(files):
    run(files, "faulty.md", "-o", str(files / "out.docx"))

    made = Document(io.BytesIO((files / "out.docx").read_bytes()))
    assert len(list(made.comments)) == 1


def test_a_folder_without_transcripts_is_told(files):
    (files / "empty").mkdir()

    answer = CliRunner().invoke(
        app, ["review", "--manuscript", str(files / "sound.md"), "--sources", str(files / "empty")]
    )

    assert answer.exit_code == 1
    assert "there are no transcripts" in str(answer.exception)


def test_without_a_sample_questions_about_people_keep_quiet(files):
    answer = CliRunner().invoke(
        app, ["review", "--manuscript", str(files / "faulty.md"), "--sources", str(files / "transcripts")]
    )

    assert answer.exit_code == 0
    assert "no sample sheet was given" in answer.stdout


@pytest.fixture
def reviewed(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_LIBRARY", str(tmp_path / "library"))
    runner = CliRunner()
    (tmp_path / "library").mkdir()
    runner.invoke(app, ["new", "keys", "--as", "Ana"])
    runner.invoke(app, ["finding", "add", "keys", "Keys are a matter of luck.", "--as", "Ana"])
    runner.invoke(app, ["finding", "status", "keys", "1", "ready", "--as", "Ana"])
    return lambda *words: runner.invoke(app, ["review", *words])


def test_a_study_with_something_wrong_ends_in_2_and_one_without_in_0(reviewed):
    assert reviewed("keys").exit_code == 2

    key = next(p["key"] for p in json.loads(reviewed("keys", "--json").stdout)["points"] if p["level"] == "wrong")
    answer = reviewed("keys", "--waive", key, "--reason", "it is a draft", "--all", "--as", "Ana")

    assert (answer.exit_code, "Reason (Ana): it is a draft" in answer.stdout) == (0, True)
    assert reviewed("keys", "--unwaive", key, "--as", "Ana").exit_code == 2


def test_the_review_of_a_study_is_written_as_a_document(reviewed, tmp_path):
    reviewed("keys", "-o", str(tmp_path / "review.docx"))

    words = [paragraph.text for paragraph in Document(str(tmp_path / "review.docx")).paragraphs]
    assert any("Nothing is given as evidence for it." in each for each in words)


@pytest.mark.parametrize("words", [[], ["keys", "--manuscript", "draft.md"]])
def test_a_study_or_a_manuscript_is_wanted_and_not_both(reviewed, words):
    answer = reviewed(*words)

    assert answer.exit_code == 1
