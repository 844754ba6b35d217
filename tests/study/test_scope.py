from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.core.case import Wave
from trellis.core.errors import Ambiguous, NotFound
from trellis.core.filters import Filters
from trellis.study.scope import scope_of


@pytest.fixture
def work(study):
    return filled(study)._work


def sources(work, filters: Filters) -> list[str]:
    with work.read() as reader:
        return [text.name for text in scope_of(reader, filters).texts]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(), ["guide", "janet", "omar"]),
        (Filters(source=("janet", "omar")), ["janet", "omar"]),
        (Filters(kind=("Interview",)), ["janet", "omar"]),
        (Filters(wave=("first",)), ["janet"]),
        (Filters(case=("Omar", "Lil")), ["janet", "omar"]),
        (Filters(where=(("site", ("South",)),)), ["omar"]),
        (Filters(case=("Janet",), where=(("site", ("South",)),)), []),
    ],
)
def test_filters_leave_the_sources_that_fit(work, filters, names):
    assert sources(work, filters) == names


def test_a_place_is_kept_where_it_belongs_to_a_wanted_case(work):
    with work.read() as reader:
        scope = scope_of(reader, Filters(where=(("site", ("North",)),)))
        open_scope = scope_of(reader, Filters())

    [janet] = scope.texts
    assert scope.admitted is not None
    [wanted] = set(scope.admitted.values())
    assert scope.admits(janet.source, list(wanted)[:1])
    assert not scope.admits(janet.source, ())
    assert open_scope.admits(janet.source, ())


def test_speakers_are_named_by_label_or_role(work):
    with work.read() as reader:
        scope = scope_of(reader, Filters(speaker=("p1", "Interviewer")))

    assert scope.hears("P1", "participant")
    assert scope.hears("INT", "interviewer")
    assert not scope.hears("P2", "participant")
    assert not scope.hears(None, None)


def test_names_that_fit_nothing_or_too_much_are_refused(work):
    with pytest.raises(NotFound):
        sources(work, Filters(wave=("tenth",)))
    with pytest.raises(NotFound):
        sources(work, Filters(where=(("age", ("9",)),)))
    with work.change("test.wave") as change:
        change.insert(Wave(change.new_key(), 0, "first again", "X"))
    with pytest.raises(Ambiguous):
        sources(work, Filters(wave=("fir",)))
