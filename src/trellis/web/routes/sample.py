"""The sample: the table to publish, quotas, waves and attrition, consent, coverage of the topic guide."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from trellis.core.keys import Key
from trellis.study.resolve import handle
from trellis.study.table import Table
from trellis.web.asking import AWrite, TheStudy
from trellis.web.schemas.base import TableShown, Written
from trellis.web.schemas.sample import (
    AttendanceGiven,
    ConsentGiven,
    CoverageGiven,
    PrintedByShown,
    QuotaGiven,
    QuotaNamed,
    TopicEdited,
    TopicFeeds,
    TopicGiven,
    TopicMoved,
    TopicShown,
)

router = APIRouter(prefix="/studies/{study}/sample", tags=["sample"])

Trait = Annotated[str, Query(max_length=300, description="An attribute, or a kind of group such as site.")]
MaybeTrait = Annotated[str | None, Query(max_length=300)]

TopicKey = Annotated[Key, Path(ge=0, lt=2**53)]


class Of(StrEnum):
    """What is counted."""

    PEOPLE = "people"
    INTERVIEWS = "interviews"


class Ending(StrEnum):
    """How a table is written to a file."""

    DOCX = "docx"
    XLSX = "xlsx"


_MEDIA = {
    Ending.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Ending.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def counted(
    found: TheStudy,
    rows: Trait,
    *,
    columns: MaybeTrait = None,
    of: Of = Of.PEOPLE,
    sub: MaybeTrait = None,
    wave: MaybeTrait = None,
) -> Table:
    """The table that the query asks for."""
    return found.sample.table(rows, columns, of=of.value, sub=sub, wave=wave)


SampleTable = Annotated[Table, Depends(counted)]


@router.get("/table", operation_id="getSampleTable")
def get_table(table: SampleTable) -> TableShown:
    """How many people or interviews there are of each sort, as it is published."""
    return TableShown.of(table)


@router.get("/table/printed", operation_id="getSamplePrintedBy")
def get_printed_by(found: TheStudy) -> PrintedByShown:
    """What the table counts by in the study's report."""
    return PrintedByShown.model_validate(found.sample.printed_by())


@router.get(
    "/table/file",
    operation_id="getSampleTableFile",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
def get_table_file(found: TheStudy, table: SampleTable, ending: Ending = Ending.DOCX) -> Response:
    """The same table as a file."""
    content = found.sample.document(table, f".{ending.value}")
    disposition = f'attachment; filename="sample.{ending.value}"'
    return Response(content, media_type=_MEDIA[ending], headers={"content-disposition": disposition})


@router.get("/quotas", operation_id="getQuotas")
def get_quotas(found: TheStudy) -> TableShown:
    """The frame: each quota with its target, what has been reached and what is missing."""
    return TableShown.of(found.sample.quotas())


@router.put("/quotas", operation_id="setQuota")
def set_quota(write: AWrite, given: QuotaGiven) -> Written:
    """Says how many are wanted of one sort, or that there can be none of it."""
    return write.do(lambda: write.study.sample.set_quota(given.where, given.target, exists=given.exists))


@router.post("/quotas/remove", operation_id="removeQuota")
def remove_quota(write: AWrite, given: QuotaNamed) -> Written:
    """Takes one quota out of the frame."""
    return write.do(lambda: write.study.sample.remove_quota(given.where))


@router.get("/attrition", operation_id="getAttrition")
def get_attrition(found: TheStudy) -> TableShown:
    """How many people each wave heard, and what became of the others."""
    return TableShown.of(found.waves.attrition())


@router.get("/attendance", operation_id="getAttendance")
def get_attendance(found: TheStudy) -> TableShown:
    """What became of each person in each wave."""
    return TableShown.of(found.waves.attendance())


@router.put("/attendance", operation_id="setAttendance")
def set_attendance(write: AWrite, given: AttendanceGiven) -> Written:
    """Says what became of a case in a wave."""
    return write.do(
        lambda: write.study.waves.attend(given.case, given.wave, given.status.value, reason=given.reason, on=given.on)
    )


@router.get("/consents", operation_id="getConsents")
def get_consents(found: TheStudy) -> TableShown:
    """Every participant's consents."""
    return TableShown.of(found.consents.listing())


@router.put("/consents", operation_id="recordConsent")
def record_consent(write: AWrite, given: ConsentGiven) -> Written:
    """Notes what a participant agreed to, or did not."""
    consents = write.study.consents
    return write.do(
        lambda: consents.record(given.case, given.scope.value, given=given.given, on=given.on, wave=given.wave)
    )


@router.get("/guide", operation_id="getGuide")
def get_guide(found: TheStudy) -> TableShown:
    """Every topic of the guide in its order."""
    return TableShown.of(found.guide.show())


@router.get("/topics", operation_id="listTopics")
def list_topics(found: TheStudy) -> list[TopicShown]:
    """The same as records, each topic followed by those below it."""
    fed = found.guide.feeding()
    return [TopicShown.of(topic, fed.get(topic.k, ())) for topic in found.guide.topics()]


@router.put("/topics/{topic}/themes", operation_id="feedThemes")
def feed_themes(write: AWrite, topic: TopicKey, given: TopicFeeds) -> Written:
    """Says which themes a topic feeds, in place of those that it fed."""
    themes = [handle(theme) for theme in given.themes]
    return write.do(lambda: write.study.guide.feed(handle(topic), themes))


@router.post("/topics", operation_id="addTopic")
def add_topic(write: AWrite, given: TopicGiven) -> Written:
    """Adds a topic behind the others, under the next number."""
    under = None if given.under is None else handle(given.under)
    return write.do(lambda: write.study.guide.add(given.name, prompt=given.prompt, under=under))


@router.patch("/topics/{topic}", operation_id="editTopic")
def edit_topic(write: AWrite, topic: TopicKey, given: TopicEdited) -> Written:
    """Gives a topic another name or prompt; what was said of its coverage stays."""
    return write.do(lambda: write.study.guide.edit(handle(topic), name=given.name, prompt=given.prompt))


@router.post("/topics/{topic}/place", operation_id="moveTopic")
def move_topic(write: AWrite, topic: TopicKey, given: TopicMoved) -> Written:
    """Puts a topic at another place among those beside it; numbers stay with the places."""
    return write.do(lambda: write.study.guide.move(handle(topic), given.to))


@router.delete("/topics/{topic}", operation_id="removeTopic")
def remove_topic(write: AWrite, topic: TopicKey) -> Written:
    """Takes a topic away with those below it and what was said of their coverage."""
    return write.do(lambda: write.study.guide.remove(handle(topic)))


@router.get("/coverage", operation_id="getGuideCoverage")
def get_coverage(found: TheStudy) -> TableShown:
    """Interviews by topics: yes, partly, no, nothing where nobody said."""
    return TableShown.of(found.guide.coverage())


@router.put("/coverage", operation_id="setGuideCoverage")
def set_coverage(write: AWrite, given: CoverageGiven) -> Written:
    """Says how far a source covered a topic."""
    return write.do(lambda: write.study.guide.cover(given.source, given.topic, given.covered.value, note=given.note))
