"""What the audit trail says of people: pseudonyms, withdrawals, disposals, packages, what left with names."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace

from trellis.analysis.table import Table
from trellis.core.case import Participant
from trellis.core.consent import ConsentScope, Withdrawal
from trellis.core.source import Source
from trellis.core.study import EXPORTED, Person, Setting
from trellis.store import history
from trellis.store.reader import Reader
from trellis.study.handing_out import HANDED_OUT
from trellis.study.history import utc
from trellis.study.pseudonyms import is_pseudonymised
from trellis.study.retention import GONE, UNTIL
from trellis.study.speaking import withheld_sources


def people_sections(reader: Reader) -> list[Table]:
    """Pseudonymised texts, withdrawals, files destroyed, packages, exports with real names."""
    sources = reader.all(Source)
    done = sum(is_pseudonymised(reader, source) for source in sources)
    called = {one.k: one.pseudonym for one in reader.all(Participant)}
    withdrawn = tuple((called[one.participant], one.level.value, one.cut_off) for one in reader.all(Withdrawal))
    return [
        Table(("texts", "pseudonymised"), ((len(sources), done),), "Pseudonymised texts"),
        Table(("participant", "level", "from"), withdrawn, "Withdrawals"),
        Table(("source", "kept until", "destroyed"), _destroyed(reader, sources), "Original files destroyed"),
        Table(("when", "to", "role", "sources", "texts"), _packages(reader), "Handed out"),
        Table(("when", "who", "what"), _identified(reader), "Exports with real names"),
    ]


def _destroyed(reader: Reader, sources: Sequence[Source]) -> tuple[tuple[str, str, str], ...]:
    said = {setting.name: setting.value for setting in reader.all(Setting)}
    return tuple(
        (source.name, said.get(f"{UNTIL} {source.k}", ""), said[f"{GONE} {source.k}"])
        for source in sources
        if f"{GONE} {source.k}" in said
    )


def _packages(reader: Reader) -> tuple[tuple[str, str, str, int, str], ...]:
    rows = []
    for setting in reader.all(Setting):
        if setting.name.startswith(f"{HANDED_OUT} "):
            said = json.loads(setting.value)
            when = _day(reader, setting.rev)
            rows.append((when, said["to"], said["role"], len(said["sources"]), said.get("texts", "as read")))
    return tuple(sorted(rows))


def _identified(reader: Reader) -> tuple[tuple[str, str, str], ...]:
    people = {person.k: person.name for person in reader.all(Person)}
    rows = []
    for setting in reader.all(Setting):
        if setting.name.startswith(f"{EXPORTED} "):
            made = history.origin_of(reader.connection, setting.rev)
            who = "" if made is None else people.get(made.person, "")
            rows.append((_day(reader, setting.rev), who, setting.value))
    return tuple(sorted(rows))


def _day(reader: Reader, change: int) -> str:
    return utc(history.entry(reader.connection, change).at)[:10]


def without_quotations(reader: Reader, sections: list[Table]) -> list[Table]:
    """The trail without words from sources in which somebody may not be quoted; the row says so in their place."""
    silent = withheld_sources(reader, ConsentScope.QUOTE)
    names = {source.name for source in reader.all(Source) if source.k in silent}
    return [_hushed(section, names) if {"source", "words"} <= {*section.columns} else section for section in sections]


def _hushed(section: Table, names: Collection[str]) -> Table:
    source, words = section.columns.index("source"), section.columns.index("words")
    rows = tuple(
        (*row[:words], "(no consent to quote)", *row[words + 1 :]) if row[source] in names else row
        for row in section.values
    )
    return replace(section, values=rows)
