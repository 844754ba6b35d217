from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trellis.analysis.correction import carry, compare, kept
from trellis.core.segment import Segment, grown
from trellis.core.textmap import Fate

WORDS = [
    f"{a}{b}" for a in ("wal", "tal", "sor", "lis", "ki", "é", "u\u0308b", "🙂", "👩\u200d💻", "字") for b in "kmnt"
]
spaces = st.sampled_from([" ", " ", " ", " ", "\n", "\n\n", "  ", "\u00a0"])
# A mark that stands at the head of a word clings to the white space before it, and changes with that.
words = st.one_of(st.sampled_from(WORDS), st.text("abe\u0301🙂", min_size=1, max_size=5).map("e".__add__))


@st.composite
def texts(draw, most=60):
    """A text of words out of a small vocabulary, with all sorts of white space and signs."""
    pieces = draw(st.lists(st.tuples(words, spaces), min_size=4, max_size=most))
    return "".join(word + space for word, space in pieces)


@st.composite
def corrections(draw):
    """A text and the same with words put right, put in and left out."""
    old = draw(texts())
    new = old
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(new)))
        end = min(len(new), at + draw(st.integers(0, 9)))
        new = new[:at] + draw(st.sampled_from(["", "x", " and so ", "\n", "\u0301", "🙂"])) + new[end:]
    return old, new


@st.composite
def segments_in(draw, text):
    found = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 60)), min_size=1, max_size=12))
    return [grown(Segment(start, min(len(text), start + length)), text) for start, length in found]


def place_of(one):
    """The place of something that moved."""
    assert one.place is not None
    return one.place


@given(corrections(), st.data())
def test_moved_segments_have_equal_words_but_for_white_space_or_are_marked_changed(pair, data):
    old, new = pair
    for one in carry(compare(old, new), data.draw(segments_in(old)), old, new):
        if one.fate is Fate.WHOLE:
            assert place_of(one).words(new).split() == one.segment.words(old).split()
        elif one.fate is Fate.CHANGED:
            assert place_of(one).words(new).split() != one.segment.words(old).split()


@given(corrections(), st.data())
def test_order_is_kept(pair, data):
    old, new = pair
    moved = [one for one in carry(compare(old, new), sorted(data.draw(segments_in(old))), old, new) if one.moved]

    starts = [place_of(one).start for one in moved]
    ends = [place_of(one).end for one in sorted(moved, key=lambda one: one.segment.end)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)


@given(corrections(), st.data())
def test_every_segment_is_moved_or_listed_and_its_place_fits_the_text(pair, data):
    old, new = pair
    given_segments = data.draw(segments_in(old))

    found = carry(compare(old, new), given_segments, old, new)

    assert [one.segment for one in found] == given_segments
    for one in found:
        assert one.moved is not (one.fate is Fate.LOST)
        assert one.place is not None or not one.moved
        if one.place is not None:
            one.place.within(len(new))


@given(corrections())
def test_blocks_hold_the_same_text_and_cut_no_visible_character(pair):
    old, new = pair
    for start, end, to_start, to_end in compare(old, new).blocks:
        assert old[start:end] == new[to_start:to_end]
        assert grown(Segment(start, end), old) == Segment(start, end)
        assert grown(Segment(to_start, to_end), new) == Segment(to_start, to_end)


@given(corrections(), st.data())
def test_no_place_cuts_a_visible_character(pair, data):
    old, new = pair
    for one in carry(compare(old, new), data.draw(segments_in(old)), old, new):
        assert one.place is None or grown(one.place, new) == one.place


@given(corrections(), st.data())
def test_there_and_back_is_identity_outside_edits(pair, data):
    old, new = pair
    through = compare(old, new)
    back = through.inverse()
    for segment in data.draw(segments_in(old)):
        inside = any(start <= segment.start and segment.end <= end for start, end, _, _ in through.blocks)
        if inside:
            assert back.around(through.around(segment)) == segment


@given(texts(), st.data())
def test_rewrapped_lines_move_everything(old, data):
    gaps = data.draw(st.lists(spaces, min_size=1, max_size=7))
    pieces = old.split()
    new = "".join(word + gaps[at % len(gaps)] for at, word in enumerate(pieces))
    segments = [segment for segment in data.draw(segments_in(old)) if segment.words(old).strip()]

    assert len(pieces) < 3 or {one.fate for one in carry(compare(old, new), segments, old, new)} <= {Fate.WHOLE}


def test_rewrapped_lines_of_one_repeated_word_move_each_to_its_own_place():
    old, new = "walk walk\nwalk\nwalk walk ", "walk\nwalk\nwalk\nwalk\nwalk\n"

    [moved] = carry(compare(old, new), [Segment(10, 14)], old, new)

    assert (moved.segment, moved.fate) == (Segment(10, 14), Fate.WHOLE)


SAID = [f"word{n}" for n in range(400)]
USUAL = [1 / (n + 1) for n in range(400)]


def speech(chance):
    """Forty turns in which common words are common, as in any two interviews."""
    return "\n".join(f"P1: {' '.join(chance.choices(SAID, USUAL, k=chance.randint(3, 30)))}." for _ in range(40))


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_an_unrelated_text_moves_nothing_by_itself(seed):
    chance = Random(seed)
    old, new = speech(chance), speech(chance)
    segments = [Segment(at, at + chance.randint(1, 60)) for at in range(0, len(old) - 60, 17)]

    assert not any(one.moved for one in carry(compare(old, new), segments, old, new))


def test_a_text_is_wholly_kept_in_itself():
    old = "INT: Yes?\nP1: No.\n"

    assert compare(old, old).blocks == ((0, len(old), 0, len(old)),)
    assert kept(compare(old, old), old, old).share == 1


@pytest.mark.parametrize("new", ["", "Nothing of it."])
def test_texts_without_a_common_word_share_nothing(new):
    old = "INT: Yes?\nP1: No.\n"

    assert compare(old, new).blocks == ()
    assert kept(compare(old, new), old, new).words == 0


def test_two_words_in_common_anchor_nothing():
    assert compare("before you know over", "after you know under").blocks == ()


def test_a_short_line_anchors_where_it_is_unchanged_and_stands_once():
    old = "INT: Is that all there is?\nAye.\nP1: Sure of that, are you."
    new = "INT: Was this everything you did!\nAye.\nINT: Certain about it."

    (block,) = compare(old, new).blocks

    assert old[block[0] : block[1]].strip() == "Aye."


def test_a_short_line_that_stands_twice_anchors_nothing():
    old = "INT: Is that all there is?\nAye.\nP1: Sure of that, are you.\nAye."
    new = "INT: Was this everything you did!\nAye.\nINT: Certain about it."

    assert compare(old, new).blocks == ()


def test_scripts_without_spaces_are_compared_sign_by_sign():
    old, new = "私は毎日車で通います。", "私は毎日電車で通います。"

    (found,) = carry(compare(old, new), [Segment(1, 10)], old, new)

    assert place_of(found).words(new) == "は毎日電車で通います"


def test_a_changed_apostrophe_changes_one_word():
    old, new = "I don't know what they're called by then.", "I don't know what they’re called by then."

    assert kept(compare(old, new), old, new).words == 7
