"""A package without names: pseudonymised texts only, and nothing that says who somebody is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.attribute import Attribute, AttributeValue
from trellis.core.chart import Evidence, EvidenceFor, Layer, Statement
from trellis.core.coding import Coding
from trellis.core.disagreement import SettledCoding
from trellis.core.errors import Invalid
from trellis.core.finding import FindingLink
from trellis.core.framework import ThemeTodo
from trellis.core.intent import Experience
from trellis.core.memo import About, Memo
from trellis.core.pseudonym import Name, is_naming
from trellis.core.pseudonym_key import KeyBook
from trellis.core.source import Source, Speaker, StoredPart, Version, VersionMap
from trellis.core.worksheet import ElementLink
from trellis.store.free_texts import free_texts
from trellis.store.handout import Package
from trellis.store.mapping import CODECS, Record
from trellis.store.reader import Reader
from trellis.store.specs import SPECS
from trellis.study.pseudonym_steps import replaced_in
from trellis.study.pseudonyms import is_pseudonymised

Rows = dict[str, list[Any]]


def require_pseudonymised(reader: Reader, sources: Iterable[Source]) -> None:
    """Nothing, if every source is read in a pseudonymised text; raises Invalid, naming those that are not."""
    waiting = [source.name for source in sources if not is_pseudonymised(reader, source)]
    if waiting:
        message = (
            f"not pseudonymised: {', '.join(waiting)}; replace the names in them, or say that there are none "
            "(trellis pseudonym checked), or hand out others"
        )
        raise Invalid(message)


def without_names(reader: Reader, package: Package, book: KeyBook) -> Package:
    """The package with the texts that are read now only, and with pseudonyms wherever the key knows a name.

    Raises Invalid where a name would still be in it: in a text, or in a label.
    """
    rows: Rows = {table: list(records) for table, records in package.records.items()}
    _keep_current(rows)
    _keep_words_of_current(rows)
    naming = {one.k for one in rows.get("attribute", []) if is_naming(one.name)}
    _keep(rows, Attribute, lambda one: one.k not in naming)
    _keep(rows, AttributeValue, lambda one: one.attribute not in naming)
    _keep(rows, FindingLink, lambda one: one.about not in naming)
    _keep(rows, Experience, lambda one: one.attribute not in naming)
    told = {one.k for one in rows.get("experience", [])}
    _keep(rows, Evidence, lambda one: one.for_kind is not EvidenceFor.EXPERIENCE or one.for_k in told)
    names = [Name(one.name, one.replacement, leave=one.leave) for one in book.pseudonyms]
    for spec in SPECS:
        if spec.name in rows:
            rows[spec.name] = [_renamed(record, free_texts(spec), names) for record in rows[spec.name]]
    texts = sorted({version.sha for version in rows["version"]})
    _require_none(reader, rows, texts, names)
    return Package(rows, texts)


def _keep(rows: Rows, kind: type, fits: Callable[[Any], bool]) -> None:
    table = next(spec.name for spec in SPECS if spec.record is kind)
    rows[table] = [record for record in rows.get(table, []) if fits(record)]


def _keep_current(rows: Rows) -> None:
    """Leaves the version of each source that is read now, which descends from none, and the labels that it has."""
    current = {source.current for source in rows["source"]}
    rows["version"] = [replace(one, parent=None) for one in rows["version"] if one.k in current]
    _keep(rows, VersionMap, lambda _: False)
    _keep(rows, StoredPart, lambda one: one.version in current)
    source_of = {version.k: version.source for version in rows["version"]}
    labels = {(source_of[part.version], part.label) for part in rows["part"]}
    _keep(rows, Speaker, lambda one: (one.source, one.label) in labels)
    rows["redaction"] = [replace(one, participant=None) for one in rows["redaction"] if one.version in current]
    _keep(rows, Version, lambda one: one.k in current)


def _keep_words_of_current(rows: Rows) -> None:
    """Leaves out what stands on the words of other versions."""
    current = {version.k for version in rows["version"]}
    _keep(rows, Coding, lambda one: one.version in current)
    _keep(rows, SettledCoding, lambda one: one.version in current)
    codings = {coding.k for coding in rows["coding"]}
    _keep(rows, ThemeTodo, lambda one: one.coding is None or one.coding in codings)
    rows["extent"] = [one for one in rows["extent"] if one.version is None or one.version in current]
    elsewhere = {
        one.for_k for one in rows.get("evidence", []) if one.version is not None and one.version not in current
    }
    _keep(rows, Statement, lambda one: not (one.layer is Layer.VERBATIM and one.k in elsewhere))
    statements = {statement.k for statement in rows["statement"]}
    _keep(
        rows,
        Evidence,
        lambda one: (
            (one.version is None or one.version in current)
            and (one.coding is None or one.coding in codings)
            and (one.for_kind is not EvidenceFor.STATEMENT or one.for_k in statements)
        ),
    )
    _keep(rows, ElementLink, lambda one: one.layer is not Layer.VERBATIM or one.statement in statements)
    _keep(rows, Memo, lambda one: one.about_kind is not About.CODING or one.about in codings)
    _keep(rows, Memo, lambda one: one.version is None or one.version in current)


def _renamed(record: Record, columns: Sequence[str], names: Iterable[Name]) -> Record:
    for name in names:
        record = replaced_in(record, columns, name)
    return record


@dataclass(frozen=True, slots=True)
class _Found:
    """A name that would still be in a package, and where."""

    name: str
    where: str


def _require_none(reader: Reader, rows: Rows, texts: Iterable[str], names: Sequence[Name]) -> None:
    """Raises Invalid if a name of the key stands in a text, or in a key that cannot be changed, such as a label."""
    found = [
        _Found(name.name, called)
        for called, text in _everything(reader, rows, texts)
        for name in names
        if name.hits(text)
    ]
    if found:
        said = "; ".join(f"“{one.name}” in {one.where}" for one in found[:5])
        message = f"names of the key would still be in the package: {said}; replace them first (trellis pseudonym left)"
        raise Invalid(message)


def _everything(reader: Reader, rows: Rows, texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Every text of a package: where it is, and its words."""
    named = {version.sha: version.source for version in rows["version"]}
    sources = {source.k: source.name for source in rows["source"]}
    for sha in texts:
        yield f"the text of {sources[named[sha]]}", reader.text(sha)
    for table, records in rows.items():
        codec = CODECS[table]
        values = [codec.row(record, record.rev) for record in records] if table != "person" else []
        for column, held in zip(codec.columns, zip(*values, strict=True), strict=False):
            yield from ((f"{table} ({column})", value) for value in held if isinstance(value, str))
