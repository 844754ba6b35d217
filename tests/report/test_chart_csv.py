from __future__ import annotations

import csv
import io

from tests.report.chart_views import a_full_view, a_hostile_view, a_note, a_view
from trellis.report.chart_csv import chart_csv
from trellis.report.note import Choices


def rows(view, **choices):
    text = chart_csv(view, a_note(), Choices(**choices)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_long_table_has_a_line_for_each_thing_a_statement_rests_on():
    lines = rows(a_full_view())

    assert [(r["case"], r["theme"], r["n"], r["layer"], r["text"], r["quote"], r["star"]) for r in lines[:2]] == [
        ("Case 1", "1.1", "1", "summary", "Biscuit factory, 17 years.", "Biscuits, seventeen year.", ""),
        ("Case 1", "1.1", "2", "verbatim", "seventeen year", "Biscuits, seventeen year.", "yes"),
    ]
    assert (lines[2]["case"], lines[2]["blank"], lines[2]["n"]) == ("Case 2", "not asked", "")


def test_every_line_says_what_the_export_is():
    assert {line["study"] for line in rows(a_full_view())} == {a_note().line()}


def test_comments_come_only_if_asked_for():
    assert "Hunch." not in {line["text"] for line in rows(a_full_view())}
    assert "Hunch." in {line["text"] for line in rows(a_full_view(), comments=True)}


def test_the_wide_table_has_a_line_a_case_and_a_column_a_sub_theme():
    lines = rows(a_view(waves=True), wide=True)

    assert list(lines[0]) == ["case", "wave", "Site", "1.1 Sub-theme 1", "1.2 Sub-theme 2", "2 Plans", "study"]
    assert [line["wave"] for line in lines] == ["at start", "at start"]


def test_what_a_spreadsheet_would_run_is_defused():
    values = {value for line in rows(a_hostile_view()) for value in line.values()}

    assert not [value for value in values if value.startswith(("=", "+", "@")) and len(value) > 1]
