"""Whether attributions are all there and worded alike: `attribution-pattern`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from trellis.core.document import PartKind
from trellis.core.review import Level, Remark
from trellis.review.ascribing import Place
from trellis.review.attributions import Attribution
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.quotations import Quotation
from trellis.review.word_kinds import phrases

_FEWEST_ATTRIBUTIONS = 4
_FEWEST_NAMED = 10
_NEARLY_ALL = 0.85
_LONG = 8
_MOST_ODD = 2
_RULE = re.compile(
    r"\b(?:quot\w+|identif\w+|attribut\w+|label\w*|cited|referred to|named|given|described|shown|printed"
    r"|pseudonyms?)\b"
    r"[^.]{0,80}\b(?:by|with|as|under)\b[^.]{0,60}"
    r"\b(?:roles?|pseudonyms?|numbers?|sites?|teams?|titles?|names?|codes?)\b",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(
    r"\b(?:alone|only|except\w*|unless|omitted|left out|leave out|withh\w+|without|where at least"
    r"|not (?:given|named|shown|added|printed)|no (?:site|team|role|name))\b",
    re.IGNORECASE,
)


def patterned(material: Material) -> Iterator[Remark]:
    """Attributions that are worded after more than one pattern."""
    shaped = [
        (_pattern(material, quotation.ascribed.attribution), quotation)
        for quotation in material.quotations
        if quotation.ascribed.is_explicit
        and quotation.ascribed.place is not Place.ROW
        and (quotation.ascribed.attribution.named or quotation.ascribed.attribution.people)
    ]
    if len(shaped) < _FEWEST_ATTRIBUTIONS:
        return
    apart = [] if _has_rule(material) or _says_less_by_role(material, shaped) else list(_apart(material, shaped))
    yield from apart or _nameless(material, [quotation for _, quotation in shaped])
    yield from _renamed(material, [quotation for _, quotation in shaped])


def _apart(material: Material, shaped: Sequence[tuple[tuple[str, ...], Quotation]]) -> Iterator[Remark]:
    """The attributions that follow another pattern than most, where they are more than one or differ in order."""
    counts = Counter(pattern for pattern, _ in shaped)
    usual, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    others = [q for pattern, q in shaped if pattern != usual and not _is_agreed(material, q)]
    orders = {tuple(sorted(pattern)) for pattern in counts}
    is_order = len(orders) < len(counts)
    if len(others) > 1 or (others and is_order):
        model = next(q for pattern, q in shaped if pattern == usual).ascribed.attribution.written
        first = others[0].ascribed.attribution.written
        said = (
            f"Attributions follow {len(counts)} patterns: {count} are like “{_flat(model)}”, "
            f"{len(others)} are not, the first “{_flat(first)}”."
        )
        spots = tuple(material.attribution_spot(quotation) for quotation in others)
        yield Remark("attribution-pattern", Level.LOOK, said, spots, rank=3)


def _nameless(material: Material, quotations: Sequence[Quotation]) -> Iterator[Remark]:
    """The one or two attributions that say what somebody is where all the others say by name or number who it is."""
    named = [q for q in quotations if q.ascribed.attribution.people]
    others = [q for q in quotations if not q.ascribed.attribution.people and not _is_agreed(material, q)]
    people = {person for q in named for person in q.ascribed.attribution.people}
    roles = {value for each in material.role_attributes for value in material.values_of(people, each)}
    odd = [q for q in others if q.ascribed.attribution.fitting(material.sample) and _role_named(material, q) & roles]
    if not 0 < len(others) <= _MOST_ODD or len(odd) < len(others) or len(named) < _FEWEST_NAMED:
        return
    first = _flat(odd[0].ascribed.attribution.written)
    said = f"{len(named)} attributions say by name or number who speaks; “{first}” does not."
    spots = tuple(material.attribution_spot(quotation) for quotation in odd)
    yield Remark("attribution-pattern", Level.LOOK, said, spots, rank=3)


def _role_named(material: Material, quotation: Quotation) -> set[str]:
    return {
        value
        for named in quotation.ascribed.attribution.named
        if named.attribute in material.role_attributes
        for value in named.values
    }


def _has_rule(material: Material) -> bool:
    """Whether the paper says how people are named beside their words, and where it names them otherwise."""
    manuscript = material.prose.manuscript
    for passage in manuscript.passages:
        words = manuscript.text[passage.start : passage.end]
        kind = material.prose.section(passage.start).kind
        if kind is SectionKind.METHODS or passage.kind is PartKind.FOOTNOTE:
            found = _RULE.search(words)
            if found and _EXCEPTED.search(words, found.start()):
                return True
    return False


def _says_less_by_role(material: Material, shaped: Sequence[tuple[tuple[str, ...], Quotation]]) -> bool:
    """Whether every attribution that is worded otherwise says less than most, and so does each one of its role.

    "Managers by their role alone" protects them, and is meant.
    """
    usual = Counter(pattern for pattern, _ in shaped).most_common(1)[0][0]
    by_role: dict[frozenset[str], set[tuple[str, ...]]] = {}
    for pattern, quotation in shaped:
        roles = [n.values for n in quotation.ascribed.attribution.named if n.attribute in material.role_attributes]
        if not roles:
            return False
        by_role.setdefault(roles[0], set()).add(pattern)
    others = [found for found in by_role.values() if found != {usual}]
    return all(len(found) == 1 and set(*found) < set(usual) for found in others)


def unnamed(material: Material) -> Iterator[Remark]:
    """Words of a participant without any name or role, in a paper that gives one with nearly all."""
    findings = [q for q in material.quotations if q.section is SectionKind.FINDINGS and material.heard(q)]
    explicit = [q for q in findings if q.ascribed.is_explicit]
    if len(explicit) < _FEWEST_NAMED or len(explicit) < _NEARLY_ALL * len(findings):
        return
    for quotation in findings:
        ascribed = quotation.ascribed
        is_told = ascribed.tellers or ascribed.tellers_by_name or ascribed.attribution.people
        if ascribed.is_explicit or is_told or quotation.length < _LONG or _is_named_near(material, quotation):
            continue
        said = f"Nobody is named for these words; {len(explicit)} of {len(findings)} quotations have a name or role."
        yield Remark("attribution-pattern", Level.LOOK, said, (material.spot(quotation),), rank=3)


def _is_named_near(material: Material, quotation: Quotation) -> bool:
    """Whether the passage or the one before names who speaks, or has other words of theirs with their name."""
    passages = material.prose.manuscript.passages
    near = {quotation.passage.n, quotation.passage.n - 1}
    heard = material.heard(quotation)
    if any(q.passage.n in near and q.n != quotation.n and material.speakers[q.n] & heard for q in material.quotations):
        return True
    words = " ".join(material.prose.manuscript.text[p.start : p.end] for p in passages if p.n in near)
    return any(
        re.search(rf"\b{re.escape(name)}\b", words) for person in heard for name in material.sample.people[person].names
    )


_AGREED = phrases(
    r"""exception / at (?:her|his|their) (?:own )?(?:wish|request) / with (?:her|his|their) consent
    / (?:asked|wished|wanted|agreed) to be (?:named|quoted|recognised|identified)
    / (?:consent|permission) (?:of|to be) / named here"""
)


def _is_agreed(material: Material, quotation: Quotation) -> bool:
    """Whether the passage that leads to a quotation says that this one is attributed otherwise, and why."""
    manuscript, claim = material.prose.manuscript, quotation.claim
    passage = quotation.passage if claim is None else manuscript.passage_at(claim.start)
    return _AGREED.search(manuscript.text[passage.start : passage.end]) is not None


def _pattern(material: Material, attribution: Attribution) -> tuple[str, ...]:
    """The kinds of thing that an attribution says, in order."""
    kinds = [
        (attribution.written.find(named.written), named.attribute)
        for named in attribution.named
        if not _varies(material, named.attribute)
    ]
    if attribution.people:
        names = [name for person in attribution.people for name in material.sample.people[person].names]
        at = min((found for name in names if (found := attribution.written.find(name)) >= 0), default=0)
        kinds.append((at, "name"))
    return tuple(kind for _, kind in sorted(kinds))


def _varies(material: Material, attribute: str) -> bool:
    """Whether somebody has several values of it, as of a wave: then it is printed where it matters."""
    return any(len(person.of(attribute)) > 1 for person in material.sample.people)


def _renamed(material: Material, quotations: list[Quotation]) -> Iterator[Remark]:
    """One value under several names ("PSW", "peer worker")."""
    written: dict[tuple[str, str], dict[str, list[Quotation]]] = {}
    for quotation in quotations:
        for named in quotation.ascribed.attribution.named:
            if len(named.values) == 1:
                ways = written.setdefault((named.attribute, next(iter(named.values))), {})
                ways.setdefault(named.written.casefold().rstrip("s"), []).append(quotation)
    for (_, value), ways in sorted(written.items()):
        if len(ways) > 1:
            told = ", ".join(f"“{way}” ({len(found)})" for way, found in sorted(ways.items()))
            fewest = min(ways.values(), key=lambda found: (len(found), found[0].start))
            spots = tuple(material.attribution_spot(quotation) for quotation in fewest)
            said = f"“{value}” goes by several names in the attributions: {told}."
            yield Remark("attribution-pattern", Level.LOOK, said, spots, rank=2)


def _flat(words: str) -> str:
    return " ".join(words.split())
