"""What is listed about names: where one stands, in which forms, where it is left, which others there may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from trellis.analysis.table import Table
from trellis.core.attribute import Attribute, AttributeValue
from trellis.core.case import Case, CaseKind, Participant
from trellis.core.consent import Redaction
from trellis.core.pseudonym import Name, NameHit, all_hits, candidate_names, forms_in, is_naming
from trellis.core.pseudonym_key import KeyBook
from trellis.core.source import Source, Speaker, StoredPart
from trellis.core.traces import Traces
from trellis.store.reader import Reader
from trellis.store.specs import SPECS
from trellis.study.history import utc
from trellis.study.pseudonym_steps import noted, texts_in
from trellis.study.resolve import current_text

AROUND = 30


def hits_table(reader: Reader, found: Iterable[tuple[Source, list[NameHit]]]) -> Table:
    """Every place that is replaced, with the words around it."""
    rows = []
    for source, hits in found:
        text = current_text(reader, source)[1]
        for hit in hits:
            before = text[max(0, hit.start - AROUND) : hit.start].replace("\n", " ")
            after = text[hit.end : hit.end + AROUND].replace("\n", " ")
            rows.append((source.name, before, hit.spelt, after, hit.replacement))
    return Table(("source", "before", "name", "after", "becomes"), tuple(rows), "Where the name stands in texts")


def forms_table(reader: Reader, name: Name) -> Table:
    """The forms in which a name stands in the texts that are read now."""
    texts = (current_text(reader, source)[1] for source in reader.all(Source))
    rows = tuple(
        (form.form, form.times, form.becomes if form.replaced else "", "yes" if form.replaced else "no")
        for form in forms_in(texts, name)
    )
    return Table(("form", "times", "becomes", "replaced"), rows, "Forms of the name")


def left_table(reader: Reader, names: Iterable[str]) -> Table:
    """Where names stay outside the texts, each place once: in what colleagues wrote, names of files, labels."""
    traces = Traces(names)
    counted: Counter[tuple[str, str, str]] = Counter(
        (table, column, _around(text, stretches[0]))
        for table, column, text in _written(reader)
        if (stretches := traces.stretches(text))
    )
    rows = tuple((*place, times) for place, times in counted.items())
    return Table(("in", "field", "text", "times"), rows, "Where the name is left")


def _around(text: str, stretch: tuple[int, int]) -> str:
    """A name with a few of the words beside it."""
    start, end = max(0, stretch[0] - AROUND), min(len(text), stretch[1] + AROUND)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def _written(reader: Reader) -> Iterator[tuple[str, str, str]]:
    """Everything that people have written outside the texts: table, column, words."""
    current = {source.current for source in reader.all(Source)}
    for spec in SPECS:
        columns = noted(spec.name)
        records: list[object] = reader.all(spec.record) if columns else []
        for record in records:
            for column in columns:
                yield from ((spec.name, column, text) for text in texts_in(getattr(record, column)))
    labels = {part.label for version in current for part in reader.all(StoredPart, version=version)}
    used = {speaker.label for speaker in reader.all(Speaker) if speaker.label in labels}
    yield from (("speaker", "label", label) for label in sorted(used))


def candidates_table(reader: Reader) -> Table:
    """Names that the sample sheet, the cases and the labels give, and that stand in texts read now."""
    given = _given(reader)
    texts = [(source.name, current_text(reader, source)[1]) for source in reader.all(Source)]
    replaced = {one.replacement.strip("[]").casefold() for one in reader.all(Redaction)}
    rows = []
    for name, origin in given.items():
        hits = [(source, Name(name, name).hits(text)) for source, text in texts]
        times = sum(len(found) for _, found in hits)
        if times and name.casefold() not in replaced:
            rows.append((name, origin, times, ", ".join(source for source, found in hits if found)))
    note = "What the study knows of names; there may be others: nicknames, relatives, places, employers."
    return Table(("name", "from", "times", "sources"), tuple(rows), "Names that stand in texts", note)


def _given(reader: Reader) -> dict[str, str]:
    """Each candidate name with where it comes from."""
    naming = {attribute.k: attribute.name for attribute in reader.all(Attribute) if is_naming(attribute.name)}
    values: list[tuple[str, str]] = [
        (naming[value.attribute], value.value) for value in reader.all(AttributeValue) if value.attribute in naming
    ]
    values += [("participant", one.pseudonym) for one in reader.all(Participant)]
    values += [("case", case.name) for case in reader.all(Case) if case.kind is CaseKind.PERSON]
    values += [("speaker", speaker.label) for speaker in reader.all(Speaker) if speaker.case is not None]
    found: dict[str, tuple[str, str]] = {}
    for origin, value in values:
        for name in candidate_names([value]):
            found.setdefault(name.casefold(), (name, origin))
    return dict(found.values())


def key_table(reader: Reader, book: KeyBook) -> Table:
    """The key: real name, pseudonym, how many replacements of it stand, when and by whom it was given."""
    standing = {one.k for one in reader.all(Redaction)}
    times = Counter(one.was.casefold() for one in book.log if one.redaction in standing)
    rows = tuple(
        (one.name, one.replacement, times[one.name.casefold()], utc(one.at), one.by)
        for one in sorted(book.pseudonyms, key=lambda one: (one.name.casefold(), one.replacement))
    )
    return Table(("name", "pseudonym", "places", "at", "by"), rows, "The key of pseudonyms")


def log_table(reader: Reader, book: KeyBook) -> Table:
    """The log: every replacement that stands, where, what was there and what is there now."""
    standing = {one.k: one for one in reader.all(Redaction)}
    sources = {source.k: source.name for source in reader.all(Source)}
    rows = tuple(
        (sources[one.source], standing[one.redaction].start, one.was, one.now)
        for one in book.log
        if one.redaction in standing
    )
    return Table(("source", "start", "was", "is"), rows, "The log of replacements")


def occurrences(reader: Reader, word: str) -> int:
    """How often a word stands in the texts that are read now."""
    return sum(len(all_hits(current_text(reader, source)[1], word, word)) for source in reader.all(Source))
