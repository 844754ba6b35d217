from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

PATH = "/api/studies/roles"


@pytest.fixture
def renamed(client, roles):
    """The study after three titles, the first of them “New roles”."""
    for title in ("Second", "Third"):
        rev = client.get(PATH).json()["rev"]
        client.patch(PATH, json={"title": title}, headers={"If-Match": f'"{rev}"'})


def title(client, **query):
    return client.get(PATH, params=query).json()["title"]


def test_a_study_is_read_as_it_was(client, renamed):
    assert [title(client, at=1), title(client, at=2), title(client, at=3), title(client)] == [
        "New roles",
        "Second",
        "Third",
        "Third",
    ]


def test_an_earlier_state_has_its_own_history(client, renamed):
    numbers = [line["number"] for line in client.get(f"{PATH}/history", params={"at": 2}).json()["items"]]

    assert numbers == [2, 1]


def test_an_earlier_state_is_read_by_many_at_once(client, renamed):
    with ThreadPoolExecutor(8) as pool:
        titles = set(pool.map(lambda n: title(client, at=1 + n % 2), range(24)))

    assert titles == {"New roles", "Second"}


def test_an_earlier_state_stays_as_it_was_while_the_study_goes_on(client, renamed):
    before = title(client, at=3)
    client.post(f"{PATH}/undo")

    assert (before, title(client, at=3), title(client)) == ("Third", "Third", "Second")


@pytest.mark.parametrize("number", [99, 2**40])
def test_a_change_that_is_not_there_has_no_state(client, renamed, number):
    assert client.get(PATH, params={"at": number}).status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_what_is_no_number_is_refused(client, renamed, number):
    assert client.get(PATH, params={"at": number}).status_code == 422


def test_nothing_is_written_to_an_earlier_state(client, renamed):
    client.post(f"{PATH}/undo", params={"at": 1})

    assert title(client) == "Second"


@pytest.mark.parametrize("limit", [0, 1001, "x"])
def test_a_page_has_a_size_that_fits(client, roles, limit):
    assert client.get(f"{PATH}/history", params={"limit": limit}).status_code == 422


@pytest.mark.parametrize("mark", ["short", "x" * 65, "with space", "ümlaut-ü".encode()])
def test_a_mark_is_plain(client, roles, mark):
    assert client.post(f"{PATH}/undo", headers={"Idempotency-Key": mark}).status_code == 422
