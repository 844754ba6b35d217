from __future__ import annotations

import pytest

from trellis.core.errors import NotAllowed
from trellis.core.study import Person, Role, require


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
