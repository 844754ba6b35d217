from __future__ import annotations

import pytest

from trellis.core.errors import Invalid, NotAllowed
from trellis.core.study import MAY_DO, PERMITS, Person, Role, require, with_role


def a_person(role):
    return Person(1, 0, "Ben", role)


@pytest.mark.parametrize(
    ("role", "action"),
    [
        (Role.LEAD, "framework.split"),
        (Role.ANALYST, "chart.write"),
        (Role.CODER, "index.code"),
        (Role.PANEL, "memo.add"),
    ],
)
def test_a_role_may_do_what_it_is_for(role, action):
    require(a_person(role), action)


@pytest.mark.parametrize(
    ("role", "action"),
    [(Role.CODER, "framework.split"), (Role.PANEL, "index.code"), (Role.AUDITOR, "memo.add")],
)
def test_a_role_may_do_nothing_else(role, action):
    with pytest.raises(NotAllowed, match=f"Ben is {role.value} in this study and may not do “{action}”"):
        require(a_person(role), action)


def test_the_only_lead_stays_lead():
    ana = Person(2, 0, "Ana", Role.LEAD)

    with pytest.raises(Invalid, match="the study's only lead"):
        with_role(ana, Role.AUDITOR, [ana, a_person(Role.ANALYST)])
    assert with_role(ana, Role.AUDITOR, [ana, a_person(Role.LEAD)]).role is Role.AUDITOR
    assert with_role(ana, Role.LEAD, [ana]) == ana


def test_every_role_is_told_in_words():
    assert set(PERMITS) == set(MAY_DO) == set(Role)
