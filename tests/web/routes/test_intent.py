from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.factories import add_source
from tests.study.chart_study import DENISE, add_sample, writing
from trellis.bootstrap import open_study
from trellis.core.source import Source, SourceKind

AT = "/api/studies/roles/intent"
GUIDE = "Each worker has supervision every month."


def resting_on(rev):
    return {"If-Match": f'"{rev}"'}


@pytest.fixture
def sources(roles, library):
    with open_study(library / "roles.trellis", "Ana") as study:
        add_sample(study)
        with writing(study) as change:
            made = add_source(change, GUIDE, "guide")
            stored = change.get(Source, made.k)
            change.update(stored, replace(stored, kind=SourceKind.DOCUMENT))
            return {source.name: source.k for source in change.all(Source)}


@pytest.fixture
def provided(client, sources):
    """One provision, by sites; the way to its key."""
    given = {"text": "Supervision every month.", "source": sources["guide"], "quote": "supervision every month"}
    assert client.post(f"{AT}/provisions", json=given).status_code == 201
    client.put(f"{AT}/groups", json={"attribute": "Site"})
    return f"{AT}/provisions/{client.get(AT).json()['rows'][0]['k']}"


def row(client):
    return client.get(AT).json()["rows"][0]


def tell(client, provided, value, rev, text=""):
    return client.put(
        f"{provided}/told", json={"group": "North", "value": value, "text": text}, headers=resting_on(rev)
    )


def test_a_provision_stands_with_its_words_and_a_cell_for_each_group(client, provided):
    chart = client.get(AT).json()

    assert (chart["attribute"], chart["groups"], chart["people"]) == ("Site", ["South", "North"], [1, 1])
    assert [one["words"] for one in row(client)["evidence"]] == ["supervision every month"]
    assert row(client)["cells"] == [None, None]


def test_words_that_are_no_documents_are_refused(client, provided, sources):
    given = {"text": "Talks.", "source": sources["denise"], "quote": "Nobody told me what it was."}

    assert client.post(f"{AT}/provisions", json=given).status_code == 422


def test_a_cell_is_said_rests_on_words_and_is_taken_back(client, provided, sources):
    assert tell(client, provided, "diluted", 0, "every third month").status_code == 200
    words = {"group": "North", "source": sources["denise"], "quote": "Nobody told me", "side": "against"}
    assert client.post(f"{provided}/evidence", json=words).status_code == 201

    cell = row(client)["cells"][1]
    [piece] = cell["evidence"]
    assert (cell["value"], cell["text"]) == ("diluted", "every third month")
    assert (piece["source"], piece["words"], piece["side"]) == (sources["denise"], "Nobody told me", "against")
    assert client.delete(f"{AT}/evidence/{piece['k']}").status_code == 200
    assert row(client)["cells"][1]["evidence"] == []
    assert tell(client, provided, None, cell["rev"]).status_code == 200
    assert row(client)["cells"] == [None, None]


def test_words_that_do_not_stand_there_are_refused_by_name(client, provided, sources):
    tell(client, provided, "diluted", 0)
    words = {"group": "North", "source": sources["denise"], "quote": "every month"}

    answer = client.post(f"{provided}/evidence", json=words)

    assert (answer.status_code, "does not stand in denise" in answer.json()["detail"]) == (422, True)


def test_a_cell_changed_in_two_windows_is_not_overwritten_unseen(client, provided):
    tell(client, provided, "diluted", 0)

    answer = tell(client, provided, "exceeded", 0)

    assert (answer.status_code, answer.json()["current"]["value"]) == (412, "diluted")
    assert tell(client, provided, "exceeded", answer.json()["current"]["rev"]).status_code == 200


def test_a_provision_is_removed_as_it_was_seen(client, provided):
    assert client.delete(provided, headers=resting_on(0)).status_code == 412
    assert client.delete(provided, headers=resting_on(row(client)["rev"])).status_code == 200
    assert client.get(AT).json()["rows"] == []


def test_words_are_linked_by_where_they_stand(client, provided, sources):
    tell(client, provided, "diluted", 0)
    start = DENISE.index("Nobody told me")
    given = {"group": "North", "source": sources["denise"], "start": start, "end": start + 14}

    assert client.post(f"{provided}/evidence", json=given).status_code == 201

    told = row(client)["cells"][1]
    assert [one["words"] for one in told["evidence"]] == ["Nobody told me"]


def test_words_without_a_place_or_themselves_are_refused(client, provided, sources):
    tell(client, provided, "diluted", 0)

    refused = client.post(f"{provided}/evidence", json={"group": "North", "source": sources["denise"], "quote": " "})

    assert (refused.status_code, "where they begin and end" in refused.json()["detail"]) == (422, True)
