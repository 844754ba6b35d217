"""Texts that Denise's interview is corrected to, and looks behind the door of the study. Fiction."""

from __future__ import annotations

from pathlib import Path

from tests.study.chart_study import DENISE, writing
from trellis.core.case import Extent, Link
from trellis.core.coding import Coding
from trellis.core.consent import Redaction
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.source import Version

PUT_RIGHT = DENISE.replace("seventeen year.", "seventeen year in all.").replace("INT: And now?", "INT: So, and now?")
CUT = DENISE.replace("Biscuits, seventeen year. ", "")
REWRAPPED = DENISE.replace(" ", "\n ").replace("\n \n", "\n")
OTHER = "\n".join(f"P{n}: Something else was told, of {n} boats and the sea they went to." for n in range(9))


def records(study, kind, **equal):
    with study._work.read() as reader:  # a test looks behind the door
        return reader.all(kind, **equal)


def words_of(study, record):
    with study._work.read() as reader:
        return reader.text(reader.get(Version, record.version).sha)[record.start : record.end]


def coded_words(study):
    return {coding.k: words_of(study, coding) for coding in records(study, Coding)}


def the_cell(study, case="Denise", theme="1.1"):
    view = study.chart.matrix([theme], [case], words=True)
    return view.cell(view.rows[0], view.columns[0])


def add_stretches(study, sample):
    """A margin memo, a link to a stretch and a redaction on Denise's text."""
    start, end = DENISE.index("a floater"), DENISE.index(", no place")
    with writing(study) as change:
        memo, extent, redaction = change.new_keys(3)
        k, version = sample.denise.k, sample.denise.current
        change.insert(
            Memo(memo, 0, MemoKind.MARGIN, About.SOURCE, k, version, start, end, "!", (), None, "", change.person, 1),
            Extent(extent, 0, sample.cases["North"], k, version, start, end, Link.ABOUT),
            Redaction(redaction, 0, k, version, start, end, "[role]", None),
        )


TRANSCRIPT = (
    "INT: What is an ordinary day?\n\nP1: There is no such thing. I drive, mostly.\n\nINT: Where to?\n\nP1: To Moira.\n"
)


def bring_interview(study, folder) -> Path:
    """Brings `TRANSCRIPT` in as the source str-1, and gives back its file."""
    file = folder / "str-1.txt"
    file.write_text(TRANSCRIPT, encoding="utf-8")
    study.sources.bring_in([file])
    return file
