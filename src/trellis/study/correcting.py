"""Corrected transcripts: a new version of a source's text, to which everything moves with its words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from trellis.analysis.correction import Kept
from trellis.analysis.table import Table
from trellis.core.coding import Coding
from trellis.core.errors import Invalid
from trellis.core.memo import Memo
from trellis.core.source import Source, Version, VersionKind, VersionMap
from trellis.core.textmap import Fate
from trellis.reading import ReadOptions
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.blindness import blindness_of
from trellis.study.chart_export import keep as keep_file
from trellis.study.correction_plan import Plan, planned, read
from trellis.study.correction_review import ReviewItem, described, item_of, review_items, review_table, settle
from trellis.study.correction_steps import Misquoted, Naming, misquoted, put
from trellis.study.keeping import keep_comments, keep_parts
from trellis.study.locating import Where
from trellis.study.resolve import current_text, source_named
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did, or in a dry run would do.

    version: number of the new version. words: how many words it kept. moved, changed: how many stretches moved
    with the same words, and with other words. changes: those that moved with other words, `review`: those that
    could not move; they stay on the version before until they are settled.
    misquoted: verbatim statements whose words the new text no longer bears out. labels: speakers new to the source.
    """

    source: str
    version: int
    words: Kept
    moved: int
    changed: int
    changes: tuple[ReviewItem, ...]
    review: tuple[ReviewItem, ...]
    misquoted: tuple[Misquoted, ...]
    labels: tuple[str, ...]

    def table(self) -> Table:
        """Everything that somebody should look at: what moved with other words, what could not move, misquotations."""
        rows = [
            *((item.item, item.what, item.about, Fate.CHANGED.value, item.old, item.new) for item in self.changes),
            *((item.item, item.what, item.about, Fate.LOST.value, item.old, item.new) for item in self.review),
            *((f"statement:{one.statement}", "verbatim", one.case, "no longer so in the text", one.text, "")
              for one in self.misquoted),
        ]  # fmt: skip
        heads = ("item", "what", "about", "state", "old words", "new words")
        return Table(heads, tuple(rows), f"{self.source}, version {self.version}")

    def record(self) -> dict[str, object]:
        """All of it as one object for JSON."""
        return {
            "source": self.source,
            "version": self.version,
            "words_kept": self.words.words,
            "words_before": self.words.old,
            "words_now": self.words.new,
            "moved": self.moved,
            "changed": self.changed,
            "to_review": len(self.review),
            "new_speakers": list(self.labels),
            "items": self.table().records(),
        }


class Correcting:
    """The calls that correct a text and settle what could not move with its words."""

    _work: Work

    def correct(
        self,
        name: str,
        text: Path | str,
        *,
        dry_run: bool = False,
        replace: bool = False,
        reading: ReadOptions | None = None,
    ) -> Corrected:
        """Gives a source a corrected text: a file (a path) or the text itself (a string), as a new version.

        Codings, evidence, memos, links and redactions move with their words; what cannot is listed and stays on the
        version before (see `review`). Turns and speakers are recognised anew; the old version and the original files
        stay. One change. replace: take a text that keeps less than half of the words as well.
        Raises NotFound, Unreadable, AlreadyThere if it is the text that is there, Invalid if it keeps too little.
        """
        given = read(name, text, reading or ReadOptions())
        if dry_run:
            with self._work.read() as reader:
                plan = planned(reader, name, given, replacing=replace)
                return _told(reader, plan, plan.old.number + 1, self._work.person_name)
        with self._work.change("source.correct") as change:
            plan = planned(change, name, given, replacing=replace)
            number = 1 + max(v.number for v in change.all(Version, source=plan.source.k))
            told = _told(change, plan, number, self._work.person_name)
            _write(change, plan, told.version)
            return told

    def versions(self, name: str) -> Table:
        """The versions of a source's text: number, kind, characters, file, and which is read now. Raises NotFound."""
        with self._work.read() as reader:
            source = source_named(reader, name)
            found = sorted(reader.all(Version, source=source.k), key=lambda version: version.number)
        rows = tuple(
            (
                version.number,
                version.kind.value,
                version.length,
                version.original_name or (source.original_name if version.parent is None else None),
                "read now" if version.k == source.current else "",
            )
            for version in found
        )
        return Table(("version", "kind", "characters", "file", "state"), rows, source.name)

    def write_text(self, name: str, path: Path, *, replace: bool = False) -> Path:
        """Writes the text of a source as it is read now to a file, to be corrected in an editor (UTF-8).

        Raises NotFound, AlreadyThere unless `replace`, StudyFileError where it cannot be written.
        """
        with self._work.read() as reader:
            text = current_text(reader, source_named(reader, name))[1]
        keep_file(path, text.encode("utf-8", "surrogatepass"), replace=replace)
        return path

    def review(self, name: str | None = None) -> Table:
        """What could not move when a text was corrected, with its old words and a proposal; None for all sources.

        Raises NotFound or Ambiguous.
        """
        with self._work.read() as reader:
            return review_table(_listed(reader, name, self._work.person_name))

    def review_items(self, name: str | None = None) -> list[ReviewItem]:
        """What `review` lists, as objects. Raises as it does."""
        with self._work.read() as reader:
            return _listed(reader, name, self._work.person_name)

    def settle_review(
        self,
        item: str,
        where: Where | None = None,
        *,
        quote: str | None = None,
        start: int | None = None,
        end: int | None = None,
        proposed: bool = False,
        drop: bool = False,
    ) -> None:
        """Settles what could not move: it goes to a stretch of the text as it is read now, or is dropped.

        item: as `review` lists it, "coding:123". The stretch: `quote`, `start` and `end` in code points, a `Where`,
        or `proposed`. A dropped coding leaves its words to what rests on them; a dropped memo stays, about the source.
        Raises NotFound, Invalid, OutOfRange, QuoteNotFound, Ambiguous, AlreadyThere.
        """
        if drop and (proposed or where or quote is not None or start is not None):
            message = f"{item} is either dropped or put somewhere; say one of the two"
            raise Invalid(message)
        wanted = None if proposed or drop else where or Where(quote=quote, start=start, end=end)
        with self._work.change("source.settle") as change:
            settle(change, item_of(change, item), wanted, drop=drop)


def _listed(reader: Reader, name: str | None, viewer: str) -> list[ReviewItem]:
    sources = reader.all(Source) if name is None else [source_named(reader, name)]
    ordered = sorted(sources, key=lambda source: (source.name, source.k))
    blindness = blindness_of(reader, viewer)
    return [item for source in ordered for item in review_items(reader, source, blindness)]


def _told(reader: Reader, plan: Plan, number: int, viewer: str) -> Corrected:
    naming, blindness = Naming(reader), blindness_of(reader, viewer)
    listed: dict[Fate, list[ReviewItem]] = {fate: [] for fate in Fate}
    for one in plan.moving:
        hidden = isinstance(one.record, Coding) and not blindness.sees(one.record)
        if one.carried.fate is not Fate.WHOLE and not hidden:
            texts = (plan.old, plan.old_text, plan.new_text)
            listed[one.carried.fate].append(described(one.record, one.carried, naming, plan.source, texts))
    return Corrected(
        plan.source.name,
        number,
        plan.words,
        sum(one.carried.fate is Fate.WHOLE for one in plan.moving),
        len(listed[Fate.CHANGED]),
        tuple(listed[Fate.CHANGED]),
        tuple(listed[Fate.LOST]),
        tuple(misquoted(reader, plan.moving, plan.new_text)),
        tuple(speaker.label for speaker in plan.speakers),
    )


def _write(change: Change, plan: Plan, number: int) -> None:
    document, content = plan.given.document, plan.given.content
    sha = None if content is None else change.keep_original(hashlib.sha256(content).hexdigest(), content)
    # What was corrected without names is still without them.
    kind = plan.old.kind if plan.old.kind is VersionKind.PSEUDONYMISED else VersionKind.CORRECTED
    text = plan.new_text
    new = Version(
        change.new_key(),
        change.key,
        plan.source.k,
        number,
        kind,
        plan.old.k,
        change.keep_text(text),
        len(text),
        document.reader,
        sha,
        plan.given.name,
    )
    change.insert(new, VersionMap(plan.old.k, new.k, 0, plan.through.blocks))
    keep_parts(change, new.k, (*document.parts, *document.pages))
    change.insert_all(plan.speakers)
    change.update(plan.source, replace(plan.source, current=new.k))
    put(change, plan.moving, plan.old, new)
    _keep_new_comments(change, plan, new)


def _keep_new_comments(change: Change, plan: Plan, new: Version) -> None:
    """Writes the file's margin comments that are not memos of the source already."""
    there = {(memo.author, memo.text) for memo in change.all(Memo, about=plan.source.k)}
    comments = [one for one in plan.given.document.comments if (one.author, one.text) not in there]
    keep_comments(change, plan.source.k, new.k, comments)
