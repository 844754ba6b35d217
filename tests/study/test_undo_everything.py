"""Promise 3, over the whole of `study/`: every change can be undone, and every earlier state read again."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.study.deeds import EVERY, a_study, do
from trellis.core.errors import CannotUndo

# A failing run names its deeds and seed; making it smaller would take longer than reading it.
PHASES = [phase for phase in Phase if phase is not Phase.shrink]
anything = settings(max_examples=20, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
deeds = st.lists(st.sampled_from(sorted(EVERY)), min_size=5, max_size=30)
seeds = st.integers(0, 2**32)


def done(study, names, seed):
    """Does the deeds; the dump after each that changed something, by the number of the newest change."""
    chance = Random(seed)
    dumps = {study.history.number(): study.history.dump()}
    for name in names:
        before = study.history.dump()
        refused = do(study, name, chance)
        after = study.history.dump()
        assert refused is None or after == before, f"“{name}” was refused ({refused}) and wrote all the same"
        dumps[study.history.number()] = after
    return dumps


@anything
@given(deeds, seeds)
def test_undoing_in_reverse_order_passes_through_every_earlier_state(tmp_path, names, seed):
    study = a_study(tmp_path)
    dumps = done(study, names, seed)
    states = list(dumps.values())

    for _ in range(len(states) - 1):
        study.history.undo()
        assert study.history.dump() in states[:-1]
    assert study.history.dump() == states[0]
    for _ in range(len(states) - 1):
        study.history.redo()
    assert study.history.dump() == states[-1]
    assert study.history.check() == []
    study.close()


@anything
@given(deeds, seeds)
def test_the_state_at_each_earlier_change_equals_the_dump_taken_then(tmp_path, names, seed):
    study = a_study(tmp_path)
    dumps = done(study, names, seed)

    for number, dump in dumps.items():
        with study.at(number) as then:
            assert then.history.dump() == dump
    study.close()


def refusal_of(study, number):
    try:
        study.history.undo(number)
    except CannotUndo as refusal:
        return str(refusal)
    return None


@anything
@given(deeds, seeds)
def test_out_of_order_undo_succeeds_or_names_the_change_that_stands_in_the_way(tmp_path, names, seed):
    study = a_study(tmp_path)
    first = study.history.number()
    done(study, names, seed)
    numbers = list(range(first + 1, study.history.number() + 1))
    Random(seed).shuffle(numbers)

    for number in numbers:
        before = study.history.dump()
        refusal = refusal_of(study, number)
        if refusal is not None:
            assert re.search(r"change \d+ ", refusal)
            assert study.history.dump() == before
    assert study.history.check() == []
    study.close()


BEFORE = ("code", "code again", "write", "rule", "name version", "new round")
FIRST = {
    "settle review": ("code", "code again", "another text", "another text"),
    "settle": ("second reading",) * 4,
    "settle another": ("second reading",) * 4,
    "carry round": ("code in round", "close round"),
    **dict.fromkeys(
        (
            "look for cases",
            "place case",
            "remove finding",
            "rest finding",
            "rest on cell",
            "reword finding",
        ),
        ("find", "rest finding", "write"),
    ),
    "remove case": ("add case",) * 3,
    "say change": ("add wave",) * 4,
    **dict.fromkeys(("rest change", "rest change more"), (*["add wave"] * 4, "say change", "say change")),
    **dict.fromkeys(
        ("turn words of change", "take words of change", "confirm change", "unsay change"),
        (*["add wave"] * 4, *["say change"] * 3, *["rest change"] * 6, *["correct"] * 4),
    ),
    "unlink": ("write more", "write more", "write more", "draw", "draw", "relink", "relink", "relink"),
    **dict.fromkeys(("name cell", "judge", "judge more", "override"), ("declare",)),
    **dict.fromkeys(("unjudge", "confirm judgement"), ("declare", *["judge"] * 12)),
}
"""What some deeds need besides."""
BEFORE_DESCRIBING = ("define attribute", "set attribute", "add wave", "memo")
BEFORE_MAPPING = ("write more", "draw", "draw more", "add category", "new typology", "add dimension")


@pytest.mark.parametrize("name", sorted(EVERY))
def test_each_deed_can_be_done_at_all(tmp_path, name):
    study = a_study(tmp_path)
    chance = Random(7)
    first = (*(["guide"] if name in {"cover", "feed topic"} else []), *FIRST.get(name, ()))
    for preparation in (
        *BEFORE,
        *BEFORE_DESCRIBING,
        *BEFORE_MAPPING,
        *(["guide"] if name in {"cover", "feed topic"} else []),
        *first,
    ):
        do(study, preparation, chance)
    before = study.history.dump()

    refusals = [do(study, name, chance) for _ in range(12)]

    assert None in refusals
    assert study.history.dump() != before
    study.close()
