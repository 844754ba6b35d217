"""Whether a claim goes beyond what interviews can carry: cause and effect, and everybody everywhere.

The checks are `cause-claimed` and `scope-widened`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.core.wording import words_in
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.unheard import is_reporting
from trellis.review.word_kinds import NEGATIONS, PERCEIVED, phrases

_WHERE = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_CAUSES = re.compile(
    r"\b(?:causes|caused(?! by (?:the|a) (?:recorder|fire|snow|weather))"
    r"|(?:brings|brought|bring|bringing) (?:it |them |this |that |these )?about|(?:thus|thereby|therefore|hence|so)"
    r" (?:reduc\w+|increas\w+|improv\w+|rais\w+|lower\w+|prevent\w+)|is (?:the|a) (?:direct )?(?:cause|result"
    r"|effect) of"
    r"|was (?:the|a) (?:direct )?(?:cause|result|effect) of|the effect of [^.,;]{3,50} (?:is|was) (?:to|that)"
    r"|(?:leads|has led|have led|had led) to"
    r"|results in|has resulted in|produces|makes (?:for )?(?:better|worse|fewer|more)"
    r"|it (?:is|was) [^.,;]{3,60} (?:that|which) (?:had |has )?(?:brought|made|caused|led|kept|helped|improved"
    r"|reduced)|as a result(?! of)|(?:harms?|harmed|benefits?|benefited) (?:the |those |their )?"
    r"(?:people|patients|users|service users|clients|workers|staff|families)"
    r"|(?:keeps?|kept) (?:\w+ ){1,3}?(?:out of hospital|in work|from relapse|alive))\b",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"(?<!not )(?<!no )\b(?:thanks to|owing to|as a (?:direct )?(?:result|consequence) of) (?!ill|snow|weather)",
    re.IGNORECASE,
)
"""Words that give the cause of something, whether or not it came about."""
_MOVED = re.compile(
    r"\bled to an? (?:\w+ ){0,2}(?:rise|fall|increase|decrease|drop|growth|decline|reduction|improvement)\b"
    r"|\bprotect(?:s|ed)? (?:the |their |its )?(?:workers|staff|nurses|patients|people|users|service users|clients"
    r"|members|carers) (?:from|against)\b"
    r"|\b(?:because of|due to|owing to) (?!(?:the |bad |an? )?(?:weather|snow|rain|strikes?|fire|illness|time"
    r"|pandemic))[^.,;]{3,60}"
    r", (?![^.,;]{0,20}\b(?:interviews?|recordings?))[^.,;]{2,40} (?:was|were) (?:cut|reduced|shortened|raised|lowered"
    r"|halved|doubled|lengthened|prevented)\b",
    re.IGNORECASE,
)
"""Words by which something moved a number."""
_SHOWS = re.compile(
    r"(?<!table )(?<!figure )(?<!\d )"
    r"\bshows? (?:what|how (?:far|much|strongly)) [^.;:]{3,60}? (?:does|do|did|protect\w*|chang\w*|rais\w*|lower\w*"
    r"|affect\w*|influenc\w*)\b",
    re.IGNORECASE,
)
"""Words by which a number or a silence is said to show what something does."""
_SO_THAT = re.compile(r"\bso (?:that )?[^,;.]{1,40}? (?:could|would|might)\b", re.IGNORECASE)
_EFFECT = re.compile(
    r"\b(?P<verb>reduces|lowers|raises|increases|decreases|improves|prevents|shortens|lengthens|cuts|protects|worsens"
    r"|(?:has|have) (?:reduced|lowered|raised|increased|decreased|improved|prevented|shortened|cut|worsened)"
    r"|reduce|lower|raise|increase|improve|prevent|protect) "
    r"(?:the |their |its |both |all |how )?(?:number|amount|rate|risk|length|turnover|\w*load|overload|stress"
    r"|isolation|admissions?"
    r"|relapses?|outcomes?|costs?|waiting|wellbeing|satisfaction|recovery|use|quality|safety|sickness|absence"
    r"|symptoms?|self-\w+|confidence|attendance|retention|demand|crises|burnout"
    r"|missed \w+|appointments?)\b",
    re.IGNORECASE,
)
_NO_CLAIM = phrases(
    r"""(?-i:may) / might / could / can / cannot / would / should / if / whether / perhaps / possibly / probably
    / likely
    / unlikely / meant to / intended / expected / hoped / aim(?:s|ed)? / designed to / to (?:reduce|lower|raise
    |increase|decrease|improve|prevent|shorten|protect) / must / ought / argu\w+ / hypothes\w+ / question\w*
    / ask(?:s|ed)? / recommend\w*
    / by (?:\w+ ){1,2}accounts? / as told / as (?:\w+ ){1,3}(?:told|put) / consistent with / wish\w* / want\w*
    / will / unless
    / promis\w+ / need(?:s|ed)? / suppos\w+ / interpret\w* / due / in our reading / we (?:read|take|propose)"""
)
_ASKING = phrases("what / how / why / due")
_BEYOND = re.compile(
    r"\b(?:throughout|across|all over|in all parts of|everywhere in|in the whole of|in every part of"
    r"|up and down) (?:the )?"
    r"(?:whole |entire )?(?:(?:national |mental |public |British |English )?(?:health (?:service|care|system)"
    r"|healthcare|services?|nhs|country|nation"
    r"|sector|profession|system|world|field|uk|industry|region|county))\b"
    r"|\bin this country\b|\bnation-?wide\b|\bworld-?wide\b|\bnationally\b|\bthe country over\b"
    r"|\b(?:in|across|throughout) (?:england|britain|the uk|the united kingdom|scotland|wales|ireland|europe|the nhs)\b"
    r"|\b(?:in|for|by) (?:any|every|all) (?:such )?(?:service|team|trust|organi[sz]ation|setting|workplace|hospital"
    r"|school|ward)s?\b"
    r"|\beverywhere\b|\bwherever \w+\b|\buniversal(?:ly)?\b"
    r"|\b(?:such )?(?:workers|people|staff|patients|users|carers|managers|professionals|nurses"
    r"|teachers) (?:in general|as a whole|generally)\b",
    re.IGNORECASE,
)
_OF_THE_STUDY = re.compile(
    r"\b(?:we|our|us|I|this (?:study|paper|article|chapter|report|thesis)|the (?:study|authors?)|interview\w*"
    r"|participants?|findings?|results?|conclusions?)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:all|the|our|these|both) (?:of the |of our )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) \w+"
    r"|\bof the (?:study|sample|projects?)\b",
    re.IGNORECASE,
)
_IN_OURS = re.compile(
    r"\bin (?:all|each|every one) (?:of )?(?:the |our )?(?:two|three|four|five|six|\d+)?\s*(?:sites|organisations"
    r"|organizations|teams"
    r"|trusts|schools|hospitals|services|projects|wards|areas)\b[^.;]{0,40}\b(?:has|have|is|are)\b[^.;]{0,40}"
    r"\b(?:become|better|safer|improved|changed|grown|risen|fallen)\b",
    re.IGNORECASE,
)


def caused(material: Material) -> Iterator[Remark]:
    """Sentences among the study's results that state cause and effect as a fact, nobody's word for it beside."""
    for sentence, words in _claims(material):
        found = _OWED.search(words) or _MOVED.search(words)
        shows = _SHOWS.search(words)
        if shows is None and _is_doubted(_SO_THAT.sub(" ", words).replace("due to", " ") if found else words):
            continue
        found = found or shows
        if found is None and not _ASKING.search(words) and not _is_denied(words, len(words)):
            found = _CAUSES.search(words) or _EFFECT.search(words)
        if found is None:
            continue
        told = " ".join(found.group().split())
        said = (
            f"The sentence tells of cause and effect (“{told}”); interviews can tell what people hold to be the cause."
        )
        yield Remark("cause-claimed", Level.SAY_WHY, said, (material.prose.spot(sentence.start, sentence.end),), rank=5)


def widened(material: Material) -> Iterator[Remark]:
    """Sentences among the study's results that speak of more places or people than were in it."""
    for sentence, words in _claims(material):
        found = _BEYOND.search(words) or _IN_OURS.search(words)
        if found is None or (found.re is _BEYOND and _OURS.search(words)) or _is_denied(words, found.start()):
            continue
        end = re.compile(r"[,;:.]|$").search(words, found.end())
        if _is_doubted(words[: end.start() if end else None]):
            continue
        told = " ".join(found.group().split())
        said = f"The sentence goes beyond those who were interviewed (“{told}”)."
        yield Remark("scope-widened", Level.SAY_WHY, said, (material.prose.spot(sentence.start, sentence.end),), rank=5)


def _is_doubted(words: str) -> bool:
    """Whether words give something as a view, a doubt, a plan or a wish."""
    return PERCEIVED.search(words) is not None or _NO_CLAIM.search(words) is not None


def _is_denied(words: str, until: int) -> bool:
    """Whether a "not" or the like stands before a place."""
    return bool(NEGATIONS & {word.form for word in words_in(words, 0, until)} - {"without"})


def _claims(material: Material) -> Iterator[tuple[Segment, str]]:
    """The sentences among the results that are the authors' own statements."""
    for sentence in material.sentences(*_WHERE):
        if not is_reporting(material.prose, sentence):
            continue
        words = material.authors_words(sentence)
        if CITATION.search(words) or words.rstrip().endswith("?") or _is_background(material, sentence):
            continue
        yield sentence, words


def _is_background(material: Material, sentence: Segment) -> bool:
    """Whether a sentence of an abstract stands before anything in it speaks of the study itself."""
    section = material.prose.section(sentence.start)
    if section.kind is not SectionKind.FRONT:
        return False
    first = material.prose.manuscript.passage_at(section.start).end
    return _OF_THE_STUDY.search(material.prose.manuscript.text[first : sentence.end]) is None
