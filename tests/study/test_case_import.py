from __future__ import annotations

import pytest

from tests.study.interviews import add_interview
from trellis.core.attribute import AttributeValue, HowKnown
from trellis.core.case import Case, CaseKind, Extent, Membership, Participant
from trellis.core.errors import BadTable, Invalid
from trellis.core.source import Source, Speaker
from trellis.study import cases as cases_module
from trellis.study.case_import import ImportHow


@pytest.fixture
def bring(study, tmp_path):
    """Brings lines of a table in."""

    def bring_in(text, dry_run=False, **how):
        path = tmp_path / "people.csv"
        path.write_text(text, "utf-8")
        return study.cases.import_table(path, ImportHow(**how), dry_run=dry_run)

    return bring_in


def records(study, kind, **equal):
    with study._work.read() as reader:
        return reader.all(kind, **equal)


def test_every_other_column_is_an_attribute_of_a_guessed_type(bring):
    done = bring("case,role,years,notice\nMaureen,STR worker,5,Fiction\nDan,nurse,2,Fiction\n")

    assert done.columns().rows() == [
        ("role", "category", "STR worker, nurse", "recorded"),
        ("years", "whole number", None, "recorded"),
    ]
    assert done.skipped == ("notice",)
    assert done.new == ("Maureen", "Dan")


def test_declared_types_and_provenance_are_kept(study, bring):
    bring("case,band,age\nA,3,50-54\n", types={"band": "ordered:3,4"}, known={"age": "estimated"})

    assert {(v.value, v.how_known) for v in records(study, AttributeValue)} == {
        ("3", HowKnown.RECORDED),
        ("50-54", HowKnown.ESTIMATED),
    }


def test_a_value_that_does_not_fit_is_refused_by_its_line(bring):
    done = bring("case,band\nA,3\nB,9\n", types={"band": "ordered:3,4"})

    assert [(r.line, r.column, r.value) for r in done.refused] == [(3, "band", "9")]
    assert "“3”, “4”" in done.refused[0].reason
    assert done.values == 1


def test_a_row_without_a_case_is_refused(bring):
    done = bring("case,role\n,nurse\n")

    assert [(r.line, r.reason) for r in done.refused] == [(2, "the row names no case")]


def test_the_case_that_an_import_made_takes_the_name_of_the_table(study, bring):
    add_interview(study, "01-maureen")

    done = bring("case,source,role\nMaureen,01-maureen,STR worker\n")

    assert done.renamed == (("01-maureen", "Maureen"),)
    assert [case.name for case in records(study, Case)] == ["Maureen"]
    assert [person.pseudonym for person in records(study, Participant)] == ["Maureen"]


def test_a_name_that_a_transcript_has_in_capitals_is_written_as_in_the_table(study, bring):
    add_interview(study, "LENA", "LENA")

    first = bring("case,source\nLena,LENA\n")
    again = bring("case,source\nLena,LENA\n")

    assert (first.renamed, again.renamed) == ((("LENA", "Lena"),), ())
    assert [case.name for case in records(study, Case)] == ["Lena"]


def test_two_sources_of_one_person_become_one_case(study, bring):
    add_interview(study, "a1")
    add_interview(study, "a2")

    bring("case,source\nMaureen,a1;a2\n")

    (case,) = records(study, Case)
    assert {extent.case for extent in records(study, Extent)} == {case.k}
    assert {speaker.case for speaker in records(study, Speaker, label="P1")} == {case.k}
    assert len(records(study, Participant)) == 1


def test_a_case_of_which_more_is_known_is_not_absorbed(study, bring):
    add_interview(study, "a1")
    bring("case,role\na1,nurse\n")

    done = bring("case,source\nMaureen,\nMaureen,a1\n")

    assert {case.name for case in records(study, Case)} == {"a1", "Maureen"}
    assert "stays a case of its own" in done.refused[0].reason


def test_without_a_case_of_the_source_one_is_made_and_its_speaker_linked(study, bring):
    add_interview(study, "a1", case=False)

    done = bring("case,source\nMaureen,a1.txt\nMaureen,a1\n")

    (case,) = records(study, Case)
    assert done.linked == 1
    assert [speaker.case for speaker in records(study, Speaker, label="P1")] == [case.k]


def test_each_of_several_speakers_is_found_by_label(study, bring):
    add_interview(study, "group", "Ann", "Bob", case=False)

    bring("case,source\nAnn,group\nBob,group\n")

    names = {case.k: case.name for case in records(study, Case)}
    assert {(s.label, names.get(s.case)) for s in records(study, Speaker)} == {
        ("INT", None),
        ("Ann", "Ann"),
        ("Bob", "Bob"),
    }


def test_a_source_that_another_case_has_is_not_taken_from_it(study, bring):
    add_interview(study, "a1")
    bring("case,source\nMaureen,a1\n")

    done = bring("case,source,role\nMauren,a1,nurse\n")

    assert [(d.column, d.here, d.given) for d in done.differs] == [("case", "Maureen", "Mauren")]
    assert [case.name for case in records(study, Case)] == ["Maureen"]


def test_a_source_that_is_not_there_is_named(bring):
    done = bring("case,source\nMaureen,nowhere\n")

    assert [(r.column, r.value) for r in done.refused] == [("source", "nowhere")]
    assert done.new == ("Maureen",)


def test_the_same_table_twice_changes_nothing(study, bring):
    table = "case,role,wave\nA,nurse,first\n"
    bring(table)
    before = study.history.number()

    done = bring(table)

    assert (done.left, done.values, done.new) == (1, 0, ())
    assert study.history.number() == before


def test_a_different_value_is_listed_and_kept(study, bring):
    bring("case,role\nA,nurse\n")

    done = bring("case,role\nA,porter\n")

    assert [(d.here, d.given) for d in done.differs] == [("nurse", "porter")]
    assert [v.value for v in records(study, AttributeValue)] == ["nurse"]
    assert "kept" in done.problems().rows()[0][4]


def test_a_different_value_is_replaced_if_asked_for(study, bring):
    bring("case,role\nA,nurse\n")

    bring("case,role\nA,porter\n", replace=True)

    assert [v.value for v in records(study, AttributeValue)] == ["porter"]


def test_values_that_differ_between_waves_vary_by_wave(study, bring):
    bring("case,wave,job,gender\nA,first,none,female\nA,second,part-time,female\n")

    kept = records(study, AttributeValue)
    assert {v.value for v in kept if v.wave} == {"none", "part-time"}
    assert [v.value for v in kept if not v.wave] == ["female"]


def test_groups_are_made_of_columns(study, bring):
    bring("case,site\nA,North\nB,North\n", groups={"site": "site"})

    site = next(case for case in records(study, Case) if case.kind is CaseKind.SITE)
    assert site.name == "North"
    assert [m.parent for m in records(study, Membership)] == [site.k, site.k]


def test_wave_date_and_length_go_to_the_source(study, bring):
    add_interview(study, "a1")

    bring("case,source,wave,date,duration_min\nA,a1,first,2026-03-31,62.5\n")

    (source,) = records(study, Source)
    assert (source.held_on, source.duration_s) == ("2026-03-31", 3750)
    assert source.wave is not None


def test_a_date_that_is_none_is_refused(study, bring):
    add_interview(study, "a1")

    done = bring("case,source,date\nA,a1,last spring\n")

    assert "2026-03-31" in done.refused[0].reason


def test_a_column_asked_for_must_be_there(bring):
    with pytest.raises(BadTable, match="“bnad”"):
        bring("case,band\nA,3\n", types={"bnad": "whole"})


def test_the_type_of_an_attribute_that_is_there_is_not_changed(bring):
    bring("case,band\nA,3\n")

    with pytest.raises(Invalid, match="whole number in this study"):
        bring("case,band\nA,3\n", types={"band": "text"})


def test_a_dry_run_says_the_same_and_writes_nothing(study, bring):
    add_interview(study, "a1")
    before = study.history.dump()
    table = "case,source,role,consent_quote\nMaureen,a1,nurse,yes\nDan,,porter,no\n"

    would = bring(table, dry_run=True, groups={"role": "team"})

    assert study.history.dump() == before
    assert bring(table, groups={"role": "team"}) == would


def test_long_tables_are_one_batch(study, bring, monkeypatch):
    monkeypatch.setattr(cases_module, "ROWS_A_CHANGE", 2)
    before, number = study.history.dump(), study.history.number()

    done = bring("case,role\nA,nurse\nB,porter\nC,nurse\nA,nurse\nD,clerk\n")

    assert done.new == ("A", "B", "C", "D")
    assert study.history.number() == number + 3
    study.history.undo()
    assert study.history.dump() == before


def test_undo_is_exact(study, bring):
    add_interview(study, "a1")
    add_interview(study, "a2")
    before = study.history.dump()

    bring("case,source,role,site,wave,status\nMaureen,a1;a2,nurse,North,first,withdrew\n", groups={"site": "site"})
    study.history.undo()

    assert study.history.dump() == before
    assert study.history.check() == []
