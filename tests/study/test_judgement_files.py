from __future__ import annotations

import pytest

from tests.study.lens_study import declared
from trellis.core.errors import BadTable, Invalid, NotFound
from trellis.study.chart_given import OnCell, Words
from trellis.study.judgement_files import evidence_in, evidence_piece, rows_in

CSV = """unit,wave,dimension,value,confidence,judge,word,for,against,rationale
Denise,,told,no,high,Ben,self; manager,denise: Nobody told me what it was. | Denise × 1.2,yusuf: One day.,She says so.
Denise,,trained,not evidenced,,Ben,,,,
Yusuf,,trained,a week,,Ben,,,,
Yusuf,,told,no,,Ben,,yusuf: Three days.,,
floaters,,came-by,factory; family,,Ben,,,,
"""
TOML = """format = 1

[[judgement]]
lens = "belonging"
unit = "Denise"
dimension = "told"
value = "no"
confidence = "high"
judge = "Ben"
word = ["self", "manager"]
for = ["denise: Nobody told me what it was.", "Denise × 1.2"]
against = ["yusuf: One day."]
rationale = "She says so."
"""


def written(folder, text, name="judgements.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_evidence_is_words_of_a_source_or_a_cell():
    found = evidence_in("01: a: b | Bev × 2.3\nBev x Plans x at start")

    assert found == (Words("01", "a: b"), OnCell("Bev", "2.3"), OnCell("Bev", "Plans", "at start"))


def test_what_is_neither_is_refused_with_both_forms():
    with pytest.raises(Invalid, match="give words as “SOURCE: words”, or a cell as “CASE × THEME”"):
        evidence_piece("somewhere in the second half")


def test_a_file_goes_in_row_by_row_and_what_does_not_fit_is_told_with_its_line(study, tmp_path):
    declared(study)

    done = study.lenses.judge_from(written(tmp_path, CSV), "belonging")

    assert (done.new, done.changed, done.same) == (3, 0, 0)
    assert [line for line, _ in done.refused] == [4, 5]
    assert "what fits: no, a day, long, unknown, not evidenced" in done.refused[0][1]
    assert "does not stand in yusuf" in done.refused[1][1]
    assert (done.named, done.without_evidence) == (("floaters",), (6,))


def test_a_notice_in_a_file_is_passed_over(study, tmp_path):
    declared(study)
    rows = CSV.replace("rationale\n", "rationale,notice\n").replace("She says so.\n", "She says so.,Fiction\n")

    came = study.lenses.judge_from(written(tmp_path, rows), "belonging")

    assert came.new == 3


def test_the_same_file_twice_changes_nothing(study, tmp_path):
    declared(study)
    path = written(tmp_path, CSV)
    study.lenses.judge_from(path, "belonging")
    before = study.history.entries()

    done = study.lenses.judge_from(path, "belonging")

    assert (done.new, done.changed, done.same) == (0, 0, 3)
    assert study.history.entries() == before


def test_toml_says_the_same_as_a_table(study, tmp_path):
    declared(study)
    study.lenses.judge_from(written(tmp_path, CSV), "belonging")

    done = study.lenses.judge_from(written(tmp_path, TOML, "judgements.toml"))

    assert (done.new, done.same, done.refused) == (0, 1, ())


def test_a_dry_run_tells_and_writes_nothing(study, tmp_path):
    declared(study)

    done = study.lenses.judge_from(written(tmp_path, CSV), "belonging", dry_run=True)

    assert done.new == 3
    assert study.lenses.judgements("belonging").values == ()


def test_one_undo_takes_a_whole_file_back(study, tmp_path):
    declared(study)
    study.lenses.judge_from(written(tmp_path, CSV), "belonging")

    study.history.undo()

    assert study.lenses.judgements("belonging").values == ()
    assert [person.name for person in study.team.now()] == ["Ana"]


def test_a_row_that_names_no_lens_needs_one_on_the_command_line(study, tmp_path):
    declared(study)

    assert "names no lens" in study.lenses.judge_from(written(tmp_path, CSV)).refused[0][1]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "unit,dimension\nDenise,told\n", "no column “value”"),
        ("a.csv", "unit,dimension,value,judgee\nDenise,told,no,Ben\n", "did you mean “judge”"),
        ("a.csv", "unit,dimension,value\n", "holds no judgement"),
        ("a.toml", "[[judgement]]\nunit = 3\n", "line 1: unit is 3"),
        ("a.toml", '[[judgement]]\nunit = "Denise"\n', "line 1: this judgement has no dimension"),
        ("a.toml", '[[judgement]]\nlense = "x"\n', "did you mean “lens”"),
        ("a.toml", "format = 9\n", "reads format = 1"),
        ("a.toml", "unit = \n", "not valid TOML"),
        ("a.toml", "judgement = [1]\n", "this is no table"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path, name, text, told):
    with pytest.raises(BadTable, match=told):
        rows_in(written(tmp_path, text, name))


def test_a_file_that_is_not_there_or_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "latin.toml").write_bytes(b'[[judgement]]\nunit = "Andr\xe9"\n')

    with pytest.raises(NotFound):
        rows_in(tmp_path / "none.csv")
    with pytest.raises(BadTable, match="not UTF-8"):
        rows_in(tmp_path / "latin.toml")
