"""Who sees whose codings: while a blind round is open, whoever codes in it sees only their own."""

from __future__ import annotations

from collections.abc import Iterable

from trellis.core.coding import Coding, Round
from trellis.core.errors import NotAllowed, NotFound
from trellis.core.keys import Key
from trellis.core.memo import About, Memo
from trellis.core.study import Person, Role
from trellis.store.changes import Change
from trellis.store.queries.codings import Wanted, number_of
from trellis.store.reader import Reader

_OVERSEES = frozenset({Role.LEAD, Role.AUDITOR})


class Blindness:
    """What one person may see of the codings in one state of the study.

    hidden: the open blind rounds of which they see only their own codings. The lead and an auditor see all of a round
    as long as they have not coded in it themselves.
    """

    def __init__(self, reader: Reader, person: Person | None) -> None:
        self.person = person
        blind = [found for found in reader.all(Round) if found.blind and not found.closed]
        self.hidden = frozenset(found.k for found in blind if not _oversees(reader, person, found))

    def sees(self, coding: Coding) -> bool:
        """Whether the person may see a coding."""
        return self.sees_by(coding.round, coding.coder)

    def sees_by(self, round_: Key, coder: Key) -> bool:
        """Whether the person may see what a coder did in a round."""
        return round_ not in self.hidden or (self.person is not None and coder == self.person.k)

    def hides(self, reader: Reader, memo: Memo) -> bool:
        """Whether a memo by somebody else is about a coding that the person may not see."""
        if not self.hidden or memo.about_kind is not About.CODING or (self.person and memo.by == self.person.k):
            return False
        coding = reader.find(Coding, memo.about)
        return coding is not None and not self.sees(coding)

    def narrowed(self, wanted: Wanted) -> Wanted:
        """The same codings as far as the person may see them."""
        if wanted.round not in self.hidden:
            return wanted
        own = () if self.person is None else (self.person.k,)
        coders = own if wanted.coders is None else tuple(k for k in own if k in wanted.coders)
        return Wanted(round=wanted.round, themes=wanted.themes, coders=coders, sources=wanted.sources)

    def may_see(self, codings: Iterable[Coding]) -> list[Coding]:
        """Those of the codings that the person may see."""
        return [coding for coding in codings if self.sees(coding)]


def blindness_of(reader: Reader, name: str) -> Blindness:
    """What the person of that name may see; somebody who is not in the study yet sees of a blind round nothing."""
    known = (person for person in reader.all(Person) if person.name.casefold() == name.casefold())
    return Blindness(reader, next(known, None))


def seen_coding(change: Change, k: Key) -> Coding:
    """The coding with this key, if the person who works may see it. Raises NotFound."""
    found = change.find(Coding, k)
    if found is None or not Blindness(change, change.get(Person, change.person)).sees(found):
        message = f"there is no coding {k}; `trellis index list` ends each line with the coding's key"
        raise NotFound(message)
    return found


def _oversees(reader: Reader, person: Person | None, found: Round) -> bool:
    if person is None or person.role not in _OVERSEES:
        return False
    return number_of(reader.connection, Wanted(round=found.k, coders=(person.k,))) == 0


def require_unblinded(found: Round, what: str) -> None:
    """Nothing, if the codings of a round may be set side by side. Raises NotAllowed while it is blind and open."""
    if found.blind and not found.closed:
        message = (
            f"the round “{found.name}” is blind and still open, so its {what} would show coders what the others chose; "
            f"close it first (trellis rounds close STUDY “{found.name}”)"
        )
        raise NotAllowed(message)
