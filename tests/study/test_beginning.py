from __future__ import annotations

import pytest

from trellis.bootstrap import new_study
from trellis.core.template import BEGINNINGS, Template


@pytest.fixture
def begun(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))

    def make(template):
        return new_study(tmp_path / f"{template.value}.trellis", "A study", "Ana", template=template)

    return make


def test_every_template_says_what_it_holds():
    assert set(BEGINNINGS) == set(Template)


@pytest.mark.parametrize("template", list(Template))
def test_a_study_begins_with_what_its_template_holds_in_one_change(begun, template):
    beginning = BEGINNINGS[template]
    with begun(template) as study:
        assert [row[0] for row in study.waves.listing().rows()] == list(beginning.waves)
        assert [row[0] for row in study.attributes.listing().rows()] == [one.name for one in beginning.properties]
        assert [row[0] for row in study.guide.show().rows()] == [one.number for one in beginning.questions]
        assert study.history.number() == 1
        assert study.history.check() == []


def test_what_a_study_begins_with_can_be_changed(begun):
    with begun(Template.EVALUATION) as study:
        study.waves.rename("before", "at referral")
        study.attributes.remove("in contact")

        assert [row[0] for row in study.waves.listing().rows()] == ["at referral", "after"]
