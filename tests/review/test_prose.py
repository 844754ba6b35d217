from __future__ import annotations

import pytest

from tests.review.making import a_manuscript
from trellis.review.prose import CITATION, Prose, SectionKind

TEXT = """# A title of some sort

Nothing yet.

## Introduction

Others (Smith, 2012) said so. It is old.

## Methods

### Sample

We met people.

## Not having a place

They had none. Dr. Okafor, e.g. in Leeds, agreed. "It was so." They left.

### A desk

None.

## Discussion

It matters.

## References

Smith (2012) A book.
"""
PROSE = Prose(a_manuscript(TEXT))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Nothing yet", SectionKind.FRONT),
        ("It is old", SectionKind.FRONT),
        ("We met people", SectionKind.METHODS),
        ("They had none", SectionKind.FINDINGS),
        ("None.", SectionKind.FINDINGS),
        ("It matters", SectionKind.DISCUSSION),
        ("A book", SectionKind.REFERENCES),
    ],
)
def test_a_section_does_what_its_headings_say(words, kind):
    assert PROSE.section(place(words)).kind is kind


def place(words: str) -> int:
    return PROSE.manuscript.text.index(words)


def test_a_manuscript_without_headings_is_all_findings():
    assert Prose(a_manuscript("Just prose.\n\nMore.\n")).section(3).kind is SectionKind.FINDINGS


def test_sentences_end_where_they_do_and_not_after_short_forms():
    start = place("They had none")

    found = [PROSE.words(sentence) for sentence in PROSE.sentences(start, start + 75)]

    assert found == ["They had none.", "Dr. Okafor, e.g. in Leeds, agreed.", '"It was so."', "They left."]


def test_a_spot_knows_its_paragraph_and_heading():
    start = place("None.")

    spot = PROSE.spot(start, start + 4)

    assert (spot.words, spot.under) == ("None", "A desk")


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("(Smith, 2012)", True),
        ("(see Smith and Jones, 2012: 4; Okafor, 2013)", True),
        ("Smith et al. (2012) hold", True),
        ("Smith’s (2012, p. 4) view", True),
        ("(Department of Health 2006c)", True),
        ("(STR worker, site 3)", False),
        ("(P12, manager)", False),
        ("in 2012 they left", False),
    ],
)
def test_references_to_the_literature_are_told_from_attributions(text, cites):
    assert (CITATION.search(text) is not None) is cites
