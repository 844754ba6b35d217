from __future__ import annotations

import pytest

from tests.review.making import material, remarks
from trellis.review.ascribing import Place
from trellis.review.quotations import Form

HEAD = "# Draft\n\n## Findings\n\n"
DESK = "I had no desk and no computer for the first six weeks"


def found(text: str) -> list[tuple[str, Form]]:
    made = material(HEAD + text)
    words = made.prose.manuscript.text
    return [(" ".join(words[q.start : q.end].split()).rstrip(","), q.form) for q in made.quotations]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"She said “{DESK}”.", Form.INLINE),
        (f'She said "{DESK}," and left.', Form.INLINE),
        (f"She said ‘{DESK}’.", Form.INLINE),
        (f"Sie sagte „{DESK}“.", Form.INLINE),
        (f"She said *{DESK}*.", Form.INLINE),
        (f"> {DESK}", Form.BLOCK),
        (f"“{DESK}” (P1)", Form.BLOCK),
        (f"*{DESK}*", Form.BLOCK),
        (f"*{DESK} (P1, STR worker)*", Form.BLOCK),
        (f"{DESK} (P1)", Form.BLOCK),
        (f"1. “{DESK}” (P1)\n2. Nothing", Form.BLOCK),
        (f"| who | words |\n|---|---|\n| P1 | {DESK} |", Form.CELL),
        (f"| who | words |\n|---|---|\n| P1 | “{DESK}” |", Form.CELL),
    ],
)
def test_a_quotation_is_found_however_it_is_set(text, form):
    assert found(text) == [(DESK, form)]


def test_the_outer_of_two_quotations_counts():
    words = "I still hear “I had no desk and no computer” in my sleep"

    assert len(found(f"> {words}. {DESK} (P1)")) == 1


def test_prose_that_repeats_the_words_it_quotes_is_no_quotation():
    text = f"There was no desk and no computer. “{DESK}, um, and nobody told me what the job was supposed to be” (P1)."

    made = material(HEAD + text)

    assert [made.prose.manuscript.text[q.start : q.start + 6] for q in made.quotations] == ["I had "]


def test_lines_that_a_pdf_broke_are_one_quotation():
    text = "“I had no desk and no com-\nputer for the first\nsix weeks” (P1, STR\nworker)."

    made = material(HEAD + text)

    assert [q.ascribed.place for q in made.quotations] == [Place.BRACKETS]
    assert made.quotations[0].readings


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of ‘the team’ and of “a place”.",
        "The theme ‘Having no desk’ comes next.",
        "We read “The workforce plan for community mental health teams 2009 to 2012”.",
        "“A well-known sentence from the literature about new workers” (Smith, 2012: 14).",
    ],
)
def test_terms_titles_and_literature_are_no_quotations(text):
    assert found(text) == []


def test_what_stands_under_references_is_none():
    assert found(f"Words.\n\n## References\n\nSmith (2012) “{DESK}”.") == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"First. There was nothing for them: “{DESK}” (P1). Last.", "There was nothing for them"),
        (f"First. There was nothing for them:\n\n> {DESK} (P1)\n\nLast.", "There was nothing for them"),
        (f"There was nothing for them:\n\n> Yes, definitely. (P1)\n\n> {DESK} (P1)\n", "There was nothing for them"),
    ],
)
def test_the_claim_is_the_sentence_that_leads_to_the_quotation(text, claim):
    made = material(HEAD + text)

    stretch = made.quotations[-1].claim

    assert stretch is not None
    assert made.prose.words(stretch).startswith(claim)


@pytest.mark.parametrize(
    "text",
    [
        f"> Interviewer: How did you start?\n> P1: {DESK}",
        f"Box 1\nI: How did you start?\nP [STR worker]: {DESK}",
    ],
)
def test_of_a_printed_dialogue_what_the_participant_says_is_the_quotation(text):
    assert found(text) == [(DESK, Form.BLOCK)]


@pytest.mark.parametrize(
    ("block", "count"),
    [
        ("> “They treat me like a sponge for whatever is left over”", 1),
        ("> “They treat me like a sponge for whatever is left over” (Guide, 2006)", 0),
        ("> “Workers are given a place in the teams that need them”", 0),
        ("> They treat me like a sponge for whatever is left over", 0),
    ],
)
def test_a_block_in_marks_in_the_first_person_is_somebodys_though_nobody_is_named(block, count):
    found = remarks(f"# D\n\n## Findings\n\nIt was so.\n\n{block}\n", "verbatim-mismatch")

    assert len(found) == count


def test_words_in_a_footnote_are_looked_up_too():
    text = "They spoke of desks.[^1]\n\n[^1]: One said, “I had no desk and no chair for the first six weeks” (P1).\n"

    assert ["chair" in remark.said for remark in remarks(HEAD + text, "verbatim-mismatch")] == [True]


@pytest.mark.parametrize(
    "who", ["Int. 1", "#1", "Participant 1", "P01", "P-01", "Respondent 1, female", "P1, l. 44-46"]
)
def test_participants_by_number_are_known(who):
    made = material(f"{HEAD}“{DESK}” ({who}).\n")

    assert [quotation.ascribed.attribution.written for quotation in made.quotations] == [who]


def test_a_note_below_a_table_and_a_question_in_a_cell_are_no_quotations():
    text = (
        "# D\n\n## Findings\n\n| Question | n |\n|---|---|\n| So would you say that you felt isolated? | 3 |\n"
        "| Other | 1 |\n\n"
        "*0: nobody told of it. One worker told of two and held both of them for a while (P4).*\n"
    )

    assert material(text).quotations == ()


def test_an_answer_with_its_name_is_no_question_though_it_was_asked_for():
    assert found(f"They felt seen when asked: “{DESK}” (P1).") == [(DESK, Form.INLINE)]
    assert found("She was asked: “How did you start?” (P1).") == []
