from __future__ import annotations

import pytest

from tests.study.lens_study import LENS, judged
from trellis.bootstrap import open_study

AT = "/api/studies/roles/lenses"


@pytest.fixture
def lenses(client, library, roles):
    """The small study with two people judged under “belonging”."""
    with open_study(library / "roles.trellis", "Ana") as study:
        judged(study)
    return client


def sheet(client, unit="Denise"):
    return client.get(f"{AT}/belonging/sheet", params={"unit": unit}).json()


def resting_on(rev):
    return {"If-Match": f'"{rev}"'}


def judge(client, given, rev):
    return client.post(f"{AT}/belonging/judgements", json=given, headers=resting_on(rev))


def test_the_lenses_of_a_study_are_listed(lenses):
    card = lenses.get(AT).json()[0]

    assert (card["ident"], card["kind"], card["judgements"], card["judged"]) == ("belonging", "decision table", 4, 2)


def test_a_shipped_lens_is_declared_and_removed(lenses):
    assert lenses.post(AT, json={"shipped": "recognition"}).json()["action"] == "lens.declare"
    assert lenses.delete(f"{AT}/recognition").status_code == 200
    assert len(lenses.get(AT).json()) == 1


def test_a_file_is_checked_line_by_line_and_its_text_declared(lenses):
    bad = lenses.post(f"{AT}/check/preview", json={"text": LENS.replace("format = 1", "format = 2")}).json()
    fits = lenses.post(f"{AT}/check/preview", json={"text": LENS}).json()
    lenses.post(AT, json={"text": LENS.replace('version = "1"', 'version = "2"')})

    assert [(one["line"], "format = 1" in one["message"]) for one in bad["problems"]] == [(1, True)]
    assert fits == {"title": "Belonging", "problems": []}
    assert 'version = "2"' in lenses.get(f"{AT}/belonging/file").json()["text"]


def test_neither_a_name_nor_a_text_is_refused(lenses):
    assert lenses.post(AT, json={}).status_code == 422


def test_the_file_of_a_shipped_lens_can_be_read(lenses):
    assert lenses.get(f"{AT}/shipped/recognition").json()["text"].startswith("format = 1")
    assert len(lenses.get(f"{AT}/shipped").json()["values"]) == 13


def test_a_lens_shows_its_units_with_outcome_ground_and_what_it_rests_on(lenses):
    found = lenses.get(f"{AT}/belonging").json()
    unit = found["units"][0]

    assert (unit["name"], unit["outcome"], unit["nearest"]) == (
        "Denise", "at its edge", "of the team (0 of 2 criteria met)",
    )  # fmt: skip
    assert (unit["base"]["cases"], unit["base"]["sources"], unit["supports"]) == (2, 2, {"told": 1, "trained": 1})
    assert unit["answers"] == {"told": "no", "trained": "a day"}
    assert unit["rests"][0].startswith("Without case Yusuf, Denise would come out as “indeterminate”")
    assert found["blank"] == ["of the team"]
    assert {"Denise", "Yusuf"} <= {one["name"] for one in found["candidates"]}


def test_a_sheet_has_each_judgement_with_its_words(lenses):
    found = sheet(lenses)

    told = found["judgements"][0]
    assert (told["dimension"], told["values"], told["words"], told["judge"]) == ("told", ["no"], ["self"], "Ana")
    assert told["evidence"][0]["words"] == "Nobody told me what it was."
    assert [one["state"] for one in found["weighed"]] == ["not met", "met"]
    assert [one["name"] for one in found["members"]] == ["Denise"]


def test_the_cells_of_a_case_are_beside_the_sheet(lenses):
    case = sheet(lenses)["members"][0]["k"]

    cells = lenses.get(f"{AT}/belonging/material", params={"case": case}).json()

    assert [(cell["number"], cell["lines"]) for cell in cells] == [("1.2", ["Nobody told her what the job was."])]


def test_a_judgement_is_made_confirmed_and_taken_back(lenses):
    piece = sheet(lenses)["judgements"][0]["evidence"][0]
    given = {"unit": "Denise", "dimension": "told", "values": ["yes"], "rationale": "After all.", "words": ["manager"]}
    span = {key: piece[key] for key in ("source", "start", "end")}

    judge(lenses, {**given, "against": [span]}, sheet(lenses)["judgements"][0]["rev"])
    made = sheet(lenses)["judgements"][0]

    assert (made["values"], made["look"], len(made["against"])) == (["yes"], "rests on nothing", 1)
    at = f"{AT}/belonging/judgements/{made['k']}"
    confirmed = lenses.post(f"{at}/confirm", headers=resting_on(made["rev"])).json()
    assert confirmed["action"] == "lens.confirm"
    assert lenses.delete(at, headers=resting_on(made["rev"])).status_code == 412
    assert lenses.delete(at, headers=resting_on(confirmed["rev"])).json()["action"] == "lens.unjudge"


def test_a_judgement_made_in_two_windows_is_not_overwritten_unseen(lenses):
    seen = sheet(lenses)["judgements"][0]
    given = {"unit": "Denise", "dimension": "told", "values": ["yes"]}
    first = judge(lenses, {**given, "rationale": "A sheet of paper."}, seen["rev"])

    second = judge(lenses, {**given, "rationale": "A talk."}, seen["rev"])

    assert (first.status_code, second.status_code) == (200, 412)
    now = second.json()["current"]
    assert (now["rationale"], now["values"], now["rev"]) == ("A sheet of paper.", ["yes"], first.json()["rev"])
    assert judge(lenses, {**given, "rationale": "A talk."}, now["rev"]).status_code == 200
    assert sheet(lenses)["judgements"][0]["rationale"] == "A talk."


def test_a_first_judgement_in_two_windows_is_made_once(lenses):
    given = {"unit": "the porter", "kind": "role", "dimension": "told"}

    first = judge(lenses, {**given, "values": ["yes"]}, 0)
    again = judge(lenses, {**given, "values": ["no"]}, 0)

    assert (first.status_code, again.status_code, again.json()["current"]["values"]) == (200, 412, ["yes"])


def test_what_was_taken_back_elsewhere_is_told_as_gone(lenses):
    seen = sheet(lenses)["judgements"][0]
    lenses.delete(f"{AT}/belonging/judgements/{seen['k']}", headers=resting_on(seen["rev"]))

    answer = judge(lenses, {"unit": "Denise", "dimension": "told", "values": ["yes"]}, seen["rev"])

    assert (answer.status_code, answer.json()["current"]) == (412, None)


def test_a_judgement_says_what_it_rests_on(lenses):
    answer = lenses.post(f"{AT}/belonging/judgements", json={"unit": "Denise", "dimension": "told", "values": ["no"]})

    assert answer.status_code == 428


def test_evidence_that_names_nothing_is_refused(lenses):
    given = {"unit": "Denise", "dimension": "told", "values": ["yes"], "evidence": [{}]}

    assert judge(lenses, given, sheet(lenses)["judgements"][0]["rev"]).status_code == 422


def test_an_override_shows_with_its_reason(lenses):
    given = {"unit": "Denise", "outcome": "apart", "reason": "Another team."}
    lenses.put(f"{AT}/belonging/override", json=given, headers=resting_on(0))

    unit = lenses.get(f"{AT}/belonging").json()["units"][0]

    assert (unit["outcome"], unit["override"], unit["derived"]) == ("apart", "Another team.", "at its edge")
    again = lenses.put(f"{AT}/belonging/override", json={**given, "reason": "Moved."}, headers=resting_on(0))
    assert (again.status_code, again.json()["current"]["override"]) == (412, "Another team.")
    assert again.json()["current"]["override_rev"] == unit["override_rev"]


def test_a_blank_cell_is_named(lenses):
    lenses.post(AT, json={"shipped": "workplace-regime"})
    rev = lenses.get(f"{AT}/workplace-regime").json()["rev"]
    lenses.put(f"{AT}/workplace-regime/cells/low-low", json={"name": "quiet work"}, headers=resting_on(rev))

    outcomes = lenses.get(f"{AT}/workplace-regime").json()["lens"]["outcomes"]

    assert next(one["name"] for one in outcomes if one["id"] == "low-low") == "quiet work"


def test_a_cell_that_was_named_meanwhile_is_not_named_over(lenses):
    lenses.post(AT, json={"shipped": "workplace-regime"})
    way = f"{AT}/workplace-regime/cells/low-low"
    rev = lenses.get(f"{AT}/workplace-regime").json()["rev"]
    lenses.put(way, json={"name": "quiet work"}, headers=resting_on(rev))

    again = lenses.put(way, json={"name": "idle work"}, headers=resting_on(rev))

    now = lenses.get(f"{AT}/workplace-regime").json()["rev"]
    assert (again.status_code, again.json()["current"]) == (412, {"rev": now, "name": "quiet work"})
    assert lenses.put(way, json={"name": "idle work"}).status_code == 428


@pytest.mark.parametrize("table", ["judgements", "outcomes", "rests", "agreement", "waves"])
def test_what_comes_out_is_a_table(lenses, table):
    assert "Belonging" in lenses.get(f"{AT}/belonging/tables/{table}").json()["title"]


def test_two_lenses_are_crossed(lenses):
    table = lenses.get(f"{AT}/belonging/cross", params={"with": "belonging:told"}).json()

    assert ["at its edge", "1: Denise", "0", "0"] in table["values"]
