"""What chart, index, questions and waves leave open.

The checks are `question-unanswered`, `theme-unused`, `blank-unexplained`, `uneven-index`, `wave-artefact` and
`sample-arithmetic`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from trellis.core.finding import FindingStatus
from trellis.core.finding_view import FindingView
from trellis.core.keys import NO_KEY, Key
from trellis.core.review import Level
from trellis.core.study_review import At, Point, Target
from trellis.review.study_material import StudyMaterial, ground_of, of_finding
from trellis.review.word_kinds import phrases

_FEWEST_SOURCES = 5
_INDEXED = 0.8
_THIN = 0.25
_PER = 1000
_CHANGES = phrases(
    r"""chang\w+ / by the (?:second|later|last) \w+ / at first / later / over time / over the year / no longer
    / became / increas\w+ / decreas\w+ / grew / declin\w+ / improv\w+ / worsen\w+ / more \w+ than before / emerg\w+"""
)
_NUMBER_OF = re.compile(r"\b(\d{1,3})\s+(?:of|out of)\s+(?:the\s+)?(\d{1,3})\b")


def unanswered(material: StudyMaterial) -> Iterator[Point]:
    """Research questions that no finding answers, as soon as one finding is ready."""
    if not material.ready:
        return
    kept = [view for view in material.findings if view.finding.status is not FindingStatus.DROPPED]
    answered = {question for view in kept for question in view.finding.answers}
    for number, question in enumerate(material.questions, 1):
        if question not in answered:
            target = Target(At.QUESTION, question, number=number)
            said = f"No finding answers question {number}: {question}"
            yield Point("question-unanswered", Level.SAY_WHY, said, (target,), "", 4)


def unused(material: StudyMaterial) -> Iterator[Point]:
    """Charted themes that no finding comes from, neither they nor a theme above or below, once findings are ready."""
    if not material.ready:
        return
    kept = [view for view in material.findings if view.finding.status is not FindingStatus.DROPPED]
    used = {theme.k for view in kept for theme in view.themes}
    used |= {one.theme for view in kept for one in view.evidence if one.theme is not None}
    above = {k for theme in material.themes if theme.k in used for k in theme.above}
    for theme in material.themes:
        if theme.charted and not ({theme.k, *theme.above} & used) and theme.k not in above:
            said = f"{theme.told} is charted ({theme.charted} cells), and no finding comes from it."
            target = Target(At.THEME, theme.told, theme.k)
            yield Point("theme-unused", Level.LOOK, said, (target,), "", 2)


def unexplained(material: StudyMaterial) -> Iterator[Point]:
    """Cells that were marked charted, say nothing and do not say why, theme by theme."""
    by_theme: dict[Key, list[Target]] = {}
    not_asked = {(cell.case, cell.wave, cell.theme) for cell in material.unexplained if cell.asked is False}
    for cell in material.unexplained:
        spot = Target(At.CELL, material.case(cell.case), NO_KEY, cell.case, cell.wave, cell.theme)
        by_theme.setdefault(cell.theme, []).append(spot)
    for theme, cells in by_theme.items():
        names = ", ".join(cell.words for cell in cells[:4])
        rest = f" and {len(cells) - 4} more" if len(cells) > 4 else ""
        said = f"Under {material.theme(theme)} nothing stands for {names}{rest}, and not why."
        unasked = [spot.words for spot in cells if (spot.case, spot.wave, theme) in not_asked]
        if unasked:
            said += f" By the topic guide, not asked about it: {', '.join(unasked)}."
        head = Target(At.THEME, material.theme(theme), theme)
        ground = " ".join(str(cell.case) for cell in cells)
        yield Point("blank-unexplained", Level.SAY_WHY, said, (head, *cells), ground, 3)


def uneven(material: StudyMaterial) -> Iterator[Point]:
    """Interviews with hardly any codings for their length, once nearly all have some."""
    sources = [source for source in material.sources if source.length > 0]
    indexed = [source for source in sources if source.codings]
    if len(sources) < _FEWEST_SOURCES or len(indexed) < _INDEXED * len(sources):
        return
    usual = median(_PER * source.codings / source.length for source in indexed)
    for source in sources:
        density = _PER * source.codings / source.length
        if density < _THIN * usual:
            said = (
                f"{source.name} has {source.codings} codings, {density:.1f} for every {_PER} characters; "
                f"the others have {usual:.1f}."
            )
            target = Target(At.SOURCE, source.name, source.k)
            yield Point("uneven-index", Level.LOOK, said, (target,), str(source.codings), 2)


def wave_artefact(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings of a change between waves whose themes were not asked about, or not there, in one of them."""
    for view in material.ready:
        if not _is_of_change(material, view):
            continue
        why = next((told for theme in view.themes if (told := _instrument(material, theme.k))), "")
        if why:
            said = f"It tells of a change, and the instrument changed too: {why}."
            yield Point("wave-artefact", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 6)


def _is_of_change(material: StudyMaterial, view: FindingView) -> bool:
    if len(material.waves) < 2:
        return False
    waves = {place.wave for place in view.places if place.wave != NO_KEY}
    return _CHANGES.search(view.finding.statement) is not None or len(waves) > 1


def _instrument(material: StudyMaterial, theme: Key) -> str:
    """In what way a theme's material differs between waves by how it was made, "" for none."""
    names = dict(material.waves)
    told = [cell for cell in material.cells if cell.theme == theme and cell.wave in names]
    for cell in told:
        asked = [other for other in told if other.wave != cell.wave and other.filled > other.not_asked]
        if cell.not_asked > cell.filled and asked:
            return f"{material.theme(theme)} was mostly not asked about in {names[cell.wave]}"
    had = [k for k, themes in material.versions if theme in themes]
    known = {k for k, _ in material.versions}
    for cell in told:
        older = cell.oldest_version in known and cell.oldest_version not in had
        if older and any(other.oldest_version in had for other in told if other.wave != cell.wave):
            return f"{material.theme(theme)} came into the framework after {names[cell.wave]} was charted"
    return ""


def arithmetic(material: StudyMaterial) -> Iterator[Point]:
    """People who count in the sample and speak in nothing, waves without a source, and counts that findings print."""
    mute = [case for case in material.cases if not case.has_source]
    if mute and len(mute) < len(material.cases):
        names = ", ".join(case.name for case in mute[:5])
        said = f"{len(mute)} of {len(material.cases)} in the sample speak in no source: {names}."
        targets = tuple(Target(At.CASE, case.name, case.k) for case in mute)
        yield Point("sample-arithmetic", Level.SAY_WHY, said, targets, names, 3)
    spoken = {wave for case in material.cases for wave in case.waves}
    for wave, name in material.waves:
        if wave not in spoken and spoken:
            said = f"Nobody speaks in {name}."
            yield Point("sample-arithmetic", Level.SAY_WHY, said, (Target(At.SAMPLE, name),), "", 3)
    for view in material.ready:
        yield from _printed(view)


def _printed(view: FindingView) -> Iterator[Point]:
    """A count in a statement ("9 of 26") that its lists of cases do not give."""
    found = _NUMBER_OF.search(view.finding.statement)
    if found is None:
        return
    sizes = {len(view.of(group)) for group in {place.group for place in view.places}}
    carried = sum(place.in_scope and place.group.value in {"holds", "with qualification"} for place in view.places)
    people = len({place.case for place in view.places if place.in_scope})
    fits_n, fits_base = {*sizes, carried}, {view.base, people}
    if int(found[1]) not in fits_n or int(found[2]) not in fits_base:
        said = f"It says “{found.group()}”; its lists have {carried} of {view.base} who were asked."
        yield Point("sample-arithmetic", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 5)
