"""Withdrawal after a merge: questions that wait hold words of both sides. Files of corrections, printed references."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.copies import copied, merged
from tests.study.picking import records
from tests.study.test_withdrawing import gone, holding, needles
from tests.study.withdrawn_study import GROUP, OTHER, SAID, filled
from trellis.core.chart import Statement
from trellis.core.memo import Memo
from trellis.core.merging import Conflict
from trellis.core.source import Source, Version
from trellis.core.wave_change import WaveChange
from trellis.study.chart_given import Words


@pytest.fixture
def told(study):
    return filled(study)


@pytest.fixture
def ben(told, tmp_path):
    copy = copied(told, tmp_path)
    yield copy
    copy.close()
    for left in tmp_path.glob("b.trellis*"):  # it holds everything, as a copy does
        left.unlink()


def with_both(told, ben, tmp_path, deed):
    """Our study after both did something else to the same, merged; nothing of the other copy is left on the disk."""
    deed(told, "ours")
    deed(ben, "theirs")
    done = merged(told, ben, tmp_path)
    (tmp_path / "sent.trellis").unlink()
    return done


def edit_memo(study, words):
    memo = next(m for m in records(study, Memo) if "and Basil did not" in m.text)
    study.memos.edit(memo.k, text=f"She said {SAID}, say {words}.")


def test_a_question_that_waits_is_put_without_their_words(told, ben, tmp_path):
    wanted = needles(told)
    assert with_both(told, ben, tmp_path, edit_memo).conflicts == 1

    gone(told)
    ben.close()
    (tmp_path / "b.trellis").unlink()

    [row] = told.apart.conflicts().records()
    assert {row["ours"], row["theirs"]} == {"She said [removed], say ours.", "She said [removed], say theirs."}
    assert holding(tmp_path, wanted) == []
    told.apart.settle(row["number"], "theirs")
    assert "She said [removed], say theirs." in [memo.text for memo in records(told, Memo)]
    assert told.history.check() == []


def test_a_question_about_them_is_asked_no_more(told, ben, tmp_path):
    wanted = [*needles(told), "dru of "]
    with_both(told, ben, tmp_path, lambda study, words: study.cases.rename("Drusilla", f"Dru of {words}"))
    with_both(told, ben, tmp_path, lambda study, words: study.sources.rename("drusilla-one", f"marmalade {words}"))
    assert {conflict.about for conflict in records(told, Conflict)} == {"kase", "participant", "source"}

    told.withdrawals.withdraw("Dru of ours", "remove data", also=["Drusilla"], in_other_sources=True)
    ben.close()
    (tmp_path / "b.trellis").unlink()

    assert records(told, Conflict) == []
    assert holding(tmp_path, wanted) == []
    assert told.history.check() == []


def test_printed_references_to_their_interview_go(told, tmp_path):
    wanted = needles(told)
    with told._work.change("test.write") as change:
        statement = next(s for s in change.all(Statement) if s.text.startswith("Lists and buses"))
        change.update(statement, replace(statement, pending=("drusilla-one l.4", "basil l.2")))

    gone(told)

    [left] = [s.pending for s in records(told, Statement) if s.k == statement.k]
    assert left == ("[removed] l.4", "basil l.2")
    assert holding(tmp_path, wanted) == []


@pytest.mark.parametrize("name", ["drusilla-one", "group"])
def test_the_file_of_a_corrected_text_goes(told, tmp_path, name):
    file = tmp_path / "typed again by zeppelin.txt"
    file.write_text(told.sources.text(name).replace("cupboard", "pantry").replace("rota", "roster"))
    told.sources.correct(name, file)
    file.unlink()
    kept = [version for version in records(told, Version) if version.original_name]
    assert [version.original_name for version in kept] == [file.name]
    wanted = [*needles(told), file.name, *(version.original for version in kept), GROUP.replace("rota", "roster")]

    gone(told)

    assert holding(tmp_path, wanted) == []
    assert {version.original for version in records(told, Version)} == {None}
    assert [source.name for source in records(told, Source) if source.original] == []
    assert told.history.check() == []


def waves_said(told):
    """What changed between two waves for both people, on Drusilla's words and on Basil's."""
    for wave, source in (("early", "drusilla-one"), ("late", "basil")):
        told.waves.add(wave)
        told.waves.place_sources(wave, source)
    for who in ("Drusilla", "Basil"):
        told.waves.say(who, "1", "emerges", f"since {SAID}")
        told.waves.link(who, "1", Words("drusilla-one", SAID))
        told.waves.link(who, "1", Words("basil", OTHER))


def test_what_changed_for_them_goes_and_what_others_rest_on_of_theirs_goes(told, tmp_path):
    waves_said(told)
    wanted = needles(told)
    listed = told.withdrawals.withdraw("Drusilla", "remove data", cut_off="2026-03-31", dry_run=True).rests.records()

    gone(told)

    assert {row["what"]: row["how many"] for row in listed}.items() >= {
        ("changes between waves", 1),
        ("changes of others between waves that lose evidence", 1),
    }
    [left] = records(told, WaveChange)
    assert left.text == "since [removed]"
    assert [one.words for one in told.waves.change_at("Basil", "1").evidence] == [OTHER]
    assert holding(tmp_path, wanted) == []
    assert told.history.check() == []


def test_words_that_another_copy_links_to_their_change_stay_away(told, ben, tmp_path):
    waves_said(told)
    merged(ben, told, tmp_path)
    ben.waves.link("Drusilla", "1", Words("basil", "Buses."))
    gone(told)

    merged(told, ben, tmp_path)
    (tmp_path / "sent.trellis").unlink()

    assert len(records(told, WaveChange)) == 1
    assert told.history.check() == []
