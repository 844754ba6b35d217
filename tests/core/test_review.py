from __future__ import annotations

from dataclasses import replace

from trellis.core.review import Check, Group, Level, Remark, Review, SourceWords, Spot, first_page, in_order

CHECKS = {
    name: Check(name, group, "?", "f", "q", "r")
    for name, group in (("one", Group.WORDS), ("two", Group.NUMBERS), ("three", Group.WORDS))
}


def a_remark(check: str = "one", level: Level = Level.WRONG, at: int = 0, **more: object) -> Remark:
    return Remark(check, level, f"said at {at}", (Spot(at, at + 5, f"words {at}", 1),), **more)  # type: ignore[arg-type]


def a_review(*remarks: Remark) -> Review:
    return Review("m.docx", 100, 3, 4, 2, in_order(remarks), ())


def test_remarks_come_by_level_rank_and_place_and_waived_ones_last():
    last = a_remark(at=1, waived="agreed")
    remarks = [a_remark(level=Level.LOOK), last, a_remark(at=9), a_remark(at=5), a_remark(at=50, rank=3)]

    found = in_order(remarks)

    assert [remark.spots[0].start for remark in found] == [50, 5, 9, 0, 1]
    assert a_review(*remarks).standing == found[:-1]


def test_a_remark_keeps_its_key_when_the_text_before_it_changes():
    remark = a_remark(at=5)
    moved = replace(remark, spots=(replace(remark.spots[0], start=105, end=110),))

    assert moved.key == remark.key != a_remark("two", at=5).key


def test_the_first_page_has_ten_lines_and_puts_together_what_there_is_too_much_of():
    many = [a_remark(at=n) for n in range(30)] + [a_remark("two", Level.SAY_WHY, at=40)]

    page = first_page(a_review(*many), CHECKS)

    assert [(line.check.id, len(line.remarks)) for line in page] == [("one", 30), ("two", 1)]
    assert page[0].said.startswith("30 remarks of this kind, the first: said at 0")
    assert len(page[0].spots) == 30


def test_a_few_remarks_have_a_line_each_grouped_by_what_they_are_about():
    page = first_page(a_review(a_remark("two"), a_remark("one", at=3), a_remark("three", at=2)), CHECKS)

    assert [line.check.id for line in page] == ["three", "one", "two"]


def test_spots_and_sources_tell_where_they_are():
    assert Spot(0, 1, "w", 7, "3", "Desks").told() == "paragraph 7, page 3 (“Desks”)"
    assert SourceWords("p01.txt", 4, "P1", "w").told() == "p01.txt, turn 4 (P1)"
