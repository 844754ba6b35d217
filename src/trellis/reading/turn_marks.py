"""The records of turn recognition: where somebody may begin to speak, and how sure a layout is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where somebody begins to speak, in code points.

    start: of the line, label included; words: where the words begin; end: None, or where the turn must end.
    label: None for what ends a turn without being one (a line that says "Break").
    """

    start: int
    words: int
    label: str | None
    from_ms: int | None = None
    to_ms: int | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What one way of looking found. confidence: 0 to 1; unsure: labels seen once and not taken for speakers."""

    name: str
    confidence: float
    marks: tuple[Mark, ...]
    unsure: tuple[str, ...] = ()


def tempered(confidence: float, marks: list[Mark], length: int) -> float:
    """A layout's confidence, lowered for few turns, one voice only, and labels rare in a long text."""
    voices = [mark.label for mark in marks if mark.label is not None]
    if len(voices) < 4:
        confidence *= 0.75
    if len(set(voices)) < 2:
        confidence *= 0.6
    # A life story has turns of 3,000 words; beyond that a label is a chance find.
    return round(confidence * min(1.0, 20_000 * len(voices) / max(length, 1)), 3)
