"""What is said about several sources at once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.source import SourceKind
from trellis.web.schemas.base import Given, Key

Chosen = Annotated[list[Key], Field(min_length=1, max_length=10_000)]


class PlacedInWave(Given):
    """Sources that were collected in a wave; null: in none."""

    sources: Chosen
    wave: Key | None


class KindGiven(Given):
    """What kind of source these are."""

    sources: Chosen
    kind: SourceKind


class SourceName(Given):
    """Another name for a source."""

    name: Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]


class WaveName(Given):
    """What a wave is called from now on, or a new one."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
