"""Saying what became of a theme for a case between two waves. Steps that take a reader or an open change."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.case import Wave
from trellis.core.chart import CellPlace
from trellis.core.errors import Invalid
from trellis.core.keys import Key
from trellis.core.wave_change import ChangeType, WaveChange
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.attendance import waves_in_order
from trellis.study.chart_given import cell_print
from trellis.study.resolve import case_named, main_chart, theme_given, wave_named


def say_change(
    change: Change,
    case: str,
    theme: str,
    kind: ChangeType,
    text: str,
    *,
    waves: tuple[str | None, str | None] = (None, None),
) -> None:
    """Keeps what became of a theme for a case; saying it again replaces. Raises NotFound, Ambiguous, Invalid."""
    who, column = case_named(change, case).k, theme_given(change, theme).k
    one, other = two_waves(change, *waves)
    place = (main_chart(change).k, who, column, one.k, other.k)
    seen = (print_of(change, who, one.k, column), print_of(change, who, other.k, column))
    made = WaveChange(*place, 0, kind, " ".join(text.split()), *seen, change.person, change.at)
    before = change.find(WaveChange, *place)
    if before is None:
        change.insert(made)
    elif (before.kind, before.text, before.seen_earlier, before.seen_later) != (made.kind, made.text, *seen):
        change.update(before, replace(made, rev=before.rev))


def print_of(reader: Reader, case: Key, wave: Key, theme: Key) -> int:
    """The fingerprint of a cell's words, 0 where it is uncharted."""
    return cell_print(reader, CellPlace(main_chart(reader).k, case, wave, theme)) or 0


def two_waves(reader: Reader, earlier: str | None, later: str | None) -> tuple[Wave, Wave]:
    """Two waves by name, the first and the last where none is named. Raises NotFound, Ambiguous, Invalid."""
    waves = waves_in_order(reader)
    if len(waves) < 2:
        message = "a change needs two waves; the study has fewer; place its sources in waves first"
        raise Invalid(message)
    one = waves[0] if earlier is None else wave_named(reader, earlier)
    other = waves[-1] if later is None else wave_named(reader, later)
    keys = [wave.k for wave in waves]
    if keys.index(one.k) >= keys.index(other.k):
        message = f"“{one.name}” does not come before “{other.name}”; name the earlier wave first"
        raise Invalid(message)
    return one, other
