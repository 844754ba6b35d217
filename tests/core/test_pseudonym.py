from __future__ import annotations

from trellis.core.pseudonym import Name, candidate_names, forms_in, is_naming, moved_place, name_hits, without_name


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


def test_forms_are_counted_with_their_endings_and_hyphens():
    found = forms_in(["Janet's, Janet’s JANET", "janet, Ann-Janet, Janets"], Name("Janet", "Al"))

    assert {form.form: (form.times, form.becomes, form.replaced) for form in found} == {
        "Janet's": (1, "Al's", True),
        "Janet’s": (1, "Al’s", True),
        "JANET": (1, "AL", True),
        "janet": (1, "al", False),
        "Ann-Janet": (1, "Ann-Al", True),
        "Janets": (1, "Als", True),
    }


def test_small_letters_are_left_unless_they_are_meant_and_forms_can_be_left():
    text = "Will will. Will's will, WILL."

    assert Name("Will", "Jo").within(text) == "Jo will. Jo's will, JO."
    assert Name("Will", "Jo", also=("will",), leave=("WILL",)).within(text) == "Jo jo. Jo's jo, WILL."
    assert Name("Janet", "Al").anywhere("janet_one.txt") == "al_one.txt"


def test_a_name_of_two_words_is_found_across_a_line():
    assert Name("Janet Smith", "Al Bo").within("To Janet\nSmith's.") == "To Al Bo's."


def test_attributes_that_say_who_somebody_is_are_known_by_their_heads():
    assert all(map(is_naming, ("Name", "First name", "surname", "known as", "real_name")))
    assert not any(map(is_naming, ("Site", "Tournament", "named contact", "Role")))


def test_candidates_are_whole_names_and_their_words_but_no_codes():
    assert candidate_names(["Janet Smith", "STR-03", "J."]) == ["Janet Smith", "Janet", "Smith"]
