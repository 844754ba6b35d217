"""How a printed quotation differs from the words of its source: every word changed, left out or added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from trellis.analysis.fitting import Step
from trellis.core.wording import Word, words_in
from trellis.review.matching import Finder, Placed
from trellis.review.pieces import Piece
from trellis.review.word_kinds import AMOUNTS, CHATTER, FILLERS, NEGATIONS, SMALL, STRONG_HEDGES

_OWN_WORDS = 3
"""Words at a quotation's beginning or end that, if they stand nowhere there, were added and not changed."""


class Weight(StrEnum):
    """How much a difference can matter."""

    SENSE = "changes what is said"
    WORDS = "changes the words"
    TALK = "tidies the talk"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a quotation that differ from the source's; either may be "". weight: what that can change."""

    printed: str
    source: str
    weight: Weight
    hides: str = ""

    def told(self) -> str:
        """The difference in words."""
        if self.hides:
            return f"the brackets stand for “{self.source}”, which holds “{self.hides}”"
        if not self.source:
            return f"“{self.printed}” is added"
        if not self.printed:
            return f"“{self.source}” is left out"
        return f"“{self.printed}” is printed where the source has “{self.source}”"


def differences(finder: Finder, text: str, placed: Placed) -> list[Difference]:
    """Every difference of one placed piece that no bracket of the quotation accounts for.

    Typography, spelling (British, American), short forms ("don't", "do not"), numbers as words, sounds such as "um"
    and stutters are none.
    """
    found = [difference for step in placed.steps if (difference := _of_step(finder, text, placed, step)) is not None]
    return list(found)


def _of_step(finder: Finder, text: str, placed: Placed, step: Step) -> Difference | None:
    piece = placed.piece
    if step.is_equal:
        return None
    source = finder.words(step.other, step.other_end)
    theirs = [word.form for word in words_in(_without_notes(source))]
    ours = [piece.words[at] for at in range(step.one, step.one_end)]
    brackets = [put for at, put in piece.put if step.one <= at <= step.one_end]
    if brackets or any(at in piece.loose for at in range(step.one, step.one_end)):
        return _behind_brackets(ours, theirs, source, (piece, step, brackets))
    printed = [word.form for word in ours]
    at_edge = step in {placed.steps[0], placed.steps[-1]}
    if at_edge and len(printed) >= _OWN_WORDS and not same_words(printed, theirs):
        source, theirs = "", []
    before, after = _beside(finder, placed, step)
    if same_words(printed, theirs) or (not printed and _is_noise(theirs, before, after)):
        return None
    shown = text[ours[0].start : ours[-1].end] if ours else ""
    return Difference(" ".join(shown.split()), " ".join(source.split()), _weight(printed, theirs, source))


def _behind_brackets(
    ours: list[Word], theirs: list[str], source: str, where: tuple[Piece, Step, list[str]]
) -> Difference | None:
    """What brackets stand for is the author's to say, but for a negation that goes with it."""
    piece, step, brackets = where
    plain = [piece.words[at].form for at in range(step.one, step.one_end) if at not in piece.loose]
    told = {form.form for put in brackets for form in words_in(put)} | {word.form for word in ours}
    hidden = [form for form in theirs if form in NEGATIONS and form not in told]
    if hidden and not told & NEGATIONS:
        return Difference("[…]", " ".join(source.split()), Weight.SENSE, hides=" ".join(hidden))
    if plain and not brackets and not same_words(plain, theirs):
        return Difference(" ".join(plain), " ".join(source.split()), _weight(plain, theirs, source))
    return None


def _beside(finder: Finder, placed: Placed, step: Step) -> tuple[str, str]:
    """The source's words right before and after a step, to tell a stutter by."""
    before = finder.words(step.other - 1, step.other) if step.other > placed.first else ""
    after = finder.words(step.other_end, step.other_end + 1) if step.other_end < placed.last else ""
    return _form(before), _form(after)


def _form(word: str) -> str:
    return next((each.form for each in words_in(word)), "")


def _is_noise(theirs: list[str], before: str, after: str) -> bool:
    """Whether what was left out are sounds, or words said twice."""
    heard = [form for form in theirs if form not in FILLERS]
    if not heard:
        return True
    half = len(heard) // 2
    doubled = len(heard) % 2 == 0 and heard[:half] == heard[half:]
    return doubled or (len(heard) <= 2 and heard[-1] == before) or (len(heard) <= 2 and heard[0] == after)


def _weight(printed: list[str], theirs: list[str], source: str) -> Weight:
    gone, come = set(theirs) - set(printed), set(printed) - set(theirs)
    if (gone | come) & (NEGATIONS | AMOUNTS) or STRONG_HEDGES.search(source) or _numbers(gone) != _numbers(come):
        return Weight.SENSE
    if not printed and gone <= CHATTER | FILLERS:
        return Weight.TALK
    if gone | come <= SMALL | FILLERS:
        return Weight.TALK
    return Weight.WORDS


def _numbers(forms: set[str]) -> set[str]:
    return {_NUMBERS.get(form, form) for form in forms if form in _NUMBERS or form.isdecimal()}


def same_words(one: list[str], other: list[str]) -> bool:
    """Whether two runs of words are the same but for joins, spelling, short forms and the way numbers are written."""
    return _plain_spelling(one) == _plain_spelling(other) or _footnoted("".join(one), "".join(other))


def _footnoted(printed: str, source: str) -> bool:
    """Whether the printed word only has a footnote's number at its end ("team3")."""
    return (
        bool(source)
        and not source[-1].isdecimal()
        and re.fullmatch(re.escape(source) + r"\d{1,2}", printed) is not None
    )


def _plain_spelling(forms: list[str]) -> str:
    return "".join(_expanded(form) for form in forms if form not in FILLERS)


def _expanded(form: str) -> str:
    form = _SHORT.get(form, form)
    if form in _NUMBERS:
        return _NUMBERS[form]
    for pattern, plain in _SPELLINGS:
        form = pattern.sub(plain, form)
    return form


_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(n) for n, word in enumerate(_UNITS.split())}
_NUMBERS |= {word: str(n) for n, word in zip(range(30, 100, 10), _TENS.split(), strict=True)}
_PAIRS = """okay ok alright allright gonna goingto wanna wantto gotta gotto cos because cuz because coz because til
    until yep yes yeah yes kinda kindof sorta sortof dunno dontknow em them wont willnot cant cannot im iam ive
    ihave id iwould ill iwill youre youare youve youhave youll youwill theyre theyare theyve theyhave weve
    wehave thats thatis its itis theres thereis hes heis shes sheis lets letus whats whatis theyd theywould
    theyll theywill aint isnot percent % judgment judgement program programme programs programmes gray grey
    skeptical sceptical"""
_SHORT = dict(zip(_PAIRS.split()[::2], _PAIRS.split()[1::2], strict=True))
_SHORT |= {form: f"{form[:-2]}not" for form in NEGATIONS if form.endswith("nt") and form not in _SHORT}
_SPELLINGS = (
    (re.compile(r"is(e[ds]?|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"our(s|ed|ing|ite|ites|able|al|hood|ly|ful)?$"), r"or\1"),
    (re.compile(r"yse([ds]?)$"), r"yze\1"),
    (re.compile(r"([aeiou])ll(ed|ing|er|ers|ors?)$"), r"\1l\2"),
    (re.compile(r"(cent|theat|met|fib)re(s?)$"), r"\1er\2"),
    (re.compile(r"(def|off|lic|pret)ence(s?)$"), r"\1ense\2"),
    (re.compile(r"practi[sz]e"), "practice"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"(?<=[a-z])ae|oe(?=[a-z])"), "e"),
)


def _without_notes(source: str) -> str:
    """Words of a source without the transcriber's notes in brackets, of which quotations are free."""
    return re.sub(r"\[[^\]\n]{0,80}\]|\((?:laugh|pause|sigh|inaudible|unclear)[^)\n]{0,40}\)", " ", source)


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two pieces of a quotation in the source.

    words: what is left out, "" where nothing is; None where the pieces do not follow each other in one transcript.
    negation: what the gap drops that turns a kept statement round, else "". limit: what it drops right behind the kept
    words that says how seldom it was ("one time"), where it goes on from another sentence; else "". between: the text
    that is left out, with its signs.
    """

    words: str | None
    negation: str
    crosses: bool
    hedge: str
    is_marked: bool
    before: Placed
    after: Placed
    limit: str = ""
    between: str = ""


def gaps(finder: Finder, placed: tuple[Placed, ...], cuts: frozenset[int]) -> Iterator[Gap]:
    """The gap before each piece but the first."""
    for n, (one, other) in enumerate(pairwise(placed), start=1):
        marked = n not in cuts
        if one.transcript != other.transcript or other.first < one.first:
            yield Gap(None, "", crosses=False, hedge="", is_marked=marked, before=one, after=other)
            continue
        words = finder.words(one.last, other.first)
        here, there = finder.turn(one), finder.transcript(other).turn_at(other.end - 1)
        crosses = here is not None and there is not None and here.n != there.n
        hedge = STRONG_HEDGES.search(words)
        between = _between(finder, one, other)
        near = hedge.group() if hedge and _is_short(words) else ""
        limit = _limit(between)
        yield Gap(
            words, _dropped(between, words), crosses=crosses, hedge=near, is_marked=marked, before=one, after=other,
            limit=limit, between=between,
        )  # fmt: skip


_LIMIT = re.compile(
    r"\s*(?:(?:only|just|but)\s+)?(?:once|twice|one (?:time|day|week|month|year|person|occasion)|a few times|sometimes"
    r"|rarely|seldom|occasionally|now and then|now and again)\b",
    re.IGNORECASE,
)


def _limit(between: str) -> str:
    """What a gap begins with that says how seldom the kept words were so, where a sentence ends in the gap."""
    found = _LIMIT.match(between)
    goes_on = found is not None and re.search(r"[.?!]", between[found.end() :]) is not None
    return " ".join(found.group().split()) if found is not None and goes_on else ""


_SHORT_GAP = 6
_JOINING = frozenset({"and", "but", "or", "nor", "so", "because", "which", "who", "with"})
_CLAUSE = re.compile(r"[,;:.?!—–]")


def _is_short(words: str) -> bool:
    return len(words.split()) <= _SHORT_GAP and not re.search(r"[.?!]", words)


def _between(finder: Finder, one: Placed, other: Placed) -> str:
    text = finder.transcript(one).text
    return text[one.end : max(other.start, one.end)]


def _dropped(between: str, words: str) -> str:
    """The negation that a gap takes from the words beside it; one in a clause of its own takes nothing from them."""
    forms = [word.form for word in words_in(words)]
    if not NEGATIONS & set(forms):
        return ""
    clauses = _CLAUSE.split(between)
    first = [word.form for word in words_in(clauses[0])][:2]
    last = [word.form for word in words_in(clauses[-1])][-3:]
    begins = [form for form in first if form in NEGATIONS] if first[:1] and first[0] not in _JOINING else []
    # "no" goes with the noun behind it: only as the last word does it belong to what is kept.
    ends = [form for n, form in enumerate(last, start=1) if form in NEGATIONS and (form != "no" or n == len(last))]
    return next(iter([*begins, *ends]), "")
