from __future__ import annotations

import pytest

from trellis.review.asking import answers_in, asks, is_asking_before


@pytest.mark.parametrize(
    "before",
    [
        "Another was asked by the interviewer, ",
        "When the interviewer offered, ",
        "Our interviewer then asked: ",
        "To the interviewer's question, ",
        "He answered our question, ",
        "She laughed when we asked, ",
        "Interviewer: ",
    ],
)
def test_words_that_the_interviewer_says_are_known_by_what_leads_to_them(before):
    assert is_asking_before(before)


@pytest.mark.parametrize(
    "before",
    [
        "She told the interviewer, ",
        "To the interviewer she said: ",
        "The interviewer asked about rest. She said, ",
        "Asked by the interviewer about rest, one cook who had worked nights for years said: ",
        "It was no question of money, he said, ",
    ],
)
def test_words_that_somebody_says_to_the_interviewer_are_theirs(before):
    assert not is_asking_before(before)


def test_labels_of_interviewers_are_known():
    assert [label for label in ("Interviewer", "INT", "Q", "I", "Ina", "P3") if asks(label)] == [
        "Interviewer",
        "INT",
        "Q",
        "I",
    ]


def test_answers_are_parted_from_questions_by_their_labels():
    words = "Interviewer: And then? P3: I went home. Interviewer: Why? P3: It rained."

    assert [words[start:end] for start, end in answers_in(words, len(words))] == ["I went home.", "It rained."]
    assert answers_in("One thing: it rained. Another: it snowed.", 37) == []


def test_the_number_of_an_interview_is_no_interviewer():
    assert [label for label in ("Int. 4", "INT no. 4", "Int.", "INT:") if asks(label)] == ["Int.", "INT:"]
