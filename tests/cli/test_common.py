from __future__ import annotations

import json

from trellis.cli.common import Form, form, progress, show
from trellis.study.table import Table
from trellis.study.work import Step

TABLE = Table(("theme", "cases", "wave"), (("1.1 [Days]", 3, None), ("1.2 Nights", 12, None)), "Counts", "n = 12")


def test_a_table_for_people_leaves_out_what_is_empty_and_keeps_brackets(capsys):
    show(TABLE)

    printed = capsys.readouterr().out
    assert "1.1 [Days]" in printed
    assert "wave" not in printed
    assert printed.rstrip().endswith("n = 12")


def test_json_holds_every_column(capsys):
    show(TABLE, Form.JSON)

    assert json.loads(capsys.readouterr().out)[0] == {"theme": "1.1 [Days]", "cases": 3, "wave": None}


def test_csv_holds_every_column(capsys):
    show(TABLE, Form.CSV)

    assert capsys.readouterr().out == "theme,cases,wave\n1.1 [Days],3,\n1.2 Nights,12,\n"


def test_json_wins_over_csv():
    assert form(as_json=True, as_csv=True) is Form.JSON
    assert form(as_json=False, as_csv=False) is Form.TABLE


def test_progress_says_nothing_on_standard_output(capsys):
    with progress("bringing in") as told:
        told(Step(1, 2, "one.txt"))
        told(Step(2, 2, "two.txt"))

    assert capsys.readouterr().out == ""
