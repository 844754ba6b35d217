"""Two copies that drew the same keys: refused when merged, and merged once one of them was given new keys."""

from __future__ import annotations

from random import Random

import pytest

from tests.study.copies import copied, merged, opened, snapshot, start
from tests.study.deeds import EVERY, do
from tests.study.picking import records
from trellis.core.coding import Coding
from trellis.core.errors import Invalid, StudyFileError
from trellis.core.framework_wording import Wording
from trellis.core.merging import Conflict
from trellis.core.wave_change import WaveChange
from trellis.store.dump import differences
from trellis.store.installation import Installation
from trellis.study.chart_given import Stretch

NUMBER = 4711


def file_of(study):
    return study._work.file  # numbers are no user's business


def numbered(study, home, person, number=NUMBER):
    """The study opened again at its place, which from now on draws keys under a number that was chosen."""
    path, place = file_of(study).database.path, Installation(home).place(file_of(study).database.path)
    with file_of(study).database.write() as connection:
        row = (number, f"place {person}", place, 9_000_000, 1)
        connection.exec_driver_sql("INSERT INTO replica VALUES (?, ?, ?, ?, ?)", row)
    study.close()
    return opened(path, home, person)


def continued(study, home, person):
    """The study opened at a place that goes on under the number of the place that it was copied from."""
    path, place = file_of(study).database.path, Installation(home).place(file_of(study).database.path)
    with file_of(study).database.write() as connection:
        connection.exec_driver_sql("UPDATE replica SET place = ?", (place,))
    study.close()
    return opened(path, home, person)


@pytest.fixture(params=["by chance", "a machine that was copied"])
def pair(request, tmp_path):
    """Ana's study and Ben's copy, which draw the same keys."""
    ana = start(tmp_path)
    ben = copied(ana, tmp_path)
    if request.param == "by chance":
        ana, ben = numbered(ana, tmp_path / "home-a", "Ana"), numbered(ben, tmp_path / "home-b", "Ben")
    else:
        ben = continued(ben, tmp_path / "home-b", "Ben")
    yield ana, ben
    ana.close()
    ben.close()


def code(study, start=0, source="s0", **more):
    return study.index.code(source, ["1.1"], start=start, end=start + 10, **more).added[0]


def rekeyed(study, other, folder, name="new"):
    path = study.apart.rekey(snapshot(other, folder, "other"), folder / f"{name}.trellis")
    return opened(path, folder / f"home-{name}", "Ben")


def spans(study):
    return sorted((coding.start, coding.end) for coding in records(study, Coding))


def test_what_is_refused_merges_after_it_was_given_new_keys(pair, tmp_path):
    ana, ben = pair
    code(ana)
    mine = code(ben, 20)
    ben.index.annotate(mine.k, "a note")
    ben.chart.write("s0", "1.1", "She waits")
    with pytest.raises(StudyFileError, match="trellis rekey"):
        merged(ana, ben, tmp_path)

    with rekeyed(ben, ana, tmp_path) as new:
        assert new.history.check() == []
        assert spans(new) == spans(ben)
        done = merged(ana, new, tmp_path)

        assert done.conflicts == 0
        assert spans(ana) == [(0, 10), (20, 30)]
        assert [coding.note for coding in records(ana, Coding) if coding.start == 20] == ["a note"]
        assert ana.history.check() == []
        merged(new, ana, tmp_path)
        assert differences(new.history.dump(), ana.history.dump()) == []
        assert merged(ana, new, tmp_path).nothing_new


def test_a_change_between_waves_and_its_evidence_get_keys_of_their_new_place(pair, tmp_path):
    ana, ben = pair
    code(ana)
    for wave in ("early", "late"):
        ben.waves.add(wave)
    ben.waves.say("s0", "1.1", "emerges", "at first")
    ben.waves.link("s0", "1.1", Stretch("s0", 0, 10))
    ben.waves.say("s0", "1.1", "ceases", "on second thoughts")
    old = records(ben, WaveChange)[0].k

    with rekeyed(ben, ana, tmp_path) as new:
        assert new.history.check() == []
        assert records(new, WaveChange)[0].k != old
        new.waves.say("s0", "1.1", "increases", "said again")
        assert [one.text for one in records(new, WaveChange)] == ["said again"]
        assert len(new.waves.change_at("s0", "1.1").evidence) == 1
        for _ in range(4):
            new.history.undo()
        assert records(new, WaveChange) == []
        assert new.history.check() == []


def test_both_files_stay_as_they_are(pair, tmp_path):
    ana, ben = pair
    code(ana)
    code(ben, 20)
    before = ana.history.dump(), ben.history.dump(), ben.history.number()

    rekeyed(ben, ana, tmp_path).close()

    assert (ana.history.dump(), ben.history.dump(), ben.history.number()) == before


def test_history_keeps_who_did_what_when_and_is_still_undone(pair, tmp_path):
    ana, ben = pair
    code(ana)
    before = ben.history.dump()
    code(ben, 20)
    code(ben, 40)
    told = [(row["time"], row["person"], row["what"]) for row in ben.history.table().records()]

    with rekeyed(ben, ana, tmp_path) as new:
        again = [(row["time"], row["person"], row["what"]) for row in new.history.table().records()]
        assert again[-len(told) :] == told
        assert again[0][2] == "gave what was done here new keys"
        new.history.undo()
        new.history.undo()
        assert spans(new) == []
        assert [row[3:] for row in new.history.dump()["source"]] == [row[3:] for row in before["source"]]
        with new.at(1) as then:
            assert then.history.number() == 1
        assert new.history.check() == []


def test_a_conflict_between_the_two_is_asked_as_ever(pair, tmp_path):
    ana, ben = pair
    ana.framework.rename("1", "Labour")
    ben.framework.rename("1", "Toil")

    with rekeyed(ben, ana, tmp_path) as new:
        assert merged(ana, new, tmp_path).conflicts == 1

    [row] = ana.apart.conflicts().records()
    assert (row["ours"], row["theirs"], row["by whom"]) == ("Labour", "Toil", "Ben")
    ana.apart.settle(1, "theirs")
    assert ana.history.check() == []


def test_the_same_work_under_old_keys_is_not_brought_in_again(pair, tmp_path):
    ana, ben = pair
    code(ana)
    code(ben, 20)
    third = copied(ben, tmp_path, "Cleo", "c")
    with rekeyed(ben, ana, tmp_path) as new:
        merged(ana, new, tmp_path)
        with pytest.raises(StudyFileError, match="under different keys"):
            merged(new, third, tmp_path)

    with pytest.raises(StudyFileError, match="under different keys"):
        merged(ana, third, tmp_path)
    third.close()


def test_work_that_others_went_on_from_is_not_given_new_keys(pair, tmp_path):
    ana, ben = pair
    code(ana)
    code(ben, 20)
    third = copied(ben, tmp_path, "Cleo", "c")
    code(third, 40)
    merged(ben, third, tmp_path)

    with pytest.raises(Invalid, match="give the other file new keys"):
        rekeyed(ben, ana, tmp_path)
    with rekeyed(ana, ben, tmp_path) as new:
        merged(ben, new, tmp_path)

    assert spans(ben) == [(0, 10), (20, 30), (40, 50)]
    assert ben.history.check() == []
    third.close()


def test_copies_whose_keys_do_not_collide_are_merged_as_they_are(tmp_path):
    with start(tmp_path) as ana, copied(ana, tmp_path) as ben:
        code(ben)
        with pytest.raises(Invalid, match="no keys of the two copies collide"):
            rekeyed(ben, ana, tmp_path)

    assert not (tmp_path / "new.trellis").exists()


def test_a_name_that_is_taken_is_refused(pair, tmp_path):
    ana, ben = pair
    code(ana)
    code(ben, 20)
    (tmp_path / "new.trellis").write_text("mine")

    with pytest.raises(StudyFileError, match="exists already"):
        rekeyed(ben, ana, tmp_path)
    assert (tmp_path / "new.trellis").read_text() == "mine"


def test_a_package_whose_number_collides_comes_back(tmp_path):
    ana = start(tmp_path)
    ana.framework.add(Wording("More"))
    ana.apart.handout("Ben", tmp_path / "p.trellis")
    ben = numbered(opened(tmp_path / "p.trellis", tmp_path / "home-p", "Ben"), tmp_path / "home-p", "Ben")
    ana = numbered(ana, tmp_path / "home-a", "Ana")
    code(ana)
    code(ben, 20)

    with rekeyed(ben, ana, tmp_path) as new:
        merged(ana, new, tmp_path)

    assert spans(ana) == [(0, 10), (20, 30)]
    assert ana.history.check() == []
    ana.close()
    ben.close()


@pytest.mark.parametrize("seed", range(3))
def test_anything_done_under_colliding_keys_holds_together_under_new_ones(pair, tmp_path, seed):
    ana, ben = pair
    for study, chance in ((ana, Random(seed)), (ben, Random(100 + seed))):
        for _ in range(40):
            do(study, chance.choice(sorted(EVERY)), chance)

    with rekeyed(ben, ana, tmp_path) as new:
        for table, rows in ben.history.dump().items():
            assert len(rows) + (table == "setting") == len(new.history.dump()[table])
        merged(ana, new, tmp_path)
        assert ana.history.check() == new.history.check() == []
        while new.history.undo() is not None:
            pass
        assert records(new, Conflict) == []
        assert new.history.check() == []
