from __future__ import annotations

import pytest

from tests.review.making import remarks

LIST = """
## References

Department of Health (2005) A guide. London: DH.

Kessler, I., Bach, S. and Heron, P. (2007) Comparing roles. A Journal, 18(9), 1648–1665.

Ritchie, J. and Spencer, L. (1994) Qualitative data analysis. London: Routledge.

van der Berg, P. (2001) Lists and how they lengthen. Kelder: Anvil.
"""

ALL = "Guides came first (Department of Health, 2005; Kessler et al., 2007; van der Berg, 2001). "


def said(text: str, listed: str = LIST) -> list[str]:
    return [r.said for r in remarks(f"# D\n\n## Introduction\n\n{text}\n{listed}", "reference-missing")]


@pytest.mark.parametrize(
    "text",
    [
        "Framework (Ritchie and Spencer, 1994) is used.",
        "Ritchie & Spencer (1994) began it.",
        "Framework (see Ritchie and Spencer, 1994: 178) is used.",
        "Framework (e.g. Ritchie and Spencer 1994, p. 178) is used.",
        "Spencer and Ritchie’s (1994) paper is used.",
        "Ritchie and Spencer (1994) and the Department of Health (2005) agree, and DH (2005) says so.",
        "Following Ritchie and Spencer (1994), and van der Berg (2001), we read.",
        "Ritchie and Spencer (1994). Consent was given (8 January 2010) and again (March 2011).",
        "Ritchie and Spencer (1994). It was law (Health and Social Care Act, 2012).",
        "Ritchie and Spencer (1994). One agreed (STR worker, 2009).",
    ],
)
def test_references_that_are_in_the_list_raise_nothing(text):
    assert said(ALL + text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(Harbottle, 2003)", "“Harbottle, 2003” is not in the list of references."),
        ("as Harbottle and Lowe (2003) say", "“Harbottle and Lowe, 2003” is not in the list of references."),
        (
            "(Ritchie and Spencer, 1995)",
            "“Ritchie and Spencer, 1995” is not in the list of references; it has Ritchie (1994).",
        ),
        (
            "(Kessler et al., 2007, 2009)",
            "“Kessler et al., 2009” is not in the list of references; it has Kessler (2007).",
        ),
    ],
)
def test_a_reference_that_the_list_lacks_is_told_once_with_what_is_near(text, told):
    assert said(f"{ALL}Ritchie and Spencer (1994). It is so {text}. Again {text}.") == [told]


def test_an_entry_that_nothing_refers_to_is_told():
    assert said(ALL + "Words follow.") == ["Nothing in the text refers to Ritchie (1994)."]


def test_a_letter_without_its_sister_is_for_the_eyes():
    listed = LIST.replace("(2005)", "(2005a)")

    assert said(ALL + "Ritchie and Spencer (1994).", listed) == [
        "Department of Health (2005a) has a letter, and the list has no other work of that author and year."
    ]


@pytest.mark.parametrize("listed", ["", "\n## References\n\nKept elsewhere.\n"])
def test_without_a_list_nothing_is_asked(listed):
    assert said("It is so (Harbottle, 2003).", listed) == []


def test_references_by_number_raise_nothing():
    listed = "\n## References\n\n1. Kessler I. Roles. 2007.\n\n2. Ritchie J. Analysis. 1994.\n"

    assert said("It is so [1]. And so [2]. And again [1,2]. Smith (2009) is no number [3].", listed) == [
        "“Smith, 2009” is not in the list of references."
    ]
