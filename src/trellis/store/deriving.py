"""Writing a study that was made from part of another: a file of its own, with rows that keep their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trellis.core.keys import Key
from trellis.store.changes import Intent
from trellis.store.handout import Target, take_numbers
from trellis.store.mapping import Record
from trellis.store.reader import Reader
from trellis.store.specs import SPECS
from trellis.store.study_file import StudyFile

DERIVED = "study.derive"
"""The action of the first change of a study that was made from part of another one."""


@dataclass(frozen=True, slots=True)
class Child:
    """What a derived study begins with: records by table, and the texts that they name."""

    records: Mapping[str, Iterable[Record]]
    texts: Iterable[str]


def write_child(file: StudyFile, reader: Reader, target: Target, child: Child, person: Key) -> None:
    """Makes the file. Its history is its own; new rows draw keys that the parent does not draw.

    Raises StudyFileError if the name is taken.
    """
    made = file.create_beside(target.path, target.passphrase)
    try:
        take_numbers(made, reader)
        with made.change(Intent(DERIVED, person, file.now())) as change:
            for text in child.texts:
                change.keep_text(text)
            for spec in SPECS:
                change.insert_all(child.records.get(spec.name, ()))
    except BaseException:
        made.close()
        target.path.unlink(missing_ok=True)
        raise
    made.close()
