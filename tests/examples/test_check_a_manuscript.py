"""The two example manuscripts: what is planted is caught, and the sound one raises nothing."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from trellis.core.review import Review
from trellis.study.manuscripts import review_manuscript

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "check-a-manuscript"
ROLES = ROOT / "src" / "trellis" / "examples" / "roles"


def reviewed(name: str) -> Review:
    return review_manuscript(FOLDER / name, ROLES / "transcripts", ROLES / "people.csv")


@pytest.fixture(scope="module")
def faulty():
    return reviewed("faulty.md")


def test_the_sound_manuscript_raises_nothing_though_much_in_it_looks_like_a_fault():
    review = reviewed("sound.md")

    assert [remark.said for remark in review.remarks] == []
    assert len(review.seen) == 17
    assert {seen.outcome for seen in review.seen} == {"found"}


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("verbatim-mismatch", "and everybody laughed"),
        ("verbatim-mismatch", "I always get"),
        ("verbatim-mismatch", "your tea towel"),
        ("quotation-spliced", "I wouldn't say"),
        ("attribution-mismatch", "carer support worker"),
        ("attribution-mismatch", "So they use you as a dumping ground"),
        ("attribution-mismatch", "support worker"),
        ("attribution-not-in-sample", "peer trainer"),
        ("attribution-pattern", "STR worker, Harrow Vale"),
        ("evidence-reused", "a please off in three years"),
        ("second-hand", "Professionals used the workers"),
        ("evidence-off-scope", "At Kelder Bank it was the texts"),
        ("contrast-one-sided", "Whereas STR workers"),
        ("quantifier-unbased", "Most team managers"),
        ("voice-missing", "workers"),
        ("disclosure", "Kelder Bank team manager"),
        ("disclosure", "community development worker, Kelder Bank"),
        ("sample-arithmetic", "Thirty-eight people"),
        ("sample-arithmetic", "5"),
        ("sample-arithmetic", "interviewed again"),
    ],
)
def test_each_planted_fault_is_caught_at_its_spot(faulty, check, words):
    spots = [spot.words for remark in faulty.remarks if remark.check == check for spot in remark.spots]

    assert any(words in spot for spot in spots)


def test_nothing_but_what_was_planted_is_remarked_on(faulty):
    assert len(faulty.remarks) == 21


def test_the_example_runs(tmp_path):
    answer = subprocess.run(
        ["bash", str(FOLDER / "run.sh"), str(tmp_path / "out")],
        env={
            **os.environ,
            "TRELLIS": f"{sys.executable} -m trellis.cli.main",
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT / "src"),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 0, answer.stderr
    assert "Remarks: 0 wrong, 0 say why, 0 for your eyes." in answer.stdout
    assert (tmp_path / "out" / "commented.docx").exists()


@pytest.fixture(scope="module")
def roles_papers() -> dict[str, Review]:
    folder = ROLES / "manuscripts"
    return {
        name: review_manuscript(folder / f"{name}.docx", ROLES / "transcripts", folder / "sample.csv")
        for name in ("sound", "faulty")
    }


def test_the_sound_paper_of_the_roles_study_raises_nothing(roles_papers):
    assert [remark.said for remark in roles_papers["sound"].remarks] == []
    assert {seen.outcome for seen in roles_papers["sound"].seen} == {"found"}


def test_no_decoy_of_the_roles_study_is_remarked_on(roles_papers):
    with (ROLES / "manuscripts" / "key.csv").open(encoding="utf-8", newline="") as lines:
        decoys = [row["text"] for row in csv.DictReader(lines) if row["kind"] == "decoy"]
    spots = [spot.words for remark in roles_papers["faulty"].remarks for spot in remark.spots]

    assert [words for words in decoys if any(words in spot for spot in spots)] == []


def test_the_numbers_that_the_guide_gives_are_those_of_the_script():
    answer = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "check_planted.py"), "--brief"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    guide = (ROOT / "docs" / "how-to" / "check-a-manuscript.md").read_text("utf-8")

    assert answer.returncode == 0, answer.stderr
    assert all(line in guide for line in answer.stdout.splitlines())
