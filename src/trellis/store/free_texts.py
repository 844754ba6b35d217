"""Which columns of the study tables hold words that people wrote, for whoever has to find names or words in them."""

from __future__ import annotations

from typing import get_args, get_origin, get_type_hints

from trellis.store.specs import TableSpec

NOT_FREE = frozenset(
    {
        *("guid", "pos", "sha", "original", "recording", "at", "on", "due", "since", "until", "held_on", "cut_off"),
        *("ident", "dimension", "values", "word_of"),
    }
)
"""Columns of text that hold codes, places in an order or dates, never words that somebody wrote."""


def free_texts(spec: TableSpec) -> tuple[str, ...]:
    """The columns of a table, its key aside, in which people write words: texts and lists of texts."""
    hints = get_type_hints(spec.record)
    return tuple(
        name for name in spec.columns if name not in spec.key and name not in NOT_FREE and _holds_words(hints[name])
    )


def _holds_words(hint: object) -> bool:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if type(None) in get_args(hint) else [hint]
    return kinds[0] is str or get_origin(kinds[0]) is tuple
