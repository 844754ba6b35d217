from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.core.attribute import Attribute, AttributeType, AttributeValue, HowKnown, Owner
from trellis.core.case import Case
from trellis.core.errors import Invalid, NotFound
from trellis.core.filters import NOT_KNOWN, Filters
from trellis.core.framework_wording import Wording
from trellis.core.source import Source
from trellis.study.index import Unit


@pytest.fixture
def indexed(study):
    made = filled(study)
    made.index.code("janet", "1.1", quote="Slowly.")
    made.index.code("janet", "1.1", turns="4-5")
    made.index.code("janet", "1.2", turn=5)
    made.index.code("janet", "2", turn=1)
    made.index.code("omar", "1.2", turn=3)
    made.index.code("guide", "2", quote="walk with people")
    return made


def test_cases_are_counted_first_and_once(indexed):
    table = indexed.index.crosstab("site")

    assert table.columns == ("number", "theme", "North", "South", "total")
    assert table.rows() == [("1", "Beginning", 2, 1, 3), ("2", "Support", 0, 0, 0)]
    assert "2 codings belong to no case" in table.note


def test_segments_are_counted_on_request(indexed):
    table = indexed.index.crosstab("site", "1", count="segments")

    assert table.rows() == [
        ("1", "Beginning", 3, 1, 4),
        ("1.1", "Being known", 2, 0, 2),
        ("1.2", "Walking", 1, 1, 2),
    ]


@pytest.mark.parametrize("theme", ["1", "1.1", "1.2", "2"])
@pytest.mark.parametrize("filters", [Filters(), Filters(source=("janet",)), Filters(case=("Lil",))])
def test_every_count_opens_its_words(indexed, theme, filters):
    cases = indexed.index.crosstab("site", theme, filters).records()[0]
    segments = indexed.index.crosstab("site", theme, filters, count=Unit.SEGMENTS).records()[0]

    for value in ("North", "South"):
        narrowed = Filters(source=filters.source, case=filters.case, where=(("site", (value,)),))
        extracts = indexed.index.retrieve(theme, narrowed).extracts
        wanted = {"Janet": "North", "Lil": "North", "Omar": "South"}
        named = {case for extract in extracts for case in extract.cases if wanted[case] == value}
        assert segments[value] == len(extracts)
        assert cases[value] == len(named & set(filters.case) if filters.case else named)


def test_sources_have_attributes_too_and_some_have_no_value(indexed):
    with indexed._work.change("test.attribute") as change:
        place = Attribute(change.new_key(), 0, "place", Owner.SOURCE, AttributeType.TEXT, (), False, "a")
        janet = next(source for source in change.all(Source) if source.name == "janet")
        change.insert(place, AttributeValue(place.k, janet.k, 0, 0, "café", HowKnown.RECORDED, ""))

    table = indexed.index.crosstab("place", count="segments")

    assert table.columns == ("number", "theme", "café", NOT_KNOWN, "total")
    assert table.rows() == [("1", "Beginning", 3, 1, 4), ("2", "Support", 1, 1, 2)]
    assert len(indexed.index.retrieve("2", Filters(where=(("place", (NOT_KNOWN,)),))).extracts) == 1


def test_a_value_that_changes_between_waves_counts_by_the_sources_wave(indexed):
    with indexed._work.change("test.attribute") as change:
        mood = Attribute(change.new_key(), 0, "mood", Owner.CASE, AttributeType.ORDERED, ("low", "high"), True, "a")
        janet = next(source for source in change.all(Source) if source.name == "janet")
        case = next(k for k in indexed_cases(change) if k[1] == "Janet")[0]
        change.insert(
            mood,
            AttributeValue(mood.k, case, 0, 0, "high", HowKnown.TOLD, ""),
            AttributeValue(mood.k, case, janet.wave, 0, "low", HowKnown.TOLD, ""),
        )

    row = indexed.index.crosstab("mood", "1.1").records()[0]

    assert (row["low"], row["high"], row[NOT_KNOWN], row["total"]) == (1, 0, 1, 2)


def indexed_cases(reader):
    return [(case.k, case.name) for case in reader.all(Case)]


def test_counts_say_what_stands_under_each_theme(indexed):
    assert indexed.index.counts().rows() == [
        ("1", "Beginning", 0, 4, 3, 2),
        ("1.1", "Being known", 2, 2, 2, 1),
        ("1.2", "Walking", 2, 2, 2, 2),
        ("2", "Support", 2, 2, 0, 2),
    ]


def test_nothing_indexed_counts_nothing(study):
    made = filled(study)

    assert made.index.crosstab("site").rows() == [("1", "Beginning", 0, 0, 0), ("2", "Support", 0, 0, 0)]
    assert [row[2:] for row in made.index.counts().rows()] == [(0, 0, 0, 0)] * 4


def test_what_cannot_be_counted_is_refused(indexed):
    with pytest.raises(Invalid, match="cannot be counted"):
        indexed.index.crosstab("site", count="people")
    with pytest.raises(NotFound, match="no attribute"):
        indexed.index.crosstab("age")


def test_the_tree_for_a_screen_has_keys_parents_and_open_codes_last(indexed):
    code = indexed.framework.add_code(Wording("Tiredness"))
    indexed.index.code("janet", "Tiredness", quote="wore me out")

    tree = indexed.index.theme_counts()

    assert (tree.number, tree.k[-1]) == (("1", "1.1", "1.2", "2", ""), code.k)
    assert tree.parent == (None, tree.k[0], tree.k[0], None, None)
    assert (tree.own[-1], tree.codings[-1], tree.cases[-1], tree.change) == (1, 1, 1, indexed.history.number())
    assert "Tiredness" not in {row[1] for row in indexed.index.counts().rows()}
