"""The topic guide: what was to be asked, and how far each interview covered it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from trellis.core.attribute_types import natural
from trellis.core.errors import Invalid
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.core.order import between, spread
from trellis.core.sample import Covered, Topic, TopicCovered, TopicTheme
from trellis.core.source import Source, SourceKind
from trellis.core.worksheet_rules import worded
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.resolve import folded, keyed, one_named, source_named, theme_given
from trellis.study.sheet import sheet_in
from trellis.study.table import Table, Value
from trellis.study.work import Work

_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP})


@dataclass(frozen=True, slots=True)
class GuideIn:
    """What became of a table. differs: what stands otherwise in the study and was kept. refused: line and reason."""

    new: int
    same: int
    changed: int
    differs: tuple[str, ...]
    refused: tuple[tuple[int, str], ...] = ()


class GuideOfStudy:
    """The numbered topics of the interviews."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def show(self) -> Table:
        """Every topic in its order: number, name, prompt, numbers of the themes that it feeds."""
        with self._work.read() as reader:
            topics, fed = in_order(reader.all(Topic)), fed_by(reader)
            numbers = {theme.k: number for number, theme in numbered_themes(reader.all(Theme))}
        rows = tuple(
            (
                topic.number,
                topic.name,
                topic.prompt or None,
                "; ".join(numbers[k] for k in fed.get(topic.k, ()) if k in numbers) or None,
            )
            for topic in topics
        )
        return Table(("number", "topic", "prompt", "themes"), rows, "Topic guide")

    def import_guide(self, path: Path, *, replace_words: bool = False) -> GuideIn:
        """Brings in topics from a .csv or .xlsx: number, topic, prompt. "1.2" stands under "1".

        A number that is there with other words is kept and listed, unless `replace_words`. A column “themes” may name
        the themes that a topic feeds, with ";" between them; they are added to those that it feeds.
        Raises Unreadable, BadTable, Invalid, NotFound, Ambiguous.
        """
        listed = sheet_in(path).records("number", "topic")
        # A topic comes before those below it, whatever the order in the file.
        listed.sort(key=lambda line_and_record: natural(line_and_record[1]["number"]))
        new = same = changed = 0
        differs: list[str] = []
        with self._work.change("guide.import") as change:
            there = {topic.number: topic for topic in change.all(Topic)}
            order = _positions(list(there.values()), [record["number"] for _, record in listed])
            for line, record in listed:
                number = record["number"].rstrip(".")
                before = there.get(number)
                if before is None:
                    there[number] = _add(change, there, record, order, line)
                    _feed_besides(change, there[number], record)
                    new += 1
                    continue
                _feed_besides(change, before, record)
                after = replace(before, name=record["topic"], prompt=record.get("prompt", before.prompt))
                if after == before:
                    same += 1
                elif replace_words:
                    change.update(before, after)
                    changed += 1
                else:
                    differs.append(number)
        return GuideIn(new, same, changed, tuple(differs))

    def topics(self) -> list[Topic]:
        """Every topic in its order, each followed by those below it."""
        with self._work.read() as reader:
            return in_order(reader.all(Topic))

    def add(self, name: str, *, prompt: str = "", under: str | None = None) -> Key:
        """Adds a topic behind the others, or behind those below the topic `under`, and returns its key.

        Its number is the next one there. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("guide.add") as change:
            above = None if under is None else _topic(change, under)
            beside = _beside(change, None if above is None else above.k)
            pos = between(max((topic.pos for topic in beside), default=None), None)
            number = next_number([topic.number for topic in beside], "" if above is None else above.number)
            called = worded(name, "a topic")
            made = Topic(change.new_key(), 0, None if above is None else above.k, pos, number, called, prompt.strip())
            change.insert(made)
            return made.k

    def edit(self, topic: str, *, name: str | None = None, prompt: str | None = None) -> Topic:
        """Gives a topic another name or prompt; what was said of its coverage stays. Raises NotFound, Invalid."""
        with self._work.change("guide.edit") as change:
            before = _topic(change, topic)
            after = replace(
                before,
                name=before.name if name is None else worded(name, "a topic"),
                prompt=before.prompt if prompt is None else prompt.strip(),
            )
            change.update(before, after)
            return after

    def move(self, topic: str, to: int) -> None:
        """Puts a topic at place `to`, from 1, among those beside it. Raises NotFound, Ambiguous.

        Numbers stay with the places, so whatever comes to stand at 1.2 is 1.2, and what is below it goes along.
        """
        with self._work.change("guide.move") as change:
            moved = _topic(change, topic)
            beside = _beside(change, moved.parent)
            others = [each for each in beside if each.k != moved.k]
            at = max(0, min(to - 1, len(others)))
            low = others[at - 1].pos if at > 0 else None
            placed = replace(moved, pos=between(low, others[at].pos if at < len(others) else None))
            order = [*others[:at], placed, *others[at:]]
            if [each.k for each in order] == [each.k for each in beside]:
                return
            every = change.all(Topic)
            for place, each in zip(beside, order, strict=True):
                _renumber(change, every, each, place.number)

    def remove(self, topic: str) -> int:
        """Takes a topic away, with those below it and what was said of their coverage; returns how many topics.

        The others keep their numbers. Raises NotFound, Ambiguous.
        """
        with self._work.change("guide.remove") as change:
            gone = _under(change.all(Topic), _topic(change, topic))
            keys = {each.k for each in gone}
            change.delete(*(one for one in change.all(TopicCovered) if one.topic in keys))
            change.delete(*(one for one in change.all(TopicTheme) if one.topic in keys))
            # Those below first: a topic that is referred to cannot go.
            for each in reversed(gone):
                change.delete(each)
            return len(gone)

    def feed(self, topic: str, themes: Iterable[str]) -> None:
        """Says which themes (numbers or names) a topic feeds, in place of those that it fed; none takes them away.

        What is asked under the topic may come to be charted under these themes and those below them, so that a blank
        there is told apart: not asked, or nothing said. Raises NotFound, Ambiguous.
        """
        with self._work.change("guide.feed") as change:
            k = _topic(change, topic).k
            wanted = {theme_given(change, theme).k for theme in themes}
            there = {one.theme: one for one in change.all(TopicTheme, topic=k)}
            change.delete(*(one for theme, one in there.items() if theme not in wanted))
            change.insert(*(TopicTheme(k, theme, 0) for theme in sorted(wanted - set(there))))

    def feeding(self) -> dict[Key, tuple[Key, ...]]:
        """For each topic that feeds any, the themes, by key, in the order of the framework."""
        with self._work.read() as reader:
            return fed_by(reader)

    def cover(self, source: str, topic: str, covered: str = "yes", *, note: str | None = None) -> None:
        """Says how far a source covered a topic (number or name): yes, partly, no. Raises NotFound, Invalid.

        note: None leaves the note that is there.
        """
        with self._work.change("guide.cover") as change:
            one, other = source_named(change, source), _topic(change, topic)
            before = change.find(TopicCovered, one.k, other.k)
            kept = note if note is not None else "" if before is None else before.note
            _put(change, TopicCovered(one.k, other.k, 0, _covered(covered), kept))

    def import_coverage(self, path: Path, *, replace_values: bool = False) -> GuideIn:
        """Brings in coverage from a .csv or .xlsx: source, topic, covered, note.

        What stands otherwise is kept and listed, unless `replace_values`. Raises Unreadable, BadTable.
        """
        counted = {"new": 0, "same": 0, "changed": 0}
        differs: list[str] = []
        refused: list[tuple[int, str]] = []
        with self._work.change("guide.import_coverage") as change:
            sources = {folded(source.name): source.k for source in change.all(Source)}
            topics = {topic.number: topic.k for topic in change.all(Topic)}
            there = {(one.source, one.topic): one for one in change.all(TopicCovered)}
            for line, record in sheet_in(path).records("source", "topic", "covered"):
                source, topic = sources.get(folded(record["source"])), topics.get(record["topic"].rstrip("."))
                if source is None or topic is None:
                    missing = f"source “{record['source']}”" if source is None else f"topic {record['topic']}"
                    refused.append((line, f"there is no {missing} in this study"))
                    continue
                try:
                    made = TopicCovered(source, topic, 0, _covered(record["covered"]), record.get("note", ""))
                except Invalid as error:
                    refused.append((line, str(error)))
                    continue
                before = there.get((source, topic))
                if before is not None and before != replace(made, rev=before.rev) and not replace_values:
                    differs.append(f"{record['source']} {record['topic']}: {before.covered.value}")
                    continue
                counted[_put(change, made)] += 1
                there[source, topic] = change.get(TopicCovered, source, topic)
        return GuideIn(counted["new"], counted["same"], counted["changed"], tuple(differs), tuple(refused))

    def coverage(self) -> Table:
        """Interviews by topics: yes, partly, no, nothing where nobody said; below, how many said yes or partly."""
        with self._work.read() as reader:
            topics = in_order(reader.all(Topic))
            found = {(one.source, one.topic): one.covered for one in reader.all(TopicCovered)}
            used = {source for source, _ in found}
            sources = [s for s in reader.all(Source) if s.kind in _SPOKEN or s.k in used]
        asked = {topic for _, topic in found}
        heads_only = {topic.parent for topic in topics} - asked
        columns = [topic for topic in topics if topic.k not in heads_only]
        rows: list[tuple[Value, ...]] = []
        for source in sorted(sources, key=lambda source: source.name):
            here = [found.get((source.k, topic.k)) for topic in columns]
            rows.append((source.name, *(None if one is None else one.value for one in here)))
        note = "; ".join(f"{topic.number} {topic.name}" for topic in columns)
        return Table(("source", *(topic.number for topic in columns)), tuple(rows), "Topics covered", note)


def fed_by(reader: Reader) -> dict[Key, tuple[Key, ...]]:
    """For each topic that feeds any, the themes, in the order of the framework; retired ones last."""
    place = {theme.k: at for at, (_, theme) in enumerate(numbered_themes(reader.all(Theme)))}
    found: dict[Key, list[Key]] = {}
    for one in sorted(reader.all(TopicTheme), key=lambda one: (place.get(one.theme, len(place)), one.theme)):
        found.setdefault(one.topic, []).append(one.theme)
    return {topic: tuple(themes) for topic, themes in found.items()}


def _feed_besides(change: Change, topic: Topic, record: dict[str, str]) -> None:
    """Adds the themes that a line of a table names to those that a topic feeds."""
    for given in filter(None, (one.strip() for one in record.get("themes", "").split(";"))):
        theme = theme_given(change, given).k
        if change.find(TopicTheme, topic.k, theme) is None:
            change.insert(TopicTheme(topic.k, theme, 0))


def in_order(topics: list[Topic]) -> list[Topic]:
    """Topics as the guide prints them: each followed by those below it."""
    below: dict[Key | None, list[Topic]] = {}
    for topic in sorted(topics, key=lambda topic: (topic.pos, topic.k)):
        below.setdefault(topic.parent, []).append(topic)

    def walk(parent: Key | None) -> list[Topic]:
        return [found for topic in below.get(parent, ()) for found in (topic, *walk(topic.k))]

    return walk(None)


def next_number(taken: list[str], above: str) -> str:
    """The number behind those taken beside it: "3" after "2", "1.3" after "1.2", "2.1" as the first below "2"."""
    last = max(taken, key=natural, default="0")
    stem, _, end = last.rpartition(".")
    following = str(int(end) + 1) if end.isdecimal() else str(len(taken) + 1)
    prefix = stem if taken else above
    return f"{prefix}.{following}" if prefix else following


def _beside(reader: Reader, parent: Key | None) -> list[Topic]:
    return [topic for topic in in_order(reader.all(Topic)) if topic.parent == parent]


def _under(topics: list[Topic], top: Topic) -> list[Topic]:
    """The topic, followed by all below it."""
    found = [top]
    for topic in in_order(topics):
        if topic.parent in {each.k for each in found}:
            found.append(topic)
    return found


def _renumber(change: Change, every: list[Topic], topic: Topic, number: str) -> None:
    """Writes a topic at its place under another number, and those below it with the number that this gives them."""
    for each in _under(every, topic):
        before = change.get(Topic, each.k)
        below = each.number.removeprefix(topic.number) if each.number.startswith(f"{topic.number}.") else None
        after = topic if each.k == topic.k else before
        called = number if each.k == topic.k else each.number if below is None else number + below
        change.update(before, replace(after, number=called, rev=before.rev))


def _positions(there: list[Topic], numbers: list[str]) -> dict[str, str]:
    """A position for each new number, behind what is there, in the order of the numbers."""
    last = max((topic.pos for topic in there), default=None)
    fresh = sorted({number.rstrip(".") for number in numbers} - {topic.number for topic in there}, key=natural)
    positions = spread(len(fresh)) if last is None else spread(len(fresh), last, None)
    return dict(zip(fresh, positions, strict=True))


def _add(change: Change, there: dict[str, Topic], record: dict[str, str], order: dict[str, str], line: int) -> Topic:
    number = record["number"].rstrip(".")
    if not number or not record["topic"]:
        message = f"line {line}: a topic needs a number and a name"
        raise Invalid(message)
    above = there.get(number.rpartition(".")[0])
    parent = None if above is None else above.k
    pos = order.get(number) or between(max((topic.pos for topic in there.values()), default=None), None)
    made = Topic(change.new_key(), 0, parent, pos, number, record["topic"], record.get("prompt", ""))
    change.insert(made)
    return made


def _topic(reader: Reader, given: str) -> Topic:
    meant = keyed(reader, Topic, given)
    if meant is not None:
        return meant
    topics = reader.all(Topic)
    by_number = {topic.number: topic for topic in topics}
    return by_number.get(given.strip().rstrip(".")) or one_named(topics, given, lambda topic: topic.name, "topic")


def _put(change: Change, made: TopicCovered) -> str:
    before = change.find(TopicCovered, made.source, made.topic)
    if before is None:
        change.insert(made)
        return "new"
    after = replace(made, rev=before.rev)
    change.update(before, after)
    return "same" if after == before else "changed"


def _covered(given: str) -> Covered:
    for covered in Covered:
        if covered.value == given.strip().casefold():
            return covered
    message = f"“{given}” does not say how far a topic was covered; give yes, partly or no"
    raise Invalid(message)
