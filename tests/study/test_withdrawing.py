from __future__ import annotations

import re

import pytest

from tests.study.withdrawn_study import CANARIES, GROUP, OTHER, SAID, filled
from trellis.core.case import Case, Participant
from trellis.core.errors import CannotUndo, Invalid, NotFound, StudyFileError
from trellis.core.source import Source, Version
from trellis.core.traces import RUN_WORDS
from trellis.store.erasing import buried
from trellis.store.installation import Installation
from trellis.store.study_file import open_study
from trellis.study.study import Study


@pytest.fixture
def told(study):
    return filled(study)


def gone(study, **how):
    how = {"cut_off": "2026-03-31", "in_other_sources": True, **how}
    return study.withdrawals.withdraw("Drusilla", "remove data", **how)


def needles(study):
    """Everything of Drusilla's that may be found nowhere: canaries, runs of six words, names, file names, hashes."""
    words = re.findall(r"\S+", SAID), re.findall(r"\S+", GROUP)
    runs = [" ".join(said[at : at + RUN_WORDS]) for said in words for at in range(len(said) - RUN_WORDS + 1)]
    with study._work.read() as reader:  # hashes are no user's business
        hashes = [v.sha for v in reader.all(Version)] + [s.original for s in reader.all(Source)]
    return [*CANARIES, *runs, "drusilla-one", *filter(None, hashes)]


def holding(folder, wanted):
    """(file, needle) for every needle that stands in the bytes of a file of the folder, capitals aside."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [(p.name, n) for p in files for n in wanted if n.lower().encode() in p.read_bytes().lower()]


def test_before_a_withdrawal_every_canary_is_in_the_bytes_of_the_file(told, tmp_path):
    found = {needle for _, needle in holding(tmp_path, CANARIES)}

    assert found == set(CANARIES)


def test_after_a_withdrawal_nothing_of_theirs_is_in_any_byte(told, tmp_path):
    wanted = needles(told)

    done = gone(told)

    assert done.finished
    assert holding(tmp_path, wanted) == []
    told.chart.export(tmp_path / "chart.csv")
    told.chart.export(tmp_path / "chart.html")
    told.history.backup(tmp_path / "after.trellis")
    assert holding(tmp_path, wanted) == []


def test_nothing_is_left_after_an_encrypted_study_is_decrypted_either(told, tmp_path):
    wanted = needles(told)
    told.history.recrypt(tmp_path / "locked.trellis", "four words of mine")
    told.close()
    for left in tmp_path.glob("s.trellis*"):
        left.unlink()
    file = open_study(tmp_path / "locked.trellis", Installation(tmp_path / "home"), passphrase="four words of mine")
    again = Study(file, "Ana")

    gone(again)
    again.history.recrypt(tmp_path / "plain.trellis", None)
    again.close()

    assert holding(tmp_path, wanted) == []


def test_a_withdrawal_leaves_a_sound_study(told):
    gone(told)

    assert told.history.check() == []


def test_what_others_said_stays_to_the_character(told):
    before = told.sources.text("group")

    gone(told)
    after = told.sources.text("group")

    assert len(after) == len(before)
    assert f"Basil: {OTHER} even now." in after
    assert "zeppelin" not in after
    assert OTHER in told.sources.text("basil")
    assert [row["theme"] for row in told.index.listing().records()] == ["Company", "Company"]


def test_the_person_has_a_name_that_says_nothing(told):
    done = gone(told)

    with told._work.read() as reader:
        people = {one.pseudonym for one in reader.all(Participant)}
        cases = {case.name for case in reader.all(Case)}
    assert done.label == "withdrawn 1"
    assert people == {"withdrawn 1", "Basil"} == cases


def test_cells_of_others_that_lost_evidence_are_to_be_looked_at_again(told):
    gone(told)

    with_basil = told.chart.cell("Basil", "2")

    assert "returned" in str(with_basil)
    assert "Lists and buses, unlike [removed]" in str(with_basil)


def test_search_finds_nothing_of_theirs(told):
    gone(told)

    assert told.search.count("marmalade").hits == 0
    assert told.search.count("buses").hits == 3


def test_a_withdrawal_cannot_be_undone_and_says_so(told):
    gone(told)

    with pytest.raises(CannotUndo, match="on purpose"):
        told.history.undo()


def test_the_past_across_a_withdrawal_says_removed(told):
    before = told.history.number()
    gone(told)

    with pytest.raises(StudyFileError, match="removed on purpose"):
        told.at(before)
    assert told.at(told.history.number()).history.dump() == told.history.dump()


def test_a_dry_run_shows_what_rests_on_the_person_and_changes_nothing(told):
    before, number = told.history.dump(), told.history.number()

    shown = gone(told, dry_run=True)
    counts = {row["what"]: row["how many"] for row in shown.rests.records()}

    assert (told.history.dump(), told.history.number()) == (before, number)
    assert counts["sources of theirs"] == counts["sources shared with others"] == counts["starred quotations"] == 1
    assert counts["codings"] == 2
    assert counts["statements"] == 2
    assert counts["memos"] == 1
    assert counts["sources of others that name or quote them"] == 1


def test_other_peoples_words_about_them_stay_unless_asked_for(told):
    gone(told, in_other_sources=False)

    assert "Drusilla told me" in told.sources.text("basil")
    assert told.history.check() == []


def test_what_went_is_buried(told):
    with told._work.read() as reader:
        source = next(s.k for s in reader.all(Source) if s.name == "drusilla-one")
        participant = next(p.k for p in reader.all(Participant) if p.pseudonym == "Drusilla")

    gone(told)

    with told._work.read() as reader:
        graves = buried(reader.connection)
    assert {("source", source), ("participant", participant)} <= graves


def test_copies_that_still_hold_the_data_are_named(told, tmp_path):
    told.history.backup(tmp_path / "saved.trellis")
    told.history.backup(tmp_path / "lost.trellis")
    (tmp_path / "lost.trellis").unlink()

    assert gone(told).copies == (str(tmp_path / "saved.trellis"),)


@pytest.mark.parametrize("level", ["no further contact", "no new use"])
def test_the_lower_levels_remove_nothing_and_are_undone(told, level):
    before = told.history.dump()

    told.withdrawals.withdraw("Drusilla", level, cut_off="2026-03-31")

    assert told.withdrawals.listing().rows() == [("Drusilla", level, "2026-03-31")]
    assert SAID in told.sources.text("drusilla-one")
    told.history.undo()
    assert told.history.dump() == before
    assert told.history.check() == []


def test_a_level_or_person_that_is_not_there_is_refused(told):
    with pytest.raises(Invalid, match="no further contact, no new use, remove data"):
        told.withdrawals.withdraw("Drusilla", "vanish", cut_off="2026-03-31")
    with pytest.raises(NotFound, match="Drusilla"):
        told.withdrawals.withdraw("Nobody", cut_off="2026-03-31")


def test_work_goes_on_after_a_withdrawal(told):
    gone(told)
    before = told.history.dump()

    told.index.code("basil", ["1"], quote="list of buses")
    told.history.undo()

    assert told.history.dump() == before
    assert told.history.check() == []
