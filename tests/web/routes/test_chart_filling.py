from __future__ import annotations

import io

import openpyxl
import pytest

from tests.study.chart_study import add_sample
from tests.web.bringing import ended, upload
from trellis.bootstrap import open_study

AT = "/api/studies/roles/chart"


@pytest.fixture
def sample(client, roles, library):
    with open_study(library / "roles.trellis", "Ana") as study:
        added = add_sample(study)
        study.chart.write("Denise", "1.1", "Biscuit factory.")
        return added


@pytest.fixture
def book(sample, library):
    """The exported workbook with cells written in: E5 is Denise / 1.1, F5 Denise / 1.2."""
    with open_study(library / "roles.trellis", "Ana") as study:
        content = study.chart.written("chart.xlsx")

    def filled(**cells):
        made = openpyxl.load_workbook(io.BytesIO(content))
        for address, text in cells.items():
            made.worksheets[0][address] = text
        saved = io.BytesIO()
        made.save(saved)
        return {"chart.xlsx": saved.getvalue()}

    return filled


@pytest.fixture
def fill(client, server):
    def asked(batch, **how):
        job = client.post(f"{AT}/fillings", json={"upload": batch, **how}).json()["id"]
        ended(server, job)
        return client.get(f"{AT}/fillings/{job}").json()

    return asked


def texts(client, sample, theme):
    cell = client.get(f"{AT}/cell", params={"case": sample.cases["Denise"], "theme": sample.themes[theme]}).json()
    return [statement["text"] for statement in cell["statements"]]


def test_a_preview_tells_what_is_new_and_writes_nothing(client, sample, book, fill):
    told = fill(upload(client, book(F5="Nobody told her.")), dry_run=True)

    assert [(line["fate"], line["theme"], line["theirs"], line["written"]) for line in told["lines"]] == [
        ("new", "1.2 Training", "Nobody told her.", False)
    ]
    assert told["same"] == 8
    assert texts(client, sample, "training") == []


def test_what_was_looked_at_is_brought_in_and_undone_as_one(client, sample, book, fill):
    batch = upload(client, book(E5="Biscuits.", F5="Nobody told her."))
    fill(batch, dry_run=True)

    told = fill(batch)

    assert [line["written"] for line in told["lines"]] == [True, True]
    assert texts(client, sample, "training") == ["Nobody told her."]
    client.post("/api/studies/roles/undo")
    assert (texts(client, sample, "routes"), texts(client, sample, "training")) == (["Biscuit factory."], [])


def test_a_cell_written_in_meanwhile_keeps_its_text_unless_the_files_is_chosen(client, sample, book, fill):
    files = book(E5="Crackers.")
    spot = {"case": sample.cases["Denise"], "theme": sample.themes["routes"]}
    client.post(f"{AT}/statements", json={**spot, "text": "And buses."})

    left = fill(upload(client, files))
    kept = texts(client, sample, "routes")
    fill(upload(client, files), theirs=[spot])

    assert [(line["fate"], line["written"], line["mine"]) for line in left["lines"]] == [
        ("conflict", False, "Biscuit factory.\nAnd buses.")
    ]
    assert kept == ["Biscuit factory.", "And buses."]
    assert texts(client, sample, "routes") == ["Crackers."]


def test_another_file_is_refused_by_name(client, server, sample):
    job = client.post(
        f"{AT}/fillings", json={"upload": upload(client, {"notes.csv": b"a,b\n"}), "dry_run": True}
    ).json()
    ended(server, job["id"])

    problem = client.get(f"/api/jobs/{job['id']}").json()["problem"]

    assert "notes.csv" in problem["detail"]
    assert client.get(f"{AT}/fillings/{job['id']}").status_code == 404


def test_two_workbooks_at_a_time_are_one_too_many(client, server, sample):
    job = client.post(f"{AT}/fillings", json={"upload": upload(client, {"a.csv": b"a", "b.csv": b"b"})}).json()["id"]
    ended(server, job)

    assert "one workbook" in client.get(f"/api/jobs/{job}").json()["problem"]["detail"]
