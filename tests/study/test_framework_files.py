from __future__ import annotations

import pytest

from tests.study.framework_study import (
    ROLES,
)
from trellis.core.errors import AlreadyThere


def test_a_framework_comes_in_once(study):
    study.framework.import_file(ROLES / "framework-v1.toml")

    with pytest.raises(AlreadyThere, match="--dry-run"):
        study.framework.import_file(ROLES / "framework-v2.toml")


def test_a_file_beside_a_framework_shows_what_differs(study):
    study.framework.import_file(ROLES / "framework-v1.toml")

    same = study.framework.import_file(ROLES / "framework-v1.toml", dry_run=True)
    other = study.framework.import_file(ROLES / "framework-v2.toml", dry_run=True)

    assert len(same) == 0
    assert ("born", None, "2.2 Making the role up") in [row[:3] for row in other.rows()]
    assert ("gone", "5.3 Isolation", None) in [row[:3] for row in other.rows()]


@pytest.mark.parametrize("form", ["toml", "csv", "xlsx", "md"])
def test_what_was_exported_comes_in_again_the_same(study, tmp_path, form):
    study.framework.import_file(ROLES / "framework-v2.toml")
    written = tmp_path / f"framework.{form}"
    written.write_bytes(study.framework.export(form))

    assert study.framework.import_file(written, dry_run=True).rows() == []
    assert study.framework.export(form) == written.read_bytes()
