from __future__ import annotations

import pytest

from tests.store.factories import add_coding, add_theme
from tests.study.interviews import add_interview
from trellis.core.errors import Invalid, NotFound, OutOfRange
from trellis.study.memo_about import Topic
from trellis.study.resolve import adopted_round

TABLE = (
    "kind,about,by,date,who_was_there,text\n"
    "field note,one,Ana,2009-02-10,,She had brought two cups.\n"
    "decision,1,Cleo,2009-03-12,Ana;Ben,Kept for now.\n"
    "decision,framework v1,Ana,,,Agreed.\n"
    "gossip,one,Ana,,,No.\n"
    "analytic,one,Ana,,,\n"
)


@pytest.fixture
def subject(study):
    """A study with one interview, a theme, a coding; its key is returned as well."""
    source = add_interview(study, "one")
    with study._work.change("test.write") as change:
        theme = add_theme(change, "Training")
        coding = add_coding(change, source, theme.k, adopted_round(change).k)
    return study, coding.k


@pytest.fixture
def noted(subject, tmp_path):
    """The study with memos out of a spreadsheet."""
    (tmp_path / "memos.csv").write_text(TABLE, "utf-8")
    subject[0].memos.import_table(tmp_path / "memos.csv")
    return subject[0]


def texts(table):
    return [row[-1] for row in table.rows()]


def test_a_memo_is_about_anything(subject):
    study, coding = subject
    study.waves.add("first")
    first = study.memos.add("On the whole.")
    for about in (
        Topic(source="one"),
        Topic(source="one", segment=(3, 9)),
        Topic(case="one"),
        Topic(theme="1"),
        Topic(case="one", theme="Training", wave="first"),
        Topic(coding=coding),
        Topic(memo=first),
    ):
        study.memos.add("A word.", about)

    told = [row[2] for row in study.memos.listing().rows()]

    assert told[:6] == [
        "study",
        "source one",
        "source one 3–9",
        "case one",
        "theme 1 Training",
        "cell one × 1 Training (first)",
    ]
    assert told[6].startswith("coding ")
    assert told[7] == f"memo {study.memos.listing().rows()[0][0]}"


@pytest.mark.parametrize(
    ("about", "error"),
    [
        (Topic(source="one", case="one"), Invalid),
        (Topic(case="one", wave="first"), Invalid),
        (Topic(segment=(1, 2)), Invalid),
        (Topic(source="one", segment=(1, 2000)), OutOfRange),
        (Topic(memo=12345), NotFound),
    ],
)
def test_what_does_not_go_together_is_refused(subject, about, error):
    with pytest.raises(error):
        subject[0].memos.add("A word.", about)


def test_a_memo_has_words_a_kind_and_a_day(subject):
    memos = subject[0].memos

    for wrong in ({"text": " "}, {"text": "a", "kind": "gossip"}, {"text": "a", "on": "spring"}):
        with pytest.raises(Invalid):
            memos.add(**wrong)


def test_memos_are_found_by_what_they_say(noted):
    memos = noted.memos

    assert texts(memos.listing(search="CUPS two")) == ["She had brought two cups."]
    assert texts(memos.listing(kind="decision", by="cleo")) == ["Kept for now."]
    assert texts(memos.listing(Topic(source="one"))) == ["She had brought two cups."]


def test_a_spreadsheet_comes_in_whole(noted):
    rows = noted.memos.listing().rows()

    assert [row[1:6] for row in rows] == [
        ("field note", "source one", "Ana", "2009-02-10", None),
        ("decision", "theme 1 Training", "Cleo", "2009-03-12", "Ana; Ben"),
        ("decision", "study", "Ana", None, None),
    ]
    assert rows[2][6] == "[framework v1] Agreed."


def test_the_same_spreadsheet_twice_changes_nothing(noted, tmp_path):
    before = noted.history.number()

    done = noted.memos.import_table(tmp_path / "memos.csv")

    assert (done.new, done.same) == (0, 3)
    assert [line for line, _ in done.refused] == [5, 6]
    assert noted.history.number() == before


def test_a_memo_is_shown_by_its_short_number(noted):
    number = noted.memos.listing().rows()[0][0]

    assert noted.memos.show(number).rows()[0][6] == "She had brought two cups."
    assert noted.memos.get(noted.memos.get(number).k).text == "She had brought two cups."


CALLS = {
    "add": lambda s, _: s.memos.add("New.", Topic(case="one", theme="1"), kind="decision", present=["Ana"]),
    "edit": lambda s, n: s.memos.edit(n, text="Other words.", kind="reflexive", present=["Ben"], on="2009-01-01"),
    "remove": lambda s, n: s.memos.remove(n),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_undo_is_exact(noted, call):
    before = noted.history.dump()

    call(noted, noted.memos.listing().rows()[0][0])
    assert noted.history.dump() != before
    noted.history.undo()

    assert noted.history.dump() == before
    assert noted.history.check() == []


def test_an_import_is_one_step_back(subject, tmp_path):
    study = subject[0]
    (tmp_path / "memos.csv").write_text(TABLE, "utf-8")
    before = study.history.dump()

    study.memos.import_table(tmp_path / "memos.csv")
    study.history.undo()

    assert study.history.dump() == before
