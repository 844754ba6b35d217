"""Writing a package: a study file of its own that holds a part of a study, and says what it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from trellis.core.keys import Key
from trellis.core.study import Setting
from trellis.store.changes import Intent
from trellis.store.lineage import HANDED, Handed, Lineage
from trellis.store.mapping import CODEC_OF, Record
from trellis.store.reader import Reader
from trellis.store.specs import SPECS
from trellis.store.study_file import StudyFile
from trellis.store.verify import HANDOUT


@dataclass(frozen=True, slots=True)
class Package:
    """What goes into a package: records by table, and the digests of the texts that they name."""

    records: Mapping[str, Iterable[Record]]
    texts: Iterable[str]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a package goes, and the passphrase it is encrypted under, None for plain."""

    path: Path
    passphrase: str | None = None


def write_package(file: StudyFile, reader: Reader, target: Target, package: Package, person: Key) -> int:
    """Makes the package's file; the number under which it draws keys. Rows keep what they were last written by.

    Its first change follows on the study's newest one, so that the two can be told to belong together.
    Raises StudyFileError if the name is taken.
    """
    lineage = Lineage(reader.connection)
    said = Handed(lineage.head.hex(), lineage.vector())
    made = file.create_beside(target.path, target.passphrase)
    try:
        take_numbers(made, reader)
        with made.change(Intent(HANDOUT, person, file.now())) as change:
            change.follow(lineage.head)
            for sha in package.texts:
                change.keep_text(reader.text(sha))
            for spec in SPECS:
                codec = CODEC_OF[spec.record]
                rows = [codec.row(record, record.rev) for record in package.records.get(spec.name, ())]
                change.writer.insert(spec.name, rows)
            change.insert(Setting(HANDED, 0, said.to_json()))
            number = change.replica
    except BaseException:
        made.close()
        target.path.unlink(missing_ok=True)
        raise
    made.close()
    return number


def take_numbers(made: StudyFile, reader: Reader) -> None:
    """Tells the package which numbers others draw keys under, so that it takes none of them."""
    rows = reader.connection.exec_driver_sql("SELECT number, guid, '', made_at, next FROM replica").fetchall()
    with made.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO replica VALUES (?, ?, ?, ?, ?)", [tuple(row) for row in rows])
