from __future__ import annotations

import pytest

from tests.study.framework_study import (
    ROLES,
    with_themes,
)
from trellis.core.errors import NotFound
from trellis.core.framework_wording import Wording


def test_a_theme_of_an_older_version_is_found_by_its_number_then(study):
    study.framework.import_file(ROLES / "framework-v1.toml")
    study.framework.apply_operations(ROLES / "operations.toml")

    found = study.framework.find_number("3.4").rows()

    assert ("today", "3.4", "Working alone", "3.4 Working alone", "was 5.2 in v1") in found
    assert ("v1", "3.4", "Other", "3.5 Other", "was 3.4 in v1") in found


def test_a_number_that_never_was_is_named(study):
    with pytest.raises(NotFound, match=r"9.9"):
        study.framework.find_number("9.9")


def test_a_version_stays_as_it_was(study):
    with_themes(study, "Support")
    study.framework.name_version("v1", "first")

    study.framework.rename("1", "Help")

    assert study.framework.tree(version="v1").rows()[0][:2] == ("1", "Support")
    assert study.framework.tree().note == "Changed since v1: 1 renamed"


def test_habit_names_the_next_version_by_what_changed(study):
    with_themes(study, "Support", "Team")
    assert study.framework.name_version().name == "v1"

    study.framework.rename("1", "Help")
    assert study.framework.name_version().name == "v1.0.1"
    study.framework.add(Wording("Desks"), "2")
    assert study.framework.name_version().name == "v1.1"
    study.framework.retire("2.1")
    assert study.framework.suggested_name() == "v2"


def test_comparing_tells_reasons_given_between_the_two_versions_only(study):
    with_themes(study, "Support")
    study.framework.rename("1", "Help", reason="too early")
    study.framework.name_version("v1")
    study.framework.rename("1", "Aid", reason="plainer")

    assert study.framework.compare("v1").rows() == [("renamed", "1 Help", "1 Aid", "", "plainer")]


@pytest.mark.parametrize("given", ["Isolation", "5.4"])
def test_a_theme_that_is_gone_is_told_with_what_it_became(study, given):
    study.framework.import_file(ROLES / "framework-v1.toml")
    study.framework.merge(["5.3"], "5.2")
    study.framework.retire("5.3")

    with pytest.raises(NotFound, match=r"in v1 it was 5\.[34] (Isolation, now merged into 5\.2|Other, now retired)"):
        study.framework.rename(given, "Else")
