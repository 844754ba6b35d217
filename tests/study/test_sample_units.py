from __future__ import annotations

import pytest

from tests.study.interviews import add_interview


@pytest.fixture
def heard(study):
    """Ann in two waves with two jobs, Bob in the first, both together in a focus group."""
    for name in ("ann", "bob"):
        add_interview(study, name)
    add_interview(study, "ann again", case=False)
    add_interview(study, "both", "A", "B", case=False)
    study.waves.add("first")
    study.waves.add("second")
    study.waves.place_sources("first", "ann", "bob")
    study.waves.place_sources("second", "ann again", "both")
    study.cases.link("ann", "ann again")
    study.cases.link("ann", "both")
    study.cases.link("bob", "both")
    study.attributes.define("job", "category:none,part-time", per_wave=True)
    study.attributes.define("place", "category:library,home", of="source")
    for case, wave, job in (("ann", "first", "none"), ("ann", "second", "part-time"), ("bob", "second", "none")):
        study.attributes.set(case, "job", job, wave=wave)
    study.attributes.set("both", "place", "library")
    return study


def counted(table):
    return dict(table.rows())


def test_people_have_their_latest_value(heard):
    assert counted(heard.sample.table("job")) == {"none": 1, "part-time": 1, "total": 2}


def test_a_wave_shows_its_own_values(heard):
    assert counted(heard.sample.table("job", wave="first")) == {
        "none": 1,
        "part-time": 0,
        "not recorded": 1,
        "total": 2,
    }


def test_interviews_have_the_values_of_their_wave(heard):
    assert counted(heard.sample.table("job", of="interviews")) == {
        "none": 1,
        "part-time": 1,
        "several": 1,
        "not recorded": 1,
        "total": 4,
    }


def test_interviews_have_attributes_of_their_own(heard):
    assert counted(heard.sample.table("place", of="interviews", wave="second")) == {
        "library": 1,
        "home": 0,
        "not recorded": 1,
        "total": 2,
    }
