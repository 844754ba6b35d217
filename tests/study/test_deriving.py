from __future__ import annotations

from random import Random

import pytest

from tests.study.chart_study import DENISE, add_sample
from trellis.core.case import Case, Participant, Recruitment
from trellis.core.chart import Evidence
from trellis.core.coding import Coding
from trellis.core.errors import Invalid, NotFound, StudyFileError
from trellis.core.source import Source, Version
from trellis.core.traces import FILLER
from trellis.store.installation import Installation
from trellis.store.study_file import create, open_study
from trellis.study.chart_given import Indexed, OnCell
from trellis.study.deriving import Part
from trellis.study.study import Study, found


@pytest.fixture
def sample(study):
    return add_sample(study)


@pytest.fixture
def opened(tmp_path):
    """Opens a study file of this test, and closes it at its end."""
    files = []

    def open_it(name: str) -> Study:
        files.append(open_study(tmp_path / name, Installation(tmp_path / "home")))
        return Study(files[-1], "Ana")

    yield open_it
    for file in files:
        file.close()


def derive(study, tmp_path, part: Part, name="child.trellis"):
    return study.derived.derive(tmp_path / name, "Routes in", part, purpose="How do people come to it?")


def everything(study, kind):
    with study._work.read() as reader:
        return reader.all(kind)


def text_of(study, name):
    with study._work.read() as reader:
        source = reader.all(Source, name=name)[0]
        return reader.text(reader.get(Version, source.current).sha)


def test_only_what_is_indexed_under_the_themes_stands_in_the_texts(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))

    child = opened("child.trellis")

    words = "Biscuits, seventeen year."
    text = text_of(child, "denise")
    assert len(text) == len(DENISE)
    assert text[DENISE.index(words) :].startswith(words)
    assert set(text.replace(words, "")) <= {FILLER, "\n"}
    assert child.history.check() == []


def test_rows_that_come_along_keep_their_keys(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))

    child = opened("child.trellis")

    parents = {one.k for one in everything(study, Coding)}
    assert {one.k for one in everything(child, Coding)} == {sample.biscuits} < parents
    assert {one.k for one in everything(child, Case)} <= {one.k for one in everything(study, Case)}


@pytest.mark.parametrize("seed", range(6))
def test_every_offset_is_kept_whatever_is_indexed(study, sample, opened, tmp_path, seed):
    chance = Random(seed)
    for _ in range(8):
        source = chance.choice(["denise", "yusuf"])
        start = chance.randrange(40)
        study.index.code(source, [chance.choice(["1.1", "1.2", "2"])], start=start, end=start + chance.randint(1, 25))
    there = {one.k: (one.start, one.end, one.version) for one in everything(study, Coding)}

    derive(study, tmp_path, Part(themes=["1"]))

    child = opened("child.trellis")
    for one in everything(child, Coding):
        assert (one.start, one.end, one.version) == there[one.k]
        name = next(source.name for source in everything(child, Source) if source.k == one.source)
        assert text_of(child, name)[one.start : one.end] == text_of(study, name)[one.start : one.end]
    assert child.history.check() == []


def test_how_much_of_each_case_came_along_is_told(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))

    table = opened("child.trellis").derived.coverage()

    rows = {row["case"]: row for row in table.records()}
    assert rows["Denise"]["characters here"] == len("Biscuits, seventeen year.")
    assert rows["Yusuf"]["characters here"] == 0
    assert "may be in what did not come along" in table.note


def test_the_parents_words_around_a_segment_open_again(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))
    child = opened("child.trellis")
    start = DENISE.index("Biscuits")

    around = child.derived.context("denise", start, start + 8, tmp_path / "s.trellis", around=12)

    assert (around.words, around.after) == ("Biscuits", DENISE[start + 8 : start + 20])


def test_another_study_is_not_taken_for_the_parent(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))
    found(create(tmp_path / "other.trellis", Installation(tmp_path / "home")), "Another", "Ana").close()

    with pytest.raises(Invalid, match="made from “A study”"):
        opened("child.trellis").derived.context("denise", 0, 4, tmp_path / "other.trellis")


def test_cells_come_with_their_statements_and_evidence_that_is_there(study, sample, opened, tmp_path):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])
    study.chart.write("Denise", "1.2", "Nobody told her.", evidence=[Indexed(sample.told)])
    study.chart.write("Yusuf", "1.1", "As Denise.", evidence=[OnCell("Denise", "1.2")])

    done = derive(study, tmp_path, Part(themes=["1.1"]))

    child = opened("child.trellis")
    assert done.cells == 2
    assert [one.coding for one in everything(child, Evidence)] == [sample.biscuits]


def test_whole_texts_come_where_they_are_asked_for(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"], whole=True))

    assert text_of(opened("child.trellis"), "denise") == DENISE


def test_cases_and_waves_narrow_the_sources(study, opened, tmp_path):
    add_sample(study, waves=True)

    derive(study, tmp_path, Part(cases=["Denise"]))
    derive(study, tmp_path, Part(waves=["at nine months"]), "later.trellis")

    assert [one.name for one in everything(opened("child.trellis"), Source)] == ["denise"]
    assert [one.name for one in everything(opened("later.trellis"), Source)] == ["yusuf"]


def test_nobody_comes_along_who_has_not_agreed_to_secondary_use(study, sample, opened, tmp_path):
    with study._work.change("test.write") as change:
        for name in ("Denise", "Yusuf"):
            case = change.get(Case, sample.cases[name])
            k = change.new_key()
            change.insert(Participant(k, 0, name, Recruitment.TOOK_PART))
            change.update(case, type(case)(case.k, case.rev, case.kind, case.name, k, case.pos, case.note))
    study.consents.record("Denise", "secondary use", given=True)
    study.consents.record("Yusuf", "secondary use", given=False)

    done = derive(study, tmp_path, Part(themes=["1"]))

    assert done.left_out == ("yusuf",)
    assert done.consent == "Consent to secondary use was checked for everybody; 1 source was left out."
    assert [one.name for one in everything(opened("child.trellis"), Source)] == ["denise"]


def test_a_study_without_answers_on_secondary_use_says_so(study, sample, tmp_path):
    assert derive(study, tmp_path, Part(themes=["1"])).consent.startswith("No answer on secondary use is recorded")


def test_where_it_came_from_stands_in_the_study_that_was_made(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))

    origin = opened("child.trellis").derived.origin()

    assert origin is not None
    assert (origin.parent, origin.themes, origin.purpose) == (
        study.about().guid,
        ("1.1",),
        "How do people come to it?",
    )
    assert origin.head == study.history.head()


def test_a_child_is_no_copy_that_could_be_merged(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))

    with pytest.raises(StudyFileError):
        study.apart.merge(tmp_path / "child.trellis")


def test_a_study_that_was_made_from_no_other_says_so(study):
    assert study.derived.origin() is None
    with pytest.raises(NotFound, match="made from no other"):
        study.derived.coverage()


def test_a_purpose_is_needed_and_a_free_name(study, sample, tmp_path):
    with pytest.raises(Invalid, match="what the secondary analysis is for"):
        study.derived.derive(tmp_path / "c.trellis", "C", Part(), purpose=" ")
    with pytest.raises(StudyFileError, match="exists already"):
        study.derived.derive(tmp_path / "s.trellis", "C", Part(), purpose="why")


def test_work_goes_on_in_the_child_under_keys_of_its_own(study, sample, opened, tmp_path):
    derive(study, tmp_path, Part(themes=["1.1"]))
    child = opened("child.trellis")

    k = child.index.code("denise", ["1.1"], start=30, end=40)
    study.index.code("denise", ["1.1"], start=30, end=40)

    assert k
    assert child.history.check() == []
    ours = {one.k for one in everything(study, Coding)}
    theirs = {one.k for one in everything(child, Coding)}
    assert ours & theirs == {sample.biscuits}
