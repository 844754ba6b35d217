from __future__ import annotations

import pytest

from tests.review.making import remarks

METHODS = "# D\n\n## Methods\n\n"


def said(text: str, head: str = METHODS) -> list[str]:
    return [remark.said for remark in remarks(head + text + "\n", "sample-arithmetic")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We interviewed seven people.", "The text says “seven people”; the sheet has 6."),
        ("Six people took part, three STR workers among them.", "The text says “three STR workers”; the sheet has 2."),
        ("In total, 9 interviews were conducted.", "The text says “9 interviews”; the sheet has 6."),
        ("The sample comprised two STR workers at site 2.", None),
        ("Three of the five managers were interviewed.", "The text says “five managers”; the sheet has 2."),
    ],
)
def test_numbers_that_the_sheet_does_not_bear_out_are_told(text, told):
    assert said(text) == ([] if told is None else [told])


@pytest.mark.parametrize(
    "text",
    [
        "We interviewed six people: two STR workers, two graduate workers and two service managers.",
        "The first three interviews were coded by hand.",
        "Two further people declined, and one withdrew.",
        "We invited twelve people, and six took part.",
        "Interviews took about 60 minutes and were held in 2009.",
        "Smith (2012) interviewed 40 participants.",
        "One STR worker was interviewed twice.",
        "Six participants (three women and three men) took part.",
        "There were two service managers, one at site 1 and one at site 2.",
        "Three worked at site 1 and three at site 2.",
        "Of the two service managers, one was at site 1.",
        "Of the six participants, one had worked there for two years.",
    ],
)
def test_numbers_that_are_right_or_count_a_part_raise_nothing(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We interviewed six people: three women and two men.",
        "There were six participants (two STR workers, two graduate workers and three service managers).",
    ],
)
def test_parts_that_do_not_come_to_the_whole_are_told(text):
    assert any("; the text says 6." in each for each in said(text))


def test_a_share_that_is_not_the_share_is_told():
    assert said("It was so for 2 of 6 people (23%).", "# D\n\n## Findings\n\n") == [
        "2 of 6 are 33 per cent; the text says 23."
    ]
    assert said("It was so for 2 of 6 people (33%).", "# D\n\n## Findings\n\n") == []


def test_a_group_inside_a_group_without_a_number_asks_how_many():
    assert said("We interviewed 6 people, including service managers.") == [
        "How many of the 6 are service managers? They are counted inside another group."
    ]
    assert said("We interviewed 6 people, including two service managers.") == []


def test_a_later_round_without_a_number_asks_for_it():
    once = "We interviewed six people. They were interviewed again at nine months."
    told = "We interviewed six people. Four of them were interviewed again at nine months."

    assert len(said(once)) == 1
    assert said(told) == []


@pytest.mark.parametrize(("workers", "told"), [("four", False), ("five", True)])
def test_a_noun_that_several_roles_share_is_everybody_but_those_named_beside_it(workers, told):
    assert bool(said(f"Interviews were held with {workers} workers and two service managers.")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We interviewed people at three sites.", True),
        ("We interviewed people at two sites.", False),
        ("Interviews with three people at site 1 were conducted.", False),
        ("Interviews with four people at site 1 were conducted.", True),
    ],
)
def test_places_and_people_at_a_place_are_counted(text, told):
    assert bool(said(text)) is told


def test_numbers_by_place_are_of_everybody_where_no_group_is_named():
    assert said("Four worked at site 1 and two at site 2.") == [
        "The text says “Four worked at site 1”; the sheet has 3.",
        "The text says “two at site 2”; the sheet has 3.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We interviewed 4 workers in three roles and two service managers.", "The text says “three roles”"),
        ("We interviewed 4 workers in three new roles and two service managers.", "The text says “three new roles”"),
        ("We interviewed 4 workers in two roles and two service managers.", None),
        ("We interviewed six people in three roles.", None),
        ("We interviewed six people in two roles.", "The text says “two roles”"),
        ("We interviewed workers in two new roles.", None),
        ("Another study had 40 people in nine roles (Smith, 2012).", None),
    ],
)
def test_the_kinds_that_a_counted_group_is_of_are_held_against_its_people(text, told):
    found = said(text)

    assert len(found) == (told is not None)
    assert told is None or found[0].startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Of the six participants three were women and three men.", []),
        (
            "Of the six participants, four were women and three were men.",
            ["4 + 3 is 7; the text says 6.", "The text says “four were women”; the sheet has 3."],
        ),
        ("Of the six participants, at least three were women and two men.", []),
        ("Of the six participants, two left and three women stayed.", []),
    ],
)
def test_women_and_men_of_a_whole_come_to_it(text, told):
    assert said(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "One spoke of one service manager whom he would trust.",
        "Three of the four workers there told of it, and one of the three service managers there.",
        "All three STR workers at site 2 told of it.",
        "Of the four workers three were women and one was a man.",
    ],
)
def test_people_who_are_spoken_of_or_narrowed_down_are_no_count_of_the_sample(text):
    assert said(text, "# D\n\n## Findings\n\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "We interviewed people whom one service manager and three STR workers had named.",
        "The study involved all; nine STR workers were in post, of whom some agreed to take part.",
        "All six people were interviewed; three people were interviewed by telephone.",
        "In 2010 two more people were interviewed.",
        "Each was interviewed by one of us; two people transcribed.",
        "The last two people were interviewed at home.",
    ],
)
def test_small_numbers_of_some_people_are_no_totals(text):
    assert said(text, "# D\n\n## Methods\n\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "In all four interviews held after the move somebody spoke of noise.",
        "All five interviews from the summer tell of it.",
        "In our sample such posts were found at three sites only.",
    ],
)
def test_numbers_of_some_in_the_findings_raise_nothing(text):
    assert said(text, "# D\n\n## Methods\n\nWe talked to people.\n\n## Findings\n\n") == []


def test_a_number_that_the_methods_give_to_some_may_come_back_without_words():
    methods = "# D\n\n## Methods\n\nA question was added for the {} interviews after May.\n\n## Findings\n\n"
    findings = "All nine interviews tell of noise."

    assert said(findings, methods.format("nine")) == []
    assert said(findings, methods.format("three")) == ["The text says “nine interviews”; the sheet has 6."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One of the five managers told of noise.", ["The text says “five managers”; the sheet has 2."]),
        ("One of the five managers in the north told of noise.", []),
        ("All four people told of noise.", []),
        ("All nine people told of noise.", ["The text says “nine people”; the sheet has 6."]),
    ],
)
def test_a_whole_in_the_findings_is_wrong_where_it_is_more_than_there_are(text, told):
    assert said(text, "# D\n\n## Methods\n\nWe talked to people.\n\n## Findings\n\n") == told


def test_numbers_of_a_round_are_none_of_all():
    rows = [
        ("participant", "role", "wave"),
        *((f"P{n}", "cook", "first") for n in range(1, 7)),
        *((f"P{n}", "cook", "second") for n in range(1, 5)),
    ]

    def found(text: str) -> list[str]:
        whole = f"# D\n\n## Methods\n\n{text}\n"
        return [remark.said for remark in remarks(whole, "sample-arithmetic", rows=rows)]

    assert found("In all, 4 people were interviewed again by us; 6 people took part.") == []
    assert found("In all, 10 interviews were held with 6 people.") == []
    assert found("In all, 12 interviews were held with 5 people.") == [
        "The text says “12 interviews”; the sheet has 6.",
        "The text says “5 people”; the sheet has 6.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Table 1 shows the six people, four of them women and three men.", True),
        ("Table 1 shows the six people, three of them women and three men.", False),
        ("Table 1 shows the six people (four women and two of unknown sex).", False),
    ],
)
def test_women_and_men_behind_their_whole_come_to_it(text, told):
    assert ("4 + 3 is 7; the text says 6." in said(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Interviews were conducted at three sites.", ["The text says “three sites”; the sheet has 2: 1, 2."]),
        ("Interviews were conducted at three sites where posts were new.", []),
        ("The sample has two of the three sites of the trust.", []),
    ],
)
def test_a_number_of_sites_is_held_against_the_sheet_unless_it_is_of_some(text, told):
    assert said(text) == told


def test_sentences_in_a_box_are_asked_about_too():
    box = "| Box 1. What they were asked to do |\n|---|\n| Three of the five managers said that they knew. |\n"

    assert said(box, "# D\n\n## Findings\n\n") == ["The text says “five managers”; the sheet has 2."]


def test_parts_by_sex_are_added_up_to_the_end_of_their_clause():
    text = "Of the six participants, four were women and three were men; three of the two managers were older."

    assert "4 + 3 is 7; the text says 6." in said(text)
    assert not any("+" in each for each in said(text.replace("three were men", "two were men")))


LEADS = (
    ("participant", "role"),
    *((f"P{n}", "shift lead") for n in range(1, 5)),
    *((f"P{n}", "deputy shift lead") for n in range(5, 7)),
    *((f"P{n}", "cook") for n in range(7, 12)),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We interviewed six shift leads and five cooks.", False),
        ("We interviewed four shift leads, two deputy shift leads and five cooks.", False),
        ("We interviewed five shift leads and five cooks.", True),
    ],
)
def test_a_noun_may_cover_those_whose_title_ends_with_it(text, told):
    found = remarks(METHODS + text + "\n", "sample-arithmetic", rows=LEADS)

    assert any("shift leads" in remark.said for remark in found) is told


@pytest.mark.parametrize(
    "text",
    [
        "At wave 1, nine interviews were held with five STR workers.",
        "Four participants agreed to take part on condition that nothing of theirs would be printed.",
        "Nobody was seen or interviewed twice.",
        "We heard all of the five manager and nurse teams.",
    ],
)
def test_a_round_a_condition_and_part_of_a_noun_count_nobody(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Six interviews were held: two with STR workers and three with service managers.",
            ["three with service managers"],
        ),
        (
            "Six interviews were held: two with STR workers, two with graduate workers and two with service managers.",
            [],
        ),
        ("We analysed the full transcripts of nine interviews with the staff.", ["nine interviews"]),
        ("Three were alone, and two lived with STR workers.", []),
    ],
)
def test_interviews_with_a_group_are_held_against_the_sheet(text, told):
    words = [r.spots[0].words for r in remarks(METHODS + text + "\n", "sample-arithmetic")]

    assert words == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tenants were heard at the start (wave 1, N=11) and a year later (wave 2).", True),
        ("Tenants were heard at the start (wave 1, N=11) and a year later (wave 2, N=9).", False),
        ("Tenants were heard at the start (wave 1, N=11) and nine of them a year later (wave 2).", False),
        ("Tenants were heard at the start (wave 1) and a year later (wave 2).", False),
        ("Tenants were heard at the start (wave 1, N=11) and about nine months later (wave 2).", True),
    ],
)
def test_a_round_without_its_number_beside_one_with_it_is_asked_about(text, told):
    assert any(each.startswith("How many took part in wave 2") for each in said(text)) is told


@pytest.mark.parametrize(
    "text",
    [
        "In May we interviewed four people, and in June two more.",
        "Of eight people invited, six (75%) took part.",
    ],
)
def test_some_with_more_behind_them_and_those_invited_are_not_all(text):
    assert said(text) == []
    assert said(text, "# D\n\n## Findings\n\n") == []
