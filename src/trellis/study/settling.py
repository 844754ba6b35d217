"""Settling a disagreement: what the team decided is kept, and the adopted index follows. Shared steps."""

from __future__ import annotations

from collections.abc import Sequence

from trellis.core.coding import Coding
from trellis.core.disagreement import Outcome, SettledCoding, Settlement, stands
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.study import Person
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.comparing import Found, RoundCompared, settled_in
from trellis.study.index_carrying import Carried, IndexOf, put_reading
from trellis.study.resolve import adopted_round, folded

ITEM = "coding:"
"""How the name of a disagreement begins that goes by one of its codings, as in "coding:123"."""


def disagreement_meant(compared: RoundCompared, which: int | str) -> Found:
    """The disagreement of that number in the list, or, for "coding:123", the one that this coding is part of.

    Raises NotFound, or Invalid for one whose codings no longer differ.
    """
    given = str(which).strip()
    for found in compared.found:
        if given == str(found.number) or any(given == f"{ITEM}{coding.k}" for coding in found.codings):
            return found
    if any(given in {str(past.number), f"{ITEM}{past.settled.settlement.about}"} for past in compared.past):
        message = f"disagreement {which} is settled, and its codings no longer differ; trellis undo takes that back"
        raise Invalid(message)
    message = (
        f"the round “{compared.round.name}” has no disagreement {which}; it has {len(compared.found)}; give a number "
        "of `trellis rounds disagreements`, or what stands in its column “item”"
    )
    raise NotFound(message)


def source_of_item(reader: Reader, which: int | str) -> Key | None:
    """The source of the coding that an item names; None for a number, or a coding that has gone."""
    given = str(which).strip()
    if not given.startswith(ITEM) or not given.removeprefix(ITEM).isdecimal():
        return None
    coding = reader.find(Coding, int(given.removeprefix(ITEM)))
    return None if coding is None else coding.source


def outcome_given(given: Outcome | str) -> Outcome:
    """The outcome of that name. Raises Invalid."""
    try:
        return Outcome(folded(given))
    except ValueError as error:
        there = ", ".join(outcome.value for outcome in Outcome)
        message = f"“{given}” is no outcome of a disagreement; there are: {there}"
        raise Invalid(message) from error


def reader_adopted(change: Change, found: Found, outcome: Outcome, name: str | None) -> Key | None:
    """Whose reading is adopted; None where the outcome adopts none. Raises Invalid if nobody, or somebody else."""
    if outcome is not Outcome.ADOPTED:
        if name is not None:
            message = f"“{outcome.value}” adopts nobody's reading; leave out whose, or choose “{Outcome.ADOPTED.value}”"
            raise Invalid(message)
        return None
    coders = {person.k: person.name for person in change.all(Person)}
    marks = (mark for cluster in (*found.spot.clusters, *found.spot.shared) for mark in cluster.marks)
    readings = dict.fromkeys(mark.coder for mark in marks)
    for k in readings:
        if name is not None and folded(coders[k]) == folded(name):
            return k
    return _who_left_it_out(change, found, name)


def _who_left_it_out(change: Change, found: Found, name: str | None) -> Key:
    """The coder of that name who indexed the source, and none of these words. Raises Invalid."""
    there = {coding.coder for coding in change.all(Coding, source=found.source.k)}
    people = [person for person in change.all(Person) if person.k in there]
    for person in people:
        if name is not None and folded(person.name) == folded(name):
            return person.k
    message = f"say whose reading is adopted: {', '.join(person.name for person in people)}"
    raise Invalid(message if name is None else f"{name} did not index “{found.source.name}”; {message}")


def reason_given(reason: str) -> str:
    """The reason without white space around it. Raises Invalid where there is none."""
    if not reason.strip():
        message = "say why: the reason is what a reviewer, and the team in a year, will ask for"
        raise Invalid(message)
    return reason.strip()


def write_settlement(change: Change, found: Found, settlement: Settlement) -> Carried:
    """Keeps a settlement in the place of any earlier one about the same codings, and lets the index follow."""
    keys = {coding.k for coding in found.codings}
    for earlier in settled_in(change, settlement.round):
        if earlier.is_about(keys):
            change.delete(*earlier.codings, earlier.settlement)
    change.insert(settlement)
    change.insert_all(
        SettledCoding(
            settlement.round,
            settlement.about,
            coding.k,
            0,
            coding.source,
            coding.version,
            coding.start,
            coding.end,
            coding.theme,
            coding.coder,
        )
        for coding in found.codings
    )
    return follow(change, settlement, found.codings)


def follow(change: Change, settlement: Settlement, codings: Sequence[Coding]) -> Carried:
    """Lets the adopted index say what a settlement says; one that decides on no reading changes nothing there."""
    if settlement.outcome not in {Outcome.ADOPTED, Outcome.BOTH}:
        return Carried()
    index = IndexOf(change, adopted_round(change).k, settlement.source)
    standing = {coding.k for coding in codings if stands(settlement, coding.coder)}
    return put_reading(change, index, codings, standing)
