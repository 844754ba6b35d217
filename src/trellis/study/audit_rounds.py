"""What the audit trail says of rounds: how they were made, and each disagreement with how and why it was settled."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from trellis.analysis.table import Table
from trellis.core.coding import Round
from trellis.core.disagreement import Settlement, Standing
from trellis.core.framework import FrameworkVersion
from trellis.store.queries.codings import Wanted, coders_of, number_of
from trellis.store.reader import Reader
from trellis.study.comparing import compare
from trellis.study.disagreements import Disagreement, disagreements_of

MOST_WORDS = 200
"""Code points of a disagreement's words that the trail prints."""


def round_sections(reader: Reader) -> list[Table]:
    """Rounds with what became of their disagreements, and the settled disagreements themselves."""
    return [_rounds(reader), _settled(reader)]


def _rounds(reader: Reader) -> Table:
    versions = {version.k: version.name for version in reader.all(FrameworkVersion)}
    outcomes: Counter[tuple[int, str]] = Counter((one.round, one.outcome.value) for one in reader.all(Settlement))
    rows = tuple(
        (
            found.name,
            found.purpose.value,
            "" if found.framework_version is None else versions[found.framework_version],
            ", ".join(_state(found)),
            len(coders_of(reader.connection, found.k)),
            number_of(reader.connection, Wanted(round=found.k)),
            "; ".join(f"{outcome}: {many}" for (k, outcome), many in sorted(outcomes.items()) if k == found.k),
        )
        for found in reader.all(Round)
    )
    heads = ("round", "purpose", "framework", "state", "coders", "codings", "settled")
    return Table(heads, rows, "Rounds of coding")


def _state(found: Round) -> list[str]:
    said = (("blind", found.blind), ("closed" if found.closed else "open", True), ("the index", found.adopted))
    return [name for name, holds in said if holds]


def _settled(reader: Reader) -> Table:
    """Every settled disagreement; a round that is blind and open (again) keeps its own to itself."""
    rows = [
        (
            found.name,
            item.source,
            _short(item.words),
            _readings(item),
            _outcome(item),
            decision.reason,
            decision.by,
            day,
        )
        for found in reader.all(Round)
        if (found.closed or not found.blind) and reader.all(Settlement, round=found.k)
        for item in disagreements_of(reader, compare(reader, found)).items
        if (decision := item.decision) is not None
        and (day := dt.datetime.fromtimestamp(decision.at / 1000, dt.UTC).date().isoformat())
    ]
    heads = ("round", "source", "words", "readings", "settled", "reason", "by", "when")
    return Table(heads, tuple(rows), "Settled disagreements")


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= MOST_WORDS else flat[: MOST_WORDS - 1] + "…"


def _readings(item: Disagreement) -> str:
    """Who had chosen what when it was settled."""
    then = item.decision.then if item.decision is not None else ()
    by_coder: dict[str, list[str]] = {}
    for one in then:
        by_coder.setdefault(one.coder, []).append(one.label)
    return "; ".join(f"{coder}: {', '.join(dict.fromkeys(labels))}" for coder, labels in sorted(by_coder.items()))


def _outcome(item: Disagreement) -> str:
    return f"{item.outcome} (reopened)" if item.standing is Standing.REOPENED else item.outcome
