from __future__ import annotations

from tests.study.indexed_study import filled


def made(study, name):
    return next(one for one in study.report.facts().rounds if one.name == name)


def test_a_second_reading_by_one_counts_with_those_who_had_indexed_the_same_sources(study):
    indexed = filled(study)
    indexed.index.code("janet", "1.1", turn=2, coder="Ana")
    indexed.rounds.open("second", "double coding")
    indexed.index.code("janet", "1.1", turn=2, coder="Ben", round="second")

    second = made(indexed, "second")

    assert (second.coders, second.sources, second.is_double) == (2, 1, True)


def test_one_who_went_over_nobodys_work_is_one_coder(study):
    indexed = filled(study)
    indexed.rounds.open("second", "double coding")
    indexed.index.code("janet", "1.1", turn=2, coder="Ben", round="second")

    second = made(indexed, "second")

    assert (second.coders, second.is_double) == (1, False)


def test_two_in_one_round_are_counted_without_a_third_who_indexed_elsewhere(study):
    indexed = filled(study)
    indexed.index.code("janet", "1.1", turn=2, coder="Ana")
    indexed.rounds.open("second", "double coding")
    for coder in ("Ben", "Cleo"):
        indexed.index.code("janet", "1.1", turn=2, coder=coder, round="second")

    assert made(indexed, "second").coders == 2
