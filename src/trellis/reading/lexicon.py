"""The words by which transcripts name speakers, and words before a colon that name nobody."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache


class LabelKind(Enum):
    """What a piece of text before a colon may be."""

    KNOWN = "a word for a speaker, such as INT, P1, Respondent"
    WEAK = "names a speaker only in company: I, R, Q, All, Unknown"
    NAME = "shaped like a name"
    STAGE = "what happens, not who speaks: Break, Music"
    NOBODY = "anything else"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NUMBER = r"(?:[\s_#.-]*(?:no\.?\s*)?[0-9]{1,4}[a-z]?)?"

INTERVIEWER = re.compile(
    r"(?:(?:interviewer|interviewers|interv|intv|int|ivr|iv|inter|moderator|mod|facilitator|facil|fac|host|researcher|res"
    r"|interviewerin|intervieweuse|intervieweur|entrevistador|entrevistadora|entrevistadore|intervistatore"
    r"|intervistatrice|moderatorin|frage|pregunta|интервьюер|采访者|访谈者|記者|记者|主持人)"
    + _NUMBER
    + r"|i[0-9]{0,2}|q|question)$"
)
PARTICIPANT = re.compile(
    r"(?:(?:participant|part|ppt|pt|interviewee|respondent|resp|informant|inf|speaker|spk|spkr|patient|carer|client"
    r"|subject|(?:fe)?male(?:\s(?:voice|speaker|participant|respondent))?|man|woman|befragter|befragte"
    r"|befragte\sperson|participante|entrevistado|entrevistada|répondant|répondante|enquêté|enquêtée|antwort|респондент|受访者|被访者)"
    + _NUMBER
    + r"|(?:p|r|s|m|f|a|b|fg|ie|sp)"
    + _NUMBER
    + r"|[mf]{1,2}[0-9]{1,3}|[0-9]{1,3}[mf]|answer)$"
)
SEVERAL = re.compile(
    r"(?:all|group|several|several\s(?:voices|speakers|people)|multiple"
    r"|multiple\s(?:voices|speakers|people)|both|everyone|everybody|together|chorus|many|mixed\svoices|crosstalk|overtalk|simultaneous)$"
)
UNKNOWN = re.compile(
    r"(?:\?+|unknown|unidentified|unclear|unsure|voice|someone|somebody|n\.?n\.?|xx?"
    r"|(?:unknown|unidentified|unclear|other)\s(?:speaker|voice|person|participant|respondent|male|female|man|woman)"
    r"(?:\s(?:speaker|voice))?" + _NUMBER + r")$"
)
_STAGE = re.compile(
    r"(?:(?:ad\s|commercial\s)?breaks?|music|theme\smusic|jingle|pause|silence|intro|outro|introduction\smusic|sponsors?"
    r"|interruption|(?:start|end|beginning)(?:\sof\s(?:the\s)?(?:recording|interview|tape|transcript|side\s.))?"
    r"|recording\s(?:starts|ends|stops|paused|resumes|begins)|tape\s(?:starts|ends|stops))$"
)

_NOBODY = _words(
    """note notes nb date dates time times place location venue duration length setting title subject topic topics
    interview transcript transcriber transcribed transcription file filename audio recording reference ref
    project study page section chapter part appendix table figure box summary abstract background aim aims
    purpose objective objectives scope method methods results findings conclusion conclusions discussion
    keywords key example examples e.g i.e eg ie action actions owner outcome outcomes next agenda attendees
    present apologies minutes step stage phase version status source sources contact email e-mail phone tel
    telephone address web website url http https www mailto ps p.s re cc to from subject sent attachment warning
    caution important tip hint remember prompt probe prompts probes monday tuesday wednesday thursday friday
    saturday sunday january february march july september october november december age gender sex ethnicity
    occupation job role site code codes theme themes memo comment comments pseudonym name names language consent
    id number total first second third finally also therefore however answer options definition include exclude
    policy service organisation organization team budget cost costs risk risks responsibility responsibilities
    requirement requirements description details detail reason reasons result problem solution task tasks
    deadline priority type category format draft annex attached enclosed keyword links link see"""
)
_NOT_FIRST = _words(
    """and but so then he she they it we you the this that these those there here what when where why how who which if
    because or as at in on for with from to of my our your his her their its a an not no yes yeah well now okay
    ok i'm it's that's i'd i've i'll he's she's they're we're you're quote"""
)
_PARTICLES = _words("de da do dos das del della di du van von der den la le el al bin ibn y e of the and und et & vs")
_LETTERS = frozenset("iqrpasmfb")
_WORD = re.compile(r"[^\s,.()/&-]+")
_HEAD = _words(
    """date place location venue duration length setting interviewer interviewee participant pseudonym transcriber
    transcribed project study file filename title recording reference ref age gender interview site role wave
    audio time"""
)


@lru_cache(maxsize=8192)
def fold(label: str) -> str:
    """A label as it is compared: small letters, single blanks, no colon, full stop or brackets at its ends."""
    return " ".join(label.casefold().split()).strip(" :：.,;-–—*[]<>\\")


@lru_cache(maxsize=8192)
def kind_of_label(label: str) -> LabelKind:
    """What a piece of text before a colon may be, judged by itself."""
    folded = fold(label)
    if not folded and "?" not in label:
        return LabelKind.NOBODY
    if _STAGE.match(folded):
        return LabelKind.STAGE
    bare = re.sub(r"\s*\([^)]*\)$", "", folded)
    if len(bare) == 1 and bare.isascii() and bare.isalpha():
        return LabelKind.WEAK if bare in _LETTERS or label.strip()[0].isupper() else LabelKind.NOBODY
    if any(pattern.match(bare) for pattern in (SEVERAL, UNKNOWN)):
        return LabelKind.WEAK
    if bare.partition(" ")[0] in _NOBODY and not re.search(r"\d", bare):
        return LabelKind.NOBODY
    if bare not in _NOBODY and any(pattern.match(bare) for pattern in (INTERVIEWER, PARTICIPANT)):
        return LabelKind.KNOWN
    return LabelKind.NAME if _is_name(label.strip(), folded) else LabelKind.NOBODY


def is_head_word(label: str) -> bool:
    """Whether a label may stand in the block of particulars at the top: "Date: …", "Interviewer: …"."""
    words = fold(label).split()
    return bool(words) and (words[0] in _HEAD or words[-1] in _HEAD)


def is_particular(label: str) -> bool:
    """Whether a label names a particular of the interview ("Date", "Duration of interview") and never a speaker."""
    words = fold(label).split()
    return bool(words) and words[0] in _NOBODY


def _is_name(label: str, folded: str) -> bool:
    words = _WORD.findall(label)
    if not 1 <= len(words) <= 7 or label[-1] in "!?;…\"”'" or len(label) > 60:
        return False
    first = folded.split(maxsplit=1)[0].strip(",.")
    if first in _NOT_FIRST or first in _NOBODY or (len(words) > 1 and first == "i"):
        return False
    if not words[0][0].isalpha() or words[0][0].islower():
        return False
    small = sum(word[0].islower() and word.casefold() not in _PARTICLES for word in words)
    if any(_is_caseless(word) and len(word) > 12 for word in words):
        return False
    return not small


def _is_caseless(word: str) -> bool:
    return word.upper() == word.lower() and any(letter.isalpha() for letter in word)
