from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.bootstrap import open_study

AT = "/api/studies/roles/queue"


@pytest.fixture
def returned(client, roles, library):
    """A cell of Ana's that Ben returned."""
    with open_study(library / "roles.trellis", "Ana") as study:
        sample = add_sample(study)
        study.chart.write("Denise", "1.2", "There are four.")
        study.under("Ben").chart.mark("Denise", "1.2", "returned", question="Four what?")
    return sample


def test_a_returned_cell_is_shown_with_its_question_and_answered(client, returned):
    [cell] = client.get(AT).json()["to_answer"]
    assert [(one["by"], one["text"]) for one in cell["talk"]] == [("Ben", "Four what?")]

    client.post(f"{AT}/answer", json={"case": cell["case"], "theme": cell["theme"], "text": "Four forms."})

    assert client.get(AT).json()["to_answer"] == []


def test_something_is_assigned_and_ticked_off(client, returned):
    given = {"person": "Ben", "task": "chart", "case": returned.cases["Yusuf"]}
    client.post(f"{AT}/assignments", json=given)
    [assigned] = client.get(AT).json()["others"]
    assert (assigned["person"], assigned["about"]) == ("Ben", "Yusuf")

    client.post(f"{AT}/assignments/{assigned['k']}/done", json={})

    assert client.get(AT).json()["others"] == []


def test_a_cell_is_assigned_in_its_wave(client, roles, library):
    with open_study(library / "roles.trellis", "Ana") as study:
        sample = add_sample(study, waves=True)
        wave = study.chart.matrix().rows[0].wave
    cell = {"case": sample.cases["Denise"], "theme": sample.themes["routes"], "wave": wave}
    given = {"person": "Ana", "task": "chart", **cell}

    client.post(f"{AT}/assignments", json=given)

    [assigned] = client.get(AT).json()["mine"]
    assert assigned["about"].startswith("Denise × 1.1 Routes in (")
