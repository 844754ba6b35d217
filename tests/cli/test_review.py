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
