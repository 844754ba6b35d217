"""Secondary analysis: a study made from part of this one, what of each case came along, and the way back."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trellis.core.case import Case, CaseKind, Extent, Link
from trellis.core.consent import Consent, ConsentScope
from trellis.core.derivation import Derivation, Secondary, secondary_from
from trellis.core.errors import Invalid, Locked, NotFound, StudyFileError
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, Version
from trellis.core.study import Setting, StudyRecord, described
from trellis.core.traces import FILLER
from trellis.core.voice import counts_as_said
from trellis.store.changes import Change
from trellis.store.deriving import write_child
from trellis.store.handout import Target
from trellis.store.lineage import Lineage
from trellis.store.reader import Reader
from trellis.study.derivation_package import Chosen, below, child_of
from trellis.study.handing_out_consent import Purpose, allowed_for
from trellis.study.parent_words import Around, Context, words_there
from trellis.study.resolve import case_named, newest_framework_version, source_named, theme_given, wave_named
from trellis.study.table import Table, Value
from trellis.study.work import Work

DERIVED_FROM_HERE = "derived"
"""How the names of settings begin that say which studies were made from this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of a study: themes with all below them, cases, waves; nothing named means all.

    whole: whether texts come whole; otherwise only what is indexed under the themes, or is evidence in their cells,
    stands in them, and the rest is blocks of the same length.
    """

    themes: Sequence[str] = ()
    cases: Sequence[str] = ()
    waves: Sequence[str] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """A study that was made. left_out: sources in which somebody speaks who has not agreed to secondary use."""

    path: Path
    title: str
    sources: int
    codings: int
    cells: int
    consent: str
    left_out: tuple[str, ...]


class DerivingStudy:
    """The calls on studies made from part of another one."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def derive(
        self,
        path: str | Path,
        title: str,
        part: Part,
        *,
        purpose: str,
        kind: Secondary | str = Secondary.SUPPLEMENTARY,
        passphrase: str | None = None,
    ) -> Derived:
        """Makes a study from part of this one, for secondary analysis, and says here that it was made.

        What comes along keeps its key and its place. Sources in which somebody speaks who has not agreed to secondary
        use, or withdrew from new use, are left out. Memos, originals and history stay. kind: supra, supplementary,
        re-analysis, amplified or assorted. Raises NotFound, Ambiguous, Invalid, Locked, StudyFileError.
        """
        given, what, why = Path(path), secondary_from(kind), purpose.strip()
        if not why:
            message = "say what the secondary analysis is for; it stands in the study that is made"
            raise Invalid(message)
        if given.exists():
            message = f"{given} exists already; give a name that is free"
            raise StudyFileError(message)
        if self._work.file.database.key is not None and passphrase is None:
            message = "this study is encrypted, so one made from it must be, too; give a passphrase for it"
            raise Locked(message)
        with self._work.change("study.derive") as change:
            allowed, left_out = allowed_for(change, _sources(change, part), Purpose.SECONDARY_USE)
            words = json.dumps({"title": title, "purpose": why}, ensure_ascii=False, separators=(",", ":"))
            change.insert(Setting(f"{DERIVED_FROM_HERE} {change.key}", 0, words))
            at, k = change.at, change.new_key()
        with self._work.read() as reader:
            parent = reader.all(StudyRecord)[0]
            consent = _consent_said(reader, len(left_out))
            version = newest_framework_version(reader)
            me = self._work.known_person().k
            said = Derivation(
                k, 0, parent.guid, parent.title, Lineage(reader.connection).head.hex(),
                "" if version is None else version.name, what, why, tuple(part.themes), tuple(part.cases),
                tuple(part.waves), consent, part.whole, me, at,
            )  # fmt: skip
            record = StudyRecord(parent.k, 0, str(uuid.uuid4()), parent.title, (), parent.notice)
            record = described(record, title=title)
            chosen = _chosen(reader, part, allowed)
            child = child_of(reader, chosen, record, said, me)
            write_child(self._work.file, reader, Target(given, passphrase), child, me)
        sources, codings, cells = (len(list(child.records[name])) for name in ("source", "coding", "cell"))
        named = tuple(source.name for source in left_out)
        return Derived(given, record.title, sources, codings, cells, consent, named)

    def origin(self) -> Derivation | None:
        """What this study was made from, None if from no other."""
        with self._work.read() as reader:
            return next(iter(reader.all(Derivation)), None)

    def coverage(self) -> Table:
        """How much of what each case said in the parent study came along, in characters of participants' words.

        A theme that is not found in a case may stand in what did not come along. Raises NotFound for a study made from
        no other.
        """
        with self._work.read() as reader:
            origin = _origin(reader)
            rows = tuple(_covered(reader))
        said = f"Made from “{origin.title}” for {origin.purpose} "
        said += "Texts came whole." if origin.whole else "What was not chosen stands as blocks of the same length."
        note = f"{said} {origin.consent} What is not found in a case may be in what did not come along."
        return Table(("case", "sources", "characters there", "characters here", "share"), rows, "What came along", note)

    def context(
        self, source: str, start: int, end: int, parent: str | Path, *, around: int = 600, passphrase: str | None = None
    ) -> Context:
        """Opens the parent study for reading and gives the words around a segment of a source there.

        start, end: code points, the same here and there. What the person may see there is what the parent study says.
        Raises NotFound, Locked, NotAllowed where consent is missing or taken back, Invalid for another study.
        """
        origin, wanted = self._wanted(source, start, end, around)
        work = self._work
        other = work.file.beside(Path(parent), passphrase)
        try:
            with other.read() as there, work.sight.of(there, work.person_name):
                return words_there(there, origin, wanted, work.file.now())
        finally:
            other.close()

    def context_in(self, source: str, start: int, end: int, parent: DerivingStudy, *, around: int = 600) -> Context:
        """The same in a parent study that is open already."""
        origin, wanted = self._wanted(source, start, end, around)
        with parent._work.read() as there:
            return words_there(there, origin, wanted, self._work.file.now())

    def _wanted(self, source: str, start: int, end: int, around: int) -> tuple[Derivation, Around]:
        with self._work.read() as reader:
            return _origin(reader), Around(source_named(reader, source), start, end, around)


def _origin(reader: Reader) -> Derivation:
    found = next(iter(reader.all(Derivation)), None)
    if found is None:
        message = "this study was made from no other; `trellis derive` makes one from part of it"
        raise NotFound(message)
    return found


def _sources(change: Change, part: Part) -> list[Source]:
    """The sources of the cases in the waves, documents only where no case is named."""
    waves = {wave_named(change, name).k for name in part.waves}
    cases = {case_named(change, name).k for name in part.cases}
    speaking = {one.source for one in change.all(Extent, how=Link.SPEAKS.value) if one.case in cases}
    speaking |= {one.source for one in change.all(Speaker) if one.case in cases}
    found = [
        source
        for source in change.all(Source)
        if (not waves or source.wave in waves) and (not cases or source.k in speaking)
    ]
    if not found:
        message = "no source is left by these cases and waves; name others"
        raise Invalid(message)
    return found


def _chosen(reader: Reader, part: Part, allowed: Sequence[Source]) -> Chosen:
    themes = [theme_given(reader, name).k for name in part.themes]
    cases = frozenset(case_named(reader, name).k for name in part.cases) or None
    whole = part.whole or not themes
    return Chosen(tuple(allowed), cases, below(reader, themes) if themes else None, whole)


def _consent_said(reader: Reader, left_out: int) -> str:
    told = [one for one in reader.all(Consent) if one.scope is ConsentScope.SECONDARY_USE]
    if not told:
        return "No answer on secondary use is recorded for anybody; check that the study had consent for it."
    said = f"Consent to secondary use was checked for everybody; {left_out} sources were left out."
    return said.replace("1 sources were", "1 source was") if left_out == 1 else said


def _covered(reader: Reader) -> list[tuple[Value, ...]]:
    """Case by case: sources, characters that participants said, how many of them are no blocks, the share."""
    said = {source.k: _said(reader, source) for source in reader.all(Source)}
    by_case: dict[int, set[int]] = {}
    for one in reader.all(Extent, how=Link.SPEAKS.value):
        by_case.setdefault(one.case, set()).add(one.source)
    rows: list[tuple[Value, ...]] = []
    for case in sorted(reader.all(Case), key=lambda case: (case.pos, case.k)):
        sources = by_case.get(case.k, set())
        if case.kind is CaseKind.PERSON and sources:
            there, here = (sum(said[k][n] for k in sources) for n in (0, 1))
            rows.append((case.name, len(sources), there, here, round(here / there, 3) if there else None))
    return rows


def _said(reader: Reader, source: Source) -> tuple[int, int]:
    text = reader.text(reader.get(Version, source.current).sha)
    roles = {one.label: one.role for one in reader.all(Speaker, source=source.k)}
    parts = reader.all(StoredPart, version=source.current)
    labelled = any(part.label for part in parts)
    words = [
        text[part.words : part.end]
        for part in parts
        if counts_as_said(part.kind, part.label, _role(roles, part), labelled=labelled)
    ] or ([] if parts else [text])
    there = sum(len(each) for each in words)
    return there, there - sum(each.count(FILLER) for each in words)


def _role(roles: dict[str, SpeakerRole], part: StoredPart) -> SpeakerRole | None:
    return None if part.label is None else roles.get(part.label)
