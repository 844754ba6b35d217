from __future__ import annotations

import hashlib

from benchmarks import generator
from benchmarks.generator import Scale


def test_the_same_interview_is_the_same_text_everywhere():
    text = generator.transcript(generator.interviews(Scale(1))[3], words=400)

    assert hashlib.sha256(text.encode()).hexdigest().startswith("2ee96e2f4149aa9c")


def test_a_text_alternates_between_interviewer_and_person():
    interview = generator.interviews(Scale(1))[0]

    labels = [turn.partition(": ")[0] for turn in generator.transcript(interview, words=2_000).split("\n\n")]

    assert set(labels[::2]) == {"INT"}
    assert set(labels[1::2]) == {generator.people()[interview.person]}


def test_the_large_study_has_its_size():
    everything = generator.interviews(Scale(100))

    assert len(everything) == 1_500
    assert len({interview.person for interview in everything}) == 481
    assert {interview.wave for interview in everything} == {0, 1, 2}


def test_codings_lie_in_their_texts():
    lengths = [900, 40_000]

    drafts = list(generator.codings(500, lengths))

    assert all(0 <= draft.start < draft.end <= lengths[draft.interview] for draft in drafts)
    assert {draft.coder for draft in drafts} == set(range(5))


def test_words_carry_diacritics():
    marked = [word for word in generator.vocabulary() if not word.isascii()]

    assert 0.03 < len(marked) / len(generator.vocabulary()) < 0.2
