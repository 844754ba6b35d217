from __future__ import annotations

import pytest

from tests.review.rounds_of_talk import found
from trellis.core.review import Level

HEAD = "# Homes\n\n## Methods\n\nCarers were interviewed at the baseline visit and at one year.\n\n## Findings\n\n"


def test_words_of_one_round_ascribed_to_another_are_wrong():
    text = f"{HEAD}“They mended the wall and the cot stands there again” (carer, Elm Cross, baseline visit).\n"

    remarks = found(text, "attribution-mismatch")

    assert [remark.level for remark in remarks] == [Level.WRONG]
    assert "they are from the interview of one year" in remarks[0].said


def test_words_of_one_year_with_another_year_are_wrong():
    text = f"{HEAD}> The damp comes through the wall behind the cot and nobody answers. (Carer, Elm Cross, 2016)\n"

    assert ["2016" in remark.said for remark in found(text, "attribution-mismatch")] == [True]


def test_a_sentence_that_places_words_in_the_other_round_asks_why():
    text = f"{HEAD}At one year a carer in Elm Cross said “I sleep in the kitchen since the window went”.\n"

    assert [remark.level for remark in found(text, "attribution-mismatch")] == [Level.SAY_WHY]


@pytest.mark.parametrize(
    "sentence",
    [
        "At one year a carer said “They mended the wall and the cot stands there again”.",
        "At the baseline visit a carer had no bed; now he said “The window is in, and I am back in my own bed”.",
        "A carer, cold at the baseline visit, later told us “I grow beans now, and the boy next door counts”.",
        "“I sleep in the kitchen since the window went” (carer, Elm Cross, 2015).",
        "“The damp comes through the wall behind the cot” (carer, Elm Cross).",
    ],
)
def test_words_in_their_own_round_or_looking_back_raise_nothing(sentence: str):
    assert found(f"{HEAD}{sentence}\n", "attribution-mismatch") == []


def test_all_in_both_rounds_is_held_against_the_sheet():
    text = HEAD.replace("Carers were", "All four carers were interviewed in both rounds. Carers were")

    remarks = found(text, "sample-arithmetic")

    assert [remark.level for remark in remarks] == [Level.WRONG]
    assert "in the sheet 3 of 4 were" in remarks[0].said


def test_everybody_at_one_time_and_again_at_another_is_asked_about():
    text = HEAD.replace(
        "Carers were", "Five people were interviewed, all of them at one year and again at the baseline visit. It"
    )

    assert [remark.level for remark in found(text, "sample-arithmetic")] == [Level.SAY_WHY]


@pytest.mark.parametrize(
    "sentence",
    [
        "Three of the four carers were interviewed in both rounds.",
        "All carers who were interviewed in both rounds spoke of a wall.",
        "Not all carers could be interviewed in both rounds.",
        "Three carers were interviewed twice.",
    ],
)
def test_some_in_both_rounds_raise_nothing(sentence: str):
    assert found(HEAD.replace("Carers were", f"{sentence} Carers were"), "sample-arithmetic") == []


def test_a_change_in_somebody_seen_once_is_asked_about():
    text = f"{HEAD}The carer interviewed at the baseline visit only had become warmer since.\n"

    assert "was interviewed once" in found(text, "wave-artefact")[0].said


def test_a_change_that_somebody_tells_or_that_is_denied_raises_nothing():
    for sentence in (
        "The carer interviewed at the baseline visit only said that she had become warmer since.",
        "The carer interviewed at the baseline visit only had not become warmer since.",
        "The carers interviewed at the baseline visit only lived by the sea.",
    ):
        assert found(f"{HEAD}{sentence}\n", "wave-artefact") == []


def test_a_change_in_what_was_asked_in_one_round_only_is_asked_about():
    text = f"{HEAD}At one year carers had come to think of the garden, and at the baseline visit of their bed.\n"

    remarks = found(text, "wave-artefact")

    assert len(remarks) == 1
    assert "“garden” in one only (one year)" in remarks[0].said


def test_a_question_that_the_sentence_tells_of_or_no_change_raises_nothing():
    for sentence in (
        "The garden was asked about at one year, when more carers than at the baseline visit used it.",
        "At one year carers spoke of the garden.",
        "At one year carers had come to be warmer.",
    ):
        assert found(f"{HEAD}{sentence}\n", "wave-artefact") == []


def test_a_group_that_is_said_to_have_been_seen_twice_is_held_against_the_sheet():
    text = HEAD.replace("Carers were interviewed", "Carers were seen twice, and").replace(
        "at the baseline visit and", ""
    )

    assert ["3 of 4" in remark.said for remark in found(text, "sample-arithmetic")] == [True]


def test_the_round_of_the_clause_counts():
    sentence = (
        "At the baseline visit a carer was cold; at one year he said “I sleep in the kitchen since the window went”."
    )

    assert len(found(f"{HEAD}{sentence}\n", "attribution-mismatch")) == 1


_COLUMNS = (
    ("participant", "role", "town", "wave1_source", "wave1_date", "wave2_source", "wave2_date"),
    ("Ada", "carer", "Elm Cross", "ada-1.txt", "2015-01-10", "ada-2.txt", "2016-01-12"),
    ("Bram", "carer", "Elm Cross", "bram-1.txt", "2015-02-10", "bram-2.txt", "2016-02-02"),
    ("Cleo", "carer", "Port Ash", "cleo-1.txt", "2015-02-11", "cleo-2.txt", "2016-02-20"),
    ("Dov", "carer", "Port Ash", "dov-1.txt", "2015-03-01", "", ""),
    ("Esi", "manager", "Port Ash", "", "", "", ""),
)


def test_words_of_another_round_are_known_where_each_round_has_its_column():
    told = "# Findings\n\nOne said: “I grow beans now, and the boy next door counts them” (carer, Port Ash, wave {}).\n"

    wrong = found(told.format(1), "attribution-mismatch", rows=_COLUMNS)

    assert [(remark.level, remark.said) for remark in wrong] == [
        (Level.WRONG, "The text places the words at “carer, Port Ash, wave 1”; they are from the interview of wave 2.")
    ]
    assert found(told.format(2), "attribution-mismatch", rows=_COLUMNS) == []
