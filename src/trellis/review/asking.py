"""Whether printed words are the interviewer's, and printed as such: by a label, in brackets, or as what was asked."""

from __future__ import annotations

import re

_WHO = r"(?:interviewers?|researchers?|int|facilitator|moderator)"
_ASKER = re.compile(
    r"\s*(?:the )?(?:interviewer|researcher|int|interv|facilitator|moderator)\b(?!\.?\s*(?:no\.?\s*)?\d)\.?",
    re.IGNORECASE,
)
"""An interviewer's label; "Int. 4" is an interview's."""
_BEFORE = re.compile(
    rf"(?:\b{_WHO}\.?\s*:"
    r"|\b(?:asked|asking|the question|put to (?:him|her|them))(?: (?:him|her|them|whether|if|a worker)){0,2}[,:]?"
    r"|\b(?:we|I) (?:put it to|suggested to|asked) (?:[\w’'-]+ ){1,4}(?:that|whether|if)\b[^,.;:]*)\s*$",
    re.IGNORECASE,
)
_VOICE = re.compile(r"(?:^|\n|(?<=[.?!…”\"’]\s))\s*(?P<who>[A-Z][\w .]{0,25}?)(?:\s*\[[^\]]{0,60}\])?:\s")
_TELLS = re.compile(
    r"\b(?:(?:our|the|an?|his|her|another|one) (?:interviewers?|researchers?)(?:['’]s?)?"
    r"(?: (?:then|also|had|again|first|next|second|own|further|last|same|very)){0,2}"
    r" (?:asked|asks|offered|suggested|said|wondered|added|replied|went on|put(?: it)?|inquired|prompted|ventured|tried"
    r"|questions?|words?|phrase|suggestion|prompt)"
    r"|(?:asked|offered|put to (?:him|her|them)|said|suggested|prompted) by (?:our|the|an?) (?:interviewer|researcher))"
    r"\b[^.;?!“”\"«»]{0,30}[,:]?\s*$",
    re.IGNORECASE,
)
_OUR_QUESTION = re.compile(
    r"\b(?:our|the|this|that|a) (?:\w+ )?(?:question|prompt)s?\b[^.;?!“”\"«»]{0,25}[,:]\s*$"
    r"|\b(?:we|I) (?:then |also |had )?(?:asked|offered|suggested|put)(?: (?:him|her|them|back))?[,:]\s*$",
    re.IGNORECASE,
)


def asks(label: str) -> bool:
    """Whether a label before words is an interviewer's: "Interviewer", "INT", "I", "Q"."""
    return _ASKER.match(label) is not None or label in {"I", "Q"}


def answers_in(words: str, end: int) -> list[tuple[int, int]]:
    """The stretches, up to `end`, that participants speak in words that print question and answer with their labels."""
    labels = list(_VOICE.finditer(words))
    if len(labels) < 2 or not any(asks(label["who"]) for label in labels):
        return []
    made = []
    for label, after in zip(labels, [*(label.start() for label in labels[1:]), end], strict=True):
        said = words[label.end() : after].strip()
        if said and not asks(label["who"]):
            start = label.end() + words[label.end() : after].index(said)
            made.append((start, start + len(said)))
    return made


def is_asking_before(before: str) -> bool:
    """Whether what leads to a quotation says that the interviewer asks or offers it."""
    return any(pattern.search(before) is not None for pattern in (_BEFORE, _TELLS, _OUR_QUESTION))


def begins_as_asked(text: str, at: int) -> bool:
    """Whether a text says at a place whose words follow, and they are the interviewer's."""
    return _ASKER.match(text, at) is not None
