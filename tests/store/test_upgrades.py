from __future__ import annotations

import json

from trellis.core.wave_change import ChangePlace, change_key
from trellis.store.mapping import CODECS
from trellis.store.upgrades import of_second_schema, of_third_schema

PLACE = {"chart": 11, "row": 12, "theme": 13, "earlier": 14, "later": 15}
KEY = change_key(ChangePlace(**PLACE))
SAID = {**PLACE, "rev": 9, "kind": "emerges", "text": "", "seen_earlier": 0, "seen_later": 1, "by": 2, "at": 3}


def conflict(one, other):
    place = json.dumps([*PLACE.values()], separators=(",", ":"))
    return {"about": "wave_change", "place": place, "one_fields": json.dumps(one), "other_fields": json.dumps(other)}


def test_a_reading_of_the_first_schema_names_no_turn():
    assert of_second_schema("reading", {"person": 1}) == {"person": 1, "turn": None}


def test_a_change_between_waves_gets_the_key_of_its_place_and_keeps_what_it_says():
    after = of_third_schema("wave_change", SAID)

    assert after == {**SAID, "k": KEY}
    assert tuple(after) == CODECS["wave_change"].columns


def test_a_conflict_on_a_change_between_waves_names_it_by_its_key():
    after = of_third_schema("conflict", conflict(SAID, None))

    assert after["place"] == f"[{KEY}]"
    assert json.loads(str(after["one_fields"])) == {**SAID, "k": KEY}
    assert after["other_fields"] == "null"


def test_the_fields_that_differ_stay_as_they_are():
    before = conflict({"kind": "emerges"}, {"kind": "ceases"})

    after = of_third_schema("conflict", before)

    assert {**after, "place": ""} == {**before, "place": ""}


def test_other_rows_are_left_alone():
    assert of_third_schema("coding", {"k": 1}) == {"k": 1}
    assert of_third_schema("conflict", {"about": "theme", "place": "[1]"}) == {"about": "theme", "place": "[1]"}
