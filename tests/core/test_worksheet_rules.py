from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.chart import Layer
from trellis.core.chart_rules import Stale
from trellis.core.chart_view import StatementView
from trellis.core.errors import Invalid
from trellis.core.worksheet_rules import (
    Unsettled,
    confirmed_link,
    link_to,
    unsettled_element,
    unsettled_link,
    worded,
)

SAID = StatementView(7, 1, Layer.SUMMARY, "Learnt it by doing", "", ())
statements = st.builds(
    lambda k, layer, text: StatementView(k, 1, layer, text, "", ()),
    st.integers(1, 6),
    st.sampled_from([Layer.SUMMARY, Layer.VERBATIM]),
    st.text(min_size=1, max_size=5),
)
columns = st.lists(statements, max_size=6).map(lambda found: {one.k: one for one in found})


def test_a_fresh_link_asks_for_nothing():
    assert unsettled_link(link_to(1, (5, 0), SAID), SAID) is None


def test_other_words_ask_to_look_again_and_so_does_another_layer():
    link = link_to(1, (5, 0), SAID)

    assert unsettled_link(link, replace(SAID, text="Learnt it by watching")) is Unsettled.REWORDED
    assert unsettled_link(link, replace(SAID, layer=Layer.VERBATIM)) is Unsettled.REWORDED


def test_a_statement_that_is_gone_asks_until_somebody_says_the_element_is_right():
    link = link_to(1, (5, 0), SAID)

    assert unsettled_link(link, None) is Unsettled.REMOVED
    assert unsettled_link(confirmed_link(link, None), None) is None


def test_a_statement_that_comes_back_in_other_words_asks_again():
    accepted = confirmed_link(link_to(1, (5, 0), SAID), None)

    assert unsettled_link(accepted, SAID) is None
    assert unsettled_link(accepted, replace(SAID, text="Other words")) is Unsettled.REWORDED


def test_an_element_without_links_says_so():
    assert unsettled_element([], {}, ()) == (Unsettled.BARE,)


def test_what_happened_to_the_theme_is_told_after_what_happened_to_the_words():
    link = link_to(1, (5, 0), SAID)

    assert unsettled_element([link], {}, [Stale.SPLIT, Stale.REDEFINED]) == (
        Unsettled.REMOVED,
        Unsettled.REDEFINED,
        Unsettled.SPLIT,
    )


def test_a_comment_is_no_data():
    with pytest.raises(Invalid, match="the analyst's"):
        link_to(1, (5, 0), replace(SAID, layer=Layer.COMMENT))


def test_words_are_put_on_one_line_and_must_be_some():
    assert worded(" by \n doing ", "an element") == "by doing"
    with pytest.raises(Invalid, match="an element needs"):
        worded(" \n", "an element")


@given(columns, columns)
def test_a_link_points_at_the_same_statement_whatever_becomes_of_the_column(before, after):
    links = [link_to(1, (5, 0), statement) for statement in before.values()]

    confirmed = [confirmed_link(link, after.get(link.statement)) for link in links]

    assert [link.statement for link in confirmed] == list(before)
    assert unsettled_element(confirmed, after, ()) == (() if links else (Unsettled.BARE,))


@given(columns, columns)
def test_an_element_asks_exactly_where_a_statement_of_its_own_changed(before, after):
    links = [link_to(1, (5, 0), statement) for statement in before.values()]

    asks = set(unsettled_element(links, after, ()))

    changed = {k for k, statement in before.items() if k in after and after[k] != statement}
    assert (Unsettled.REWORDED in asks) == bool(changed)
    assert (Unsettled.REMOVED in asks) == bool(set(before) - set(after))
