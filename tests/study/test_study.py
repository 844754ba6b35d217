from __future__ import annotations

import pytest

from trellis.core.errors import AlreadyThere
from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.study.study import found


def test_two_that_make_the_same_study_make_one(tmp_path):
    first = create(tmp_path / "one.trellis", Installation(tmp_path / "home"))
    second = create(tmp_path / "one.trellis", Installation(tmp_path / "home"))

    found(first, "A study", "Ana")
    with pytest.raises(AlreadyThere, match="open it"):
        found(second, "Another", "Ben")
    first.close()
    second.close()
