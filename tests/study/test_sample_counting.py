from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample, writing
from trellis.core.attribute import Attribute, AttributeType, AttributeValue, HowKnown, Owner
from trellis.core.case import Case, CaseKind, Membership
from trellis.core.report_template import ReportTemplate
from trellis.study.sample_counting import Counting, counted_table, printed_by

PLAIN = ReportTemplate(())


@pytest.fixture
def roles(study):
    """Two people, each with a role and a shift, one at each of two sites."""
    sample = add_sample(study)
    with writing(study) as change:
        south, role, shift = change.new_keys(3)
        change.insert(
            Case(south, 0, CaseKind.SITE, "South", None, "E"),
            Membership(sample.cases["Yusuf"], south, "", 0, None),
            Attribute(
                role, 0, "Role", Owner.CASE, AttributeType.CATEGORY, ("manager", "worker"), per_wave=False, pos="A"
            ),
            Attribute(
                shift, 0, "Shift", Owner.CASE, AttributeType.CATEGORY, ("day", "night"), per_wave=False, pos="AA"
            ),
            AttributeValue(role, sample.cases["Denise"], 0, 0, "worker", HowKnown.TOLD, ""),
            AttributeValue(role, sample.cases["Yusuf"], 0, 0, "manager", HowKnown.TOLD, ""),
            AttributeValue(shift, sample.cases["Denise"], 0, 0, "day", HowKnown.TOLD, ""),
            AttributeValue(shift, sample.cases["Yusuf"], 0, 0, "night", HowKnown.TOLD, ""),
        )
    return study


def test_a_sample_is_printed_by_role_and_site(roles):
    with roles._work.read() as reader:
        rows, columns = printed_by(reader, PLAIN)
        table = counted_table(reader, Counting(rows, columns))

    assert (rows, columns) == ("Role", "site")
    assert table.columns == ("Role", "South", "North", "total")


def test_an_attribute_is_not_crossed_with_the_groups_of_its_own_name(study):
    add_sample(study)
    with study._work.read() as reader:
        rows, columns = printed_by(reader, PLAIN)

    assert rows == "Site"
    assert columns.casefold() != "site"


def test_what_the_template_says_comes_first(roles):
    with roles._work.read() as reader:
        assert printed_by(reader, ReportTemplate((), sample_rows="Shift", sample_columns="Role")) == ("Shift", "Role")
