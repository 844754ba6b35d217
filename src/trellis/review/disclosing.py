"""Who could be recognised by what is printed of them: `disclosure`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from trellis.analysis.disclosure import DROPPED, Ladder, Row, smallest_coarsening
from trellis.core.document import PartKind
from trellis.core.review import Level, Remark, Spot
from trellis.core.segment import Segment
from trellis.review.attributions import Attribution, Named
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.quotations import Quotation
from trellis.review.word_kinds import SPEECH

_PRONOUN = re.compile(rf"\b(she|he)\s+(?:\w+\s+)?(?:{SPEECH.pattern})", re.IGNORECASE)
_SEXES = {"she": frozenset({"female", "woman", "f", "w"}), "he": frozenset({"male", "man", "m"})}
_AGREED = re.compile(
    r"\b(?:read|seen|shown)\b[^.]{0,40}\b(?:printed|written|quoted|paper|draft|article|this)\b[^.]{0,40}\bagreed\b"
    r"|\b(?:agreed|consented|consent|permission|happy|content)\b[^.]{0,60}\b(?:identif\w+|recogni\w+|named|attribut\w+"
    r"|(?:quoted|described|printed|given|known) (?:by|with|under))",
    re.IGNORECASE,
)
_FEWEST = 2


@dataclass
class _Printed:
    """What is printed together of one person or group: values by attribute, and the spots where they are."""

    values: dict[str, frozenset[str]] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)
    written: str = ""
    by_pronoun: bool = False

    def add(self, attribute: str, values: frozenset[str]) -> None:
        """Narrows an attribute to what both the old and the new words allow."""
        before = self.values.get(attribute)
        self.values[attribute] = values if before is None else (before & values or values)


def disclosed(material: Material) -> Iterator[Remark]:
    """Attributions, or what is printed of one person taken together, that too few people of the sample share."""
    if not material.sample.people:
        return
    single = _attributions(material)
    joined = _by_person(material)
    found = [(printed, people) for printed in single.values() if (people := _too_few(material, printed)) is not None]
    seen = {people for _, people in found}
    unions = [
        (printed, people)
        for printed in joined.values()
        if (people := _too_few(material, printed)) is not None and people not in seen
    ]
    advice = _advice(material, [printed for printed, _ in (*found, *unions)], [*single.values(), *joined.values()])
    told_apart = [(printed, people) for printed, people in found if printed.by_pronoun]
    if len(told_apart) > 1:
        yield _by_pronouns(told_apart, advice)
        found = [each for each in found if not each[0].by_pronoun]
    for printed, people in found:
        yield _remark(printed, people, (f"The attribution “{printed.written}” fits", advice))
    for printed, people in unions:
        told = ", ".join(sorted(" or ".join(sorted(values)) for values in printed.values.values()))
        yield _remark(printed, people, (f"What is printed of {printed.written}, taken together ({told}), fits", advice))
    yield from _few_in_population(material, single)


def _remark(printed: _Printed, people: frozenset[int], words: tuple[str, str]) -> Remark:
    beginning, advice = words
    count = "one person" if len(people) == 1 else f"{len(people)} people"
    said = f"{beginning} {count} of the sample{advice}."
    if printed.by_pronoun:
        said = f"With the pronoun in its sentence, {said[0].lower()}{said[1:]}"
    level = Level.LOOK if printed.by_pronoun else Level.SAY_WHY
    return Remark("disclosure", level, said, tuple(printed.spots), rank=7 if len(people) == 1 else 4)


def _by_pronouns(found: list[tuple[_Printed, frozenset[int]]], advice: str) -> Remark:
    """One remark for all attributions that only “he” or “she” beside them narrows down: they have one remedy."""
    written = ", ".join(f"“{printed.written}”" for printed, _ in found)
    most = max(len(people) for _, people in found)
    count = "one person" if most == 1 else f"{most} people at most"
    said = f"With the pronouns in their sentences, the attributions {written} fit {count} of the sample each{advice}."
    spots = tuple(spot for printed, _ in found for spot in printed.spots)
    return Remark("disclosure", Level.LOOK, said, spots, rank=7 if most == 1 else 4)


def _attributions(material: Material) -> dict[tuple[tuple[str, frozenset[str]], ...], _Printed]:
    """What each different attribution says, pronouns in its sentence included."""
    found: dict[tuple[tuple[str, frozenset[str]], ...], _Printed] = {}
    for quotation in material.quotations:
        attribution = quotation.ascribed.attribution
        if not quotation.ascribed.is_explicit or not attribution.named:
            continue
        printed = _Printed(written=" ".join(attribution.written.split()))
        for named in _said_of(material, quotation, attribution):
            printed.add(named.attribute, named.values)
            printed.by_pronoun = printed.by_pronoun or named not in attribution.named
        key = tuple(sorted((name, values) for name, values in printed.values.items()))
        found.setdefault(key, printed).spots.append(material.attribution_spot(quotation))
    return found


def _said_of(material: Material, quotation: Quotation, attribution: Attribution) -> Iterator[Named]:
    yield from attribution.named
    pronoun = _PRONOUN.search(f"{_sentence_before(material, quotation)} {material.claimed(quotation)}")
    if pronoun is None:
        return
    for attribute, values in material.sample.values.items():
        known = {value for value in values if value.casefold() in _SEXES[pronoun[1].casefold()]}
        if known:
            yield Named(attribute, frozenset(known), pronoun[1])


def _sentence_before(material: Material, quotation: Quotation) -> str:
    """The sentence before that of a quotation, within its passage."""
    passage, claim = quotation.passage, quotation.claim
    if claim is None or not passage.start <= claim.start < passage.end:
        return ""
    before = [s for s in material.prose.sentences(passage.start, claim.start) if s.end <= claim.start]
    return material.authors_words(before[-1]) if before else ""


def _by_person(material: Material) -> dict[int, _Printed]:
    """What is printed of each person who is named or numbered: over all their quotations, and in tables of people."""
    found: dict[int, _Printed] = {}
    for quotation in material.quotations:
        attribution = quotation.ascribed.attribution
        if len(attribution.people) == 1 and quotation.ascribed.is_explicit:
            said = list(_said_of(material, quotation, attribution))
            _join(material, found, attribution, said, material.attribution_spot(quotation))
    for attribution, spot in _rows(material):
        _join(material, found, attribution, list(attribution.named), spot)
    return {person: printed for person, printed in found.items() if printed.values}


def _join(
    material: Material, found: dict[int, _Printed], attribution: Attribution, said: list[Named], spot: Spot
) -> None:
    person = next(iter(attribution.people))
    printed = found.setdefault(person, _Printed(written=material.sample.people[person].name))
    for named in said:
        printed.add(named.attribute, named.values)
    printed.spots.append(spot)


def _rows(material: Material) -> Iterator[tuple[Attribution, Spot]]:
    """The rows of the manuscript's tables that say something of one person by name or number."""
    text = material.prose.manuscript.text
    for passage in material.prose.manuscript.passages:
        if passage.kind is not PartKind.TABLE:
            continue
        heads = [text[cell.start : cell.end] for cell in passage.rows[0]] if passage.rows else []
        for row in passage.rows[1:]:
            if any(len(text[cell.start : cell.end].split()) > 12 for cell in row):
                continue
            words = "; ".join(
                _with_head(head, text[cell.start : cell.end]) for head, cell in zip(heads, row, strict=False)
            )
            attribution = material.lexicon.read(words)
            if len(attribution.people) == 1 and attribution.named:
                yield attribution, material.prose.spot(row[0].start, row[-1].end)


def _with_head(head: str, cell: str) -> str:
    return f"{head} {cell}" if cell.strip().isdecimal() else cell


def _too_few(material: Material, printed: _Printed) -> frozenset[int] | None:
    """The people whom it all fits, where they are fewer than k; None where enough do, nobody does, or all agreed."""
    people = frozenset(
        n
        for n, person in enumerate(material.sample.people)
        if all(values & set(person.of(attribute)) for attribute, values in printed.values.items())
    )
    if not people or len(people) >= max(material.settings.k, _FEWEST):
        return None
    if all(material.sample.people[n].is_open for n in people) or _agreed_in_print(material, people):
        return None
    return people


def _agreed_in_print(material: Material, people: frozenset[int]) -> bool:
    """Whether the manuscript says that those people agreed to be recognisable."""
    for sentence in material.sentences(*SectionKind):
        words = material.authors_words(sentence)
        if not _AGREED.search(words) or re.search(r"\b(?:not|nobody|no one)\b", words):
            continue
        named = material.lexicon.read(words).people
        meant = [named] if named else [frozenset(_whom(material, each)) for each in _who_agreed(material, words)]
        if any(people <= each for each in meant):
            return True
    return False


def _who_agreed(material: Material, words: str) -> list[Named]:
    """Whom a sentence can mean: those it mentions by what they are; by anything else where it does not."""
    mentions = [named for named, _ in material.lexicon.mentions(words)]
    return [named for named in mentions if named.attribute in material.role_attributes] or mentions


def _whom(material: Material, named: Named) -> Iterator[int]:
    for n, person in enumerate(material.sample.people):
        if named.values & set(person.of(named.attribute)):
            yield n


def _advice(material: Material, found: list[_Printed], printed: list[_Printed]) -> str:
    """The smallest coarsening after which enough people share everything that is printed, by an exact search."""
    attributes = _ordered(material, {attribute for each in found for attribute in each.values})
    people: list[Row] = [
        tuple("/".join(person.of(attribute)) for attribute in attributes) for person in material.sample.people
    ]
    asked: list[Row] = [tuple(_one(each.values.get(attribute)) for attribute in attributes) for each in printed]
    groups = dict(material.settings.groups)
    ladders = [Ladder(a, (dict(groups[a]),) if a in groups else ()) for a in attributes]
    least = max(material.settings.k, _FEWEST)
    best = smallest_coarsening(people, ladders, least, asked) if attributes else None
    if best is None or not any(best.steps):
        return ""
    return f"; the smallest coarsening after which at least {least} share each is to {best.told(ladders)}"


def _one(values: frozenset[str] | None) -> str:
    """The value that is printed; one of several that are meant is no value to count by."""
    return next(iter(values)) if values is not None and len(values) == 1 else DROPPED


def _ordered(material: Material, attributes: set[str]) -> list[str]:
    stated = [name for name in material.settings.order if name in attributes]
    rest = [name for name in material.sample.attributes if name in attributes and name not in stated]
    # What people are says most of what a reader needs; where they are is left out first.
    return [*stated, *sorted(rest, key=lambda name: name in material.role_attributes)]


def _few_in_population(
    material: Material, single: dict[tuple[tuple[str, frozenset[str]], ...], _Printed]
) -> Iterator[Remark]:
    """Attributions that print a post which, by the settings, too few people hold at all."""
    least = max(material.settings.k, _FEWEST)
    posts = {value.casefold(): count for value, count in material.settings.population}
    for printed in single.values():
        few = [
            (value, posts[value.casefold()])
            for values in printed.values.values()
            for value in values
            if len(values) == 1 and posts.get(value.casefold(), least) < least
        ]
        if few and _too_few(material, printed) is None and not _all_open(material, printed):
            value, count = few[0]
            said = (
                f"“{value}” is a post that {count} people hold, in the sample or not."
                if count != 1
                else (f"“{value}” is a post that one person holds.")
            )
            yield Remark("disclosure", Level.SAY_WHY, said, tuple(printed.spots), rank=7)


def _all_open(material: Material, printed: _Printed) -> bool:
    people = [
        person
        for person in material.sample.people
        if all(values & set(person.of(attribute)) for attribute, values in printed.values.items())
    ]
    return bool(people) and all(person.is_open for person in people)


_DETAIL = re.compile(
    r"\b(?:used to be an? (?!lot|bit|problem|time)[\w -]{3,30}|(?:a|the) former (?!colleague|manager|service|team"
    r"|role|system|way|job|post|work|name|title)[\w -]{3,25}"
    r"|(?:an? )?(?:Scots|Irish|Welsh|English|French|Dutch)(?:wo)?man\b|originally (?:came )?from [A-Z]\w+"
    r"|born in [A-Z]\w+"
    r"|the (?:only|youngest|oldest|longest-serving) (?:man|woman|worker|manager|member|one|person)\b"
    r"|the only (?:man|woman) among \w+"
    r"|the (?:one|only|sole) (?:\w+ )?(?:participant|interviewee|respondent|informant|worker|manager|member|nurse|carer"
    r"|teacher) (?:living |based |working )?(?:in|from) (?-i:[A-Z])\w+"
    r"|(?:had|has) (?:worked|trained|qualified) as an? [\w -]{3,25}"
    r"|(?:and|who (?:was|had been)|,) (?:once|formerly|previously) an? (?!week|month|year|day|night|fortnight|quarter"
    r"|term)[\w -]{3,25}"
    r"|in (?:his|her|their) (?:early |mid-?|late )?(?:twenties|thirties|forties|fifties|sixties|seventies)\b"
    r"|who has been (?:\w+|\d+) years in (?:post|the job))",
    re.IGNORECASE,
)


_ALONE = re.compile(r"the (?:one|only|sole) .* (?:in|from) [A-Z]\w+$", re.IGNORECASE)


def _quoted_people(material: Material, sentence: Segment) -> frozenset[int]:
    """The one person whom a sentence with quotations, or one that leads to a quotation, names by name or number."""
    led = [q for q in material.quotations if q.claim == sentence and q.ascribed.is_explicit]
    people = frozenset().union(*(q.ascribed.attribution.people for q in led))
    return people if len(people) == 1 else frozenset()


_TOLD_IN = (SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_OF_THE_AUTHORS = re.compile(r"\b(?:[A-Z]\.\s?[A-Z]\.|I|we|authors?|researchers?|interviewers?|of us)(?![\w’'])")
"""Those who wrote the paper, whose past it may tell."""


def described(material: Material) -> Iterator[Remark]:
    """Sentences behind the introduction that tell of one person's past, origin or singularity beside their role."""
    for sentence in material.sentences(*_TOLD_IN):
        words = material.authors_words(sentence)
        found = _DETAIL.search(words)
        roles = [named for named, _ in material.lexicon.mentions(words) if _is_one_of_a_role(material, named)]
        people = _quoted_people(material, sentence) if found is not None else frozenset()
        roles += _quoted_roles(material, sentence) if found is not None else []
        is_one = found is not None and _ALONE.search(found.group()) is not None
        if found is None or not (roles or people or is_one) or CITATION.search(words) or _OF_THE_AUTHORS.search(words):
            continue
        people = people or material.lexicon.read(words).people
        people = people or frozenset(n for named in roles for n in _whom(material, named))
        if people and _agreed_in_print(material, people):
            continue
        beside = "Beside the role" if roles else "Of one person"
        said = (
            f"{beside} the sentence tells “{' '.join(found.group().split())}”: "
            "content identifies more than labels do; read it as a colleague would."
        )
        spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
        yield Remark("disclosure", Level.LOOK, said, (spot,), rank=5)


def _quoted_roles(material: Material, sentence: Segment) -> list[Named]:
    """The roles that the attributions in a sentence name."""
    inside = [
        q
        for q in material.quotations
        if (sentence.start <= q.start < sentence.end or q.claim == sentence) and q.ascribed.is_explicit
    ]
    return [n for q in inside for n in q.ascribed.attribution.named if _is_one_of_a_role(material, n)]


def _is_one_of_a_role(material: Material, named: Named) -> bool:
    """Whether a mention is of one person by what they are."""
    return named.attribute in material.role_attributes and not named.written.rstrip("’'").endswith("s")
