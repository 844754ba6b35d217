"""Recordings as the page shows and links them."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

from pydantic import Field

from trellis.core.recording import UNPLAYABLE, Standing
from trellis.study.recordings import Recording
from trellis.web.schemas.base import Given, Shown


class RecordingShown(Shown):
    """A linked recording. name, path: of the file on this computer, null where this copy never knew it.

    words: what there is to do before it can be played, "" if nothing.
    """

    standing: Standing
    name: str | None
    path: str | None
    media: str | None
    is_video: bool
    can_play: bool
    words: str

    @classmethod
    def of(cls, one: Recording) -> RecordingShown:
        """The recording as it stands now."""
        file = one.file
        media = None if file is None else file.media
        return cls(
            standing=one.standing,
            name=None if file is None else PurePath(file.path).name,
            path=None if file is None else file.path,
            media=media,
            is_video=media is not None and media.startswith("video/"),
            can_play=one.standing is Standing.HERE and media not in UNPLAYABLE,
            words=one.words,
        )


class RecordingGiven(Given):
    """A recording by its path on this computer. another: another one than the source has already is meant."""

    file: Annotated[str, Field(min_length=1, max_length=4000)]
    another: bool = False


class FolderShown(Shown):
    """What a folder holds. above: the folder around it, null at the top."""

    path: str
    above: str | None
    folders: list[str]
    files: list[str]
