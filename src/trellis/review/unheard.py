"""Claims about people of whom nobody was interviewed, and claims that rest on another report.

The checks are `second-hand` and `outside-claim`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.claims import BEFORE_SUBJECT, OTHER_GROUPS
from trellis.review.material import Material
from trellis.review.prose import CITATION, Prose, SectionKind
from trellis.review.word_kinds import PERCEIVED, phrases

_ASKED_WHERE = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_ABSTRACT = phrases("abstract / summary / conclusions? / results / findings / key points / highlights")
_BACKGROUND = phrases("introduction / background / literature / context / theory / aims? / keywords")
_QUIET = phrases(
    r"""should / may / might / could / would / must / can / need(?:s|ed)? to / if / whether / will
    / (?:was|were|is|are) (?:not |also |only )?(?:interviewed|asked|recruited|invited|included)
    / (?:was|were|is|are) (?:not |also |only )?(?:sampled|represented|excluded|quoted)
    / (?:was|were|is|are) (?:not |also |only )?(?:eligible|approached|contacted|heard|consulted|involved in|seen)
    / no (?:\w+ ){0,3}(?:was|were) / took part / participat\w+ / not (?:included|interviewed|asked) / for example
    / perhaps
    / likely / possibly / probably / policy / guidance / literature / previous / studies / research(?:ers)? / known to
    / by definition / we (?:do|did) not / expected / intended / supposed / meant / planned / hoped / allegedly
    / by (?:\w+ ){1,2}accounts? / workers' / tended to be (?:told|described)"""
)
_VERB = re.compile(
    r"(?:,\s+(?:for their part|in turn|too|however|on the whole|on their side|by contrast|in contrast),)?"
    r"\s+(?!and\b|or\b|of\b|in\b|at\b|with\b|who\b|whose\b|from\b|to\b|for\b|on\b|as\b)"
    r"(?:\w+ly\s+|also\s+|often\s+|then\s+|just\s+|never\s+|always\s+|do\s+|did\s+|have\s+|had\s+|has\s+)*[a-z’']+"
)
_OUTCOME = re.compile(
    r"\b(?:improv\w+|reduc\w+|increas\w+|effective\w*|outcomes?|cost[- ]\w+|recover\w+|fewer (?:admissions|relapses)"
    r"|benefi\w+"
    r"|contribut\w+ to|success\w*|satisf\w+|led to)\b",
    re.IGNORECASE,
)
ELSEWHERE = phrases(
    r"""(?:reported|published|shown|described|set out|presented|documented) (?:in full |in detail )?elsewhere
    / (?:the |our |a |its )(?:final|main|full|interim|separate|earlier) (?:\w+ )?(?:report|paper|study|article)
    / (?:the |our |a |its )(?:outcome|companion|project|evaluation) (?:\w+ )?(?:report|paper|study|article)
    / (?:another|a separate|a sister|a companion) (?:report|paper|study|article)
    / (?:see|in) our (?:report|earlier paper|other paper)"""
)
"""How a claim says that another report of the authors bears it out."""

_OWN_WORK = phrases(r"this (?:paper|article|report|study) / present (?:paper|article|study)")


def unheard(material: Material) -> Iterator[Remark]:
    """Sentences that say as a fact what a group does of whom nobody is in the sample, with nobody's word for it.

    Asked of abstract, findings, discussion and conclusion; not of background, of what should or may be, of what a
    sentence gives as a view, and of sentences with a reference.
    """
    if not material.sample.people:
        return
    quoted = {quotation.claim for quotation in material.quotations if quotation.claim is not None}
    for sentence in material.sentences(*_ASKED_WHERE):
        if sentence in quoted or not is_reporting(material.prose, sentence):
            continue
        words = material.authors_words(sentence)
        group = _group(material, words)
        if group is None or _is_hedged(material, sentence, words, group):
            continue
        said = f"The sentence says as a fact what {group} do or are; nobody of them is in the sample."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("second-hand", Level.SAY_WHY, said, (spot,), rank=5)


def is_reporting(prose: Prose, sentence: Segment) -> bool:
    """Whether a sentence stands where the study's own results are told."""
    section = prose.section(sentence.start)
    heads = " ".join(section.path)
    if section.kind is SectionKind.FRONT:
        return _ABSTRACT.search(heads) is not None and _BACKGROUND.search(heads) is None
    return not re.search(
        r"\b(?:limitations|implications|future|acknowledg\w+|funding|declarations?)\b", heads, re.IGNORECASE
    )


def _group(material: Material, words: str) -> str | None:
    """The group outside the sample that a sentence begins with and says something of."""
    head = BEFORE_SUBJECT.match(words)
    at = head.end() if head else 0
    found = OTHER_GROUPS.match(words, at)
    if found is None or not _is_outside(material, found.group()):
        return None
    return found.group().strip() if _VERB.match(words, found.end()) else None


def _is_outside(material: Material, group: str) -> bool:
    """Whether nobody of the sample can be meant by a group's name."""
    named = material.lexicon.read(group)
    if named.people or named.named:
        return False
    noun = group.rsplit(maxsplit=1)[-1].casefold().rstrip("s")
    values = " ".join(value.casefold() for each in material.sample.values.values() for value in each)
    return re.search(rf"\b{re.escape(noun)}", values) is None


def _is_hedged(material: Material, sentence: Segment, words: str, group: str) -> bool:
    """Whether a sentence says whose view it is, or that it is no finding, or goes on from one that does."""
    if PERCEIVED.search(words) or CITATION.search(words) or _QUIET.search(words) or words.rstrip().endswith("?"):
        return True
    passage = material.prose.manuscript.passage_at(sentence.start)
    before = [s for s in material.prose.sentences(passage.start, sentence.start) if s.end <= sentence.start]
    told = material.authors_words(before[-1]) if before else ""
    return PERCEIVED.search(told) is not None and group.rsplit(maxsplit=1)[-1].casefold() in told.casefold()


_MOTIVE = re.compile(
    r"\b(?:in order (?:not )?to|so as (?:not )?to|for fear (?:of|that)|out of (?:fear|envy|spite|pity|self-interest)"
    r"|because they (?:fear|want|wish|hope|dislike|resent|prefer|are afraid|were afraid|do not want|did not want)\w*"
    r"|deliberately|on purpose|with the aim of|so that (?:nobody|no one|they|it) (?:could|would) not)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|has been|have been) (?:\w+ ){0,5}?\w+\b[^,;.]{0,40}$")
_OURS = re.compile(r"\b(?:we|our|us|this (?:paper|study|report))\b", re.IGNORECASE)


def motives(material: Material) -> Iterator[Remark]:
    """Sentences that tell as a fact why a group or a body did something, with nobody of theirs quoted for it."""
    for sentence in material.sentences(*_ASKED_WHERE):
        words = material.authors_words(sentence)
        found = _MOTIVE.search(words)
        if found is None or _OURS.search(words) or not _is_reporting_of(material, sentence, words):
            continue
        mentions = [each for each, at in material.lexicon.mentions(words) if at < found.start()]
        roles = [each for each in mentions if each.attribute in material.role_attributes]
        is_group = OTHER_GROUPS.search(words, 0, found.start()) is not None or bool(roles)
        if not is_group and _PASSIVE.search(words[: found.start()]) is None:
            continue
        quoted = {p for q in material.quotations if q.claim == sentence for p in material.speakers[q.n]}
        if any(each.values & material.values_of(quoted, each.attribute) for each in roles):
            continue
        said = f"The sentence tells a motive as a fact (“{found.group()}”): who says so?"
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("second-hand", Level.SAY_WHY, said, (spot,), rank=5)


def _is_reporting_of(material: Material, sentence: Segment, words: str) -> bool:
    """Whether a sentence reports a result and gives it as nobody's view, doubt, plan or reference."""
    if PERCEIVED.search(words) or CITATION.search(words) or _QUIET.search(words):
        return False
    return is_reporting(material.prose, sentence)


def outside_claims(material: Material) -> Iterator[Remark]:
    """Claims about outcomes in abstract, findings, discussion or conclusion that another report is to bear out."""
    for sentence in material.sentences(*_ASKED_WHERE):
        words = material.authors_words(sentence)
        elsewhere = ELSEWHERE.search(words)
        if elsewhere is None or not _OUTCOME.search(words) or not is_reporting(material.prose, sentence):
            continue
        if _OWN_WORK.search(words):
            continue
        said = f"The claim rests on another report (“{elsewhere.group()}”), not on the material of this one."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("outside-claim", Level.LOOK, said, (spot,), rank=3)
