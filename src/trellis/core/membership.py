"""Which cases may belong to which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from trellis.core.case import Membership
from trellis.core.errors import Invalid
from trellis.core.keys import Key


def require_no_circle(memberships: Iterable[Membership], child: Key, parent: Key) -> None:
    """Nothing, if the parent does not itself belong to the child, over however many steps; raises Invalid."""
    parents: dict[Key, set[Key]] = {}
    for membership in memberships:
        parents.setdefault(membership.child, set()).add(membership.parent)
    above, met = [parent], {parent}
    while above:
        if child in above:
            message = "a case cannot belong to itself, nor to one that belongs to it"
            raise Invalid(message)
        above = [k for one in above for k in parents.get(one, ()) if k not in met]
        met.update(above)


def iso_date(given: str) -> str:
    """A date as "2026-03-31". Raises Invalid."""
    try:
        return dt.date.fromisoformat(given.strip()).isoformat()
    except ValueError as error:
        message = f"“{given}” is no date; give year, month and day as in 2026-03-31"
        raise Invalid(message) from error


def require_in_order(since: str, until: str | None) -> None:
    """Nothing, if the end does not come before the beginning; raises Invalid."""
    if until is not None and since and until < since:
        message = f"{until} comes before {since}; give the later date as the end"
        raise Invalid(message)
