"""A framework from a file and back. Shared steps on a reader or an open change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.consent import ConsentScope
from trellis.core.errors import AlreadyThere, NotSupported
from trellis.core.framework import FrameworkVersion, Origin
from trellis.core.framework_file import FileTheme, FrameworkFile, OperationsFile
from trellis.core.framework_operations import new_theme
from trellis.core.framework_versions import Printed, compared, printed, printed_now
from trellis.core.framework_wording import Wording
from trellis.core.keys import Key
from trellis.core.order import spread
from trellis.core.source import Source
from trellis.core.study import Person, StudyRecord
from trellis.core.traces import Traces
from trellis.exchange import framework_csv, framework_outline, framework_toml, framework_xlsx
from trellis.reading.files import bytes_of
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.framework_naming import named_version
from trellis.study.framework_writing import tree_of
from trellis.study.resolve import framework_version_named, newest_framework_version
from trellis.study.speaking import said_in, withheld_sources
from trellis.study.tabular import rows_of


def read_framework_file(path: Path) -> FrameworkFile:
    """The framework in a file, by its ending. Raises BadTable, NotSupported, Unreadable."""
    ending = path.suffix.casefold()
    if ending == ".toml":
        return framework_toml.read_framework(bytes_of(path), path.name)
    if ending in {".md", ".markdown"}:
        return framework_outline.read_framework(bytes_of(path), path.name)
    if ending in {".csv", ".tsv", ".xlsx"}:
        return framework_csv.read_framework(rows_of(path), path.name)
    raise NotSupported(path.name, "no framework is read from such a file", "give .toml, .csv, .xlsx or .md")


def read_operations_file(path: Path) -> OperationsFile:
    """The operations in a TOML file. Raises BadTable, Unreadable."""
    return framework_toml.read_operations(bytes_of(path), path.name)


def listed(themes: tuple[FileTheme, ...], note: str) -> Table:
    """The themes of a file as a table."""
    rows = tuple((t.number, t.words.name, t.words.definition, t.words.origin.value) for t in themes)
    return Table(("number", "name", "definition", "origin"), rows, "Framework from the file", note)


def preview(reader: Reader, file: FrameworkFile) -> Table:
    """What an import would bring; where the study has a framework, how the file differs from it."""
    now = printed_now(tree_of(reader))
    if not now:
        return listed(file.themes, f"{len(file.themes)} themes would come in.")
    rows = tuple(
        (
            found.kind.value,
            found.before.label if found.before else None,
            found.after.label if found.after else None,
            found.after.definition if found.after else "",
        )
        for found in compared(now, matched(now, file.themes))
    )
    note = (
        "The study has a framework: nothing is brought in. Make these changes with operations, so that codings follow."
    )
    return Table(("change", "now", "in the file", "definition"), rows, "The file beside the framework", note)


def matched(now: list[Printed], themes: tuple[FileTheme, ...]) -> list[Printed]:
    """The themes of a file with the keys of those they are: the same number and name, else the same name if single."""
    by_both = {(theme.number, theme.name): theme.k for theme in now}
    by_name: dict[str, list[Key]] = {}
    for theme in now:
        by_name.setdefault(theme.name, []).append(theme.k)
    keys = {t.number: by_both[t.number, t.words.name] for t in themes if (t.number, t.words.name) in by_both}
    for at, wanted in enumerate(themes):
        same = [k for k in by_name.get(wanted.words.name, []) if k not in keys.values()]
        # What the study does not have gets a key that no theme has.
        keys.setdefault(wanted.number, same[0] if len(same) == 1 else -1 - at)
    return [_as_printed(theme, keys) for theme in themes]


def _as_printed(theme: FileTheme, keys: dict[str, Key]) -> Printed:
    words = theme.words
    said = (words.definition, words.include, words.exclude, words.example, words.origin.value)
    return Printed(keys[theme.number], keys.get(theme.parent), theme.number, words.name, *said)


def brought_in(change: Change, file: FrameworkFile) -> Table:
    """Writes the themes of a file into an empty framework, and names the version that it names.

    Raises AlreadyThere if the study has a framework.
    """
    if tree_of(change).in_order():
        message = (
            "the study has a framework, and codings and cells may rest on it; see what differs with --dry-run, "
            "then change it by operations (`trellis framework apply` takes a list of them)"
        )
        raise AlreadyThere(message)
    keys: dict[str, Key] = {"": 0} | {
        theme.number: k for theme, k in zip(file.themes, change.new_keys(len(file.themes)), strict=True)
    }
    siblings: dict[str, int] = {}
    for theme in file.themes:
        siblings[theme.parent] = siblings.get(theme.parent, 0) + 1
    places = {parent: iter(spread(count)) for parent, count in siblings.items()}
    for theme in file.themes:
        made = new_theme(keys[theme.number], theme.words, keys[theme.parent] or None, next(places[theme.parent]))
        change.insert(replace(made, defined=change.key))
    if not file.version:
        return listed(file.themes, f"{len(file.themes)} themes came in.")
    named_version(change, file.version, file.reason)
    return listed(file.themes, f"{len(file.themes)} themes came in as version {file.version}.")


def framework_file(reader: Reader, version: str) -> FrameworkFile:
    """The framework, or a version of it, as a file holds it. Raises NotFound."""
    study = reader.all(StudyRecord)[0]
    now = printed_now(tree_of(reader))
    chosen = framework_version_named(reader, version) if version else newest_framework_version(reader)
    themes = printed(chosen) if version and chosen else now
    written = tuple(FileTheme(theme.number, _words(theme)) for theme in themes)
    if chosen is None or printed(chosen) != themes:
        return FrameworkFile(written, study.title, licence=study.notice)
    return FrameworkFile(
        written, study.title, chosen.name, _day(chosen.at), (_who(reader, chosen),), chosen.reason, study.notice
    )


def _who(reader: Reader, version: FrameworkVersion) -> str:
    return reader.get(Person, version.by).name


def _words(theme: Printed) -> Wording:
    return Wording(theme.name, theme.definition, theme.include, theme.exclude, theme.example, Origin(theme.origin))


def _day(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).strftime("%Y-%m-%d")


def written(reader: Reader, form: str, version: str) -> bytes:
    """The framework as bytes of a file. Raises NotFound, NotSupported."""
    writers = {
        "toml": framework_toml.write_framework,
        "csv": framework_csv.write_framework,
        "xlsx": framework_xlsx.write_framework,
        "md": framework_outline.write_framework,
    }
    plain = form.casefold().lstrip(".")
    if plain not in writers:
        raise NotSupported(f".{plain}", "no framework is written so", f"give {', '.join(writers)}")
    return writers[plain](_quotable(reader, framework_file(reader, version)))


def _quotable(reader: Reader, file: FrameworkFile) -> FrameworkFile:
    """The framework without six words in a row, in examples and its reason, of people who may not be quoted."""
    silent = withheld_sources(reader, ConsentScope.QUOTE)
    if not silent:
        return file
    traces = Traces([], [words for k in sorted(silent) for words in said_in(reader, reader.get(Source, k))])
    themes = (replace(one, words=traces.clean(one.words, ("example",))) for one in file.themes)
    return replace(file, themes=tuple(themes), reason=traces.taken_out(file.reason))
