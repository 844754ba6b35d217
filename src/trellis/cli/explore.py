"""`trellis saturation`, `voices`, `range`, `compare`, `power`: looking across the cases of a study."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, PictureFile, StudyName, form, keep_picture, opened, show
from trellis.cli.filtering import Under, Waves, Where, chosen

OfTheme = Annotated[str, typer.Argument(metavar="THEME", help="Number or name of a theme.")]
InWave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="Only cells of this wave.")]


def saturation(
    study: StudyName,
    *,
    base: Annotated[int, typer.Option("--base", help="The first interviews.")] = 4,
    run: Annotated[int, typer.Option("--run", help="Consecutive interviews after them.")] = 2,
    threshold: Annotated[str, typer.Option("--threshold", help="New themes in a run, per cent of the base.")] = "5",
    apart: Annotated[bool, typer.Option("--apart", help="Runs follow each other instead of sliding by one.")] = False,
    orders: Annotated[int, typer.Option("--orders", help="How many other orders to draw.")] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed draws the same orders.")] = 1,
    theme: Under = None,
    where: Where = None,
    wave: Waves = None,
    svg: PictureFile = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """How many themes each interview is the first to have, and where that settles (Guest, Namey and Chen 2020).

    Example: trellis saturation roles12 --base 4 --run 2 --threshold 5
    """
    from trellis.study.exploring_pictures import saturation_svg
    from trellis.study.saturating import Asked

    asked = Asked(base, run, threshold, not apart, orders, seed)
    with opened(study, person) as work:
        found = work.explore.saturation(asked, chosen(theme=theme, where=where, waves=wave))
    if svg is not None:
        keep_picture(svg, saturation_svg(found))
    else:
        show(found.table(), form(as_json=as_json, as_csv=as_csv))


def voices(
    study: StudyName,
    *,
    by: Annotated[str | None, typer.Option("--by", metavar="ATTRIBUTE", help="Group people by this attribute.")] = None,
    of: Annotated[
        str, typer.Option("--of", help="Quotations of findings, printed (those with a star), or starred (any star).")
    ] = "findings",
    svg: PictureFile = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Who is quoted how often; whoever is not quoted is listed with 0.

    Example: trellis voices roles12 --by role --of starred
    """
    from trellis.study.exploring_pictures import voices_svg

    with opened(study, person) as work:
        found = work.explore.voices(by, of=of)
    if svg is not None:
        keep_picture(svg, voices_svg(found))
    else:
        show(found.table(), form(as_json=as_json, as_csv=as_csv))


def range_of(
    study: StudyName,
    theme: OfTheme,
    *,
    wave: InWave = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Every case's cell under a theme, and why the others are empty.

    Example: trellis range roles12 3.4
    """
    with opened(study, person) as work:
        table = work.explore.range_of(theme, wave=wave)
    show(table, form(as_json=as_json, as_csv=as_csv))


def compare(
    study: StudyName,
    theme: OfTheme,
    attribute: Annotated[str, typer.Argument(metavar="ATTRIBUTE", help="An attribute of cases, such as role.")],
    *,
    wave: InWave = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """A theme across groups: whose cells say something, who is silent, who was not asked.

    Example: trellis compare roles12 3.4 role
    """
    with opened(study, person) as work:
        table = work.explore.compare(theme, attribute, wave=wave)
    show(table, form(as_json=as_json, as_csv=as_csv))


def power(
    study: StudyName,
    dimension: Annotated[
        str | None, typer.Argument(metavar="[DIMENSION]", help="aim, specificity, theory, dialogue or strategy.")
    ] = None,
    place: Annotated[int | None, typer.Argument(metavar="[PLACE]", help="From 1, few are needed, to 5.")] = None,
    reason: Annotated[str, typer.Argument(metavar="[REASON]", help="Why.")] = "",
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Information power as a written statement: say one dimension, or read all five. Nothing is added up.

    Example: trellis power roles12 dialogue 2 "Long interviews; the interviewer knows the work."
    """
    with opened(study, person) as work:
        if dimension is not None:
            work.explore.say_power(dimension, place or 0, reason)
            return
        table = work.explore.power_table()
    show(table, form(as_json=as_json, as_csv=as_csv))


def register(app: typer.Typer) -> None:
    """Adds the commands to a program."""
    for name, command in (
        ("saturation", saturation),
        ("voices", voices),
        ("range", range_of),
        ("compare", compare),
        ("power", power),
    ):
        app.command(name)(command)
