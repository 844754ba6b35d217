from __future__ import annotations

import pytest

from tests.study.withdrawn_study import filled
from trellis.core.study import Person, Role
from trellis.study.memo_about import Topic
from trellis.study.study import Study

PASSPHRASE = "seven buses to Quill"


@pytest.fixture
def named(study):
    """Drusilla is Al in the texts; her codings stand on the pseudonymised ones."""
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    study.index.code("basil", ["1"], quote="Drusilla")
    study.memos.add("who is that", Topic(source="basil", segment=(0, len(study.sources.text("basil")))))
    study.pseudonyms.replace("Drusilla", "Al")
    return study


def words(study, source, *, identified):
    opened = study.readings.open(source)
    number = opened.identified if identified else None
    text = study.readings.open(source, number).text
    beside = study.readings.beside(source, identified=identified)
    return text, [text[coding.start : coding.end] for coding in beside.codings], beside


def test_what_is_coded_stands_in_both_views(named):
    _, now, _ = words(named, "basil", identified=False)
    text, before, _ = words(named, "basil", identified=True)

    assert "Al" in now
    assert "Drusilla" in before
    assert "Drusilla" in text
    assert [one.replace("Drusilla", "Al") for one in before] == now


@pytest.mark.parametrize("identified", [False, True])
def test_what_stands_beside_a_text_names_the_version_of_its_positions(named, identified):
    opened = named.readings.open("basil")
    shown = named.readings.open("basil", opened.identified if identified else None)

    assert named.readings.beside("basil", identified=identified).version == shown.version.k


def test_a_memo_stands_beside_its_words_in_both(named):
    text, _, beside = words(named, "basil", identified=True)

    [memo] = [one.memo for one in beside.memos if one.memo.text == "who is that"]
    assert (memo.start, memo.end) == (0, len(text))


def test_a_name_replaced_twice_leads_back_to_the_first_text(named):
    named.pseudonyms.replace("Al", "Bo")

    assert named.readings.open("basil").identified == 1
    assert "Drusilla" in words(named, "basil", identified=True)[1]


def test_a_text_that_holds_its_names_has_one_view(study):
    filled(study)

    assert study.readings.open("basil").identified is None


def test_who_sees_pseudonymised_texts_only_has_one_view(named):
    with named._work.change("person.role") as change:
        change.insert(Person(change.new_key(), 0, "Ben", Role.CODER))
    named.pseudonyms.show_only("Ben")
    ben = Study(named._work.file, "Ben")

    assert ben.readings.open("basil").identified is None
    assert ben.readings.beside("basil", identified=True) == ben.readings.beside("basil")


def test_texts_that_were_put_away_have_one_view(named):
    named.pseudonyms.put_away()

    assert named.readings.open("basil").identified is None
