from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import assert_parts_cover, kinds, read, slugs, spoken
from trellis.core.document import Document
from trellis.core.errors import Invalid

PLAIN = (
    "INT: How was the first week?\n\nP1: Busy. [laughs] I ... (inaudible)\n\nAnd then it got better.\n\nINT: Right.\n"
)


def labels(document: Document) -> list[str]:
    return [label.label for label in document.turns.labels] if document.turns else []


def test_a_turn_runs_on_until_the_next_label_and_keeps_the_transcribers_marks():
    document = read("a.txt", PLAIN)

    assert spoken(document) == [
        ("INT", "How was the first week?"),
        ("P1", "Busy. [laughs] I ... (inaudible)\n\nAnd then it got better."),
        ("INT", "Right."),
    ]
    assert {part.kind.value for part in document.parts} == {"turn"}


def test_the_report_counts_turns_words_and_gives_first_lines():
    report = read("a.txt", PLAIN).turns

    assert report is not None
    assert (report.layout, report.turns, report.timed) == ("labels", 3, 0)
    assert 0.5 <= report.confidence <= 1
    assert [(line.label, line.turns, line.words, line.first_line) for line in report.labels] == [
        ("INT", 2, 6, "How was the first week?"),
        ("P1", 1, 10, "Busy. [laughs] I ... (inaudible)"),
    ]


def test_a_heading_ends_a_turn_and_a_footnote_does_not():
    document = read(
        "a.md", "**INT:** One[^1].\n\nmore\n\n[^1]: note\n\n# Part two\n\nloose\n\n**P1:** Two.\n\n**INT:** Three.\n"
    )

    assert [(part.kind.value, part.label) for part in document.parts] == [
        ("turn", "INT"), ("footnote", None), ("turn", "INT"), ("heading", None), ("paragraph", None),
        ("turn", "P1"), ("turn", "INT"),
    ]  # fmt: skip


def test_times_in_a_turn_set_its_start_and_stay_in_the_words():
    document = read("a.txt", "INT: At the [00:01:05] start [00:02:00].\nP1: At half past 10:30.\nINT: ok\n")

    assert [part.from_ms for part in document.parts] == [65_000, None, None]
    assert "[00:01:05]" in document.text


def test_a_time_at_the_end_of_a_turn_between_hashes_is_when_it_ended():
    document = read("a.txt", "INT: How was it? #00:00:05-3#\nP1: Fine. #00:00:09-1#\nINT: Good. #00:00:12-0#\n")

    assert [(part.from_ms, part.to_ms) for part in document.parts] == [(None, 5_000), (None, 9_000), (None, 12_000)]


def test_what_is_no_transcript_stays_in_paragraphs():
    document = read(
        "a.txt",
        "Purpose: to help.\n\nScope: all sites.\n\nThen he said: no.\n\nThen he said: yes.\n\nNote: x\n\nNote: y\n",
    )

    assert document.turns is None
    assert {kind for kind, _ in kinds(document)} == {"paragraph"}


def test_an_unsure_layout_is_offered_and_not_taken():
    source = "The team met.\n\n" * 30 + "Participant: a person who took part.\n"

    document = read("a.txt", source)

    assert document.turns is None
    assert slugs(document) == ["turns-unsure"]
    assert labels(read("a.txt", source, turns="labels")) == ["Participant"]
    assert labels(read("a.txt", source, min_confidence=0.1)) == ["Participant"]


def test_turns_can_be_left_alone():
    document = read("a.txt", PLAIN, turns="none")

    assert document.turns is None
    assert len(document.parts) == 4


def test_a_named_layout_that_is_not_there_is_said():
    assert slugs(read("a.txt", PLAIN, turns="table")) == ["no-turns"]


def test_a_name_that_appears_once_is_said_and_can_be_given():
    source = "INT: One.\nP1: Two.\nBo Adeyemi: Three.\nINT: Four.\n"

    assert slugs(read("a.txt", source)) == ["label-seen-once"]
    assert labels(read("a.txt", source, speakers=("bo adeyemi",))) == ["INT", "P1", "Bo Adeyemi"]


def test_a_label_can_be_refused():
    source = "Ana: One.\nBen: Two.\nPlan: three.\nAna: Four.\nBen: Five.\nPlan: six.\n"

    assert labels(read("a.txt", source, not_speakers=("plan",))) == ["Ana", "Ben"]


@pytest.mark.parametrize("options", [{"turns": "sonnet"}, {"min_confidence": 1.5}])
def test_options_that_do_not_fit_are_refused(options):
    with pytest.raises(Invalid):
        read("a.txt", PLAIN, **options)


@pytest.mark.parametrize(
    "source",
    ["INT: " + "x" * 3_000_000, "a" + " " * 3_000_000 + ":", "a: " * 500_000, "[" * 1_000_000, "1:2 " * 500_000,
     "**a " * 300_000, "[a](" * 200_000, "\t" * 2_000_000 + "x", "a\n" * 50_000, "((((1:11 " * 200_000],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_one_endless_line_is_read_in_one_pass(name, source):
    assert_parts_cover(read(name, source))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["INT", "P1", "Ana", "Break", "Note", "?", "I", ""]),
            st.text("ab :[]()#-\n\t19.\U0001f600e\u0301", max_size=20),
        ),
        max_size=12,
    )
)
def test_any_transcript_gives_parts_that_cover_it(turns):
    document = read("a.txt", "x\n" + "\n".join(f"{label}: {words}" for label, words in turns))

    assert_parts_cover(document)
    for part in document.parts:
        assert part.label is None or part.kind.value == "turn"
