"""Promise: two copies worked on at random and merged, both ways round and again across, come to the same."""

from __future__ import annotations

from random import Random

import pytest

from tests.study.copies import copied, snapshot, start
from tests.study.deeds import EVERY, do
from tests.study.picking import records
from trellis.core.coding import Coding
from trellis.core.errors import Invalid

SEEDS = range(5)
ADDING = (
    *("code", "code again", "write", "write more", "new round", "rule", "bring in", "accept", "link"),
    *("add case", "add wave", "define attribute", "memo", "read"),
    *("draw", "draw more", "relink", "add category"),
    *("new typology", "add dimension", "add value", "name type"),
)
HERS = b"mostly, number 0"
"""Words that stand in one source only."""


def worked_on(folder, seed, names, count):
    """Two copies, each with so many random deeds of the given kinds."""
    ana = start(folder)
    chance = Random(seed)
    for name in ("code", "code again", "write", "rule", "declare", "judge"):
        do(ana, name, chance)
    ben = copied(ana, folder)
    for study, chance in ((ana, Random(2 * seed + 1)), (ben, Random(2 * seed + 2))):
        for _ in range(count):
            do(study, chance.choice(names), chance)
    return ana, ben


def across(ana, ben, folder):
    """Both merge the other's state at one moment. The conflicts that came up new, on each side."""
    from_ana, from_ben = snapshot(ana, folder, "from-ana"), snapshot(ben, folder, "from-ben")
    return ana.apart.merge(from_ben).conflicts, ben.apart.merge(from_ana).conflicts


def settled(study, seed):
    """Settles everything that waits, at random; what cannot stand is left as ours."""
    chance = Random(seed)
    for row in study.apart.conflicts().records():
        try:
            study.apart.settle(row["number"], chance.choice(["ours", "theirs"]))
        except Invalid:  # work rests on it, or a theme would stand in itself
            study.apart.settle(row["number"], "ours")


@pytest.mark.parametrize("seed", SEEDS)
def test_copies_that_only_added_end_with_equal_dumps(tmp_path, seed):
    ana, ben = worked_on(tmp_path, seed, ADDING, 60)
    every = {coding.k for study in (ana, ben) for coding in records(study, Coding)}

    first = across(ana, ben, tmp_path)
    again = across(ana, ben, tmp_path)

    assert (first, again) == ((0, 0), (0, 0))
    assert ana.history.dump() == ben.history.dump()
    assert {coding.k for coding in records(ana, Coding)} == every
    assert ana.history.check() == ben.history.check() == []
    ana.close()
    ben.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_copies_that_did_anything_agree_once_all_is_settled(tmp_path, seed):
    ana, ben = worked_on(tmp_path, seed, sorted(EVERY), 60)
    across(ana, ben, tmp_path)
    assert across(ana, ben, tmp_path) == (0, 0)
    settled(ana, seed)

    ben_after = ben.apart.merge(snapshot(ana, tmp_path))
    ana_after = ana.apart.merge(snapshot(ben, tmp_path))
    ben.apart.merge(snapshot(ana, tmp_path))

    assert (ben_after.conflicts, ana_after.conflicts) == (0, 0)
    assert ben.apart.conflicts().values == ana.apart.conflicts().values == ()
    assert ana.history.dump() == ben.history.dump()
    assert ana.history.check() == ben.history.check() == []
    ana.close()
    ben.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_undo_still_works_after_a_merge(tmp_path, seed):
    ana, ben = worked_on(tmp_path, seed, sorted(EVERY), 40)
    before = ana.history.dump()
    ana.apart.merge(snapshot(ben, tmp_path))
    merged = ana.history.dump()
    for name in ("code", "write", "add theme"):
        do(ana, name, Random(seed))

    while ana.history.dump() != merged:
        assert ana.history.undo() is not None
    ana.history.undo()

    assert ana.history.dump() == before
    ana.history.redo()
    assert ana.history.dump() == merged
    assert ana.history.check() == []
    ana.close()
    ben.close()


def bytes_of(study, folder):
    """Everything that a copy of the study holds."""
    path = snapshot(study, folder, "looked-at")
    held = path.read_bytes()
    path.unlink()
    return held


@pytest.mark.parametrize("seed", SEEDS)
def test_a_withdrawal_in_one_copy_leaves_nothing_in_either(tmp_path, seed):
    ana = start(tmp_path)
    speaks = next(iter(ana.cases.listing().records()))["case"]
    ben = copied(ana, tmp_path)
    chance = Random(seed)
    for _ in range(40):
        do(ben, chance.choice(sorted(EVERY)), chance)
    assert HERS in bytes_of(ana, tmp_path)
    ana.withdrawals.withdraw(str(speaks), "remove data", cut_off="2026-03-31", in_other_sources=True)
    for _ in range(20):
        do(ana, chance.choice(sorted(EVERY)), chance)

    across(ana, ben, tmp_path)

    assert HERS not in bytes_of(ana, tmp_path)
    assert HERS not in bytes_of(ben, tmp_path)
    assert ana.history.check() == ben.history.check() == []
    ana.close()
    ben.close()
