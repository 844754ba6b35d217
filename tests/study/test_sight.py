"""Somebody who may see pseudonymised texts only: what each call answers them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.withdrawn_study import GROUP, OTHER, SAID, filled
from trellis.core.errors import Invalid, NotAllowed, NotFound
from trellis.core.filters import Filters
from trellis.core.study import Person, Role
from trellis.study.memo_about import Topic
from trellis.study.study import Study

PASSPHRASE = "seven buses to Quill"


def joined(study, name, role):
    """Somebody in the study in that role, at the same file."""
    k = Study(study._work.file, name)._work.person().k
    with study._work.change("person.role") as change:  # a change like any other
        person = change.get(Person, k)
        change.update(person, replace(person, role=role))
    return Study(study._work.file, name)


@pytest.fixture
def ana(study):
    """The lead: Drusilla is Al in the group's text; the other two texts are as they came in."""
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    study.attributes.define("First name", "text")
    study.attributes.set("Basil", "First name", "Basilius")
    study.sources.correct("basil", study.sources.text("basil").replace("Drusilla", "Somebody"))
    study.sources.correct("drusilla-one", study.sources.text("drusilla-one").replace("Drusilla:", "P1:"), replace=True)
    study.pseudonyms.replace("Drusilla", "Al")
    return study


@pytest.fixture
def ben(ana):
    coder = joined(ana, "Ben", Role.CODER)
    ana.pseudonyms.show_only("Ben")
    return coder


def test_only_the_pseudonymised_text_is_read(ben):
    assert "Al: Oh," in ben.sources.text("group")
    with pytest.raises(NotFound, match="there are: “group”"):
        ben.sources.text("basil")
    assert [row["source"] for row in ben.sources.listing().records()] == ["group"]
    assert "drusilla" not in str(ben.sources.parts("group").rows()).casefold()
    assert [row["kind"] for row in ben.sources.versions("group").records()] == ["pseudonymised"]


def test_search_answers_from_the_version_that_the_reader_may_see(ana, ben):
    assert ana.search.count("marmalade").hits == 1
    assert ben.search.count("marmalade").hits == 0
    assert ben.search.count("drusilla").hits == 0
    assert ben.search.count("drus.*", regex=True).hits == 0
    assert [hit.words for hit in ben.search.find("zeppelin").hits] == ["zeppelin"]


def test_retrieval_counts_and_coverage_are_of_what_may_be_seen(ana, ben):
    assert {extract.source for extract in ana.index.retrieve().extracts} == {"basil", "drusilla-one", "group"}
    assert {extract.source for extract in ben.index.retrieve().extracts} == {"group"}
    assert ben.index.number_of_codings() == 2
    assert SAID not in str(ben.index.listing().rows())
    assert [row["source"] for row in ben.index.coverage().records()] == ["group"]
    assert "basil" not in str(ben.index.unindexed().rows())
    assert ben.index.counts().rows() != ana.index.counts().rows()


def test_charts_and_their_exports_show_no_words_of_other_texts(ana, ben, tmp_path):
    shown = ben.chart.export(tmp_path / "chart.csv").read_text("utf-8")

    assert SAID not in shown
    assert OTHER not in shown
    assert GROUP in shown
    assert "Lists and buses" in shown
    assert SAID in ana.chart.export(tmp_path / "all.csv").read_text("utf-8")


def test_memos_on_other_texts_stay_hidden(ana, ben):
    ana.memos.add("he counts them aloud", Topic(source="basil"))
    ana.memos.add("they laugh together", Topic(source="group"))

    seen = str(ben.memos.listing().rows())

    assert "counts them aloud" not in seen
    assert "laugh together" in seen


def test_attributes_that_say_who_somebody_is_are_hidden(ana, ben):
    assert "Basilius" in str(ana.attributes.table().rows())
    assert "Basilius" not in str(ben.attributes.table().rows())


def test_the_past_is_seen_through_the_same_eyes(ana, ben):
    with ben.at(ana.history.number() - 8) as before:
        assert before.sources.listing().rows() == []
        assert before.search.count("marmalade").hits == 0


def test_files_copies_and_dumps_are_refused(ben, tmp_path):
    with pytest.raises(NotFound, match="original file"):
        ben.sources.original("group")
    with pytest.raises(NotAllowed, match="pseudonymised texts only"):
        ben.history.backup(tmp_path / "copy.trellis")
    with pytest.raises(NotAllowed):
        ben.history.recrypt(tmp_path / "copy.trellis", PASSPHRASE)
    with pytest.raises(NotAllowed):
        ben.history.dump()
    assert not (tmp_path / "copy.trellis").exists()


def test_they_index_what_they_see_and_their_codings_are_the_studys(ana, ben):
    ben.index.code("group", ["1"], quote="Al: Oh")
    with pytest.raises(NotFound):
        ben.index.code("basil", ["1"], quote="buses")

    mine = [row["words"] for row in ana.index.listing(Filters(coder=("Ben",))).records()]
    assert mine == ["Al: Oh"]
    assert ben.history.undo() is not None
    assert ana.history.check() == []


def test_everything_is_seen_again_once_the_lead_says_so(ana, ben):
    ana.pseudonyms.show_only("Ben", only=False)

    assert ben.search.count("marmalade").hits == 1
    assert {row["person"]: row["texts"] for row in ana.pseudonyms.readers().records()} == {"Ana": "all", "Ben": "all"}


def test_a_text_declared_free_of_names_is_seen(ana, ben):
    ana.pseudonyms.checked("basil")

    assert ben.search.count("buses").hits > 0


def test_only_the_lead_sets_it_and_only_for_those_who_need_no_more(ana):
    joined(ana, "Cleo", Role.ANALYST)

    with pytest.raises(Invalid, match="Cleo is analyst"):
        ana.pseudonyms.show_only("Cleo")
    with pytest.raises(NotAllowed, match="only its lead"):
        Study(ana._work.file, "Cleo").pseudonyms.show_only("Ana")


def test_setting_it_is_undone_like_anything_else(ana):
    joined(ana, "Ben", Role.AUDITOR)
    before = ana.history.dump()

    ana.pseudonyms.show_only("Ben")
    ana.history.undo()

    assert ana.history.dump() == before
