"""Attributions: whom the words in brackets behind a quotation, or the sentence before it, can mean in the sample."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trellis.core.matching import words_of
from trellis.review.naming import OwnName
from trellis.review.people import Person, Sample, aliases_of, singular, tokens_of
from trellis.review.word_kinds import words

PERSON_WORDS = words(
    "participant interviewee respondent informant p int interview id no number transcript pid ppt pt person"
)
"""Words before the number of a participant."""

ROLE_NOUNS = words(
    """worker manager nurse trainer carer lead leader coordinator assistant therapist psychologist doctor gp
    psychiatrist director commissioner user client patient consultant officer practitioner physician clinician
    teacher student parent mother father relative colleague supervisor professional administrator receptionist
    specialist advocate volunteer pharmacist midwife counsellor physiotherapist chair trustee governor member
    facilitator navigator technician employer apprentice resident tutor head owner deputy chaplain surgeon
    paramedic dietitian coach mentor trainee"""
)
"""Nouns that say what somebody is, so that one which no row of the sample has is worth a question."""

_SKIPPED = words(
    """and from at in of the a an with for to by on who wave time t line page para paragraph turn years year old
    aged age site region team service interview w fg focus group one another s l pp ll lines our this same also
    then"""
)
_LONGEST_NUMBER = 3
_NUMBERED = words("participant p pid respondent interviewee ppt")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|#(?=\s?\d)")


@dataclass(frozen=True, slots=True)
class Named:
    """Values of one attribute that some words of an attribution can mean. written: those words."""

    attribute: str
    values: frozenset[str]
    written: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the words of an attribution mean.

    people: who is named by name or number, by place in the sample. named: attributes in the order of writing.
    unknown: nouns for people that nobody in the sample has. missing: a name of the shape of the sample's, not in it.
    rest: words that were not understood, numbers and small words aside.
    """

    written: str
    people: frozenset[int] = frozenset()
    named: tuple[Named, ...] = ()
    unknown: tuple[str, ...] = ()
    missing: str = ""
    rest: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it means anybody."""
        return not (self.people or self.named or self.unknown or self.missing)

    def fits(self, sample: Sample, person: int) -> bool:
        """Whether the person can be meant."""
        if self.people and person not in self.people:
            return False
        who = sample.people[person]
        by_attribute: dict[str, list[frozenset[str]]] = {}
        for named in self.named:
            by_attribute.setdefault(named.attribute, []).append(named.values)
        return all(
            all(values & set(who.of(attribute)) for values in wanted) for attribute, wanted in by_attribute.items()
        )

    def fitting(self, sample: Sample) -> frozenset[int]:
        """Everybody who can be meant; nobody where only unknown words are given."""
        if not self.people and not self.named:
            return frozenset()
        return frozenset(n for n in range(len(sample.people)) if self.fits(sample, n))


class Lexicon:
    """The words by which the people of a sample may be called; own: what a manuscript itself calls its values."""

    def __init__(self, sample: Sample, own: Sequence[OwnName] = ()) -> None:
        self.sample = sample
        self._values: dict[tuple[str, ...], dict[str, set[str]]] = {}
        self._partial: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._people: dict[tuple[str, ...], set[int]] = {}
        self._by_number: dict[str, set[int]] = {}
        self._mentioned: dict[str, tuple[tuple[Named, int], ...]] = {}  # every rule asks of the same sentences
        for attribute, values in sample.values.items():
            for value in values:
                self._add_value(attribute, value)
        self._add_initials()
        for name in own:
            self._values.setdefault(name.words, {}).setdefault(name.attribute, set()).add(name.value)
        for n, person in enumerate(sample.people):
            self._add_person(n, person)
        self._counted = _counted(sample)
        self._all_numbered = len(self._by_number) == len(sample.people) > 0
        self._shapes = {_shape(person.name) for person in sample.people} - {""}
        self.has_roles = any(
            word in ROLE_NOUNS
            for values in sample.values.values()
            for value in values
            for word in tokens_of(value)
        )  # fmt: skip

    def _add_value(self, attribute: str, value: str) -> None:
        for alias in aliases_of(attribute, value):
            self._values.setdefault(alias, {}).setdefault(attribute, set()).add(value)
        whole = tokens_of(value)
        if len(whole) > 1:
            for word in {whole[0], whole[-1]}:
                if len(word) > 2 and not word.isdecimal():
                    self._partial.setdefault(word, []).append((whole, attribute, value))

    def _add_initials(self) -> None:
        """Initials at the beginning of one value and no other ("STR" of "STR worker") mean that value by themselves."""
        found: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        for attribute, values in self.sample.values.items():
            for value in values:
                first = re.match(r"([A-Z]{2,6})\b.*\s", value)
                if first and not value.isupper():
                    found.setdefault((first[1].casefold(),), set()).add((attribute, value))
        for alias, meant in found.items():
            if len(meant) == 1 and alias not in self._values:
                attribute, value = next(iter(meant))
                self._values[alias] = {attribute: {value}}

    def _add_person(self, n: int, person: Person) -> None:
        for name in person.names:
            words = words_of(name)
            if words and not "".join(words).isdecimal():
                self._people.setdefault(words, set()).add(n)
            numbers = [word for word in words if word.isdecimal()]
            if len(numbers) == 1:
                self._by_number.setdefault(numbers[0], set()).add(n)

    def read(self, written: str) -> Attribution:
        """What an attribution means, word by word, the longest known names first."""
        found = list(_numbered(written))
        raw = [words_of(word.replace("’", "").replace("'", "").removesuffix("’s")) for word, _, _ in found]
        bare = [words[0] if words else "" for words in raw]
        single = [singular(word) for word in bare]
        people: set[int] = set()
        named: list[Named] = []
        unknown: list[str] = []
        missing = ""
        at = rest = 0
        while at < len(bare):
            step, meant = self._person_at(bare, at)
            step = step or self._beyond(written, found, bare, at)
            if step:
                people |= meant
                missing = missing or ("" if meant else written[found[at][1] : found[at + step - 1][2]])
                at += step
                continue
            step, values = self._value_at(single, at)
            if step:
                stretch = written[found[at][1] : found[at + step - 1][2]]
                named += [Named(attribute, frozenset(kinds), stretch) for attribute, kinds in sorted(values.items())]
                at += step
                continue
            word = single[at]
            if word in ROLE_NOUNS and self.has_roles and not self._is_known(word):
                unknown.append(word)
            rest += not (word in ROLE_NOUNS or word in _SKIPPED or word in PERSON_WORDS or word.isdecimal())
            at += 1
        return Attribution(written, frozenset(people), _one_each(named), tuple(unknown), missing, rest)

    def _person_at(self, words: list[str], at: int) -> tuple[int, set[int]]:
        """How many words from here name a person, and whom; nobody where the name has the sample's shape only."""
        for size in (4, 3, 2, 1):
            known = self._people.get(tuple(words[at : at + size]))
            if known is not None and at + size <= len(words):
                return size, known
        if words[at] in PERSON_WORDS and at + 1 < len(words) and words[at + 1].isdecimal():
            numbered = self._by_number.get(words[at + 1], set())
            if numbered or self._is_missing_number(words[at]) or _shape(f"{words[at]}{words[at + 1]}") in self._shapes:
                return 2, numbered
        if at + 1 < len(words) and words[at + 1].isdecimal() and words[at] not in _SKIPPED:
            pair = f"{words[at]}{words[at + 1]}"
            known_value = tuple(words[at : at + 2]) in self._values
            if _shape(pair) in self._shapes and not known_value:
                return 2, set()
        return 0, set()

    def _beyond(self, written: str, found: list[tuple[str, int, int]], words: list[str], at: int) -> int:
        """How many words from here are a name of several words whose number goes beyond those of the sheet."""
        for size in (4, 3, 2):
            last = at + size
            if last >= len(words) or not words[last].isdecimal() or tuple(words[at:last]) not in self._counted:
                continue
            joined = written[found[last - 1][2] : found[last][1]]
            is_bare = re.match(r"[\w–-]", written[found[last][2] :]) is None
            if not joined.strip() and is_bare and len(words[last]) <= _LONGEST_NUMBER:
                return size + 1
        return 0

    def _is_missing_number(self, word: str) -> bool:
        """Whether such a number would be somebody's if it were in the sample: where everybody has one."""
        return word in _NUMBERED and self._all_numbered

    def _value_at(self, words: list[str], at: int) -> tuple[int, dict[str, set[str]]]:
        """How many words from here mean values, and which, by attribute."""
        for size in range(min(8, len(words) - at), 0, -1):
            known = self._values.get(tuple(words[at : at + size]))
            if known is not None:
                return size, known
        spread, meant = self._spread(words, at)
        if spread:
            return spread, meant
        for size in range(min(6, len(words) - at), 0, -1):
            part = self._values_with(tuple(words[at : at + size]))
            if part:
                return size, part
        return 0, {}

    def _spread(self, words: list[str], at: int) -> tuple[int, dict[str, set[str]]]:
        """Values whose words all stand from here on with one other word among them ("team project member")."""
        found: dict[str, set[str]] = {}
        size = 0
        for whole, attribute, value in self._partial.get(words[at], ()):
            window = words[at : at + len(whole) + 1]
            if (
                whole[0] == words[at]
                and len(window) > len(whole)
                and window[-1] == whole[-1]
                and _in_order(whole, window)
            ):
                found.setdefault(attribute, set()).add(value)
                size = len(window)
        return size, found

    def _values_with(self, part: tuple[str, ...]) -> dict[str, set[str]]:
        """Values whose words hold these in order, their last word or first word among them ("graduate worker")."""
        found: dict[str, set[str]] = {}
        if part[0] in _SKIPPED or part[-1] in _SKIPPED:
            return found
        for anchor in {part[-1], part[0]}:
            for whole, attribute, value in self._partial.get(anchor, ()):
                ends_alike = part[-1] == whole[-1] or (part[0] == whole[0] and whole[-1] not in ROLE_NOUNS)
                if ends_alike and _in_order(part, whole):
                    found.setdefault(attribute, set()).add(value)
        return found

    def _is_known(self, word: str) -> bool:
        return word in self._partial or (word,) in self._values

    def mentions(self, text: str) -> tuple[tuple[Named, int], ...]:
        """Values that the words of a sentence mean, each with its place; single common words do not count."""
        if text not in self._mentioned:
            self._mentioned[text] = tuple(self._mentions(text))
        return self._mentioned[text]

    def _mentions(self, text: str) -> Iterator[tuple[Named, int]]:
        found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
        words = [singular((words_of(word.replace("’", "").replace("'", "")) or ("",))[0]) for word, _, _ in found]
        at = 0
        while at < len(words):
            step, values = self._value_at(words, at)
            for attribute, kinds in sorted(values.items()):
                stretch = text[found[at][1] : found[at + step - 1][2]]
                yield Named(attribute, frozenset(kinds), stretch), found[at][1]
            at += max(step, 1)


def _numbered(written: str) -> Iterator[tuple[str, int, int]]:
    """The words of an attribution with their places; a lone "#" before a number means a participant's."""
    before = ""
    for match in _WORD.finditer(written):
        word = match.group()
        if word != "#" or before not in PERSON_WORDS:
            yield "participant" if word == "#" else word, match.start(), match.end()
        before = word.casefold()


def _in_order(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _one_each(named: list[Named]) -> tuple[Named, ...]:
    """Where the same words can mean several attributes, the attribute that no other words mean wins."""
    by_words: dict[str, list[Named]] = {}
    for each in named:
        by_words.setdefault(each.written, []).append(each)
    alone = {group[0].attribute for group in by_words.values() if len(group) == 1}
    kept: list[Named] = []
    for group in by_words.values():
        rest = [each for each in group if each.attribute not in alone] or group
        kept.extend(rest[:1])
    return tuple(kept)


def _counted(sample: Sample) -> frozenset[tuple[str, ...]]:
    """The names of several words that people are told apart under by a number: "day worker 1", "day worker 2"."""
    found = Counter(
        words[:-1] for person in sample.people if len(words := words_of(person.name)) > 2 and words[-1].isdecimal()
    )
    return frozenset(name for name, count in found.items() if count > 1)


def _shape(name: str) -> str:
    """The shape of an identifier: letters as they are, digits as one sign ("P12" is "p#"); "" for ordinary names."""
    bare = "".join(words_of(name))
    letters = re.sub(r"\d+", "#", bare)
    return letters if re.fullmatch(r"[^\W\d_]{1,12}#", letters) else ""


def without_meaning(who: str, found: Attribution) -> str:
    """An attribution without what it means, so that a "policy manager" is no policy."""
    for named in found.named:
        who = who.replace(named.written, " ")
    return who


def is_prose(attribution: Attribution, words: str) -> bool:
    """Whether a short passage is a sentence of its own and no attribution."""
    if words.strip()[:1] in "–—―-([":
        return False
    known = attribution.people or attribution.named or attribution.unknown
    return words.rstrip().endswith((".", ":", "?")) or not known or attribution.rest > 1
