from __future__ import annotations

import pytest

from trellis.bootstrap import new_study


class Served:
    """A study in the library with Ana as its lead, and its people over the wire."""

    def __init__(self, client) -> None:
        self.client, self.base = client, "/api/studies/s/people"

    def people(self):
        return {one["name"]: one for one in self.client.get(self.base).json()}

    def set_role(self, name, role, rev=None):
        person = self.people()[name]
        headers = {"If-Match": f'"{person["rev"] if rev is None else rev}"'}
        return self.client.put(f"{self.base}/{person['k']}/role", json={"role": role}, headers=headers)


@pytest.fixture
def served(library, client):
    new_study(library / "s.trellis", "S", "Ana").close()
    return Served(client)


def test_somebody_is_added_and_told_with_what_they_may_do(served):
    answer = served.client.post(served.base, json={"name": "Nia", "role": "coder"})

    assert answer.status_code == 201
    nia = served.people()["Nia"]
    assert (nia["role"], nia["me"], nia["may"]) == (
        "coder",
        False,
        "index, write memos, note readings, make rules",
    )
    assert served.people()["Ana"]["me"] is True


def test_a_role_is_given(served):
    served.client.post(served.base, json={"name": "Nia"})

    assert served.set_role("Nia", "auditor").status_code == 200
    assert served.people()["Nia"]["role"] == "auditor"


def test_a_role_that_somebody_else_gave_meanwhile_is_not_written_over(served):
    served.client.post(served.base, json={"name": "Nia"})
    before = served.people()["Nia"]["rev"]
    served.set_role("Nia", "auditor")

    answer = served.set_role("Nia", "coder", rev=before)

    assert answer.status_code == 412
    assert answer.json()["current"]["role"] == "auditor"


def test_the_only_lead_stays(served):
    answer = served.set_role("Ana", "analyst")

    assert answer.status_code == 422
    assert "the study's only lead" in answer.json()["detail"]
