from __future__ import annotations

from trellis.report.drawing import Box, Label
from trellis.report.placing import PlacedCell, PlacedRow, Placing, placing_drawing, placing_table

AXES = Placing(
    "Regime",
    "Engagement",
    ("low", "high"),
    (
        PlacedRow("high", (PlacedCell("care", ("STR worker", "carer support worker"), listed=True), PlacedCell("a"))),
        PlacedRow("low", (PlacedCell("b"), PlacedCell("c", ("PWP",), listed=True))),
    ),
    "where they came out",
    "Rationalisation",
)


def boxes(placing: Placing) -> list[Box]:
    return [shape for shape in placing_drawing(placing).shapes if isinstance(shape, Box)]


def test_units_stand_in_their_cell_one_below_the_other():
    cell = boxes(AXES)[4]

    assert [line.text for line in cell.lines] == ["care", "STR worker", "carer support worker"]


def test_cells_of_a_row_are_as_high_as_the_fullest():
    heights = [box.high for box in boxes(AXES)]

    assert heights[3] == heights[4] == heights[5] > heights[6] == heights[7]


def test_boxes_lie_side_by_side_and_inside_the_picture():
    drawing = placing_drawing(AXES)
    row = boxes(AXES)[3:6]

    assert [box.x + box.wide for box in row[:-1]] == [box.x for box in row[1:]]
    assert all(box.x + box.wide <= drawing.wide and box.y + box.high <= drawing.high for box in boxes(AXES))


def test_an_axis_is_named_above_its_columns():
    assert [shape.text for shape in placing_drawing(AXES).shapes if isinstance(shape, Label)] == ["Rationalisation"]


def test_the_words_say_every_cell_that_has_a_name_or_somebody_in_it():
    assert placing_drawing(AXES).told == (
        "Regime. high, low: care: STR worker, carer support worker; high, high: a: nobody; "
        "low, low: b: nobody; low, high: c: PWP."
    )


def test_many_units_in_one_cell_are_counted_and_not_all_drawn():
    row = PlacedRow("all", (PlacedCell(items=tuple(f"P{n}" for n in range(100))),))
    table = placing_table(Placing("Many", "outcome", ("so",), (row,), ""))

    assert str(table.values[0][1]).endswith("P23, and 76 more")


def test_the_table_says_the_same():
    table = placing_table(AXES)

    assert table.columns == ("Engagement", "Rationalisation: low", "Rationalisation: high")
    assert table.values[0] == ("high", "care: STR worker, carer support worker", "a")
