from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document

from tests.study.chart_study import add_sample
from trellis.core.case import Case, Participant, Recruitment
from trellis.core.consent import Consent, ConsentScope
from trellis.core.errors import AlreadyThere, Invalid, NotFound, NotSupported
from trellis.core.study import Person, Role
from trellis.study.chart_given import Words


@pytest.fixture
def panel(study):
    add_sample(study)
    with study._work.change("test.write") as change:
        for case in change.all(Case):
            if case.name in {"Denise", "Yusuf"}:
                k = change.new_key()
                change.insert(Participant(k, 0, case.name, Recruitment.TOOK_PART))
                change.update(case, replace(case, participant=k))
    return study.report.panel


def pack(panel, *themes: str, **more) -> str:
    return panel.written("pack.md", themes or ("1.1", "1.2"), **more).decode()


def test_a_pack_has_extracts_without_names_and_a_chart_in_plain_words(study, panel):
    study.chart.write("Yusuf", "1.2", "Had one day, as Denise did")

    told = pack(panel, "1.2")

    assert "> One day." in told
    assert "Had one day, as \\[name\\] did" in told
    assert not {"Denise", "Yusuf"} & set(told.replace(",", " ").split())


def test_what_is_summarised_of_a_group_has_no_line_and_there_is_room_to_write(study, panel):
    study.chart.write("Yusuf", "1.2", "Had one day")
    study.chart.write("North", "1.2", "All of them had a day")

    told = pack(panel, "1.2")

    assert "Had one day" in told
    assert "All of them had a day" not in told
    assert "Your words:" in told
    assert "[To write]" not in told


def test_a_starred_segment_comes_before_those_that_are_only_indexed(study, panel):
    study.chart.write("Denise", "1.1", "No place", evidence=[Words("denise", "no place of my own to stand", star=True)])

    told = pack(panel, "1.1", most=1)

    assert "> no place of my own to stand" in told
    assert "Biscuits" not in told


def test_somebody_who_has_not_agreed_to_be_quoted_is_left_out(study, panel):
    with study._work.change("test.write") as change:
        yusuf = next(one.k for one in change.all(Participant) if one.pseudonym == "Yusuf")
        change.insert(Consent(yusuf, 0, ConsentScope.QUOTE, 0, True, None, None))

    told = pack(panel)

    assert "> One day." in told
    assert "Biscuits" not in told


def test_what_the_panel_said_comes_back_by_theme_with_what_was_done(study, panel):
    first = panel.said("1.2", "A day is nothing.", "Member 1")
    panel.said("1.1", "Ask how they found it.", "Member 2")
    panel.answered(first, "We say how long each had.")

    assert [row[1:] for row in panel.points().values] == [
        ("1.1 Routes in", "Member 2", "Ask how they found it.", None),
        ("1.2 Training", "Member 1", "A day is nothing.", "We say how long each had."),
    ]
    told = pack(panel)
    assert "You said, we did" in told
    assert "We say how long each had." in told
    assert "not answered yet" in told
    assert "Member 1" not in told


def test_a_panel_member_joins_the_study_as_one_and_somebody_else_is_none(study, panel):
    panel.said("1.2", "A day is nothing.", "Member 1")
    panel.said("1.2", "Really nothing.", "member 1")

    with study._work.read() as reader:
        roles = [person.role for person in reader.all(Person) if person.name == "Member 1"]
    assert roles == [Role.PANEL]
    with pytest.raises(Invalid, match="Ana is lead"):
        panel.said("1.2", "Well.", "Ana")


def test_a_point_is_undone_like_any_other_work(study, panel):
    panel.said("1.2", "A day is nothing.", "Member 1")

    study.history.undo()

    assert panel.points().values == ()


@pytest.mark.parametrize(
    ("themes", "name", "error"),
    [((), "pack.md", Invalid), (("9.9",), "pack.md", NotFound), (("1.1",), "pack.pdf", NotSupported)],
)
def test_what_cannot_be_written_is_refused(panel, themes, name, error):
    with pytest.raises(error):
        panel.written(name, themes)


def test_nothing_and_nobody_are_no_point_and_no_answer(panel):
    with pytest.raises(Invalid, match="nothing is left"):
        panel.said("1.2", " ", "Member 1")
    with pytest.raises(Invalid, match="nobody is named"):
        panel.said("1.2", "Well.", " ")
    with pytest.raises(NotFound, match="no point"):
        panel.answered(12, "Done.")


def test_a_pack_is_a_word_file_the_same_for_the_same_study(panel, tmp_path):
    first = panel.write(tmp_path / "a.docx", ["1.1"])
    second = panel.write(tmp_path / "b.docx", ["1.1"])

    words = [paragraph.text for paragraph in Document(io.BytesIO(first.read_bytes())).paragraphs]
    assert first.read_bytes() == second.read_bytes()
    assert any("What do you think?" in each for each in words)
    with pytest.raises(AlreadyThere):
        panel.write(tmp_path / "a.docx", ["1.1"])
