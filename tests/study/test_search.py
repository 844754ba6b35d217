from __future__ import annotations

import pytest

from tests.study.indexed_study import GUIDE, JANET, OMAR, filled
from trellis.core.errors import BadQuery, Invalid, NotFound
from trellis.core.filters import Filters
from trellis.study import search

TEXTS = {"janet": JANET, "omar": OMAR, "guide": GUIDE}


@pytest.fixture(params=[0, 1000], ids=["text by text", "all at once"])
def indexed(study, request, monkeypatch):
    monkeypatch.setattr(search, "FEW", request.param)
    return filled(study)


def found(study, query: str, **more) -> list[tuple[str, str]]:
    hits = study.search.find(query, **more).hits
    assert all(TEXTS[hit.source][hit.start : hit.end] == hit.words for hit in hits)
    return [(hit.source, hit.words) for hit in hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ubung", [("janet", "Übung")]),
        ('"car park"', [("janet", "car park"), ("omar", "car park")]),
        ("walk* NOT car", [("guide", "walk"), ("guide", "walk"), ("janet", "walked")]),
        ("NEAR(park walk, 3)", [("janet", "walk"), ("janet", "park")]),
        ("NEAR(park walk, 2)", []),
        ("bins OR slowly", [("janet", "Slowly"), ("omar", "bins")]),
        ("/walk(ed|s)\\b/", [("janet", "walked"), ("omar", "walked")]),
        ("/ÜBUNG/", [("janet", "Übung")]),
        ("/\\bsuperv\\w+/", [("omar", "supervision"), ("omar", "Supervision")]),
        ("week", [("omar", "week")]),
    ],
)
def test_a_query_finds_its_words_at_their_offsets(indexed, query, expected):
    assert found(indexed, query) == expected


def test_a_hit_says_who_spoke_where_and_when(indexed):
    [hit] = indexed.search.find("slowly").hits

    assert (hit.speaker, hit.part, hit.from_ms, hit.cases) == ("P1", 2, 120_000, ("Janet",))
    assert (hit.left, hit.words, hit.right[:7]) == ("", "Slowly", ". I’d w")


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        (Filters(source=("janet",)), ["janet", "janet"]),
        (Filters(kind=("document",)), ["guide", "guide"]),
        (Filters(wave=("first",)), ["janet", "janet"]),
        (Filters(case=("Lil",)), ["janet"]),
        (Filters(where=(("site", ("South",)),)), ["omar"]),
        (Filters(where=(("site", ("North",)),)), ["janet", "janet"]),
        (Filters(speaker=("p2",)), ["janet"]),
        (Filters(speaker=("interviewer",)), []),
    ],
)
def test_filters_narrow_what_is_found(indexed, filters, sources):
    assert [source for source, _ in found(indexed, "walk*", filters=filters)] == sources


def test_a_theme_keeps_what_lies_inside_its_segments_and_those_below_it(indexed):
    indexed.index.code("janet", "1.2", turn=2)

    assert found(indexed, "walk*", filters=Filters(theme="1")) == [("janet", "walk")]
    assert found(indexed, "walk*", filters=Filters(theme="2")) == []


def test_pages_follow_one_another_without_gap_or_repeat(indexed):
    whole = indexed.search.find("walk* OR car OR name").hits
    paged, after = [], None
    while True:
        page = indexed.search.find("walk* OR car OR name", limit=1, after=after)
        paged += page.hits
        if (after := page.next) is None:
            break

    assert tuple(paged) == whole
    assert len(whole) == 9


def test_a_count_tells_hits_parts_and_sources(indexed):
    count = indexed.search.count("walk*")

    assert (count.hits, count.parts, count.sources) == (5, 5, 3)


def test_what_cannot_be_understood_is_said_with_its_place(indexed):
    with pytest.raises(BadQuery, match="character 6"):
        indexed.search.find("walk (park")
    with pytest.raises(BadQuery, match="broken at character"):
        indexed.search.find("/wal(k/")
    with pytest.raises(Invalid, match="no cursor"):
        indexed.search.find("walk", after="x")
    with pytest.raises(NotFound, match="no source"):
        indexed.search.find("walk", Filters(source=("nobody",)))
