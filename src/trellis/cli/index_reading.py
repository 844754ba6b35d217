"""`trellis index`: reading what was indexed, and counting it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from trellis.cli.common import AsCsv, AsJson, Form, Person, StudyName, form, opened, say, show
from trellis.cli.filtering import Cases, Coders, InRound, Kinds, Sources, Speakers, Waves, Where, chosen
from trellis.cli.leaving import show_words
from trellis.cli.pseudonyms import Identified, KeyFile, as_wanted
from trellis.core.filters import Filters
from trellis.core.turns import clock
from trellis.study.index import Extract, Unit

OneSource = Annotated[str | None, typer.Argument(metavar="[SOURCE]", help="Name of the source; all if not given.")]
OneTheme = Annotated[str | None, typer.Argument(metavar="[THEME]", help="Number or name; all themes if not given.")]


def listing(
    study: StudyName,
    *,
    sources: Sources = None,
    cases: Cases = None,
    coders: Coders = None,
    in_round: InRound = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    identified: Identified = False,
    key: KeyFile = None,
    person: Person = None,
) -> None:
    """Every coding with its words and its key.

    Example: trellis index list roles12 --source 01-maureen --csv
    """
    filters = chosen(sources=sources, cases=cases, coders=coders, in_round=in_round)
    with opened(study, person) as whole, as_wanted(whole, "codings", identified=identified, key=key) as work:
        table = work.index.listing(filters)
        show_words(whole, table, form(as_json=as_json, as_csv=as_csv), identified=identified)


def coverage(
    study: StudyName,
    *,
    sources: Sources = None,
    kinds: Kinds = None,
    waves: Waves = None,
    coders: Coders = None,
    in_round: InRound = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """How much of what participants said in each source is indexed.

    Example: trellis index coverage roles12 --coder Ana
    """
    filters = chosen(sources=sources, kinds=kinds, waves=waves, coders=coders, in_round=in_round)
    with opened(study, person) as work:
        show(work.index.coverage(filters), form(as_json=as_json, as_csv=as_csv))


def unindexed(
    study: StudyName,
    source: Annotated[
        str | None, typer.Argument(metavar="[SOURCE]", help="Name of the source; all if not given.")
    ] = None,
    *,
    shortest: Annotated[int, typer.Option(min=1, help="Leave out stretches of fewer characters.")] = 20,
    coders: Coders = None,
    in_round: InRound = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    identified: Identified = False,
    key: KeyFile = None,
    person: Person = None,
) -> None:
    """What participants said and nobody has indexed, with its words.

    Example: trellis index unindexed roles12 01-maureen
    """
    filters = chosen(coders=coders, in_round=in_round)
    with (
        opened(study, person) as whole,
        as_wanted(whole, "unindexed", identified=identified, key=key) as work,
    ):
        table = work.index.unindexed(source, filters, shortest=shortest)
        show_words(whole, table, form(as_json=as_json, as_csv=as_csv), identified=identified)


def retrieve(
    study: StudyName,
    theme: OneTheme = None,
    *,
    sources: Sources = None,
    kinds: Kinds = None,
    waves: Waves = None,
    cases: Cases = None,
    speakers: Speakers = None,
    coders: Coders = None,
    where: Where = None,
    in_round: InRound = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Extracts on a page (default: all).")] = None,
    after: Annotated[str | None, typer.Option(metavar="CURSOR", help="Go on after the page that named it.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    identified: Identified = False,
    key: KeyFile = None,
    person: Person = None,
) -> None:
    """Everything indexed under a theme and its sub-themes, with its words and whose they are.

    Example: trellis index retrieve roles12 3.2 --where site=Canal
    """
    filters = chosen(
        sources=sources,
        kinds=kinds,
        waves=waves,
        cases=cases,
        speakers=speakers,
        coders=coders,
        where=where,
        in_round=in_round,
    )
    how = form(as_json=as_json, as_csv=as_csv)
    with opened(study, person) as whole, as_wanted(whole, "retrieval", identified=identified, key=key) as work:
        page = work.index.retrieve(theme, filters, limit=limit, after=after)
        total = work.index.number_of_codings(theme, filters)
        if how is Form.TABLE:
            _show_extracts(page.extracts)
        else:
            show_words(whole, page.table(), how, identified=identified)
    say(f"{len(page.extracts)} of {total} codings")
    if page.next is not None:
        say(f"go on with --after {page.next}")


def _show_extracts(extracts: tuple[Extract, ...]) -> None:
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for extract in extracts:
        who = "; ".join(extract.cases) or extract.speaker or ""
        page = None if extract.page is None else f"p. {extract.page}"
        turn = None if extract.part is None else f"turn {extract.part}"
        place = ", ".join(piece for piece in (extract.source, turn, page, clock(extract.from_ms), who) if piece)
        under = f"{extract.number} {extract.theme}".strip()
        console.print(Text(f"{place} · {under} · {extract.coder} · {extract.coding}", style="bold"))
        console.print(Text(extract.words))
        if extract.note:
            console.print(Text(f"Note: {extract.note}", style="italic"))
        console.print()


def crosstab(
    study: StudyName,
    attribute: Annotated[str, typer.Argument(metavar="ATTRIBUTE", help="Attribute of cases or sources.")],
    theme: OneTheme = None,
    *,
    segments: Annotated[bool, typer.Option("--segments", help="Count codings instead of cases.")] = False,
    sources: Sources = None,
    kinds: Kinds = None,
    waves: Waves = None,
    cases: Cases = None,
    coders: Coders = None,
    where: Where = None,
    in_round: InRound = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Themes by the values of an attribute: how many cases said something (`retrieve --where` shows what).

    Example: trellis index crosstab roles12 site 3
    """
    filters = chosen(
        sources=sources, kinds=kinds, waves=waves, cases=cases, coders=coders, where=where, in_round=in_round
    )
    unit = Unit.SEGMENTS if segments else Unit.CASES
    with opened(study, person) as work:
        show(work.index.crosstab(attribute, theme, filters, count=unit), form(as_json=as_json, as_csv=as_csv))


def cooccurrence(
    study: StudyName,
    themes: Annotated[
        list[str] | None,
        typer.Argument(metavar="[THEME]...", help="Numbers or names; one for those right below it; all top themes."),
    ] = None,
    *,
    segments: Annotated[bool, typer.Option("--segments", help="Count pairs of codings instead of cases.")] = False,
    sources: Sources = None,
    kinds: Kinds = None,
    waves: Waves = None,
    cases: Cases = None,
    coders: Coders = None,
    where: Where = None,
    in_round: InRound = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Themes by themes: in how many cases some words stand under both (`together` shows them).

    Example: trellis index cooccurrence roles12 2.3 4.1 5
    """
    filters = chosen(
        sources=sources, kinds=kinds, waves=waves, cases=cases, coders=coders, where=where, in_round=in_round
    )
    unit = Unit.SEGMENTS if segments else Unit.CASES
    with opened(study, person) as work:
        show(work.index.cooccurrence(themes or (), filters, count=unit), form(as_json=as_json, as_csv=as_csv))


def together(
    study: StudyName,
    one: Annotated[str, typer.Argument(metavar="THEME", help="Number or name.")],
    other: Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the other.")],
    *,
    sources: Sources = None,
    cases: Cases = None,
    coders: Coders = None,
    where: Where = None,
    in_round: InRound = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """The words that stand under two themes at once.

    Example: trellis index together roles12 2.3 4.1
    """
    filters = chosen(sources=sources, cases=cases, coders=coders, where=where, in_round=in_round)
    with opened(study, person) as work:
        show(work.index.together(one, other, filters), form(as_json=as_json, as_csv=as_csv))


def counts(
    study: StudyName,
    *,
    in_round: InRound = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Each theme with its codings, cases and sources.

    Example: trellis index counts roles12
    """
    with opened(study, person) as work:
        show(work.index.counts(Filters(round=in_round)), form(as_json=as_json, as_csv=as_csv))


def add_reading(app: typer.Typer) -> None:
    """Adds the commands that read."""
    app.command("list")(listing)
    app.command("coverage")(coverage)
    app.command("unindexed")(unindexed)
    app.command("retrieve")(retrieve)
    app.command("crosstab")(crosstab)
    app.command("cooccurrence")(cooccurrence)
    app.command("together")(together)
    app.command("counts")(counts)
