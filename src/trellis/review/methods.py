"""What a reader needs to be told of how the study was done: `method-unsaid`.

After items 10 to 29 of COREQ (Tong, Sainsbury and Craig 2007) and 9 of SRQR (O'Brien et al. 2014), as questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trellis.core.document import PartKind
from trellis.core.review import Level, Remark, Spot
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.word_kinds import phrases

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a manuscript should say.

    told: how it is said; level: what is asked where nothing says it; anywhere: not in methods and abstract only.
    where: what a sentence must speak of too, None for any. only_if: what the methods must speak of for it to be asked.
    """

    what: str
    told: re.Pattern[str]
    level: Level
    anywhere: bool = False
    where: re.Pattern[str] | None = None
    only_if: re.Pattern[str] | None = None


_OF_TAKING_PART = phrases(
    r"""invit\w+ / recruit\w* / approach\w* / interview\w* / take part / took part / taking part / particip\w+
    / sampl\w+ / ask(?:ed|ing) (?:to|for|whether|if) / (?:was|were) asked / letters? / telephone\w* / declin\w+
    / non-?respon\w+ / responded / response / e-?mail\w* / posts? / places? / eligible / uptake / consent\w*"""
)
_OF_INDEXING = phrases(
    r"""index\w* / cod(?:ed|ing|er|ers|es) / disagree\w* / discrepan\w+ / double / independently / readers / kappa
    / differences (?:were|between|in|that|which|had|we)"""
)
_OF_ANALYSING = phrases(
    r"""index\w* / cod(?:ed|ing|er|ers|es) / analy\w+ / chart(?:s|ed|ing)? / transcripts? / themes? / framework / read
    / applied to / differences / disagree\w* / discrepan\w+ / labelled / sorted / summari[sz]ed / interpret\w+
    / matri(?:x|ces)"""
)
_TWICE = re.compile(
    r"\b(?:(?:index|cod|analys)\w+\b[^.]{0,60}\b(?:a second time|twice|again|independently|separately|by (?:two|both)"
    r"|by a second)"
    r"|(?:double|second)[- ](?:index|cod)\w+|independently (?:index|cod)\w+"
    r"|second (?:coder|reader|analyst)\b[^.]{0,40}\b(?:index|cod|read)\w+)",
    re.IGNORECASE,
)
_ASKING = phrases(
    r"invit\w+ / recruit\w* / approach(?:ed|ing) / eligible / non-?respon\w+ / a second / independently / double\w*"
    r" / twice"
)
_SENTENCE = re.compile(r"(?<=[.?!;])\s+|\n")

ITEMS = (
    Item(
        "whether research ethics approved the study, or that no approval was needed",
        phrases(
            r"""ethic(?:s|al|ally)?\b[^.]{0,90}\b(?:approv\w+|committees?|boards?|review\w*|permission|clear\w+|opinion
            |granted|obtained|exempt\w*|waive[dr]?|required|needed|necessary|consult\w+|reference|number|no\.?|REC|IRB)
            / (?:approv\w+|committees?|boards?|review\w*|permission|clear\w+|opinion|exempt\w*|waive[dr]?|required)
            \b[^.]{0,90}\bethic(?:s|al|ally)?
            / institutional review board / IRB / review board / REC / approved by
            / (?:was|were|been|gave|received) approv\w+
            / (?:gave|granted|received|obtained|had|with) (?:its |their |full |formal )?approval / research governance
            / Declaration of Helsinki / HRA / protocol (?:number|no)"""
        ),
        Level.SAY_WHY,
        anywhere=True,
    ),
    Item(
        "whether people agreed to take part and to be quoted",
        phrases(r"consent\w* / assent\w* / agreed to (?:take part|be|participate) / permission / gave their agreement"),
        Level.SAY_WHY,
        anywhere=True,
    ),
    Item(
        "when the material was collected",
        re.compile(
            rf"\b(?:{_MONTHS})\s+(?:and\s+\w+\s+|to\s+\w+\s+|[–-]\s*\w+\s+)?(?:19|20)\d\d"
            r"|\b(?:in|during|from|between|since|of|late|early|mid-?|summer|spring|autumn|winter|years?)\s+(?:19"
            r"|20)\d\d\b"
            r"|\b(?:19|20)\d\d\s*(?:[–/-]|to|and)\s*(?:(?:19|20)?\d\d)\b|\b\d{1,2}/\d{1,2}/(?:19|20)?\d\d\b",
            re.IGNORECASE,
        ),
        Level.LOOK,
    ),
    Item(
        "how many were asked and did not take part, and why",
        phrases(
            r"""refus(?:ed|als?|ing) / declin(?:ed|ing) / non-?respon\w+ / non-?particip\w+
            / (?:did|could|would) not (?:reply|respond|answer|take part|wish|want|agree|attend)
            / could not be (?:reached|met|contacted|interviewed) / unable to / unavailable
            / no (?:reply|response|answer) / response rate / dropped out / withdrew / withdrawn
            / (?:nobody|no[ -]?one|none) (?:refused|declined|of those)
            / (?:everybody|everyone|all) (?:who (?:was|were) )?(?:asked|invited|approached|agreed|accepted)
            / (?:\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+teen|ten|eleven|twelve)
            (?:\w+ ){0,4}(?:was|were) (?:\w+ ){0,2}(?:asked|invited|approached|contacted)
            / (?:invited|approached|contacted) (?:all|every|\d+)
            / (?:agreed|accepted|consented) of / uptake / turned (?:us )?down / (?:was|were|stood|fell) vacant
            / had (?:left|moved|retired)"""
        ),
        Level.LOOK,
        where=_OF_TAKING_PART,
    ),
    Item(
        "who indexed the material, whether by more than one person, and what became of differences",
        phrases(
            r"""independently
            / (?:second|two|three|another|both|other) (?:\w+ )?(?:coders?|researchers?|analysts?|authors?)
            / (?:second|two|three|another|both|other) (?!staff )(?:\w+ )?(?:readers?|members?|people|persons?|raters?)
            / by (?:one|a second|a single|both|two|three) / one (?:person|of us|researcher)
            / (?:two|three|both|all|some|one|each) of us / team (?:meetings?|discuss\w+) / inter-?(?:coder|rater)
            / double[- ](?:coded|indexed|coding) / (?:lead|first|corresponding) (?:author|researcher)
            / (?:the )?authors? (?:coded|indexed|read|analysed|analyzed|discussed|met)
            / (?-i:[A-Z]{2,3}),? (?:and (?-i:[A-Z]{2,3}) )?(?:coded|indexed|read|analysed|charted|conducted)
            / coders? / discrepanc\w+ / disagreements? / consensus / differences (?:were|was|in)
            / (?:coded|indexed|analy[sz]ed|read) by (?!the\b|framework|means|theme|hand|case|using)
            / (?:coded|indexed|analy[sz]ed|read) by the (?:\w+ )?(?:authors?|team|researchers?|interviewers?)
            / I (?:coded|indexed|read|analysed)"""
        ),
        Level.LOOK,
        where=_OF_ANALYSING,
    ),
    Item(
        "what became of the differences between those who indexed the same interviews",
        phrases(
            r"""differ(?:ed|ence|ences)? / disagree\w* / discrepan\w+ / consensus / discuss\w* / resolv\w+ / settl\w+
            / reconcil\w+ / agree(?:d|ment)? / kappa / alpha / arbitrat\w+ / adjudicat\w+ / compar(?:ed|ing|ison)
            / third (?:\w+ )?(?:person|reader|author|researcher|coder|member|reviewer) / together / met / meetings"""
        ),
        Level.LOOK,
        where=_OF_INDEXING,
        only_if=_TWICE,
    ),
)
"""What is asked about, in the order in which it is told."""

_FRAMEWORK = re.compile(r"\b[Ff]ramework (?:method|analysis|approach)\b")
_CHARTED = phrases(
    r"chart\w* / matri(?:x|ces) / framework table / summary grid / (?:summari[sz]ed|entered) (?:in|into) a (?:grid"
    r"|table)"
)
_FEWEST_WORDS = 60


def unsaid(material: Material) -> Iterator[Remark]:
    """Things that the methods should say and that nothing in the manuscript says; quiet without methods."""
    head, words = _methods(material)
    if head is None:
        return
    whole, abstract = _everything(material), _abstract(material)
    for item in ITEMS:
        if item.only_if is not None and item.only_if.search(words) is None:
            continue
        said_in = whole if item.anywhere else words if item.where is not None else f"{words}\n{abstract}"
        if not _is_told(item, said_in, abstract):
            yield Remark("method-unsaid", item.level, f"Nowhere is it said {item.what}.", (head,), rank=2)
    if _FRAMEWORK.search(words) and not _CHARTED.search(whole):
        said = "The Framework method is named, and nothing is said of charting."
        yield Remark("method-unsaid", Level.SAY_WHY, said, (head,), rank=3)


def _is_told(item: Item, words: str, abstract: str) -> bool:
    """Whether some sentence says it: one that speaks of what it must be said of, or, in the methods, goes on so."""
    if item.where is None:
        return item.told.search(words) is not None
    sentences = _SENTENCE.split(words)
    pairs = [*zip(["", *sentences], sentences, strict=False), *(("", each) for each in _SENTENCE.split(abstract))]
    return any(
        item.told.search(sentence) is not None and (item.where.search(sentence) or _ASKING.search(before)) is not None
        for before, sentence in pairs
    )


_INFERRED = re.compile(
    r"\b(?P<what>ages?|ethnicity|gender|sex|income|disability|sexuality|religion)\b[^.;]{0,30}"
    r"\b(?:collected|recorded|gathered)\b(?: (?:for|of|from) \w+)?[\s(,]*(?:(?:and|but|being|was|were|it) )*"
    r"(?:estimated|inferred|judged|guessed|assumed)\b",
    re.IGNORECASE,
)


def inferred(material: Material) -> Iterator[Remark]:
    """Something about people that is said to have been collected and, in the same clause, to be somebody's estimate."""
    for sentence in material.sentences(SectionKind.METHODS):
        words = material.authors_words(sentence)
        found = _INFERRED.search(words)
        if found is None or re.search(r"\b(?:not|nobody|never|no)\b", words):
            continue
        said = (
            f"{found['what'].capitalize()} is called collected, and is an estimate; say who told it, or who judged it."
        )
        spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
        yield Remark("method-unsaid", Level.LOOK, said, (spot,), rank=1)


def _methods(material: Material) -> tuple[Spot | None, str]:
    """The first heading of the methods, and their words; no heading where there are hardly any."""
    sections = [s for s in material.prose.sections if s.kind is SectionKind.METHODS]
    text = material.prose.manuscript.text
    words = " ".join(text[section.start : section.end] for section in sections)
    if len(words.split()) < _FEWEST_WORDS:
        return None, words
    start = sections[0].start
    passage = material.prose.manuscript.passage_at(start)
    return material.prose.spot(start, passage.end if passage.kind is PartKind.HEADING else start + 1), words


def _abstract(material: Material) -> str:
    text = material.prose.manuscript.text
    heads = re.compile(r"abstract|summary", re.IGNORECASE)
    return "\n".join(
        text[s.start : s.end] for s in material.prose.sections if any(heads.search(h) for h in s.path[-1:])
    )


def _everything(material: Material) -> str:
    """The authors' words of all sections but the list of references."""
    manuscript = material.prose.manuscript
    kept = []
    for passage in manuscript.passages:
        if material.prose.section(passage.start).kind is SectionKind.REFERENCES or passage.kind is PartKind.TABLE:
            continue
        kept.append(" ".join(manuscript.text[passage.start : passage.end].split()))
    return "\n".join(kept)
