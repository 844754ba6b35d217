from __future__ import annotations

import pytest
import sqlcipher3
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.errors import BadQuery
from trellis.core.query import MOST_TERMS, Search, understood

WORDS = ["walk", "car*", '"car park"', "“my name”", "don't", "a:b", "Übung", "e\u0301", "👩", "½", "body:", "rowid"]
SIGNS = ["AND", "OR", "NOT", "NEAR", "NEAR(", "(", ")", ",", "5", '"', "*", "^x", "-", "+", "{", "}", "\0", "\ud800"]
PIECES = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=14)


@pytest.fixture(scope="module")
def index():
    connection = sqlcipher3.dbapi2.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE fts USING fts5(body, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO fts VALUES ('a b c d e f g h Übung don''t')")
    yield connection
    connection.close()


def accepted(index, query: str) -> bool:
    try:
        search = understood(query)
    except BadQuery:
        return False
    if search.expression is not None:
        index.execute("SELECT count(*) FROM fts WHERE fts MATCH ?", (search.expression,)).fetchone()
    return True


@given(pieces=PIECES, gap=st.sampled_from(["", " "]))
def test_any_pieces_are_refused_or_make_an_expression_that_the_index_takes(index, pieces, gap):
    accepted(index, gap.join(pieces))


@given(text=st.text(max_size=40))
def test_any_text_is_refused_or_makes_an_expression_that_the_index_takes(index, text):
    accepted(index, text)


def test_the_deepest_and_longest_query_is_taken(index):
    assert accepted(index, "(" * 12 + "a" + ")" * 12)
    assert accepted(index, " NOT ".join(["a"] * MOST_TERMS))
    assert not accepted(index, "(" * 13 + "a" + ")" * 13)
    assert not accepted(index, " ".join(["a"] * (MOST_TERMS + 1)))


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("car park", '("car" AND "park")'),
        ("a OR b c", '("a" OR ("b" AND "c"))'),
        ("a b NOT c", '(("a" AND "b") NOT "c")'),
        ("a AND NOT c b", '(("a" AND "b") NOT "c")'),
        ("(a OR b) c", '(("a" OR "b") AND "c")'),
        ("walk*", '"walk" *'),
        ("NEAR(a “b c”, 3)", 'NEAR("a" "b c", 3)'),
        ("NEAR(a b)", 'NEAR("a" "b", 10)'),
        ("near and or", '("near" AND "and" AND "or")'),
    ],
)
def test_a_query_means_one_expression(query, expression):
    assert understood(query).expression == expression


@pytest.mark.parametrize("query", ["/wal(k|t)/", " /a b/ "])
def test_slashes_make_a_pattern(query):
    assert understood(query) == Search(pattern=query.strip()[1:-1])
    assert understood("a b", regex=True) == Search(pattern="a b")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "empty"),
        ("a (b", "character 3.*not closed"),
        ("a) b", "character 2.*not opened"),
        ('a "b', "character 3.*not closed"),
        ("NOT a", "character 1.*nothing before it"),
        ("a OR", "ends where a word"),
        ("a OR AND b", "character 6.*AND stands"),
        ("w*lk", "character 1.*before its end"),
        ("a --- b", "character 3.*no letter"),
        ("NEAR(a, 5)", "two words"),
        ("NEAR(a b OR c)", "character 10.*words or phrases only"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(query, told):
    with pytest.raises(BadQuery, match=told):
        understood(query)


@pytest.mark.parametrize(
    ("distance", "text", "found"),
    [
        (2, "a x y b", True),
        (1, "a x y b", False),
        (2, "b x y a", True),
        (0, "a b", True),
        (0, "a x b", False),
    ],
)
def test_near_counts_the_words_between_in_either_order(index, distance, text, found):
    expression = understood(f"NEAR(a b, {distance})").expression
    index.execute("SAVEPOINT near")
    index.execute("DELETE FROM fts")
    index.execute("INSERT INTO fts VALUES (?)", (text,))

    hits = index.execute("SELECT count(*) FROM fts WHERE fts MATCH ?", (expression,)).fetchone()[0]

    index.execute("ROLLBACK TO near")
    assert bool(hits) is found
