"""Keeping a batch of texts as they come: duplicates named, labels mapped once, one change a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trellis.core.document import Document, SpeakerLabel
from trellis.core.errors import Stopped
from trellis.core.keys import Key
from trellis.core.source import Speaker, SpeakerRole, text_sha
from trellis.core.speakers import LabelRule, kind_of
from trellis.reading.labels import LabelProposal, fold_label, probable_host, propose_roles, role_of
from trellis.store.queries import sources as queries
from trellis.study.bringing import BringIn, Brought, Candidate, Item, LabelLine, Outcome, free_name, word_count
from trellis.study.keeping import keep, wave_for
from trellis.study.work import Progress, Step, Work


def keep_all(
    work: Work,
    found: Iterator[Candidate | Item],
    total: int,
    how: BringIn,
    *,
    dry_run: bool,
    progress: Progress,
) -> Brought:
    """Keeps texts that were read already, as they come. total: how many are expected.

    A shared step that opens its changes itself, since an import is many: one a source, all of one batch.
    """
    batch = _Batch(work, how, dry_run=dry_run)
    items: list[Item] = []
    stopped = False
    try:
        for done, candidate in enumerate(found, 1):
            item = candidate if isinstance(candidate, Item) else batch.take(candidate)
            items.append(item)
            progress(Step(done, total, item.name))
    except (KeyboardInterrupt, Stopped):
        stopped = True
    return Brought(tuple(items), batch.label_lines(), stopped, batch.key)


class _Batch:
    """One batch on its way in: what is known to be there, what labels stand for, the batch's key."""

    def __init__(self, work: Work, how: BringIn, *, dry_run: bool) -> None:
        self._work = work
        self._how = how
        self._dry = dry_run
        self.key: Key | None = None
        with work.read() as reader:
            there = queries.known(reader.connection)
            remembered = reader.all(Speaker)
        self._names = {known.name for known in there}
        self._named = {known.name: known.text for known in there}
        self._texts = {known.text: known.name for known in there}
        self._bytes = {known.original: known.name for known in there if known.original}
        self._given = {fold_label(rule.label): rule for rule in how.labels}
        self._remembered = {fold_label(speaker.label): speaker.role for speaker in remembered}
        self._labels: list[tuple[SpeakerLabel, ...]] = []

    def take(self, candidate: Candidate) -> Item:
        """Keeps one text, unless it is there already or this is a dry run, and says what became of it."""
        document = candidate.document
        sha, text = candidate.sha, text_sha(document.text)
        twin = self._twin(candidate, text)
        if twin is not None and not self._how.again:
            same = "the same bytes" if sha in self._bytes else "the same text"
            return Item(candidate.name, Outcome.DUPLICATE, f"{same} as “{twin}”; --again brings it in all the same")
        name = free_name(candidate.source, self._names)
        rules = self._rules_for(document)
        kind = self._how.kind or candidate.kind or kind_of(document.turns, [rule.role for rule in rules])
        if not self._dry:
            self._write(candidate, name, rules, kind.value)
        self._names.add(name)
        self._named[name] = text
        self._texts.setdefault(text, name)
        if sha is not None:
            self._bytes.setdefault(sha, name)
        return _told(candidate, name, kind.value, Outcome.WOULD if self._dry else Outcome.IN)

    def _twin(self, candidate: Candidate, text: str) -> str | None:
        """The name of the source that is the same already, None if there is none."""
        if candidate.case is not None:
            return candidate.source if self._named.get(candidate.source) == text else None
        return self._bytes.get(candidate.sha or "") or self._texts.get(text)

    def _write(self, candidate: Candidate, name: str, rules: list[LabelRule], kind: str) -> None:
        with self._work.change("source.import", batch=self.key) as change:
            if self.key is None:
                self.key = change.start_batch()
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
        found = propose_roles(self._labels)
        host = probable_host(found, sum(1 for labels in self._labels if labels)) if self._dry else None
        return tuple(self._line(line, is_host=line is host) for line in found)

    def _line(self, found: LabelProposal, *, is_host: bool) -> LabelLine:
        rule = self._rule(found.spellings[0])
        is_said = found.key in self._given or found.key in self._remembered
        return LabelLine(
            " / ".join(found.spellings),
            rule.role,
            rule.case,
            found.texts,
            found.turns,
            found.words,
            found.first_line,
            SpeakerRole.INTERVIEWER if is_host and not is_said else None,
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
