"""Saying what became of a theme for a case between two waves. Steps that take a reader or an open change."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.case import Wave
from trellis.core.chart import CellPlace
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.wave_change import ChangePlace, ChangeType, WaveChange, change_key
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
) -> Key:
    """Keeps what became of a theme for a case and returns its key; saying it again replaces, what it rests on stays.

    Raises NotFound, Ambiguous, Invalid.
    """
    who, column = case_named(change, case).k, theme_given(change, theme).k
    one, other = two_waves(change, *waves)
    place = ChangePlace(main_chart(change).k, who, column, one.k, other.k)
    k = change_key(place)
    seen = (print_of(change, who, one.k, column), print_of(change, who, other.k, column))
    about = (place.chart, place.row, place.theme, place.earlier, place.later)
    made = WaveChange(k, 0, *about, kind, " ".join(text.split()), *seen, change.person, change.at)
    before = change.find(WaveChange, k)
    if before is None:
        change.insert(made)
    elif (before.kind, before.text, before.seen_earlier, before.seen_later) != (made.kind, made.text, *seen):
        change.update(before, replace(made, rev=before.rev))
    return k


def change_said(reader: Reader, case: str, theme: str, *, waves: tuple[str | None, str | None]) -> WaveChange:
    """What was said of a theme for a case between two waves. Raises NotFound, Ambiguous, Invalid."""
    found = change_at(reader, case, theme, waves=waves)
    if found is None:
        who, column = case_named(reader, case), theme_given(reader, theme)
        one, other = two_waves(reader, *waves)
        message = f"nothing is said of {who.name} and {column.name} from {one.name} to {other.name}"
        raise NotFound(message)
    return found


def change_at(reader: Reader, case: str, theme: str, *, waves: tuple[str | None, str | None]) -> WaveChange | None:
    """What was said of a theme for a case, None for nothing. Raises NotFound, Ambiguous, Invalid."""
    who, column = case_named(reader, case).k, theme_given(reader, theme).k
    one, other = two_waves(reader, *waves)
    return reader.find(WaveChange, change_key(ChangePlace(main_chart(reader).k, who, column, one.k, other.k)))


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
