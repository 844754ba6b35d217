"""Whether how long, when, how old and how often agree with the sheet: `sample-arithmetic` beside its counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.counts import NUMBERS, counts_in
from trellis.review.material import Material
from trellis.review.people import month_of
from trellis.review.prose import CITATION, SectionKind
from trellis.review.word_kinds import phrases

_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_TEN = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)"
_N = rf"(?:\d{{1,3}}(?:\.\d+)?|{_TEN}|{_WORD}|an?|half an)"
_UNIT = r"(?:minutes?|mins?\b\.?|hours?|h\b)"
_HALF = r"(?:\s+and\s+a\s+half)?"
_TIME = rf"{_N}(?:\s+and\s+a\s+half)?[\s-]{_UNIT}"
_AMOUNT = re.compile(rf"(?P<n>{_N}){_HALF}(?:[\s-](?P<unit>{_UNIT}))?", re.IGNORECASE)
_RANGE = re.compile(
    rf"\b(?:lasted|lasting|took|ran|ranged|ranging|varied|length|duration|between|from)\b[^.;:()]{{0,40}}?"
    rf"\b(?:from|between)\s+(?P<low>{_N}{_HALF}(?:[\s-]{_UNIT})?)\s+(?:to|and)\s+(?P<high>{_N}{_HALF}(?:[\s-]{_UNIT})?)"
    rf"|\b(?P<low2>\d{{1,3}})\s*[–-]\s*(?P<high2>\d{{1,3}}\s*{_UNIT})",
    re.IGNORECASE,
)
_MIDDLE = re.compile(
    rf"\b(?P<kind>mean|average|median)\b[^.;()]{{0,40}}?\b(?P<n>{_TIME})"
    rf"|\b(?P<n2>{_TIME})\s+on average|\bon average[^.;()]{{0,30}}?\b(?P<n3>{_TIME})",
    re.IGNORECASE,
)
_MIDDLE_BESIDE = re.compile(
    r"\(\s*(?:(?P<kind>mean|median|average)[\s,=:]*(?P<n>\d{1,3}(?:\.\d+)?))\s*\)", re.IGNORECASE
)
"""A middle without a unit behind a range that has one: "between 9 and 40 minutes (median 21)"."""
_MOST = re.compile(
    rf"\b(?P<share>most|the majority|nearly all|almost all|all|half(?! an?\b)"
    rf"|more than half(?! an?\b))\b(?: of (?:them|the interviews|these))?"
    rf"(?:\s+(?:interviews|lasting|lasted|took|were|being|for|ran))*\s+"
    rf"(?P<how>about|around|approximately|some|roughly|nearly|over|more than|at least|under|less than"
    rf"|up to)?\s*(?P<n>{_TIME})"
    rf"(?P<or>\s+or\s+(?:less|more|longer|shorter|over|under))?",
    re.IGNORECASE,
)
_TALKS = phrases(
    r"recorded length / interviews? / interviewed / conversations? / discussions? / lasted / recordings? / talked"
)
_APART = phrases(
    r"focus groups? / observ\w+ / pilot / follow-?up / meetings? / second / later / supervision / travel\w* / "
    r"sessions? / shifts?"
)
_ABOUT = 0.25
_HALVES = {
    "most": 0.5,
    "the majority": 0.5,
    "more than half": 0.5,
    "half": 0.4,
    "nearly all": 0.75,
    "almost all": 0.75,
    "all": 1.0,
}
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = re.compile(
    rf"\b(?:between|from)\s+(?P<m1>{_MONTH})(?:\s+(?P<y1>(?:19|20)\d\d))?\s+(?:and|to"
    rf"|until)\s+(?P<m2>{_MONTH})\s+(?P<y2>(?:19|20)\d\d)"
)
_DAY = re.compile(rf"\b(?:{_MONTH}|(?:19|20)\d\d|\w+ (?:weeks|months|years?) (?:later|after\w*|on)|a year later)\b")
_AGAIN = phrases("again / later / second / follow-?up / the (?:last|rest|others|remaining) / seen / returned / further")
_COLLECTED = phrases(
    r"interview\w* / fieldwork / data (?:were|was) collected / data collection / recruit\w* / took place"
)
_AGED = re.compile(
    r"\b(?:aged?|ages?)\b[^.;()]{0,30}?\b(?:from|between)?\s*(?P<low>\d\d)\s*(?:to|and|–|-)\s*(?P<high>\d\d)\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"(?<![\d.~<>])(?P<share>\d{1,3})\s*(?:%|per ?cent)\s+of\s+(?:the |our |all )?", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"\b(?:about|around|approximately|nearly|almost|over|more than|less than|under|some|roughly|up to)\s*$",
    re.IGNORECASE,
)


_HELD = re.compile(
    r"\binterviews?\b[^.;]{0,60}\b(?:were|was) (?:held|conducted|carried out|done|made)\b|\binterviewed\b"
    r"|\binterviews? took place\b",
    re.IGNORECASE,
)
_MONTHS_OFF = 2
Month = tuple[int, int]


def lasted(material: Material) -> Iterator[Remark]:
    """How long interviews lasted, against the sheet's minutes: ranges, middles, and what most of them took."""
    minutes = [n for person in material.sample.people for n in person.minutes]
    if len(minutes) < 2 or len(minutes) < 0.9 * len(material.sample.people):
        return
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS):
        words = material.authors_words(sentence)
        if not _TALKS.search(words) or _APART.search(words) or CITATION.search(words):
            continue
        for found in (*_of_range(words, minutes), *_of_middle(words, minutes), *_of_most(words, minutes)):
            yield _wrong(material, sentence, found)


@dataclass(frozen=True, slots=True)
class _Off:
    """What a sentence says that the sheet does not bear out. start, end: in the sentence; fits: what the sheet has."""

    start: int
    end: int
    fits: str


def _wrong(material: Material, sentence: Segment, found: _Off, level: Level = Level.WRONG) -> Remark:
    spot = material.prose.spot(sentence.start + found.start, sentence.start + found.end)
    said = f"The text says “{' '.join(spot.words.split())}”; {found.fits}."
    return Remark("sample-arithmetic", level, said, (spot,), rank=5)


def _of_range(words: str, minutes: Sequence[float]) -> Iterator[_Off]:
    for found in _RANGE.finditer(words):
        low_words, high_words = found["low"] or found["low2"], found["high"] or found["high2"]
        high = _minutes(high_words, "")
        unit = _unit(high_words)
        low = _minutes(low_words, unit)
        if low is None or high is None or not unit or re.search(r"\b(?:each|planned|expected)\b", words):
            continue
        slack = 0.5 if unit.startswith("m") else 15.0
        if abs(low - min(minutes)) > slack or abs(high - max(minutes)) > slack:
            fits = f"by the sheet they lasted from {min(minutes):g} to {max(minutes):g} minutes"
            yield _Off(found.start("low") if found["low"] else found.start("low2"), found.end(), fits)


def _of_middle(words: str, minutes: Sequence[float]) -> Iterator[_Off]:
    in_minutes = re.compile(r"\bminutes\s*$|\bmin\.?\s*$")
    for beside in _MIDDLE_BESIDE.finditer(words):
        kind = "median" if beside["kind"].casefold() == "median" else "mean"
        fits = median(minutes) if kind == "median" else mean(minutes)
        if in_minutes.search(words[: beside.start()]) and abs(float(beside["n"]) - fits) > 1.0:
            yield _Off(beside.start(), beside.end(), f"by the sheet the {kind} is {fits:.0f} minutes")
    for found in _MIDDLE.finditer(words):
        said = _minutes(found["n"] or found["n2"] or found["n3"], "")
        fits = median(minutes) if (found["kind"] or "").casefold() == "median" else mean(minutes)
        if said is None:
            continue
        rough = 0.15 * fits if re.search(r"\b(?:about|around|approximately|roughly)\b", found.group()) else 1.0
        if abs(said - fits) > max(rough, 1.0):
            kind = "median" if (found["kind"] or "").casefold() == "median" else "mean"
            yield _Off(found.start(), found.end(), f"by the sheet the {kind} is {fits:.0f} minutes")


def _of_most(words: str, minutes: Sequence[float]) -> Iterator[_Off]:
    for found in _MOST.finditer(words):
        said = _minutes(found["n"], "")
        if said is None:
            continue
        behind, how = (found["or"] or "").casefold().split(), (found["how"] or "").casefold()
        if behind[-1:] in (["less"], ["shorter"], ["under"]) or how in {"under", "less than", "up to"}:
            fitting = [n for n in minutes if n <= said]
        elif behind[-1:] in (["more"], ["longer"], ["over"]) or how in {"over", "more than", "at least"}:
            fitting = [n for n in minutes if n >= said]
        else:
            fitting = [n for n in minutes if abs(n - said) <= max(_ABOUT * said, 5)]
        if len(fitting) < _HALVES[found["share"].casefold()] * len(minutes):
            yield _Off(found.start(), found.end(), f"by the sheet it was so of {len(fitting)} of {len(minutes)}")


def _unit(words: str) -> str:
    found = _AMOUNT.search(words)
    return (found["unit"] or "").casefold() if found else ""


def _minutes(words: str, unit: str) -> float | None:
    """The minutes that some words say, in the unit given where they have none; None where they say no time."""
    found = _AMOUNT.match(words.strip())
    if found is None:
        return None
    unit = (found["unit"] or unit).casefold()
    number = _number(found["n"].casefold())
    number += 0.5 if "and a half" in " ".join(words.split()) else 0
    return number * 60 if unit.startswith("h") else number if unit else None


def _number(word: str) -> float:
    if word in {"a", "an"}:
        return 1
    if word.startswith("half"):
        return 0.5
    if "-" in word:
        ten, one = word.split("-")
        return NUMBERS[ten] + NUMBERS[one]
    return NUMBERS[word] if word in NUMBERS else float(word)


def dated(material: Material) -> Iterator[Remark]:
    """The months between which people were interviewed, against the sheet's dates."""
    dates = [day for person in material.sample.people for day in person.dates]
    if len(dates) < 2 or len(dates) < 0.9 * len(material.sample.people):
        return
    if any(len(set(person.dates)) > 1 for person in material.sample.people):
        return  # of several rounds, and which of them a sentence speaks of is for the reader to see
    first, last = min(dates), max(dates)
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        yield from _outside(material, sentence, words, dates)
        found = _DATED.search(words)
        if found is None or not _COLLECTED.search(words) or _APART.search(words):
            continue
        end = int(found["y2"]), month_of(found["m2"])
        start = int(found["y1"] or found["y2"]), month_of(found["m1"])
        if start <= first and last <= end and not _is_wider((start, end), (first, last), words):
            continue
        if not (start <= first and last <= end) and _other_dates(material, sentence, found.group()):
            continue
        fits = f"the sheet's dates run from {first[0]}-{first[1]:02} to {last[0]}-{last[1]:02}"
        inside = sum(start <= day <= end for day in dates)
        level = Level.LOOK if inside > len(dates) / 2 else Level.WRONG  # a few later ones may go without saying
        yield _wrong(material, sentence, _Off(found.start(), found.end(), fits), level)


def _outside(material: Material, sentence: Segment, words: str, dates: Sequence[Month]) -> Iterator[Remark]:
    """Further spans of months in a sentence on interviews in which, by the sheet, there was none."""
    if not _COLLECTED.search(words) or _APART.search(words):
        return
    for found in list(_DATED.finditer(words))[1:]:
        end = int(found["y2"]), month_of(found["m2"])
        start = int(found["y1"] or found["y2"]), month_of(found["m1"])
        if not any(start <= day <= end for day in dates):
            fits = (
                f"the sheet's dates run from {min(dates)[0]}-{min(dates)[1]:02} to {max(dates)[0]}-{max(dates)[1]:02}"
            )
            yield _wrong(material, sentence, _Off(found.start(), found.end(), fits))


def _is_wider(told: tuple[Month, Month], held: tuple[Month, Month], words: str) -> bool:
    """Whether interviews are said to have begun or ended months before or after those in the sheet."""
    if _HELD.search(words) is None:
        return False
    (start, end), (first, last) = told, held
    return _months(first) - _months(start) >= _MONTHS_OFF or _months(end) - _months(last) >= _MONTHS_OFF


def _months(day: Month) -> int:
    return 12 * day[0] + day[1]


def _other_dates(material: Material, sentence: Segment, told: str) -> bool:
    """Whether a sentence beside its months, or another one of its section, says when people were interviewed too."""
    section = material.prose.section(sentence.start)
    for other in material.prose.sentences(section.start, section.end):
        words = material.authors_words(other).replace(told, " ")
        is_here = other.start == sentence.start
        if _DAY.search(words) and (is_here or _COLLECTED.search(words) or _AGAIN.search(words)):
            return True
    return False


def aged(material: Material) -> Iterator[Remark]:
    """From what age to what age people were, against the sheet's ages."""
    ages = [person.age for person in material.sample.people if person.age is not None]
    if len(ages) < 2 or len(ages) < len(material.sample.people):
        return
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        found = _AGED.search(words)
        if (
            found is None
            or CITATION.search(words)
            or re.search(r"\b(?:eligib\w+|invited|over|under|group|band)\b", words)
        ):
            continue
        if (int(found["low"]), int(found["high"])) != (int(min(ages)), int(max(ages))):
            fits = f"the sheet's ages run from {min(ages):g} to {max(ages):g}"
            yield _wrong(material, sentence, _Off(found.start(), found.end(), fits))


def shares_of_people(material: Material) -> Iterator[Remark]:
    """Shares in per cent of a group of the sample that no number of its people comes to."""
    if not material.sample.people:
        return
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        for found in _SHARE_OF.finditer(words):
            size = _size_of(material, words, found.end())
            share = int(found["share"])
            if (
                not size
                or CITATION.search(words)
                or _ROUGHLY.search(words[: found.start()])
                or _has_number(words, found)
            ):
                continue
            if all(abs(100 * n / size - share) >= 1 for n in range(size + 1)):
                fits = f"no number of the {size} in the sheet comes to that"
                yield _wrong(material, sentence, _Off(found.start(), found.end(), fits), Level.SAY_WHY)


def _has_number(words: str, found: re.Match[str]) -> bool:
    """Whether the number of people stands beside the share, which is then asked about by itself."""
    return re.search(r"\d+\s*(?:/|of|out of|\()\s*$", words[: found.start()]) is not None


def _size_of(material: Material, words: str, at: int) -> int:
    """How many people of the sheet the group has that begins at a place; 0 where it is none."""
    counts = counts_in(material, f"{' ' * (at - 2)}9 {words[at:]}")
    count = next((each for each in counts if each.start == at - 2), None)
    if count is None or count.noun in {"staff", "placed"} or "interview" in count.noun:
        return 0
    people = material.sample.people
    return sum(all(named.values & set(person.of(named.attribute)) for named in count.named) for person in people)
