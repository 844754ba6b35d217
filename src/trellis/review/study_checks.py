"""The checks of a study: those of a manuscript that it can answer too, and those that need framework and findings."""

from __future__ import annotations

from trellis.core.review import Check, Group
from trellis.review.checks import BY_ID as OF_MANUSCRIPTS

_ALSO = (
    "verbatim-mismatch",
    "hedge-lost",
    "prompted",
    "evidence-reused",
    "evidence-off-scope",
    "second-hand",
    "outside-claim",
    "contrast-one-sided",
    "contrast-confounded",
    "quantifier-unbased",
    "single-voice",
    "voice-missing",
    "voice-dominant",
    "consent",
    "disclosure",
    "sample-arithmetic",
    "wave-artefact",
)

STUDY_CHECKS: tuple[Check, ...] = (
    Check(
        "evidence-missing",
        Group.EVIDENCE,
        "What does it rest on?",
        "a finding that is marked ready, a judgement, a change between waves (on the words of both), or a statement in "
        "a cell that is marked charted rests on nothing",
        "the finding is a draft, a recommendation follows from findings, the judgement says “not evidenced”, or the "
        "statement's reference waits for its transcript",
        "link the words or the cells, or take the claim back",
    ),
    Check(
        "evidence-stale",
        Group.EVIDENCE,
        "Is what it rests on still as it was?",
        "a text, coding, cell or theme behind a finding, judgement or change between waves has changed since it was "
        "linked or confirmed",
        "somebody has said since that it still holds",
        "read it again; say that it still holds, or change it",
    ),
    Check(
        "counter-evidence",
        Group.EVIDENCE,
        "Who looked for cases against it?",
        "no search for cases against a ready finding is recorded; or the search says that nothing was found while "
        "cases are listed as contrary",
        "the finding is a recommendation or a draft",
        "look through the cases that are charted and do not carry it; record where, what was found, what was done",
    ),
    Check(
        "not-asked",
        Group.EVIDENCE,
        "Were those it speaks of asked?",
        "a comparison of two groups of which one was not asked, a finding of which most cases were not asked, or cases "
        "that are silent in it although the topic guide says that nobody asked them about its themes",
        "nothing is compared and most were asked",
        "say who was asked, or narrow the claim to them",
    ),
    Check(
        "question-unanswered",
        Group.PAPER,
        "What becomes of the research questions?",
        "no finding answers a research question of the study, and at least one finding is ready",
        "no finding is ready yet, or a draft answers it",
        "say which findings answer it, or that the material does not",
    ),
    Check(
        "theme-unused",
        Group.EVIDENCE,
        "What became of what was charted?",
        "no finding comes from a charted theme, nor from one above or below it",
        "no finding is ready yet",
        "write what it says, or why it is left out",
    ),
    Check(
        "blank-unexplained",
        Group.EVIDENCE,
        "What does the blank mean?",
        "a cell that is marked charted says nothing and gives no reason; where the topic guide tells who was not "
        "asked, that is said",
        "the cell is not marked charted",
        "say whether it was not asked, nothing was said, it was not raised or does not apply",
    ),
    Check(
        "uneven-index",
        Group.EVIDENCE,
        "Was everything indexed alike?",
        "an interview has less than a quarter of the codings for its length that the others have",
        "fewer than five interviews, or not nearly all of them are indexed yet",
        "index it again, or say why so little of it belongs to the framework",
    ),
)

STUDY_BY_ID = {**{id_: OF_MANUSCRIPTS[id_] for id_ in _ALSO}, **{check.id: check for check in STUDY_CHECKS}}
"""Each check of a study by its id."""
