from __future__ import annotations

import io

import pytest
from docx import Document

from tests.study.chart_study import add_sample
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.review import Level
from trellis.study.chart_given import Words
from trellis.study.finding_scope import About
from trellis.study.review_material import material_of_study

CLAIM = "Most came to the role by chance."
CHANCE = "no place of my own to stand"


@pytest.fixture
def sample(study):
    return add_sample(study)


def ready(study, claim: str = CLAIM, **about) -> None:
    study.findings.add(claim, About(**about), status="ready")


def checks(study) -> set[str]:
    return {point.check for point in study.review.run().standing}


def point(study, check: str):
    return next(point for point in study.review.run().points if point.check == check)


def test_a_draft_is_not_asked_about_and_a_ready_finding_is(study, sample):
    study.findings.add(CLAIM)
    before = checks(study)

    study.findings.set_status(1, "ready")

    assert before == set()
    assert {"evidence-missing", "counter-evidence", "quantifier-unbased"} <= checks(study)


def test_what_is_mended_is_not_asked_again(study, sample):
    ready(study, "It was told of.", cases=["Denise"])

    study.findings.link(1, Words("denise", CHANCE))
    study.findings.looked(1, "the chart", "nothing", "nothing")

    assert checks(study) == set()


def test_a_point_leads_to_its_finding(study, sample):
    ready(study)

    found = point(study, "evidence-missing")

    assert (found.level, found.targets[0].at.value) == (Level.WRONG, "finding")
    assert found.targets[0].k == study.findings.get(1).finding.k


def test_a_waived_point_comes_back_when_the_finding_changes(study, sample):
    ready(study)
    key = point(study, "counter-evidence").key

    study.review.waive(key, "the panel looked")
    waived = study.review.run()
    study.findings.edit(1, statement="Most came to the role by luck.")
    again = study.review.run().point(key)

    assert [(p.key, p.waived.reason, p.waived.by) for p in waived.waived] == [(key, "the panel looked", "Ana")]
    assert (again.stands, again.waived.is_lapsed) == (True, True)


def test_a_waiver_is_taken_back_and_undone(study, sample):
    ready(study)
    key = point(study, "counter-evidence").key
    study.review.waive(key, "the panel looked")

    study.history.undo()
    undone = study.review.run().waived
    study.review.waive(key, "the panel looked")
    study.review.unwaive(key)

    assert undone == study.review.run().waived == ()


def test_waiving_twice_keeps_the_later_reason(study, sample):
    ready(study)
    key = point(study, "counter-evidence").key

    study.review.waive(key, "one")
    study.review.waive(key, "two")

    assert [p.waived.reason for p in study.review.run().waived] == ["two"]


def test_what_the_review_does_not_raise_cannot_be_waived(study, sample):
    with pytest.raises(NotFound, match="raises no point"):
        study.review.waive("0000000000", "why")
    with pytest.raises(NotFound, match="nobody lets"):
        study.review.unwaive("0000000000")


def test_a_waiver_needs_a_reason(study, sample):
    ready(study)

    with pytest.raises(Invalid, match="say why"):
        study.review.waive(point(study, "counter-evidence").key, " ")


def test_what_the_review_asks_with_is_kept(study, sample):
    study.review.settle(order=["site"], population={"North": 1})

    with study._work.read() as reader:
        material = material_of_study(reader)
    assert (material.order, material.population) == (("Site",), (("North", 1),))
    with pytest.raises(Invalid, match="no attribute “role”"):
        study.review.settle(order=["role"])


def test_what_is_printed_of_people_and_how_many_must_share_it_is_the_reports_to_say(study, sample):
    study.report.keep_template('format = 1\nattribution = "{site}"\nk = 4\n\n[[section]]\nid = "summary"\n')

    with study._work.read() as reader:
        material = material_of_study(reader)
    assert (material.printed, material.k) == (("site",), 4)


def test_the_review_is_written_once_and_the_same_study_gives_the_same_bytes(study, sample, tmp_path):
    ready(study)

    first = study.review.write(tmp_path / "a.docx")
    second = study.review.write(tmp_path / "b.docx")

    words = [paragraph.text for paragraph in Document(io.BytesIO(first.read_bytes())).paragraphs]
    assert first.read_bytes() == second.read_bytes()
    assert any("Nothing is given as evidence for it." in each for each in words)
    with pytest.raises(AlreadyThere):
        study.review.write(tmp_path / "a.docx")


def test_it_is_told_in_text_and_as_plain_values(study, sample):
    ready(study)

    told, values = study.review.told(everything=True), study.review.record()

    assert "evidence-missing" in told
    assert values["counts"]["wrong"] == 1
    assert {point["check"] for point in values["points"]} == checks(study)
    assert all(point["resolves"] for point in values["points"])
