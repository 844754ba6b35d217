"""SubRip subtitles."""

from __future__ import annotations

import re

from trellis.core.errors import EmptyFile, WrongKind

from .charset import decode
from .cues import Cue, draft_of_cues
from .draft import Draft
from .options import ReadOptions
from .vtt import milliseconds

READER = "srt 1"

_CUE = re.compile(
    r"^[ \t]{0,20}(?:\d{1,9}[ \t]{0,20}\n)?[ \t]{0,20}(\d{1,4}):(\d{1,2}):(\d{1,2})[.,](\d{1,3})[ \t]{0,20}-->"
    r"[ \t]{0,20}(\d{1,4}):(\d{1,2}):(\d{1,2})[.,](\d{1,3})[^\n]*(?:\n|$)",
    re.MULTILINE,
)
_TAG = re.compile(r"</?(?:[biu]|font)(?:\s[^<>]{0,200})?>|\{\\an?\d\}", re.IGNORECASE)


def read_srt(name: str, data: bytes, options: ReadOptions) -> Draft:
    """Subtitles as turns where they show names ("ANA: …"), otherwise as paragraphs; looks and places are left out.

    Raises EmptyFile where no subtitle has words, WrongKind for a text without times.
    """
    text, notices = decode(name, data, options.charset)
    matches = list(_CUE.finditer(text))
    if not matches:
        if not text.strip():
            raise EmptyFile(name, "there is no text in it", "export the subtitles again")
        raise WrongKind(name, "subtitles have lines of times with --> and this has none", "bring it in as .txt")
    ends = [match.start() for match in matches[1:]] + [len(text)]
    cues = [_cue(match, text[match.end() : end]) for match, end in zip(matches, ends, strict=True)]
    return draft_of_cues([cue for cue in cues if cue.text], READER, options, notices)


def _cue(match: re.Match[str], payload: str) -> Cue:
    groups = match.groups()
    return Cue(milliseconds(*groups[:4]), milliseconds(*groups[4:]), None, _TAG.sub("", payload).strip())
