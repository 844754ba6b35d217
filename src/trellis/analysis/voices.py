"""Who is quoted how often: quotations by speaker and by group, beside how many of each were heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupVoice:
    """One group. heard: people in it; quoted: those with a quotation; quotations: how many, each counted once."""

    group: str
    heard: int
    quoted: int
    quotations: int


def by_group(groups: Mapping[int, str], spoken: Iterable[Iterable[int]]) -> tuple[GroupVoice, ...]:
    """Quotations by group, in the order in which the groups come, with those that nobody of was quoted.

    groups: the group of each person who was heard. spoken: for each quotation, whose words it is.
    """
    heard = Counter(groups.values())
    quoted: dict[str, set[int]] = {}
    count: Counter[str] = Counter()
    for people in spoken:
        theirs = {person for person in people if person in groups}
        count.update({groups[person] for person in theirs})
        for person in theirs:
            quoted.setdefault(groups[person], set()).add(person)
    return tuple(GroupVoice(name, heard[name], len(quoted.get(name, ())), count[name]) for name in heard)


def by_person(people: Iterable[int], spoken: Iterable[Iterable[int]]) -> dict[int, int]:
    """How many quotations each person has, those with none included."""
    count = Counter(person for each in spoken for person in set(each))
    return {person: count[person] for person in people}


def share_of_most_quoted(counts: Iterable[int], most: int = 3) -> float | None:
    """Which share of all quotations the most quoted few people have, None where there are none."""
    ranked = sorted(counts, reverse=True)
    total = sum(ranked)
    return sum(ranked[:most]) / total if total else None
