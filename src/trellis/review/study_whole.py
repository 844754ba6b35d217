"""The review of a study: all its rules, in order, with what somebody lets stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from trellis.core.study_review import Point, Quiet, StudyReview, Waived, Waiver, ordered
from trellis.review import (
    printing,
    study_chart,
    study_claims,
    study_evidence,
    study_people,
    study_voices,
)
from trellis.review.study_material import StudyMaterial

StudyRule = Callable[[StudyMaterial], Iterator[Point]]

STUDY_RULES: tuple[StudyRule, ...] = (
    printing.printed_in_accounts,
    study_evidence.missing,
    study_evidence.stale,
    study_evidence.reused,
    study_evidence.off_scope,
    study_claims.second_hand,
    study_claims.one_sided,
    study_claims.confounded,
    study_claims.not_asked,
    study_claims.quantifiers,
    study_evidence.counter_evidence,
    study_evidence.hedge_lost,
    study_evidence.prompted,
    study_evidence.outside,
    study_voices.single,
    study_voices.missing,
    study_voices.dominant,
    study_voices.consent,
    study_people.disclosed,
    study_chart.arithmetic,
    study_chart.unanswered,
    study_chart.unused,
    study_chart.unexplained,
    study_chart.uneven,
    study_chart.wave_artefact,
)
"""Every rule of a study's review, each a plain function over the material."""


def study_review_of(
    material: StudyMaterial, waivers: Iterable[Waiver] = (), names: dict[int, str] | None = None
) -> StudyReview:
    """The review of a study. waivers: what somebody lets stand; names: of people by key."""
    points = [point for rule in STUDY_RULES for point in rule(material)]
    kept = list(_with_waivers(points, waivers, names or {}))
    return StudyReview(material.title, ordered(kept), tuple(_quiet(material)), material.k)


def _with_waivers(points: Iterable[Point], waivers: Iterable[Waiver], names: dict[int, str]) -> Iterator[Point]:
    """The points, each with the newest waiver for it; one that rested on something else has lapsed."""
    newest = {waiver.point: waiver for waiver in sorted(waivers, key=lambda one: (one.at, one.k))}
    for point in points:
        waiver = newest.get(point.key)
        if waiver is None:
            yield point
            continue
        lapsed = waiver.rests != point.rests
        told = Waived(waiver.k, waiver.reason, names.get(waiver.by, ""), waiver.at, is_lapsed=lapsed)
        yield replace(point, waived=told)


_OF_FINDINGS = "no finding is marked ready (trellis finding status NUMBER ready)"


def _quiet(material: StudyMaterial) -> Iterator[Quiet]:
    """What was not asked, and what it waits for."""
    if not material.ready:
        drafts = f"; {len(material.findings)} are drafts" if material.findings else ""
        for check in ("counter-evidence", "quantifier-unbased", "voice-missing", "question-unanswered", "theme-unused"):
            yield Quiet(check, f"{_OF_FINDINGS}{drafts}")
    if not material.printed:
        yield Quiet("disclosure", "the report's template prints no attribute of those who are quoted")
    if not material.cases:
        yield Quiet("voice-missing", "nobody is in the sample")
    if len(material.sources) and not any(source.codings for source in material.sources):
        yield Quiet("uneven-index", "nothing is indexed yet")
    if not material.cells:
        yield Quiet("blank-unexplained", "nothing is charted yet")
