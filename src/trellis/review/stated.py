"""Whether a sentence says of a number of people that so many took part: by its verb, "the", "all", or its list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trellis.review.counts import Count
from trellis.review.word_kinds import phrases

_LEADS = re.compile(
    r"\b(?:interview(?:ed|ing)|interviews? (?:were |was )?(?:held |conducted |carried out )?with|spoke (?:to|with)"
    r"|talked (?:to|with)|recruit(?:ed|ing)|heard|sample of|sample (?:was|included|had)|compris\w+|made up of"
    r"|consist(?:ed|s|ing) of|includ(?:ed|es|ing)|involv(?:ed|es|ing)|total of|in (?:total|all),?|altogether,?"
    r"|conducted|carried out|participants (?:were|are)|interviewees (?:were|are)|there (?:were|are)|were held with"
    r"|n ?=|analy[sz]\w+ (?:the |all )?(?:\w+ )?transcripts of"
    r"|study (?:of|with)|(?:accounts|views|experiences) of|sampled|included were|draws on|based on)"
    r"(?:\s+(?:the|a|an|our|all|some|individual|semi-structured|in-depth|qualitative|single|full|total|of"
    r"|with|from|interviews|one-to-one))*\s*[:(]?\s*$",
    re.IGNORECASE,
)
"""What leads to a number of those who took part: "we interviewed", "a sample of", "there were"."""
_FOLLOWS = re.compile(
    r"(?:\s+(?!and\b|or\b|but\b|who\b|whom\b|that\b|which\b)[\w’'-]+){0,5}?\s+(?:took part|participat(?:ed|ing)"
    r"|agreed to take part|(?:were|was|have been|had been) (?:then )?(?:interviewed|heard|recruited|sampled|seen"
    r"|included)|gave (?:an )?interviews?|contributed|consented)\b",
    re.IGNORECASE,
)
"""What follows a number of those who took part."""
_THE = re.compile(r"(?:^|[\s(])(?:the|our|all(?: the| our)?)\s+$", re.IGNORECASE)
_NEXT = re.compile(
    r"[^.;:()\d]{0,60}?(?:,|;|\band\b|\bplus\b|\bas well as\b|\bwith\b|\()"
    r"\s*(?:(?:and|with|the|another|also|plus|then)\s+)*",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:who|whom|whose|that|which|by|where|while|but|because|led|helped|to)\b", re.IGNORECASE
)
_NARROWED = phrases(
    r"""(?:in|by) (?:telephone|phone|video\w*|post|e-?mail|pairs?) / together / jointly / face to face / online / alone
    / in post / at the outset / beforehand / advis\w+ / on the (?:advisory|steering|reference) / to agree access
    / twice / again""",
    before=r"[^.;:]{0,60}\b",
)
_POSSESSIVE = re.compile(r"\w(?:['’]s|s['’])\s*$")


def stated(words: str, counts: Sequence[Count]) -> frozenset[int]:
    """Which of a sentence's numbers, by their places, are said to be of all those of a group who took part.

    A number is where a verb of taking part stands right before it or in its clause, where it follows "the" or "all",
    or where it stands in one list with one that is; not where what follows narrows it down.
    """
    found = {n for n, count in enumerate(counts) if _is_stated(words, count)}
    for n in range(1, len(counts)):
        if n - 1 in found and _goes_on(words[counts[n - 1].end : counts[n].start]):
            found.add(n)
    for n in range(len(counts) - 2, -1, -1):
        if n + 1 in found and _goes_on(words[counts[n].end : counts[n + 1].start]):
            found.add(n)
    return frozenset(n for n in found if not _is_narrowed(words, counts[n]))


def _is_stated(words: str, count: Count) -> bool:
    lead = words[: count.start]
    return bool(_LEADS.search(lead) or _THE.search(lead) or _FOLLOWS.match(words, count.end))


def _goes_on(between: str) -> bool:
    """Whether two numbers stand in one list: only commas, "and" and what describes a group lie between."""
    return _NEXT.fullmatch(between) is not None and _OTHER_SUBJECT.search(between) is None


def _is_narrowed(words: str, count: Count) -> bool:
    """Whether what follows a number makes it one of some only ("by telephone"), or it owns something else."""
    is_owner = _POSSESSIVE.search(words[count.start : count.end]) or words[count.end :][:2] in {"'s", "’s"}
    return bool(is_owner) or _NARROWED.match(words, count.end) is not None
