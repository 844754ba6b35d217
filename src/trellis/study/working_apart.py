"""Working apart: copies handed out, brought back and merged. `study.apart` in a notebook."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.consent import Redaction
from trellis.core.errors import Invalid, Locked, StudyFileError
from trellis.core.pseudonym_key import KeyBook
from trellis.core.source import Source
from trellis.core.study import Person, Role, Setting, require
from trellis.store import history
from trellis.store.changes import Change
from trellis.store.handout import Target, write_package
from trellis.store.merging import bring
from trellis.store.merging_plan import require_mergeable
from trellis.store.reader import Reader
from trellis.store.study_file import rekeyed
from trellis.study.conflicts import Conflicts
from trellis.study.handing_out import HANDED_OUT, Receiver, package_for
from trellis.study.handing_out_consent import Purpose, allowed_for, purpose_given, without_words_of
from trellis.study.handing_out_names import require_pseudonymised, without_names
from trellis.study.history import utc
from trellis.study.merging_erasure import clean, dispose_as_there, heed, labels_apart
from trellis.study.merging_mending import Mended, mend
from trellis.study.merging_summary import summary
from trellis.study.putting_away import require_known
from trellis.study.resolve import folded, source_named
from trellis.study.sight import require_may_see_all
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, or would do.

    changes: how many of the other copy's changes were carried along. conflicts: how many things both copies
    changed, each in its own way, that were not asked before. table: what became of the rows, kind by kind.
    cleaned: from how many texts that came in words of somebody who withdrew here were taken out. destroyed: whether
    a withdrawal or disposal of the other copy was carried out here, or anything was cleaned; that is not undone.
    copies: backups and packages made on this computer that still hold what was destroyed.
    """

    changes: int
    conflicts: int
    mended: Mended
    table: Table
    cleaned: int = 0
    destroyed: bool = False
    copies: tuple[str, ...] = ()

    @property
    def nothing_new(self) -> bool:
        """Whether the other copy held nothing that is not here."""
        return self.changes == 0


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A package that was made: for whom, where, with how many sources."""

    to: str
    role: Role
    path: Path
    sources: int
    left_out: tuple[str, ...] = ()


_PSEUDONYMISED = "pseudonymised"


class ApartOfStudy(Conflicts):
    """The calls about copies of the study that others work in."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @property
    def needs_passphrase(self) -> bool:
        """Whether a package of this study has to be encrypted, because the study is."""
        return self._work.file.database.key is not None

    def handout(
        self,
        to: str,
        path: str | Path,
        sources: Iterable[str] = (),
        role: str = Role.CODER.value,
        *,
        passphrase: str | None = None,
        pseudonymised: bool = False,
        purpose: Purpose | str = Purpose.WORK,
    ) -> HandedOut:
        """Makes a package: a study file with the chosen sources (all for none), the framework, what the role may see.

        A coder gets no charts, no attributes, and of a blind round no codings but their own. History and original
        files stay here. passphrase: what the package is encrypted under; one of an encrypted study needs it.
        Somebody who is not in the study yet joins it in that role. What was handed out is noted
        (`packages`). pseudonymised: with the pseudonymised texts only and no name that the key knows; the key must be
        open if names were replaced. Raises NotFound, Invalid for a role that the person does not have or a text that
        is not pseudonymised, StudyFileError for a path that is taken.

        purpose: to work on the study, to archive it, or for secondary use. Sources in which somebody speaks who has not
        agreed to that, or withdrew from new use, are left out, and named in the result.
        """
        given, wanted, aim = Path(path), _role_given(role), purpose_given(purpose)
        if given.exists():
            message = f"{given} exists already; give a name that is free"
            raise StudyFileError(message)
        if self.needs_passphrase and passphrase is None:
            message = "this study is encrypted, so the package must be, too; give a passphrase for it"
            raise Locked(message)
        book = self._names() if pseudonymised else KeyBook()
        with self._work.change("study.hand_out") as change:
            named = [source_named(change, name) for name in sources] or change.all(Source)
            chosen, left_out = allowed_for(change, named, aim)
            receiver = _receiver(change, to, wanted)
            if not pseudonymised:
                require_may_see_all(change, to)
            said = {"to": to, "role": receiver.role.value, "sources": [source.k for source in chosen]}
            if pseudonymised:
                require_pseudonymised(change, chosen)
                said["texts"] = _PSEUDONYMISED
            words = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
            change.insert(Setting(f"{HANDED_OUT} {change.key}", 0, words))
        with self._work.read() as reader:
            package = package_for(reader, chosen, receiver)
            if left_out:
                package = without_words_of(reader, package, left_out)
            if pseudonymised:
                package = without_names(reader, package, book)
            write_package(self._work.file, reader, Target(given, passphrase), package, self._work.person().k)
        self._work.file.note_copy(given)
        return HandedOut(to, receiver.role, given, len(chosen), tuple(source.name for source in left_out))

    def _names(self) -> KeyBook:
        """The key of pseudonyms; an empty one for a study in which no name was replaced. Raises Locked."""
        with self._work.read() as reader:
            replaced = bool(reader.all(Redaction))
        return self._work.require_key().book() if replaced or self._work.key is not None else KeyBook()

    def packages(self) -> Table:
        """Which packages were handed out: when, to whom, in which role, with which sources."""
        with self._work.read() as reader:
            names = {source.k: source.name for source in reader.all(Source)}
            rows = []
            for setting in reader.all(Setting):
                if setting.name.startswith(f"{HANDED_OUT} "):
                    said = json.loads(setting.value)
                    when = history.entry(reader.connection, setting.rev).at
                    there = ", ".join(names.get(k, "(gone)") for k in said["sources"])
                    texts = said.get("texts", "as read")
                    rows.append((utc(when), said["to"], said["role"], texts, len(said["sources"]), there))
        return Table(("time", "to", "role", "texts", "how many", "sources"), tuple(sorted(rows)), "Handed out")

    def rekey(self, other: str | Path, path: str | Path, *, passphrase: str | None = None) -> Path:
        """Writes this copy to a new file in which its own work has new keys, so that it merges with the other copy.

        For two copies that drew the same keys, which `merge` refuses. Both files stay as they are; merge the new one,
        and work on in it. passphrase: that of this study and of the other copy, where they are encrypted.
        Raises Invalid if no keys collide or others have built upon this copy's work, StudyFileError for a copy of
        another study or a path that is taken.
        """
        require(self._work.person(), "history.rekey")
        beside = self._work.file.beside(Path(other), passphrase)
        try:
            note = rekeyed(self._work.file, beside, Path(path), passphrase)
        finally:
            beside.close()
        made = Work(self._work.file.opened_beside(Path(path), passphrase), self._work.person_name)
        try:
            with made.change("history.rekey") as change:
                change.insert(Setting(note, 0, "recorded anew here"))
        finally:
            made.file.close()
        return Path(path)

    def merge(self, path: str | Path, *, dry_run: bool = False, passphrase: str | None = None) -> Merged:
        """Brings in what was done in a copy or a package of this study, as one change with two parents.

        dry_run: only tells what would become of it. passphrase: that of an encrypted copy. Nothing that only one
        side changed is asked about; where both changed the same, ours stays until somebody settles it
        (`conflicts`, `settle`). Merging again changes nothing. Raises StudyFileError for a copy of another study,
        NotFound for a path without file, Locked for an encrypted copy without its passphrase.
        """
        given = Path(path)
        if self._work.file.database.path is not None and given.resolve() == self._work.file.database.path.resolve():
            message = f"{given} is this study itself; give the copy that is to be merged into it"
            raise Invalid(message)
        other = self._work.file.beside(given, passphrase)
        begun = self._work.rehearsal if dry_run else self._work.change
        try:
            with other.read() as theirs, begun("study.merge") as change:
                require_mergeable(change.connection, theirs.connection, given.name)
                require_known(change, theirs)
                merged = _bring_in(change, theirs)
        finally:
            other.close()
        if not merged.destroyed:
            return merged
        if not dry_run:
            self._work.file.database.vacuum()
        return replace(merged, copies=tuple(self._work.file.copies()))


def _role_given(name: str) -> Role:
    try:
        return Role(folded(name))
    except ValueError as error:
        message = f"“{name}” is no role; there are: {', '.join(role.value for role in Role)}"
        raise Invalid(message) from error


def _receiver(change: Change, name: str, role: Role) -> Receiver:
    """The person that a package is for; a new name joins in the role."""
    for person in change.all(Person):
        if folded(person.name) == folded(name):
            if person.role is not role:
                message = (
                    f"{person.name} is {person.role.value} in this study; hand out with --role {person.role.value}"
                )
                raise Invalid(message)
            return Receiver(person.k, person.role)
    if not name.strip():
        message = "say who the package is for: a name"
        raise Invalid(message)
    made = Person(change.new_key(), 0, " ".join(name.split()), role)
    change.insert(made)
    return Receiver(made.k, role)


def _bring_in(change: Change, theirs: Reader) -> Merged:
    kept = heed(change, theirs)
    brought = bring(change, theirs.connection, kept.heeded)
    cleaned = clean(change, brought, kept)
    mended = Mended() if brought.followed or not brought.changes else mend(change, brought)
    disposed = dispose_as_there(change, brought)
    if kept.heeded.done:
        labels_apart(change)
    asked = brought.asked + mended.asked
    return Merged(brought.changes, asked, mended, summary(brought), cleaned, kept.destroys or disposed)
