"""The options that narrow a search, a retrieval or a count; the same words everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.core.errors import Invalid
from trellis.core.filters import Filters

Sources = Annotated[list[str] | None, typer.Option("--source", metavar="NAME", help="Only this source; repeatable.")]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help="Only this kind of source (interview …); repeatable.")
]
Waves = Annotated[list[str] | None, typer.Option("--wave", metavar="WAVE", help="Only this wave; repeatable.")]
Cases = Annotated[list[str] | None, typer.Option("--case", metavar="CASE", help="Only words of this case; repeatable.")]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="LABEL", help="Only this label, or role (participant …); repeatable."),
]
Coders = Annotated[list[str] | None, typer.Option("--coder", metavar="NAME", help="Only this coder; repeatable.")]
Under = Annotated[
    str | None, typer.Option("--theme", metavar="THEME", help="Only inside words indexed under it or its sub-themes.")
]
Where = Annotated[
    list[str] | None,
    typer.Option("--where", metavar="ATTRIBUTE=VALUE", help="Only where the attribute has this value; repeatable."),
]
InRound = Annotated[
    str | None, typer.Option("--round", metavar="ROUND", help="Codings of this round (default: the adopted index).")
]


def pairs(where: list[str] | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The conditions "site=North" and "site=South" as one pair of attribute and values. Raises Invalid."""
    found: dict[str, tuple[str, ...]] = {}
    for given in where or ():
        name, equals, value = given.partition("=")
        if not equals or not name.strip() or not value.strip():
            message = f"“{given}” is no condition; write ATTRIBUTE=VALUE, for example --where site=North"
            raise Invalid(message)
        found[name.strip()] = (*found.get(name.strip(), ()), value.strip())
    return tuple(found.items())


def chosen(
    *,
    sources: list[str] | None = None,
    kinds: list[str] | None = None,
    waves: list[str] | None = None,
    cases: list[str] | None = None,
    speakers: list[str] | None = None,
    coders: list[str] | None = None,
    theme: str | None = None,
    where: list[str] | None = None,
    in_round: str | None = None,
) -> Filters:
    """The options as filters. Raises Invalid."""
    return Filters(
        source=tuple(sources or ()),
        kind=tuple(kinds or ()),
        wave=tuple(waves or ()),
        case=tuple(cases or ()),
        speaker=tuple(speakers or ()),
        coder=tuple(coders or ()),
        theme=theme,
        where=pairs(where),
        round=in_round,
    )
