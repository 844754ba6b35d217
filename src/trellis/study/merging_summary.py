"""What a merge did, kind by kind, in a table."""

from __future__ import annotations

from collections import Counter

from trellis.analysis.table import Table
from trellis.core.merging import Verdict
from trellis.store.merging import Brought
from trellis.study.conflict_words import called

_UNSAID = frozenset({"part", "version_map", "theme_todo", "looked_over", "theme_operation", "conflict", "setting"})
_COLUMNS = ("what", "new", "changed there", "removed there", "changed on both sides", "to settle")


def summary(brought: Brought) -> Table:
    """How much of each kind is new, was changed there, removed there, changed on both sides, or has to be settled."""
    counts: dict[str, Counter[str]] = {}
    waiting = dict.fromkeys(sorted(brought.at_odds - brought.places.keys()), Verdict.CONFLICT)
    for place, verdict in [*brought.places.items(), *waiting.items()]:
        if place[0] not in _UNSAID:
            name = called(place[0])
            counts.setdefault(name, Counter())[_column(brought, place, verdict)] += 1
    rows = tuple((name, *(found[column] or None for column in _COLUMNS[1:])) for name, found in sorted(counts.items()))
    return Table(_COLUMNS, rows, "What came in")


def _column(brought: Brought, place: tuple[str, tuple[object, ...]], verdict: Verdict) -> str:
    if verdict is Verdict.CONFLICT:
        return "to settle"
    if verdict is Verdict.BOTH:
        return "changed on both sides"
    if brought.after.get(place) is None:
        return "removed there"
    return "new" if brought.before.get(place) is None else "changed there"
