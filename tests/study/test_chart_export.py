from __future__ import annotations

import io
import zipfile

import pytest

from tests.study.chart_study import add_sample
from trellis.core.errors import AlreadyThere, NotSupported, StudyFileError
from trellis.study.chart_given import Indexed

FORMS = ["xlsx", "docx", "html", "csv"]


@pytest.fixture
def sample(study):
    added = add_sample(study)
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(added.biscuits)])
    return added


def shown(path):
    """All text of a file, of each entry where it is a zip."""
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("form", FORMS)
def test_the_same_study_gives_the_same_bytes(study, sample, tmp_path, form):
    first = study.chart.export(tmp_path / f"1.{form}")
    second = study.chart.export(tmp_path / f"2.{form}")

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_every_export_prints_notice_version_and_head(study, sample, tmp_path, form):
    study.framework.name_version("v7", reason="tried")
    text = shown(study.chart.export(tmp_path / f"out.{form}"))

    assert "Fiction, written for Trellis. CC0." in text
    assert "framework v7" in text
    assert study.history.head()[:12] in text


@pytest.mark.parametrize("form", FORMS)
def test_an_export_writes_nothing_in_the_study(study, sample, tmp_path, form):
    before = study.history.number()

    study.chart.export(tmp_path / f"out.{form}", themes=["1"], cases=["Denise"], group=["Site"])

    assert study.history.number() == before


def test_a_file_that_is_there_is_left_unless_it_may_go(study, sample, tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(AlreadyThere):
        study.chart.export(path)
    kept = path.read_text(encoding="utf-8")
    study.chart.export(path, overwrite=True)

    assert kept == "mine"
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


def test_another_ending_and_a_missing_folder_are_told(study, sample, tmp_path):
    with pytest.raises(NotSupported, match=r"\.docx"):
        study.chart.export(tmp_path / "out.pdf")
    with pytest.raises(StudyFileError, match="cannot be written"):
        study.chart.export(tmp_path / "none" / "out.csv")
