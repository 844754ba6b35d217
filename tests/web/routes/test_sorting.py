from __future__ import annotations

import pytest

from tests.study.indexed_study import JANET, OMAR
from tests.web.indexed import index

__all__ = ["index"]


@pytest.fixture
def coded(index):
    for name, text, words in (("omar", OMAR, "We walked there"), ("janet", JANET, "walk round")):
        start = text.index(words)
        index.code(name, start, start + len(words), "Walking")
    return index


def test_the_extracts_of_a_theme_come_by_case_or_attribute(coded):
    by_case = coded.get(f"/sort/{coded.themes['Beginning']}").json()
    by_site = coded.get(f"/sort/{coded.themes['Beginning']}", by="site").json()

    assert [(one["groups"], one["words"]) for one in by_case] == [
        (["Janet"], "walk round"),
        (["Omar"], "We walked there"),
    ]
    assert [one["groups"] for one in by_site] == [["North"], ["South"]]


def test_extracts_are_marked_as_reviewed(coded):
    [first, second] = coded.get(f"/sort/{coded.themes['Walking']}").json()

    coded.post("/sort/review", codings=[first["k"], second["k"]])
    coded.post("/sort/review", codings=[second["k"]], on=False)

    assert [one["reviewed"] for one in coded.get(f"/sort/{coded.themes['Walking']}").json()] == [True, False]


def test_the_turns_around_an_extract_are_given_on_demand(coded):
    [_, extract] = coded.get(f"/sort/{coded.themes['Walking']}").json()
    place = {"start": extract["start"], "end": extract["end"], "turns": 1}

    around = coded.get(f"/reading/{extract['source_key']}/around", **place).json()

    assert [(turn["n"], turn["label"]) for turn in around] == [(2, "I"), (3, "Omar")]
