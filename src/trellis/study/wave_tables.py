"""One case in the order of time as a table."""

from __future__ import annotations

from trellis.study.evidence_reading import resting_in_words
from trellis.study.table import Table
from trellis.study.wave_changes import TimeOrdered, Told
from trellis.study.wave_evidence import ChangeRead


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
            "; ".join(dict.fromkeys(why.value for one in said[theme.k] for why in one.stale)),
            "; ".join(resting_in_words(piece) for one in said[theme.k] for piece in one.evidence),
        )
        for theme in found.themes
    )
    waves = (wave.name for wave in found.waves)
    heads = ("number", "theme", *waves, "change", "may be the study's", "stale", "also rests on")
    known = (
        f"{wave.name}: {status.value}"
        for wave, status in zip(found.waves, found.case.status, strict=True)
        if status is not None
    )
    return Table(heads, rows, f"{found.case.name} in the order of time", ", ".join(known))


def _shown(told: Told) -> str:
    return told.words or (f"[{told.blank}]" if told.blank else "")


def change_table(found: ChangeRead | None) -> Table:
    """What a change rests on of its own, with the keys of the evidence; below, what was said."""
    heads = ("evidence", "side", "source", "where", "words", "stale")
    if found is None:
        return Table(heads, (), "What a change rests on", "Nothing is said of it yet.")
    rows = tuple(
        (
            one.k,
            one.side.value,
            one.source_name,
            one.reference,
            one.words,
            None if one.stale is None else one.stale.value,
        )
        for one in found.evidence
    )
    said = f"{found.change.kind.value}: {found.change.text}" if found.change.text else found.change.kind.value
    stale = f" Look again: {'; '.join(found.stale)}." if found.stale else ""
    stop = "" if said.endswith((".", "?", "!")) else "."
    note = f"{said}{stop} Beside this it rests on the two cells that it compares.{stale}"
    return Table(heads, rows, "What a change rests on", note)
