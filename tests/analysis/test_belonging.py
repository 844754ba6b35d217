from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.belonging import NOBODY, Links, Spoken, belonging
from trellis.analysis.intervals import intervals

SOURCE, VERSION = 3, 30
ASKED, ANSWERED, ALSO = (0, 10), (10, 20), (20, 30)
JANET, LIL, PAIR = 71, 72, 73


def whole(*values: int):
    return np.array(values, dtype=np.int64)


def cases(segment, *, speakers=(NOBODY, JANET, LIL), whole_source=(), stretches=()) -> set[int]:
    """Whose words a segment is, in a source of a question and two answers."""
    starts, ends = zip(ASKED, ANSWERED, ALSO, strict=True)
    spoken = Spoken(intervals([VERSION] * 3, starts, ends), whole(*speakers), np.array([True, False, False]))
    own = [case for case in speakers if case != NOBODY]
    links = Links(
        whole(*[SOURCE] * len(whole_source)),
        whole(*whole_source),
        whole(*[SOURCE] * len(own)),
        whole(*own),
        intervals([VERSION] * len(stretches), [s[1] for s in stretches], [s[2] for s in stretches]),
        whole(*[s[0] for s in stretches]),
    )
    pairs = belonging(intervals([VERSION], [segment[0]], [segment[1]]), whole(SOURCE), spoken, links)
    return set(pairs.right.tolist())


def test_words_belong_to_the_case_that_their_speaker_stands_for():
    assert cases((12, 15)) == {JANET}
    assert cases((15, 25)) == {JANET, LIL}


def test_the_interviewers_words_alone_belong_to_nobody():
    assert cases((2, 8), whole_source=(PAIR,)) == set()


def test_a_question_with_its_answer_belongs_to_who_answered():
    assert cases((2, 12)) == {JANET}


def test_a_case_of_the_whole_source_has_what_is_not_the_interviewers():
    assert cases((12, 15), speakers=(NOBODY,) * 3, whole_source=(PAIR,)) == {PAIR}
    assert cases((12, 15), whole_source=(PAIR,)) == {JANET, PAIR}


def test_a_case_with_a_speaker_of_its_own_has_only_that_speakers_words():
    assert cases((12, 15), whole_source=(JANET, LIL)) == {JANET}


def test_a_linked_stretch_belongs_to_its_case_whoever_speaks():
    assert cases((2, 8), stretches=((PAIR, 5, 12),)) == {PAIR}
    assert cases((2, 5), stretches=((PAIR, 5, 12),)) == set()


def test_another_version_has_other_words():
    spoken = Spoken(intervals([VERSION], [0], [10]), whole(JANET), np.array([False]))
    links = Links(whole(), whole(), whole(), whole(), intervals([], [], []), whole())

    assert len(belonging(intervals([VERSION + 1], [0], [5]), whole(SOURCE), spoken, links).left) == 0


@given(st.integers(0, 29), st.integers(1, 10), st.sets(st.sampled_from([JANET, LIL, PAIR])))
def test_the_rule_read_word_by_word_gives_the_same(start, length, linked):
    end = min(start + length, 30)
    touched = {at // 10 for at in range(start, end)}

    expected = {case for at, case in ((1, JANET), (2, LIL)) if at in touched}
    if touched - {0}:
        expected |= linked - {JANET, LIL}

    assert cases((start, end), whole_source=tuple(sorted(linked))) == expected
