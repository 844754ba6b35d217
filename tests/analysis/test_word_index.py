from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.word_index import WordIndex

WORDS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=30)


def test_a_stretch_is_found_in_every_text_and_never_over_the_end_of_one():
    index = WordIndex.of([["a", "b", "c", "d"], ["d", "a", "b", "c"], ["c"]])

    places = index.exact(index.query("abc"))

    assert [(index.text_of(int(place)), int(place - index.starts[index.text_of(int(place))])) for place in places] == [
        (0, 0),
        (1, 1),
    ]
    assert not len(index.exact(index.query("cdd")))


def test_words_that_no_text_has_stand_nowhere():
    index = WordIndex.of([["a", "b"]])

    assert not len(index.exact(index.query(["a", "z"])))
    assert index.windows(index.query(["y", "z"])) == []


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_what_a_text_holds_is_found_there(texts, data):
    index = WordIndex.of(texts)
    n = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[n]) - 1))
    end = data.draw(st.integers(start + 1, len(texts[n])))

    places = index.exact(index.query(texts[n][start:end])).tolist()

    assert int(index.starts[n]) + start in places


def test_the_window_of_a_changed_stretch_holds_it():
    text = [f"w{n}" for n in range(300)]
    index = WordIndex.of([text])
    query = [*text[100:110], "other", *text[111:125]]

    window = index.windows(index.query(query))[0]

    assert window.start <= 101
    assert window.end >= 126
