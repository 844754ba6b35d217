from __future__ import annotations

import io
import zipfile

import pytest

from tests.reading.making import W, a_docx, p, read, zipped
from trellis.core.errors import Damaged, Encrypted, Hostile, TooLarge, Unreadable
from trellis.reading import limits

BODY = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"


def docx_with(members: dict[str, str | bytes]) -> bytes:
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{p('x')}</w:body></w:document>", **members})


def docx_saying(declaration: str, inside: str) -> bytes:
    return zipped({"word/document.xml": f"{declaration}<w:document {W}><w:body>{BODY % inside}</w:body></w:document>"})


@pytest.mark.parametrize("path", ["../evil.txt", "word/../../evil", "/etc/evil", "C:/evil", "..\\evil"])
def test_a_path_out_of_the_package_is_hostile(path):
    with pytest.raises(Hostile, match="out of it"):
        read("a.docx", docx_with({path: "x"}))


def test_a_member_that_unpacks_to_a_thousand_times_its_size_is_hostile():
    with pytest.raises(Hostile, match="hundreds of times"):
        read("a.docx", docx_with({"word/media/image1.png": b"\x00" * 20_000_000}))


def test_too_many_members_are_hostile(monkeypatch):
    monkeypatch.setattr(limits, "MEMBERS", 3)

    with pytest.raises(Hostile, match="5 files"):
        read("a.docx", docx_with({str(number): "" for number in range(4)}))


def test_too_much_declared_altogether_is_hostile(monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1_000)

    with pytest.raises(Hostile):
        read("a.docx", docx_with({"x": "y" * 2_000}))


def test_a_text_beyond_bearing_is_too_large(monkeypatch):
    monkeypatch.setattr(limits, "MEMBER_BYTES", 100)

    with pytest.raises(TooLarge):
        read("a.docx", docx_with({}))


def test_a_member_that_declares_less_than_it_holds_is_damaged():
    data = bytearray(docx_with({}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    while (at := data.find(size.to_bytes(4, "little"))) != -1:
        data[at : at + 4] = (size - 5).to_bytes(4, "little")

    with pytest.raises(Damaged):
        read("a.docx", bytes(data))


def test_a_member_with_a_password_is_encrypted():
    data = bytearray(docx_with({}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1

    with pytest.raises(Encrypted):
        read("a.docx", bytes(data))


@pytest.mark.parametrize(
    ("declaration", "inside"),
    [
        ('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        ('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', "&b;&b;"),
        ('<!DOCTYPE d SYSTEM "http://example.org/d.dtd">', "x"),
        ("<!DOCTYPE d>", "x"),
    ],
)
def test_a_document_type_is_hostile(declaration, inside):
    with pytest.raises(Hostile, match="document type"):
        read("a.docx", docx_saying(declaration, inside))


def test_a_document_type_in_another_encoding_is_hostile():
    xml = f"<!DOCTYPE d><w:document {W}><w:body>{BODY % 'x'}</w:body></w:document>".encode("utf-16")

    with pytest.raises(Hostile):
        read("a.docx", zipped({"word/document.xml": xml}))


@pytest.mark.parametrize("depth", [200, 300, 3_000, 100_000])
def test_xml_nested_without_end_is_damaged(depth):
    inside = "<w:sdtContent>" * depth + p("x") + "</w:sdtContent>" * depth

    with pytest.raises(Damaged):
        read("a.docx", zipped({"word/document.xml": f"<w:document {W}><w:body>{inside}</w:body></w:document>"}))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_package_cut_off_is_damaged(share):
    data = a_docx(p("Words " * 500))

    with pytest.raises(Unreadable, match="cut off or broken"):
        read("a.docx", data[: int(len(data) * share)])


def test_xml_cut_off_is_damaged():
    with pytest.raises(Damaged):
        read("a.docx", zipped({"word/document.xml": f"<w:document {W}><w:body>"}))


def test_a_document_without_a_body_is_damaged():
    with pytest.raises(Damaged):
        read("a.docx", zipped({"word/document.xml": f"<w:document {W}/>"}))
