from __future__ import annotations

import pytest

from tests.study.indexed_study import JANET, OMAR, filled
from trellis.core.errors import NotFound


@pytest.fixture
def room(study):
    return filled(study)


def test_a_source_opens_with_its_text_parts_and_people(room):
    opened = room.readings.open("omar")

    assert opened.text == OMAR
    spoken = [(part.n, part.label, opened.text[part.words : part.end][:12]) for part in opened.parts]
    assert spoken == [(1, None, "Place: the t"), (2, "I", "What about s"), (3, "Omar", "Supervision ")]
    assert [name for _, name in opened.cases] == ["Omar"]
    assert [(one.number, one.is_current) for one in opened.versions] == [(1, True)]


def test_an_earlier_version_can_be_read(room):
    room.sources.correct("omar", OMAR.replace("bins", "skips"))

    assert room.readings.open("omar", version=1).text == OMAR
    assert "skips" in room.readings.open("omar").text
    with pytest.raises(NotFound, match="it has: 1, 2"):
        room.readings.open("omar", version=7)


def test_what_stands_beside_the_words_is_given(room):
    room.index.code("omar", "1.2", quote="We walked there together", note="why?")
    room.memos.add("on the bins")
    room.readings.mark("omar", on="2009-03-01")

    beside = room.readings.beside("omar")

    assert [(OMAR[one.start : one.end], one.note) for one in beside.codings] == [("We walked there together", "why?")]
    assert list(beside.coders.values()) == ["Ana"]
    assert beside.memos == ()
    assert [(one.person, one.on, one.turn) for one in beside.read] == [("Ana", "2009-03-01", None)]


def test_suggestions_wait_beside_the_words_until_they_are_indexed(room):
    room.index.rule("walking", "walked", "1.2")
    room.index.suggest("walking", widen="hit")
    [waiting] = room.readings.beside("omar").suggested
    assert OMAR[waiting.suggestion.start : waiting.suggestion.end] == "walked"

    room.index.accept("walking", [waiting.suggestion.k])

    assert room.readings.beside("omar").suggested == ()


def test_the_shelf_says_who_has_read_how_far(room):
    room.readings.mark("janet", on="2009-03-01", turn=3)

    shelf = {one.source.name: one.read for one in room.readings.shelf()}

    assert [(one.person, one.turn) for one in shelf["janet"]] == [("Ana", 3)]
    assert shelf["omar"] == ()


def test_reading_up_to_a_turn_that_is_not_there_is_refused(room):
    with pytest.raises(NotFound, match="no turn 70"):
        room.readings.mark("janet", turn=70)


def test_codings_of_a_blind_round_stand_beside_the_words_for_their_coder_alone(room):
    room.rounds.open("blind", blind=True)
    room.index.code("omar", "1.2", quote="We walked there together", round="blind", coder="Ben")
    room.index.code("omar", "1.2", quote="near the bins", round="blind")

    beside = room.readings.beside("omar", round="blind")

    assert [OMAR[one.start : one.end] for one in beside.codings] == ["near the bins"]


def test_the_turns_around_a_stretch_are_given_with_their_words(room):
    start = JANET.index("Nobody at all")

    around = room.readings.around("janet", start, start + 6, turns=1)

    assert [(part.n, part.label) for part, _ in around] == [(2, "P1"), (3, "INT"), (4, "P1")]
    assert around[1][1] == "Nobody at all?"
