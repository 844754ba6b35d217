"""`trellis lens outcomes`, `rests`, `agreement`, `waves`, `cross`: what comes out of judgements."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, PictureFile, StudyName, form, keep_picture, opened, show

app = typer.Typer()

Lens = Annotated[str, typer.Argument(metavar="LENS", help="Id or title of the lens.")]
Axis = Annotated[str, typer.Argument(metavar="LENS[:DIMENSION]", help="A lens, or one dimension of it.")]


@app.command("outcomes")
def outcomes(
    study: StudyName,
    lens: Lens,
    *,
    svg: PictureFile = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """What came out for each unit: the outcome, the nearest other one and what it lacks, and how broad the ground is.

    Example: trellis lens outcomes roles12 workplace-regime --svg regime.svg
    """
    with opened(study, person) as work:
        if svg is not None:
            keep_picture(svg, work.lenses.picture(lens))
            return
        table = work.lenses.outcomes(lens)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("rests")
def rests(
    study: StudyName, lens: Lens, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """Which outcomes would be others without one case, site, source or judge.

    Example: trellis lens rests roles12 assistant-role
    """
    with opened(study, person) as work:
        table = work.lenses.rests_on(lens)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("agreement")
def agreement(
    study: StudyName, lens: Lens, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """How far judges agree, dimension by dimension, and where they differ.

    Example: trellis lens agreement roles12 assistant-role
    """
    with opened(study, person) as work:
        table = work.lenses.agreement(lens)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("waves")
def waves(
    study: StudyName, lens: Lens, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """Outcomes wave by wave, for a lens that is judged in each.

    Example: trellis lens waves peers workplace-actor
    """
    with opened(study, person) as work:
        table = work.lenses.trajectories(lens)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("cross")
def cross(
    study: StudyName,
    down: Axis,
    across: Axis,
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Two lenses crossed, or a dimension of each: how many units come out as each pair, and which.

    Example: trellis lens cross roles12 indirect-use shaping-context:team-structure
    """
    with opened(study, person) as work:
        table = work.lenses.cross(down, across)
    show(table, form(as_json=as_json, as_csv=as_csv))
