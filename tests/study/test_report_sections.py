from __future__ import annotations

import pytest

from trellis.core.framework_wording import Wording
from trellis.core.report_template import ReportTemplate, Section, SectionWanted
from trellis.study.case_import import ImportHow

FRAMEWORK = ReportTemplate((SectionWanted(Section.FRAMEWORK, "Here"), SectionWanted(Section.COREQ, "COREQ")))


def told(study) -> str:
    return study.report.written("report.md", FRAMEWORK).decode("utf-8")


@pytest.fixture
def heard(study, tmp_path):
    """Eight interviews, each indexed under one of two themes."""
    for name in ("Routes", "Money"):
        study.framework.add(Wording(name))
    for n in range(8):
        (tmp_path / f"p{n}.txt").write_text(f"INT: How?\nP{n}: By bus number {n}.\nINT: And?\nP{n}: Late.\n", "utf-8")
    study.sources.bring_in([tmp_path / f"p{n}.txt" for n in range(8)])
    for n in range(8):
        study.index.code(f"p{n}", str(1 + n % 2), turn=2)
    return study


def test_how_themes_settled_is_drawn_and_said(heard):
    found = told(heard)

    assert "**Figure 1.** Themes seen, interview by interview" in found
    assert "| 8 | 0 | 2 |" in found
    assert "Reached at interview 4 (+2) of 8" in found


def test_the_checklist_says_it_too(heard):
    [line] = [line for line in told(heard).splitlines() if line.startswith("| 22 |")]

    assert "Reached at interview 4 (+2) of 8 (base 4, run 2, threshold 5 %)." in line


def test_too_few_interviews_settle_nothing(study, tmp_path):
    study.framework.add(Wording("Routes"))
    (tmp_path / "p.txt").write_text("INT: How?\nP: By bus.\nINT: And?\nP: Late.\n", "utf-8")
    study.sources.bring_in([tmp_path / "p.txt"])
    study.index.code("p", "1", turn=2)

    found = told(study)

    assert "Themes seen" not in found
    assert "To write: Was saturation considered" in found


def test_a_chart_has_a_row_for_every_person_and_of_groups_only_what_is_summarised(study, tmp_path):
    (tmp_path / "people.csv").write_text("case,role\nAnn,nurse\nBo,nurse\n", "utf-8")
    study.cases.import_table(tmp_path / "people.csv", ImportHow())
    for name in ("North", "South"):
        study.cases.add(name, "site")
    study.framework.add(Wording("Routes"))
    study.chart.write("Ann", "1", "Came by bus.")
    study.chart.write("North", "1", "Buses, mostly.")

    charts = ReportTemplate((SectionWanted(Section.CHARTS, "Here"),))
    found = study.report.written("report.md", charts).decode("utf-8")

    assert [name for name in ("Ann", "Bo", "North", "South") if f"| {name} |" in found] == ["Ann", "Bo", "North"]
