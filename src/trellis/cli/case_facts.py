"""`trellis cases`: attributes, waves and consent."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, show

CaseName = Annotated[str, typer.Argument(metavar="CASE", help="Name of the case (or source).")]
AttributeName = Annotated[str, typer.Argument(metavar="ATTRIBUTE", help="Name of the attribute.")]
TypeGiven = Annotated[str, typer.Argument(metavar="TYPE", help='As in "whole", "date", "ordered:low,high".')]
WaveName = Annotated[str, typer.Argument(metavar="WAVE", help="Name of the wave.")]
InWave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="In this wave.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day, as in 2026-03-31.")]


def attributes(
    study: StudyName,
    *,
    of: Annotated[str, typer.Option("--of", help="case or source.")] = "case",
    types: Annotated[bool, typer.Option("--types", help="The attributes themselves instead of their values.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Every case with its attributes, or the attributes with their types.

    Example: trellis cases attributes roles12 --types
    """
    with opened(study, person) as work:
        table = work.attributes.listing() if types else work.attributes.table(of)
    show(table, form(as_json=as_json, as_csv=as_csv))


def define(
    study: StudyName,
    name: AttributeName,
    kind: TypeGiven,
    *,
    of: Annotated[str, typer.Option("--of", help="case or source.")] = "case",
    per_wave: Annotated[bool, typer.Option("--per-wave", help="Its values vary by wave.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Change the type of one that is there.")] = False,
    person: Person = None,
) -> None:
    """Define an attribute, or change its type or the order of its categories.

    Example: trellis cases define roles12 band ordered:3,4,5,6 --again
    """
    with opened(study, person) as work:
        if again:
            work.attributes.retype(name, kind)
        else:
            work.attributes.define(name, kind, of=of, per_wave=per_wave)


def set_value(
    study: StudyName,
    case: CaseName,
    name: AttributeName,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it is.")],
    *,
    wave: InWave = None,
    how: Annotated[str, typer.Option("--how", help="told, recorded or estimated.")] = "recorded",
    person: Person = None,
) -> None:
    """Set one value of a case or source.

    Example: trellis cases set roles12 Maureen age_band 55-59 --how estimated
    """
    with opened(study, person) as work:
        work.attributes.set(case, name, value, wave=wave, how=how)


def unset_value(
    study: StudyName, case: CaseName, name: AttributeName, *, wave: InWave = None, person: Person = None
) -> None:
    """Take one value away.

    Example: trellis cases unset roles12 Maureen age_band
    """
    with opened(study, person) as work:
        work.attributes.unset(case, name, wave=wave)


def waves(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The waves in order of time.

    Example: trellis cases waves roles12
    """
    with opened(study, person) as work:
        table = work.waves.listing()
    show(table, form(as_json=as_json, as_csv=as_csv))


def wave(
    study: StudyName,
    name: WaveName,
    *,
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="SOURCE", help="Put this source into the wave instead.")
    ] = None,
    person: Person = None,
) -> None:
    """Add a wave, or say which sources were collected in it.

    Example: trellis cases wave roles12 "nine months"
    """
    with opened(study, person) as work:
        if source:
            work.waves.place_sources(name, *source)
        else:
            work.waves.add(name)


def attend(
    study: StudyName,
    case: CaseName,
    name: WaveName,
    status: Annotated[str, typer.Argument(help="completed, not due, refused, lost, died, withdrew consent or missed.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")] = "",
    on: On = None,
    person: Person = None,
) -> None:
    """Say what became of a case in a wave.

    Example: trellis cases attend roles12 Lena 2009 refused --reason "no time"
    """
    with opened(study, person) as work:
        work.waves.attend(case, name, status, reason=reason, on=on)


def attrition(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """How many people each wave heard, and what became of the others.

    Example: trellis cases attrition roles12
    """
    with opened(study, person) as work:
        table = work.waves.attrition()
    show(table, form(as_json=as_json, as_csv=as_csv))


def consent(
    study: StudyName,
    case: CaseName,
    scope: Annotated[str, typer.Argument(help="take part, quote, archive, secondary use or contact.")],
    *,
    given: Annotated[bool, typer.Option("--yes/--no", help="Agreed, or not.")] = True,
    on: On = None,
    wave: InWave = None,
    person: Person = None,
) -> None:
    """Note what a participant agreed to.

    Example: trellis cases consent roles12 Maureen quote --on 2009-02-10
    """
    with opened(study, person) as work:
        work.consents.record(case, scope, given=given, on=on, wave=wave)


def consents(
    study: StudyName,
    *,
    agreed: Annotated[
        str | None, typer.Option("--agreed", metavar="SCOPE", help="Only who agrees to this: contact, quote …")
    ] = None,
    wave: InWave = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """What every participant agreed to; or who agrees to something, and may be asked again, quoted, archived.

    Example: trellis cases consents roles12 --agreed contact
    """
    with opened(study, person) as work:
        table = work.consents.listing() if agreed is None else work.consents.agreed(agreed, wave)
    show(table, form(as_json=as_json, as_csv=as_csv))


def add_facts(app: typer.Typer) -> None:
    """Puts these commands into the group."""
    for name, command in (
        ("attributes", attributes),
        ("define", define),
        ("set", set_value),
        ("unset", unset_value),
        ("waves", waves),
        ("wave", wave),
        ("attend", attend),
        ("attrition", attrition),
        ("consent", consent),
        ("consents", consents),
    ):
        app.command(name)(command)
