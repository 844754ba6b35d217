from __future__ import annotations

from tests.study.framework_study import coded, with_source, with_themes
from trellis.core.framework_wording import Rewording, Wording


def by_name(study):
    now = study.framework.now()
    return {node.name: node for node in (*now.themes, *now.codes, *now.gone)}


def test_a_main_theme_counts_what_is_under_its_sub_themes(study):
    with_themes(study, "Alone", ">Roads", "Isolation", ">Phones")
    placed = with_source(study)
    coded(study, placed, "1", 0, 3)
    coded(study, placed, "1.1", 4, 8)

    nodes = by_name(study)

    assert (nodes["Alone"].codings, nodes["Alone"].below) == (1, 2)
    assert (nodes["Roads"].codings, nodes["Roads"].sources) == (1, 1)
    assert (nodes["Isolation"].below, nodes["Roads"].depth, nodes["Roads"].number) == (0, 1, "1.1")


def test_codings_to_check_are_counted_with_their_theme(study):
    with_themes(study, "Alone")
    coded(study, with_source(study), "1", 0, 3)

    study.framework.redefine("Alone", Rewording(definition="Otherwise."))

    assert by_name(study)["Alone"].to_check == 1


def test_codes_and_what_is_gone_stand_apart(study):
    with_themes(study, "Alone", "Isolation")
    study.framework.add_code(Wording("Driving"))
    study.framework.retire("Isolation")

    now = study.framework.now()

    assert [node.name for node in now.codes] == ["Driving"]
    assert [node.name for node in now.gone] == ["Isolation"]
    assert now.next_name == "v1"
