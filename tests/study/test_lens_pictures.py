from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.study.lens_study import LENS, declared, judged

SVG = "{http://www.w3.org/2000/svg}"
AXES = """format = 1
id = "axes"
title = "Two axes"
version = "1"
question = "Where does it lie?"
units = ["case"]

[rule]
kind = "two axes"
down = "pay"
across = "contact"
otherwise = "between the cells"

[[dimension]]
id = "pay"
question = "How much?"
values = ["low", "middling", "high"]
ordered = true

[[dimension.band]]
name = "little"
values = ["low"]

[[dimension.band]]
name = "much"
values = ["high"]

[[dimension]]
id = "contact"
question = "How often?"
values = ["none", "some"]

[[outcome]]
down = "much"
across = "some"
name = "well kept"

[[outcome]]
down = "little"
across = "none"
"""
CONDITIONS = LENS.replace('kind = "decision table"\nexclusive = true\notherwise = "apart"', 'kind = "profile"')


def words(content: bytes) -> list[str]:
    return [each.text or "" for each in ET.fromstring(content).iter(f"{SVG}text")]


def test_a_lens_of_two_axes_shows_its_cells_with_the_cases_in_them(study):
    declared(study)
    study.lenses.add_text(AXES)
    for case, pay in (("Denise", "high"), ("Yusuf", "middling")):
        study.lenses.judge("axes", case, "pay", pay)
        study.lenses.judge("axes", case, "contact", "some")

    told = ET.fromstring(study.lenses.picture("axes")).findtext(f"{SVG}desc") or ""

    assert "much, some: well kept: Denise" in told
    assert "little, none: not named: nobody" in told
    assert "Yusuf" not in told


def test_high_stands_above_low(study):
    declared(study)
    study.lenses.add_text(AXES)

    found = words(study.lenses.picture("axes"))

    assert found.index("much") < found.index("little")


def test_a_decision_table_shows_which_units_came_out_in_which_way(study):
    judged(study)

    told = ET.fromstring(study.lenses.picture("belonging")).findtext(f"{SVG}desc") or ""

    assert told.startswith("Belonging: units by outcome. at its edge: Denise")
    assert "Yusuf" in told


def test_conditions_show_what_was_judged_and_how_much_stands_for_it(study):
    declared(study)
    study.lenses.add_text(CONDITIONS.replace('"belonging"', '"conditions"'))
    study.lenses.judge("conditions", "Denise", "told", "no", evidence=[])
    study.lenses.judge("conditions", "Denise", "trained", "unknown")

    told = ET.fromstring(study.lenses.picture("conditions")).findtext(f"{SVG}desc") or ""

    assert "Denise, told: no: rests on nothing" in told
    assert "Denise, trained: unknown" in told
