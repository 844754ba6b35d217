from __future__ import annotations

import pytest

from tests.study.copies import merged, opened, start
from tests.study.double_round import ALIKE, NOBODY, ROUND, SLOWLY, TWICE, WALKED, code, coded, where
from trellis.core.disagreement import Standing


@pytest.fixture
def double(study):
    return coded(study)


def standings(study):
    return [item.standing for item in study.rounds.disagreements(ROUND).items]


def settle_all(study):
    for number in range(1, 5):
        study.rounds.settle(ROUND, number, "both stand", "two sides of it")


def test_what_was_settled_is_settled_when_the_list_is_made_again(double):
    double.rounds.settle(ROUND, 2, "deferred", "ask Janet")

    assert standings(double) == [Standing.OPEN, Standing.SETTLED, Standing.OPEN, Standing.OPEN]


@pytest.mark.parametrize(
    "change",
    [
        lambda s, k: s.index.recode([k], "2"),
        lambda s, k: s.index.resize(k, 40, 50),
        lambda s, k: s.index.remove(k),
    ],
)
def test_a_later_change_to_the_codings_reopens_it(double, change):
    settle_all(double)
    item = double.rounds.disagreements(ROUND).items[0]
    ana = next(one.coding for one in item.chosen if one.coder == "Ana")

    change(double, ana)

    assert double.rounds.disagreements(ROUND).items[0].standing is Standing.REOPENED
    assert standings(double)[1:] == [Standing.SETTLED] * 3


def test_a_note_does_not_reopen_it(double):
    settle_all(double)
    for item in double.rounds.disagreements(ROUND).items:
        double.index.annotate(item.chosen[0].coding, "looked at again")

    assert standings(double) == [Standing.SETTLED] * 4


def test_a_corrected_text_does_not_reopen_it(double):
    settle_all(double)
    text = double.sources.text("janet")

    double.sources.correct("janet", text.replace("Slowly.", "Very, very slowly indeed."))

    assert standings(double) == [Standing.SETTLED] * 4


def test_a_merge_of_themes_does_not_reopen_it(double):
    settle_all(double)

    double.framework.merge(["2"], "1.2")

    assert standings(double) == [Standing.SETTLED] * 4


def test_numbers_stay_when_a_settled_one_shows_no_more(study):
    coded(study, closed=False)
    study.rounds.close(ROUND)
    study.rounds.adopt(ROUND)

    study.rounds.settle(ROUND, 2, "one reading adopted", "nobody knew her", adopt="Ben")

    items = study.rounds.disagreements(ROUND).items
    assert [item.number for item in items] == [1, 2, 3, 4]
    assert (items[1].words, items[1].standing, items[1].difference) == (TWICE, Standing.SETTLED, None)


def test_where_one_person_coded_the_round_the_index_is_the_other_reading(study):
    coded(study)
    study.rounds.open("second")
    code(study, "2", ALIKE, "Cleo", round="second")
    code(study, "1.2", ALIKE, "Ana", round="main")

    found = study.rounds.disagreements("second")

    assert found.beside == "main"
    assert [(item.words, item.read_by("Ana"), item.read_by("Cleo")) for item in found.items] == [
        (ALIKE, "1.2 Walking", "2 Support")
    ]


def test_a_source_that_one_coder_alone_indexed_is_not_compared(double):
    double.rounds.open("wide")
    for coder in ("Ana", "Ben"):
        double.index.code("janet", "1.1", coder=coder, round="wide", **where(ALIKE))
    double.index.code("omar", "1.1", coder="Ana", round="wide", turn=3)

    found = double.rounds.disagreements("wide")

    assert (found.sources, found.single, found.items) == (("janet",), ("omar",), ())
    assert "indexed by one coder alone" in found.note


def test_codings_left_on_an_earlier_text_are_counted_and_not_compared(double):
    text = double.sources.text("janet")

    double.sources.correct("janet", text.replace(NOBODY, ""))

    found = double.rounds.disagreements(ROUND)
    assert found.earlier == 2
    assert [item.words for item in found.items] == [SLOWLY, TWICE, WALKED]


def test_what_comes_back_late_shows_and_reopens_what_was_settled(tmp_path):
    ana = start(tmp_path)
    ana.rounds.open("double", blind=True)
    for coder, theme in (("Ana", "1.1"), ("Cleo", "2.1")):
        ana.index.code("s0", theme, start=0, end=30, coder=coder, round="double")
    ana.apart.handout("Ben", tmp_path / "p.trellis")
    ben = opened(tmp_path / "p.trellis", tmp_path / "home-p", "Ben")
    ben.index.code("s0", "1.1", start=0, end=30, round="double")
    ana.rounds.close("double")
    ana.rounds.settle("double", 1, "deferred", "wait for Ben")

    merged(ana, ben, tmp_path)

    [item] = ana.rounds.disagreements("double").items
    assert item.standing is Standing.REOPENED
    assert {one.coder for one in item.chosen} == {"Ana", "Ben", "Cleo"}
    assert item.decision is not None
    assert {one.coder for one in item.decision.then} == {"Ana", "Cleo"}
    ben.close()
    ana.close()
