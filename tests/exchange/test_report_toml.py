from __future__ import annotations

import pytest

from trellis.core.errors import BadTable, Invalid
from trellis.core.report_template import STANDARD, ReportTemplate, Section, SectionWanted
from trellis.exchange.report_toml import read_report_template, write_report_template

SMALL = """
attribution = "{role}, {site}"
k = 2
[[section]]
id = "own"
heading = "Background"
text = "Why it matters."
[[section]]
id = "findings"
heading = "What we found"
"""


def test_sections_come_in_the_order_of_the_file():
    assert read_report_template(SMALL.encode(), "mine.toml") == ReportTemplate(
        (
            SectionWanted(Section.OWN, "Background", "Why it matters."),
            SectionWanted(Section.FINDINGS, "What we found"),
        ),
        attribution="{role}, {site}",
        k=2,
    )


def test_the_template_that_comes_with_trellis_is_read_as_it_is_written():
    assert read_report_template(write_report_template(STANDARD), "standard.toml") == STANDARD


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("k = 3", "has no section"),
        ('[[section]]\nid = "finding"', "is no section; there are: summary"),
        ("k = 0\n" + SMALL.replace("k = 2\n", ""), "“k” is 0; give 1 or more"),
        (SMALL.replace("{site}", "{site"), "brace"),
        (SMALL + "colour = 1", "means nothing here"),
    ],
)
def test_what_does_not_fit_is_told_with_what_would(given, told):
    with pytest.raises((BadTable, Invalid), match=told):
        read_report_template(given.encode(), "mine.toml")
