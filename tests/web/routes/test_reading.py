from __future__ import annotations

from tests.study.indexed_study import OMAR
from tests.web.indexed import index

__all__ = ["index"]


def test_every_source_is_listed_with_who_has_read_it(index):
    index.post(f"/reading/{index.sources['omar']}/log", how="whole", turn=3)

    listed = {one["name"]: one for one in index.get("/reading").json()}

    assert list(listed) == ["guide", "janet", "omar"]
    assert [(each["person"], each["turn"]) for each in listed["omar"]["read"]] == [("Ana", 3)]
    assert listed["janet"]["read"] == []


def test_a_source_opens_with_positions_in_code_points(index):
    opened = index.get(f"/reading/{index.sources['omar']}").json()

    last = opened["parts"][-1]
    assert opened["text"] == OMAR
    assert opened["text"][last["words"] : last["end"]].startswith("Supervision was")
    assert [part["role"] for part in opened["parts"]] == [None, "interviewer", None]
    assert [one["name"] for one in opened["cases"]] == ["Omar"]


def test_a_source_that_is_not_there_is_told(index):
    answer = index.get("/reading/12")

    assert answer.status_code == 404
    assert answer.json()["slug"] == "not-found"


def test_a_memo_stands_beside_its_words_and_is_edited_on_what_was_seen(index):
    source = index.sources["omar"]
    index.post(f"/reading/{source}/memos", text="bins again", start=0, end=5)
    [memo] = index.beside("omar")["memos"]
    assert (memo["text"], memo["start"], memo["end"], memo["by"]) == ("bins again", 0, 5, "Ana")
    seen = {"If-Match": f'"{memo["rev"]}"'}

    first = index.client.patch(f"{index.base}/memos/{memo['k']}", json={"text": "mine"}, headers=seen)
    second = index.client.patch(f"{index.base}/memos/{memo['k']}", json={"text": "theirs"}, headers=seen)

    assert (first.status_code, second.status_code) == (200, 412)
    assert second.json()["current"]["text"] == "mine"


def test_a_memo_is_removed(index):
    source = index.sources["omar"]
    index.post(f"/reading/{source}/memos", text="bins again")
    [memo] = index.beside("omar")["memos"]

    index.client.delete(f"{index.base}/memos/{memo['k']}", headers={"If-Match": f'"{memo["rev"]}"'})

    assert index.beside("omar")["memos"] == []


def test_a_reading_is_taken_back(index):
    index.post(f"/reading/{index.sources['omar']}/log", how="skimmed")
    assert index.beside("omar")["read"][0]["how"] == "skimmed"

    index.client.delete(f"{index.base}/reading/{index.sources['omar']}/log")

    assert index.beside("omar")["read"] == []


def test_a_turn_past_every_text_is_refused(index):
    answer = index.post(f"/reading/{index.sources['omar']}/log", how="whole", turn=10**20)

    assert answer.status_code == 422
