"""Lens files: those that come with Trellis, and any that a user wrote, checked before they go into a study."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import trellis.lenses
from trellis.core.errors import EmptyFile, NotFound, TooLarge
from trellis.core.lens import Lens, folded
from trellis.core.lens_file import Checked, check_lens, nearest, read_lens
from trellis.study.table import Table

LENSES = Path(trellis.lenses.__file__).parent
MOST_BYTES = 1_000_000


def checked_file(path: Path) -> Checked:
    """What a lens file holds, and every line of it that does not fit. Raises EmptyFile, TooLarge, OSError."""
    return check_lens(bytes_of(path))


def bytes_of(path: Path) -> bytes:
    """What stands in a lens file. Raises EmptyFile, TooLarge, NotFound."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        known = ", ".join(shipped())
        message = f"there is no file {path}, and no lens of that name comes with Trellis; those that do: {known}"
        raise NotFound(message) from error
    if not content.strip():
        raise EmptyFile(path.name, "there is nothing in it", "begin from a lens that is there: trellis lens shipped")
    if len(content) > MOST_BYTES:
        raise TooLarge(path.name, f"it has {len(content)} bytes", f"a lens file has at most {MOST_BYTES}")
    return content


@cache
def shipped() -> dict[str, Lens]:
    """The lenses that come with Trellis, by id."""
    return {path.stem: read_lens(path.read_bytes(), path.name) for path in sorted(LENSES.glob("*.toml"))}


def shipped_text(name: str) -> str:
    """The file of a lens that comes with Trellis, by id or title. Raises NotFound."""
    for ident, lens in shipped().items():
        if folded(name) in {folded(ident), folded(lens.title)}:
            return (LENSES / f"{ident}.toml").read_text(encoding="utf-8")
    message = f"no lens “{name}” comes with Trellis; {nearest(name, shipped())}those that do: {', '.join(shipped())}"
    raise NotFound(message)


def shipped_table() -> Table:
    """The lenses that come with Trellis: id, title, what is asked, of what, how outcomes follow."""
    rows = tuple(
        (lens.id, lens.title, lens.question, units_of(lens), lens.rule.kind.value, len(lens.dimensions), lens.label)
        for lens in shipped().values()
    )
    heads = ("lens", "title", "question", "units", "rule", "dimensions", "label")
    return Table(heads, rows, "Lenses that come with Trellis")


def units_of(lens: Lens) -> str:
    """What a lens judges, as one line."""
    return ", ".join([*lens.units, *(["case × wave"] if lens.by_wave else [])])
