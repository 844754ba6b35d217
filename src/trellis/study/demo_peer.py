"""The peer study, made step by step as its team would have made it. Steps of `study/demo.py`."""

from __future__ import annotations

import csv

from trellis.core.source import SourceKind, SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.study.bringing import BringIn
from trellis.study.case_import import ImportHow
from trellis.study.demo_stages import Stage, Told
from trellis.study.demo_steps import (
    EXAMPLES,
    chart_rows,
    declare_lenses,
    index_rows,
    intend_rows,
    judge_rows,
    say_changes,
)
from trellis.study.study import Study

PEER = EXAMPLES / "peer"
SECOND = "second reading"
_READ = ("Odile", "Marcus")
_LENSES = ("recognition", "workplace-actor", "worker-position", "influence-profile", "power-faces")
"""Declared with the question of the secondary analysis, before anything was read again for it."""
_WAVES = ("at referral", "nine months")
_WHO = tuple(LabelRule(name, SpeakerRole.INTERVIEWER) for name in ("Ruth", "Odile", "Marcus"))
_GROUPS = (("stakeholder", "group"), ("organisation", "organisation"))
"""Columns of people.csv whose values are cases too, with their kinds, in the order of their rows in the chart."""


def _bring_in(study: Study, told: Told) -> None:
    for wave in _WAVES:
        study.waves.add(wave)
    brought = study.sources.bring_in([PEER / "transcripts"], BringIn(labels=_WHO))
    turns = sum(item.turns for item in brought.items)
    told(f"brought in {len(brought.items)} interviews with {turns} turns")
    documents = study.sources.bring_in([PEER / "documents"], BringIn(kind=SourceKind.DOCUMENT))
    told(f"and {len(documents.items)} documents")
    _describe(study)
    told("with who took part in which wave, the sampling frame and the topic guides")


def _describe(study: Study) -> None:
    for column, kind in _GROUPS:
        how = ImportHow(
            known={"age_band": "estimated"},
            groups={column: kind},
            per_wave=("attends",),
            skip=("interviewer", "notice"),
        )
        study.cases.import_table(PEER / "people.csv", how)
    with (PEER / "attendance.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            study.waves.attend(row["case"], row["wave"], row["status"], reason=row["reason"], on=row["on"] or None)
    study.sample.import_quotas(PEER / "quotas.csv")
    study.guide.import_guide(PEER / "guide.csv")
    study.guide.import_coverage(PEER / "guide-coverage.csv")


def _evaluation(study: Study, told: Told) -> None:
    study.framework.import_file(PEER / "framework-v1.toml")
    told("the framework of the evaluation, v1")


def _index_evaluation(study: Study, told: Told) -> None:
    codings = index_rows(study, PEER / "codings.csv", "Ruth", "v1")
    told(f"everything indexed under it by Ruth: {codings} codings")


def _secondary(study: Study, told: Told) -> None:
    study.framework.apply_operations(PEER / "operations-v2.toml")
    declare_lenses(study, *_LENSES)
    study.guide.import_guide(PEER / "guide-themes.csv")
    told("v2, for the secondary analysis: some themes retired, some kept as they were, some new")


def _index(study: Study, told: Told) -> None:
    codings = sum(index_rows(study, PEER / "codings.csv", coder, "v2") for coder in _READ)
    index_rows(study, PEER / "codings-second.csv", "Odile", "v2", second=SECOND)
    memos = study.memos.import_table(PEER / "memos.csv")
    told(f"read again by Odile and Marcus: {codings} codings, five interviews twice; {memos.new} memos")


def _chart(study: Study, told: Told) -> None:
    statements = chart_rows(study, PEER / "chart.csv")
    told(f"charted, each wave by itself: {statements} statements with their evidence, and rows for groups")


def _interpret(study: Study, told: Told) -> None:
    changes = say_changes(study, PEER / "changes.csv")
    told(f"{changes} changes from referral to nine months, in words; new readings apart")
    provisions = intend_rows(study, PEER / "intent.csv", "stakeholder")
    told(f"{provisions} things that documents promise, beside what is told of them")
    judgements = judge_rows(study, PEER / "judgements.csv")
    told(f"judged under {len(_LENSES)} lenses by Odile and Marcus: {judgements} judgements")
    findings = study.findings.import_file(PEER / "findings.toml")
    told(f"{findings.new} findings, with the cases for and against them")


STEPS = (
    (Stage.RAW, _bring_in),
    (Stage.V0, _evaluation),
    (Stage.V1, _index_evaluation),
    (Stage.FRAMEWORK, _secondary),
    (Stage.INDEXED, _index),
    (Stage.CHARTED, _chart),
    (Stage.REPORTED, _interpret),
)
"""The team's work in the order in which it was done, each with the stage of the method that it belongs to."""
