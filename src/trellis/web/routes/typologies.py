"""Typologies from the chart: dimensions, every case once on each, combinations, types, a lens."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import PlainTextResponse

from trellis.core.keys import NO_KEY, Key
from trellis.core.typology import SetAside
from trellis.core.typology_rules import Unit
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.study.typology_reading import TypologyNow
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.typologies import (
    AsideShown,
    CrossingShown,
    NewDimension,
    NewType,
    NewTypology,
    NewValue,
    Placing,
    SettingAside,
    TypologyShown,
    TypologyStandShown,
    aside_shown,
    place_of,
)

router = APIRouter(prefix="/studies/{study}/typologies", tags=["typologies"])

TypologyKey = Annotated[Key, Path(alias="typology", ge=0, lt=2**53)]
DimensionKey = Annotated[Key, Path(alias="dimension", ge=0, lt=2**53)]
TypeKey = Annotated[Key, Path(alias="named", ge=0, lt=2**53)]
Across = Annotated[Key, Query(ge=0, lt=2**53, description="Key of a dimension.")]


def _wave(k: Key) -> str | None:
    return None if k == NO_KEY else handle(k)


def _aside(now: TypologyNow, unit: Unit) -> AsideShown | None:
    return aside_shown(unit, *now.aside[unit]) if unit in now.aside else None


@router.get("", operation_id="listTypologies")
def list_typologies(found: TheStudy) -> list[TypologyStandShown]:
    """The typologies with how far each is."""
    return [TypologyStandShown.of(one) for one in found.typologies.every()]


@router.get("/{typology}", operation_id="getTypology")
def get_typology(found: TheStudy, typology: TypologyKey) -> TypologyShown:
    """Dimensions, cases with their places, combinations occupied and empty, types."""
    return TypologyShown.of(found.typologies.now(handle(typology)))


@router.get("/{typology}/crossing", operation_id="getTypologyCrossing")
def get_typology_crossing(found: TheStudy, typology: TypologyKey, rows: Across, columns: Across) -> CrossingShown:
    """Two of its dimensions crossed."""
    return CrossingShown.of(found.typologies.now(handle(typology)), rows, columns)


@router.get("/{typology}/lens", operation_id="getTypologyLens", response_class=PlainTextResponse)
def get_typology_lens(found: TheStudy, typology: TypologyKey) -> PlainTextResponse:
    """A finished typology as the text of a lens file (TOML); refused with what is missing until it is finished."""
    headers = {"content-disposition": 'attachment; filename="typology.toml"'}
    return PlainTextResponse(found.typologies.as_lens(handle(typology)), headers=headers)


@router.post("", operation_id="addTypology", status_code=201)
def add_typology(write: AWrite, given: NewTypology) -> Written:
    """Begins a typology."""
    new = write.study.typologies.new
    return write.do(lambda: new(given.name, kind=given.kind, description=given.description))


@router.delete("/{typology}", operation_id="removeTypology")
def remove_typology(write: AWrite, typology: TypologyKey) -> Written:
    """Removes a typology; categories and elements stay."""
    return write.do(lambda: write.study.typologies.remove(handle(typology)))


@router.post("/{typology}/dimensions", operation_id="addDimension", status_code=201)
def add_dimension(write: AWrite, typology: TypologyKey, given: NewDimension) -> Written:
    """Adds a dimension, its values from categories of a worksheet or from names."""
    theme = None if given.theme is None else handle(given.theme)
    categories = [handle(k) for k in given.categories]
    add, into = write.study.typologies.add_dimension, handle(typology)
    return write.do(
        lambda: add(into, given.name, theme=theme, categories=categories, values=given.values, question=given.question)
    )


@router.delete("/{typology}/dimensions/{dimension}", operation_id="removeDimension")
def remove_dimension(write: AWrite, typology: TypologyKey, dimension: DimensionKey) -> Written:
    """Removes a dimension with its values."""
    return write.do(lambda: write.study.typologies.remove_dimension(handle(typology), handle(dimension)))


@router.post("/{typology}/dimensions/{dimension}/values", operation_id="addDimensionValue", status_code=201)
def add_dimension_value(write: AWrite, typology: TypologyKey, dimension: DimensionKey, given: NewValue) -> Written:
    """Lets cases stand on one more value; who is placed stays where they are."""
    return write.do(lambda: write.study.typologies.add_value(handle(typology), handle(dimension), given.name))


@router.post("/{typology}/place", operation_id="placeOnDimension")
def place_case(write: AWrite, typology: TypologyKey, rev: IfMatch, given: Placing) -> Written:
    """Places a case on a value of a dimension, or takes it off the dimension.

    If-Match: the place's `rev`, "0" where it stood nowhere; where it was moved meanwhile, its place now is answered.
    """
    typologies = write.study.typologies
    value = None if given.value is None else handle(given.value)
    where = handle(typology), handle(given.case), handle(given.dimension), value
    return write.do(
        lambda: typologies.place(*where, wave=_wave(given.wave), note=given.note, also=given.also, seen=rev),
        current=lambda: place_of(typologies.now(handle(typology)), (given.case, given.wave), given.dimension),
    )


@router.post("/{typology}/place-by-elements", operation_id="placeByElements")
def place_by_elements(write: AWrite, typology: TypologyKey) -> Written:
    """Places the cases whose elements speak for exactly one value of a dimension that they are not on yet."""
    return write.do(lambda: write.study.typologies.place_by_elements(handle(typology)))


@router.post("/{typology}/set-aside", operation_id="setCaseAside")
def set_case_aside(write: AWrite, typology: TypologyKey, rev: IfMatch, given: SettingAside) -> Written:
    """Says that a case cannot be placed, and why; or takes that back. If-Match: "0" where it was not set aside."""
    aside = write.study.typologies.set_aside
    place = (typology, given.case, given.wave)
    return write.do(
        lambda: aside(handle(typology), handle(given.case), given.reason, wave=_wave(given.wave)),
        expected=Expected(SetAside, place, rev or None),
        current=lambda: _aside(write.study.typologies.now(handle(typology)), (given.case, given.wave)),
    )


@router.post("/{typology}/types", operation_id="nameType", status_code=201)
def name_type(write: AWrite, typology: TypologyKey, given: NewType) -> Written:
    """Names a type by the values of its cases."""
    values = [(handle(one.dimension), handle(one.value)) for one in given.values]
    add = write.study.typologies.add_type
    return write.do(lambda: add(handle(typology), given.name, values, description=given.description))


@router.delete("/{typology}/types/{named}", operation_id="removeType")
def remove_type(write: AWrite, typology: TypologyKey, named: TypeKey) -> Written:
    """Takes a type's name away; the cases stay where they are."""
    return write.do(lambda: write.study.typologies.remove_type(handle(typology), handle(named)))
