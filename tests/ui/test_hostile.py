"""Names and texts with scripts in them are words: on every screen, and in every file that goes out."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.ui.hostile import FORMULA, RUN, make_hostile
from trellis.bootstrap import open_study

FORMULAS = re.compile(rb"<f[ >]")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The study as a closed file."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRELLIS_HOME", str(folder / "home"))
        make_hostile(folder / "hostile.trellis")
    return folder / "hostile.trellis"


@pytest.fixture
def hostile(page, serving, made, complaints):
    """The page, signed in, on Home with the study."""
    (serving.library / "hostile.trellis").write_bytes(made.read_bytes())
    page.goto(serving.link)
    return page


@pytest.fixture
def study(made, tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    copy = tmp_path / "copy.trellis"
    copy.write_bytes(made.read_bytes())
    with open_study(copy, "Ana") as opened:
        yield opened


def hit(page):
    return page.evaluate("window.hit")


def shown(page, address):
    """The page, with everything on it that is opened by a press."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Reading")).to_have_count(0)
    for closed in page.locator("main summary").all():
        closed.click()
    assert hit(page) is None, address


def test_nothing_runs_on_any_screen(hostile, serving, complaints):
    expect(hostile.get_by_role("link", name="Title")).to_be_visible()
    at = f"{serving.address}/s/hostile"
    for screen in (
        "",
        "/sample",
        "/sources",
        "/framework",
        "/framework?view=versions",
        "/report",
        "/history",
        "/chart",
        "/sample?view=guide",
        "/memos",
        "/team",
        "/queue",
        "/worksheet",
        "/typologies",
        "/lenses",
        "/lenses/hostile",
        "/lenses/hostile?view=rests",
        "/lenses/hostile?view=about",
        "/findings",
        "/review",
        "/panel",
        "/explore",
        "/explore?view=together",
        "/explore?view=groups",
        "/explore?view=voices",
        "/explore?view=intent",
        "/print/chart",
        "/print/chart?by=case",
    ):
        shown(hostile, at + screen)
    hostile.goto(f"{at}/search?q=again")
    expect(hostile.get_by_role("link", name=re.compile("again"))).to_be_visible()
    hostile.goto(f"{at}/read")
    hostile.get_by_role("link", name=re.compile("^file")).click()
    for tab in ("Memos", "Chart", "Source", "Index"):
        hostile.get_by_role("tab", name=re.compile(tab)).click()
    hostile.locator(".names .name").first.click()
    expect(hostile.get_by_role("region", name="Coding")).to_be_visible()
    hostile.keyboard.press("Control+k")
    hostile.keyboard.type("Sub")
    expect(hostile.locator("[data-action]").filter(has_text="1.1 Sub").first).to_be_visible()

    assert hit(hostile) is None
    assert complaints == []


@pytest.mark.parametrize(
    ("screen", "way", "told"),
    [
        ("team", "^Disagreements of Round", "How is it settled?"),
        ("worksheet", "^1.1 Sub", "Category"),
        ("typologies", "^Typology", "Dimension"),
        ("lenses", "^Lens", "One by one"),
        ("memos", "^cell Case", "Return with the question"),
        ("sort", "^1.1 Sub", "and then"),
    ],
)
def test_nor_where_a_list_leads_to(hostile, serving, complaints, screen, way, told):
    hostile.goto(f"{serving.address}/s/hostile/{screen}")
    hostile.get_by_role("main").get_by_role("link", name=re.compile(way)).first.click()

    expect(hostile.get_by_text(told).first).to_be_visible()
    assert hit(hostile) is None
    assert complaints == []


@pytest.mark.parametrize("kind", ["chart", "report"])
def test_nothing_runs_in_a_page_that_goes_out(page, study, tmp_path, kind):
    content = study.chart.written("out.html") if kind == "chart" else study.report.written("out.html")
    file = tmp_path / "out.html"
    file.write_bytes(content)

    page.goto(file.as_uri())

    assert "window.hit" in content.decode()
    assert hit(page) is None
    assert page.locator("img[src=x], svg[onload]").count() == 0


def test_no_workbook_has_a_formula(study):
    book = zipfile.ZipFile(io.BytesIO(study.chart.written("out.xlsx")))

    assert FORMULA.encode()[:10] in b"".join(book.read(name) for name in book.namelist())
    assert [name for name in book.namelist() if FORMULAS.search(book.read(name))] == []


def test_no_cell_of_a_csv_begins_as_a_formula(study):
    text = study.chart.written("out.csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]

    assert any(FORMULA in cell for cell in cells)
    assert [cell for cell in cells if cell[:1] in {"=", "+", "@", "\t", "\r"}] == []


@pytest.mark.parametrize("kind", ["chart", "report"])
def test_a_word_file_has_the_words_as_text(study, kind):
    content = study.chart.written("out.docx") if kind == "chart" else study.report.written("out.docx")
    document = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()

    assert "&lt;script&gt;" in document
    assert RUN not in document


def test_a_manuscript_runs_nothing(home, tmp_path, complaints):
    manuscript, transcript = tmp_path / "paper.md", tmp_path / "<b>talk.txt"
    manuscript.write_text(f"# Paper {RUN}\n\n“It was {RUN} always again,” said P1.\n", "utf-8")
    transcript.write_text(f"INT: How was it?\nP1: It was {RUN} still again.\n", "utf-8")
    home.get_by_role("link", name="Check a manuscript").click()
    for button, files in (("Choose the manuscript", manuscript), ("Choose the transcripts", [transcript])):
        with home.expect_file_chooser() as chosen:
            home.get_by_role("button", name=button, exact=True).press("Enter")
        chosen.value.set_files(files)
    home.get_by_role("button", name="Check the manuscript").press("Enter")
    expect(home.get_by_role("heading", level=2, name="First page")).to_be_visible(timeout=60_000)

    assert hit(home) is None
    assert complaints == []
