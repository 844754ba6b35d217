from __future__ import annotations

import pytest

from tests.reading.making import read, slugs
from trellis.core.errors import Damaged, Invalid, NotSupported

WORDS = "She said \u201cit costs \u20ac5\u201d \u2014 the caf\u00e9 isn\u2019t cheap. " * 3


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_strict_charsets_come_without_a_notice(charset):
    document = read("a.txt", WORDS.encode(charset))

    assert document.text == WORDS
    assert slugs(document) == []


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(charset):
    document = read("a.txt", WORDS.encode(charset))

    assert document.text == WORDS
    assert slugs(document) == ["charset-guessed"]


def test_western_windows_is_preferred_and_named():
    document = read("a.txt", WORDS.encode("cp1252"))

    assert document.text == WORDS
    assert "cp1252" in document.notices[0].message


@pytest.mark.parametrize(
    ("words", "charset"),
    [
        (
            "\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a \u0434\u0435\u043b\u0430? ",
            "cp1251",
        ),
        (
            "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144, \u015bwi\u0119ta s\u0105 tu. ",
            "cp1250",
        ),
    ],
)
def test_other_alphabets_are_guessed(words, charset):
    document = read("a.txt", (words * 5).encode(charset))

    assert document.text == words * 5


def test_a_charset_can_be_given():
    document = read("a.txt", "\u017elu\u0165".encode("cp1250"), charset="cp1250")

    assert document.text == "\u017elu\u0165"
    assert slugs(document) == []


def test_a_charset_that_does_not_fit_is_said():
    with pytest.raises(Damaged, match="not utf-8"):
        read("a.txt", b"caf\xe9", charset="utf-8")


@pytest.mark.parametrize("charset", ["klingon", "base64", "rot13"])
def test_what_is_no_charset_is_said(charset):
    with pytest.raises(Invalid, match="charset"):
        read("a.txt", b"words", charset=charset)


def test_search_marks_are_taken_out_with_a_notice():
    document = read("a.txt", "on\x01e \x02two")

    assert document.text == "one two"
    assert slugs(document) == ["control-characters"]


@pytest.mark.parametrize("data", [b"some\x00words", bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01\x00\x00"])
def test_binary_content_is_refused(data):
    with pytest.raises(NotSupported, match="binary"):
        read("a.txt", data)


def test_a_few_accents_in_a_short_text_are_not_taken_for_those_of_ms_dos():
    words = "INT: How?\n\nP1: Café “quoted” here.\n\nINT: And?\n\nP1: Yes.\n"

    assert read("short.txt", words.encode("cp1252")).text == words
