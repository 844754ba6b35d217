from __future__ import annotations

import pytest

from tests.review.making import remarks
from trellis.core.review import Level

HEAD = "# D\n\n## Findings\n\n"


def gaps(text: str) -> list[str]:
    return [remark.said for remark in remarks(HEAD + text + "\n", "numbering-gap")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("First, there is the car. Second, there is the bus. Fourth, there is the bicycle.", ["third"]),
        ("Firstly, the car goes.\n\nThirdly, the bus goes.", ["second"]),
        ("First, the car. Second, the bus. Third, the bicycle. Finally, the boat.", []),
        ("First, the car. Second, the bus.\n\nFirst, the hill. Second, the shore.", []),
        ("The first twelve went. The fourth stayed. Second hand cars were bought.", []),
        ("Second, there is the bus.", []),
        ("First it rained. Fourth year students came.", []),
    ],
)
def test_a_point_that_is_left_out_of_those_counted_off_is_told(text, told):
    assert gaps(text) == [f"Points are counted off, and there is no {each}." for each in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It has five stages: reading, drafting, indexing, and mapping and telling.",
            ["The text says 5 stages and names 4."],
        ),
        ("It has five stages: reading, framing, indexing, charting, and mapping and telling.", []),
        ("It has four areas: plans; tasks and overlap; place in the team; help, rest and support.", []),
        ("It has four areas: plans; tasks and overlap; place in the team.", ["The text says 4 areas and names 3."]),
        ("There were three themes: trust, which took time, safety and money.", []),
        ("There were three sites: a mill town (old, grey), a coast and a city.", []),
        ("There were four aims: to see, to hear and to tell.", ["The text says 4 aims and names 3."]),
        ("It had three rooms: they were cold.", []),
        ("We went to three sites: 32 workers in six rooms and five managers.", []),
        ("It was charted over 24 themes: what was said, in our words, with its place, or a blank.", []),
    ],
)
def test_fewer_things_than_were_announced_are_told(text, told):
    assert gaps(text) == told


TABLE = "\n| a | b |\n|---|---|\n| c | d |\n| e | f |\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"See Table 1.\n\nTable 1. Who.\n{TABLE}", []),
        (f"See Table 1 and Table 2.\n\nTable 1. Who.\n{TABLE}", ["There is no table 2 in the manuscript."]),
        (f"See Tables 1 and 2.\n\nTable 1: Who\n{TABLE}", ["There is no table 2 in the manuscript."]),
        (f"It was so.\n\nTable 1. Who.\n{TABLE}", ["The text nowhere speaks of table 1."]),
        (
            f"See Table 1.\n\nTable 1. Who.\n{TABLE}\nTable 1. When.\n{TABLE}",
            ["There are 2 captions of table 1."],
        ),
        (
            f"See Table 1 and Table 3.\n\nTable 1. Who.\n{TABLE}\nTable 3. When.\n{TABLE}",
            ["The tables are numbered past 2, and there is no table 2."],
        ),
        (f"See Table 1; another study (Smith, 2012, Table 4) has more.\n\nTable 1. Who.\n{TABLE}", []),
        ("See Table 1 and Figure 2.\n\n[Table 1 about here]", []),
        (f"See Table 1 and Table 2 in the appendix.\n\nTable 1. Who.\n{TABLE}", []),
        (f"Table 1 shows who took part.\n\nTable 1. Who.\n{TABLE}", []),
    ],
)
def test_tables_are_there_once_and_spoken_of(text, told):
    assert gaps(text) == told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("It was so. [AW: check this w/ Fay before it goes]", True),
        ("It was so [REF].", True),
        ("It was so (Smith, 2012) [citation needed].", True),
        ("TO" + "DO write more.", True),
        ("See Error! Reference source not found.", True),
        ("It was so [1]. It [the team] agreed, and nobody [sic] came.", False),
        ("One said: “I had no desk [in the office] and no computer for the first six weeks” (P1, STR worker).", False),
        ("Workers were asked to check on people [see below].", False),
        ("[Table 1 about here]", False),
    ],
)
def test_notes_that_were_left_in_are_wrong(text, is_told):
    found = remarks(HEAD + text + "\n", "note-left-in")

    assert [remark.level for remark in found] == ([Level.WRONG] if is_told else [])


SECTIONS = (
    "# D\n\n## 1 Aims\n\nWe ask.\n\n## 2 Methods\n\nWe went.\n\n"
    "## 3 Findings\n\n### 3.1 Rain\n\nIt rained. {}\n\n## 4 Ends\n\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We said so in Section 2.", []),
        ("We said so in Section 3.4.", ["The text sends to section 3.4, and no heading has that number."]),
        ("See Sections 3.1 and 3.7.", ["The text sends to section 3.7, and no heading has that number."]),
        ("By section 7.2 of the policy it is so.", []),
        ("Section 12 of the Act says so.", []),
        ("The form (Smith, 2009, section 9) says so.", []),
    ],
)
def test_sections_that_are_not_there_are_told(text, told):
    found = remarks(f"{SECTIONS.format(text)}It ends.\n", "numbering-gap")

    assert [remark.said for remark in found] == told


def test_sections_without_numbers_are_not_looked_for():
    assert remarks("# D\n\n## Aims\n\nSee Section 9.\n\n## Methods\n\nWe went.\n", "numbering-gap") == []


@pytest.mark.parametrize(
    ("number", "told"), [("three", []), ("four", ["The text says 4 recommendations; the list in "])]
)
def test_a_list_is_as_long_as_the_text_says(number, told):
    text = f"Section 4 makes {number} recommendations."

    found = remarks(f"{SECTIONS.format(text)}We say:\n\n1. Sleep.\n2. Eat.\n3. Walk.\n", "numbering-gap")

    assert [remark.said[: len(told[0])] for remark in found] == told if told else found == []


def test_a_box_that_the_text_does_not_speak_of_raises_nothing():
    text = "# D\n\n## Findings\n\nSee Box 1.\n\nBox 1. Keys\n\n- one\n- two\n\nBox 2. Bells\n\n- one\n- two\n"

    assert remarks(text, "numbering-gap") == []


def test_a_point_that_begins_with_a_number_is_one():
    listed = "First, the rooms were cold. Second, two clerks had left. Third, three forms were lost. Fourth, it rained."

    assert remarks(f"# D\n\n## Discussion\n\n{listed}\n", "numbering-gap") == []
    assert remarks(f"# D\n\n## Discussion\n\n{listed.replace('Third, three forms were lost. ', '')}\n", "numbering-gap")
