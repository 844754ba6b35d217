"""Pseudonyms: a name replaced everywhere, in a new version of each source that holds it. `study.pseudonyms`.

Which name stands behind a pseudonym is not in the study: it is kept in a file beside it, encrypted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.consent import Redaction
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.pseudonym import Name
from trellis.core.pseudonym_key import KeyBook, Pseudonym, Replaced
from trellis.core.source import Source, Version, VersionKind
from trellis.core.study import StudyRecord
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.known_names import without_names
from trellis.study.open_key import OpenKey, made, unlocked
from trellis.study.pseudonym_lists import (
    candidates_table,
    forms_table,
    hits_table,
    key_table,
    left_table,
    log_table,
    occurrences,
)
from trellis.study.pseudonym_steps import (
    PSEUDONYMISE,
    Replacing,
    hits_of,
    replace_in_notes,
    replace_in_quotations,
    replace_in_text,
)
from trellis.study.putting_away import bring_back, put_away
from trellis.study.resolve import person_named, source_named
from trellis.study.sight import is_narrow, narrow, sights
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Outcome:
    """What replacing a name did, or would do.

    forms: each way the name is spelt in the texts. hits: every place with its words around. left: where the name
    stays. notes: what to think of before.
    """

    forms: Table
    hits: Table
    left: Table
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyStanding:
    """How the file of pseudonyms stands: whether it is there, is open here, and names were replaced at all.

    may_replace: whether the person who works sees all texts, and so may replace names in them.
    """

    exists: bool
    is_open: bool
    begun: bool
    may_replace: bool


@dataclass(frozen=True, slots=True)
class PutAway:
    """What was put away: how many earlier texts. left: where names are left in what colleagues wrote.

    copies: backups and packages made on this computer that still hold it. finished: False if another program reads
    the study, so that its log still holds the words.
    """

    texts: int
    left: Table
    copies: tuple[str, ...]
    finished: bool


class PseudonymsOfStudy:
    """Names and what stands in their place."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def file(self) -> Path:
        """Where the file of pseudonyms lies unless another place is named. Raises Locked for a state of the past."""
        return self._work.key_path()

    def open(self, passphrase: str, file: str | Path | None = None, *, new: bool = False) -> None:
        """Opens the file of pseudonyms with its passphrase, for as long as the study is open.

        file: where it lies if not beside the study. It is made if it is not there and no name has been replaced yet,
        or `new` says so. Raises WrongPassphrase, NotFound, Invalid for too short a passphrase, StudyFileError.
        """
        path = self.file() if file is None else Path(file)
        with self._work.read() as reader:
            guid = reader.all(StudyRecord)[0].guid
            begun = bool(reader.all(Redaction))
        if path.exists():
            self._work.key = unlocked(path, guid, passphrase)
            return
        if begun and not new:
            message = f"names were replaced in this study, but {path} is not there; name the file (--key FILE)"
            raise NotFound(message)
        self._work.key = made(path, guid, passphrase)

    def standing(self) -> KeyStanding:
        """How the file of pseudonyms stands. Raises Locked for a state of the past."""
        exists = self.file().exists()
        with self._work.read() as reader:
            sees_all = not is_narrow(reader, self._work.person_name)
            return KeyStanding(exists, self._work.key is not None, bool(reader.all(Redaction)), sees_all)

    def any_replaced(self) -> bool:
        """Whether replacements of names stand in the study."""
        with self._work.read() as reader:
            return bool(reader.all(Redaction))

    def change_passphrase(self, passphrase: str) -> None:
        """Puts the file of pseudonyms, which is open, under another passphrase. Raises Invalid if it is too short."""
        key = self._opened()
        with self._work.rehearsal("pseudonym.passphrase"):
            key.rewrap(passphrase)

    def key(self) -> Table:
        """The key: each real name with its pseudonym, how many places, when and by whom. Raises Locked."""
        book = self._opened().book()
        with self._work.read() as reader:
            return key_table(reader, book)

    def log(self) -> Table:
        """Every replacement that stands: source, place, what was there, what is there now. Raises Locked."""
        book = self._opened().book()
        with self._work.read() as reader:
            return log_table(reader, book)

    def candidates(self) -> Table:
        """Names of the sample sheet, of cases and of speakers that stand in texts. No claim of completeness."""
        with self._work.read() as reader:
            return candidates_table(reader)

    def left(self, names: Sequence[str] = ()) -> Table:
        """Where names stand outside the texts; those of the key if none are given. Raises Locked."""
        wanted = tuple(names) or self._opened().book().names()
        with self._work.read() as reader:
            return left_table(reader, wanted)

    def replace(
        self,
        name: str,
        pseudonym: str,
        *,
        bracketed: bool = False,
        also: Iterable[str] = (),
        leave: Iterable[str] = (),
        in_notes: bool = False,
        again: bool = False,
        dry_run: bool = False,
    ) -> Outcome:
        """Replaces a name in the text of every source, as a pseudonymised version; codings move along. One change.

        Found as a whole word with a capital; endings stay, capitals are kept. also: forms in small letters that are
        meant too; leave: forms that are not. bracketed: "[Maria]". in_notes: in what colleagues wrote as well, where
        the name is otherwise listed; verbatim statements always follow their words. again: another pseudonym than the
        name has. The name and each place go to the file of pseudonyms, which must be open unless it is a dry run.
        No claim of completeness: nicknames and misspellings are names of their own. Raises Invalid, Locked.
        """
        wanted = _name(name, pseudonym, bracketed=bracketed, also=tuple(also), leave=tuple(leave))
        key = self._work.key if dry_run else self._opened()
        book = KeyBook() if key is None else key.book()
        with self._work.read() as reader:
            found = [(source, hits) for source in reader.all(Source) if (hits := hits_of(reader, source, wanted))]
            told = Outcome(
                forms_table(reader, wanted),
                hits_table(reader, found),
                left_table(reader, (name,)),
                _notes(reader, book, name, pseudonym.strip()),
            )
            if not again:
                _require_same(reader, book, name, wanted.replacement)
        if dry_run or key is None or not (found or in_notes):
            return told
        with self._work.change(PSEUDONYMISE) as change:
            _write(change, key, wanted, in_notes=in_notes, by=self._work.person_name)
        with self._work.read() as reader:
            return Outcome(told.forms, told.hits, left_table(reader, (name,)), told.notes)

    def checked(self, *sources: str) -> int:
        """Declares that texts hold no name (any more): each becomes a pseudonymised version, word for word the same.

        Only such texts are shown to people who may see pseudonyms only, and go into pseudonymised packages.
        Returns how many there were. Raises NotFound, AlreadyThere if it was declared of all of them.
        """
        with self._work.change(PSEUDONYMISE) as change:
            chosen = [source_named(change, name) for name in sources] or change.all(Source)
            waiting = [one for one in chosen if not is_pseudonymised(change, one)]
            if not waiting:
                message = "these texts are pseudonymised already"
                raise AlreadyThere(message)
            for source in waiting:
                replace_in_text(change, Replacing(source, [], str))
        return len(waiting)

    def status(self) -> Table:
        """Each source: whether its text is pseudonymised, and how many replacements stand in it."""
        with self._work.read() as reader:
            rows = tuple(
                (
                    source.name,
                    "yes" if is_pseudonymised(reader, source) else "no",
                    len(reader.all(Redaction, version=source.current)),
                )
                for source in sorted(reader.all(Source), key=lambda one: (one.name, one.k))
            )
        return Table(("source", "pseudonymised", "replacements"), rows, "Pseudonymised texts")

    def without_names(self, table: Table) -> Table:
        """A table with pseudonyms for names that the key knows, to leave the study; as it is if the key is closed."""
        return table if self._work.key is None else without_names([table], self._work.key.book())[0]

    def put_away(self) -> PutAway:
        """Puts away what says real names: earlier versions of pseudonymised texts, their files, their history.

        It goes to the file of pseudonyms, encrypted, and no byte of the study's file holds it any more; `bring_back`
        brings it back as it was. Until then a replacement is not undone, and earlier states cannot be read. The lead's
        alone. Raises Locked, NotAllowed, AlreadyThere where there is nothing, Invalid where something waits.
        """
        key = self._opened()
        with self._work.change("source.put_away") as change:
            texts = put_away(change, key)
        finished = self._work.file.database.vacuum()
        with self._work.read() as reader:
            left = left_table(reader, key.book().names())
        return PutAway(texts, left, tuple(self._work.file.copies()), finished)

    def bring_back(self) -> None:
        """Brings back what was put away. The lead's alone. Raises Locked, NotAllowed, NotFound."""
        key = self._opened()
        with self._work.change("source.bring_back") as change:
            bring_back(change, key)
        key.save(key.book(), {})

    def show_only(self, person: str, *, only: bool = True) -> None:
        """Lets a person see pseudonymised texts only, or all again. The lead's alone.

        Texts, search, retrieval, charts, history and exports follow. It keeps honest people from names; whoever
        holds the file may open it under another name. Raises NotFound, NotAllowed, Invalid for a lead or analyst.
        """
        with self._work.change("person.sight") as change:
            narrow(change, person_named(change, person), only=only)

    def readers(self) -> Table:
        """Everybody in the study: role, and which texts they see."""
        with self._work.read() as reader:
            return sights(reader)

    def _opened(self) -> OpenKey:
        return self._work.require_key()


def is_pseudonymised(reader: Reader, source: Source) -> bool:
    """Whether the text of a source that is read now is a pseudonymised one."""
    return reader.get(Version, source.current).kind is VersionKind.PSEUDONYMISED


def _name(name: str, pseudonym: str, *, bracketed: bool, also: tuple[str, ...], leave: tuple[str, ...]) -> Name:
    if not name.strip() or not pseudonym.strip():
        message = "give the name that is to go and what should stand in its place"
        raise Invalid(message)
    put_there = f"[{pseudonym.strip()}]" if bracketed else pseudonym.strip()
    return Name(name.strip(), put_there, also, leave)


def _standing(reader: Reader, book: KeyBook, name: str) -> tuple[str, ...]:
    """The pseudonyms under which replacements of the name stand in the study."""
    there = {one.k for one in reader.all(Redaction)}
    live = {one.was.casefold() for one in book.log if one.redaction in there}
    return tuple(one.replacement for one in book.named(name) if one.name.casefold() in live)


def _require_same(reader: Reader, book: KeyBook, name: str, replacement: str) -> None:
    others = [one for one in _standing(reader, book, name) if one.strip("[]") != replacement.strip("[]")]
    if others:
        message = (
            f"“{name}” is “{others[0]}” in this study already; use that, or say that it gets another one (--again)"
        )
        raise Invalid(message)


def _notes(reader: Reader, book: KeyBook, name: str, pseudonym: str) -> tuple[str, ...]:
    """What to think of before a name is replaced by this pseudonym."""
    found = []
    taken = [one.name for one in book.pseudonyms if one.replacement.strip("[]").casefold() == pseudonym.casefold()]
    others = [one for one in taken if one.casefold() != name.strip().casefold()]
    if others:
        found.append(f"“{pseudonym}” stands for {len(others)} other name already; two people would become one")
    elif not taken and (times := occurrences(reader, pseudonym)):
        found.append(f"“{pseudonym}” stands in the texts {times} times already, and may be somebody else there")
    return tuple(found)


def _write(change: Change, key: OpenKey, name: Name, *, in_notes: bool, by: str) -> None:
    """Replaces the name in the open change, and writes key and log before the change is kept.

    A log entry whose redaction never came to be, since the change failed after all, is passed over from then on.
    """
    touched: list[Source] = []
    made_here: list[Replaced] = []
    for source in change.all(Source):
        hits = hits_of(change, source, name)
        if hits:
            touched.append(source)
            redactions = replace_in_text(change, Replacing(source, hits, name.within))
            change.insert_all(redactions)
            made_here += [
                Replaced(one.k, source.k, hit.spelt, one.replacement, change.key)
                for one, hit in zip(redactions, hits, strict=True)
            ]
    replace_in_quotations(change, touched, name)
    if in_notes:
        replace_in_notes(change, name)
    book = key.book().with_name(Pseudonym(name.name, name.replacement, change.at, by, name.leave))
    key.save(book.with_replaced(made_here))
