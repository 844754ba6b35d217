from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.printed_reference import (
    PrintedReference,
    ReferenceKind,
    reference_groups,
    reference_in,
    without_references,
)

PLAIN = st.builds(
    lambda kind, first, more, source: PrintedReference(kind, first, first + more, source),
    st.sampled_from([ReferenceKind.PAGE, ReferenceKind.LINE, ReferenceKind.TURN, ReferenceKind.TIME]),
    st.integers(1, 5000),
    st.integers(0, 30),
    st.sampled_from(["", "STR03", "01-maureen", "Int 3"]),
)


def said(text: str) -> list[str]:
    return [str(reference) for group in reference_groups(text) for reference in group.references]


@pytest.mark.parametrize(
    ("text", "references", "rest"),
    [
        ("Learnt by doing (p7)", ["p. 7"], "Learnt by doing"),
        ("Learnt by doing p.7", ["p. 7"], "Learnt by doing"),
        ("Learnt by doing, pp. 7-8", ["p. 7-8"], "Learnt by doing"),
        ("Told nothing (STR03 l.112)", ["STR03 l. 112"], "Told nothing"),
        ("STR03 l.112 told nothing", ["STR03 l. 112"], "told nothing"),
        ("A folder (STR03, p. 7)", ["STR03 p. 7"], "A folder"),
        ("A folder (12)", ["12"], "A folder"),
        ("A folder turn 14", ["turn 14"], "A folder"),
        ("A folder T43-45", ["turn 43-45"], "A folder"),
        ("A folder [00:12:26]", ["00:12:26"], "A folder"),
        ("A folder (12:26)", ["00:12:26"], "A folder"),
        ("p7: a folder", ["p. 7"], "a folder"),
        ("A folder (p7; p9)", ["p. 7", "p. 9"], "A folder"),
        ("A folder (p7, 9)", ["p. 7", "p. 9"], "A folder"),
        ("A folder (see p7)", ["p. 7"], "A folder"),
        ("A folder (pp. 112-8)", ["p. 112-118"], "A folder"),
        ("A folder (p3) and a man (p4)", ["p. 3", "p. 4"], "A folder and a man"),
    ],
)
def test_references_are_found_as_teams_write_them(text, references, rest):
    assert said(text) == references
    assert without_references(text, reference_groups(text)) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Maureen (57) is a worker",
        "Started then (2009)",
        "Said so (Maureen, 2009)",
        "moved to ward L2 in 2009",
        "a meeting at 3 p.m. on the 4th",
        "“I read page 7 twice”",
        "fell by 10% (a lot)",
        "a note (JM: check)",
    ],
)
def test_what_is_no_reference_is_left_alone(text):
    assert said(text) == []


def test_an_asterisk_marks_a_quotation_to_use():
    assert [group.star for text in ("a (p7*)", "a (p7)*", "a p7*", "a p7") for group in reference_groups(text)] == [
        True, True, True, False,
    ]  # fmt: skip


@given(PLAIN)
def test_a_reference_reads_back_from_its_one_spelling(reference):
    assert reference_in(str(reference)) == reference


@given(st.text(alphabet="p.l(7-9)[]:; ¶t“”*Aa", max_size=40))
def test_any_text_is_read_and_groups_stand_in_it_in_order(text):
    groups = reference_groups(text)

    ends = [end for group in groups for end in (group.start, group.end)]
    assert ends == sorted(ends)
    assert all(group.references and group.end <= len(text) for group in groups)
