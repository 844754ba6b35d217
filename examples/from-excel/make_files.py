# ruff: noqa: INP001 - a script beside its data, not a package
"""Makes the two files of this example as a team would have kept them: untidily.

    python make_files.py FOLDER

writes FOLDER/framework.xlsx (a sheet a theme, a row a case) and FOLDER/02-dan.docx (a transcript with theme numbers in
its comments). All people, places and words in them are fiction, written for Trellis, and CC0.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.text.run import Run

TRANSCRIPT = Path(__file__).parents[2] / "src" / "trellis" / "examples" / "roles" / "transcripts" / "02-dan.txt"

COMING = (
    ("Chart 1 - Coming to the role", None, None, None, None, None),
    ("fiction, CC0; last worked on by BW, see key on last sheet", None, None, None, None, None),
    (None, None, None, None, None, None),
    ("Participant", "Site", "1.1 Routes in", "What the post was said to be", "Training & preparation", "other"),
    ("HARROW VALE", None, None, None, None, None),
    (
        "Maureen (STR)",
        "Harrow Vale",
        ("- School kitchens, then overalls (turn 3)\n"
        '- looked after her mam; a lady who came "Not a nurse. Just a lady who came" (01-maureen turn 3*)\n'
        "[JM: cf. Wendy?]"),
        ("Sheet said lone working, which she took to mean an office (p. 2); "
        "“you'll pick it up, you've got the face for it” (turn 9)"),
        "1) Two days at the hospital (turn 11) 2) NVQ in her own time, made no odds to the money [00:06:02]",
        None,
    ),
    (
        None,
        None,
        'Thought it was for after operations - "I rang up and asked if it was hips" (turn 7)',
        None,
        None,
        "n/a",
    ),
    (None, None, None, None, None, None),
    ("KELDER BANK", None, None, None, None, None),
    (
        "02 Dan",
        "Kelder Bank",
        "not asked",
        "• “an excellent stepping stone” - they don't say to what (p1)\n• nobody knows what it is (p1)",
        "Certificate, one day a week for a year (p1); the module came after the problem (p. 9)",
        "?",
    ),
    (
        "Yousuf",
        "Kelder Bank",
        "Fifteen years in the union; can fill a room (p2)",
        "Handbook with four roles (04-yusuf, p. 2)\n“It's a good handbook, whoever wrote that had met a person”",
        "Three days, residential (l.31-34)",
        None,
    ),
    ("SALTMARSH", None, None, None, None, None),
    (
        "Wendy ",
        "Saltmarsh",
        "Asked by the carers' committee (l.11)",
        "Four pages of job description (turn 14) and a group that nobody came to (12)",
        "None. A day about equality, left at the second coffee. (turn 18-21)",
        None,
    ),
    ("Sheila", "Saltmarsh", "came by the back door, p.3", None, None, None),
    ("NB Sheila withdrew from the second wave, ask Ben", None, None, None, None, None),
)  # fmt: skip
SUPPORT = (
    ("Respondent", "5.1 Supervison", "Lone working", "5.3 Isolation", "5.2 Isolation?"),
    (
        "P01 Maureen",
        "With Bev monthly, three since the summer (turn 23). Alan's car is worth ten of the other (turn 23)",
        None,
        "not mentioned",
        None,
    ),
    (
        "Dan",
        "Has it twice over\nand neither knows of the other (p2)",
        "in three surgeries, by himself",
        "“I'm the bit of the queue with chairs” (p2)",
        "see 5.3",
    ),
    ("Wendy", "-", None, "Library, Tuesdays, a side room (turn 23)", None),
)
KEY = (
    ("Key",),
    ("p = page of the transcript as printed; l = line; * = use as quotation; [ ] = our own hunches",),
    ("STR = support, time and recovery worker",),
)


def write_workbook(path: Path) -> None:
    """The framework workbook: merged titles, groups of cases, a case over two rows, a sheet that is no chart."""
    book = openpyxl.Workbook()
    coming = book.active
    coming.title = "Coming to the role"
    support = book.create_sheet("5. Support")
    key = book.create_sheet("KEY")
    for sheet, rows in ((coming, COMING), (support, SUPPORT), (key, KEY)):
        for row in rows:
            sheet.append(row)
    for block in ("A1:F1", "A5:F5", "A6:A7", "A9:F9", "A12:F12", "B10:B11"):
        coming.merge_cells(block)
    moment = datetime(2009, 6, 2, 9, 30, tzinfo=UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = moment
    book.save(path)


COMMENTS = (
    ("graduate of what?", "JM", "1.2"),
    ("Certificate, one day a week at the university", "JM", "1.3, 5.1"),
    ("the module on panic in May", "JM", "1.3 too late to be of use??"),
    ("four to six sessions, self-help materials", "Bev W.", "tasks and the usual week"),
    ("a carrier bag of letters", "Bev W.", "2.1 / 6.3"),
    ('I put "problem-solving"', "Bev W.", "forms & targets - drop-down!"),
    ("There's a laminated sheet", "JM", "9.4"),
    ("I'm twenty-five", "JM", "lovely - use this in the paper"),
    ("the psychology waiting list is fourteen months", "Bev W.", "Referral; Caseload?"),
    ("He's got no friends at Fernlea", "JM", "ask Asif??"),
)
"""Words, who wrote beside them, and what."""
PAGE_ENDS_AFTER = ("They don't say to what.", "He had a lot to worry about.")


def write_transcript(path: Path) -> None:
    """Dan's transcript as a Word file with comments that hold numbers and names of themes, typed in a hurry."""
    document = docx.Document()
    waiting = list(COMMENTS)
    for line in TRANSCRIPT.read_text(encoding="utf-8").splitlines():
        if line.strip():
            _write_line(document, line, waiting)
    if waiting:
        message = f"these words stand in no line: {[words for words, _, _ in waiting]}"
        raise ValueError(message)
    document.save(path)


def _write_line(document: Document, line: str, waiting: list[tuple[str, str, str]]) -> None:
    paragraph = document.add_paragraph()
    rest = line
    for comment in [each for each in waiting if each[0] in line]:
        words, author, text = comment
        before, _, rest = rest.partition(words)
        paragraph.add_run(before)
        marked = paragraph.add_run(words)
        document.add_comment(marked, text=text, author=author, initials=author[:2])
        waiting.remove(comment)
    last: Run = paragraph.add_run(rest)
    if line.endswith(PAGE_ENDS_AFTER):
        last.add_break(WD_BREAK.PAGE)


def main() -> None:
    """Writes both files into the folder that is given."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    folder.mkdir(parents=True, exist_ok=True)
    write_workbook(folder / "framework.xlsx")
    write_transcript(folder / "02-dan.docx")


if __name__ == "__main__":
    main()
