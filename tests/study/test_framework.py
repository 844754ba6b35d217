from __future__ import annotations

from dataclasses import replace

from tests.study.framework_study import (
    charted,
    coded,
    names,
    records,
    resting,
    theme,
    with_source,
    with_themes,
    work,
)
from trellis.core.coding import Coding
from trellis.core.framework import ThemeState
from trellis.core.framework_wording import Rewording, Wording


def test_every_operation_undoes_exactly(study):
    with_themes(study, "Alone", ">Roads", "Isolation", ">Phones", ">Desks")
    placed = with_source(study)
    for given in ("1", "2", "1.1"):
        coded(study, placed, given)
        charted(study, placed, given, f"Under {given}.")
    resting(study, coded(study, placed, "2", 5, 8))
    calls = [
        lambda it: it.add(Wording("New"), "1", ""),
        lambda it: it.rename("1", "By oneself"),
        lambda it: it.redefine("1", Rewording(definition="Otherwise.")),
        lambda it: it.move("2.1", "1"),
        lambda it: it.split("1.1", [Wording("Cars"), Wording("Trains")]),
        lambda it: it.merge(["2"], "1"),
        lambda it: it.retire("2", with_sub_themes=True),
        lambda it: it.name_version("v1"),
    ]
    for call in calls:
        before = study.history.dump()

        call(study.framework)
        study.history.undo()

        assert study.history.dump() == before
    assert study.history.check() == []


def test_a_code_is_placed_with_its_codings(study):
    with_themes(study, "Support")
    with work(study).change("framework.code") as change:
        code = replace(theme(study, "1"), k=change.new_key(), rev=0, name="the kettle", state=ThemeState.CODE)
        change.insert(code)
    k = coded(study, with_source(study), "the kettle")

    study.framework.place("the kettle", "1")

    assert names(study) == ["1 Support", "1.1 the kettle"]
    assert records(study, Coding, k=k)[0].theme == code.k


def test_an_open_code_waits_until_it_is_placed(study):
    with_themes(study, "Alone")

    code = study.framework.add_code(Wording("Driving"))
    study.framework.place("Driving", "1")

    assert code.state is ThemeState.CODE
    assert theme(study, "Driving").state is ThemeState.ACTIVE
    assert theme(study, "Driving").parent == theme(study, "Alone").k
