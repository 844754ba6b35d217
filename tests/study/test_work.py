from __future__ import annotations

from dataclasses import replace

import pytest

from trellis.core.case import Wave
from trellis.core.errors import NotAllowed, NotFound
from trellis.core.study import Person, Role
from trellis.study.work import Work


def work_of(study, name):
    return Work(study._work.file, name)  # the second person at the same file


def test_somebody_new_joins_as_an_analyst_by_a_change_of_their_own(study):
    ben = work_of(study, "Ben").person()

    assert ben.role is Role.ANALYST
    assert [person.name for person in study.team.now()] == ["Ana", "Ben"]


def test_a_name_is_the_same_person_however_it_is_spelt(study):
    assert work_of(study, "ANA").person().name == "Ana"
    assert len(study.team.now()) == 1


def test_who_has_done_nothing_is_not_known(study):
    with pytest.raises(NotFound, match="Ben has not done anything"):
        work_of(study, "Ben").known_person()


def test_an_auditor_changes_nothing(study):
    auditor = work_of(study, "Odd")
    joined = auditor.person()
    with study._work.change("person.role") as change:  # a change like any other
        change.update(joined, replace(joined, role=Role.AUDITOR))
    before = study.history.dump()

    with pytest.raises(NotAllowed, match="auditor"), auditor.change("memo.add") as change:
        change.delete(*change.all(Person))

    assert study.history.dump() == before


def test_a_rehearsal_by_somebody_new_leaves_nothing_behind(study):
    before, number = study.history.dump(), study.history.number()
    newcomer = work_of(study, "Ben")

    with newcomer.rehearsal("study.rehearse") as change:
        change.insert(Wave(change.new_key(), 0, "one", "B"))

    assert (study.history.dump(), study.history.number()) == (before, number)
