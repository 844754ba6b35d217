from __future__ import annotations

import pytest

from tests.study.chart_study import DENISE, add_sample
from trellis.core.case import Case, Participant, Recruitment
from trellis.core.errors import Invalid, NotAllowed, NotFound
from trellis.core.study import Role
from trellis.study.deriving import Part
from trellis.study.study import Study

START = DENISE.index("Biscuits")


@pytest.fixture
def sample(study):
    return add_sample(study)


@pytest.fixture
def child(study, sample, tmp_path):
    study.derived.derive(tmp_path / "c.trellis", "Routes in", Part(themes=["1.1"]), purpose="How do people come to it?")
    file = study._work.file.opened_beside(tmp_path / "c.trellis")
    yield Study(file, "Ana")
    file.close()


def takes_part(study, sample, name):
    with study._work.change("test.write") as change:
        case, k = change.get(Case, sample.cases[name]), change.new_key()
        change.insert(Participant(k, 0, name, Recruitment.TOOK_PART))
        change.update(case, Case(case.k, case.rev, case.kind, case.name, k, case.pos, case.note))


def test_an_open_parent_says_what_stands_around_a_segment(child, study):
    found = child.derived.context_in("denise", START, START + 8, study.derived, around=12)

    assert (found.before, found.words, found.after) == ("it?\nDENISE: ", "Biscuits", ", seventeen ")
    assert found.goes_on == (True, True)


def test_where_the_source_begins_and_ends_nothing_goes_on(child, study):
    found = child.derived.context_in("denise", START, START + 8, study.derived, around=5_000)

    assert found.before + found.words + found.after == DENISE
    assert found.goes_on == (False, False)


def test_a_segment_beyond_the_text_is_refused(child, study):
    with pytest.raises(Invalid, match="does not fit a text of"):
        child.derived.context_in("denise", 0, len(DENISE) + 1, study.derived)


def test_consent_that_was_taken_back_since_closes_the_words(child, study, sample):
    takes_part(study, sample, "Denise")
    study.consents.record("Denise", "secondary use", given=False)

    with pytest.raises(NotAllowed, match="has not agreed to secondary use, or no longer does"):
        child.derived.context_in("denise", START, START + 8, study.derived)


def test_who_sees_pseudonymised_texts_only_sees_no_others_through_a_child(child, study, tmp_path):
    study.team.add("Cleo", Role.CODER)
    study.pseudonyms.show_only("Cleo")

    with pytest.raises(NotFound, match="you may not see its text"):
        Study(child._work.file, "Cleo").derived.context("denise", START, START + 8, tmp_path / "s.trellis")
    assert child.derived.context("denise", START, START + 8, tmp_path / "s.trellis").words == "Biscuits"


def test_a_text_that_was_corrected_here_leads_back_no_more(child, study):
    child.sources.correct("denise", DENISE.replace("seventeen", "seventy"), replace=True)

    with pytest.raises(NotFound, match="has another text here than in the parent study"):
        child.derived.context_in("denise", START, START + 8, study.derived)
