from __future__ import annotations

import pytest

from tests.store.factories import add_theme
from trellis.core.errors import AlreadyThere, Invalid, NotAllowed, NotFound
from trellis.core.study import Role
from trellis.study.study import Study


def as_(study, name):
    return Study(study._work.file, name)


def roles(study):
    return {person.name: person.role for person in study.team.now()}


@pytest.fixture
def ben(study):
    study.team.add("Ben", Role.CODER)
    return as_(study, "Ben")


def test_the_lead_adds_somebody_before_they_begin(study):
    study.team.add("  Ben   Okoro ", Role.CODER)

    assert roles(study) == {"Ana": Role.LEAD, "Ben Okoro": Role.CODER}
    assert study.history.table().records()[0]["what"] == "added somebody to the team"


def test_a_name_that_is_there_is_not_added_again(study, ben):
    with pytest.raises(AlreadyThere, match="Ben is in the study already, as coder"):
        study.team.add("ben")


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_person_needs_a_name_of_some_length(study, name):
    with pytest.raises(Invalid, match="a person's name has 1 to 200 characters"):
        study.team.add(name)


def test_a_role_holds_from_the_next_change_on(study, ben):
    with pytest.raises(NotAllowed, match="Ben is coder"), ben._work.change("framework.add"):
        pass

    study.team.set_role("Ben", Role.ANALYST)

    with ben._work.change("framework.add") as change:
        add_theme(change, "Ben's")
    assert roles(study)["Ben"] is Role.ANALYST


def test_the_same_role_again_is_no_change(study, ben):
    before = study.history.number()

    study.team.set_role("Ben", Role.CODER)

    assert study.history.number() == before


def test_nobody_but_the_lead_gives_roles(study, ben):
    with pytest.raises(NotAllowed, match="only its lead"):
        ben.team.set_role("Ben", Role.LEAD)
    with pytest.raises(NotAllowed, match="only its lead"):
        ben.team.add("Cleo")


def test_a_study_keeps_a_lead(study, ben):
    with pytest.raises(Invalid, match="Ana is the study's only lead; give somebody else that role first"):
        study.team.set_role("Ana", Role.ANALYST)

    study.team.set_role("Ben", Role.LEAD)
    study.team.set_role("Ana", Role.ANALYST)

    assert roles(study) == {"Ana": Role.ANALYST, "Ben": Role.LEAD}


def test_who_sees_pseudonymised_texts_only_becomes_no_analyst(study, ben):
    study.pseudonyms.show_only("Ben")

    with pytest.raises(Invalid, match="Ben is analyst; only these can be set to see pseudonymised texts only"):
        study.team.set_role("Ben", Role.ANALYST)
    study.team.set_role("Ben", Role.AUDITOR)

    assert study.team.listing().records()[1] == {"person": "Ben", "role": "auditor", "texts": "pseudonymised only"}


def test_somebody_who_is_not_there_has_no_role(study):
    with pytest.raises(NotFound, match="there is no person “Zoe”"):
        study.team.set_role("Zoe", Role.CODER)


def test_a_role_is_given_back_by_undo(study, ben):
    study.team.set_role("Ben", Role.AUDITOR)

    study.history.undo()

    assert roles(study)["Ben"] is Role.CODER
