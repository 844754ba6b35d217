"""Who says the words of a quotation by the sentence around it: somebody, a group, or a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.review.word_kinds import SPEECH, phrases

_DOCUMENT = phrases(
    r"""guides? / guidance / guidelines? / polic(?:y|ies) / advert\w* / job descriptions? / handbooks? / documents?
    / leaflets? / flyers? / letters? / e-?mails? / posters? / websites? / web ?pages? / reports? / strateg(?:y|ies)
    / brochures? / protocols? / literature / studies / authors? / newsletters? / specifications? / slides?
    / press releases? / mission statements? / statements? of purpose / slogans? / headlines? / minutes of
    / minutes (?:record|note|say|show|read)\w* / text ?books? / manuals? / terms of reference / questionnaires?
    / information sheets? / consent forms? / (?:white|green) papers? / circulars? / titled / entitled / headed
    / labelled / (?:the|a) sign (?:on|at|in|by|above|said|says|read|reads)"""
)
"""Words for documents whose words a paper may print."""
_OF_SOMEBODY = re.compile(
    r"(?:\b(?:the|an?|this|that|its|their|our|each|every)|\w['’]s)(?: [\w’-]+){0,2} (?:plans?|papers?|evaluations?"
    r"|agreements?|contracts?|notices?|memos?|pathways?|charters?|minutes|templates?"
    r"|(?:bill|return|form|sheet|act|code|standard|card)s?(?! of\b)"
    r"|articles?|title|heading|rules|bid|proposal|motto|saying|proverb"
    r"|song|hymn|poem|prayer|novel|film|appraisal|prospectus|noticeboard)\b",
    re.IGNORECASE,
)
"""Words that mean documents only as a noun: "the annual return", "the trust's plan"."""
_BODY = re.compile(
    r"\b(?:the|its|their|our|this|that)(?: [\w’-]+)? (?:trust|department|ministry|government|board|council|commission"
    r"|charity|organisation|company|regulator|college|union|inspectorate|authority|agency|university)(?:['’]s)? "
    r"(?:own words|promis\w+|publicity|says?|said|states?|stated|calls?|called|describes?|described|put it)\b",
    re.IGNORECASE,
)
_DETERMINERS = (
    r"(?:(?:the|an?|one|some|other|another|any|every|each|this|that|these|those|their|his|her|its|our|two|three|four|five"
    r"|six|most|many|several|few|all|both|same|own)\s+)"
)
_OF_SOME = re.compile(
    rf"\b(?:one|two|three|four|five|six|some|most|many|several|each|none|both|half|all|few|another|\d+) of "
    rf"{_DETERMINERS}{{0,2}}(?:[\w’'-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    rf"\b(?:according to|(?:words|view|opinion|account) of)\s+{_DETERMINERS}{{0,2}}(?:[\w’'-]+\s+)?$", re.IGNORECASE
)
_OBJECT = re.compile(
    r"\b(?:about|of|to|with|from|by|for|against|than|like|unlike|at|in|on|between|where|when|if|while|whereas|because"
    rf"|after|before|over)\s+{_DETERMINERS}{{0,2}}(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
"""What makes the noun behind it no subject: "unlike the other managers", "where a manager"."""
_BETWEEN = re.compile(
    r"(?:\s*\([^()]*\))?(?:,[^,;:.?!…]{1,60},)?(?:\s+who)?"
    r"(?:\s+(?!who\b|whom\b|that\b|and\b|but\b|she\b|he\b|they\b|whose\b|not\b|never\b|is\b|are\b|was\b|were\b|been\b|be\b"
    r"|being\b)[\w’'-]+){0,3}?\s+$"
)
_OWN_WORDS = re.compile(r"['’]s?\s+(?:own\s+)?(?:words?|phrase|answer|reply|account|view)\b", re.IGNORECASE)
_TURNS = re.compile(r"[;.?!]|\b(?:nothing|but|whereas|while|although|though)\b|\bwhat\b[^,]*$")
_BEHIND = re.compile(
    rf"[\s,.;:—–-]*(?P<how>as\s+|in\s+(?=the words)|according to\s+)?(?P<verb>[\w’']+(?: of| to| out)?\s+)??"
    rf"{_DETERMINERS}{{0,3}}(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)


_HELD = re.compile(r"\b(?:in|of|from|on|titled|entitled|headed|labelled|words)\s+(?:\w+\s+)?$")
_NEAR = 4
_IT_SAYS = re.compile(r"\bit (?:now |also |then )?(?:says|said|reads?|asks|asked|runs|ran|goes|states?d?)\s*[,:]?\s*$")
_IT_SAID = re.compile(r"[\s,.]*it (?:said|says|reads?|went|goes|ran)\b")
_FROM = re.compile(
    r"[\s,]*(?:(?:words|a phrase|as it says)\s+)?(?:(?:from|in|of|on)\s+(?:\w+\s+)?|[(\[](?:[\w’'-]+\s+){0,3})",
    re.IGNORECASE,
)


def tells(before: str, after: str, start: int, end: int) -> bool:
    """Whether the sentence gives the quotation to whom it mentions at a place: "X said", "according to X".

    before, after: the sentence up to the quotation and behind it. start, end: the mention, code points in `before`, or
    past its length in `after`. A group that is only spoken of, or whose verb is followed by another's, tells nothing.
    """
    if start < len(before):
        return _tells_before(before, start, end)
    return _tells_behind(after, start - len(before), end - len(before))


def _tells_before(before: str, start: int, end: int) -> bool:
    lead, rest = before[:start], before[end:]
    own = _OWN_WORDS.match(rest)
    if own is not None:
        return _TURNS.search(rest, own.end()) is None
    if _ACCORDING.search(lead):
        return _goes_straight(rest)
    if _OBJECT.search(lead) and not _OF_SOME.search(lead):
        return False
    verb = SPEECH.search(rest)
    return (
        verb is not None and _BETWEEN.fullmatch(rest[: verb.start()]) is not None and _goes_straight(rest[verb.end() :])
    )


def _goes_straight(rest: str) -> bool:
    """Whether what follows a verb leads to the quotation, and nobody else speaks in between."""
    return SPEECH.search(rest) is None and _TURNS.search(rest.rstrip(" .:")) is None


def _tells_behind(after: str, start: int, end: int) -> bool:
    lead, rest = after[:start], after[end:]
    found = _BEHIND.fullmatch(lead)
    if found is None or re.search(r"\b(?:and|but|while|when|unlike|about|with)\b", lead):
        return False
    if SPEECH.search(lead):
        return _OBJECT.search(lead) is None or _ACCORDING.search(lead) is not None
    verb = SPEECH.search(rest)
    return verb is not None and _BETWEEN.fullmatch(rest[: verb.start()]) is not None


def speaks_of_document(before: str, after: str) -> bool:
    """Whether a sentence names a document or a public body before a quotation, or gives it to one behind it."""
    if any(_documents(before)) or _BODY.search(before) or _IT_SAID.match(after):
        return True
    return any(
        _tells_behind(after, *found.span()) or _FROM.fullmatch(after[: found.start()])
        for found in (*_documents(after), *_BODY.finditer(after))
    )


def _documents(words: str) -> Iterator[re.Match[str]]:
    yield from _DOCUMENT.finditer(words)
    yield from _OF_SOMEBODY.finditer(words)


def is_of_document(before: str, after: str) -> bool:
    """Whether a sentence gives the words of a quotation to a document, by its verb or by "in", "of", "from"."""
    if _IT_SAYS.search(before):
        return True
    at = len(before)
    behind = [(at + found.start(), at + found.end()) for found in _documents(after)]
    if any(tells(before, after, *place) for place in (*(f.span() for f in _documents(before)), *behind)):
        return True
    return any(
        _goes_straight(before[found.end() :]) and len(before[found.end() :].split()) < _NEAR
        for found in _documents(before)
        if _HELD.search(before[: found.start()])
    )


def is_document(words: str) -> bool:
    """Whether words in brackets name a document and nobody."""
    return any(_documents(words))
