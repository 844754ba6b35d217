"""One case in the order of time as a table."""

from __future__ import annotations

from trellis.study.table import Table
from trellis.study.wave_changes import TimeOrdered, Told


def time_ordered_table(found: TimeOrdered) -> Table:
    """Themes by waves: what the cells say, and what became of each theme from wave to wave."""
    said = {theme.k: [one for one in found.steps if one.theme == theme.k] for theme in found.themes}
    rows = tuple(
        (
            theme.number,
            theme.name,
            *(_shown(found.told[theme.k, wave.k]) for wave in found.waves),
            "; ".join(f"{one.kind.value}{': ' + one.text if one.text else ''}" for one in said[theme.k] if one.kind),
            "; ".join(sorted({why.value for one in said[theme.k] for why in one.instrument})),
        )
        for theme in found.themes
    )
    heads = ("number", "theme", *(wave.name for wave in found.waves), "change", "may be the study's")
    known = (
        f"{wave.name}: {status.value}"
        for wave, status in zip(found.waves, found.case.status, strict=True)
        if status is not None
    )
    return Table(heads, rows, f"{found.case.name} in the order of time", ", ".join(known))


def _shown(told: Told) -> str:
    return told.words or (f"[{told.blank}]" if told.blank else "")
