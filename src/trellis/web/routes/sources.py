"""The list of sources: what is said about several of them at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.keys import Key
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.cases import WaveShown
from trellis.web.schemas.sources import KindGiven, PlacedInWave, SourceName, WaveName

router = APIRouter(prefix="/studies/{study}", tags=["sources"])


@router.get("/waves", operation_id="listWaves")
def list_waves(found: TheStudy) -> list[WaveShown]:
    """The waves in order of time."""
    return [WaveShown.model_validate(wave) for wave in found.waves.all()]


@router.post("/waves", operation_id="addWave")
def add_wave(write: AWrite, given: WaveName) -> Written:
    """Adds a wave behind the others."""
    return write.do(lambda: write.study.waves.add(given.name))


@router.post("/waves/{wave}/name", operation_id="renameWave")
def rename_wave(write: AWrite, wave: Annotated[Key, Path(ge=0, lt=2**53)], given: WaveName) -> Written:
    """Gives a wave another name."""
    return write.do(lambda: write.study.waves.rename(handle(wave), given.name))


@router.post("/sources/wave", operation_id="placeSources")
def place_sources(write: AWrite, given: PlacedInWave) -> Written:
    """Says in which wave sources were collected."""
    wave = None if given.wave is None else handle(given.wave)
    return write.do(lambda: write.study.waves.place_sources(wave, *map(handle, given.sources)))


@router.post("/sources/kind", operation_id="setKindOfSources")
def set_kind(write: AWrite, given: KindGiven) -> Written:
    """Says what kind of source these are."""
    return write.do(lambda: write.study.sources.set_kind(given.kind, *map(handle, given.sources)))


@router.post("/sources/{source}/name", operation_id="renameSource")
def rename_source(write: AWrite, source: Annotated[Key, Path(ge=0, lt=2**53)], given: SourceName) -> Written:
    """Gives a source another name."""
    return write.do(lambda: write.study.sources.rename(handle(source), given.name))
