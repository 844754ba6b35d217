from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.errors import BadTable
from trellis.study.chart_given import OnCell, Words
from trellis.study.finding_scope import About

CLAIM = "Most came to the role by chance."
CHANCE = "no place of my own to stand"


@pytest.fixture
def sample(study):
    return add_sample(study)


def test_what_is_exported_comes_in_again(study, sample, tmp_path):
    study.describe(questions=("How?",))
    study.chart.write("Yusuf", "1.2", "One day.")
    study.findings.add(CLAIM, About(themes=["1.1"], cases=["North"]), answers=[1], status="ready", account="So.")
    study.findings.link(1, Words("denise", CHANCE, star=True))
    study.findings.link(1, OnCell("Yusuf", "1.2"), side="against")
    study.findings.place(1, "Yusuf", "contrary", note="chose it")
    study.findings.looked(1, "all", "Yusuf", "kept")
    study.findings.add("Pair them.", About(follows=[1]), output="recommendation")
    file = tmp_path / "findings.toml"
    file.write_bytes(study.findings.written())
    for _ in range(2):
        study.findings.remove(1)

    done = study.findings.import_file(file)

    assert (done.new, done.evidence, done.same) == (2, 2, ())
    assert study.findings.written() == file.read_bytes()


def test_findings_that_are_there_are_passed_over(study, sample, tmp_path):
    study.findings.add(CLAIM, About(themes=["1.1"]))
    file = tmp_path / "findings.toml"
    file.write_bytes(study.findings.written())

    done = study.findings.import_file(file)

    assert (done.new, done.same) == (0, (CLAIM,))
    assert len(study.findings.all()) == 1


def test_a_file_of_which_something_does_not_fit_is_refused_with_every_fault(study, sample, tmp_path):
    file = tmp_path / "findings.toml"
    file.write_text(
        "[[finding]]\nstatement = 'x'\nthemes = ['9']\n[[finding.evidence]]\nsource = 'denise'\nquote = 'a calling'\n"
        "[[finding.case]]\ncase = 'Nobody'\nstance = 'holds'\n",
        encoding="utf-8",
    )

    with pytest.raises(BadTable) as refused:
        study.findings.import_file(file)

    said = str(refused.value)
    assert "finding 1: the framework has no theme 9" in said
    assert "evidence 1: “a calling” does not stand in" in said
    assert "case 1: there is no case “Nobody”" in said
    assert study.findings.all() == []


def test_a_dry_run_keeps_nothing(study, sample, tmp_path):
    file = tmp_path / "findings.toml"
    file.write_text("[[finding]]\nstatement = 'x'\n", encoding="utf-8")

    done = study.findings.import_file(file, dry_run=True)

    assert (done.new, study.findings.all()) == (1, [])
