"""Rounds of coding: opening, closing, and which one is the study's index."""

from __future__ import annotations

from dataclasses import replace

from trellis.analysis.table import Table
from trellis.core.coding import Purpose, Round
from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.framework import FrameworkVersion
from trellis.store.queries.codings import Wanted, number_of
from trellis.study.resolve import (
    folded,
    framework_version_named,
    newest_framework_version,
    round_named,
)
from trellis.study.work import Work


class Rounds:
    """The calls about rounds."""

    _work: Work

    def rounds(self) -> Table:
        """Every round: purpose, framework version, blind or not, open or closed, adopted, number of codings."""
        with self._work.read() as reader:
            versions = {version.k: version.name for version in reader.all(FrameworkVersion)}
            rows = tuple(
                (
                    found.name,
                    found.purpose.value,
                    None if found.framework_version is None else versions[found.framework_version],
                    "blind" if found.blind else "",
                    "closed" if found.closed else "open",
                    "adopted" if found.adopted else "",
                    number_of(reader.connection, Wanted(round=found.k)),
                )
                for found in reader.all(Round)
            )
        return Table(("round", "purpose", "framework", "blind", "state", "index", "codings"), rows, "Rounds")

    def new_round(
        self, name: str, purpose: str = Purpose.DOUBLE.value, *, blind: bool = False, version: str | None = None
    ) -> Round:
        """Opens a round. purpose: main, calibration or double coding. version: of the framework, newest if not given.

        blind: coders are not shown each other's codings. Raises AlreadyThere, Invalid, NotFound.
        """
        with self._work.change("round.new") as change:
            if any(folded(found.name) == folded(name) for found in change.all(Round)):
                message = f"there is a round “{name}” already; choose another name"
                raise AlreadyThere(message)
            if not name.strip():
                message = "a round needs a name; give one, such as “double coding, spring”"
                raise Invalid(message)
            named = newest_framework_version(change) if version is None else framework_version_named(change, version)
            made = Round(
                change.new_key(),
                change.key,
                name.strip(),
                purpose_given(purpose),
                None if named is None else named.k,
                blind=blind,
                closed=False,
                adopted=False,
            )
            change.insert(made)
            return made

    def close_round(self, name: str) -> Round:
        """Closes a round: nothing is indexed in it any more. Raises NotFound, or Invalid if it is closed."""
        with self._work.change("round.close") as change:
            found = round_named(change, name)
            if found.closed:
                message = f"the round “{found.name}” is closed already"
                raise Invalid(message)
            after = replace(found, closed=True)
            change.update(found, after)
            return after

    def adopt(self, name: str) -> Round:
        """Makes a round's codings the study's index, which charts, retrieval and coverage read. Raises NotFound."""
        with self._work.change("round.adopt") as change:
            chosen = round_named(change, name)
            change.update_all((found, replace(found, adopted=found.k == chosen.k)) for found in change.all(Round))
            return replace(chosen, adopted=True)


def purpose_given(name: str) -> Purpose:
    """The purpose of that name. Raises Invalid."""
    try:
        return Purpose(folded(name))
    except ValueError as error:
        message = f"“{name}” is no purpose of a round; there are: {', '.join(purpose.value for purpose in Purpose)}"
        raise Invalid(message) from error
