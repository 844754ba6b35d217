"""The study with its names put back, for an export that the lead asks for."""

from __future__ import annotations

import pytest

from tests.study.picking import records
from tests.study.test_sight import joined
from tests.study.withdrawn_study import filled
from trellis.core.errors import Locked, NotAllowed, StudyFileError
from trellis.core.study import Role, Setting
from trellis.study.chart_given import Indexed
from trellis.study.study import Study

PASSPHRASE = "seven buses to Quill"


@pytest.fixture
def ana(study):
    filled(study)
    coded = study.index.code("basil", ["1"], quote="Drusilla told me about the mural")
    study.chart.write("Basil", "1", "Drusilla told me", evidence=[Indexed(coded.added[0].k)], layer="verbatim")
    study.pseudonyms.open(PASSPHRASE)
    return study


def test_every_text_coding_and_label_is_what_it_was(ana):
    texts = {name: ana.sources.text(name) for name in ("basil", "drusilla-one", "group")}
    indexed = [row["words"] for row in ana.index.listing().records()]
    parts = ana.sources.parts("group").rows()
    for name, pseudonym in (("Drusilla", "Al"), ("Basil", "Bartholomew")):
        ana.pseudonyms.replace(name, pseudonym, bracketed=name == "Basil")

    with ana.identified("a test") as named:
        assert {name: named.sources.text(name) for name in texts} == texts
        assert [row["words"] for row in named.index.listing().records()] == indexed
        assert named.sources.parts("group").rows() == parts
        assert named.search.count("drusilla").hits == 1
        assert named.search.count("bartholomew").hits == 0


def test_exports_are_pseudonymised_unless_the_lead_says_otherwise(ana, tmp_path):
    ana.pseudonyms.replace("Drusilla", "Al")

    plain = ana.chart.export(tmp_path / "plain.csv").read_text("utf-8")
    with ana.identified("chart export") as named:
        full = named.chart.export(tmp_path / "full.csv").read_text("utf-8")

    assert "Al told me" in plain
    assert "3 of 3 texts pseudonymised" not in plain
    assert "texts pseudonymised" in plain
    assert "Drusilla told me" in full
    assert "IDENTIFIED: real names are in it" in full


def test_a_correction_made_since_is_in_it(ana):
    ana.pseudonyms.replace("Drusilla", "Al")
    ana.sources.correct("basil", ana.sources.text("basil").replace("Buses.", "Buses and trams."))

    with ana.identified("a test") as named:
        assert "Buses and trams." in named.sources.text("basil")
        assert "Drusilla told me" in named.sources.text("basil")


def test_that_it_was_asked_for_is_a_change_and_the_study_itself_stays(ana):
    ana.pseudonyms.replace("Drusilla", "Al")
    before = ana.history.number()

    ana.identified("chart export").close()

    assert ana.history.number() == before + 1
    assert ana.history.table(1).records()[0]["what"] == "exported with real names"
    assert "chart export" in [setting.value for setting in records(ana, Setting)]
    assert ana.search.count("drusilla").hits == 0
    assert ana.history.check() == []


def test_it_is_for_reading_only(ana):
    with ana.identified("a test") as named, pytest.raises(StudyFileError, match="reading only"):
        named.cases.add("Ann")


def test_it_needs_the_lead_and_the_key(ana, tmp_path):
    ben = joined(ana, "Ben", Role.ANALYST)
    ben.pseudonyms.open(PASSPHRASE)

    with pytest.raises(NotAllowed, match="only its lead"):
        ben.identified("a test")
    with pytest.raises(Locked, match="TRELLIS_KEY_PASSPHRASE"):
        Study(ana._work.file, "Ana").identified("a test")


def test_what_another_key_knows_is_counted(ana):
    ana.pseudonyms.replace("Drusilla", "Al")
    ana.pseudonyms.file().unlink()
    ana.pseudonyms.open(PASSPHRASE, new=True)

    with ana.identified("a test") as named:
        assert "Al told me" in named.sources.text("basil")
        assert "are not known to the key" in named.chart.export(_path(ana)).read_text("utf-8")


def _path(study):
    return study._work.file.database.path.with_name("unknown.csv")


def test_names_left_in_what_colleagues_wrote_do_not_leave_while_the_key_is_open(ana, tmp_path):
    ana.pseudonyms.replace("Drusilla", "Al")

    open_ = ana.chart.export(tmp_path / "open.csv").read_text("utf-8")
    table = ana.pseudonyms.without_names(ana.index.listing())
    closed = Study(ana._work.file, "Ana").chart.export(tmp_path / "closed.csv").read_text("utf-8")

    assert "drusilla" not in open_.casefold()
    assert "Lists and buses, unlike Al" in open_
    assert "Drusilla" in closed
    assert "drusilla" not in str(table.rows()).casefold()
    assert {row["coder"] for row in table.records()} == {"Ana"}
