from __future__ import annotations

from tests.study.lens_study import judged
from trellis.core.report_template import ReportTemplate, Section, SectionWanted

ONLY = ReportTemplate((SectionWanted(Section.LENSES, "Here"),))


def told(study) -> str:
    return study.report.written("report.md", ONLY).decode("utf-8")


def test_a_lens_is_drawn_before_its_outcomes(study):
    judged(study)

    lines = told(study).splitlines()

    assert "Figure 1 shows which units came out in which way." in lines
    assert lines.index("**Figure 1.** Belonging: units by outcome") < lines.index("**Table 1.** Belonging: outcomes")
    assert "| at its edge | Denise |" in lines


def test_what_outcomes_rest_on_takes_one_line_a_unit(study):
    judged(study)

    lines = told(study).splitlines()
    at = lines.index("**Table 2.** What the outcomes rest on: Belonging")

    rows = [line for line in lines[at:] if line.startswith("| Denise")]
    assert len(rows) == 1
    assert "judge Ana, who alone judged it" in rows[0]


def test_a_word_document_holds_the_picture(study, tmp_path):
    judged(study)

    assert study.report.written("report.docx", ONLY) == study.report.written("report.docx", ONLY)
