from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.bootstrap import open_study

AT = "/api/studies/roles/worksheets"


@pytest.fixture
def column(client, roles, library):
    """The column “Training”, with two statements."""
    with open_study(library / "roles.trellis", "Ana") as study:
        sample = add_sample(study)
        study.chart.write("Denise", "1.2", "Nobody taught her.")
        study.chart.write("Yusuf", "1.2", "One day.")
    return f"{AT}/{sample.themes['training']}"


@pytest.fixture
def sheet(client, column):
    return lambda: client.get(column).json()


def draw(client, column, sheet, text, *lines, **more):
    statements = [sheet()["data"][n - 1]["statement"] for n in lines]
    answer = client.post(f"{column}/elements", json={"text": text, "statements": statements, **more})
    return next(one["key"][0] for one in answer.json()["made"] if one["table"] == "element")


def category(client, column, name, *elements):
    answer = client.post(f"{column}/categories", json={"name": name, "elements": elements})
    return answer.json()["made"][0]["key"][0]


def test_a_sheet_holds_data_elements_and_categories(client, column, sheet):
    element = draw(client, column, sheet, "Taught by nobody", 1)
    made = category(client, column, "Untaught", element)

    shown = sheet()

    assert [line["text"] for line in shown["data"]] == ["Nobody taught her.", "One day."]
    assert shown["data"][0]["elements"] == [element]
    assert shown["elements"][0]["links"][0]["line"] == 1
    assert (shown["categories"][0]["k"], shown["categories"][0]["elements"]) == (made, [element])


def test_the_list_says_how_far_each_worksheet_is(client, column, sheet):
    draw(client, column, sheet, "Taught by nobody", 1)

    [stand] = client.get(AT).json()

    assert (stand["number"], stand["statements"], stand["undrawn"], stand["loose"]) == ("1.2", 2, 1, 1)


def test_an_element_is_reworded_resting_on_its_revision(client, column, sheet):
    k = draw(client, column, sheet, "Taught by nobody", 1)
    at, rev = f"{column}/elements/{k}", sheet()["elements"][0]["rev"]

    done = client.patch(at, json={"text": "Untaught"}, headers={"If-Match": f'"{rev}"'})
    again = client.patch(at, json={"text": "Self-taught"}, headers={"If-Match": f'"{rev}"'})

    assert (done.status_code, again.status_code) == (200, 412)
    assert again.json()["current"]["elements"][0]["text"] == "Untaught"


def test_elements_are_linked_ordered_joined_and_removed(client, column, sheet):
    first, second = draw(client, column, sheet, "One", 1), draw(client, column, sheet, "Two", 2)
    other = {"statements": [sheet()["data"][1]["statement"]]}
    client.post(f"{AT}/elements/{first}/link", json=other)
    client.post(f"{AT}/elements/{first}/unlink", json=other)
    client.post(f"{AT}/elements/{second}/order", json={"to": 1})
    assert [(one["text"], len(one["links"])) for one in sheet()["elements"]] == [("Two", 1), ("One", 1)]

    client.post(f"{AT}/elements/join", json={"elements": [first, second]})
    assert [(one["text"], len(one["links"])) for one in sheet()["elements"]] == [("One", 2)]

    client.post(f"{AT}/elements/remove", json={"elements": [first]})
    assert sheet()["elements"] == []


def test_elements_are_grouped_confirmed_and_moved(client, column, sheet):
    k = draw(client, column, sheet, "One", 1)
    made = category(client, column, "Untaught")
    client.post(f"{AT}/elements/group", json={"elements": [k], "category": made})
    assert sheet()["elements"][0]["category"] == made

    client.post(f"{AT}/elements/confirm", json={"elements": [k]})
    assert sheet()["elements"][0]["unsettled"] == []

    plans = next(one for one in client.get("/api/studies/roles/framework").json()["themes"] if one["name"] == "Plans")
    client.post(f"{AT}/elements/move", json={"elements": [k], "theme": plans["k"]})
    assert client.get(f"{AT}/{plans['k']}").json()["elements"][0]["text"] == "One"


def test_categories_are_changed_ordered_joined_and_removed(client, column, sheet):
    first, second = category(client, column, "A"), category(client, column, "B")
    rev = sheet()["categories"][0]["rev"]
    edit = {"kind": "How they learn"}
    client.patch(f"{column}/categories/{first}", json=edit, headers={"If-Match": f'"{rev}"'})
    client.post(f"{column}/categories/{second}/order", json={"to": 1})
    assert [(one["name"], one["kind"]) for one in sheet()["categories"]] == [("B", ""), ("A", "How they learn")]

    client.post(f"{column}/categories/join", json={"categories": [first, second]})
    client.post(f"{column}/categories/{first}/remove")
    assert sheet()["categories"] == []


def test_a_sheet_is_downloaded_as_a_file(client, column):
    answer = client.get(f"{column}/file", params={"ending": "xlsx"})

    assert answer.content[:2] == b"PK"
    assert answer.headers["content-disposition"].endswith('"worksheet.xlsx"')
