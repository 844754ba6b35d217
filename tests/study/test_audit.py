from __future__ import annotations

from docx import Document

from tests.study.withdrawn_study import filled
from trellis.core.framework_wording import Wording

PASSPHRASE = "seven buses to Quill"


def section(study, title):
    return next(table for table in study.audit.sections() if table.title == title).rows()


def test_the_trail_names_versions_deeds_and_the_head_in_the_same_bytes_each_time(study, tmp_path):
    filled(study)
    study.memos.add("Doors before company.", kind="decision", present=["Ana", "Bo"])

    one = study.audit.write(tmp_path / "one.docx")
    two = study.audit.write(tmp_path / "two.docx")
    read = Document(str(one))
    said = [cell.text for table in read.tables for row in table.rows for cell in row.cells]

    assert one.read_bytes() == two.read_bytes()
    assert {"v1", "Doors before company.", "Ana, Bo", "brought in"} <= set(said)
    assert any(study.history.head() in paragraph.text for paragraph in read.paragraphs)


def test_what_befell_people_is_in_it(study, tmp_path):
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    study.pseudonyms.replace("Drusilla", "Al", in_notes=True)
    study.identified("chart export").close()
    study.apart.handout("Ben", tmp_path / "p.trellis", pseudonymised=True)
    study.withdrawals.withdraw("Al", "no further contact", cut_off="2026-03-31")
    study.retention.keep_until("2026-01-31", "basil")
    study.retention.dispose("2026-02-01")

    assert section(study, "Pseudonymised texts") == [(3, 3)]
    assert section(study, "Withdrawals") == [("Al", "no further contact", "2026-03-31")]
    assert section(study, "Original files destroyed") == [("basil", "2026-01-31", "2026-02-01")]
    assert section(study, "Handed out") == [("1970-01-01", "Ben", "coder", 3, "pseudonymised")]
    assert section(study, "Exports with real names") == [("1970-01-01", "Ana", "chart export")]


def test_names_left_in_what_colleagues_wrote_become_pseudonyms_when_the_key_is_open(study):
    filled(study)
    study.pseudonyms.open(PASSPHRASE)
    study.pseudonyms.replace("Drusilla", "Al")
    study.memos.add("Drusilla before Basil, says Ana.", kind="decision", present=["Ana"])

    assert section(study, "Decisions")[0][1:] == ("Ana", "Ana", "Al before Basil, says Ana.")


def test_an_operation_names_its_theme_as_it_was_called_then(study):
    study.framework.add(Wording("Doors"), reason="Told by all.")
    study.framework.rename("Doors", "Ways in", reason="Doors are only some.")
    study.framework.rename("Ways in", "Coming in")
    study.framework.add(Wording("Buses"), reason="Told by Al.")

    told = section(study, "Operations on the framework, with reasons")

    assert [(kind, theme) for _day, _who, kind, theme, _reason in told] == [
        ("add", "Doors"),
        ("rename", "Doors"),
        ("add", "Buses"),
    ]
