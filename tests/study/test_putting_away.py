"""What says real names, out of the study's file and back."""

from __future__ import annotations

import sqlite3
import zlib

import pytest

from tests.study.copies import opened
from tests.study.double_round import ROUND, coded
from tests.study.picking import records
from tests.study.test_sight import joined
from tests.study.withdrawn_study import filled
from trellis.core.disagreement import SettledCoding
from trellis.core.errors import AlreadyThere, CannotUndo, Invalid, Locked, NotAllowed, NotFound
from trellis.core.source import Source, Version
from trellis.core.study import Role
from trellis.study.memo_about import Topic
from trellis.study.study import Study

PASSPHRASE = "seven buses to Quill"


@pytest.fixture
def ana(study):
    """Every text is pseudonymised; what colleagues wrote as well."""
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    study.pseudonyms.replace("Drusilla", "Al", in_notes=True)
    study.pseudonyms.replace("Basil", "Bo", in_notes=True)
    return study


def everything(study):
    """Every byte of the study's files, with what is compressed in its history opened."""
    path = study._work.file.database.path
    study._work.file.database.checkpoint()
    found = [each.read_bytes() for each in path.parent.glob(f"{path.name}*") if each.suffix != ".trellis-key"]
    base = sqlite3.connect(path)
    for payload, codec in base.execute("SELECT payload, codec FROM change_chunk WHERE payload IS NOT NULL"):
        found.append(zlib.decompress(payload) if codec == 1 else bytes(payload))
    base.close()
    return b"\n".join(found).lower()


def test_no_byte_of_the_study_holds_a_name_or_a_digest_of_what_went(ana):
    current = {source.current for source in records(ana, Source)}
    digests = [one.sha for one in records(ana, Version) if one.k not in current]
    digests += [source.original for source in records(ana, Source)]

    ana.pseudonyms.put_away()

    held = everything(ana)
    assert b"drusilla" not in held
    assert b"basil" not in held
    assert len(digests) > 6
    assert [digest for digest in digests if digest.encode() in held] == []
    assert b"zeppelin" in held
    assert ana.history.check() == []


def test_nor_does_the_file_beside_it_in_plain(ana):
    ana.pseudonyms.put_away()

    held = ana.pseudonyms.file().read_bytes()
    assert b"rusilla" not in held
    assert b"zeppelin" not in held


def test_work_goes_on_with_what_is_left(ana):
    before = [row["words"] for row in ana.index.listing().records()]

    done = ana.pseudonyms.put_away()

    assert (done.texts, done.left.rows(), done.finished) == (6, [], True)
    assert [row["words"] for row in ana.index.listing().records()] == before
    assert [row["kind"] for row in ana.sources.versions("group").records()] == ["pseudonymised"]
    assert ana.search.count("zeppelin").hits == 1
    with ana.identified("a test") as named:
        assert "Drusilla: Oh" in named.sources.text("group")
    assert len(ana.pseudonyms.key()) == 2


def test_it_comes_back_exactly_and_a_replacement_is_undone(study):
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    first = study.history.dump()
    study.pseudonyms.replace("Drusilla", "Al")
    before = study.history.dump()
    study.pseudonyms.put_away()

    study.pseudonyms.bring_back()

    assert study.history.dump() == before
    assert study.sources.original("group").startswith(b"INT: What was it like?")
    assert study.history.check() == []
    study.history.undo()
    assert study.history.dump() == first
    assert study.history.check() == []


def test_what_was_done_meanwhile_stays(ana):
    ana.pseudonyms.put_away()
    ana.sources.rename("group", "three of them")
    ana.sources.correct("three of them", ana.sources.text("three of them").replace("Well, well.", "Well, well, well."))
    ana.index.code("three of them", ["1"], quote="Well, well, well")
    ana.memos.add("louder than I thought", Topic(source="three of them"))

    ana.pseudonyms.bring_back()

    assert "Well, well, well." in ana.sources.text("three of them")
    assert len(ana.sources.versions("three of them")) == 4
    assert ana.history.check() == []


def test_it_can_be_put_away_again(ana):
    ana.pseudonyms.put_away()
    ana.sources.correct("group", ana.sources.text("group").replace("Well, well.", "Well, well. Ask Drusilla."))
    ana.pseudonyms.replace("Drusilla", "Al")

    ana.pseudonyms.put_away()

    assert b"drusilla" not in everything(ana)
    ana.pseudonyms.bring_back()
    assert len(ana.sources.versions("group")) == 5
    assert ana.history.check() == []


def test_undo_and_the_past_say_what_is_put_away(ana):
    ana.pseudonyms.put_away()

    with pytest.raises(Locked, match="bring-back"):
        ana.history.undo()
    with pytest.raises(Locked, match="bring-back"):
        ana.at(3)
    with pytest.raises(CannotUndo, match="with the key"):
        ana.history.undo(ana.history.number())


def test_there_is_nothing_to_put_away_twice_nor_to_bring_back(ana):
    with pytest.raises(NotFound, match="nothing of this study"):
        ana.pseudonyms.bring_back()
    ana.pseudonyms.put_away()
    with pytest.raises(AlreadyThere, match="nothing to put away"):
        ana.pseudonyms.put_away()


def test_another_key_does_not_have_it(ana):
    ana.pseudonyms.put_away()
    ana.pseudonyms.file().rename(ana.pseudonyms.file().with_suffix(".kept"))
    ana.pseudonyms.open(PASSPHRASE, new=True)

    with pytest.raises(NotFound, match="does not hold what was put away"):
        ana.pseudonyms.bring_back()


def test_a_change_that_fails_leaves_both_files_usable(ana, monkeypatch):
    key = ana.pseudonyms.file()
    (key.parent / f".{key.name}.part").mkdir()
    before = ana.history.dump()

    with pytest.raises(Exception, match="cannot be written"):
        ana.pseudonyms.put_away()

    assert ana.history.dump() == before
    assert len(ana.pseudonyms.key()) == 2


def test_only_the_lead_does_it(ana):
    ben = joined(ana, "Ben", Role.ANALYST)
    ben.pseudonyms.open(PASSPHRASE)

    with pytest.raises(NotAllowed, match="only its lead"):
        ben.pseudonyms.put_away()


def test_what_waits_on_an_earlier_text_is_settled_first(study):
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    study.index.code("group", ["1"], quote="No mural.")
    study.sources.correct("group", study.sources.text("group").replace("No mural.", "Nothing."))
    study.pseudonyms.replace("Drusilla", "Al")

    with pytest.raises(Invalid, match="wait to be settled"):
        study.pseudonyms.put_away()


def test_a_withdrawal_and_a_disposal_wait_until_everything_is_here(ana):
    ana.retention.keep_until("1970-01-01")
    ana.pseudonyms.put_away()

    with pytest.raises(Invalid, match="a withdrawal must reach what is put away"):
        ana.withdrawals.withdraw("Al")
    with pytest.raises(Invalid, match="a disposal must reach"):
        ana.retention.dispose("2030-01-01")


def test_a_copy_with_identified_texts_is_merged_once_they_are_here_again(ana, tmp_path):
    ana.apart.handout("Ben", tmp_path / "p.trellis")
    with opened(tmp_path / "p.trellis", tmp_path / "home-p", "Ben") as ben:
        ben.index.code("group", ["1"], quote="No mural.")
    ana.pseudonyms.put_away()

    with pytest.raises(Invalid, match="bring-back"):
        ana.apart.merge(tmp_path / "p.trellis")
    ana.pseudonyms.bring_back()

    assert not ana.apart.merge(tmp_path / "p.trellis").nothing_new
    assert ana.history.check() == []


def test_a_pseudonymised_package_is_merged_while_they_are_away(ana, tmp_path):
    ana.apart.handout("Ben", tmp_path / "p.trellis", pseudonymised=True)
    with opened(tmp_path / "p.trellis", tmp_path / "home-p", "Ben") as ben:
        ben.index.code("group", ["1"], quote="No mural.")
    ana.pseudonyms.put_away()

    ana.apart.merge(tmp_path / "p.trellis")

    assert [row["words"] for row in ana.index.listing().records() if row["coder"] == "Ben"] == ["No mural."]
    assert ana.history.check() == []
    ana.pseudonyms.bring_back()
    assert ana.history.check() == []


def test_a_withdrawal_takes_the_person_out_of_the_key(ana):
    ana.withdrawals.withdraw("Al")

    book = ana._work.require_key().book()
    assert [one.name for one in book.pseudonyms] == ["Basil"]
    assert {one.was for one in book.log} == {"Basil"}


def test_a_real_name_that_the_key_knows_is_taken_out_as_well(study):
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    study.pseudonyms.replace("Drusilla", "Al", in_notes=True)
    study.memos.add("Al is Drusilla really", Topic(theme="1"))

    study.withdrawals.withdraw("Al", in_other_sources=True)

    assert b"drusilla" not in everything(study)


def test_a_key_that_was_not_opened_is_named_among_what_still_holds_the_data(ana):
    other = Study(ana._work.file, "Ana")

    assert str(ana.pseudonyms.file()) in other.withdrawals.withdraw("Al", dry_run=True).copies
    assert str(ana.pseudonyms.file()) not in ana.withdrawals.withdraw("Al", dry_run=True).copies


def test_two_whole_copies_are_merged_while_nothing_is_away_in_either(ana, tmp_path):
    ana.history.backup(tmp_path / "b.trellis")
    ana.pseudonyms.put_away()
    ana.history.backup(tmp_path / "sent.trellis")

    with opened(tmp_path / "b.trellis", tmp_path / "home-b", "Ben") as ben:
        with pytest.raises(Invalid, match="in the other copy names are put away"):
            ben.apart.merge(tmp_path / "sent.trellis")
        ben.index.code("group", ["1"], quote="No mural.")
    with pytest.raises(Invalid, match="bring it back first"):
        ana.apart.merge(tmp_path / "b.trellis")
    ana.pseudonyms.bring_back()

    assert not ana.apart.merge(tmp_path / "b.trellis").nothing_new
    assert ana.history.check() == []


def test_settled_disagreements_are_kept(study):
    coded(study)
    study.rounds.settle(ROUND, 1, "one reading adopted", "She talks of the walk", adopt="Ana")
    study.index.remove(study.rounds.disagreements(ROUND).items[0].chosen[0].coding)
    study.pseudonyms.open(PASSPHRASE)
    study.pseudonyms.checked()
    before = study.history.dump()

    study.pseudonyms.put_away()

    assert study.history.check() == []
    assert len(records(study, SettledCoding)) > 0
    study.pseudonyms.bring_back()
    assert study.history.dump() == before
