from __future__ import annotations

import pytest

from tests.study.withdrawn_study import filled
from trellis.core.errors import CannotUndo, NotFound


@pytest.fixture
def dated(study):
    filled(study)
    study.retention.keep_until("2031-03-31")
    study.retention.keep_until("2027-01-31", "basil")
    return study


def test_only_originals_past_their_day_are_destroyed(dated):
    gone = dated.retention.dispose("2027-02-01")

    assert gone.rows() == [("basil", "basil.txt", "2027-01-31", "2027-02-01")]
    assert dated.sources.original("group")
    with pytest.raises(NotFound):
        dated.sources.original("basil")
    assert "buses" in dated.sources.text("basil")
    assert dated.history.check() == []


def test_an_original_is_kept_on_its_last_day_and_destroyed_once(dated):
    assert dated.retention.dispose("2027-01-31").rows() == []
    dated.retention.dispose("2027-02-01")

    assert dated.retention.dispose("2027-02-02").rows() == []


def test_disposal_cannot_be_undone_and_setting_a_date_can(dated):
    before = dated.history.dump()
    dated.retention.keep_until("2040-01-01")
    dated.history.undo()
    assert dated.history.dump() == before

    dated.retention.dispose("2027-02-01")

    with pytest.raises(CannotUndo, match="on purpose"):
        dated.history.undo()
