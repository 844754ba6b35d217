"""A power cut, made up: SQLite runs on files that remember what was written since they were last synced.

A process of its own (`python -m tests.store.power_cut FOLDER`), with SQLite from apsw: never together with a study
that the driver of Trellis has open. It replays the statements of real changes, as recorded in plan.json, and saves
what a disk would hold at many moments if the power went: all that was synced, and of the rest nothing, or some.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


@dataclass
class OnDisk:
    """A file as the disk holds it for sure, and the writes that are still on their way, in order."""

    synced: bytearray
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def after(self, kept: random.Random | None) -> bytes:
        """What is there after a power cut. kept: chooses which of the writes got through, sector by sector."""
        image = bytearray(self.synced)
        for at, written in self.pending:
            if kept is not None:
                _apply(image, at, written, kept)
        return bytes(image)

    def sync(self) -> None:
        for at, written in self.pending:
            _apply(self.synced, at, written, None)
        self.pending.clear()


def _apply(image: bytearray, at: int, written: bytes | None, kept: random.Random | None) -> None:
    """Writes into an image, or cuts it off at `at`. kept: leaves half of the sectors out."""
    if written is None:
        if kept is None or kept.random() < 0.5:
            del image[at:]
        return
    for start in range(0, len(written), SECTOR):
        if kept is None or kept.random() < 0.5:
            piece = written[start : start + SECTOR]
            place = at + start
            image.extend(bytes(max(0, place + len(piece) - len(image))))
            image[place : place + len(piece)] = piece


class Disk:
    """All files of one run, by name, and how often one was written to or synced."""

    def __init__(self) -> None:
        self.files: dict[str, OnDisk] = {}
        self.operations = 0
        self.at_operation: Any = None

    def did_something(self) -> None:
        self.operations += 1
        if self.at_operation is not None:
            self.at_operation()

    def opened(self, name: str) -> OnDisk:
        path = Path(name)
        if name not in self.files:
            self.files[name] = OnDisk(bytearray(path.read_bytes() if path.exists() else b""))
        return self.files[name]


class ForgetfulFile(apsw.VFSFile):
    def __init__(self, inherited: str, name: Any, flags: list[int], disk: Disk) -> None:
        given = name.filename() if hasattr(name, "filename") else name
        self._disk = disk
        self._kept = disk.opened(given)
        super().__init__(inherited, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._kept.pending.append((offset, bytes(data)))
        super().xWrite(data, offset)
        self._disk.did_something()

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._kept.pending.append((newsize, None))
        super().xTruncate(newsize)
        self._disk.did_something()

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.did_something()
        super().xSync(flags)
        self._kept.sync()
        self._disk.did_something()


class ForgetfulDisk(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__("forgetful", "")

    def xOpen(self, name: Any, flags: list[int]) -> ForgetfulFile:  # noqa: N802
        return ForgetfulFile("", name, flags, self._disk)

    def xDelete(self, name: str, syncdir: bool) -> None:  # noqa: N802
        super().xDelete(name, syncdir)
        self._disk.files.pop(name, None)
        self._disk.did_something()


class Run:
    """The changes of a plan on one disk, with a cut at every so many operations and after every answer."""

    def __init__(self, folder: Path, plan: dict[str, Any]) -> None:
        self._folder = folder
        self._plan = plan
        self._disk = Disk()
        self._chance = random.Random(plan["seed"])
        self._answered = 0
        self.cuts: list[dict[str, Any]] = []

    def go(self) -> None:
        self._vfs = ForgetfulDisk(self._disk)
        connection = apsw.Connection(str(self._folder / "study.trellis"), vfs="forgetful")
        for said in self._plan["pragmas"]:
            connection.execute(said).fetchall()
        self._disk.at_operation = self._now_and_then
        for change in self._plan["changes"]:
            for said in change:
                connection.execute(said).fetchall()
            self._answered += 1
            self._cut("answered")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._cut("checkpoint")
        self._disk.at_operation = None
        connection.close()

    def _now_and_then(self) -> None:
        if self._disk.operations % self._plan["every"] == 0:
            self._cut("operation")

    def _cut(self, moment: str) -> None:
        for kept in (None, random.Random(self._chance.random())):
            folder = self._folder / f"cut {len(self.cuts)}"
            folder.mkdir()
            for name, file in self._disk.files.items():
                (folder / Path(name).name).write_bytes(file.after(kept))
            self.cuts.append({"folder": folder.name, "moment": moment, "answered": self._answered})


def main(folder: Path) -> None:
    run = Run(folder, json.loads((folder / "plan.json").read_text("utf-8")))
    run.go()
    print(json.dumps(run.cuts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
