from __future__ import annotations

import pytest

from tests.study.picking import records
from tests.study.withdrawn_study import SAID, filled
from trellis.core.chart import Statement
from trellis.core.consent import Redaction
from trellis.core.errors import AlreadyThere, Invalid, Locked, NotFound, WrongPassphrase
from trellis.study.chart_given import Indexed

PASSPHRASE = "seven buses to Quill"


@pytest.fixture
def told(study):
    return filled(study)


@pytest.fixture
def open_(told):
    told.pseudonyms.open(PASSPHRASE)
    return told


def test_a_name_is_replaced_in_every_text_and_codings_keep_their_words(open_):
    before = [row["words"] for row in open_.index.listing().records()]

    open_.pseudonyms.replace("Drusilla", "Al", bracketed=True)

    assert "[Al] told me" in open_.sources.text("basil")
    assert "Drusilla" not in open_.sources.text("group")
    assert [row["words"] for row in open_.index.listing().records()] == before
    assert open_.search.count("drusilla").hits == 0
    assert open_.history.check() == []


def test_replacing_is_undone_exactly_and_the_key_forgets_it(open_):
    before = open_.history.dump()

    open_.pseudonyms.replace("Drusilla", "Philippa", in_notes=True)
    open_.history.undo()

    assert open_.history.dump() == before
    assert open_.history.check() == []
    assert open_.pseudonyms.key().records()[0]["places"] == 0
    assert len(open_.pseudonyms.log()) == 0


def test_a_dry_run_needs_no_key_and_shows_each_place_and_what_is_left(told):
    number = told.history.number()

    shown = told.pseudonyms.replace("Drusilla", "Al", dry_run=True)

    assert told.history.number() == number
    assert ("basil", "Drusilla", "Al") in [(row["source"], row["name"], row["becomes"]) for row in shown.hits.records()]
    assert {"kase", "memo", "statement", "source"} <= {row["in"] for row in shown.left.records()}
    assert not told.pseudonyms.file().exists()


def test_each_form_is_shown_with_what_becomes_of_it(told):
    told.sources.correct("basil", told.sources.text("basil") + "\n\nINT: drusilla's tea, DRUSILLA's, Drusilla-Mae.")

    shown = told.pseudonyms.replace("Drusilla", "Al", dry_run=True, also=["drusilla's"], leave=["DRUSILLA's"])

    forms = {row["form"]: (row["becomes"], row["replaced"]) for row in shown.forms.records()}
    assert forms["Drusilla"] == ("Al", "yes")
    assert forms["drusilla's"] == ("al's", "yes")
    assert forms["DRUSILLA's"] == ("", "no")
    assert forms["Drusilla-Mae"] == ("Al-Mae", "yes")


def test_nothing_is_replaced_while_the_key_is_closed(told):
    with pytest.raises(Locked, match="TRELLIS_KEY_PASSPHRASE"):
        told.pseudonyms.replace("Drusilla", "Al")


def test_the_study_holds_no_row_that_says_which_name_it_was(open_):
    open_.pseudonyms.replace("Drusilla", "Al")

    assert "Drusilla" not in str(records(open_, Redaction))
    assert {one.replacement for one in records(open_, Redaction)} == {"Al"}


def test_the_key_and_the_log_say_it_and_only_with_the_passphrase(open_):
    open_.pseudonyms.replace("Drusilla", "Al")
    held = open_.pseudonyms.file().read_bytes()

    key, log = open_.pseudonyms.key().records(), open_.pseudonyms.log().records()

    assert [(row["name"], row["pseudonym"], row["by"]) for row in key] == [("Drusilla", "Al", "Ana")]
    assert key[0]["places"] == len(log) > 3
    assert {(row["was"], row["is"]) for row in log} == {("Drusilla", "Al")}
    assert b"Drusilla" not in held
    with pytest.raises(WrongPassphrase, match="does not open"):
        open_.pseudonyms.open("something else entirely")


def test_another_passphrase_opens_the_same_key(open_):
    open_.pseudonyms.replace("Drusilla", "Al")

    open_.pseudonyms.change_passphrase("nine trains to Ford")

    open_.pseudonyms.open("nine trains to Ford")
    assert open_.pseudonyms.key().records()[0]["name"] == "Drusilla"
    with pytest.raises(WrongPassphrase):
        open_.pseudonyms.open(PASSPHRASE)


def test_a_key_that_is_missing_is_not_quietly_begun_anew(open_):
    open_.pseudonyms.replace("Drusilla", "Al")
    open_.pseudonyms.file().unlink()

    with pytest.raises(NotFound, match="--key FILE"):
        open_.pseudonyms.open(PASSPHRASE)


def test_one_name_has_one_pseudonym_unless_somebody_means_it(open_):
    open_.pseudonyms.replace("Drusilla", "Al")
    open_.sources.correct("basil", open_.sources.text("basil") + "\n\nINT: And Drusilla?")

    with pytest.raises(Invalid, match="“Al” in this study already"):
        open_.pseudonyms.replace("Drusilla", "Bo")
    open_.pseudonyms.replace("Drusilla", "Bo", again=True)

    assert "And Bo?" in open_.sources.text("basil")


def test_a_pseudonym_that_is_taken_or_stands_in_a_text_is_told(open_):
    assert "stands in the texts" in open_.pseudonyms.replace("Drusilla", "Basil", dry_run=True).notes[0]
    open_.pseudonyms.replace("Drusilla", "Al")

    assert "two people would become one" in open_.pseudonyms.replace("Basil", "Al", dry_run=True).notes[0]


def test_verbatim_statements_follow_their_words(study):
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    quoted = "Drusilla told me about the mural"
    coded = study.index.code("basil", ["1"], quote=quoted)
    study.chart.write("Basil", "1", quoted, evidence=[Indexed(coded.added[0].k)], layer="verbatim")

    study.pseudonyms.replace("Drusilla", "Al")

    assert "Al told me about the mural" in [statement.text for statement in records(study, Statement)]
    assert "Lists and buses, unlike Drusilla" in [statement.text for statement in records(study, Statement)]


def test_what_colleagues_wrote_is_replaced_when_asked(open_):
    left = open_.pseudonyms.replace("Drusilla", "Al", in_notes=True).left

    assert "Lists and buses, unlike Al" in [statement.text for statement in records(open_, Statement)]
    assert any("Al again" in row["text"] for row in open_.memos.listing().records())
    assert {(row["in"], row["text"]) for row in left.records()} == {("source", "drusilla-one.txt")}
    assert open_.history.check() == []


def test_candidates_come_from_the_sheet_the_cases_and_the_labels(told):
    told.attributes.define("Real name", "text")
    told.attributes.set("Basil", "Real name", "Basil Toast")

    found = {row["name"]: row["from"] for row in told.pseudonyms.candidates().records()}

    assert found["Drusilla"] == "participant"
    assert found["Basil"] == "Real name"
    assert "Toast" not in found


def test_a_text_without_names_is_declared_so(open_):
    open_.pseudonyms.replace("Basil", "Bo")
    before = open_.sources.text("drusilla-one"), [row["words"] for row in open_.index.listing().records()]

    assert open_.pseudonyms.checked("drusilla-one") == 1

    states = {row["source"]: row["pseudonymised"] for row in open_.pseudonyms.status().records()}
    assert states == {"basil": "yes", "drusilla-one": "yes", "group": "yes"}
    assert (open_.sources.text("drusilla-one"), [row["words"] for row in open_.index.listing().records()]) == before
    assert open_.search.count(SAID.split()[1]).hits > 0
    with pytest.raises(AlreadyThere):
        open_.pseudonyms.checked("drusilla-one")
    assert open_.history.check() == []


def test_an_empty_name_is_refused(told):
    with pytest.raises(Invalid, match="give the name"):
        told.pseudonyms.replace(" ", "Al")
