from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.core.errors import Invalid, NotFound
from trellis.core.filters import Filters


@pytest.fixture
def indexed(study):
    made = filled(study)
    made.index.code("janet", "1.1", quote="Slowly.", note="first")
    made.index.code("janet", ["1.1", "2"], turn=5)
    made.index.code("omar", "1.2", turn=3, coder="Ben")
    made.index.code("janet", "1.2", turn=1)
    made.index.code("guide", "1", quote="walk with people")
    return made


def words(study, *given, **more) -> list[str]:
    return [extract.words for extract in study.index.retrieve(*given, **more).extracts]


def test_everything_under_a_theme_and_its_sub_themes_comes_by_source_and_position(indexed):
    found = indexed.index.retrieve("1").extracts

    assert [(extract.source, extract.number) for extract in found] == [
        ("guide", "1"),
        ("janet", "1.2"),
        ("janet", "1.1"),
        ("janet", "1.1"),
        ("omar", "1.2"),
    ]


def test_an_extract_says_all_that_is_known_of_it(indexed):
    [extract] = [one for one in indexed.index.retrieve("1.1").extracts if one.words == "Slowly."]

    assert (extract.cases, extract.speaker, extract.part, extract.from_ms) == (("Janet",), "P1", 2, 120_000)
    assert (extract.theme, extract.coder, extract.note) == ("Being known", "Ana", "first")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(case=("Janet",)), 1),
        (Filters(case=("Lil",)), 2),
        (Filters(where=(("site", ("North",)),)), 3),
        (Filters(where=(("site", ("North", "South")),)), 4),
        (Filters(where=(("site", ("not known",)),)), 0),
        (Filters(wave=("first",)), 4),
        (Filters(coder=("Ben",)), 1),
        (Filters(kind=("document",)), 1),
        (Filters(speaker=("interviewer",)), 1),
        (Filters(theme="2"), 1),
        (Filters(round="main"), 6),
    ],
)
def test_filters_narrow_what_comes(indexed, filters, count):
    assert len(words(indexed, None, filters)) == count == indexed.index.number_of_codings(None, filters)


def test_pages_follow_one_another_even_where_a_coding_has_gone(indexed):
    whole = [extract.coding for extract in indexed.index.retrieve().extracts]
    first = indexed.index.retrieve(limit=2)
    indexed.index.remove(first.extracts[1].coding)

    rest = indexed.index.retrieve(limit=None, after=first.next)

    assert [extract.coding for extract in (*first.extracts, *rest.extracts)] == whole
    assert rest.next is None


def test_another_round_is_read_when_it_is_named_or_adopted(indexed):
    indexed.rounds.open("second")
    indexed.index.code("omar", "2", turn=3, round="second")

    assert len(words(indexed, "2")) == 1
    assert words(indexed, "2", Filters(round="second")) == words(indexed, "2", Filters(round="second"), limit=None)
    indexed.rounds.adopt("second")
    assert [extract.source for extract in indexed.index.retrieve("2").extracts] == ["omar"]


def test_names_that_fit_nothing_are_refused(indexed):
    with pytest.raises(NotFound):
        indexed.index.retrieve("7")
    with pytest.raises(NotFound):
        indexed.index.retrieve("1", Filters(coder=("Zoe",)))
    with pytest.raises(Invalid, match="does not fit the attribute"):
        indexed.index.retrieve("1", Filters(where=(("site", ("East",)),)))
    with pytest.raises(Invalid, match="no kind of source"):
        indexed.index.retrieve("1", Filters(kind=("song",)))
    with pytest.raises(Invalid, match="no cursor"):
        indexed.index.retrieve("1", after="1:2")
