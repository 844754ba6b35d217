from __future__ import annotations

from tests.reading.making import assert_parts_cover, kinds, read, spoken


def table(*rows: str) -> str:
    return "\n".join([rows[0], "|".join([""] + ["---"] * (rows[0].count("|") - 1) + [""]), *rows[1:]]) + "\n"


def test_speaker_and_words_in_two_columns():
    document = read(
        "a.md",
        "Before\n\n"
        + table("| Speaker | Words |", "| INT | How? |", "| P1: | Fine. |", "| | Really. |", "| INT | Ok |"),
    )

    assert spoken(document) == [
        (None, "Before"),
        (None, "Speaker\tWords"),
        ("INT", "How?"),
        ("P1", "Fine.\n\tReally."),
        ("INT", "Ok"),
    ]
    assert document.turns is not None
    assert document.turns.layout == "table"
    assert_parts_cover(document)


def test_time_speaker_and_words_in_three_columns():
    document = read(
        "a.md", table("| 00:01 | Ana | How was it? |", "| 00:05 | Ben | Fine. |", "| 00:09 | Ana | Good. |")
    )

    assert [(part.label, part.from_ms) for part in document.parts] == [("Ana", 1_000), ("Ben", 5_000), ("Ana", 9_000)]
    assert spoken(document)[0] == ("Ana", "How was it?")


def test_another_table_stays_a_table():
    document = read("a.md", table("| Site | People |", "| North | 12 |", "| South | 9 |", "| East | 3 |"))

    assert [kind for kind, _ in kinds(document)] == ["table"]
    assert document.turns is None
