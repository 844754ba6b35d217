"""Whether claims rest on those they speak of: `second-hand`, `evidence-off-scope`, `contrast-one-sided`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark, SourceWords
from trellis.core.segment import Segment
from trellis.review.attributions import Named
from trellis.review.material import Material
from trellis.review.people import tokens_of
from trellis.review.prose import CITATION, SectionKind
from trellis.review.quotations import Quotation
from trellis.review.word_kinds import PERCEIVED, SPEECH, phrases
from trellis.review.word_kinds import words as listed

OTHER_GROUPS = phrases(
    r"""(?:the )?professionals / (?:mental )?health professionals / clinicians / clients / service users / users
    / patients / carers / families / relatives / psychiatrists / doctors / GPs / nurses / social workers
    / psychologists / managers / colleagues / employers / commissioners / team leaders / consultants"""
)
"""Groups that a claim may be about though nobody of them is in the sample."""

CONTRAST = phrases(
    r"""whereas / unlike / in contrast / by contrast / compared (?:with|to) / on the other hand / differed / while
    / (?:more|less|fewer) (?:\w+ ){1,8}than
    / (?!rather|other|whether)(?:better|worse|\w{3,}er) (?:\w+ ){0,8}than / but not / not so / the opposite"""
)
"""How a sentence sets one group against another."""

_OPENING = (
    r"(?:[A-Z][\w-]+ly|However|Yet|But|And|Also|Often|Overall|Here|Instead|Thus|In (?:practice|general|short)|At first)"
)
_MANY = r"(?:a (?:few|number of)|(?:the )?majority of(?: the)?|nearly all|almost all)"
_WHICH = """the|these|those|some|most|many|several|all|few|both|other|our|local|senior|junior|community|qualified
    |professional|individual"""
BEFORE_SUBJECT = re.compile(
    rf"\s*(?:{_OPENING},?\s+|(?:At|In) [^,]{{3,40}},\s+)?(?:(?:{_MANY}|{''.join(_WHICH.split())})\s+){{0,3}}",
    re.IGNORECASE,
)
"""What may stand before the group that a sentence is about."""

_VERB_SOON = 4
_NO_VERB = re.compile(r"\s*(?:,|and\b|or\b|who\b|whose\b|['’])", re.IGNORECASE)


def second_hand(material: Material) -> Iterator[Remark]:
    """Claims worded as fact about a group that rest on other groups' words alone."""
    for claim, quotations in _claims(material).items():
        words = material.authors_words(claim)
        if PERCEIVED.search(words) or CITATION.search(words) or _is_told_before(material, claim):
            continue
        subject = _subject(material, words)
        speakers = _speakers(material, quotations)
        if subject is None or not speakers or subject[1] & speakers or _fit_in_print(material, quotations, subject[1]):
            continue
        names = ", ".join(sorted({_role(material, person) for person in speakers}))
        said = f"The sentence says as a fact what {subject[0]} do or are; it rests on the word of others ({names})."
        sources = tuple(_first_words(material, quotations))[:1]
        yield Remark(
            "second-hand", Level.SAY_WHY, said, (material.prose.spot(claim.start, claim.end),), sources, rank=6
        )


def one_as_many(material: Material) -> Iterator[Remark]:
    """Claims about a group in the plural of which one person alone was interviewed."""
    for sentence in material.sentences(SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        if PERCEIVED.search(words) or CITATION.search(words) or _MAY.search(words):
            continue
        head = BEFORE_SUBJECT.match(words)
        at = head.end() if head else 0
        named = next((each for each, place in material.lexicon.mentions(words) if place == at), None)
        if named is None or named.attribute not in material.role_attributes or not _is_plural(named.written):
            continue
        if len(_people(material, named)) != 1 or _NO_VERB.match(words, at + len(named.written)):
            continue
        said = f"The sentence speaks of {named.written} as of many; the sample has one."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("second-hand", Level.SAY_WHY, said, (spot,), rank=5)


_MAY = re.compile(
    r"\b(?:may|might|could|would|should|can|must|need|was|were|if|not|no|one|interviewed|asked)\b", re.IGNORECASE
)


def _claims(material: Material) -> dict[Segment, list[Quotation]]:
    """The sentences of the findings that quotations belong to, each with its quotations."""
    found: dict[Segment, list[Quotation]] = {}
    for quotation in material.quotations:
        if quotation.claim is not None and quotation.section is SectionKind.FINDINGS:
            found.setdefault(quotation.claim, []).append(quotation)
    return found


def _subject(material: Material, words: str) -> tuple[str, frozenset[int]] | None:
    """The group that a sentence begins with, and its people in the sample; None where it begins with something else."""
    head = BEFORE_SUBJECT.match(words)
    at = head.end() if head else 0
    for named, place in material.lexicon.mentions(words):
        if place == at and named.attribute in material.role_attributes and _is_plural(named.written):
            return _if_subject(words, at, named.written, _people(material, named))
    other = OTHER_GROUPS.match(words, at)
    return _if_subject(words, at, other.group(), frozenset()) if other else None


def _if_subject(words: str, at: int, written: str, people: frozenset[int]) -> tuple[str, frozenset[int]] | None:
    after = words[at + len(written) :]
    return None if _NO_VERB.match(after) else (written.strip(), people)


def _is_plural(written: str) -> bool:
    return written.rstrip("’'").endswith("s")


def _people(material: Material, named: Named) -> frozenset[int]:
    people = enumerate(material.sample.people)
    return frozenset(n for n, person in people if named.values & set(person.of(named.attribute)))


def _speakers(material: Material, quotations: list[Quotation]) -> frozenset[int]:
    """Everybody who speaks in some quotations; nobody as soon as one speaker is not known."""
    found = [material.speakers[quotation.n] for quotation in quotations]
    return frozenset().union(*found) if all(found) else frozenset()


def _fit_in_print(material: Material, quotations: list[Quotation], people: frozenset[int]) -> bool:
    """Whether an attribution, right or wrong, is to somebody of the group: then only the attribution is asked about."""
    return any(q.ascribed.attribution.fitting(material.sample) & people for q in quotations if q.ascribed.is_explicit)


def _is_told_before(material: Material, claim: Segment) -> bool:
    """Whether the sentence before, in the same passage, says whose view is told."""
    passage = material.prose.manuscript.passage_at(claim.start)
    before = [s for s in material.prose.sentences(passage.start, claim.start) if s.end <= claim.start]
    return bool(before) and PERCEIVED.search(material.authors_words(before[-1])) is not None


def _role(material: Material, person: int) -> str:
    roles = [v for attribute in sorted(material.role_attributes) for v in material.sample.people[person].of(attribute)]
    return roles[0] if roles else material.sample.people[person].name


def _first_words(material: Material, quotations: list[Quotation]) -> Iterator[SourceWords]:
    for quotation in quotations:
        if quotation.readings:
            yield material.source_words(quotation.readings[0].placed[0])


def off_scope(material: Material) -> Iterator[Remark]:
    """Claims about one site, role or group whose quotations are all from elsewhere."""
    for claim, quotations in _claims(material).items():
        words = material.authors_words(claim)
        told = [quotation for quotation in quotations if quotation.ascribed.is_explicit]
        speakers = _speakers(material, told)
        if not speakers or CITATION.search(words) or CONTRAST.search(words) or _OF_TWO.search(words):
            continue
        for attribute, named in _scopes(material, words).items():
            people = frozenset().union(*(_people(material, each) for each in named))
            if not people or people & speakers or _fit_in_print(material, told, people):
                continue
            if _may_be_meant(named, material.values_of(speakers, attribute)):
                continue
            scope = ", ".join(f"“{each.written.strip()}”" for each in named)
            theirs = ", ".join(sorted(material.values_of(speakers, attribute))) or "unknown"
            said = f"The sentence speaks of {scope}; those who are quoted for it are of another {attribute}: {theirs}."
            spots = (material.prose.spot(claim.start, claim.end), *(material.spot(q) for q in told[:2]))
            sources = tuple(_first_words(material, told))[:1]
            yield Remark("evidence-off-scope", Level.SAY_WHY, said, spots, sources, rank=6)
            break


_OF_TWO = re.compile(r"\bone\b.{1,120}\bthe other\b", re.IGNORECASE)
"""How a sentence speaks of two people, of whom one is quoted: "the one in the day team … the other"."""

_UNKNOWN = listed("unknown unclear missing unstated")
_NOT_OF = re.compile(
    r"\b(?:without|no|not|non|never|outside|beyond|except|neither|nor|rather than|other than|apart from|instead of"
    r"|unlike|lack\w*|left)[\s-]+(?:(?:in|of|from|at|for|with|an?|any|the|their|its|other|such|yet)\s+){0,2}$",
    re.IGNORECASE,
)


def _may_be_meant(named: list[Named], values: frozenset[str]) -> bool:
    """Whether what people are may be called so: by a part of its name ("founder" for "founder-owner"), or not known."""
    known = [
        tokens_of(value) for value in values if not _UNKNOWN & set(tokens_of(value)) and "not" not in tokens_of(value)
    ]
    words = [tokens_of(each.written) for each in named]
    return not known or any(_has_run(value, part) for value in known for part in words)


def _has_run(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _scopes(material: Material, words: str) -> dict[str, list[Named]]:
    """What a sentence is about, by attribute: every place it mentions, and the group that it says spoke."""
    found: dict[str, list[Named]] = {}
    for named, at in material.lexicon.mentions(words):
        if _NOT_OF.search(words[:at]):
            continue
        if named.attribute in material.role_attributes:
            if _says_something(words, at, named.written) or re.search(r"\bamong(?:st)?(?: the)? $", words[:at]):
                found.setdefault(named.attribute, []).append(named)
        elif is_a_place(named):
            found.setdefault(named.attribute, []).append(named)
    return found


def _says_something(words: str, at: int, written: str) -> bool:
    head = BEFORE_SUBJECT.match(words)
    after = words[at + len(written) :].split()[:_VERB_SOON]
    return head is not None and head.end() == at and _is_plural(written) and SPEECH.search(" ".join(after)) is not None


def is_a_place(named: Named) -> bool:
    """Whether a mention is of a value that people share by where they are: not a sex, a rank or a word of every day."""
    if named.written.casefold() in _EVERYDAY or named.attribute.casefold() in _PERSONAL:
        return False
    whole = all(len(value) > 2 for value in named.values)
    if re.search(r"\s(?:[A-Z]|\d{1,2})$", named.written):
        return True  # the paper's own name for a place: "site 2", "organisation D"
    return named.written[:1].isupper() or not whole or named.written.casefold() in {v.casefold() for v in named.values}


_EVERYDAY = frozenset(
    {"yes", "no", "female", "male", "women", "men", "woman", "man", "other", "none", "both", "full", "part"}
)
_PERSONAL = frozenset(
    {"gender", "sex", "ethnicity", "band", "grade", "age band", "age group", "wave", "pay band", "name"}
)


def one_sided(material: Material) -> Iterator[Remark]:
    """Comparisons of two groups where all the quotations of the section come from one of them."""
    for sentence in material.sentences(SectionKind.FINDINGS):
        words = material.authors_words(sentence)
        if CONTRAST.search(words) is None or CITATION.search(words):
            continue
        section = material.prose.section(sentence.start)
        quotations = material.quotations_in(section)
        for attribute, sides in _sides(material, words).items():
            silent = _silent_side(material, attribute, sides, quotations)
            if silent is None:
                continue
            said = (
                f"The sentence sets {sides[0].written} against {sides[1].written}; nobody of {silent} is quoted here."
            )
            spot = material.prose.spot(sentence.start, sentence.end)
            yield Remark("contrast-one-sided", Level.SAY_WHY, said, (spot,), rank=6)
            break


def _sides(material: Material, words: str) -> dict[str, list[Named]]:
    """The first two values of one attribute that a sentence mentions and that do not overlap, by attribute."""
    by_attribute: dict[str, list[Named]] = {}
    for named, _ in material.lexicon.mentions(words):
        sides = by_attribute.setdefault(named.attribute, [])
        if len(sides) < 2 and not any(named.values & side.values for side in sides):
            sides.append(named)
    return {attribute: sides for attribute, sides in sorted(by_attribute.items()) if len(sides) == 2}


def _silent_side(
    material: Material, attribute: str, sides: list[Named], quotations: tuple[Quotation, ...]
) -> str | None:
    """The side from which nobody is quoted though somebody of the other is, None if both or neither are."""
    heard = [False, False]
    for quotation in quotations:
        values = material.values_of(material.speakers[quotation.n], attribute)
        if not values:
            continue
        for n, side in enumerate(sides):
            heard[n] = heard[n] or bool(values & side.values)
    return sides[heard.index(False)].written if any(heard) and not all(heard) else None
