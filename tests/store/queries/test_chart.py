from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.store.queries import chart as queries
from trellis.study.chart_given import Indexed, Whole
from trellis.study.resolve import main_chart


@pytest.fixture
def part(study):
    """The whole chart of a study with two charted cells, and the connection to read it over."""
    sample = add_sample(study)
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits), Whole()])
    study.chart.write("Yusuf", "2", "None.")
    with study._work.read() as reader:
        themes = tuple(sample.themes.values())
        yield queries.Part(main_chart(reader).k, themes), reader.connection, sample


def test_a_part_is_bounded_by_themes_and_cases(part):
    whole, connection, sample = part
    yusuf = queries.Part(whole.chart, whole.themes, (sample.cases["Yusuf"],))
    plans = queries.Part(whole.chart, (sample.themes["plans"],))

    assert [len(queries.cells(connection, some)) for some in (whole, yusuf, plans)] == [2, 1, 1]
    assert [row[6] for row in queries.statements(connection, whole)] == ["Biscuits.", "None."]
    assert [row[6] for row in queries.evidence(connection, whole)] == [sample.biscuits, None]
    assert queries.evidence(connection, yusuf) == []


def test_codings_come_with_the_case_whose_source_they_are_in(part):
    whole, connection, sample = part
    [main] = connection.exec_driver_sql("SELECT k FROM round").scalars()

    found = queries.codings(connection, main, whole.themes)

    assert {(row[0], row[3]) for row in found} == {
        (sample.cases["Denise"], sample.biscuits),
        (sample.cases["Denise"], sample.told),
        (sample.cases["Yusuf"], sample.day),
    }
    assert len(queries.codings(connection, main, whole.themes, sample.cases["Yusuf"])) == 1
