"""One label table for a batch of transcripts: which spellings belong together, and whose role each probably is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.document import SpeakerLabel

from .lexicon import INTERVIEWER, SEVERAL, UNKNOWN, fold


class LabelRole(StrEnum):
    """Who a label stands for."""

    INTERVIEWER = "interviewer"
    PARTICIPANT = "participant"
    SEVERAL = "several voices"
    UNKNOWN = "unknown"


_FEWEST_TEXTS = 2


@dataclass(frozen=True, slots=True)
class LabelProposal:
    """One line of the label table: the spellings that are the same but for case, stops and blanks.

    key: the folded spelling; spellings: as the texts have them, the most used first.
    turns, words: over the whole batch; texts: how many sources use it; first_line: what is said first under it.
    """

    key: str
    spellings: tuple[str, ...]
    role: LabelRole
    turns: int
    words: int
    texts: int
    first_line: str


def propose_roles(batch: Iterable[Iterable[SpeakerLabel]]) -> tuple[LabelProposal, ...]:
    """The label table of a batch, given the labels of each of its texts; most turns first, then by key.

    A proposal only: names and unknown words become participants, and the user puts right what is wrong.
    """
    seen: dict[str, list[SpeakerLabel]] = {}
    texts: dict[str, int] = {}
    for labels in batch:
        keys = set()
        for label in labels:
            key = fold_label(label.label)
            seen.setdefault(key, []).append(label)
            keys.add(key)
        for key in keys:
            texts[key] = texts.get(key, 0) + 1
    proposals = [_proposal(key, labels, texts[key]) for key, labels in seen.items()]
    return tuple(sorted(proposals, key=lambda proposal: (-proposal.turns, proposal.key)))


def probable_host(lines: Sequence[LabelProposal], texts: int) -> LabelProposal | None:
    """Who probably asks in a batch in which no label says so; None where that cannot be told.

    It is who speaks in every text (two or more) while everybody else speaks in one. texts: how many have labels.
    """
    people = [line for line in lines if line.role is LabelRole.PARTICIPANT]
    asking = any(line.role is LabelRole.INTERVIEWER for line in lines)
    often = [line for line in people if line.texts > 1]
    if asking or texts < _FEWEST_TEXTS or len(often) != 1 or len(people) < _FEWEST_TEXTS:
        return None
    return often[0] if often[0].texts == texts else None


def role_of(label: str) -> LabelRole:
    """The role that a label probably has, judged by its words alone."""
    key = fold_label(label)
    bare = re.sub(r"\s*\([^)]*\)$", "", key)
    if UNKNOWN.match(bare) or not re.search(r"\w", bare):
        return LabelRole.UNKNOWN
    if SEVERAL.match(bare):
        return LabelRole.SEVERAL
    if INTERVIEWER.match(bare):
        return LabelRole.INTERVIEWER
    return LabelRole.PARTICIPANT


def fold_label(label: str) -> str:
    """A label as spellings are compared: "Int." and "INT" are one, "P01" and "P1" are two."""
    return fold(label) or label.strip()


def _proposal(key: str, labels: list[SpeakerLabel], texts: int) -> LabelProposal:
    turns: dict[str, int] = {}
    for label in labels:
        turns[label.label] = turns.get(label.label, 0) + label.turns
    spellings = sorted(turns, key=lambda spelling: (-turns[spelling], spelling))
    return LabelProposal(
        key,
        tuple(spellings),
        role_of(key),
        sum(turns.values()),
        sum(label.words for label in labels),
        texts,
        next((label.first_line for label in labels if label.first_line), ""),
    )
