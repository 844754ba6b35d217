"""`trellis index`: rules that suggest places to read."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.cli.filtering import Cases, InRound, Kinds, Sources, Speakers, Under, Waves, Where, chosen
from trellis.core.errors import Invalid
from trellis.study.index import Widen

RuleName = Annotated[str, typer.Argument(metavar="RULE", help="Name of the rule.")]
Numbers = Annotated[
    list[int] | None, typer.Argument(metavar="[SUGGESTION...]", help="Numbers from `trellis index suggestions`.")
]
AllOfThem = Annotated[bool, typer.Option("--all", help="All that wait.")]


def new_rule(
    study: StudyName,
    name: RuleName,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A search expression, as `trellis search` takes it.")],
    theme: Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme to suggest.")],
    person: Person = None,
) -> None:
    """Keep a search that suggests codings under a theme.

    Example: trellis index rule roles12 cars "NEAR(supervision car, 10)" 3.2
    """
    with opened(study, person) as work:
        made = work.index.rule(name, query, theme)
    say(f"rule “{made.name}” kept; `trellis index suggest` looks for places to read")


def rules(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The rules, and what became of their suggestions.

    Example: trellis index rules roles12
    """
    with opened(study, person) as work:
        show(work.index.rules(), form(as_json=as_json, as_csv=as_csv))


def suggest(
    study: StudyName,
    rule: RuleName,
    *,
    widen: Annotated[Widen, typer.Option(help="How far a hit is widened.")] = Widen.SENTENCE,
    sources: Sources = None,
    kinds: Kinds = None,
    waves: Waves = None,
    cases: Cases = None,
    speakers: Speakers = None,
    theme: Under = None,
    where: Where = None,
    in_round: InRound = None,
    person: Person = None,
) -> None:
    """Run a rule: what it finds waits as suggestions.

    Example: trellis index suggest roles12 cars --speaker participant --widen turn
    """
    filters = chosen(
        sources=sources,
        kinds=kinds,
        waves=waves,
        cases=cases,
        speakers=speakers,
        theme=theme,
        where=where,
        in_round=in_round,
    )
    with opened(study, person) as work:
        found = work.index.suggest(rule, filters, widen=widen)
    say(f"{found.places} places, {found.new} of them new; read them with `trellis index suggestions`")


def suggestions(
    study: StudyName,
    rule: RuleName,
    *,
    state: Annotated[str | None, typer.Option(help="Only waiting, accepted or rejected.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """What a rule suggests, with its words.

    Example: trellis index suggestions roles12 cars --state waiting
    """
    with opened(study, person) as work:
        show(work.index.suggestions(rule, state), form(as_json=as_json, as_csv=as_csv))


def waiting(
    study: StudyName,
    *,
    theme: Annotated[str | None, typer.Option("--theme", metavar="THEME", help="With all below it.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="SOURCE", help="In this source only.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Every suggestion that waits, of all rules and searches and over all sources.

    Example: trellis index waiting roles12 --theme 3.4
    """
    with opened(study, person) as work:
        show(work.index.waiting_listing(theme=theme, source=source), form(as_json=as_json, as_csv=as_csv))


def accept(
    study: StudyName,
    rule: RuleName,
    numbers: Numbers = None,
    *,
    everything: AllOfThem = False,
    coder: Annotated[str | None, typer.Option("--coder", metavar="NAME", help="Who coded.")] = None,
    in_round: InRound = None,
    note: Annotated[str, typer.Option(help="A note on the codings.")] = "",
    person: Person = None,
) -> None:
    """Make suggestions into codings that name the rule as their origin.

    Example: trellis index accept roles12 cars 3 4 9
    """
    with opened(study, person) as work:
        coded = work.index.accept(rule, _meant(numbers, everything=everything), coder=coder, round=in_round, note=note)
    say(f"{len(coded.added)} codings made, {len(coded.already)} were there already")


def reject(
    study: StudyName,
    rule: RuleName,
    numbers: Numbers = None,
    *,
    everything: AllOfThem = False,
    take_back: Annotated[bool, typer.Option("--take-back", help="Let these wait again that were rejected.")] = False,
    person: Person = None,
) -> None:
    """Set suggestions aside. The history does not hold it; --take-back lets them wait again.

    Example: trellis index reject roles12 cars 5 6
    """
    with opened(study, person) as work:
        if take_back:
            say(f"{work.index.let_wait(rule, _named(numbers, everything=everything))} wait again")
            return
        count = work.index.reject(rule, _meant(numbers, everything=everything))
    say(f"{count} rejected")


def _named(numbers: list[int] | None, *, everything: bool) -> list[int]:
    if not numbers or everything:
        message = "give the numbers of the suggestions that are to wait again"
        raise Invalid(message)
    return numbers


def _meant(numbers: list[int] | None, *, everything: bool) -> list[int] | None:
    """The numbers given, None for all of them; nobody accepts everything by leaving the numbers out."""
    if bool(numbers) == everything:
        message = "give the numbers of suggestions, or --all for all that wait"
        raise Invalid(message)
    return None if everything else numbers


def add_rules(app: typer.Typer) -> None:
    """Adds the commands about rules."""
    app.command("rule")(new_rule)
    app.command("rules")(rules)
    app.command("suggest")(suggest)
    app.command("suggestions")(suggestions)
    app.command("waiting")(waiting)
    app.command("accept")(accept)
    app.command("reject")(reject)
