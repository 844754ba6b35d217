"""The report of a study, in three forms: written from the study as it is, the same bytes each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from trellis.core.consent import ConsentScope
from trellis.core.errors import NotSupported
from trellis.core.keys import Key
from trellis.core.report_facts import ReportFacts
from trellis.core.report_template import ReportTemplate, Section, SectionOutline
from trellis.reading.package import package_bytes
from trellis.report.blocks import Block, Grid, Head, Prompt, Report, Words, words_in
from trellis.store.reader import Reader
from trellis.study.chart_export import export_note, keep
from trellis.study.finding_reading import read_findings
from trellis.study.known_names import blocks_without_names
from trellis.study.report_facts import facts_of
from trellis.study.report_findings import Printing, print_findings
from trellis.study.report_limits import limitations
from trellis.study.report_people import attributions
from trellis.study.report_sections import Material, section_blocks
from trellis.study.report_templates import keep_template, kept_template, template_file
from trellis.study.reviewing import reviewed
from trellis.study.sample_counting import Counting, counted_table, printed_by
from trellis.study.saturating import Asked, SaturationOfStudy, saturation_of
from trellis.study.speaking import withheld_sources
from trellis.study.table import Table
from trellis.study.work import Work

if TYPE_CHECKING:
    from trellis.study.panel import PanelOfStudy


# The libraries that write these files are slow to load, and most commands write none.
def _docx(report: Report, styles: bytes | None) -> bytes:
    from trellis.report.study_docx import study_docx

    return study_docx(report, styles)


def _html(report: Report, _styles: bytes | None) -> bytes:
    from trellis.report.study_html import study_html

    return study_html(report)


def _md(report: Report, _styles: bytes | None) -> bytes:
    from trellis.report.study_md import study_md

    return study_md(report)


WRITERS: dict[str, Callable[[Report, bytes | None], bytes]] = {".docx": _docx, ".html": _html, ".md": _md}
"""How a report is written, by the ending of the file's name."""


@dataclass(frozen=True, slots=True)
class ReportOutline:
    """What a report would be. template: the text of its file; rev: of the study's own, None where it has none.

    report: with everything that would be written.
    """

    template: str
    rev: Key | None
    sections: tuple[SectionOutline, ...]
    report: Report

    @property
    def tables(self) -> tuple[Table, ...]:
        """The checklists and the other tables, in their order."""
        return tuple(block.table for block in self.report.blocks if isinstance(block, Grid))


class ReportOfStudy:
    """What the study says of itself, for readers outside it."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @cached_property
    def panel(self) -> PanelOfStudy:
        """What a panel is given to read, and what became of the points that its members made."""
        from trellis.study import panel

        return panel.PanelOfStudy(self._work)

    def facts(self) -> ReportFacts:
        """The numbers that the method section and the checklists are filled with."""
        with self._work.read() as reader:
            return facts_of(reader)

    def keep_template(self, text: str) -> None:
        """Keeps a template (the text of its TOML file) as the study's; "" goes back to the one of Trellis.

        Raises BadTable, Invalid.
        """
        with self._work.change("report.template") as change:
            keep_template(change, text)

    def outline(self) -> ReportOutline:
        """What the report would have in it, section by section, and what of it a person has to write."""
        with self._work.read() as reader:
            template, kept = kept_template(reader)
            report = _made(self._work, reader, template)
        return ReportOutline(
            template_file(template) if kept is None or not kept.value else kept.value,
            None if kept is None else kept.rev,
            tuple(_outlined(report, template)),
            report,
        )

    def written(self, name: str, template: ReportTemplate | None = None, *, styles: bytes | None = None) -> bytes:
        """The bytes of a report as `write` would keep it under this name. Raises NotSupported, NotFound, Invalid."""
        writer = WRITERS.get(Path(name).suffix.lower())
        if writer is None:
            advice = f"end its name in one of {', '.join(WRITERS)}"
            raise NotSupported(Path(name).name, "a report cannot be written to this kind of file", advice)
        with self._work.read() as reader:
            report = _made(self._work, reader, kept_template(reader)[0] if template is None else template)
        if self._work.key is not None:
            report = replace(report, blocks=blocks_without_names(report.blocks, self._work.key.book()))
        return writer(report, styles)

    def write(
        self,
        path: str | Path,
        template: ReportTemplate | None = None,
        *,
        styles: str | Path | None = None,
        overwrite: bool = False,
    ) -> Path:
        """Writes the report to a file, its form by its ending: .docx .html .md. The same study, the same bytes.

        template: its sections, their order and your own words; None takes the study's. styles: a Word file
        whose styles and page are taken. Quotations of people who have not agreed to be quoted are left out, and names
        that the file of pseudonyms knows become pseudonyms if it is open.
        Raises NotSupported, AlreadyThere, NotFound, Invalid, Unreadable, StudyFileError.
        """
        target = Path(path)
        keep(target, self.written(target.name, template, styles=_styles(styles)), replace=overwrite)
        return target


def _outlined(report: Report, template: ReportTemplate) -> Iterator[SectionOutline]:
    """The sections that the report has, with their share of its blocks."""
    wanted = {f"section-{at}": one for at, one in enumerate(template.sections, 1)}
    starts = [at for at, block in enumerate(report.blocks) if isinstance(block, Head) and block.level == 1]
    for start, end in zip(starts, [*starts[1:], len(report.blocks)], strict=True):
        head, *blocks = report.blocks[start:end]
        if not isinstance(head, Head):
            continue
        prompts = tuple(block.text for block in blocks if isinstance(block, Prompt))
        yield SectionOutline(wanted[head.anchor].section, head.text, prompts, sum(words_in(block) for block in blocks))


def _styles(path: str | Path | None) -> bytes | None:
    if path is None:
        return None
    given = Path(path)
    if given.suffix.lower() != ".docx":
        raise NotSupported(given.name, "styles are taken from a Word file", "give a .docx")
    return package_bytes(given)


def _made(work: Work, reader: Reader, template: ReportTemplate) -> Report:
    views = tuple(read_findings(reader))
    attributing = attributions(reader, template.attribution, template.k)
    printing = Printing(attributing, withheld_sources(reader, ConsentScope.QUOTE), template.references)
    printed = print_findings(list(views), printing)
    known = facts_of(reader)
    saturated = _saturated(work, reader, known.interviews)
    facts = replace(
        known,
        saturation="" if saturated is None else saturated.said,
        findings=printed.findings,
        searched=printed.searched,
        quotations=printed.quotations,
        quoted=printed.quoted,
    )
    limits = limitations(facts, reviewed(reader))
    sample = _sample(reader, template)
    material = Material(reader, template, facts, printed, views, attributing.coarser, sample, limits, saturated)
    blocks: list[Block] = []
    for at, wanted in enumerate(template.sections, 1):
        own = [Words(paragraph.strip()) for paragraph in wanted.text.split("\n\n") if paragraph.strip()]
        written = section_blocks(wanted, material)
        if wanted.section is Section.LENSES and not written and not own:
            continue
        blocks += [Head(1, wanted.heading, f"section-{at}")] if wanted.heading else []
        blocks += [*own, *written]
    return Report(template.title or facts.title, export_note(reader), tuple(blocks))


def _saturated(work: Work, reader: Reader, interviews: int) -> SaturationOfStudy | None:
    """How themes settled, with the sizes that are usual; None where the base and the run take all the interviews."""
    asked = replace(Asked(), orders=max(100, min(Asked().orders, _MOST_DRAWN // max(interviews, 1))))
    found = saturation_of(work, reader, asked)
    return found if len(found.heard) > asked.base + asked.run and found.result.base_themes else None


def _sample(reader: Reader, template: ReportTemplate) -> Table | None:
    """The sample table."""
    rows, columns = printed_by(reader, template)
    return counted_table(reader, Counting(rows, columns or None)) if rows else None


_MOST_DRAWN = 150_000
"""Interviews in all the orders that are drawn: a thousand orders of 150 interviews take 0.2 s, so of more fewer do."""
