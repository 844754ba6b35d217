"""The attributes of cases and their values."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.attribute import Attribute, AttributeValue
from trellis.core.keys import Key
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, StudyNow, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.cases import (
    AttributeKind,
    AttributeName,
    AttributeShown,
    BlockGiven,
    BlockShown,
    CaseGridShown,
    NewAttribute,
    ValueGiven,
)

router = APIRouter(prefix="/studies/{study}/attributes", tags=["cases"])

AttributeKey = Annotated[Key, Path(alias="attribute", ge=0, lt=2**53, description="Key of an attribute.")]


@router.get("", operation_id="listAttributes")
def list_attributes(found: TheStudy) -> list[AttributeShown]:
    """The attributes of cases in their order: names, types, categories."""
    return [AttributeShown.model_validate(attribute) for attribute in found.attributes.of_cases()]


@router.post("", operation_id="addAttribute", status_code=201)
def add_attribute(write: AWrite, given: NewAttribute) -> Written:
    """Puts a new column of the grid behind the others."""
    kind = _kind(given.type.value, given.levels)
    return write.do(lambda: write.study.attributes.define(given.name, kind, per_wave=given.per_wave))


@router.put("/values", operation_id="setValue")
def set_value(write: AWrite, given: ValueGiven) -> Written:
    """Sets one value of a case, or takes it away."""
    attributes, case, attribute = write.study.attributes, handle(given.case), handle(given.attribute)

    def deed() -> None:
        if given.value.strip():
            attributes.set(case, attribute, given.value, wave=given.when(), how=given.how.value)
        else:
            attributes.unset(case, attribute, wave=given.when())

    place = (given.attribute, given.case, given.wave)
    return write.do(
        deed,
        expected=Expected(AttributeValue, place, given.rev),
        current=lambda: CaseGridShown.of(attributes.grid()).value(*place),
    )


@router.post("/values/preview", operation_id="previewBlock")
def preview_block(found: StudyNow, given: BlockGiven) -> BlockShown:
    """What a block from a spreadsheet would change; nothing is written."""
    return BlockShown.of(
        found.attributes.put_block(
            given.pasted(), how=given.how.value, new_categories=given.new_categories, dry_run=True
        )
    )


@router.post("/values", operation_id="setBlock")
def set_block(write: AWrite, given: BlockGiven) -> Written:
    """Sets the values of a block that fit, as one change."""
    return write.do(
        lambda: write.study.attributes.put_block(
            given.pasted(), how=given.how.value, new_categories=given.new_categories
        )
    )


@router.patch("/{attribute}", operation_id="renameAttribute")
def rename_attribute(write: AWrite, attribute: AttributeKey, rev: IfMatch, given: AttributeName) -> Written:
    """Gives an attribute another name."""
    return write.do(
        lambda: write.study.attributes.rename(handle(attribute), given.name),
        expected=Expected(Attribute, (attribute,), rev),
    )


@router.put("/{attribute}/type", operation_id="retypeAttribute")
def retype_attribute(write: AWrite, attribute: AttributeKey, rev: IfMatch, given: AttributeKind) -> Written:
    """Gives an attribute another type or other categories, if all its values fit."""
    kind = _kind(given.type.value, given.levels)
    return write.do(
        lambda: write.study.attributes.retype(handle(attribute), kind),
        expected=Expected(Attribute, (attribute,), rev),
    )


@router.delete("/{attribute}", operation_id="removeAttribute")
def remove_attribute(write: AWrite, attribute: AttributeKey, rev: IfMatch) -> Written:
    """Removes an attribute with all its values."""
    return write.do(
        lambda: write.study.attributes.remove(handle(attribute)), expected=Expected(Attribute, (attribute,), rev)
    )


def _kind(word: str, levels: list[str]) -> str:
    return f"{word}:{','.join(levels)}" if levels else word
