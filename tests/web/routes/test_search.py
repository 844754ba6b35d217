from __future__ import annotations

from tests.web.indexed import index

__all__ = ["index"]


def test_hits_come_in_pages_with_their_context(index):
    first = index.get("/search", q="walk* OR walked", limit=2).json()
    second = index.get("/search", q="walk* OR walked", limit=2, after=first["next"]).json()

    places = [(hit["source"], hit["words"]) for hit in first["items"] + second["items"]]
    assert places == [("guide", "walk"), ("guide", "walk"), ("janet", "walk"), ("janet", "walked")]
    assert second["items"][0]["left"].endswith("I’d ")


def test_a_search_is_narrowed_by_what_stands_in_the_address(index):
    facets = index.get("/search/facets").json()
    assert [one["name"] for one in facets["attributes"]] == ["site"]

    north = index.get("/search", q="walk*", attribute="site=North").json()["items"]
    one = index.get("/search", q="walk*", source=index.sources["omar"]).json()["items"]

    assert {hit["source"] for hit in north} == {"janet"}
    assert {hit["source"] for hit in one} == {"omar"}
    assert index.get("/search", q="walk*", attribute="site").status_code == 422


def test_hits_are_counted(index):
    assert index.get("/search/count", q="walk*").json() == {"hits": 5, "parts": 5, "sources": 3}


def test_a_query_that_cannot_be_read_is_told_with_its_place(index):
    answer = index.get("/search", q="(walk")

    assert answer.status_code == 422
    assert "character" in answer.json()["detail"]


def test_chosen_hits_wait_as_suggestions(index):
    [hit] = index.get("/search", q="supervision", source=index.sources["omar"], limit=1).json()["items"]
    only = [{"source": hit["source_key"], "start": hit["start"], "end": hit["end"]}]
    before = len(index.beside("omar")["suggestions"])

    index.post("/search/suggest", q="supervision", under=index.themes["Support"], widen="turn", only=only)

    assert len(index.beside("omar")["suggestions"]) == before + 1
