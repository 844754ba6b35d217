"""Looking across cases: tables, each as JSON and as CSV, and pictures as SVG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.keys import Key
from trellis.study.counting import Unit
from trellis.study.exploring_pictures import saturation_svg, voices_svg
from trellis.study.resolve import handle
from trellis.study.saturating import Asked
from trellis.study.table import Table
from trellis.study.voicing import Quoted
from trellis.study.wave_tables import time_ordered_table
from trellis.web.asking import AWrite, TheStudy
from trellis.web.schemas.base import TableShown, Written
from trellis.web.schemas.explore import ChangeAsked, ChangeGiven, ChangeShown, ChangeWordsGiven, PowerGiven
from trellis.web.schemas.findings import SideGiven

router = APIRouter(prefix="/studies/{study}/explore", tags=["explore"])

Name = Annotated[str | None, Query(max_length=300)]
MOST_WORDS = 200
"""Extracts that open behind a count."""
EvidenceKey = Annotated[Key, Path(alias="evidence", ge=0, lt=2**53)]
Small = Annotated[int, Query(ge=1, le=1_000)]


class Kind(StrEnum):
    """What is asked of the study."""

    SATURATION = "saturation"
    VOICES = "voices"
    RANGE = "range"
    COMPARE = "compare"
    CROSSTAB = "crosstab"
    COOCCURRENCE = "cooccurrence"
    TOGETHER = "together"
    WORDS = "words"
    WAVES = "waves"
    CHANGES = "changes"
    CASE = "case"
    INTENT = "intent"
    POWER = "power"


class Drawn(StrEnum):
    """What is drawn."""

    SATURATION = "saturation"
    VOICES = "voices"


@dataclass(frozen=True, slots=True)
class Saturating:
    """How saturation is asked after."""

    base: Small = 4
    run: Small = 2
    threshold: Annotated[str, Query(max_length=12)] = "5"
    apart: bool = False
    orders: Annotated[int, Query(ge=0, le=10_000)] = 1000
    seed: Annotated[int, Query(ge=0, lt=2**53)] = 1

    def asked(self) -> Asked:
        """The question as `study.explore` takes it."""
        return Asked(self.base, self.run, self.threshold, not self.apart, self.orders, self.seed)


@dataclass(frozen=True, slots=True)
class About:
    """What else a question names. theme, other (theme), case: keys; the rest by name."""

    theme: Annotated[Key | None, Query(ge=0, lt=2**53)] = None
    other: Annotated[Key | None, Query(ge=0, lt=2**53)] = None
    case: Annotated[Key | None, Query(ge=0, lt=2**53)] = None
    attribute: Name = None
    value: Name = None
    earlier: Name = None
    later: Name = None
    of: Quoted = Quoted.FINDINGS
    count: Unit = Unit.CASES

    def themes(self) -> list[str] | None:
        """The theme as a list, None for all."""
        return None if self.theme is None else [handle(self.theme)]

    def filters(self) -> Filters:
        """The cases with a value of the attribute; everybody where none is named."""
        if self.attribute is None or self.value is None:
            return EVERYTHING
        return Filters(where=((self.attribute, (self.value,)),))

    def needed(self, name: str) -> str:
        """What a question cannot do without. Raises Invalid where it is not given."""
        given = getattr(self, name)
        if given is None:
            message = f"this needs {'an' if name == 'attribute' else 'a'} {name}; give one"
            raise Invalid(message)
        return given if name == "attribute" else handle(given)


def asked(
    found: TheStudy, kind: Kind, how: Annotated[Saturating, Depends()], about: Annotated[About, Depends()]
) -> Table:
    """The table that answers a question."""
    explore, waves = found.explore, {"earlier": about.earlier, "later": about.later}
    answers: dict[Kind, Callable[[], Table]] = {
        Kind.SATURATION: lambda: explore.saturation(how.asked()).table(),
        Kind.VOICES: lambda: explore.voices(about.attribute, of=about.of).table(),
        Kind.RANGE: lambda: explore.range_of(about.needed("theme")),
        Kind.COMPARE: lambda: explore.compare(about.needed("theme"), about.needed("attribute")),
        Kind.CROSSTAB: lambda: found.index.crosstab(
            about.needed("attribute"), next(iter(about.themes() or ()), None), count=about.count
        ),
        Kind.COOCCURRENCE: lambda: found.index.cooccurrence(about.themes() or (), count=about.count),
        Kind.TOGETHER: lambda: found.index.together(about.needed("theme"), about.needed("other")),
        Kind.WORDS: lambda: found.index.retrieve(about.needed("theme"), about.filters(), limit=MOST_WORDS).table(),
        Kind.WAVES: lambda: found.waves.longitudinal(about.themes(), **waves).table(),
        Kind.CHANGES: lambda: found.waves.longitudinal(about.themes(), **waves).tallies(),
        Kind.CASE: lambda: time_ordered_table(found.waves.time_ordered(about.needed("case"), about.themes())),
        Kind.INTENT: lambda: found.intent.chart().table(),
        Kind.POWER: explore.power_table,
    }
    return answers[kind]()


@router.get("/tables/{kind}", operation_id="exploreTable")
def get_table(table: Annotated[Table, Depends(asked)]) -> TableShown:
    """The table that answers a question."""
    return TableShown.of(table)


@router.get("/tables/{kind}/csv", operation_id="exploreCsv", response_class=Response)
def get_csv(table: Annotated[Table, Depends(asked)], kind: Kind) -> Response:
    """The same table as CSV."""
    disposition = f'attachment; filename="{kind.value}.csv"'
    return Response(table.to_csv(), media_type="text/csv; charset=utf-8", headers={"content-disposition": disposition})


@router.get("/pictures/{kind}", operation_id="explorePicture", response_class=Response)
def get_picture(
    found: TheStudy,
    kind: Drawn,
    how: Annotated[Saturating, Depends()],
    about: Annotated[About, Depends()],
    *,
    dark: Annotated[bool, Query(description="In colours for a dark page; a file to keep stays white.")] = False,
) -> Response:
    """The picture of an answer, as an SVG file."""
    if kind is Drawn.SATURATION:
        content = saturation_svg(found.explore.saturation(how.asked()), dark=dark)
    else:
        content = voices_svg(found.explore.voices(about.attribute, of=about.of), dark=dark)
    disposition = f'inline; filename="{kind.value}.svg"'
    return Response(content, media_type="image/svg+xml", headers={"content-disposition": disposition})


@router.put("/power", operation_id="sayPower")
def say_power(write: AWrite, given: PowerGiven) -> Written:
    """Says where the study stands on one dimension of information power, and why."""
    return write.do(lambda: write.study.explore.say_power(given.dimension, given.place, given.reason))


@router.get("/changes", operation_id="getWaveChange")
def get_wave_change(found: TheStudy, place: Annotated[ChangeAsked, Query()]) -> ChangeShown | None:
    """What was said of a theme for a case between two waves, with what it rests on of its own; null for nothing."""
    read = found.waves.change_at(place.case, place.theme, earlier=place.earlier, later=place.later)
    return None if read is None else ChangeShown.of(read)


@router.put("/changes", operation_id="sayChange")
def say_change(write: AWrite, given: ChangeGiven) -> Written:
    """Says what became of a theme for a case between two waves, or takes it back."""
    waves, at = {"earlier": given.earlier, "later": given.later}, (given.case, given.theme)
    if given.kind is None:
        return write.do(lambda: write.study.waves.unsay(*at, **waves))
    kind = given.kind
    return write.do(lambda: write.study.waves.say(*at, kind, given.text, **waves))


@router.post("/changes/evidence", operation_id="linkChange", status_code=201)
def link_change(write: AWrite, given: ChangeWordsGiven) -> Written:
    """Adds words or a cell to what a change between waves rests on."""
    waves, at = {"earlier": given.earlier, "later": given.later}, (given.case, given.theme)
    return write.do(lambda: write.study.waves.link(*at, given.evidence(), side=given.side, **waves))


@router.put("/changes/evidence/{evidence}/side", operation_id="turnChangeEvidence")
def turn_change_evidence(write: AWrite, evidence: EvidenceKey, given: SideGiven) -> Written:
    """Lets evidence of a change between waves point another way."""
    return write.do(lambda: write.study.waves.turn(evidence, given.side))


@router.delete("/changes/evidence/{evidence}", operation_id="unlinkChange")
def unlink_change(write: AWrite, evidence: EvidenceKey) -> Written:
    """Takes evidence away from a change between waves."""
    return write.do(lambda: write.study.waves.unlink(evidence))


@router.post("/changes/confirm", operation_id="confirmChange")
def confirm_change(write: AWrite, given: ChangeAsked) -> Written:
    """Says that a change between waves still holds on both cells and its evidence as they are now."""
    waves = {"earlier": given.earlier, "later": given.later}
    return write.do(lambda: write.study.waves.confirm(given.case, given.theme, **waves))
