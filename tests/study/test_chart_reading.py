from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.chart_study import DENISE, add_sample, writing
from trellis.core.chart_rules import Stale
from trellis.core.coding import Coding
from trellis.core.framework import Operation, Theme, ThemeOperation
from trellis.core.source import Source, Version, VersionKind
from trellis.study.chart_given import Indexed, Words


@pytest.fixture
def sample(study):
    added = add_sample(study)
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(added.biscuits)])
    study.chart.write("Denise", "1.2", "A floater.", evidence=[Words("denise", "I were a floater")])
    return added


def stale(study, theme="1.1"):
    return study.chart.cell("Denise", theme).cell.stale


def redefine(study, sample, kind, theme, into=()):
    with writing(study) as change:
        before = change.get(Theme, sample.themes[theme])
        change.update(before, replace(before, definition="Other.", defined=change.key))
        keys = tuple(sample.themes[name] for name in into)
        change.insert(ThemeOperation(change.new_key(), 0, kind, before.k, keys, (), "", None, change.person, change.at))


def correct(study, sample):
    with writing(study) as change:
        text = DENISE + " Corrected."
        k = change.new_key()
        change.insert(
            Version(
                k,
                0,
                sample.denise.k,
                2,
                VersionKind.CORRECTED,
                sample.denise.current,
                change.keep_text(text),
                len(text),
                "",
            )
        )
        source = change.get(Source, sample.denise.k)
        change.update(source, replace(source, current=k))


def test_nothing_is_stale_at_first(study, sample):
    assert stale(study) == stale(study, "1.2") == ()


def test_a_coding_that_goes_leaves_its_words_and_a_mark(study, sample):
    study.index.remove(sample.biscuits)

    cell = study.chart.cell("Denise", "1.1").cell

    assert cell.stale == (Stale.CODING_GONE,)
    assert cell.statements[0].evidence[0].words == "Biscuits, seventeen year."


def test_a_coding_that_changes_leaves_a_mark(study, sample):
    with writing(study) as change:
        coding = change.get(Coding, sample.biscuits)
        change.update(coding, replace(coding, end=coding.end - 1))

    assert stale(study) == (Stale.CODING_CHANGED,)


def test_a_text_that_is_corrected_leaves_a_mark_on_what_rests_on_its_words(study, sample):
    correct(study, sample)

    assert stale(study, "1.2") == (Stale.TEXT_CHANGED,)


@pytest.mark.parametrize(
    ("kind", "theme", "into", "reasons"),
    [
        (Operation.REDEFINE, "routes", (), (Stale.REDEFINED,)),
        (Operation.SPLIT, "routes", ("plans",), (Stale.REDEFINED, Stale.SPLIT)),
        (Operation.MERGE, "plans", ("routes",), (Stale.MERGED,)),
        (Operation.REDEFINE, "main", (), (Stale.REDEFINED,)),
        (Operation.REDEFINE, "plans", (), ()),
    ],
)
def test_what_happens_to_a_theme_leaves_a_mark_on_its_cells(study, sample, kind, theme, into, reasons):
    redefine(study, sample, kind, theme, into)

    assert stale(study) == reasons


@pytest.mark.parametrize("happens", ["coding", "text", "theme"])
def test_still_right_takes_the_mark_away(study, sample, happens):
    if happens == "coding":
        study.index.remove(sample.biscuits)
    elif happens == "text":
        correct(study, sample)
    else:
        redefine(study, sample, Operation.REDEFINE, "routes")

    study.chart.confirm("Denise", "1.1")
    study.chart.confirm("Denise", "1.2")

    assert stale(study, "1.2") == ()
    assert stale(study) == ((Stale.TEXT_CHANGED,) if happens == "text" else ())


def test_writing_in_a_cell_of_a_redefined_theme_confirms_it(study, sample):
    redefine(study, sample, Operation.REDEFINE, "routes")

    study.chart.write("Denise", "1.1", "A floater.")

    assert stale(study) == ()


def test_staleness_is_the_same_when_read_at_an_earlier_change(study, sample):
    seq = study.history.number()
    redefine(study, sample, Operation.REDEFINE, "routes")

    past = study.at(seq)

    assert past.chart.cell("Denise", "1.1").cell.stale == ()
    past.close()


def test_a_reference_names_the_source_where_the_row_has_another(study, sample):
    study.chart.write("Denise", "2", "Yusuf says so.", evidence=[Indexed(sample.day)])

    assert study.chart.cell("Denise", "2").cell.statements[0].evidence[0].reference == "yusuf, turn 2"
