"""The library: listing, making, opening, deleting and recovering studies."""

from __future__ import annotations

from fastapi import APIRouter

from trellis.study.demo import Example
from trellis.web.asking import OneRequest, StudyName, TheWorkspace
from trellis.web.schemas.studies import (
    Deletion,
    Made,
    NewStudy,
    Opening,
    RemovedShown,
    Shelf,
    StudyOnShelf,
    StudyShown,
)
from trellis.web.workspace import Wanted

router = APIRouter(prefix="/studies", tags=["library"])


@router.get("", operation_id="listStudies")
def list_studies(held: TheWorkspace) -> Shelf:
    """Every study of the library; one that cannot be read is listed with the reason."""
    opened = set(held.open_names())
    items = [StudyOnShelf.of(one, is_open=one.name in opened) for one in held.shelf()]
    return Shelf(items=items, deleted=[RemovedShown.of(one) for one in held.library.deleted()])


@router.post("", operation_id="createStudy", status_code=201)
def create_study(held: TheWorkspace, given: NewStudy, request: OneRequest) -> Made:
    """Makes a new study, encrypted if a passphrase is given."""
    wanted = Wanted(given.title, given.name, tuple(given.questions), given.passphrase, given.template)
    return Made(name=held.once(request, lambda: held.create(wanted, request)))


@router.post("/example", operation_id="createExampleStudy", status_code=201)
def create_example(held: TheWorkspace, request: OneRequest, which: Example = Example.ROLES) -> Made:
    """Makes an example study, roles or peer: fiction, written for Trellis."""
    return Made(name=held.once(request, lambda: held.example(request, which)))


@router.post("/{study}/open", operation_id="openStudy")
def open_study(held: TheWorkspace, study: StudyName, given: Opening, _request: OneRequest) -> StudyShown:
    """Opens a study, with its passphrase where it is encrypted."""
    return StudyShown.of(study, held.open(study, given.passphrase))


@router.delete("/{study}", operation_id="deleteStudy")
def delete_study(held: TheWorkspace, study: StudyName, given: Deletion, request: OneRequest) -> RemovedShown:
    """Moves a study to the library's folder of deleted ones, from where it can be recovered."""
    return RemovedShown.of(held.once(request, lambda: held.delete(study, given.typed, request)))


@router.post("/{study}/recover", operation_id="recoverStudy")
def recover_study(held: TheWorkspace, study: StudyName, request: OneRequest) -> Made:
    """Brings a deleted study back; the path names it by the mark under which it is listed."""
    return Made(name=held.once(request, lambda: held.library.recover(study)))
