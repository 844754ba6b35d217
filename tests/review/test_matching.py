from __future__ import annotations

from tests.review.making import transcripts
from trellis.review.matching import Finder, Reading
from trellis.review.pieces import pieces_of
from trellis.review.transcripts import Corpus, Transcript

FINDER = Finder(Corpus.of(transcripts()))


def readings(words: str) -> list[Reading]:
    return FINDER.readings(pieces_of(words, 0, len(words)))


def stand(reading: Reading) -> list[tuple[str, str]]:
    return [(FINDER.transcript(p).name, FINDER.transcript(p).text[p.start : p.end]) for p in reading.placed]


def test_words_that_stand_in_several_transcripts_have_a_reading_in_each():
    assert [stand(reading)[0][0] for reading in readings("It depends on the day")] == ["p01.txt", "p02.txt"]


def test_pieces_are_found_near_each_other():
    assert stand(readings("no desk … six weeks … what the job was")[0]) == [
        ("p01.txt", "no desk"),
        ("p01.txt", "six weeks"),
        ("p01.txt", "what the job was"),
    ]


def test_a_short_piece_is_looked_for_beside_the_long_one():
    found = readings("On a Monday … because they let me shadow for a month")

    assert {name for reading in found for name, _ in stand(reading)} == {"p02.txt"}


def test_edits_in_a_long_quotation_do_not_hide_it():
    found = readings("With one certificate and four surgeries. The referrals came from anybody who could find a form")

    assert stand(found[0])[0][0] == "p03.txt"


def test_words_that_stand_nowhere_have_no_reading_and_may_have_a_nearest_place():
    words = "a unicorn grazed at the morning and there was violet snow about"

    assert readings(words) == []
    near = FINDER.nearest(pieces_of(words, 0, len(words)))
    assert near is None or FINDER.transcript(near).name == "p03.txt"


def test_a_label_is_no_word_of_the_text():
    assert readings("P1 I had no desk and no computer")[0].equal == 7


def test_no_transcripts_give_no_reading():
    assert Finder(Corpus.of([])).readings(pieces_of("one two", 0, 7)) == []


def test_runs_of_words_from_several_places_make_one_reading_with_cuts():
    between = "The bus was late and the rain came in at every seam of the roof. " * 9
    text = f"I cannot bear it when they are quiet. {between}I can hear my own voice. {between}After that we could talk."
    words = "I cannot bear it, I can hear my own voice, after that we could talk"

    finder = Finder(Corpus.of([Transcript("a.txt", text, ())]))
    reading = finder.readings(pieces_of(words, 0, len(words)))[0]

    assert (len(reading.placed), reading.cuts) == (3, frozenset({1, 2}))
    assert finder.readings(pieces_of("It was never so warm in any other year of my life", 0, 48)) == []
