from __future__ import annotations

import pytest

from tests.study.indexed_study import JANET, filled
from trellis.core.errors import AlreadyThere, Ambiguous, Invalid, NotAllowed, NotFound, OutOfRange, QuoteNotFound
from trellis.core.study import Role
from trellis.study.locating import Where


@pytest.fixture
def indexed(study):
    return filled(study)


def words(coding) -> str:
    return JANET[coding.start : coding.end]


def test_a_quote_is_located_whatever_its_apostrophes_and_dashes(indexed):
    coded = indexed.index.code("janet", "1.2", quote="I'd walk round  the car park - twice")

    [coding] = coded.added
    assert words(coding) == "I’d walk round the car park — twice"
    assert indexed.history.check() == []


def test_a_stretch_goes_under_several_themes_at_once(indexed):
    coded = indexed.index.code("janet", ["1.1", "Support"], turn=4)

    assert [words(coding) for coding in coded.added] == ["Nobody knew my name, no. The Übung of it wore me out."] * 2
    assert len({coding.theme for coding in coded.added}) == 2


def test_turns_run_from_the_first_word_to_the_end_of_the_last(indexed):
    [coding] = indexed.index.code("janet", "1.1", turns="1-2").added

    assert words(coding).startswith("How did")
    assert words(coding).endswith("knew my name.")


def test_the_same_segment_theme_coder_and_round_twice_is_one(indexed):
    first = indexed.index.code("janet", "1.1", quote="Slowly.")

    second = indexed.index.code("janet", "1.1", start=first.added[0].start, end=first.added[0].end)

    assert second.added == ()
    assert second.already[0].k == first.added[0].k
    assert len(indexed.index.listing()) == 1


def test_words_that_stand_several_times_name_their_turns_and_times(indexed):
    with pytest.raises(Ambiguous, match=r"2 times in janet.*turn 1|turn 2 at 00:02:00.*turn 3|turn 4"):
        indexed.index.code("janet", "1.1", quote="obody knew my name")


def test_a_turn_decides_between_several_places(indexed):
    [coding] = indexed.index.code("janet", "1.1", quote="obody knew my name", turn=4).added

    assert coding.start > JANET.index("Nobody at all")


def test_words_that_do_not_stand_there_are_told_their_nearest_place(indexed):
    with pytest.raises(QuoteNotFound, match=r"nearest is turn 2.*there stands “car” where “buses” is given") as told:
        indexed.index.code("janet", "1.1", quote="walk round the buses park")

    assert "janet" in str(told.value)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"start": 5, "end": 5}, OutOfRange),
        ({"start": 0, "end": 10_000}, OutOfRange),
        ({"turn": 99}, NotFound),
        ({"turns": "3-2"}, Invalid),
        ({}, Invalid),
    ],
)
def test_a_stretch_that_is_none_is_refused(indexed, given, error):
    with pytest.raises(error):
        indexed.index.code("janet", "1.1", **given)


def test_a_new_name_joins_as_coder(indexed):
    indexed.index.code("janet", "1.1", quote="Slowly.", coder="Ben")

    assert [(person.name, person.role) for person in indexed.team.now()][1] == ("Ben", Role.CODER)


def test_a_coder_leaves_the_codings_of_others_alone(indexed):
    [coding] = indexed.index.code("janet", "1.1", quote="Slowly.").added
    indexed.index.code("janet", "1.1", quote="Slowly.", coder="Ben")
    indexed._work.person_name = "Ben"

    with pytest.raises(NotAllowed, match="Ben is a coder"):
        indexed.index.remove(coding.k)


def test_recoding_onto_a_coding_that_stands_there_leaves_one(indexed):
    [first] = indexed.index.code("janet", "1.1", quote="Slowly.").added
    [second] = indexed.index.code("janet", "1.2", quote="Slowly.").added

    moved = indexed.index.recode([second.k], "1.1")

    assert [coding.k for coding in moved.already] == [first.k]
    assert len(indexed.index.listing()) == 1


def test_resizing_onto_the_same_words_is_refused(indexed):
    [first] = indexed.index.code("janet", "1.1", start=0, end=5).added
    [second] = indexed.index.code("janet", "1.1", start=0, end=6).added

    with pytest.raises(AlreadyThere, match=str(first.k)):
        indexed.index.resize(second.k, 0, 5)


def test_every_call_is_undone_exactly(indexed):
    [coding] = indexed.index.code("janet", "1.1", quote="Slowly.").added
    calls = [
        lambda: indexed.index.code("omar", "2", turn=3, coder="Ben"),
        lambda: indexed.index.recode([coding.k], "2"),
        lambda: indexed.index.resize(coding.k, 3, 9),
        lambda: indexed.index.annotate(coding.k, "She said it twice."),
        lambda: indexed.index.remove(coding.k),
    ]
    for call in calls:
        before = indexed.history.dump()

        call()

        assert indexed.history.dump() != before
        indexed.history.undo()
        assert indexed.history.dump() == before
    assert indexed.history.check() == []


def test_words_are_indexed_under_a_new_open_code_in_one_change(indexed):
    before = indexed.history.number()

    [coding] = indexed.index.code_new("janet", "Walking round the car park", Where(quote="Slowly.")).added

    assert words(coding) == "Slowly."
    assert indexed.history.number() == before + 1
    assert indexed.framework.tree(codes=True).records()[-1]["name"] == "Walking round the car park"
    indexed.history.undo()
    assert all(row["state"] == "active" for row in indexed.framework.tree(codes=True).records())


def test_an_open_code_of_that_name_is_not_made_twice(indexed):
    indexed.index.code_new("janet", "Slow days", Where(quote="Slowly."))

    with pytest.raises(AlreadyThere, match="index under it"):
        indexed.index.code_new("janet", "slow days", Where(turns="4"))
