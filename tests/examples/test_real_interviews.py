"""The tables of the four real interviews fit together; the interviews themselves are not needed."""

from __future__ import annotations

import csv
import importlib.util
import tomllib
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest

from trellis.core.chart import Blank, CellState, Layer
from trellis.core.errors import Ambiguous, QuoteNotFound

FOLDER = Path(__file__).parents[2] / "examples" / "real-interviews"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sub_themes() -> set[str]:
    framework = tomllib.loads((FOLDER / "framework.toml").read_text(encoding="utf-8"))
    numbers = {theme["number"] for theme in framework["theme"] if "." in theme["number"]}
    return numbers | {"4.4"}  # added by operations.toml behind 4.3


@pytest.fixture(name="locate")
def _locate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("locate", FOLDER / "locate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_case_has_a_statement_or_a_reason_under_every_sub_theme() -> None:
    cases = {row["case"] for row in rows("cases.csv")}
    charted = {
        (row["case"], row["theme"]) for row in rows("chart.csv") if row["layer"] == Layer.SUMMARY or row["blank"]
    }

    assert charted == set(product(cases, sub_themes()))


def test_no_cell_holds_both_a_summary_and_a_reason_for_being_empty() -> None:
    table = rows("chart.csv")
    blank = {(row["case"], row["theme"]) for row in table if row["blank"]}
    summarised = {(row["case"], row["theme"]) for row in table if row["layer"] == Layer.SUMMARY}

    assert not blank & summarised


def test_no_words_of_the_interviews_are_charted() -> None:
    layers = {row["layer"] for row in rows("chart.csv")}

    assert layers - {""} == {Layer.SUMMARY, Layer.COMMENT}


def test_states_and_reasons_are_those_of_the_method() -> None:
    table = rows("chart.csv")

    assert {row["state"] for row in table} <= set(CellState)
    assert {row["blank"] for row in table} - {""} <= set(Blank)


def test_every_stretch_lies_inside_the_text_that_was_read() -> None:
    ends = {row["source"]: int(row["code_points"]) for row in rows("sources.csv")}
    placed = [row for name in ("codings.csv", "chart.csv") for row in rows(name) if row["source"]]

    outside = [row for row in placed if not 0 <= int(row["start"]) < int(row["end"]) <= ends[row["source"]]]

    assert outside == []


def test_no_stretch_is_indexed_twice_under_a_theme_by_one_coder() -> None:
    seen = [(row["source"], row["theme"], row["coder"], row["start"], row["end"]) for row in rows("codings.csv")]

    assert len(seen) == len(set(seen))


def test_a_quote_is_found_with_its_white_space_folded(locate: ModuleType) -> None:
    text = "Ana: We mend\n\nboats here."

    assert locate.locate(text, "mend boats") == (8, 19)


def test_a_quote_that_occurs_twice_needs_its_number(locate: ModuleType) -> None:
    text = "Yes. No. Yes."

    with pytest.raises(Ambiguous, match="occurs 2 times"):
        locate.locate(text, "Yes.")
    assert locate.locate(text, "Yes.", 2) == (9, 13)


def test_a_quote_that_is_not_there_is_refused(locate: ModuleType) -> None:
    with pytest.raises(QuoteNotFound, match="occurs 0 times"):
        locate.locate("We mend boats.", "We mend nets.")
