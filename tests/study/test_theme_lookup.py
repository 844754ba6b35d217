from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.indexed_study import filled
from trellis.core.errors import NotFound
from trellis.core.framework import Operation, ThemeOperation, ThemeState
from trellis.study.resolve import theme_given
from trellis.study.theme_lookup import ThemeLookup


@pytest.fixture
def work(study):
    return filled(study)._work


def named(reader, given: str, version: str | None = "v1") -> int:
    lookup = ThemeLookup(reader)
    return lookup.theme(given, None if version is None else lookup.version(version))


@pytest.mark.parametrize("given", ["1.2", "1.2.", "Walking", "walk"])
def test_numbers_and_names_of_a_version_are_found(work, given):
    with work.read() as reader:
        assert named(reader, given) == theme_given(reader, "1.2").k == named(reader, given, None)


def test_what_was_merged_leads_on_and_what_was_retired_does_not(work):
    with work.change("test.merge") as change:
        walking, known, support = (theme_given(change, number) for number in ("1.2", "1.1", "2"))
        change.update(walking, replace(walking, state=ThemeState.MERGED))
        change.update(known, replace(known, state=ThemeState.RETIRED))
        made = ThemeOperation(
            change.new_key(), 0, Operation.MERGE, walking.k, (support.k,), (), "", None, change.person, change.at
        )
        change.insert(made)

    with work.read() as reader:
        assert named(reader, "1.2") == support.k
        with pytest.raises(NotFound, match=r"1\.1 of v1 is retired now"):
            named(reader, "1.1")


@pytest.mark.parametrize("given", ["3", "1.9", "Dancing"])
def test_what_the_version_has_not_is_told(work, given):
    with work.read() as reader, pytest.raises(NotFound, match="v1"):
        named(reader, given)
