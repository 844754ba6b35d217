from __future__ import annotations

import pytest

from tests.review.making import remarks, review
from trellis.core.review import Level

HEAD = "# Draft\n\n## Findings\n\n"


def found(quotation: str, who: str = "(P1, STR worker)") -> list[str]:
    return [remark.said for remark in remarks(f"{HEAD}One said: “{quotation}” {who}.\n", "verbatim-mismatch")]


def spliced(quotation: str, who: str = "(P1, STR worker)") -> list[str]:
    return [remark.said for remark in remarks(f"{HEAD}One said: “{quotation}” {who}.\n", "quotation-spliced")]


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("I had no desk and no laptop for the first six weeks", "“laptop” is printed where the source has “computer”"),
        ("I had no desk and no computer for the first ten weeks", "“ten” is printed where the source has “six”"),
        ("nobody ever told me what the job was supposed to be", "“ever” is added"),
        ("and nobody told me what the job was", None),
        ("I think the team is unfriendly", "“don't” is left out"),
        ("I had no desk for the first six weeks", "“and no computer” is left out"),
    ],
)
def test_words_that_were_changed_are_told(quotation, told):
    said = found(quotation)

    assert (told is None and not said) or (told is not None and len(said) == 1 and told in said[0])


@pytest.mark.parametrize(
    "quotation",
    [
        "I had no desk and no computer for the first six weeks, and nobody told me",
        "i had NO desk; and no computer – for the first 6 weeks",
        "I had no desk […] for the first six weeks",
        "I had no desk and no [laptop] for the first six weeks",
        "[S]he had no desk and no computer for the first six weeks",
        "I had no desk and no com\u00adputer for the first six\u00a0weeks[3], um, and nobody told me",
        "I don’t think the team is unfriendly. They’re busy",
        "I had no desk and no com-\nputer for the first six weeks",
        "It’s a lonely job … but I like the clients",
    ],
)
def test_typography_brackets_and_marked_gaps_raise_nothing(quotation):
    assert found(quotation) == []
    assert spliced(quotation) == []


def test_words_that_stand_nowhere_are_wrong_and_the_nearest_are_shown():
    text = f"{HEAD}“I had no desk, no chair, no window and certainly no career plan” (P1, STR worker).\n"

    remark = remarks(text, "verbatim-mismatch")[0]

    assert remark.level is Level.WRONG
    assert "none of the transcripts" in remark.said or "differ" in remark.said
    assert remark.sources[0].source == "p01.txt"


def test_a_change_that_turns_the_sense_is_wrong_and_one_of_small_words_is_for_the_eyes():
    turned = remarks(f"{HEAD}“I do see them for weeks. It's a lonely job” (P1).\n", "verbatim-mismatch")
    small = remarks(f"{HEAD}“On the Monday, with a bus pass and the list of names” (P2).\n", "verbatim-mismatch")

    assert [remark.level for remark in turned] == [Level.WRONG]
    assert [remark.level for remark in small] == [Level.LOOK]


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("I would … say that anybody meant it badly", "drops “not”"),
        ("I had no desk and no computer … I don't think the team is unfriendly", "different turns"),
        ("I had no desk and no computer … The referrals come from anybody", "different transcripts"),
        ("I like the clients … I had no desk and no computer", "other order"),
    ],
)
def test_pieces_that_do_not_belong_together_are_told(quotation, told):
    said = spliced(quotation)

    assert len(said) == 1
    assert told in said[0]


def test_halves_joined_without_a_mark_are_told():
    said = spliced(
        "I had no desk and no computer for the first six weeks, but I like the clients and I would not say that anybody"
    )

    assert len(said) == 1
    assert "Nothing marks the gap" in said[0]


def test_a_quotation_that_runs_over_several_voices_is_spliced():
    said = spliced("what the job was supposed to be. So would you say that you felt isolated? Yes, definitely")

    assert len(said) == 1
    assert "several voices" in said[0]


def test_a_negation_in_a_clause_of_its_own_is_no_loss():
    assert spliced("They are busy … It's a lonely job, really") == []


def test_an_ellipsis_that_takes_a_hedge_out_is_told():
    text = f"{HEAD}“I go to the meetings on a Monday. … they listen to what I say” (P1).\n"

    assert [remark.check for remark in remarks(text, "hedge-lost")] == ["hedge-lost"]


@pytest.mark.parametrize(
    "text",
    [
        "Workers in ‘new roles’ fill the so-called “missing middle”.",
        "Smith (2014) argued that “new roles are rarely given a place in the teams that need them most”.",
        "Policy held that “workers should be given a place in the teams that need them most” (Ministry, 2012: 4).",
        "The guide asked: “Can you tell me about a day at work that you remember well?”",
        "The guide told workers that “they should be given a place in the teams that need them most”.",
        "Dan spoke of “The Guide to New Ways of Working in Community Mental Health” and workers laughed.",
        "Policy put it so:\n\n> Workers should be given a place in teams that need them (Ministry, 2012: 4)",
        "The report “A place of one's own: new roles in community teams in the north” was read.",
    ],
)
def test_terms_titles_and_the_literature_are_left_alone(text):
    assert review(f"{HEAD}{text}\n").standing == ()


@pytest.mark.parametrize(
    ("quotation", "is_told"),
    [
        ("I have been used […] very many times", True),
        ("I have been used one time. […] very many times", False),
        ("I have been used […] I have been useful very many times", True),
        ("I have been useful […] I do not want you to write only the one", False),
    ],
)
def test_an_ellipsis_that_drops_how_seldom_it_was_and_joins_two_sentences_is_wrong(quotation, is_told):
    talk = (
        "P9: I have been used one time. I have been useful very many times. I do not want you to write only the one.\n"
    )

    found = review(f"{HEAD}“{quotation}” (P1).\n", more={"p09.txt": talk}).standing

    assert any("drops “one time” and makes one sentence of two" in r.said for r in found) is is_told


def test_a_few_words_of_another_turn_that_are_joined_on_are_told_as_joined():
    words = "It depends on the day. I had no desk and no computer for the first six weeks."

    found = remarks(f"# D\n\n## Findings\n\n“{words}” (P1).\n", "quotation-spliced")

    assert any("other order" in remark.said for remark in found)


def test_a_few_words_that_stand_nowhere_else_are_told_as_added():
    words = "Oh, it was grim. I had no desk and no computer for the first six weeks."

    found = remarks(f"# D\n\n## Findings\n\n“{words}” (P1).\n", "verbatim-mismatch")

    assert ["is added" in remark.said for remark in found] == [True]
