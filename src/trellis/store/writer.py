"""The one place that writes rows of study tables, and remembers them for history."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from trellis.core.errors import AlreadyThere, Conflict
from trellis.store import derived, sql
from trellis.store.images import Image
from trellis.store.mapping import CODECS, Row
from trellis.store.specs import SPECS

_SHA = CODECS["version"].columns.index("sha")


class Writer:
    """Writes images of rows inside one transaction and folds what it wrote, row by row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._written: dict[tuple[str, Row], Image] = {}
        self.retold = False
        """Whether a version got another text, as blotting does: its parts are then not taken out of the index by it."""

    def images(self) -> list[Image]:
        """The net effect so far; rows that were made and removed again are left out."""
        return [image for image in self._written.values() if image.before != image.after]

    def _remember(self, table: str, key: Row, before: Row | None, after: Row | None) -> None:
        earlier = self._written.get((table, key))
        first = before if earlier is None else earlier.before
        self._written[table, key] = Image(table, first, after)

    def insert(self, table: str, rows: list[Row]) -> None:
        """Adds rows. Raises AlreadyThere where one stands at the same place."""
        if not rows:
            return
        try:
            self._connection.exec_driver_sql(sql.insert(table), rows if len(rows) > 1 else rows[0])
        except IntegrityError as error:
            raise _refused(table, error) from error
        key, written = CODECS[table].key, self._written
        for row in rows:
            place = (table, key(row))
            if place in written:
                self._remember(table, place[1], None, row)
            else:
                written[place] = Image(table, None, row)
        derived.after_insert(self._connection, table, rows)

    def update(self, table: str, pairs: list[tuple[Row, Row]]) -> None:
        """Replaces rows (before, after) of unchanged key. Raises Conflict if a row is no longer as before."""
        if not pairs:
            return
        codec = CODECS[table]
        derived.before_removal(self._connection, table, [before for before, _ in pairs])
        values = [(*after, *codec.key(before), before[codec.rev_at]) for before, after in pairs]
        self._expect(self._connection.exec_driver_sql(sql.update(table), values).rowcount, len(pairs), table)
        if table == "version":
            self.retold = self.retold or any(before[_SHA] != after[_SHA] for before, after in pairs)
        for before, after in pairs:
            self._remember(table, codec.key(before), before, after)
        derived.after_update(self._connection, table, [after for _, after in pairs])

    def delete(self, table: str, rows: list[Row]) -> None:
        """Removes rows. Raises Conflict if a row is no longer as given."""
        if not rows:
            return
        codec = CODECS[table]
        derived.before_removal(self._connection, table, rows)
        values = [(*codec.key(row), row[codec.rev_at]) for row in rows]
        self._expect(self._connection.exec_driver_sql(sql.delete(table), values).rowcount, len(rows), table)
        for row in rows:
            self._remember(table, codec.key(row), row, None)
        derived.after_removal(self._connection, table, rows)

    def apply(self, images: list[Image]) -> None:
        """Writes whatever turns each image's `before` into its `after`: removals first, what rests on others first."""
        by_table: dict[str, list[Image]] = {}
        for image in images:
            by_table.setdefault(image.table, []).append(image)
        present = [spec.name for spec in SPECS if spec.name in by_table]
        for table in reversed(present):
            self.delete(table, [i.before for i in by_table[table] if i.before is not None and i.after is None])
        for table in present:
            both = [(i.before, i.after) for i in by_table[table] if i.before is not None and i.after is not None]
            self.update(table, both)
            self.insert(table, [i.after for i in by_table[table] if i.before is None and i.after is not None])

    def _expect(self, found: int, wanted: int, table: str) -> None:
        if found != wanted:
            message = (
                f"{wanted - found} of {wanted} rows of “{table}” were changed by somebody else since they were "
                "read; look at them again and repeat what you did"
            )
            raise Conflict(message)


def _refused(table: str, error: IntegrityError) -> AlreadyThere | Conflict:
    if "CHECK" in str(error.orig):
        return Conflict(f"a row of “{table}” does not hold together: {error.orig}")
    return AlreadyThere(f"a row of “{table}” already stands at this place: {error.orig}")
