"""Packages: what goes into them, what stays at home, and how they come back."""

from __future__ import annotations

import pytest

from tests.study.copies import copied, merged, opened, snapshot, start
from tests.study.picking import records
from trellis.core.attribute import AttributeValue
from trellis.core.chart import Cell, Statement
from trellis.core.coding import Coding, Round
from trellis.core.errors import Invalid, NotAllowed, NotFound, StudyFileError
from trellis.core.memo import Memo
from trellis.core.source import Source
from trellis.core.study import Person, Role


@pytest.fixture
def ana(tmp_path):
    study = start(tmp_path)
    yield study
    study.close()


def package(study, folder, to="Ben", name="p", **more):
    """A package handed out and opened by the person it is for."""
    study.apart.handout(to, folder / f"{name}.trellis", **more)
    return opened(folder / f"{name}.trellis", folder / f"home-{name}", to)


def code(study, theme="1.1", start=0, end=10, source="s0", **more):
    return study.index.code(source, [theme], start=start, end=end, **more).added[0]


def spans(study):
    return {(coding.start, coding.end) for coding in records(study, Coding)}


def test_a_package_holds_the_chosen_sources_and_the_framework_only(ana, tmp_path):
    ana.chart.write("s0", "1.1", "She drives")

    with package(ana, tmp_path, sources=["s0"]) as ben:
        assert [source.name for source in records(ben, Source)] == ["s0"]
        assert [theme["number"] for theme in ben.framework.tree().records()] == ["1", "1.1", "2", "2.1"]
        assert records(ben, Cell) == records(ben, Statement) == records(ben, AttributeValue) == records(ben, Memo) == []
        assert ben.history.number() == 1
        assert ben.history.check() == []


def test_a_package_says_nothing_of_other_sources_anywhere_in_its_bytes(ana, tmp_path):
    ana.sources.rename("s1", "Confidential")

    package(ana, tmp_path, sources=["s0"]).close()

    held = (tmp_path / "p.trellis").read_bytes()
    assert b"number 0" in held
    assert b"number 1" not in held
    assert b"Confidential" not in held


def test_an_analyst_gets_the_charts_of_the_cases(ana, tmp_path):
    ana.chart.write("s0", "1.1", "She drives")
    ana.chart.write("s1", "1.1", "He waits")

    with package(ana, tmp_path, sources=["s0"], role="analyst") as ben:
        assert [statement.text for statement in records(ben, Statement)] == ["She drives"]
        assert ben.history.check() == []


def test_of_a_blind_round_a_coder_gets_no_codings_of_others(ana, tmp_path):
    code(ana)
    ana.rounds.open("double", blind=True)
    code(ana, start=20, end=30, round="double")

    with package(ana, tmp_path) as ben:
        assert spans(ben) == {(0, 10)}


def test_the_receiver_is_known_and_in_their_role(ana, tmp_path):
    with package(ana, tmp_path) as ben:
        code(ben)

        assert {person.name: person.role for person in records(ana, Person)}["Ben"] is Role.CODER
        with pytest.raises(NotAllowed):
            ben.chart.write("s0", "1.1", "not for coders")


def test_a_package_comes_back_and_nothing_that_was_not_in_it_goes(ana, tmp_path):
    code(ana, source="s1", start=40, end=50)
    ben = package(ana, tmp_path, sources=["s0"])
    code(ben)
    code(ana, start=20, end=30)

    done = merged(ana, ben, tmp_path)

    assert spans(ana) == {(0, 10), (20, 30), (40, 50)}
    assert len(records(ana, Source)) == 2
    assert done.conflicts == 0
    assert ana.history.check() == []
    assert merged(ana, ben, tmp_path).nothing_new
    ben.close()


def test_a_package_in_which_nothing_was_done_brings_nothing(ana, tmp_path):
    ben = package(ana, tmp_path)
    number = ana.history.number()

    assert merged(ana, ben, tmp_path).nothing_new
    assert ana.history.number() == number
    ben.close()


def test_what_the_study_changed_meanwhile_stays(ana, tmp_path):
    ben = package(ana, tmp_path)
    code(ben)
    ana.framework.rename("1.1", "Labour")
    ana.sources.rename("s0", "renamed")

    done = merged(ana, ben, tmp_path)

    assert [theme["name"] for theme in ana.framework.tree().records()][1] == "Labour"
    assert [source.name for source in records(ana, Source)] == ["renamed", "s1"]
    assert [source.original_name for source in records(ana, Source)] == ["s0.txt", "s1.txt"]
    assert done.conflicts == 0
    ben.close()


def test_a_package_opened_on_two_machines_comes_back_from_both(ana, tmp_path):
    ben = package(ana, tmp_path)
    other = copied(ben, tmp_path, "Ben", "q")
    code(ben)
    code(other, start=20, end=30)

    merged(ana, ben, tmp_path)
    merged(ana, other, tmp_path)

    assert spans(ana) == {(0, 10), (20, 30)}
    assert len(records(ana, Person)) == 2
    assert ana.history.check() == []
    ben.close()
    other.close()


def test_a_package_merges_into_another_package(ana, tmp_path):
    ben = package(ana, tmp_path, sources=["s0"])
    cleo = package(ana, tmp_path, to="Cleo", name="q", sources=["s1"], role="analyst")
    code(ben)
    code(cleo, source="s1", start=20, end=30)

    merged(cleo, ben, tmp_path)

    assert spans(cleo) == {(0, 10), (20, 30)}
    assert cleo.history.check() == []
    merged(ana, cleo, tmp_path)
    assert spans(ana) == {(0, 10), (20, 30)}
    assert ana.history.check() == []
    assert merged(ana, ben, tmp_path).nothing_new
    ben.close()
    cleo.close()


def test_the_whole_study_does_not_go_into_a_package(ana, tmp_path):
    ben = package(ana, tmp_path, to="Cleo", role="analyst")

    with pytest.raises(StudyFileError, match="is a package"):
        merged(ben, ana, tmp_path)
    ben.close()


def test_a_package_cannot_be_unmade_inside_it(ana, tmp_path):
    with package(ana, tmp_path) as ben:
        assert ben.history.undo() is None


def test_what_was_handed_out_is_listed(ana, tmp_path):
    package(ana, tmp_path, sources=["s1"]).close()

    line = ana.apart.packages().records()[0]

    assert (line["to"], line["role"], line["sources"]) == ("Ben", "coder", "s1")


def test_handing_out_is_refused_where_it_cannot_be(ana, tmp_path):
    package(ana, tmp_path).close()

    with pytest.raises(StudyFileError, match="exists already"):
        ana.apart.handout("Ben", tmp_path / "p.trellis")
    with pytest.raises(Invalid, match="--role coder"):
        ana.apart.handout("Ben", tmp_path / "x.trellis", role="analyst")
    with pytest.raises(Invalid, match="no role"):
        ana.apart.handout("Ben", tmp_path / "x.trellis", role="boss")
    with pytest.raises(Invalid, match="a name"):
        ana.apart.handout(" ", tmp_path / "x.trellis")
    with pytest.raises(NotFound):
        ana.apart.handout("Ben", tmp_path / "x.trellis", ["nowhere"])
    assert not (tmp_path / "x.trellis").exists()


def test_a_blind_double_round_goes_out_and_comes_back_beside_ours(ana, tmp_path):
    ana.rounds.open("double", blind=True)
    code(ana, round="double")
    ben = package(ana, tmp_path)
    code(ben, round="double")
    sent = snapshot(ben, tmp_path, "back")

    ana.apart.merge(sent)
    ana.rounds.close("double")

    double = next(found for found in records(ana, Round) if found.name == "double")
    assert len([coding for coding in records(ana, Coding) if coding.round == double.k]) == 2
    assert len({coding.coder for coding in records(ana, Coding)}) == 2
    ben.close()
