"""Agreement on the stretches that coders chose for a theme, as units rather than as characters."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from trellis.analysis.agreement import Measured, pooled
from trellis.analysis.agreement_by_character import Marked
from trellis.analysis.intervals import Intervals, Whole, different, union
from trellis.analysis.unitising import Unit, relevance_alpha


def unitised(marked: Marked, lengths: Mapping[int, int]) -> dict[int, Measured]:
    """For each theme, agreement on where its stretches lie; a coder's own that touch or overlap are one.

    Texts that the same coders read are laid end to end; what came of each such line is added up. lengths: code
    points of each text.
    """
    found: dict[int, list[Measured]] = {}
    for texts, coders in _lines(marked):
        offset = dict(zip(texts, np.cumsum([0, *(lengths[text] for text in texts)]).tolist(), strict=False))
        length = sum(lengths[text] for text in texts)
        here = np.isin(marked.text, texts)
        for theme in different(marked.theme[here]).tolist():
            kept = here & (marked.theme == theme)
            units = [_units(marked, kept & (marked.coder == coder), offset) for coder in coders]
            found.setdefault(theme, []).append(_weighed(relevance_alpha(units, length), length * len(coders)))
    return {theme: pooled(several) for theme, several in found.items()}


def _lines(marked: Marked) -> list[tuple[list[int], list[int]]]:
    """The texts that the same two coders or more have read, with these coders."""
    by_readers: dict[tuple[int, ...], list[int]] = {}
    for text in different(marked.text).tolist():
        readers = tuple(different(marked.coder[marked.text == text]).tolist())
        if len(readers) > 1:
            by_readers.setdefault(readers, []).append(text)
    return [(texts, list(readers)) for readers, texts in by_readers.items()]


def _units(marked: Marked, kept: Whole, offset: Mapping[int, int]) -> list[Unit]:
    whole = union(Intervals(marked.text[kept], marked.start[kept], marked.end[kept]))
    columns = (column.tolist() for column in (whole.group, whole.start, whole.end))
    return [Unit(0, offset[text] + start, offset[text] + end) for text, start, end in zip(*columns, strict=True)]


def _weighed(one: Measured, weight: int) -> Measured:
    return Measured(one.seen * weight, one.chance * weight)
