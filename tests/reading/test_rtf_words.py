from __future__ import annotations

from trellis.reading.rtf_words import CHARSETS, codec_of_page


def test_every_codec_exists():
    assert all("a".encode(codec) for codec in CHARSETS.values())


def test_pages_without_a_codec_are_western():
    assert codec_of_page(1251) == "cp1251"
    assert codec_of_page(65001) == "utf-8"
    assert codec_of_page(4) == codec_of_page(None) == "cp1252"
