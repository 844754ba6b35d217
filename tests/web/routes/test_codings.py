from __future__ import annotations

from tests.study.indexed_study import OMAR
from tests.web.indexed import index

__all__ = ["index"]

PLACE = (OMAR.index("We walked"), OMAR.index("We walked") + 9)


def only(index):
    [coding] = index.beside("omar")["codings"]
    return coding


def test_words_are_indexed_under_several_themes_in_one_change(index):
    answer = index.code("omar", *PLACE, "Walking", "Support").json()

    codings = index.beside("omar")["codings"]
    assert answer["changes"] == 1
    assert [(one["start"], one["end"]) for one in codings] == [PLACE, PLACE]
    assert {tuple(one["key"]) for one in answer["made"] if one["table"] == "coding"} == {(one["k"],) for one in codings}


def test_an_open_code_is_made_with_its_coding(index):
    start, end = PLACE
    index.post(f"/reading/{index.sources['omar']}/codings", start=start, end=end, code="we walked")

    codes = {one["name"]: one for one in index.get("/framework").json()["codes"]}
    assert codes["we walked"]["number"] == ""
    assert only(index)["theme"] == codes["we walked"]["k"]


def test_an_answer_lost_on_its_way_is_not_indexed_twice(index):
    start, end = PLACE
    given = {"start": start, "end": end, "themes": [index.themes["Walking"]]}
    ask = {"url": f"{index.base}/reading/{index.sources['omar']}/codings", "json": given}
    mark = {"Idempotency-Key": "0123456789abcdef"}

    first = index.client.post(**ask, headers=mark)
    second = index.client.post(**ask, headers=mark)

    assert first.json() == second.json()
    assert len(index.beside("omar")["codings"]) == 1


def test_words_past_the_end_are_refused(index):
    answer = index.code("omar", 5, 100_000, "Walking")

    assert answer.status_code == 422
    assert "100000" in answer.json()["detail"]


def corrected(index, text):
    source = index.get(f"/reading/{index.sources['omar']}").json()
    headers = {"If-Match": f'"{source["rev"]}"'}
    index.client.post(f"{index.base}/reading/{index.sources['omar']}/correction", json={"text": text}, headers=headers)
    return source["version_key"]


def test_words_chosen_before_a_correction_are_indexed_where_they_stand_now(index):
    before = corrected(index, f"Before it began.\n{OMAR}")
    given = {"start": PLACE[0], "end": PLACE[1], "themes": [index.themes["Walking"]], "version": before}

    index.post(f"/reading/{index.sources['omar']}/codings", **given)

    text = index.get(f"/reading/{index.sources['omar']}").json()["text"]
    assert text[only(index)["start"] : only(index)["end"]] == "We walked"


def test_words_that_a_correction_changed_are_not_indexed(index):
    before = corrected(index, OMAR.replace("We walked", "We ran"))
    given = {"start": PLACE[0], "end": PLACE[1], "themes": [index.themes["Walking"]], "version": before}

    answer = index.client.post(f"{index.base}/reading/{index.sources['omar']}/codings", json=given)

    assert answer.status_code == 409
    assert "choose them again" in answer.json()["detail"]
    assert index.beside("omar")["codings"] == []


def test_a_coding_is_resized_and_annotated_on_what_was_seen(index):
    index.code("omar", *PLACE, "Walking")
    seen = only(index)
    path, match = f"{index.base}/codings/{seen['k']}", {"If-Match": f'"{seen["rev"]}"'}

    resized = index.client.put(f"{path}/bounds", json={"start": PLACE[0], "end": PLACE[1] + 9}, headers=match)
    noted = index.client.put(f"{path}/note", json={"note": "why?"}, headers=match)

    assert (resized.status_code, noted.status_code) == (200, 412)
    assert noted.json()["current"]["end"] == PLACE[1] + 9
    assert only(index)["note"] == ""


def test_codings_are_moved_and_removed(index):
    index.code("omar", *PLACE, "Walking")
    k = only(index)["k"]

    index.post("/codings/recode", codings=[k], theme=index.themes["Support"])
    assert only(index)["theme"] == index.themes["Support"]
    index.post("/codings/remove", codings=[k])

    assert index.beside("omar")["codings"] == []


def test_a_coding_that_changed_meanwhile_is_not_moved(index):
    index.code("omar", *PLACE, "Walking")
    seen = only(index)
    path, match = f"{index.base}/codings/{seen['k']}", {"If-Match": f'"{seen["rev"]}"'}
    index.client.put(f"{path}/note", json={"note": "why?"}, headers=match)

    moved = index.client.post(
        f"{index.base}/codings/recode",
        json={"codings": [seen["k"]], "theme": index.themes["Support"], "rev": seen["rev"]},
    )

    assert moved.status_code == 412
    assert only(index)["theme"] == index.themes["Walking"]


def test_a_revision_for_several_codings_is_refused(index):
    given = {"codings": [1, 2], "theme": index.themes["Support"], "rev": 3}

    assert index.client.post(f"{index.base}/codings/recode", json=given).status_code == 422


def test_a_fast_list_is_looked_at_before_it_is_indexed(index):
    path = f"/reading/{index.sources['omar']}/fast-list"
    lines = "T2-3 1.2 2\nnonsense"

    told = index.post(f"{path}/preview", lines=lines).json()
    assert (told["added"], [line["line"] for line in told["bad"]]) == (2, [2])
    assert index.beside("omar")["codings"] == []
    index.post(path, lines=lines)

    assert len(index.beside("omar")["codings"]) == 2


def test_suggestions_are_taken_or_refused_one_by_one(index):
    [waiting] = index.beside("omar")["suggestions"]
    others = index.beside("janet")["suggestions"]

    index.post("/suggestions/accept", rule=waiting["rule_key"], suggestions=[waiting["k"]])
    index.post("/suggestions/reject", rule=waiting["rule_key"], suggestions=[one["k"] for one in others])

    assert only(index)["origins"] == [f"rule:{waiting['rule_key']}"]
    assert index.beside("omar")["suggestions"] == index.beside("janet")["suggestions"] == []


def test_a_rejected_suggestion_waits_again_where_that_is_taken_back(index):
    before = index.beside("omar")["suggestions"]
    given = {"rule": before[0]["rule_key"], "suggestions": [one["k"] for one in before]}
    index.post("/suggestions/reject", **given)

    answer = index.post("/suggestions/wait", **given)

    assert answer.json()["change"] is None
    assert index.beside("omar")["suggestions"] == before


def test_all_suggestions_that_wait_are_listed_over_all_sources(index):
    listed = index.get("/suggestions").json()

    assert len({one["source_name"] for one in listed}) == 3
    [omars] = [one for one in listed if one["source_name"] == "omar"]
    assert [one["k"] for one in index.beside("omar")["suggestions"]] == [omars["k"]]
    assert omars["words"] == OMAR[omars["start"] : omars["end"]]
    index.post("/suggestions/accept", rule=omars["rule_key"], suggestions=[omars["k"]])
    assert omars["k"] not in [one["k"] for one in index.get("/suggestions").json()]
