from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.report.chart_views import a_cell, a_statement, a_view
from trellis.core.chart import Layer
from trellis.core.worksheet import Category, Element, ElementLink
from trellis.core.worksheet_rules import Unsettled
from trellis.core.worksheet_view import Drawn, worksheet


def cells():
    said = replace(a_statement("Learnt by doing."), k=1), replace(a_statement("Alone."), k=2)
    comment = replace(a_statement("Hm.", Layer.COMMENT), k=3)
    return {
        (11, 0, 101): a_cell(said[0], comment, said[1]),
        (12, 0, 101): a_cell(replace(a_statement("A day."), k=4)),
    }


def an_element(k, category=None, pos="B"):
    return Element(k, 0, 101, pos, f"element {k}", category, 0, 0, 0)


def a_link(element, statement, case=11, words="Learnt by doing."):
    return ElementLink(element, statement, 0, case, 0, Layer.SUMMARY, words, gone=False)


def a_category(k, pos="B"):
    return Category(k, 0, 101, pos, f"category {k}", "", "", 0, 0)


def the_sheet(elements=(), links=(), categories=(), names=None):
    view = a_view(cells())
    drawn = Drawn(elements, links, categories, {}, names or {11: "Case 1", 12: "Case 2"})
    return worksheet(view, view.columns[0], drawn)


def test_data_are_the_statements_of_the_column_row_after_row_without_comments():
    sheet = the_sheet()

    assert [(line.number, line.row.name, line.n, line.statement.text) for line in sheet.data] == [
        (1, "Case 1", 1, "Learnt by doing."),
        (2, "Case 1", 3, "Alone."),
        (3, "Case 2", 1, "A day."),
    ]
    assert sheet.cells == 2
    assert len(sheet.undrawn) == 3


def test_an_element_shows_what_it_was_drawn_from_in_the_order_of_the_data():
    sheet = the_sheet([an_element(50)], [a_link(50, 4, 12, "A day."), a_link(50, 1)])

    element = sheet.elements[0]
    assert [(link.line, link.name, link.then) for link in element.links] == [
        (1, "Case 1", "Learnt by doing."),
        (3, "Case 2", "A day."),
    ]
    assert element.cases == (11, 12)
    assert [line.elements for line in sheet.data] == [(50,), (), (50,)]


def test_a_link_whose_statement_is_gone_stays_with_the_words_it_had():
    sheet = the_sheet([an_element(50)], [a_link(50, 99, words="Long gone."), a_link(50, 1)])

    gone = sheet.elements[0].links[-1]
    assert (gone.line, gone.name, gone.then, gone.unsettled) == (None, "Case 1", "Long gone.", Unsettled.REMOVED)
    assert sheet.unsettled == sheet.elements


def test_categories_hold_their_elements_and_count_cases_once():
    elements = [an_element(50, 70, "C"), an_element(51, 70, "B"), an_element(52)]
    links = [a_link(50, 1), a_link(51, 2, words="Alone."), a_link(52, 4, 12, "A day.")]

    sheet = the_sheet(elements, links, [a_category(70)])

    assert [element.k for element in sheet.elements] == [51, 52, 50]
    assert (sheet.categories[0].elements, sheet.categories[0].cases) == ((51, 50), (11,))
    assert [element.k for element in sheet.ungrouped] == [52]


def test_an_element_of_a_category_that_is_elsewhere_counts_as_in_none():
    sheet = the_sheet([an_element(50, category=999)], [a_link(50, 1)])

    assert sheet.ungrouped == sheet.elements


@given(st.lists(st.tuples(st.integers(50, 56), st.sampled_from([1, 2, 4, 98, 99])), max_size=12, unique=True))
def test_every_link_is_shown_once_and_every_line_knows_its_elements(pairs):
    elements = [an_element(k) for k in range(50, 57)]

    sheet = the_sheet(elements, [a_link(element, statement) for element, statement in pairs])

    shown = [(element.k, link.statement) for element in sheet.elements for link in element.links]
    assert sorted(shown) == sorted(pairs)
    assert {(k, line.statement.k) for line in sheet.data for k in line.elements} == {
        (element, statement) for element, statement in pairs if statement < 98
    }
