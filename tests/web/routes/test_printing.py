from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.bootstrap import open_study
from trellis.study.chart_given import Indexed

AT = "/api/studies/roles/print"


@pytest.fixture
def sample(client, roles, library):
    with open_study(library / "roles.trellis", "Ana") as study:
        added = add_sample(study)
        study.chart.write("Denise", "1.1", "Biscuit factory.", evidence=[Indexed(added.biscuits, star=True)])
        study.chart.write("Denise", "1.1", "Ask again.", layer="comment")
        study.chart.blank("Yusuf", "1.1", "not asked")
        return added


def test_a_printed_chart_has_its_lines_with_references_and_its_blanks(client, sample):
    printed = client.get(f"{AT}/chart").json()

    filled = [(cell["row"], cell["column"], cell["blank"], cell["lines"]) for cell in printed["cells"]]
    assert filled == [
        (0, 0, None, [{"layer": "summary", "text": "Biscuit factory.", "references": "turn 2*"}]),
        (1, 0, "not asked", []),
    ]


def test_comments_are_printed_only_where_they_are_asked_for(client, sample):
    printed = client.get(f"{AT}/chart", params={"comments": True}).json()

    assert [line["layer"] for line in printed["cells"][0]["lines"]] == ["summary", "comment"]


def test_a_chart_of_one_case_and_theme_is_printed(client, sample):
    asked = {"case": sample.cases["Yusuf"], "theme": sample.themes["plans"]}

    printed = client.get(f"{AT}/chart", params=asked).json()

    assert ([row["name"] for row in printed["rows"]], [theme["number"] for theme in printed["themes"]]) == (
        ["Yusuf"],
        ["2"],
    )


def test_every_sheet_has_a_foot(client, sample):
    foot = client.get(f"{AT}/foot").json()

    assert foot["framework"] == "framework not yet named"
    assert len(foot["state"]) == 12
