from __future__ import annotations

import pytest

from tests.study.framework_study import (
    with_themes,
)
from trellis.core.errors import AlreadyThere, Invalid


def test_a_second_version_of_one_name_is_refused(study):
    with_themes(study, "Support")
    study.framework.name_version("v1")

    with pytest.raises(AlreadyThere, match="“V1” already"):
        study.framework.name_version("V1")


def test_an_empty_framework_has_no_version(study):
    with pytest.raises(Invalid, match="no themes yet"):
        study.framework.name_version("v1")
