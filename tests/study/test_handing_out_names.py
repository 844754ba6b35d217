"""Packages without names: no byte of them says who somebody is, and what is done in them comes back."""

from __future__ import annotations

import sqlite3
import zlib

import pytest

from tests.study.copies import opened
from tests.study.picking import records
from tests.study.withdrawn_study import filled
from trellis.core.chart import Statement
from trellis.core.errors import Invalid, Locked, NotAllowed
from trellis.core.source import Source, Version
from trellis.core.study import Setting
from trellis.study.memo_about import Topic

PASSPHRASE = "seven buses to Quill"
NAMES = (b"drusilla", b"basilius", b"lotte")


@pytest.fixture
def ana(study):
    """Drusilla is Al and Basil is Bo in every text; colleagues still write their names."""
    filled(study)
    study.attributes.define("First name", "text")
    study.attributes.set("Basil", "First name", "Basilius")
    study.sources.correct("basil", study.sources.text("basil") + "\n\nBasil: Lotte said so.")
    study.pseudonyms.open(PASSPHRASE)
    for name, pseudonym in (("Drusilla", "Al"), ("Basil", "Bo"), ("Lotte", "Xi")):
        study.pseudonyms.replace(name, pseudonym)
    study.memos.add("Lotte and DRUSILLA were at school together", Topic(theme="1"))
    return study


def package(study, folder, **more):
    study.apart.handout("Ben", folder / "p.trellis", pseudonymised=True, **more)
    return opened(folder / "p.trellis", folder / "home-p", "Ben")


def everything(path):
    """Every byte of a package, with what is compressed in its history opened."""
    held = path.read_bytes()
    found = [held]
    base = sqlite3.connect(path)
    for payload, codec in base.execute("SELECT payload, codec FROM change_chunk WHERE payload IS NOT NULL"):
        found.append(zlib.decompress(payload) if codec == 1 else bytes(payload))
    base.close()
    return b"\n".join(found).lower()


@pytest.mark.parametrize("role", ["coder", "analyst", "auditor"])
def test_no_byte_of_the_package_holds_a_name(ana, tmp_path, role):
    package(ana, tmp_path, role=role).close()

    held = everything(tmp_path / "p.trellis")
    assert [name for name in NAMES if name in held] == []
    assert b"told me about the mural" in held


def test_no_digest_of_an_identified_text_or_file_is_in_it(ana, tmp_path):
    current = {source.current for source in records(ana, Source)}
    digests = [one.sha for one in records(ana, Version) if one.k not in current]
    digests += [source.original for source in records(ana, Source)]

    package(ana, tmp_path, role="analyst").close()

    held = everything(tmp_path / "p.trellis")
    assert len(digests) > 5
    assert [digest for digest in digests if digest.encode() in held] == []


def test_the_package_is_sound_and_is_worked_in(ana, tmp_path):
    with package(ana, tmp_path, role="analyst") as ben:
        assert ben.history.check() == []
        assert "Al told me" in ben.sources.text("bo")
        assert any("Xi and AL were at school" in row["text"] for row in ben.memos.listing().records())
        assert "First name" not in str(ben.attributes.listing().rows())
        assert {one.text for one in records(ben, Statement)} >= {"Lists and buses, unlike Al"}


def test_codings_made_in_it_come_back_to_the_same_words(ana, tmp_path):
    with package(ana, tmp_path) as ben:
        ben.index.code("bo", ["1"], quote="Al told me about the mural")

    merged = ana.apart.merge(tmp_path / "p.trellis")

    assert (merged.nothing_new, merged.conflicts) == (False, 0)
    mine = [row["words"] for row in ana.index.listing().records() if row["coder"] == "Ben"]
    assert mine == ["Al told me about the mural"]
    assert ana.sources.versions("basil").records()[-1]["state"] == "read now"
    assert ana.history.check() == []


def test_a_name_replaced_meanwhile_moves_the_codings_on(ana, tmp_path):
    with package(ana, tmp_path) as ben:
        ben.index.code("bo", ["1"], quote="I keep a list of buses, and the list keeps me going")
    ana.pseudonyms.replace("I", "One", leave=[])

    ana.apart.merge(tmp_path / "p.trellis")

    mine = [row["words"] for row in ana.index.listing().records() if row["coder"] == "Ben"]
    assert mine == ["One keep a list of buses, and the list keeps me going"]


def test_a_text_that_was_not_looked_at_is_refused_by_name_and_nothing_is_recorded(study, tmp_path):
    filled(study)
    before = study.history.number()

    with pytest.raises(Invalid, match=r"not pseudonymised: .*basil"):
        package(study, tmp_path)

    assert study.history.number() == before
    assert not (tmp_path / "p.trellis").exists()


def test_the_key_must_be_open_where_names_were_replaced(ana, tmp_path):
    with opened(ana._work.file.database.path, tmp_path / "elsewhere", "Ana") as again, pytest.raises(Locked):
        package(again, tmp_path)


def test_a_study_without_replaced_names_needs_no_key(study, tmp_path):
    filled(study)
    study.pseudonyms.checked()

    with package(study, tmp_path, sources=["basil"]) as ben:
        assert ben.history.check() == []
        assert [row["kind"] for row in ben.sources.versions("basil").records()] == ["pseudonymised"]


def test_a_name_that_came_back_with_a_correction_is_refused(ana, tmp_path):
    ana.sources.correct("basil", ana.sources.text("basil") + "\n\nBo: Ask Drusilla.")

    with pytest.raises(Invalid, match="“Drusilla” in the text of"):
        package(ana, tmp_path)


def test_what_was_handed_out_says_which_texts(ana, tmp_path):
    package(ana, tmp_path).close()

    assert [row["texts"] for row in ana.apart.packages().records()] == ["pseudonymised"]


def test_somebody_who_may_see_pseudonyms_only_gets_no_other_package(ana, tmp_path):
    package(ana, tmp_path).close()
    ana.pseudonyms.show_only("Ben")

    with pytest.raises(NotAllowed, match="with --pseudonymised"):
        ana.apart.handout("Ben", tmp_path / "q.trellis")
    ana.apart.handout("Ben", tmp_path / "q.trellis", pseudonymised=True)


def test_what_was_done_with_the_study_itself_is_not_in_a_package(ana, tmp_path):
    ana.identified("chart export").close()
    ana.pseudonyms.put_away()

    with package(ana, tmp_path) as ben:
        assert [one.name for one in records(ben, Setting) if one.name.startswith(("identified", "names"))] == []
