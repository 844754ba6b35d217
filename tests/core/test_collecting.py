from __future__ import annotations

import gc

import pytest

from trellis.core.collecting import uncollected


def test_the_collector_rests_within_and_works_after():
    with uncollected(), uncollected():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_it_works_again_after_a_failure():
    with pytest.raises(ValueError, match="so"), uncollected():
        raise ValueError("so")

    assert gc.isenabled()
