"""Whether "most" and "some" have their list of cases: `quantifier-unbased`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.quantifier import is_denied
from trellis.core.review import Level, Remark, Spot
from trellis.core.segment import Segment
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.unheard import is_reporting
from trellis.review.word_kinds import phrases

_QUANTIFIER = phrases(
    r"""(?:the )?(?:vast |great |large )?majority of(?: the)? / (?:a )?minority of(?: the)?
    / most(?: of (?:the|these|our|those))? / almost all(?: of the| the| of these)?
    / nearly all(?: of the| the| of these)?
    / all(?: of)? the / all / many(?: of the)?
    / several(?: of the)? / a few(?: of the)? / few(?: of the)? / some(?: of the)? / a number of(?: the)?
    / a handful of / numerous / none of the / half(?: of)? the / a third of the"""
)
_GENERAL = phrases(
    "participants / interviewees / respondents / informants / people we (?:met|interviewed)", before=r"\s*(?:\w+ ){0,1}"
)
_COUNTED = re.compile(
    r"\d|\bn\s*=|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)\b",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"\[\d{1,2}\]|(?<=[a-z’”)][.,;])\d{1,2}(?=\s|$)"
    r"|\b(?:tables?|figures?|box(?:es)?|sections?|chapters?|notes?) \d[\d.]*"
    r"|\b(?:\d+|two|three|four|six|nine|twelve|eighteen) (?:weeks?|months?|years?|hours?|minutes?|days?)\b",
    re.IGNORECASE,
)
"""Numbers that count nobody: of notes, tables and sections, and lengths of time."""
_DEFINED = re.compile(
    r"[“‘\"'](?:most|many|some|majority|a few|several)[”’\"',]|\bquantif(?:y|ier)|\b(?:terms|words) such as",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:was|were|had been|have been) (?:also |not |only |then )?"
    r"(?:asked|interviewed|invited|seen|recruited|approached)\b"
)
_STRONG = re.compile(r"(?:the )?(?:vast |great |large )?majority\b|most\b|almost all\b|nearly all\b", re.IGNORECASE)
"""Quantifiers that say that it was more than half."""
_EVERYBODY = re.compile(
    r"(?<!not )\b(?:nearly|almost|virtually|practically) (?:everyone|everybody)(?! (?:in|at|from|of|on|else)\b)"
    r"(?: (?:whom )?we (?:spoke to|spoke with"
    r"|interviewed|met|saw|asked|heard|talked to))?\b"
    r"|\bmost of those (?:whom )?we (?:spoke to|interviewed|met|saw|asked|heard)\b",
    re.IGNORECASE,
)
"""Quantifiers that bring their group with them."""
_CLAUSE = re.compile(r";|,? (?:but|while|whereas) |, and ", re.IGNORECASE)
_FEW = re.compile(r"(?:some|several|a few|a number of)\b", re.IGNORECASE)
"""Quantifiers that say no more than that there were more than one or two."""
_SMALL = 3
_NEAR = 3


def unbased(material: Material) -> Iterator[Remark]:
    """Quantifiers before a group that neither the sentence nor the methods give a base."""
    if not material.sample.people or _is_defined(material):
        return
    found = [each for sentence in material.sentences(SectionKind.FINDINGS) for each in _in_sentence(material, sentence)]
    found += [
        (spot, size)
        for sentence in material.sentences(SectionKind.DISCUSSION)
        if is_reporting(material.prose, sentence)
        for spot, size in _in_sentence(material, sentence)
        if _STRONG.match(spot.words) or _EVERYBODY.match(spot.words)
    ]
    few = [(spot, size) for spot, size in found if size is not None and size < _SMALL and not _is_vague(spot.words)]
    for spot, size in few:
        said = f"“{spot.words}”: the sample has {size} of them."
        yield Remark("quantifier-unbased", Level.SAY_WHY, said, (spot,), rank=3)
    rest = tuple(spot for spot, size in found if (spot, size) not in few)
    if rest:
        listed = ", ".join(f"“{spot.words}”" for spot in rest[:5])
        said = f"No list of cases stands behind {listed}{' and others' if len(rest) > 5 else ''}."
        yield Remark("quantifier-unbased", Level.LOOK, said, rest, rank=1)


def _is_vague(words: str) -> bool:
    return words.casefold().startswith(("some", "several", "a few", "few", "all", "a number", "none"))


def _is_defined(material: Material) -> bool:
    """Whether the manuscript says what its quantifiers mean."""
    methods = (*material.sentences(SectionKind.METHODS), *material.sentences(SectionKind.FRONT))
    return any(_DEFINED.search(material.prose.words(sentence)) for sentence in methods)


def _in_sentence(material: Material, sentence: Segment) -> Iterator[tuple[Spot, int | None]]:
    """Each quantifier before a group in a sentence without counts, and how many of the group the sample has."""
    words = material.authors_words(sentence)
    if CITATION.search(words):
        return
    everybody = _EVERYBODY.search(words)
    if everybody and not _is_counted(words, everybody) and not is_denied(words, *everybody.span()):
        yield _spot(material, sentence, *everybody.span()), None
    mentions = list(material.lexicon.mentions(words))
    if _ASKED.search(words):
        return
    is_shown = _is_shown(material, sentence)
    for found in _QUANTIFIER.finditer(words):
        if is_denied(words, found.start(), found.end()) or (is_shown and _FEW.match(found.group())):
            continue
        if _is_counted(words, found):
            continue
        groups = [
            (at, named)
            for named, at in mentions
            if found.end() <= at
            and len(words[found.end() : at].split()) < _NEAR
            and named.attribute in material.role_attributes
        ]
        general = _GENERAL.match(words, found.end())
        if groups:
            at, named = groups[0]
            people = sum(bool(named.values & set(person.of(named.attribute))) for person in material.sample.people)
            yield _spot(material, sentence, found.start(), at + len(named.written)), people
        elif general:
            yield _spot(material, sentence, found.start(), general.end()), None


def _is_counted(words: str, found: re.Match[str]) -> bool:
    """Whether a count stands beside a quantifier; for a strong one, in its own clause or in figures anywhere."""
    plain = _NO_COUNT.sub(lambda each: " " * len(each.group()), words)
    if not _STRONG.match(found.group()) and found.re is not _EVERYBODY:
        return _COUNTED.search(plain) is not None
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(plain)), len(plain)]
    start = max(cut for cut in cuts if cut <= found.start())
    end = min((cut for cut in cuts if cut > found.start()), default=len(plain))
    own = re.sub(r"\bone\b(?! of\b| in\b)", "   ", plain[start:end], flags=re.IGNORECASE)
    return re.search(r"\d", plain) is not None or _COUNTED.search(own) is not None


def _is_shown(material: Material, sentence: Segment) -> bool:
    """Whether the sentence, or the one that follows in its passage, quotes somebody, or the latter counts them."""
    passage = material.prose.manuscript.passage_at(sentence.start)
    after = [s for s in material.prose.sentences(sentence.end, passage.end) if s.start >= sentence.end][:1]
    end = after[0].end if after else sentence.end
    if any(sentence.start < q.end and q.start < end for q in material.quotations):
        return True
    if any(q.claim == sentence for q in material.quotations):
        return True
    return any(_COUNTED.search(_NO_COUNT.sub(" ", material.authors_words(each))) for each in after)


def _spot(material: Material, sentence: Segment, start: int, end: int) -> Spot:
    return material.prose.spot(sentence.start + start, sentence.start + end)
