"""Whether the numbers of the text agree with each other and with the sample: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.core.wording import words_in
from trellis.review.counts import NUMBER, Count, also_called, counts_in, number_of
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.rounds import rounds_of
from trellis.review.stated import stated
from trellis.review.word_kinds import NEGATIONS, phrases

_SAMPLED = phrases(
    r"""interviewed / took part / participated / recruited / comprised / comprises / consisted of / sample / sampled
    / n = \d+ / were conducted / we conducted / carried out / agreed to take part / participants were
    / the study (?:included|involved) / interviews (?:were held )?with / in total / total of / there were
    / spoke (?:to|with)"""
)
_PART_ONLY = phrases(
    r"""first / last / former / latter / initial / more / another
    / further / each / per / up to / at least / fewer than / less than
    / about / around / approximately / pilot / twice / again / declined / withdrew / refused / not / did not
    / left / invited / approached / other / additional / remaining / rest / half / only / hours / minutes
    / planned / intended / eligible / follow-?up / later / second / coded / transcripts?(?! of\b) / double / random
    / selected / two of / one of / some of / months / quoted / (?:up)?on (?:the )?condition / provided (?:that|they)"""
)
_PARTS = re.compile(
    r"\s*(?:were (?:interviewed|recruited)\s*|took part\s*)?"
    r"(?::|\(|,?\s*(?:comprising|consisting of|made up of|namely|that is,?))\s*",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:^\s*of|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|some|most|many|half|none|each|both"
    r"|several|few|all)\s+of|\ball)(?: the| our)? $",
    re.IGNORECASE,
)
"""What makes the number behind it that of a whole: "three of the six", "of the six", "all six"."""
_NARROWED = re.compile(
    r"\s*(?:there|here|who|whom|whose|that|which|where|in|at|on|with|without|we|from|of|to|for|by|about|after|before|since"
    r"|during|until|held|conducted|carried out|done|made|recorded|taken|asked|seen|quoted|named|concerned|involved"
    r"|affected|covered|invited|approached|contacted|eligible|working|employed|based|left|only|alone)\b",
    re.IGNORECASE,
)
"""What makes the people or interviews before it some only, where no verb of taking part stands with them."""
_SOME_PLACES = re.compile(
    r"\s*(?:only|alone|where|that|which|who|whose|with|without|had|have|did|but|of (?:the|these)"
    r"|and\b(?! (?:were|was)\b))\b",
    re.IGNORECASE,
)
_LATER = phrases(
    r"""(?:three|six|nine|twelve|eighteen|\d+)[ -]months?(?: later| follow-?up| interviews?)? / follow-?up
    / second (?:wave|round|interviews?) / wave (?:2|two) / time (?:2|two) / T2 / re-?interviewed / a year later
    / interviewed (?:twice|again)"""
)
_OF_KINDS = re.compile(r"\s*(?:,\s*)?(?:in|from|of|across|holding|with|representing)\s+(?:the\s+)?", re.IGNORECASE)
_OF_A_ROUND = re.compile(
    r"\b(?:(?:wave|round|phase|time|T) ?(?:\d|one|two|three|I{1,3})\b"
    r"|(?:first|second|third|later|earlier) (?:wave|round|phase|period)"
    r"|(?:at|since|from) (?:baseline|referral|follow-?up|intake|discharge))",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of one round of interviews."""
_AND_MORE = re.compile(rf"\b{NUMBER.pattern} (?:more|further|others)\b", re.IGNORECASE)
"""What makes a number before it one of some: "nine people in May, and five more in June"."""
_MOST_PLACES = 8
_ALL = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_SEEN_AGAIN = re.compile(
    r"\b(?:interview\w*|seen|participants?|took part|collected|data|wave|round|users|people)\b", re.IGNORECASE
)


def counted(material: Material) -> Iterator[Remark]:
    """Numbers of people in sentences about the sample that the sheet does not bear out."""
    if not material.sample.people:
        return
    for sentence in material.sentences(*_ALL):
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        kind = material.prose.section(sentence.start).kind
        if kind in {SectionKind.FRONT, SectionKind.METHODS}:
            yield from _kinds(material, sentence, words)
        counts = counts_in(material, words)
        told = stated(words, counts)
        for n, count in enumerate(counts):
            if _is_asked(material, words, kind, (count, n in told, counts)):
                yield from _against_sheet(material, (sentence, words), count, counts)


def _is_asked(material: Material, words: str, kind: SectionKind, number: tuple[Count, bool, list[Count]]) -> bool:
    """Whether a number, which its sentence states of all or not, is one of everybody in a group of the sample."""
    count, is_stated, counts = number
    if _OF_A_ROUND.search(words) and ("interview" in count.noun or not rounds_of(material.sample)):
        return False
    if _AND_MORE.search(words, count.end):
        return False
    is_findings = kind is SectionKind.FINDINGS
    is_sampling = _SAMPLED.search(words) is not None or (
        kind is SectionKind.METHODS and len(counts) > 1 and _are_of_all(counts)
    )
    whole = _WHOLE.search(words[: count.start]) is not None
    is_narrowed = len(count.named) > 1 or _NARROWED.match(words, count.end) is not None
    if is_narrowed and (is_findings or (whole and not is_stated)):
        return False
    if count.noun == "with":
        is_each_once = all(len(person.interviews) < 2 for person in material.sample.people)
        return is_each_once and not is_findings and not _is_part_only(words, count)
    if count.noun == "placed" and not _are_of_all(counts):
        return False
    if whole:
        return not _is_told_as_part(material, count) and (is_sampling or not _may_be_some(material, count))
    if not is_sampling or is_findings or _is_part_only(words, count):
        return False
    return is_stated or count.noun == "placed"


def _are_of_all(counts: list[Count]) -> bool:
    """Whether numbers that only a place follows are of everybody: the sentence counts no group that they may be of."""
    return all(count.noun for count in counts)


def _may_be_some(material: Material, count: Count) -> bool:
    """Whether a whole can be some of a group only, such as those at one place: as many or more are in the sheet."""
    return count.n < (_size(material, count) if count.named else len(material.sample.people))


def _is_told_as_part(material: Material, count: Count) -> bool:
    """Whether the methods speak of as many of the same people or interviews as some only ("the ten held since May")."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        for other in counts_in(material, words):
            is_same = (other.n, other.noun) == (count.n, count.noun) and not (other.named and count.named)
            if is_same and (_NARROWED.match(words, other.end) or _is_part_only(words, other)):
                return True
    return False


def _kinds(material: Material, sentence: Segment, words: str) -> Iterator[Remark]:
    """A number of sites or the like that the sheet has more or fewer of."""
    if not _SAMPLED.search(words):
        return
    for attribute, values in material.sample.values.items():
        for found in re.finditer(rf"{NUMBER.pattern} (?:[\w-]+ )?{re.escape(attribute)}s\b", words, re.IGNORECASE):
            if number_of(found) == len(values) or attribute in material.role_attributes or len(values) > _MOST_PLACES:
                continue
            if _SOME_PLACES.match(words, found.end()) or _WHOLE.search(words[: found.start()]):
                continue
            said = f"The text says “{found.group()}”; the sheet has {len(values)}: {', '.join(values[:6])}."
            spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
            yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=5)


def kinds_of_group(material: Material) -> Iterator[Remark]:
    """How many roles, grades or the like a counted group is said to be of, against those that its people have."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        counts = counts_in(material, words)
        for attribute in material.sample.values:
            for found in _kinds_named(attribute).finditer(words):
                group = next((c for c in counts if _OF_KINDS.fullmatch(words[c.end : found.start()])), None)
                yield from _against_kinds(material, (sentence, words), (attribute, found), (group, counts))


def _kinds_named(attribute: str) -> re.Pattern[str]:
    return re.compile(rf"{NUMBER.pattern} (?P<which>[\w-]+ )?{re.escape(attribute)}s\b", re.IGNORECASE)


def _against_kinds(
    material: Material,
    where: tuple[Segment, str],
    kinds: tuple[str, re.Match[str]],
    counted_group: tuple[Count | None, list[Count]],
) -> Iterator[Remark]:
    (sentence, _), (attribute, found), (group, counts) = where, kinds, counted_group
    if group is None:
        return
    fits = {len(material.values_of(people, attribute)) for people in _groups(material, group, counts)} - {0}
    if not fits or number_of(found) in fits:
        return
    told = " or ".join(str(n) for n in sorted(fits))
    said = f"The text says “{found.group()}”; in the sheet those {group.n} have {told} of that kind ({attribute})."
    spot = material.prose.spot(sentence.start + group.start, sentence.start + found.end())
    level = Level.SAY_WHY if found["which"] else Level.WRONG
    yield Remark("sample-arithmetic", level, said, (spot,), rank=5)


def _groups(material: Material, count: Count, counts: list[Count]) -> Iterator[frozenset[int]]:
    """The sets of people, as many as a count says, that it can be of."""
    people = material.sample.people
    everybody = frozenset(range(len(people)))
    named = frozenset(
        n for n in everybody if all(each.values & set(people[n].of(each.attribute)) for each in count.named)
    )
    beside = [each for other in counts if other.named and not _is_general(other) for each in other.named]
    rest = frozenset(n for n in everybody if not any(e.values & set(people[n].of(e.attribute)) for e in beside))
    yield from {group for group in (named, rest) if len(group) == count.n}


def _is_part_only(words: str, count: Count) -> bool:
    """Whether a number counts a part, a plan or something else than people: then the sheet cannot bear it out."""
    inside = " ".join(words[count.start : count.end].split()[1:])
    around = " … ".join((words[max(count.start - 25, 0) : count.start], inside, words[count.end : count.end + 40]))
    return _PART_ONLY.search(around) is not None or re.match(r"\s*of\b", words[count.end :]) is not None


def _against_sheet(
    material: Material, where: tuple[Segment, str], count: Count, counts: list[Count]
) -> Iterator[Remark]:
    sample, (sentence, words) = material.sample, where
    if count.named:
        fits = _size(material, count)
        rest = list(_rest_of_all(material, count, counts))
        possible = {fits, *rest, _wide_size(material, count)}
        if _is_general(count) and not rest:
            return
    else:
        fits = len(sample.people)
        possible = {fits, len(material.finder.corpus.transcripts)} if "interview" in count.noun else {fits}
        possible |= {_interviews(material)} if "interview" in count.noun else set()
        if count.noun == "staff":
            return
    if count.n in possible or not fits or count.n < 1 or count.n in _by_round(material, count):
        return
    spot = material.prose.spot(sentence.start + count.start, sentence.start + count.end)
    said = f"The text says “{' '.join(words[count.start : count.end].split())}”; the sheet has {fits}."
    yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)


def _interviews(material: Material) -> int:
    """How many interviews the sheet has: a row each, as far as its rows differ in anything."""
    people, attributes = material.sample.people, material.sample.attributes
    varying = [max((len(person.of(name)) for name in attributes), default=1) for person in people]
    return sum(max(len(p.dates), len(p.minutes), len(p.sources), n, 1) for p, n in zip(people, varying, strict=True))


def _by_round(material: Material, count: Count) -> set[int]:
    """How many of a group have each value of what varies from interview to interview, such as the wave, and several."""
    people = [p for p in material.sample.people if all(n.values & set(p.of(n.attribute)) for n in count.named)]
    sizes: set[int] = set()
    for attribute, values in material.sample.values.items():
        if any(len(person.of(attribute)) > 1 for person in people):
            sizes |= {sum(value in person.of(attribute) for person in people) for value in values}
            sizes.add(sum(len(person.of(attribute)) > 1 for person in people))
    return sizes


def _size(material: Material, count: Count) -> int:
    people = material.sample.people
    return sum(all(named.values & set(person.of(named.attribute)) for named in count.named) for person in people)


def _wide_size(material: Material, count: Count) -> int:
    """How many people the nouns of a count cover in their wide sense."""
    wide = [(named.attribute, also_called(material, named)) for named in count.named]
    return sum(all(v & set(person.of(a)) for a, v in wide) for person in material.sample.people)


def _is_general(count: Count) -> bool:
    """Whether a group is named by a noun that several values share ("workers")."""
    named = count.named
    return len(named) == 1 and len(named[0].values) > 1 and len(named[0].written.split()) == 1


def _rest_of_all(material: Material, count: Count, counts: list[Count]) -> Iterator[int]:
    """For such a noun, everybody but the groups that the sentence names beside it."""
    kinds = {named.attribute for named in count.named}
    others = [
        other
        for other in counts
        if other.named and not _is_general(other) and kinds & {named.attribute for named in other.named}
    ]
    if _is_general(count) and others:
        yield len(material.sample.people) - sum(_size(material, other) for other in others)


def added_up(material: Material) -> Iterator[Remark]:
    """Sentences that give a whole and its parts that do not add up."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS):
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        yield from _parts(material, sentence, words)


def _parts(material: Material, sentence: Segment, words: str) -> Iterator[Remark]:
    """A number of people, and right behind it a list of groups with numbers that should come to the same."""
    counts = counts_in(material, words)
    for n, whole in enumerate(counts):
        lead = _PARTS.match(words[whole.end :])
        if lead is None:
            continue
        closing = words.find(")", whole.end) if "(" in lead.group() else -1
        limit = closing if closing >= 0 else len(words)
        parts = [part for part in counts[n + 1 :] if part.end <= limit]
        listed = words[whole.end : limit]
        kinds = {part.named[0].attribute for part in parts if part.named}
        if len(parts) < 2 or len(kinds) > 1 or re.search(r"\b(?:including|of whom|among|also|at least)\b", listed):
            continue
        if len(NUMBER.findall(listed)) != len(parts) or sum(part.n for part in parts) == whole.n:
            continue
        total = " + ".join(str(part.n) for part in parts)
        said = f"{total} is {sum(part.n for part in parts)}; the text says {whole.n}."
        spot = material.prose.spot(sentence.start + whole.start, sentence.start + parts[-1].end)
        yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)
        return


def inside(material: Material) -> Iterator[Remark]:
    """Groups that are said to be inside a counted group, without a number of their own."""
    for sentence in material.sentences(SectionKind.METHODS):
        words = material.authors_words(sentence)
        for count in counts_in(material, words):
            found = re.match(r"[^,.;:()]{0,40},?\s*\(?including\s+(?:the\s+)?", words[count.end :])
            at = count.end + found.end() if found else 0
            if not found or NUMBER.match(words[at:].lstrip()):
                continue
            named = next((each for each, place in material.lexicon.mentions(words) if place == at), None)
            if named is None:
                continue
            said = f"How many of the {count.n} are {named.written}? They are counted inside another group."
            spot = material.prose.spot(sentence.start + count.start, sentence.start + at + len(named.written))
            yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=3)


def one_round_counted(material: Material) -> Iterator[Remark]:
    """Sentences that give the number of one round in brackets, and not that of the other."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        found = list(_ROUND_IN_BRACKETS.finditer(words))
        bare = next((each for each in found if not each["n"]), None)
        if bare is None or not any(each["n"] for each in found) or CITATION.search(words):
            continue
        between = _LENGTH.sub(" ", words[found[0].end() : bare.start()])
        if re.search(rf"{NUMBER.pattern}[^.;]{{0,60}}$", between):
            continue
        said = f"How many took part in {bare['round']}? The other round has its number."
        spot = material.prose.spot(sentence.start + bare.start(), sentence.start + bare.end())
        yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=4)


_LENGTH = re.compile(r"\b[\w-]+ (?:days|weeks|months|years|hours)\b", re.IGNORECASE)
_ROUND_IN_BRACKETS = re.compile(
    r"\((?P<round>(?:wave|round|phase|time) ?(?:\d|one|two|three)|T\d)(?P<n>[,;:]? *[Nn] ?= ?\d+)?\)", re.IGNORECASE
)


def later_wave(material: Material) -> Iterator[Remark]:
    """A later round of interviews for which no number of people is given anywhere."""
    first: Segment | None = None
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS):
        words = material.authors_words(sentence)
        later = _LATER.search(words)
        if later is None or CITATION.search(words) or not _SEEN_AGAIN.search(words):
            continue
        if NEGATIONS & {word.form for word in words_in(words, 0, later.start())}:
            continue  # "nobody was interviewed twice"
        if any(count for count in NUMBER.finditer(_LATER.sub(" ", words))):
            return
        if first is None and material.prose.section(sentence.start).kind is SectionKind.METHODS:
            first = Segment(sentence.start + later.start(), sentence.start + later.end())
    if first is not None:
        said = "A later round of interviews is spoken of; nowhere is it said how many took part in it."
        yield Remark("sample-arithmetic", Level.SAY_WHY, said, (material.prose.spot(first.start, first.end),), rank=4)
