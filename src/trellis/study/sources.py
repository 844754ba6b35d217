"""The sources of a study: bringing them in, listing and showing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from trellis.core.document import Document, PartKind, SpeakerLabel
from trellis.core.errors import NotFound, Unreadable
from trellis.core.keys import Key
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, text_sha
from trellis.core.speakers import LabelRule, kind_of
from trellis.reading import read_bytes
from trellis.reading.files import bytes_of
from trellis.reading.labels import fold_label, propose_roles, role_of
from trellis.store.queries import sources as queries
from trellis.study.bringing import (
    BringIn,
    Brought,
    Candidate,
    Item,
    LabelLine,
    Outcome,
    files_in,
    free_name,
    word_count,
)
from trellis.study.keeping import keep, wave_for
from trellis.study.resolve import current_text, source_named
from trellis.study.table import Table
from trellis.study.work import Progress, Step, Work, silent


class SourcesOfStudy:
    """The texts of the study."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def bring_in(
        self, paths: Iterable[Path], how: BringIn | None = None, *, dry_run: bool = False, progress: Progress = silent
    ) -> Brought:
        """Reads files and folders and keeps them as sources, one change a source, the whole one batch.

        A file that cannot be read, or that is in the study already, is named with the reason and the others
        go in. Files are read outside any transaction. Ctrl-C ends the work after the last whole source.
        dry_run: nothing is written; the result tells what would come in.
        """
        files = list(files_in(list(paths)))
        options = how or BringIn()
        return self.keep_all(_read(files, options), len(files), options, dry_run=dry_run, progress=progress)

    def keep_all(
        self,
        found: Iterator[Candidate | Item],
        total: int,
        how: BringIn,
        *,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Brought:
        """Keeps texts that were read already (see `bring_in`), as they come. total: how many are expected."""
        batch = _Batch(self._work, how, dry_run=dry_run)
        items: list[Item] = []
        stopped = False
        try:
            for done, candidate in enumerate(found, 1):
                item = candidate if isinstance(candidate, Item) else batch.take(candidate)
                items.append(item)
                progress(Step(done, total, item.name))
        except KeyboardInterrupt:
            stopped = True
        return Brought(tuple(items), batch.label_lines(), stopped)

    def listing(self) -> Table:
        """Every source: name, kind, wave, characters, turns, timed turns, speakers, codings, date."""
        with self._work.read() as reader:
            rows = tuple(
                (s.name, s.kind, s.wave, s.length, s.turns, s.timed, s.labels, s.codings, s.held_on)
                for s in queries.listed(reader.connection)
            )
        heads = ("source", "kind", "wave", "characters", "turns", "timed", "speakers", "codings", "held on")
        return Table(heads, rows, "Sources")

    def text(self, name: str) -> str:
        """The canonical text of a source as it is read now. Raises NotFound or Ambiguous."""
        with self._work.read() as reader:
            return current_text(reader, source_named(reader, name))[1]

    def original(self, name: str) -> bytes:
        """The bytes of the file that the source was imported from. Raises NotFound once they are destroyed."""
        with self._work.read() as reader:
            source = source_named(reader, name)
            data = None if source.original is None else queries.original(reader.connection, source.original)
        if data is None:
            message = f"the original file of “{source.name}” is not in this study"
            raise NotFound(message)
        return data

    def parts(self, name: str) -> Table:
        """A source part by part: number, kind, speaker, time, page, start and end (code points), words."""
        with self._work.read() as reader:
            source = source_named(reader, name)
            version, text = current_text(reader, source)
            parts = reader.all(StoredPart, version=version.k)
        pages = [part for part in parts if part.kind is PartKind.PAGE]
        rows = tuple(
            (
                part.n,
                part.kind.value,
                part.label,
                clock(part.from_ms),
                _page_of(part.start, pages),
                part.start,
                part.end,
                text[part.words : part.end],
            )
            for part in parts
            if part.kind is not PartKind.PAGE
        )
        return Table(("part", "kind", "speaker", "time", "page", "start", "end", "words"), rows, source.name)

    def rename(self, name: str, new: str) -> Source:
        """Gives a source another name. Raises NotFound or Ambiguous."""
        with self._work.change("source.rename") as change:
            source = source_named(change, name)
            change.update(source, replace(source, name=new))
            return change.get(Source, source.k)


def clock(ms: int | None) -> str | None:
    """Milliseconds as "00:12:26"; None stays None."""
    if ms is None:
        return None
    seconds = ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _page_of(start: int, pages: list[StoredPart]) -> str | None:
    for page in pages:
        if page.start <= start < page.end:
            return page.number
    return None


def _read(files: list[tuple[Path, str]], how: BringIn) -> Iterator[Candidate | Item]:
    for path, name in files:
        try:
            content = bytes_of(path)
            document = read_bytes(name, content, how.reading)
        except Unreadable as error:
            yield Item(name, Outcome.REFUSED, f"{error.reason}; {error.advice}")
        else:
            yield Candidate(name, Path(name).stem, document, content)


class _Batch:
    """One batch on its way in: what is known to be there, what labels stand for, the batch's key."""

    def __init__(self, work: Work, how: BringIn, *, dry_run: bool) -> None:
        self._work = work
        self._how = how
        self._dry = dry_run
        self._key: Key | None = None
        with work.read() as reader:
            there = queries.known(reader.connection)
            remembered = reader.all(Speaker)
        self._names = {known.name for known in there}
        self._texts = {known.text: known.name for known in there}
        self._bytes = {known.original: known.name for known in there if known.original}
        self._given = {fold_label(rule.label): rule for rule in how.labels}
        self._remembered = {fold_label(speaker.label): speaker.role for speaker in remembered}
        self._labels: list[tuple[SpeakerLabel, ...]] = []

    def take(self, candidate: Candidate) -> Item:
        """Keeps one text, unless it is there already or this is a dry run, and says what became of it."""
        document = candidate.document
        sha, text = candidate.sha, text_sha(document.text)
        twin = self._bytes.get(sha or "") or self._texts.get(text)
        if twin is not None and not self._how.again:
            same = "the same bytes" if sha in self._bytes else "the same text"
            return Item(candidate.name, Outcome.DUPLICATE, f"{same} as “{twin}”; --again brings it in all the same")
        name = free_name(candidate.source, self._names)
        rules = self._rules_for(document)
        kind = self._how.kind or candidate.kind or kind_of(document.turns, [rule.role for rule in rules])
        if not self._dry:
            self._write(candidate, name, rules, kind.value)
        self._names.add(name)
        self._texts.setdefault(text, name)
        if sha is not None:
            self._bytes.setdefault(sha, name)
        return _told(candidate, name, kind.value, Outcome.WOULD if self._dry else Outcome.IN)

    def _write(self, candidate: Candidate, name: str, rules: list[LabelRule], kind: str) -> None:
        with self._work.change("source.import", batch=self._key) as change:
            if self._key is None:
                self._key = change.start_batch()
            wave = None if self._how.wave is None else wave_for(change, self._how.wave)
            keep(change, candidate, name, kind=kind, wave=wave, rules=rules, cases=self._how.cases)

    def _rules_for(self, document: Document) -> list[LabelRule]:
        labels = document.turns.labels if document.turns is not None else ()
        self._labels.append(labels)
        return [self._rule(label.label) for label in labels]

    def _rule(self, label: str) -> LabelRule:
        given = self._given.get(fold_label(label))
        if given is not None:
            return replace(given, label=label)
        remembered = self._remembered.get(fold_label(label))
        return LabelRule(label, remembered or SpeakerRole(role_of(label).value))

    def label_lines(self) -> tuple[LabelLine, ...]:
        """The batch's one label table: every spelling, what it stands for, how much is said under it."""
        return tuple(
            LabelLine(
                " / ".join(found.spellings),
                self._rule(found.spellings[0]).role,
                self._rule(found.spellings[0]).case,
                found.texts,
                found.turns,
                found.words,
                found.first_line,
            )
            for found in propose_roles(self._labels)
        )


def _told(candidate: Candidate, name: str, kind: str, outcome: Outcome) -> Item:
    document = candidate.document
    turns = document.turns
    return Item(
        candidate.name,
        outcome,
        source=name,
        kind=kind,
        layout="" if turns is None else turns.layout,
        confidence=None if turns is None else round(turns.confidence, 2),
        turns=0 if turns is None else turns.turns,
        timed=0 if turns is None else turns.timed,
        words=word_count(document),
        notices=tuple(notice.message for notice in document.notices),
    )
