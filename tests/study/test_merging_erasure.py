"""A person withdrew in one copy while another copy was worked on: their words come back by no way of merging."""

from __future__ import annotations

import shutil

import pytest

from tests.study.copies import copied, opened, snapshot
from tests.study.picking import records
from tests.study.test_withdrawing import gone, holding, needles
from tests.study.withdrawn_study import GROUP, OTHER, SAID, WHO, filled
from trellis.core.case import Case, Participant
from trellis.core.chart import Statement
from trellis.core.coding import Coding
from trellis.core.memo import Memo
from trellis.core.source import Source
from trellis.reading import read_bytes
from trellis.store.dump import differences
from trellis.study.batch import keep_all
from trellis.study.bringing import BringIn, Candidate
from trellis.study.chart_given import Indexed
from trellis.study.memo_about import Topic
from trellis.study.work import silent

AGAIN = "a second marmalade talk about the zeppelin that nobody else has ever seen up there"


@pytest.fixture
def told(study, tmp_path):
    study.close()
    ana = opened(tmp_path / "s.trellis", tmp_path / "home", "Ana")
    yield filled(ana)
    ana.close()


def folder(tmp_path, name):
    made = tmp_path / name
    made.mkdir(exist_ok=True)
    return made


@pytest.fixture
def at(tmp_path):
    """A copy of a study in a folder of somebody's own."""
    made = []

    def copy(study, person):
        made.append(copied(study, folder(tmp_path, person), person))
        return made[-1]

    yield copy
    for study in made:
        study.close()


def send(study, tmp_path, name):
    return snapshot(study, folder(tmp_path, f"{name} sends"))


def merge(into, other, tmp_path, name="other"):
    """Merges the other's present state; what was sent is thrown away afterwards."""
    sent = send(other, tmp_path, name)
    done = into.apart.merge(sent)
    shutil.rmtree(sent.parent)
    return done


def bytes_of(study, tmp_path, wanted):
    """Which needles stand in any byte beside a study, and of its exports."""
    here = study._work.file.database.path
    out = folder(tmp_path, "out")
    study.chart.export(out / "chart.csv")
    study.history.backup(out / "after.trellis")
    found = [(name, n) for name, n in holding(out, wanted)]
    shutil.rmtree(out)
    return found + [
        (path.name, needle)
        for path in sorted(here.parent.glob(f"{here.name}*"))
        for needle in wanted
        if needle.lower().encode() in path.read_bytes().lower()
    ]


def joined(study):
    """The study, once the person who has it is known in it."""
    study.framework.name_version("v9", "joining")
    return study


def work_on(study):
    """What a colleague may do with her words, and with others', not knowing that she withdrew."""
    mine = study.index.code("drusilla-one", ["1"], quote="marmalade cupboard").added[0]
    study.index.annotate(mine.k, f"note: {SAID}")
    study.index.code("group", ["1"], quote="zeppelin mural")
    theirs = study.index.code("basil", ["1"], quote="list of buses").added[0]
    others = study.index.code("group", ["1"], quote="list keeps me going").added[0]
    study.chart.write("Drusilla", "2", f"She says {SAID}", evidence=[Indexed(mine.k)])
    study.chart.write("Basil", "1", "He keeps lists", evidence=[Indexed(theirs.k), Indexed(others.k)])
    study.chart.write("Basil", "1", f"Not as Drusilla, who said {SAID}", evidence=[Indexed(theirs.k)])
    study.memos.add(f"Think again of {GROUP}", Topic(theme="2"))
    study.memos.add("Plain memo", Topic(theme="2"))
    memo = next(m for m in records(study, Memo) if "and Basil did not" in m.text)
    study.memos.edit(memo.k, text=f"She said {SAID}, I think.")
    study.sources.correct("group", study.sources.text("group").replace("even now", "even today"))
    text = f"INT: Again?\n\nDrusilla: It was {AGAIN}.\n\nINT: And?\n\nDrusilla: Tea.\n"
    again = Candidate("drusilla-two.txt", "drusilla-two", read_bytes("d.txt", text.encode()), text.encode())
    keep_all(study._work, iter([again]), 1, BringIn(labels=WHO), dry_run=False, progress=silent)
    study.framework.rename("2", "Company of Drusilla")


def all_needles(*studies):
    words = AGAIN.split()
    runs = [" ".join(words[at : at + 6]) for at in range(len(words) - 5)]
    return sorted({needle for study in studies for needle in needles(study)} | {*runs, "drusilla-two"})


def sound(*studies):
    return [problem for study in studies for problem in study.history.check()]


def test_work_of_a_colleague_comes_in_without_her_words(told, at, tmp_path):
    ben = at(told, "Ben")
    work_on(ben)
    wanted = all_needles(told, ben)
    gone(told)

    done = merge(told, ben, tmp_path)

    assert bytes_of(told, tmp_path, wanted) == []
    assert done.cleaned > 0
    assert {s.text for s in records(told, Statement)} >= {"He keeps lists", "Not as [removed], who said [removed]"}
    assert "Plain memo" in {memo.text for memo in records(told, Memo)}
    assert "even today" in told.sources.text("group")
    assert f"Basil: {OTHER}" in told.sources.text("group")
    assert [source.name for source in records(told, Source)] == ["basil", "group"]
    quotes = {row["quote"] if "quote" in row else row["words"] for row in told.index.listing().records()}
    assert any("list of buses" in str(quote) for quote in quotes)
    assert any("list keeps me going" in str(quote) for quote in quotes)
    assert sound(told) == []


def test_a_withdrawal_reaches_the_copy_that_merges_it(told, at, tmp_path):
    ben = at(told, "Ben")
    work_on(ben)
    wanted = all_needles(told, ben)
    gone(told)

    done = merge(ben, told, tmp_path)

    assert done.destroyed
    assert bytes_of(ben, tmp_path, wanted) == []
    assert {one.pseudonym for one in records(ben, Participant)} == {"withdrawn 1", "Basil"}
    assert ben.withdrawals.listing().rows() == [("withdrawn 1", "remove data", "2026-03-31")]
    assert [source.name for source in records(ben, Source)] == ["basil", "group"]
    assert sound(ben) == []
    assert [row["what"] for row in ben.history.table(3).records()][:2] == ["merged a copy", "withdrew a participant"]


@pytest.mark.parametrize("first", ["here", "there", "across"])
def test_both_copies_come_to_the_same_in_any_order(told, at, tmp_path, first):
    ben = at(told, "Ben")
    work_on(ben)
    told.index.code("basil", ["2"], quote="Buses.")
    wanted = all_needles(told, ben)
    gone(told)

    if first == "across":
        sent = send(told, tmp_path, "ana"), send(ben, tmp_path, "ben")
        told.apart.merge(sent[1])
        ben.apart.merge(sent[0])
        for each in sent:
            shutil.rmtree(each.parent)
    pair = (told, ben) if first == "here" else (ben, told)
    for _ in range(2):
        merge(*pair, tmp_path)
        merge(*pair[::-1], tmp_path)

    assert merge(told, ben, tmp_path).nothing_new
    assert differences(told.history.dump(), ben.history.dump()) == []
    assert bytes_of(told, tmp_path, wanted) == bytes_of(ben, tmp_path, wanted) == []
    assert sound(told, ben) == []


def test_a_copy_that_did_nothing_takes_the_withdrawal_as_it_is(told, at, tmp_path):
    ben = at(told, "Ben")
    merge(told, joined(ben), tmp_path)
    wanted = all_needles(told, ben)
    gone(told)

    merge(ben, told, tmp_path)

    assert differences(told.history.dump(), ben.history.dump()) == []
    assert bytes_of(ben, tmp_path, wanted) == []
    assert sound(ben) == []


def test_a_third_copy_hears_of_it_from_the_second(told, at, tmp_path):
    ben, cleo = at(told, "Ben"), at(told, "Cleo")
    work_on(ben)
    cleo.index.code("group", ["1"], quote="laughed about the rota")
    wanted = all_needles(told, ben, cleo)
    gone(told)

    merge(cleo, told, tmp_path)
    merge(ben, cleo, tmp_path)
    merge(told, ben, tmp_path)
    merge(cleo, told, tmp_path)

    assert differences(told.history.dump(), cleo.history.dump()) == []
    for study in (told, ben, cleo):
        assert bytes_of(study, tmp_path, wanted) == []
    assert sound(told, ben, cleo) == []


def test_both_withdrew_the_same_person(told, at, tmp_path):
    ben = at(told, "Ben")
    wanted = all_needles(told, ben)
    gone(told)
    gone(ben)

    for _ in range(2):
        assert merge(told, ben, tmp_path).conflicts == 0
        assert merge(ben, told, tmp_path).conflicts == 0

    assert differences(told.history.dump(), ben.history.dump()) == []
    assert {one.pseudonym for one in records(told, Participant)} == {"withdrawn 1", "Basil"}
    assert bytes_of(told, tmp_path, wanted) == []
    assert sound(told, ben) == []


def test_two_people_withdrawn_apart_are_told_apart(told, at, tmp_path):
    ben = at(told, "Ben")
    gone(told)
    ben.withdrawals.withdraw("Basil", "remove data", cut_off="2026-04-30")

    for _ in range(2):
        merge(told, ben, tmp_path)
        merge(ben, told, tmp_path)

    assert differences(told.history.dump(), ben.history.dump()) == []
    assert sorted(one.pseudonym for one in records(told, Participant)) == ["withdrawn 1", "withdrawn 2"]
    assert sorted(case.name for case in records(told, Case)) == ["withdrawn 1", "withdrawn 2"]
    assert bytes_of(told, tmp_path, ["list of buses, and the list keeps me", "quillfeather", "zeppelin"]) == []
    assert sound(told, ben) == []


@pytest.mark.parametrize("role", ["coder", "analyst"])
def test_a_package_handed_out_before_does_not_bring_her_back(told, tmp_path, role):
    out = folder(tmp_path, "Ben")
    told.apart.handout("Ben", out / "p.trellis", role=role)
    ben = opened(out / "p.trellis", out / "home", "Ben")
    mine = ben.index.code("drusilla-one", ["1"], quote="marmalade cupboard").added[0]
    ben.index.annotate(mine.k, f"note: {SAID}")
    theirs = ben.index.code("basil", ["1"], quote="list of buses").added[0]
    ben.index.annotate(theirs.k, f"unlike {GROUP}")
    wanted = all_needles(told, ben)
    gone(told)

    merge(told, ben, tmp_path)
    ben.close()

    assert [coding.note for coding in records(told, Coding) if coding.k == theirs.k] == ["unlike [removed]"]
    assert bytes_of(told, tmp_path, wanted) == []
    assert sound(told) == []


def test_a_package_without_her_sources_brings_no_name_that_was_taken_out(told, tmp_path):
    out = folder(tmp_path, "Ben")
    told.apart.handout("Ben", out / "p.trellis", ["basil"], role="analyst")
    ben = opened(out / "p.trellis", out / "home", "Ben")
    line = next(s for s in records(ben, Statement) if s.text.startswith("Lists and buses"))
    ben.chart.edit(line.k, "Lists, buses and trams, unlike Drusilla")
    ben.framework.name_version("v2", "because of Drusilla")
    wanted = all_needles(told)
    gone(told)

    merge(told, ben, tmp_path)
    ben.close()

    assert "Lists, buses and trams, unlike [removed]" in {s.text for s in records(told, Statement)}
    assert bytes_of(told, tmp_path, wanted) == []
    assert sound(told) == []


def test_a_package_made_after_a_withdrawal_comes_back_whole(told, tmp_path):
    gone(told)
    out = folder(tmp_path, "Ben")
    told.apart.handout("Ben", out / "p.trellis", role="analyst")
    ben = opened(out / "p.trellis", out / "home", "Ben")
    made = ben.index.code("group", ["1"], quote="list keeps me going").added[0]
    ben.cases.rename("Basil", "Basil B")

    done = merge(told, ben, tmp_path)
    ben.close()

    assert made.k in {coding.k for coding in records(told, Coding)}
    assert "Basil B" in {case.name for case in records(told, Case)}
    assert (done.cleaned, done.destroyed) == (0, False)
    assert sound(told) == []


def test_somebody_withdrawn_in_a_package_is_withdrawn_in_the_study(told, tmp_path):
    out = folder(tmp_path, "Ben")
    told.apart.handout("Ben", out / "p.trellis", role="analyst")
    ben = opened(out / "p.trellis", out / "home", "Ben")
    wanted = all_needles(told, ben)
    gone(ben)

    merge(told, ben, tmp_path)
    ben.close()

    assert bytes_of(told, tmp_path, wanted) == []
    assert {case.name for case in records(told, Case)} == {"withdrawn 1", "Basil"}
    assert sound(told) == []


def test_a_dry_run_of_a_merge_with_a_withdrawal_changes_nothing(told, at, tmp_path):
    ben = at(told, "Ben")
    gone(told)
    before, number = ben.history.dump(), ben.history.number()

    done = ben.apart.merge(send(told, tmp_path, "ana"), dry_run=True)

    assert done.destroyed
    assert (ben.history.dump(), ben.history.number()) == (before, number)
    assert SAID in ben.sources.text("drusilla-one")


def test_a_merge_that_brought_a_withdrawal_is_undone_without_it(told, at, tmp_path):
    ben = at(told, "Ben")
    told.index.code("basil", ["2"], quote="Buses.")
    ben.index.code("basil", ["1"], quote="list of buses")
    wanted = all_needles(told, ben)
    gone(told)
    merge(ben, told, tmp_path)

    ben.history.undo()

    assert bytes_of(ben, tmp_path, wanted) == []
    assert sound(ben) == []


def test_an_original_that_was_destroyed_does_not_come_back(told, at, tmp_path):
    ben = at(told, "Ben")
    told.retention.keep_until("2020-01-01", "basil")
    told.retention.dispose("2026-01-01")
    ben.sources.rename("basil", "Basil, first")

    merge(told, ben, tmp_path)
    told_of = {row["source"]: row["destroyed"] for row in told.retention.listing().records()}

    assert told_of["Basil, first"] == "2026-01-01"
    with told._work.read() as reader:
        found = reader.connection.exec_driver_sql(
            "SELECT count(*) FROM content c JOIN source s ON s.original = c.sha WHERE s.name = 'Basil, first' "
            "AND c.data IS NOT NULL"
        ).scalar_one()
    assert found == 0
    assert sound(told) == []


def test_a_disposal_in_one_copy_destroys_the_original_in_the_other(told, at, tmp_path):
    ben = at(told, "Ben")
    told.retention.keep_until("2020-01-01", "basil")
    told.retention.dispose("2026-01-01")

    done = merge(ben, told, tmp_path)

    assert done.destroyed
    with ben._work.read() as reader:
        left = reader.connection.exec_driver_sql(
            "SELECT count(*) FROM content c JOIN source s ON s.original = c.sha WHERE s.name = 'basil' "
            "AND c.data IS NOT NULL"
        ).scalar_one()
    assert left == 0
    assert sound(ben) == []
