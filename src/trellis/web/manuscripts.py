"""Manuscripts that are being checked: files and findings in memory alone, of no study, thrown away when asked."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from trellis.core.errors import NotFound, TooLarge
from trellis.core.review import Level
from trellis.study.manuscripts import File, commented, review_files, review_record, review_settings
from trellis.study.work import Progress

MOST_FILE_BYTES = 50_000_000
MOST_BYTES = 300_000_000
"""Bytes of all files of one check."""
MOST_CHECKS = 4
"""Checks that are kept at a time; the one that nobody has touched for longest goes first."""
IDLE_S = 3_600.0
IN_PARTS = "leave pictures out of it, or save it as text"


class Part(StrEnum):
    """What a file is to the check."""

    MANUSCRIPT = "manuscript"
    TRANSCRIPT = "transcript"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check: the review as plain values, and the manuscript with comments as a .docx file."""

    values: dict[str, Any]
    docx: bytes

    @property
    def wrong(self) -> int:
        """How many standing remarks are of the level “wrong”."""
        return int(self.values["counts"][Level.WRONG.value])


@dataclass(slots=True)
class ManuscriptCheck:
    """The files of one check by what they are and their number; checked: what came of it, None before its end."""

    touched: float
    files: dict[tuple[Part, int], File] = field(default_factory=dict)
    checked: Checked | None = None
    guard: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, part: Part, n: int, file: File) -> None:
        """Takes a file, in the place of an earlier one with its number. Raises TooLarge."""
        require_size(file[0], len(file[1]))
        with self.guard:
            others = sum(len(data) for at, (_, data) in self.files.items() if at != (part, n))
            if others + len(file[1]) > MOST_BYTES:
                limit = f"with it the files have more than {MOST_BYTES // 1_000_000} MB"
                raise TooLarge(file[0], limit, IN_PARTS)
            self.files[part, n] = file

    def of(self, part: Part) -> list[File]:
        """The files that are one part of the check, by number."""
        with self.guard:
            return [file for (which, _), file in sorted(self.files.items()) if which is part]

    def carry_out(self, k: int, progress: Progress) -> int:
        """Makes the check, and throws its files away however it ends; how many remarks are of the level “wrong”.

        Raises NotFound without a manuscript or transcripts, Unreadable for the manuscript or the sample.
        """
        try:
            manuscripts, sheets = self.of(Part.MANUSCRIPT), self.of(Part.SAMPLE)
            if not manuscripts:
                message = "there is no manuscript; give the file that is to be checked"
                raise NotFound(message)
            sheet = sheets[0] if sheets else None
            found = review_files(
                manuscripts[0], self.of(Part.TRANSCRIPT), sheet, review_settings(k=k), progress=progress
            )
            made = Checked(review_record(found), commented(*manuscripts[0], found))
            self.checked = made
            return made.wrong
        finally:
            with self.guard:
                self.files.clear()


class ManuscriptChecks:
    """The checks of this process, by the id that the client made."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._guard = threading.Lock()
        self._checks: OrderedDict[str, ManuscriptCheck] = OrderedDict()

    def open(self, id: str) -> ManuscriptCheck:
        """The check, begun if it is new. Those that nobody has touched for an hour, or are too many, go."""
        with self._guard:
            self._forget_idle()
            found = self._checks.pop(id, None) or ManuscriptCheck(self._now())
            while len(self._checks) >= MOST_CHECKS:
                self._checks.popitem(last=False)
            return self._touched(id, found)

    def get(self, id: str) -> ManuscriptCheck:
        """The check. Raises NotFound."""
        with self._guard:
            self._forget_idle()
            found = self._checks.pop(id, None)
            if found is None:
                message = (
                    f"there is no check “{id[:64]}”: it was thrown away, or an hour has passed; choose the files again"
                )
                raise NotFound(message)
            return self._touched(id, found)

    def checked(self, id: str) -> Checked:
        """What came of a check. Raises NotFound before its end."""
        found = self.get(id).checked
        if found is None:
            message = "this check has not come to its end; its job says how far it is"
            raise NotFound(message)
        return found

    def discard(self, id: str) -> None:
        """Throws a check with its files and findings away; one that is not there is as good."""
        with self._guard:
            self._checks.pop(id, None)

    def _forget_idle(self) -> None:
        for id in [id for id, one in self._checks.items() if self._now() - one.touched > IDLE_S]:
            del self._checks[id]

    def _touched(self, id: str, found: ManuscriptCheck) -> ManuscriptCheck:
        found.touched = self._now()
        self._checks[id] = found
        return found


def require_size(name: str, size: int) -> None:
    """Nothing for a file of bearable size, announced or counted. Raises TooLarge."""
    if size > MOST_FILE_BYTES:
        raise TooLarge(name, f"the file has more than {MOST_FILE_BYTES // 1_000_000} MB", IN_PARTS)
