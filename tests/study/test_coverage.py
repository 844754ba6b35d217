from __future__ import annotations

import pytest

from tests.study.indexed_study import GUIDE, JANET, OMAR, filled
from trellis.core.filters import Filters


@pytest.fixture
def indexed(study):
    return filled(study)


def test_the_interviewers_words_and_the_heading_lines_are_out_of_the_denominator(indexed):
    said = {row["source"]: row["characters"] for row in indexed.index.coverage().records()}

    answers = [line.split(": ")[1] for line in JANET.splitlines() if line.startswith("P")]
    assert said["janet"] == sum(map(len, answers))
    assert said["omar"] == len(OMAR.splitlines()[2]) - len("Omar: ")
    assert said["guide"] == sum(map(len, GUIDE.splitlines()))


def test_words_indexed_twice_count_once_and_those_of_a_question_not_at_all(indexed):
    indexed.index.code("janet", ["1.1", "2"], turns="4-5", coder="Ben")
    indexed.index.code("janet", "1.1", turn=1)

    [row] = indexed.index.coverage(Filters(source=("janet",))).records()

    lines = JANET.splitlines()
    indexed_length = len(lines[3]) + len(lines[4]) - 2 * len("P1: ")
    assert row["indexed"] == indexed_length
    assert row["share"] == round(indexed_length / row["characters"], 4)
    assert (row["codings"], row["coders"]) == (3, "Ana; Ben")


def test_what_is_not_indexed_comes_with_its_words_and_place(indexed):
    indexed.index.code("janet", "1.1", quote="I’d walk round the car park")
    indexed.index.code("janet", "1.1", turns="4-5")

    rows = indexed.index.unindexed("janet").records()

    assert [row["words"] for row in rows] == ["Slowly.", "— twice — and nobody knew my name."]
    assert [JANET[row["start"] : row["end"]] for row in rows] == [row["words"] for row in rows]
    assert (rows[1]["part"], rows[1]["speaker"], rows[1]["time"]) == (2, "P1", "00:02:00")


def test_short_stretches_may_be_left_out(indexed):
    assert {row["source"] for row in indexed.index.unindexed(shortest=40).records()} == {"janet", "omar"}
