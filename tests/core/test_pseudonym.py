from __future__ import annotations

from trellis.core.pseudonym import moved_place, name_hits, without_name


def test_a_name_keeps_its_ending_and_its_capitals():
    text = "Janet's, JANET, Janet, janet, Janette"

    assert without_name(text, name_hits(text, "Janet", "Al"))[0] == "Al's, AL, Al, janet, Janette"


def test_the_map_leads_to_the_same_words():
    text = "To Janet and Janet."
    fresh, through, places = without_name(text, name_hits(text, "Janet", "Maria Jo"))

    assert [fresh[a:b] for a, b in places] == ["Maria Jo", "Maria Jo"]
    assert all(text[a:b] == fresh[c:d] for a, b, c, d in through.blocks)


def test_a_place_inside_a_name_grows_to_the_replacement():
    hits = name_hits("To Janet.", "Janet", "Al")

    assert [moved_place(at, hits) for at in (0, 3, 5, 8, 9)] == [0, 3, 3, 5, 6]
    assert moved_place(5, hits, to_end=True) == 5
