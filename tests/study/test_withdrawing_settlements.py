"""What was settled about somebody's words goes with them."""

from __future__ import annotations

import pytest

from tests.study.test_withdrawing import gone, holding, needles
from tests.study.withdrawn_study import CANARIES, GROUP, OTHER, SAID, filled


@pytest.fixture
def told(study):
    """Two readings of her words and of Basil's, settled with reasons that name her and repeat what she said."""
    filled(study)
    study.rounds.open("double")
    for source, quote in (("drusilla-one", SAID), ("group", GROUP), ("basil", OTHER)):
        for coder, theme in (("Ana", "1"), ("Ben", "2")):
            study.index.code(source, [theme], quote=quote, coder=coder, round="double")
    study.rounds.close("double")
    for number in (1, 2, 3):
        study.rounds.settle("double", number, "both stand", f"Drusilla says {SAID}")
    return study


def test_nothing_of_theirs_is_in_any_byte(told, tmp_path):
    wanted = needles(told)

    gone(told)

    assert holding(tmp_path, wanted) == []
    told.rounds.write_disagreements("double", tmp_path / "left.csv")
    assert holding(tmp_path, [*wanted, *CANARIES]) == []


def test_what_was_settled_about_others_stays_without_their_name(told):
    gone(told)

    items = told.rounds.disagreements("double", standing="settled").items
    assert [(item.source, item.words) for item in items] == [("basil", OTHER)]
    assert items[0].decision.reason == "[removed] says [removed]"
    assert told.history.check() == []
