"""Filters as they come over the wire, and what they mean in `core.filters`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from trellis.core.errors import Invalid
from trellis.core.filters import Filters
from trellis.study.resolve import handle
from trellis.web.schemas.base import Key
from trellis.web.schemas.search import FiltersGiven

Keys = Annotated[list[Key], Query(max_length=2_000)]
Words = Annotated[list[str], Query(max_length=2_000)]


def meant(given: FiltersGiven) -> Filters:
    """The filters of the core. Raises Invalid for an attribute without its value."""
    return Filters(
        source=tuple(handle(k) for k in given.source),
        case=tuple(handle(k) for k in given.case),
        kind=tuple(given.kind),
        wave=tuple(given.wave),
        speaker=tuple(given.speaker),
        theme=None if given.theme is None else handle(given.theme),
        where=_pairs(given.attribute),
    )


def _pairs(given: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Attributes with the values wanted: several values of one mean any of them."""
    values: dict[str, list[str]] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            message = f"“{pair[:60]}” names no value of an attribute; write it as name=value"
            raise Invalid(message)
        values.setdefault(name, []).append(value)
    return tuple((name, tuple(wanted)) for name, wanted in values.items())


def in_query(
    *,
    source: Keys = [],  # noqa: B006 - the framework copies it
    case: Keys = [],  # noqa: B006
    kind: Words = [],  # noqa: B006
    wave: Words = [],  # noqa: B006
    speaker: Words = [],  # noqa: B006
    attribute: Words = [],  # noqa: B006
    theme: Annotated[Key | None, Query()] = None,
) -> Filters:
    """The filters that stand in an address."""
    return meant(
        FiltersGiven(source=source, case=case, kind=kind, wave=wave, speaker=speaker, attribute=attribute, theme=theme)
    )


InQuery = Annotated[Filters, Depends(in_query)]
