"""Keys that survive merging: one integer below 2^53, part replica and part count."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

Key = int
"""A 53-bit key: the high 20 bits number the replica, the low 33 count within it."""

COUNT_BITS = 33
REPLICA_BITS = 20
MOST_REPLICAS = 1 << REPLICA_BITS
MOST_COUNTS = 1 << COUNT_BITS
NO_KEY: Key = 0
"""Stands for "none" inside keys made of several parts (no wave, no subject)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key was drawn: which replica, and the how-manieth there (from 1)."""

    replica: int
    count: int


def make_key(place: Place) -> Key:
    """The key of a place. Raises ValueError if replica or count do not fit their bits."""
    if not 0 < place.replica < MOST_REPLICAS:
        message = f"replica {place.replica} is not between 1 and {MOST_REPLICAS - 1}"
        raise ValueError(message)
    if not 0 < place.count < MOST_COUNTS:
        message = f"count {place.count} is not between 1 and {MOST_COUNTS - 1}"
        raise ValueError(message)
    return (place.replica << COUNT_BITS) | place.count


def split_key(key: Key) -> Place:
    """The replica and count that a key was made of."""
    return Place(key >> COUNT_BITS, key & (MOST_COUNTS - 1))


def derived_guid(study: str, key: Key) -> str:
    """The GUID of an object that was not imported: always the same for the same study and key."""
    return str(uuid5(UUID(study), str(key)))
