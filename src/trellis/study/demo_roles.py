"""The roles study, made step by step as its team would have made it. Steps of `study/demo.py`."""

from __future__ import annotations

from pathlib import Path

from trellis.core.source import SourceKind, SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.study.bringing import BringIn
from trellis.study.case_import import ImportHow
from trellis.study.demo_stages import Stage, Told
from trellis.study.demo_steps import EXAMPLES, chart_rows, declare_lenses, index_rows, intend_rows, judge_rows
from trellis.study.study import Study

ROLES = EXAMPLES / "roles"
LONG = ROLES / "long"
DOUBLE = "double coding"
_LENSES = (
    "assistant-role", "coproduction-in-practice", "indirect-use", "shaping-context", "workplace-regime",
    "interdependence", "boundary-change", "jurisdictional-settlement",
)  # fmt: skip

_WHO = (
    LabelRule("Ana", SpeakerRole.INTERVIEWER),
    LabelRule("Ben", SpeakerRole.INTERVIEWER),
    LabelRule("Fay", SpeakerRole.INTERVIEWER),
    LabelRule("DEN", SpeakerRole.PARTICIPANT, "Denise"),
    LabelRule("LENA", SpeakerRole.PARTICIPANT, "Lena"),
    LabelRule("BEV", SpeakerRole.PARTICIPANT, "Bev"),
    LabelRule("JUL", SpeakerRole.UNKNOWN),
)
"""Who the labels stand for where that cannot be told by themselves. JUL only walks in, and gave no consent."""


def _bring_in(study: Study, told: Told) -> None:
    texts = [ROLES / "transcripts", LONG / "denise-str-worker.txt"]
    brought = study.sources.bring_in(texts, BringIn(labels=_WHO))
    turns = sum(item.turns for item in brought.items)
    told(f"brought in {len(brought.items)} interviews with {turns} turns")
    documents = study.sources.bring_in([ROLES / "documents"], BringIn(kind=SourceKind.DOCUMENT))
    told(f"and {len(documents.items)} documents")
    for file in (ROLES / "people.csv", LONG / "person.csv"):
        study.cases.import_table(file, _people({"role": "group"}, skip=("site",)))
    for file in (ROLES / "people.csv", LONG / "person.csv"):
        study.cases.import_table(file, _people({"site": "site"}))
    study.sample.import_quotas(ROLES / "quotas.csv")
    study.guide.import_guide(ROLES / "guide.csv")
    study.guide.import_coverage(ROLES / "guide-coverage.csv")
    told("with who took part, the sampling frame and the topic guide")


def _people(groups: dict[str, str], skip: tuple[str, ...] = ()) -> ImportHow:
    return ImportHow(
        known={"age_band": "estimated"},
        groups=groups,
        skip=("interviewer", "notice", *skip),
        types={"band": "ordered:3,4,5,6,7"},
    )


def _list(study: Study, told: Told) -> None:
    study.framework.import_file(ROLES / "framework-v0.toml")
    told("a list of themes from the proposal, v0")
    declare_lenses(study, *_LENSES)
    told(f"{len(_LENSES)} lenses of the proposal, declared before an interview was read")


def _draft(study: Study, told: Told) -> None:
    study.framework.apply_operations(ROLES / "operations-v1.toml")
    told("the framework after four transcripts, v1")
    for coder in ("Ana", "Ben"):
        _codings(study, ROLES / "codings.csv", coder, "v1")
    told("four interviews indexed under it")


def _change(study: Study, told: Told) -> None:
    study.framework.apply_operations(ROLES / "operations.toml")
    told("v2, by operations that carry the codings along")


def _index_spring(study: Study, told: Told) -> None:
    for coder, file in (("Ana", "codings-ana.csv"), ("Ben", "codings-ben.csv")):
        _codings(study, ROLES / "codings.csv", coder, "v2")
        _codings(study, LONG / file, coder, "v2")
    told("thirteen interviews indexed by Ana, six and the long one a second time by Ben")


def _chart_spring(study: Study, told: Told) -> None:
    statements = chart_rows(study, ROLES / "chart.csv") + chart_rows(study, LONG / "chart.csv")
    told(f"charted: {statements} statements with their evidence")


def _redefine(study: Study, told: Told) -> None:
    study.framework.apply_operations(LONG / "definition-change.toml")
    told("v3: one definition changed, which leaves a to-do list")


def _index_autumn(study: Study, told: Told) -> None:
    for coder in ("Ana", "Fay", "Ben"):
        _codings(study, ROLES / "codings.csv", coder, "v3")
    study.framework.apply_operations(ROLES / "operations-v4.toml")
    told("v4: a sub-theme added, for what nobody had been asked")
    for coder in ("Ana", "Fay", "Ben"):
        _codings(study, ROLES / "codings.csv", coder, "v4")
    study.guide.import_guide(ROLES / "guide-themes.csv")
    # The numbers of themes in the memos are those of v2; only the sub-themes of 2 have others now.
    memos = study.memos.import_table(ROLES / "memos.csv")
    told(f"all interviews indexed, some a second time by Ben; {memos.new} memos of the team")
    told("and for each topic of the guide, which themes it feeds, so that a blank cell tells whether it was asked")


def _chart_autumn(study: Study, told: Told) -> None:
    statements = chart_rows(study, ROLES / "chart-autumn.csv")
    told(f"charted the rest: {statements} statements with their evidence, and rows for sites and groups")


def _codings(study: Study, file: Path, coder: str, version: str) -> None:
    """The codings that one coder made under one version; Ben's are a second reading, in a round of their own."""
    index_rows(study, file, coder, version, second=DOUBLE if coder == "Ben" else None)


def _interpret(study: Study, told: Told) -> None:
    study.cases.import_table(ROLES / "teams.csv", ImportHow(groups={"team": "team"}))
    provisions = intend_rows(study, ROLES / "intent.csv", "role")
    told(f"{provisions} things that the policy guide says, beside what is told of them")
    judgements = judge_rows(study, ROLES / "judgements.csv")
    told(f"six teams as cases; {judgements} judgements by four judges, each with what it rests on")
    findings = study.findings.import_file(ROLES / "findings.toml")
    told(f"{findings.new} findings, with the cases for and against them")


STEPS = (
    (Stage.RAW, _bring_in),
    (Stage.V0, _list),
    (Stage.V1, _draft),
    (Stage.FRAMEWORK, _change),
    (Stage.INDEXED, _index_spring),
    (Stage.CHARTED, _chart_spring),
    (Stage.INDEXED, _redefine),
    (Stage.INDEXED, _index_autumn),
    (Stage.CHARTED, _chart_autumn),
    (Stage.REPORTED, _interpret),
)
"""The team's work in the order in which it was done, each with the stage of the method that it belongs to."""
