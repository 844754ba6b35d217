"""Many at once: nothing is lost, nothing is done twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

PATH = "/api/studies/roles"


def add_question(server, n):
    """Adds a question as a careful client does: on the state that it saw, and again where that had changed."""
    with server.client() as client:
        while True:
            study = client.get(PATH).json()
            given = {"questions": [*study["questions"], f"Question {n}?"]}
            answer = client.patch(PATH, json=given, headers={"If-Match": f'"{study["rev"]}"'})
            if answer.status_code == 200:
                return answer.json()["change"]
            assert answer.status_code == 412, answer.text


def test_no_update_is_lost(server, client, roles):
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda n: add_question(server, n), range(16)))

    assert set(client.get(PATH).json()["questions"]) == {f"Question {n}?" for n in range(16)}
    assert sorted(numbers) == list(range(2, 18))


def test_equal_requests_that_come_together_are_carried_out_once(server, client, roles):
    rev = client.get(PATH).json()["rev"]
    headers = {"If-Match": f'"{rev}"', "Idempotency-Key": "request-00001"}

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.patch(PATH, json={"title": "Newer"}, headers=headers), range(8)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert client.get(PATH).json()["number"] == 2


def test_studies_made_together_get_names_of_their_own(server, client, library):
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: client.post("/api/studies", json={"title": "Roles"}).json()["name"], range(4)))

    assert sorted(made) == ["Roles", "Roles 2", "Roles 3", "Roles 4"]
