from __future__ import annotations

import pytest

from tests.reading.making import a_docx, p, read, zipped
from trellis.core.errors import EmptyFile, Encrypted, NotSupported, WrongKind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
DOCX = a_docx(p("Words"))


def wide(name: str) -> bytes:
    return name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", DOCX, r"Word document.*rename.*\.docx"),
        ("a.docx", b"<!DOCTYPE html><html><p>x", r"web page.*\.html"),
        ("a.txt", b"<html><p>x", "web page"),
        ("a.doc", b"{\\rtf1 x}", r"rich text.*\.rtf"),
        ("a.docx", b"Just words", "not a Word document"),
        ("a.docx", b"%PDF-1.7 x", "PDF"),
        ("a.pdf", b"Just words", "not a PDF"),
        ("a.odt", DOCX, "Word document"),
        ("a.txt", b"WEBVTT\n\n", "captions"),
        ("a.txt", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHi", "subtitles"),
        ("a.vtt", b"Just words", "WEBVTT"),
        ("a.srt", b"Just words", "times"),
    ],
)
def test_content_that_is_not_what_the_name_says(name, data, says):
    with pytest.raises(WrongKind, match=says):
        read(name, data)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.doc", OLE + wide("WordDocument"), r"\.doc\).*save it as \.docx"),
        ("a.xls", OLE + wide("Workbook"), r"\.xls\)"),
        ("a.docx", OLE, "old office file"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.txt", b"ID3\x04", "recording"),
        ("a.m4a", b"\x00\x00\x00\x20ftypM4A ", "recording"),
        ("a.docx", zipped({"ppt/presentation.xml": "x"}), "presentation"),
        ("a.docx", zipped({"x": "y"}), "zip archive"),
        ("a.odt", zipped({"mimetype": "application/epub+zip"}), "e-book"),
        ("a.xlsx", zipped({"xl/workbook.xml": "x"}), "survey"),
        ("a.csv", b"a,b\n1,2\n", r"\.csv"),
        ("a.exe", b"MZ words", r"\.exe"),
    ],
)
def test_kinds_that_are_not_read(name, data, says):
    with pytest.raises(NotSupported, match=says):
        read(name, data)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_an_encrypted_office_file_asks_for_a_password(name):
    with pytest.raises(Encrypted, match="password"):
        read(name, OLE + wide("EncryptedPackage"))


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a.vtt", "a"])
def test_no_bytes_is_an_empty_file(name):
    with pytest.raises(EmptyFile, match="0 bytes"):
        read(name, b"")


@pytest.mark.parametrize(("name", "content"), [("a.txt", " \n\t"), ("a.md", "\n\n"), ("a.html", "<html><p> </p>")])
def test_only_white_space_is_an_empty_file(name, content):
    with pytest.raises(EmptyFile):
        read(name, content)


def test_an_empty_word_document_is_an_empty_file():
    with pytest.raises(EmptyFile):
        read("a.docx", a_docx(p("")))


def test_a_name_without_an_ending_is_read_as_text():
    assert read("README", "Words").text == "Words"
