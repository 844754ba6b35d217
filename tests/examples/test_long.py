"""The full-length interview of the roles study and what belongs to it hold together."""

from __future__ import annotations

import csv
import itertools
import re
import tomllib
from pathlib import Path

import pytest

ROLES = Path(__file__).parents[2] / "src" / "trellis" / "examples" / "roles"
FOLDER = ROLES / "long"
NOTICE = "Fiction, written for Trellis. CC0."
TEXT = (FOLDER / "denise-str-worker.txt").read_text(encoding="utf-8")
TURN = re.compile(r"(?m)^(INT|DEN|JUL): (.*)$")
QUOTING = {
    "codings-ana.csv": "quote",
    "codings-ben.csv": "quote",
    "disagreements.csv": "stretch",
    "chart.csv": "quote",
    "chart-bad.csv": "quote",
    "open-codes.csv": "quote",
}
BLANKS = {"not asked", "asked and nothing said", "not raised", "not applicable"}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def toml(path: Path) -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def sub_themes() -> dict[str, dict[str, str]]:
    themes = toml(ROLES / "framework-v2.toml")["theme"]
    return {theme["number"]: theme for theme in themes if "." in theme["number"]}


def stretch(quote: str) -> range:
    start = TEXT.index(quote)
    return range(start, start + len(quote))


def meets(one: str, other: str) -> bool:
    a, b = stretch(one), stretch(other)
    return a.start < b.stop and b.start < a.stop


def said(text: str) -> int:
    """Number of words without transcriber's marks."""
    return len(re.sub(r"\[[^\]]*\]", "", text).split())


def test_the_interview_is_of_full_length() -> None:
    spoken = [turn.group(2) for turn in TURN.finditer(TEXT)]

    total = sum(map(said, spoken))

    assert total >= 7_500


def test_every_line_of_the_interview_is_a_turn_or_an_event() -> None:
    body = TEXT[TEXT.index("INT: [00:00:00]") :]

    others = [line for line in body.splitlines() if line and not TURN.match(line)]

    assert all(re.fullmatch(r"\[[^\]]+\]", line) for line in others)


def test_printed_times_rise_at_the_pace_of_speech() -> None:
    parts = re.split(r"\[(\d\d):(\d\d):(\d\d)\]", TEXT)[1:]
    times = [
        3600 * int(h) + 60 * int(m) + int(s) for h, m, s in zip(parts[0::4], parts[1::4], parts[2::4], strict=True)
    ]

    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    pace = [60 * said(text) / gap for text, gap in zip(parts[3::4], gaps, strict=False)]

    assert times[0] == 0
    assert 65 * 60 <= times[-1] <= 75 * 60
    assert all(90 <= gap <= 300 for gap in gaps)
    assert all(80 <= words_a_minute <= 180 for words_a_minute in pace)


@pytest.mark.parametrize("name", QUOTING)
def test_every_quotation_is_found_once_and_within_one_turn(name: str) -> None:
    turns = [turn.group(2) for turn in TURN.finditer(TEXT)]

    quotes = {row[QUOTING[name]] for row in rows(name)} - {""}

    assert quotes
    assert [quote for quote in quotes if TEXT.count(quote) != 1] == []
    assert [quote for quote in quotes if not any(quote in turn for turn in turns)] == []


@pytest.mark.parametrize("coder", ["ana", "ben"])
def test_a_coder_indexes_most_of_what_she_says(coder: str) -> None:
    covered = {i for row in rows(f"codings-{coder}.csv") for i in stretch(row["quote"])}
    starts = [
        turn.start(2) + word.start()
        for turn in TURN.finditer(TEXT)
        if turn.group(1) == "DEN"
        for word in re.finditer(r"\S+", turn.group(2))
    ]

    share = sum(start in covered for start in starts) / len(starts)

    assert share >= 0.6


@pytest.mark.parametrize("coder", ["ana", "ben"])
def test_a_coder_uses_sub_themes_of_v2_and_none_twice_for_a_stretch(coder: str) -> None:
    codings = rows(f"codings-{coder}.csv")

    pairs = [(row["theme"], row["quote"]) for row in codings]

    assert 60 <= len(codings) <= 110
    assert len(set(pairs)) == len(pairs)
    assert {row["theme"] for row in codings} <= sub_themes().keys()
    assert {(row["coder"], row["version"]) for row in codings} == {(coder.title(), "v2")}


@pytest.mark.parametrize("coder", ["ana", "ben"])
def test_disagreements_say_what_each_coder_did(coder: str) -> None:
    codings = rows(f"codings-{coder}.csv")
    listed = rows("disagreements.csv")

    found = [
        sorted({coding["theme"] for coding in codings if meets(coding["quote"], row["stretch"])}) for row in listed
    ]

    assert len(listed) >= 12
    assert [" ".join(themes) or "not indexed" for themes in found] == [row[coder] for row in listed]


def test_every_disagreement_has_an_outcome_and_a_reason() -> None:
    listed = rows("disagreements.csv")

    outcomes = " ".join(row["outcome"] for row in listed)

    assert all(row["outcome"] and row["reason"] for row in listed)
    assert all(
        word in outcomes for word in ("Ana adopted", "Ben adopted", "both stand", "deferred", "definition changed")
    )


def test_the_memo_prints_the_old_and_the_new_definition() -> None:
    memo = (FOLDER / "decision-memo.md").read_text(encoding="utf-8")
    (change,) = toml(FOLDER / "definition-change.toml")["operation"]
    old = sub_themes()[change["theme"]]

    missing = [
        kept[key] for kept in (old, change) for key in ("definition", "include", "exclude") if kept[key] not in memo
    ]

    assert missing == []
    assert change["kind"] == "redefine"
    assert change["definition"] != old["definition"]


def test_the_chart_fills_every_sub_theme_or_says_why_it_is_blank() -> None:
    cells = rows("chart.csv")

    filled = {row["theme"] for row in cells if row["text"]}
    blank = {row["theme"] for row in cells if row["blank"] in BLANKS}

    assert filled | blank == sub_themes().keys()
    assert filled & blank == set()
    assert all(sub_themes()[number]["name"] == "Other" for number in blank)


def test_every_statement_of_the_chart_has_evidence_and_verbatim_is_verbatim() -> None:
    statements = [row for row in rows("chart.csv") if row["text"]]

    assert all(row["quote"] for row in statements)
    assert all(row["text"] in row["quote"] for row in statements if row["layer"] == "verbatim")
    assert {row["layer"] for row in statements} == {"summary", "verbatim", "comment"}


def test_the_chart_keeps_out_what_was_told_about_the_manager_at_home() -> None:
    chart = (FOLDER / "chart.csv").read_text(encoding="utf-8")

    assert "husband, it's Rita's" not in chart
    assert "dementia" not in chart


def test_the_bad_chart_has_the_faults_that_its_notes_name() -> None:
    cells = rows("chart-bad.csv")
    notes = (FOLDER / "chart-bad-notes.md").read_text(encoding="utf-8")

    unexplained = [row["theme"] for row in cells if not row["text"] and not row["blank"]]
    groundless = {row["theme"] for row in cells if row["text"] and not row["quote"]}

    assert unexplained == ["8.3"]
    assert groundless == {"1.2", "1.3", "2.3", "7.2"}
    assert all(f"| {row['theme']}" in notes for row in cells)


def test_figures_printed_in_the_notes_are_those_of_the_files() -> None:
    notes = (FOLDER / "stages" / "3-indexing.md").read_text(encoding="utf-8")
    codings = {coder: rows(f"codings-{coder}.csv") for coder in ("ana", "ben")}

    counts = [len(codings[coder]) for coder in codings]
    stretches = [len({row["quote"] for row in codings[coder]}) for coder in codings]
    open_codes = len(rows("open-codes.csv"))

    assert f"| codings | {counts[0]} | {counts[1]} |" in notes
    assert f"| stretches | {stretches[0]} | {stretches[1]} |" in notes
    assert f"{open_codes} candidate codes" in (FOLDER / "stages.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(p for p in FOLDER.rglob("*") if p.is_file()), ids=lambda p: p.name)
def test_every_file_says_that_it_is_fiction(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert NOTICE in text.splitlines()[0] or path.suffix == ".csv"
    assert path.suffix != ".csv" or {row["notice"] for row in rows(path.name)} == {NOTICE}
