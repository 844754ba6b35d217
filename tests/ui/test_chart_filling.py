"""A workbook that a colleague filled in comes back to the chart it was exported from."""

from __future__ import annotations

import base64

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.serving import Serving
from tests.ui.two_waves import make_two_waves


@pytest.fixture
def on_waves(library, tmp_path):
    make_two_waves(library / "nine.trellis", tmp_path / "home")
    running = Serving(library, tmp_path / "home", person="Cleo")
    yield running
    running.stop()


@pytest.fixture
def nine(page, on_waves, complaints):
    page.goto(on_waves.link)
    page.goto(f"{on_waves.address}/s/nine/chart")
    expect(page.get_by_role("grid", name="Framework matrix")).to_be_visible()
    return page


@pytest.fixture
def book(nine, tmp_path):
    """The workbook that the page exports, with what is in it by case, wave and theme; `fill` writes in it."""
    nine.get_by_role("button", name="Export").click()
    with nine.expect_download(timeout=60_000) as waiting:
        nine.get_by_role("menuitem", name="Workbook").click()
    path = tmp_path / "filled.xlsx"
    waiting.value.save_as(path)
    return Filled(path)


class Filled:
    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def fill(self, case, wave, number, text):
        """Types in a cell as somebody would: its row by name and wave, its column by its head."""
        for sheet in self.book.worksheets:
            rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
            column = next((at for row in rows for at, value in enumerate(row) if value.startswith(f"{number} ")), None)
            if column is None or sheet.sheet_state != "visible":
                continue
            row = next(at for at, row in enumerate(rows) if case in row and (not wave or wave in row))
            sheet.cell(row + 1, column + 1, text)
            self.book.save(self.path)
            return
        pytest.fail(f"no cell {case} {wave} {number} in the workbook")


def give(page, book):
    page.get_by_label("A filled-in workbook").set_input_files(book.path)
    dialog = page.get_by_role("dialog", name="What filled.xlsx brings")
    expect(dialog.get_by_text("Nothing has been written yet.")).to_be_visible()
    return dialog


def test_what_a_colleague_filled_in_is_shown_then_brought_in_and_undone_as_one(nine, book, complaints):
    book.fill("HALIMA", "at referral", "1.2", "Nobody; she stayed in.")
    book.fill("TOM", "at referral", "1.1", "Could not manage the stairs.")
    dialog = give(nine, book)
    expect(dialog.get_by_role("region", name="2 cells are new")).to_contain_text("Could not manage the stairs.")

    dialog.get_by_role("button", name="Bring 2 cells in").click()
    expect(nine.get_by_text("2 cells were brought in.")).to_be_visible()
    expect(nine.get_by_role("gridcell").filter(has_text="Nobody; she stayed in.")).to_be_visible()
    nine.get_by_role("grid").focus()
    nine.keyboard.press("Control+z")

    expect(nine.get_by_role("gridcell").filter(has_text="Nobody; she stayed in.")).to_have_count(0)
    expect(nine.get_by_role("gridcell").filter(has_text="Could not manage the stairs.")).to_have_count(0)
    assert complaints == []


def test_a_cell_written_in_on_both_sides_shows_both_texts_and_keeps_ours_until_theirs_is_taken(nine, book):
    book.fill("OWEN", "at nine months", "1.1", "Stays in again, as before.")
    line = nine.get_by_role("complementary", name="The cell").get_by_role("textbox", name="Statement 1")
    nine.get_by_role("gridcell").filter(has_text="Back where he was").click()
    expect(line).to_have_value("Back where he was since the walks stopped.")
    line.fill("Back indoors since the walks stopped.")
    line.press("Enter")
    expect(nine.get_by_role("gridcell").filter(has_text="Back indoors")).to_be_visible()

    dialog = give(nine, book)
    both = dialog.get_by_role("region", name="1 cell was written in on both sides")
    expect(both).to_contain_text("Back indoors since the walks stopped.")
    expect(both).to_contain_text("Stays in again, as before.")
    expect(dialog.get_by_role("button", name="Bring 0 cells in")).to_be_disabled()
    both.get_by_text("Take the workbook’s", exact=True).click()
    dialog.get_by_role("button", name="Bring 1 cell in").click()

    expect(nine.get_by_role("gridcell").filter(has_text="Stays in again, as before.")).to_be_visible()


def test_a_workbook_is_dropped_on_the_chart(nine, book):
    book.fill("TOM", "at referral", "1.1", "Could not manage the stairs.")
    content = base64.b64encode(book.path.read_bytes()).decode()
    files = nine.evaluate_handle(
        """content => {
          const bytes = Uint8Array.from(atob(content), each => each.charCodeAt(0));
          const given = new DataTransfer();
          given.items.add(new File([bytes], "filled.xlsx"));
          return given;
        }""",
        content,
    )

    nine.get_by_role("grid").dispatch_event("drop", {"dataTransfer": files})

    expect(nine.get_by_role("dialog").get_by_role("region", name="1 cell is new")).to_be_visible()


def test_another_file_is_refused_with_the_reason(nine, tmp_path):
    (tmp_path / "notes.xlsx").write_bytes(b"PK\x03\x04 no workbook")

    nine.get_by_label("A filled-in workbook").set_input_files(tmp_path / "notes.xlsx")

    expect(nine.get_by_role("dialog").get_by_role("alert")).to_contain_text("notes.xlsx")


def test_the_preview_of_a_workbook_is_accessible(nine, book):
    book.fill("OWEN", "at nine months", "1.1", "")
    book.fill("TOM", "at referral", "1.1", "“words that nobody said”")
    dialog = give(nine, book)
    expect(dialog.get_by_role("region", name="1 cell cannot be brought in")).to_be_visible()

    assert violations_in_both_schemes(nine) == []
