"""What the framework commands share: where a theme goes, why, and what it says."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from trellis.core.framework_wording import Rewording, Wording, origin_given

Parent = Annotated[str, typer.Option("--under", metavar="THEME", help="The theme above it (none: a main theme).")]
After = Annotated[
    str | None, typer.Option("--after", metavar="THEME", help='The sibling before it ("" for first; none: last).')
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the operation.")]

_DASH = re.compile(r"\s+(?:—|–|--)\s+")


def wording(name: str, *said: str) -> Wording:
    """A theme's words: definition, include, exclude, example, origin."""
    definition, include, exclude, example, origin = said
    return Wording(name, definition, include, exclude, example, origin_given(origin))


def rewording(*said: str | None, name: str | None = None) -> Rewording:
    """What is to be said differently: definition, include, exclude, example, origin."""
    definition, include, exclude, example, origin = said
    given = None if origin is None else origin_given(origin)
    return Rewording(name, definition, include, exclude, example, given)


def split_parts(given: list[str]) -> list[Wording]:
    """The new themes of a split, each as "NAME — DEFINITION"."""
    parts = [_DASH.split(text, maxsplit=1) for text in given]
    return [Wording(part[0], part[1].strip() if len(part) > 1 else "") for part in parts]
