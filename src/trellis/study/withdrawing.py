"""Withdrawal of a participant, at three levels; the last one removes what rests on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trellis.core.case import Participant, Recruitment
from trellis.core.consent import Consent, ConsentScope, Withdrawal, WithdrawalLevel
from trellis.core.errors import Invalid
from trellis.core.keys import NO_KEY, Key
from trellis.core.membership import iso_date
from trellis.core.source import Source, Version
from trellis.core.traces import Traces
from trellis.store.changes import Change
from trellis.store.erasing import doomed
from trellis.store.reader import Reader
from trellis.store.recordings import places
from trellis.study.putting_away import require_here
from trellis.study.removing import Removal, Trail, named_elsewhere, trail_of
from trellis.study.resting import Person, names_of, participant_named, person, words_of
from trellis.study.table import Table
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a withdrawal did, or would do.

    rests: what rests on the person, by kind, with how many and what becomes of it.
    copies: backups and packages made on this computer that still hold the data.
    label: what the person is called from now on, "" where nothing is removed.
    finished: False if another program reads the study, so that its log still holds the words.
    """

    rests: Table
    copies: tuple[str, ...]
    label: str
    finished: bool


class WithdrawalsOfStudy:
    """Participants who withdraw."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def withdraw(
        self,
        participant: str,
        level: WithdrawalLevel | str = WithdrawalLevel.REMOVE,
        *,
        cut_off: str | None = None,
        also: Sequence[str] = (),
        in_other_sources: bool = False,
        dry_run: bool = False,
    ) -> Withdrawn:
        """Records the withdrawal, from the cut-off date (ISO, today where not given) on.

        The level "remove data" destroys, and cannot be undone.

        also: further names to take out (a real name, a nickname); those that an open key has are among them.
        in_other_sources: take the person's names and words out of what other people say as well; where it is False
        they are listed.
        Raises NotFound, Invalid, NotAllowed.
        """
        wanted, date = _level(level), self._today() if cut_off is None else iso_date(cut_off)
        with self._work.read() as reader:
            one = person(reader, participant_named(reader, participant))
            also = (*also, *self._real_names(names_of(reader, one)))
            trail = _trail(reader, one, also, in_other_sources=in_other_sources)
            rests = _table(reader, trail, removes=wanted is WithdrawalLevel.REMOVE, everywhere=in_other_sources)
        copies = (*self._work.file.copies(), *self._closed_key())
        if dry_run:
            return Withdrawn(rests, copies, "", finished=True)
        if wanted is not WithdrawalLevel.REMOVE:
            with self._work.change("consent.withdraw") as change:
                _record(change, one.participant.k, wanted, date)
            return Withdrawn(rests, (), "", finished=True)
        with self._work.change("participant.withdraw") as change:
            require_here(change, "a withdrawal")
            _record(change, one.participant.k, wanted, date)
            label = free_label(change)
            trail = _trail(change, person(change, one.participant), also, in_other_sources=in_other_sources)
            Removal(change, trail).remove(change, label)
            if self._work.key is not None:
                sources = {source.k for source in trail.person.own}
                self._work.key.save(self._work.key.book().without(sources, trail.traces.names))
        return Withdrawn(rests, copies, label, self._work.file.database.vacuum())

    def _real_names(self, called: Sequence[str]) -> tuple[str, ...]:
        """The names behind what the study calls somebody, if the file of pseudonyms is open."""
        if self._work.key is None:
            return ()
        names = {name.casefold() for name in called}
        book = self._work.key.book()
        return tuple(one.name for one in book.pseudonyms if one.replacement.strip("[]").casefold() in names)

    def _closed_key(self) -> tuple[str, ...]:
        """The file of pseudonyms, if it is there and was not opened: it goes on saying who the person is."""
        path = self._work.file.database.path
        if path is None or self._work.key is not None or not self._work.key_path().exists():
            return ()
        return (str(self._work.key_path()),)

    def _today(self) -> str:
        return dt.datetime.fromtimestamp(self._work.file.now() / 1000, dt.UTC).date().isoformat()

    def listing(self) -> Table:
        """Every withdrawal: participant, level, cut-off date."""
        with self._work.read() as reader:
            people = {one.k: one.pseudonym for one in reader.all(Participant)}
            rows = tuple((people[w.participant], w.level.value, w.cut_off) for w in reader.all(Withdrawal))
        return Table(("participant", "level", "from"), rows, "Withdrawals")


def _level(given: WithdrawalLevel | str) -> WithdrawalLevel:
    for level in WithdrawalLevel:
        if level.value == str(given).strip().casefold().replace("_", " "):
            return level
    levels = ", ".join(level.value for level in WithdrawalLevel)
    message = f"“{given}” is no level of withdrawal; give one of: {levels}"
    raise Invalid(message)


def _record(change: Change, participant: Key, level: WithdrawalLevel, date: str) -> None:
    """Writes the withdrawal and ends the consents that it reaches."""
    change.insert(Withdrawal(change.new_key(), 0, participant, level, date))
    reached = {ConsentScope.CONTACT} if level is WithdrawalLevel.NO_CONTACT else set(ConsentScope)
    given = {(c.wave, c.scope): c for c in change.all(Consent, participant=participant)}
    for consent in given.values():
        if consent.scope in reached and consent.withdrawn_on is None:
            change.update(consent, replace(consent, withdrawn_on=date))
    for scope in sorted(reached - {scope for wave, scope in given if wave == NO_KEY}):
        change.insert(Consent(participant, NO_KEY, scope, 0, given=False, on=None, withdrawn_on=date))
    one = change.get(Participant, participant)
    if level is not WithdrawalLevel.NO_CONTACT:
        change.update(one, replace(one, status=Recruitment.WITHDREW))


def _trail(reader: Reader, one: Person, also: Sequence[str], *, in_other_sources: bool) -> Trail:
    traces = Traces([*names_of(reader, one), *also], words_of(reader, one))
    return trail_of(reader, one, traces, in_other_sources=in_other_sources)


def _table(reader: Reader, trail: Trail, *, removes: bool, everywhere: bool) -> Table:
    """What rests on the person: kind, how many, what becomes of it, which."""
    removal, one = Removal(reader, trail), trail.person
    resting = removal.resting
    stars = [e for e in resting.evidence if e.star]
    elsewhere = trail.elsewhere or named_elsewhere(reader, one, trail.traces)
    mentions = {reader.get(Version, k).source for k in elsewhere}
    names = {source.k: source.name for source in reader.all(Source)}
    reached = {*(s.k for s in (*one.own, *one.shared)), *(mentions if everywhere else ())}
    chunks = sum(1 for _ in doomed(reader.connection, removal.erasure()))
    touched = sum(1 for _ in removal.with_traces(reader))
    rows = (
        ("sources of theirs", len(one.own), "removed with their files", _listed(s.name for s in one.own)),
        (
            "sources shared with others",
            len(one.shared),
            "their turns blotted, the file removed",
            _listed(s.name for s in one.shared),
        ),
        (
            "shared, not known who speaks",
            len(one.unclear),
            "left: mark who speaks first",
            _listed(s.name for s in one.unclear),
        ),
        ("codings", len(resting.codings), "removed", ""),
        ("cells", len(resting.cells), "removed", ""),
        ("statements", len(resting.statements), "removed", ""),
        ("judgements", len(resting.judgements), "removed", ""),
        ("changes between waves", len(resting.changes), "removed", ""),
        ("starred quotations", len(stars), "removed", ""),
        ("cells of others that rest on their words", len(resting.weakened), "returned, to be looked at again", ""),
        ("findings that lose evidence or a case", len(resting.weakened_findings), "drafts again", ""),
        ("changes of others between waves that lose evidence", len(resting.weakened_changes), "stay without it", ""),
        ("elements drawn from their words alone", len(resting.elements), "removed", ""),
        ("memos", len(resting.memos), "removed", ""),
        ("names and words of theirs in what colleagues wrote", touched, "taken out", ""),
        (
            "sources of others that name or quote them",
            len(mentions),
            "blotted, the file removed" if everywhere else "left as they are",
            _listed(names[k] for k in sorted(mentions)),
        ),
        _recordings(reader, reached),
        ("pieces of history that hold their data", chunks, "erased", ""),
    )
    title = f"What rests on {one.participant.pseudonym}"
    heads = ("what", "how many", "becomes", "which")
    kept = tuple(row if removes else (*row[:2], "stays", row[3]) for row in rows if row[1])
    return Table(heads, kept, title)


def _recordings(reader: Reader, sources: set[Key]) -> tuple[str, int, str, str]:
    """The line about recordings of these sources: their files, which Trellis does not destroy."""
    linked = [(one.name, one.recording) for one in reader.all(Source) if one.k in sources and one.recording is not None]
    known = places(reader.connection)
    files = _listed(known[sha].path if sha in known else name for name, sha in linked)
    return ("recordings linked", len(linked), "unlinked; the file stays, destroy it yourself", files)


def free_label(reader: Reader) -> str:
    """The first of "withdrawn 1", "withdrawn 2" that nobody is called yet: a name that says nothing."""
    taken = {one.pseudonym for one in reader.all(Participant)}
    number = 1
    while f"withdrawn {number}" in taken:
        number += 1
    return f"withdrawn {number}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
