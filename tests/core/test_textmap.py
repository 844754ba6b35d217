from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.errors import Invalid
from trellis.core.segment import Segment
from trellis.core.textmap import Fate, TextMap, carried, identity

pieces = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 6)), max_size=6)


@st.composite
def maps(draw, from_length=None):
    """A map, made of gaps (before, after) and shared runs; to measure where the first length is given."""
    blocks, at, to = [], 0, 0
    for gap, other_gap, run in draw(pieces):
        at, to = at + gap, to + other_gap
        if from_length is not None and at + run > from_length:
            break
        blocks.append((at, at + run, to, to + run))
        at, to = at + run, to + run
    length = at + draw(st.integers(0, 4)) if from_length is None else from_length
    return TextMap(tuple(blocks), length, to + draw(st.integers(0, 4)))


def places(through):
    return [through.position(at) for at in range(through.from_length)]


@given(maps())
def test_positions_keep_their_order(through):
    found = [place for place in places(through) if place is not None]

    assert found == sorted(set(found))


@given(maps())
def test_there_and_back_is_where_one_was_wherever_words_survive(through):
    back = through.inverse()

    assert all(back.position(place) == at for at, place in enumerate(places(through)) if place is not None)
    assert back.inverse() == through


@given(maps(), st.data())
def test_two_maps_after_one_another_are_one_map(first, data):
    second = data.draw(maps(from_length=first.to_length))

    both = first.then(second)

    assert places(both) == [None if at is None else second.position(at) for at in places(first)]
    assert both.to_length == second.to_length


@given(st.integers(0, 30))
def test_a_text_is_mapped_to_itself(length):
    assert places(identity(length)) == list(range(length))


@given(maps(), st.integers(0, 40), st.integers(1, 12))
def test_what_stands_for_a_segment_holds_all_of_it_that_survives(through, start, length):
    segment = Segment(start, start + length)
    around = through.around(segment)

    survivors = {through.position(at) for at in range(start, start + length)} - {None}

    assert survivors <= set(range(around.start, around.end))


@given(maps(), st.integers(0, 40), st.integers(1, 12))
def test_a_segment_whose_ends_survive_comes_back_as_it_was(through, start, length):
    segment = Segment(start, start + length)
    if through.position(segment.start) is None or through.position(segment.end - 1) is None:
        return

    assert through.inverse().around(through.around(segment)) == segment


def test_a_replaced_stretch_is_never_cut():
    through = TextMap(((0, 4, 0, 4), (10, 14, 7, 11)), 14, 11)

    assert through.around(Segment(2, 6)) == Segment(2, 7)
    assert through.around(Segment(6, 8)) == Segment(4, 7)
    assert through.around(Segment(8, 12)) == Segment(4, 9)


@pytest.mark.parametrize(
    "blocks",
    [((0, 2, 0, 3),), ((2, 2, 0, 0),), ((0, 2, 4, 6), (2, 4, 2, 4)), ((0, 3, 0, 3), (2, 4, 3, 5)), ((0, 99, 0, 99),)],
)
def test_what_is_no_map_is_refused(blocks):
    with pytest.raises(Invalid, match=r"is no block|reach 99"):
        TextMap(blocks, 10, 10)


OLD = "She walked to the bins and back."
NEW = "She walked to the old bins and back."
MAP = TextMap(((0, 18, 0, 18), (18, 32, 22, 36)), 32, 36)


def test_a_segment_with_its_words_is_moved_whole():
    found = carried(MAP, Segment(OLD.index("bins"), OLD.index(" back")), OLD, NEW)

    assert found.fate is Fate.WHOLE
    assert found.place == Segment(NEW.index("bins"), NEW.index(" back"))


def test_a_segment_with_new_words_inside_is_marked_changed():
    found = carried(MAP, Segment(OLD.index("the"), OLD.index(" and")), OLD, NEW)

    assert found.fate is Fate.CHANGED
    assert found.place == Segment(NEW.index("the"), NEW.index(" and"))


def shared(old, new, *pieces):
    """The map in which just these pieces stand in both texts, in this order."""
    blocks, at, to = [], 0, 0
    for piece in pieces:
        at, to = old.index(piece, at), new.index(piece, to)
        blocks.append((at, at + len(piece), to, to + len(piece)))
    return TextMap(tuple(blocks), len(old), len(new))


LISTED = {
    "its first word is another": (
        "She walked by the bins and back.",
        ["She walked ", " the bins and back."],
        "by the bins",
    ),
    "its last word is another": (
        "She walked to the cars and back.",
        ["She walked to the ", " and back."],
        "to the cars",
    ),
    "too little of it survives": ("She walked to x bins and back.", ["She walked to ", " bins and back."], "to x bins"),
    "nothing of it survives": ("She walked over and back.", ["She walked ", " and back."], "over"),
    "its words were taken out": ("She walked and back.", ["She walked", " and back."], None),
    "nothing of the text survives": ("Something else.", [], None),
}


@pytest.mark.parametrize("reason", LISTED)
def test_a_segment_is_listed_with_a_proposal_where(reason):
    new, pieces, proposed = LISTED[reason]
    segment = Segment(OLD.index("to the"), OLD.index(" and"))

    found = carried(shared(OLD, new, *pieces), segment, OLD, new)

    assert found.fate is Fate.LOST
    assert not found.moved
    assert (found.place and found.place.words(new)) == proposed
