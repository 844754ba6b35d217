from __future__ import annotations

import pytest

from tests.reading.making import a_docx
from tests.review.making import a_sample, material, remarks, transcripts
from trellis.reading import read_manuscript
from trellis.review.material import Settings
from trellis.review.numbered_references import numbered_entries
from trellis.review.whole import review_of

WORKS = (
    "Ames B. Rain. 2001.",
    "Bell C. Snow. 2002.",
    "Cole D. Hail. 2003.",
    "Dunn E. Fog. 2004.",
    "Eden F. Ice. 2005.",
)
LIST = "\n".join(f"{n}. {work}" for n, work in enumerate(WORKS, start=1))


def said(text: str, works: str = LIST, more: str = "") -> list[str]:
    whole = f"# D\n\n## Introduction\n\n{text}\n\n## References\n\n{works}\n{more}"
    return [remark.said for remark in remarks(whole, "reference-missing")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rains [1], it snows [2,3] and it freezes [4–5].", []),
        ("It rains.^1^ It snows.^2,3^ It freezes.^4–5^", []),
        ("It rains [1], it snows [2,3] and it freezes [5].", ["Nothing in the text refers to number 4 of the list."]),
        (
            "It rains [1], it snows [2–4] and it freezes [5, 7].",
            ["The text refers to 7, and the list of references ends with 5."],
        ),
        ("It rains [1] and snows.", []),
        ("It rains, and nobody is referred to.", []),
    ],
)
def test_numbers_and_the_list_are_held_against_each_other(text, told):
    assert said(text) == told


def test_a_short_list_and_one_without_numbers_are_not_asked_about():
    assert (
        said(
            "It rains [1,2,3].",
            "1. Ames B. Rain. 2001.\n2. Bell C. Snow. 2002.\n3. Cole D. Hail. 2003.\n4. Dunn E. 2004.",
        )
        == []
    )
    assert said("It rains [1,2,3,4].", "\n\n".join(WORKS)) == []


def test_lists_behind_the_references_are_no_works():
    made = material(f"# D\n\n## References\n\n{LIST}\n\n## Appendix\n\n- One\n- Two\n")

    assert list(numbered_entries(made)) == [1, 2, 3, 4, 5]


def test_raised_figures_of_a_word_document_are_references():
    def run(words: str, *, raised: bool = False) -> str:
        look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' if raised else ""
        return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'

    def head(words: str) -> str:
        return f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run(words)}</w:p>'

    snow = f"{run(' and snows')}{run('2,', raised=True)}{run('3', raised=True)}"
    text = f"<w:p>{run('It rains')}{run('1', raised=True)}{snow}"
    works = "".join(f"<w:p>{run(f'{n}. {work}')}</w:p>" for n, work in enumerate(WORKS, start=1))
    body = f"{head('Introduction')}{text}{run(' on 12 m')}{run('2', raised=True)}</w:p>{head('References')}{works}"
    read = read_manuscript("d.docx", a_docx(body))

    found = review_of(read, transcripts(), a_sample(), Settings()).remarks

    assert [read.text[place.start : place.end] for place in read.raised] == ["1", "2,3", "2"]
    assert [r.said for r in found if r.check == "reference-missing"] == [
        f"Nothing in the text refers to number {n} of the list." for n in (4, 5)
    ]


def test_the_marks_of_footnotes_are_no_references():
    notes = "\n".join(f"[^{n}]: Note." for n in range(1, 5))

    assert said("It rains.[^1] It snows.[^2] It hails.[^3] It ends.[^4]", more=f"\n{notes}\n") == []
    assert said("It rains [1,2,3,5].[^1]", more="\n[^1]: Note.\n") == []


def test_references_in_round_brackets_are_read_where_all_but_few_are_in_the_list():
    body = "It is so (1). It was so (2,3). It will be (4). It may be (5,{})."
    listed = "\n".join(f"{n}. Author {n}: A book. Town, House, 2004" for n in range(1, 6))
    paper = "# D\n\n## Findings\n\n" + body + "\n\n## References\n\n" + listed + "\n"

    def told(last: str) -> list[str]:
        return [r.said for r in remarks(paper.replace("{}", last), "reference-missing")]

    assert told("7") == ["The text refers to 7, and the list of references ends with 5."]
    assert told("4") == []
