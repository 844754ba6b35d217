from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document

from trellis.core.errors import AlreadyThere, NotFound, NotSupported, Unreadable
from trellis.core.framework_wording import Wording
from trellis.core.report_template import STANDARD, ReportTemplate, Section, SectionWanted
from trellis.core.review import Level
from trellis.study.case_import import ImportHow
from trellis.study.chart_given import OnCell, Words
from trellis.study.finding_scope import About

CLAIM = "Some came to the role by chance."
QUOTE = "It was the bus that brought me."
OTHER = "I looked for it for years."
REST = "\nINT: And then?\n{0}: Then I stayed.\nINT: Why?\n{0}: I could not say.\n"
PEOPLE = "case,role,site\nAnn,nurse,North\nBo,nurse,North\nCy,nurse,South\n"


def only(section: Section, **more: Any) -> ReportTemplate:
    return ReportTemplate((SectionWanted(section, "Here"),), **more)


@pytest.fixture
def written(study, tmp_path):
    """Three nurses, an interview with Ann and one with Cy, a theme, and a finding that rests on both."""
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    study.cases.import_table(tmp_path / "people.csv", ImportHow())
    (tmp_path / "one.txt").write_text(f"INT: How?\nANN: {QUOTE}{REST.format('ANN')}", "utf-8")
    (tmp_path / "two.txt").write_text(f"INT: How?\nCY: {OTHER}{REST.format('CY')}", "utf-8")
    study.sources.bring_in([tmp_path / "one.txt", tmp_path / "two.txt"])
    study.framework.add(Wording("Routes", definition="How they came."))
    study.findings.add(CLAIM, About(themes=["1"]), status="ready", account="Buses matter.\n\nSo do years.")
    study.findings.link(1, Words("one", QUOTE, star=True))
    study.findings.link(1, Words("two", OTHER), side="against")
    return study


def markdown(study, template: ReportTemplate) -> str:
    return study.report.written("report.md", template).decode("utf-8")


def test_a_finding_is_printed_with_its_account_and_its_quotation(written):
    told = markdown(written, only(Section.FINDINGS, attribution="{role}"))

    assert f"### 1. {CLAIM}" in told
    assert "Buses matter.\n\nSo do years." in told
    assert f"> {QUOTE}\n>\n> — nurse (one, turn 2)" in told
    assert f"> {OTHER}" not in told


def test_what_a_finding_rests_on_is_listed_with_its_side(written):
    told = markdown(written, only(Section.FINDINGS, attribution="{role}"))

    assert f": for: one, turn 2 “{QUOTE}”" in told
    assert f": against: two, turn 2 “{OTHER}”" in told


def test_of_a_cell_only_what_somebody_said_stands_between_quotation_marks(written):
    written.chart.write("Ann", "1", "Came by chance.")
    written.chart.write("Ann", "1", QUOTE, layer="verbatim", evidence=[Words("one", QUOTE)])
    written.findings.link(1, OnCell("Ann", "1"))

    told = markdown(written, only(Section.FINDINGS, attribution="{role}"))

    assert f"for: the cell Ann 1: Came by chance. “{QUOTE}”" in told


def test_an_attribution_that_too_few_share_loses_its_end(written):
    told = markdown(written, only(Section.FINDINGS, attribution="{role}, {site}", k=3))

    assert "— nurse (one, turn 2)" in told
    assert "fewer than 3 of the sample share it" in told


def test_an_attribution_that_enough_share_is_printed_whole(written):
    told = markdown(written, only(Section.FINDINGS, attribution="{role}, {site}", k=1))

    assert "— nurse, North (one, turn 2)" in told
    assert "share it" not in told


def test_without_references_neither_sources_nor_cases_are_named(written):
    told = markdown(written, only(Section.FINDINGS, attribution="{role}", references=False))

    assert f"> {QUOTE}\n>\n> — nurse\n" in told
    assert not any(name in told for name in ("one, turn", "Ann", "What this rests on"))


def test_somebody_who_may_not_be_quoted_is_not(written):
    written.consents.record("Ann", "quote", given=False)
    written.consents.record("Cy", "quote")

    told = markdown(written, only(Section.FINDINGS, attribution="{role}"))

    assert QUOTE not in told
    assert "1 quotations are left out: no consent to quote." in told
    assert "for: one, turn 2\n" in told


def test_a_draft_is_not_printed(written):
    written.findings.set_status(1, "draft")

    told = markdown(written, only(Section.FINDINGS))

    assert CLAIM not in told
    assert "No finding is marked ready yet" in told


def test_numbers_of_cases_stand_in_print_only_where_the_lead_lets_them(written):
    plain = markdown(written, only(Section.FINDINGS))
    written.findings.print_numbers(1)

    assert "- holds: Ann" in plain
    assert "| holds | 1 |" in markdown(written, only(Section.FINDINGS))


def test_the_sample_is_counted_by_what_the_template_says(written):
    told = markdown(written, only(Section.SAMPLE, sample_rows="site"))

    assert "| North | 2 |" in told
    assert "| South | 1 |" in told


def test_the_framework_stands_with_definitions_and_versions(written):
    written.framework.name_version("v1", "after the first two")

    told = markdown(written, only(Section.FRAMEWORK))

    assert "| 1 | Routes | How they came. |" in told
    assert "after the first two |" in told


def test_a_chart_is_printed_cell_by_cell(written):
    written.chart.write("Ann", "1", "Came by bus.", evidence=[Words("one", QUOTE)])

    told = markdown(written, only(Section.CHARTS))

    assert "| Ann | Came by bus. (turn 2) |" in told


def test_a_chart_of_many_cases_is_left_to_its_own_export(written):
    written.chart.write("Ann", "1", "Came by bus.")

    assert "too many for a report" in markdown(written, only(Section.CHARTS, most_rows=2))


def test_limitations_are_drafted_from_what_the_study_shows(written):
    told = markdown(written, only(Section.LIMITATIONS))

    assert "- 0 of 2 sources are indexed." in told
    assert f"Finding 1: {CLAIM[:-1]}" in told


def test_what_somebody_lets_stand_is_told_with_the_reason(written):
    [point, *_] = [point for point in written.review.run().points if point.level is not Level.LOOK]
    written.review.waive(point.key, "we asked and nobody would say")

    assert "It is let stand: we asked and nobody would say" in markdown(written, only(Section.LIMITATIONS))


def test_lenses_without_judgements_leave_no_section(written):
    assert "## Here" not in markdown(written, only(Section.LENSES))


def test_own_words_come_first_in_a_section(written):
    template = ReportTemplate((SectionWanted(Section.QUESTIONS, "Why", "Because.\n\nAnd so."),), title="My title")

    told = markdown(written, template)

    assert told.startswith("# My title\n")
    assert "## Why\n\nBecause.\n\nAnd so." in told


def test_the_whole_report_is_written_in_three_forms(written, tmp_path):
    for ending in (".docx", ".html", ".md"):
        written.report.write(tmp_path / f"report{ending}")

    document = Document(io.BytesIO((tmp_path / "report.docx").read_bytes()))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    written_of = [one.heading for one in STANDARD.sections if one.section is not Section.LENSES]
    assert headings == [*written_of, "What the findings rest on"]


def test_the_same_study_gives_the_same_bytes(written):
    for name in ("a.docx", "a.html", "a.md"):
        assert written.report.written(name) == written.report.written(name)


def test_counts_of_the_study_fill_method_and_checklists(written):
    facts = written.report.facts()

    assert (facts.people, facts.interviews, facts.main_themes, facts.codings) == (3, 2, 1, 0)
    assert "3 people took part." in markdown(written, only(Section.METHOD))


@pytest.mark.parametrize("name", ["report", "report.pdf"])
def test_a_form_that_there_is_not_is_refused(written, name):
    with pytest.raises(NotSupported, match="docx"):
        written.report.written(name)


def test_a_report_is_not_written_over_another_file(written, tmp_path):
    (tmp_path / "report.md").write_text("mine", "utf-8")

    with pytest.raises(AlreadyThere):
        written.report.write(tmp_path / "report.md")

    assert (tmp_path / "report.md").read_text("utf-8") == "mine"


def test_styles_come_from_a_word_file_that_is_there(written, tmp_path):
    with pytest.raises(NotSupported):
        written.report.write(tmp_path / "report.docx", styles=tmp_path / "styles.odt")
    with pytest.raises(Unreadable):
        written.report.write(tmp_path / "report.docx", styles=tmp_path / "gone.docx")


@pytest.mark.parametrize("content", [b"PK broken", b"", b"no package at all"])
def test_a_broken_file_of_styles_is_refused_and_nothing_is_written(written, tmp_path, content):
    (tmp_path / "house.docx").write_bytes(content)

    with pytest.raises(Unreadable, match=r"house\.docx"):
        written.report.write(tmp_path / "report.docx", styles=tmp_path / "house.docx")

    assert not (tmp_path / "report.docx").exists()


def test_a_package_that_is_no_word_document_is_refused(written, tmp_path):
    with zipfile.ZipFile(tmp_path / "house.docx", "w") as package:
        package.writestr("mimetype", "application/epub+zip")

    with pytest.raises(Unreadable, match="no Word document"):
        written.report.write(tmp_path / "report.docx", styles=tmp_path / "house.docx")


def test_an_attribute_that_there_is_not_is_told(written):
    with pytest.raises(NotFound, match="colour"):
        markdown(written, only(Section.FINDINGS, attribution="{colour}"))
