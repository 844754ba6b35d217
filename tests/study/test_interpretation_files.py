from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.factories import add_source
from tests.study.chart_study import add_sample, writing
from trellis.core.errors import BadTable
from trellis.core.source import Source, SourceKind

CONTENT = """
groups = "Site"

[[change]]
case = "Denise"
theme = "1.1"
kind = "reverses"
text = "from none to one"

[[change.evidence]]
source = "denise"
quote = "no place of my own to stand"

[[change.evidence]]
side = "against"
case = "Yusuf"
theme = "1.2"
wave = "at nine months"

[[provision]]
text = "Supervision every month."
document = "guide"
quote = "supervision every month"

[[provision.told]]
group = "North"
value = "diluted"

[[provision.told.evidence]]
source = "denise"
quote = "Nobody told me what it was."

[[power]]
dimension = "aim"
place = 2
reason = "one service"
"""


@pytest.fixture
def file(study, tmp_path):
    add_sample(study, waves=True)
    with writing(study) as change:
        made = add_source(change, "Each worker has supervision every month.", "guide")
        stored = change.get(Source, made.k)
        change.update(stored, replace(stored, kind=SourceKind.DOCUMENT))
    study.chart.write("Yusuf", "1.2", "One day.", wave="at nine months")
    path = tmp_path / "findings.toml"
    path.write_text(CONTENT, encoding="utf-8")
    return path


def test_changes_provisions_and_power_come_in_with_the_findings(study, file):
    study.findings.import_file(file)

    [told] = [cell for cell in study.intent.chart().rows[0].cells if cell is not None]
    [step] = [one for one in study.waves.longitudinal(["1.1"]).steps if one.kind is not None]
    assert [one.words for one in told.evidence] == ["Nobody told me what it was."]
    assert step.text == "from none to one"
    assert [(one.side.value, one.words) for one in step.evidence] == [
        ("for", "no place of my own to stand"),
        ("against", "One day."),
    ]
    assert [one.place for one in study.explore.power() if one.place] == [2]


def test_bringing_it_in_twice_changes_nothing(study, file):
    study.findings.import_file(file)
    before = study.findings.written()

    study.findings.import_file(file)

    assert study.findings.written() == before
    assert [one.earlier for one in study.explore.power() if one.place] == [0]
    assert len(study.intent.chart().rows) == 1
    assert len(study.waves.change_at("Denise", "1.1").evidence) == 2


def test_a_file_that_was_written_brings_the_same_into_a_study_without_it(study, file, tmp_path):
    study.findings.import_file(file)
    written = study.findings.written()
    study.waves.unsay("Denise", "1.1")
    (tmp_path / "again.toml").write_bytes(written)

    study.findings.import_file(tmp_path / "again.toml")

    assert study.findings.written() == written
    assert b'side = "against", case = "Yusuf"' in written


def test_every_fault_is_told_with_its_place(study, file):
    file.write_text(CONTENT.replace("Denise", "Nobody").replace("guide", "yusuf"), encoding="utf-8")

    with pytest.raises(BadTable) as refused:
        study.findings.import_file(file)

    assert "change 1: there is no case “Nobody”" in str(refused.value)
    assert "provision 1: “supervision every month” does not stand in yusuf" in str(refused.value)
