"""What filters mean in one state of a study: which sources, whose words, which codings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from trellis.core.attribute import Attribute, Owner, parse_value
from trellis.core.case import Case
from trellis.core.errors import Invalid
from trellis.core.filters import NOT_KNOWN, Filters
from trellis.core.keys import NO_KEY, Key
from trellis.core.source import SourceKind, SpeakerRole
from trellis.store.queries import texts as queries
from trellis.store.queries.texts import Text
from trellis.store.reader import Reader
from trellis.study.resolve import case_named, folded, one_named, source_named, wave_named

Cases = frozenset[Key]


@dataclass(frozen=True)
class Scope:
    """The sources that filters leave, in the order of results, and what is asked of each place in them.

    admitted: for each wave (NO_KEY for none) the cases of which a place must belong to one; None for no such wish.
    speakers: labels and roles, folded; empty for all.
    """

    texts: tuple[Text, ...]
    admitted: Mapping[Key, Cases] | None
    speakers: frozenset[str]

    @cached_property
    def wave_of(self) -> dict[Key, Key]:
        """The wave of each source, NO_KEY for none."""
        return {text.source: text.wave or NO_KEY for text in self.texts}

    def admits(self, source: Key, cases: Iterable[Key]) -> bool:
        """Whether a place in the source that belongs to these cases is kept."""
        if self.admitted is None:
            return True
        wanted = self.admitted.get(self.wave_of[source], frozenset())
        return any(case in wanted for case in cases)

    def hears(self, label: str | None, role: str | None) -> bool:
        """Whether words under this label, by a speaker of this role, are kept."""
        if not self.speakers:
            return True
        return folded(label or "") in self.speakers or folded(role or "") in self.speakers


def scope_of(reader: Reader, filters: Filters) -> Scope:
    """What the filters mean. Raises NotFound, Ambiguous or Invalid for names and values that do not fit."""
    texts = queries.texts(reader.connection)
    if filters.source:
        wanted = {source_named(reader, name).k for name in filters.source}
        texts = [text for text in texts if text.source in wanted]
    if filters.kind:
        kinds = {kind_given(name).value for name in filters.kind}
        texts = [text for text in texts if text.kind in kinds]
    if filters.wave:
        waves = {wave_named(reader, name).k for name in filters.wave}
        texts = [text for text in texts if text.wave in waves]
    return _with_cases(reader, filters, texts)


def _with_cases(reader: Reader, filters: Filters, texts: list[Text]) -> Scope:
    waves = {text.wave or NO_KEY for text in texts}
    admitted: dict[Key, Cases] | None = None
    if filters.case:
        named = frozenset(case_named(reader, name).k for name in filters.case)
        admitted = dict.fromkeys(waves, named)
    for name, values in filters.where:
        attribute = attribute_named(reader, name)
        fitting = values_given(attribute, values)
        if attribute.of is Owner.SOURCE:
            told = {wave: values_at(reader, attribute, wave) for wave in waves}
            texts = [text for text in texts if told[text.wave or NO_KEY].get(text.source, NOT_KNOWN) in fitting]
            continue
        having = {wave: _having(reader, attribute, wave, fitting) for wave in waves}
        admitted = having if admitted is None else {wave: admitted[wave] & having[wave] for wave in waves}
    if admitted is not None:
        everybody = frozenset().union(*admitted.values()) if admitted else frozenset()
        spoken = queries.sources_of_cases(reader.connection, everybody)
        texts = [text for text in texts if text.source in spoken]
    return Scope(tuple(texts), admitted, frozenset(folded(name) for name in filters.speaker))


def _having(reader: Reader, attribute: Attribute, wave: Key, fitting: frozenset[str]) -> Cases:
    values = values_at(reader, attribute, wave)
    cases = {case.k for case in reader.all(Case)} if NOT_KNOWN in fitting else set(values)
    return frozenset(case for case in cases if values.get(case, NOT_KNOWN) in fitting)


def values_at(reader: Reader, attribute: Attribute, wave: Key) -> dict[Key, str]:
    """The attribute's value of each owner in a wave; where none was told for the wave, the one outside waves."""
    found: dict[Key, str] = {}
    for owner, at, value in queries.values(reader.connection, attribute.k):
        if at == wave or (at == NO_KEY and owner not in found):
            found[owner] = value
    return found


def attribute_named(reader: Reader, name: str) -> Attribute:
    """The attribute of that name. Raises NotFound or Ambiguous."""
    return one_named(reader.all(Attribute), name, lambda attribute: attribute.name, "attribute")


def values_given(attribute: Attribute, values: Iterable[str]) -> frozenset[str]:
    """The values in their canonical form. Raises Invalid for one that does not fit the attribute."""
    return frozenset(value if value == NOT_KNOWN else parse_value(attribute, value) for value in values)


def kind_given(name: str) -> SourceKind:
    """The kind of source of that name. Raises Invalid."""
    try:
        return SourceKind(folded(name))
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in SourceKind)
        message = f"“{name}” is no kind of source; there are: {kinds}"
        raise Invalid(message) from error


ROLES = tuple(role.value for role in SpeakerRole)
"""The roles that a speaker filter may name instead of labels."""
