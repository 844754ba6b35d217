"""Column worksheets on a real file: drawing, grouping, and what becomes of both when the chart changes."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.study.chart_study import add_sample
from tests.study.copies import copied, merged, opened, snapshot, start
from tests.study.picking import records
from tests.study.withdrawn_study import SAID, filled
from trellis.core.errors import AlreadyThere, Invalid, NotAllowed, NotFound
from trellis.core.framework_wording import Rewording, Wording
from trellis.core.study import Person, Role
from trellis.core.worksheet import Element
from trellis.core.worksheet_rules import Unsettled
from trellis.store.queries import worksheets as queries
from trellis.study.chart_given import Line, Words
from trellis.study.resolve import handle
from trellis.study.worksheet_given import Datum, Nth


@pytest.fixture
def column(study):
    """Training (1.2): three statements of two people, one of them verbatim, and a comment."""
    add_sample(study)
    study.chart.write("Denise", "1.2", "Nobody taught her; wrote it down herself.")
    study.chart.write("Denise", "1.2", "there's four", layer="verbatim")
    study.chart.write("Denise", "1.2", "Four what?", layer="comment")
    study.chart.write("Yusuf", "1.2", "One day, which was enough.", evidence=[Words("yusuf", "One day.")])
    return study


def texts(study, theme="1.2"):
    return [element.text for element in study.worksheets.sheet(theme).elements]


def test_a_worksheet_lists_the_data_of_its_column_with_evidence(column):
    sheet = column.worksheets.sheet("1.2")

    assert [(line.row.name, line.statement.text) for line in sheet.data] == [
        ("Denise", "Nobody taught her; wrote it down herself."),
        ("Denise", "there's four"),
        ("Yusuf", "One day, which was enough."),
    ]
    assert sheet.data[2].statement.evidence[0].words == "One day."
    assert (sheet.column.number, sheet.column.name) == ("1.2", "Training")


def test_an_element_is_drawn_from_lines_of_the_data_and_keeps_its_links(column):
    column.worksheets.draw("1.2", "Taught by nobody", [Datum(1), Datum(2), Datum(1)])

    element = column.worksheets.sheet("1.2").elements[0]
    assert [link.line for link in element.links] == [1, 2]
    assert element.unsettled == ()


def test_an_element_needs_data_of_its_own_column(column):
    column.chart.write("Denise", "1.1", "Biscuits.")

    with pytest.raises(Invalid, match="at least one"):
        column.worksheets.draw("1.2", "From nothing", [])
    with pytest.raises(Invalid, match="does not stand in the column"):
        column.worksheets.draw("1.2", "From elsewhere", [Line("Denise", "1.1", 1)])
    with pytest.raises(Invalid, match="comment"):
        column.worksheets.draw("1.2", "From a hunch", [Line("Denise", "1.2", 3)])
    with pytest.raises(NotFound, match="3 lines"):
        column.worksheets.draw("1.2", "From past the end", [Datum(4)])


def test_elements_are_grouped_and_ungrouped(column):
    column.worksheets.draw("1.2", "Taught by nobody", [Datum(1)])
    column.worksheets.draw("1.2", "A short course", [Datum(3)])
    column.worksheets.add_category("1.2", "Taught", kind="How they learn", elements=[Nth("1.2", 2)])

    column.worksheets.group([Nth("1.2", 1)], "taught")
    assert len(column.worksheets.sheet("1.2").categories[0].elements) == 2
    column.worksheets.group([Nth("1.2", 1)], None)

    sheet = column.worksheets.sheet("1.2")
    assert [element.text for element in sheet.ungrouped] == ["Taught by nobody"]
    assert (sheet.categories[0].name, sheet.categories[0].kind) == ("Taught", "How they learn")


def test_a_category_has_a_name_of_its_own_in_its_worksheet(column):
    column.worksheets.add_category("1.2", "Taught")
    column.worksheets.add_category("1.1", "Taught")

    with pytest.raises(AlreadyThere, match="Taught"):
        column.worksheets.add_category("1.2", "taught ")


def test_a_category_holds_elements_of_its_worksheet_only(column):
    k = column.worksheets.draw("1.2", "A short course", [Datum(3)])

    with pytest.raises(Invalid, match="another"):
        column.worksheets.add_category("1.1", "Taught", elements=[k])


def test_changing_a_statement_asks_to_look_at_the_element_until_it_is_confirmed(column):
    k = column.worksheets.draw("1.2", "A short course", [Datum(3)])

    column.chart.edit(Line("Yusuf", "1.2", 1), "One day, and no more.")
    element = column.worksheets.sheet("1.2").elements[0]
    assert element.unsettled == (Unsettled.REWORDED,)
    assert element.links[0].then == "One day, which was enough."
    column.worksheets.confirm([k])

    assert column.worksheets.sheet("1.2").elements[0].unsettled == ()


def test_removing_a_statement_leaves_the_link_with_the_words_it_had(column):
    k = column.worksheets.draw("1.2", "A short course", [Datum(3)])

    column.chart.remove(Line("Yusuf", "1.2", 1))
    element = column.worksheets.sheet("1.2").elements[0]
    assert element.unsettled == (Unsettled.REMOVED,)
    assert (element.links[0].name, element.links[0].then) == ("Yusuf", "One day, which was enough.")
    column.worksheets.confirm([k])

    confirmed = column.worksheets.sheet("1.2").elements[0]
    assert confirmed.unsettled == ()
    assert len(confirmed.links) == 1


def test_redefining_the_theme_asks_to_look_at_its_elements(column):
    k = column.worksheets.draw("1.2", "A short course", [Datum(3)])

    column.framework.redefine("1.2", Rewording(definition="Courses only"))

    assert column.worksheets.sheet("1.2").elements[0].unsettled == (Unsettled.REDEFINED,)
    column.worksheets.confirm([k])
    assert column.worksheets.sheet("1.2").elements[0].unsettled == ()


def test_merging_themes_brings_both_worksheets_together(column):
    column.chart.write("Yusuf", "1.1", "Through a friend.")
    column.worksheets.draw("1.1", "Through somebody", [Datum(1)])
    column.worksheets.draw("1.2", "A short course", [Datum(3)])
    column.worksheets.add_category("1.1", "Ways in", elements=[Nth("1.1", 1)])

    column.framework.merge(["1.1", "1.2"], "1.2")

    sheet = column.worksheets.sheet("Training")
    assert [element.text for element in sheet.elements] == ["A short course", "Through somebody"]
    assert [len(element.links) for element in sheet.elements] == [1, 1]
    assert sheet.categories[0].elements == (sheet.elements[1].k,)
    assert all(link.line is not None for element in sheet.elements for link in element.links)


def test_elements_of_a_split_theme_can_be_put_into_its_halves(column):
    k = column.worksheets.draw("1.2", "A short course", [Datum(3)])
    theme = column.worksheets.sheet("1.2").column.theme
    column.framework.split("1.2", [Wording("Courses"), Wording("Learning by doing")])

    old = column.worksheets.sheet(handle(theme))
    assert [element.text for element in old.elements] == ["A short course"]
    column.worksheets.move([k], "Courses")

    moved = column.worksheets.sheet("Courses").elements[0]
    assert moved.links[0].then == "One day, which was enough."
    assert Unsettled.REMOVED in moved.unsettled


def test_elements_are_joined_with_all_their_links(column):
    column.worksheets.draw("1.2", "A short course", [Datum(3)])
    column.worksheets.draw("1.2", "Hardly any course", [Datum(1), Datum(3)])

    column.worksheets.join([Nth("1.2", 1), Nth("1.2", 2)])

    (element,) = column.worksheets.sheet("1.2").elements
    assert (element.text, [link.line for link in element.links]) == ("A short course", [1, 3])


def test_an_element_keeps_its_last_link(column):
    k = column.worksheets.draw("1.2", "A short course", [Datum(3)])

    with pytest.raises(Invalid, match="remove the element"):
        column.worksheets.unlink(k, Datum(3))
    assert column.worksheets.link(k, [Datum(1), Datum(3)]) == 1
    column.worksheets.unlink(k, Datum(3))

    assert [link.line for link in column.worksheets.sheet("1.2").elements[0].links] == [1]


def test_elements_and_categories_are_put_in_order(column):
    for text in ("first", "second", "third"):
        column.worksheets.draw("1.2", text, [Datum(1)])
        column.worksheets.add_category("1.2", text)

    column.worksheets.order(Nth("1.2", 3), 1)
    column.worksheets.order_category("1.2", "first", 9)

    assert texts(column) == ["third", "first", "second"]
    assert [one.name for one in column.worksheets.sheet("1.2").categories] == ["second", "third", "first"]


def test_categories_are_joined_and_removed_without_losing_elements(column):
    column.worksheets.draw("1.2", "one", [Datum(1)])
    column.worksheets.draw("1.2", "two", [Datum(3)])
    column.worksheets.add_category("1.2", "A", elements=[Nth("1.2", 1)])
    column.worksheets.add_category("1.2", "B", elements=[Nth("1.2", 2)])

    column.worksheets.join_categories("1.2", ["B", "A"])
    assert [len(one.elements) for one in column.worksheets.sheet("1.2").categories] == [2]
    column.worksheets.remove_category("1.2", "B")

    assert len(column.worksheets.sheet("1.2").ungrouped) == 2


def test_every_call_is_one_change_and_can_be_undone(column):
    before = column.history.number()
    column.worksheets.draw("1.2", "A short course", [Datum(3)])
    column.worksheets.add_category("1.2", "Taught", elements=[Nth("1.2", 1)])
    column.worksheets.remove([Nth("1.2", 1)])
    assert column.history.number() == before + 3

    column.history.undo()
    assert texts(column) == ["A short course"]
    column.history.undo()
    column.history.undo()
    assert texts(column) == []


def test_the_list_says_how_far_each_worksheet_is(column):
    column.worksheets.draw("1.2", "A short course", [Datum(3)])
    column.chart.edit(Line("Yusuf", "1.2", 1), "One day, and no more.")

    (row,) = column.worksheets.listing().records()

    assert (row["number"], row["statements"], row["not drawn from"]) == ("1.2", 3, 2)
    assert (row["elements"], row["in no category"], row["to look at"]) == (1, 1, 1)


def test_what_is_counted_as_to_look_at_is_what_the_worksheet_shows(column):
    for n in (1, 2, 3):
        column.worksheets.draw("1.2", f"element {n}", [Datum(n)])
    column.chart.edit(Line("Denise", "1.2", 1), "Nobody taught her.")
    column.chart.remove(Line("Denise", "1.2", 2))

    with column._work.read() as reader:
        counted = {k for k, _, _, asks in queries.elements(reader.connection) if asks}

    assert counted == {element.k for element in column.worksheets.sheet("1.2").unsettled}
    assert len(counted) == 2


def in_file(study, theme, path):
    book = load_workbook(study.worksheets.export(theme, path))
    return " ".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value)


def test_a_worksheet_goes_into_a_file_without_quotations_of_those_who_have_not_agreed(study, tmp_path):
    filled(study)
    assert SAID in in_file(study, "1", tmp_path / "before.xlsx")
    study.consents.record("Drusilla", "quote", given=False)

    after = in_file(study, "1", tmp_path / "after.xlsx")

    assert SAID not in after
    with pytest.raises(AlreadyThere):
        study.worksheets.export("1", tmp_path / "after.xlsx")


def test_a_package_holds_what_was_drawn_from_its_own_cases(study, tmp_path):
    filled(study)
    study.apart.handout("Ben", tmp_path / "p.trellis", role="analyst", sources=["basil"])

    with opened(tmp_path / "p.trellis", tmp_path / "home-ben", "Ben") as ben:
        assert texts(ben, "2") == ["Lists, whatever Drusilla does", "A zeppelin overhead"]
        assert records(ben, Element) == [
            one for one in records(study, Element) if one.theme == records(ben, Element)[0].theme
        ]
        assert ben.history.check() == []


def test_somebody_who_codes_only_may_not_write_in_worksheets(column):
    with column._work.change("test.write") as change:
        change.insert(Person(change.new_key(), 0, "Cy", Role.CODER))

    with pytest.raises(NotAllowed, match="coder"):
        column.under("Cy").worksheets.draw("1.2", "A short course", [Datum(3)])


def test_two_copies_draw_apart_and_come_together(tmp_path):
    ana = start(tmp_path)
    ana.chart.write("s0", "1.1", "She drives.")
    ben = copied(ana, tmp_path)
    ana.worksheets.draw("1.1", "On the road", [Datum(1)])
    ben.worksheets.draw("1.1", "Away from the office", [Datum(1)])
    ben.worksheets.add_category("1.1", "Places", elements=[Nth("1.1", 1)])

    brought = merged(ana, ben, tmp_path)
    ben.apart.merge(snapshot(ana, tmp_path))

    assert brought.conflicts == 0
    assert ana.history.dump() == ben.history.dump()
    assert sorted(texts(ana, "1.1")) == ["Away from the office", "On the road"]
    ana.close()
    ben.close()


def test_an_element_removed_in_one_copy_and_reworded_in_the_other_is_asked_about(tmp_path):
    ana = start(tmp_path)
    ana.chart.write("s0", "1.1", "She drives.")
    k = ana.worksheets.draw("1.1", "On the road", [Datum(1)])
    ben = copied(ana, tmp_path)
    ana.worksheets.remove([k])
    ben.worksheets.reword(k, "Always on the road")

    brought = merged(ana, ben, tmp_path)

    assert brought.conflicts == 1
    assert ana.history.check() == []
    ana.close()
    ben.close()
