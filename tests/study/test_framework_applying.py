from __future__ import annotations

import pytest

from tests.study.framework_study import (
    ROLES,
    with_themes,
)
from trellis.core.errors import Invalid
from trellis.exchange.framework_toml import read_framework


def test_the_operations_of_the_example_make_its_second_version(study):
    study.framework.import_file(ROLES / "framework-v1.toml")

    study.framework.apply_operations(ROLES / "operations.toml")

    wanted = read_framework((ROLES / "framework-v2.toml").read_bytes(), "v2")
    made = read_framework(study.framework.export("toml"), "made")
    assert made.themes == wanted.themes
    assert (made.version, made.reason) == ("v2", wanted.reason)


def test_applying_a_list_is_one_change_that_undoes_exactly(study):
    study.framework.import_file(ROLES / "framework-v1.toml")
    before = study.history.dump()
    study.framework.apply_operations(ROLES / "operations.toml")

    study.history.undo()

    assert study.history.dump() == before
    assert study.history.check() == []


def test_a_rehearsed_list_changes_nothing(study):
    study.framework.import_file(ROLES / "framework-v1.toml")
    before = study.history.dump()

    table = study.framework.apply_operations(ROLES / "operations.toml", dry_run=True)

    assert len(table) == 18
    assert study.history.dump() == before


def test_a_list_with_an_operation_that_is_refused_changes_nothing(study, tmp_path):
    with_themes(study, "Support", ">Supervision")
    listed = tmp_path / "operations.toml"
    first = '[[operation]]\nkind = "rename"\ntheme = "1"\nname = "Help"\n'
    listed.write_text(first + '[[operation]]\nkind = "retire"\ntheme = "1"\n', "utf-8")
    before = study.history.dump()

    with pytest.raises(Invalid, match=r"operation 2 \(retire\): 1 Help has sub-themes in use"):
        study.framework.apply_operations(listed)

    assert study.history.dump() == before
