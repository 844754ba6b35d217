from __future__ import annotations

import json

from trellis.core.pseudonym_key import KeyBook, Pseudonym, Replaced, book_of

JANET = Pseudonym("Janet", "Maria", 5, "Ana")
MADE = Replaced(7, 1, "JANET", "MARIA", 9)


def test_a_book_is_the_same_after_it_was_written_and_read():
    book = KeyBook((JANET,), (MADE,), (9,))

    assert book_of(json.loads(json.dumps(book.record()))) == book


def test_a_name_that_is_there_already_is_not_entered_twice():
    assert KeyBook().with_name(JANET).with_name(Pseudonym("Janet", "Maria", 8, "Ben")).pseudonyms == (JANET,)


def test_what_stood_behind_a_redaction_is_found_as_it_was_spelt():
    book = KeyBook((JANET,)).with_replaced([MADE])

    assert (book.behind(7), book.behind(8)) == ("JANET", None)
    assert book.names() == ("Janet", "JANET")
    assert book.named("janet ") == (JANET,)
