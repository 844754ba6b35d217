"""Zip packages (docx, odt, xlsx) and the XML in them, opened with suspicion."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from trellis.core.errors import Damaged, Encrypted, Hostile, TooLarge

from . import limits
from .files import bytes_of
from .kinds import damaged_package

if TYPE_CHECKING:
    from lxml.etree import _Element

_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError)

_CHUNK = 1_000_000


class Package:
    """The members of a zip package, each checked before and counted while it is read; nothing touches the disk.

    Raises Damaged, Encrypted, Hostile or TooLarge.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._left = limits.UNPACKED_BYTES
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise damaged_package(name) from error
        members = self._archive.infolist()
        check_members(name, members)
        self.members = frozenset(member.filename for member in members)

    def read(self, member: str) -> bytes:
        """The bytes of one member; more than it declared, or than a text can have, is refused."""
        try:
            with self._archive.open(member) as stream:
                data = stream.read(limits.MEMBER_BYTES + 1)
        except _BROKEN as error:
            raise damaged_package(self.name) from error
        self._left -= len(data)
        if len(data) > limits.MEMBER_BYTES or self._left < 0:
            raise TooLarge(
                self.name, f"its part {member} unpacks to too much", "split the document and bring in its parts"
            )
        return data

    def verify(self) -> None:
        """Unpack every member to nowhere: sizes must be as declared, and XML without a document type."""
        for member in sorted(self.members):
            head = self._unpacked_head(member)
            if member.endswith((".xml", ".rels")) and _has_doctype(head):
                raise _doctype(self.name)

    def _unpacked_head(self, member: str) -> bytes:
        try:
            with self._archive.open(member) as stream:
                head = stream.read(_CHUNK)
                while stream.read(_CHUNK):
                    pass
        except _BROKEN as error:
            raise damaged_package(self.name) from error
        return head

    def xml(self, member: str) -> _Element:
        """The root element of one member."""
        return parse_xml(self.name, self.read(member))


def package_bytes(path: Path) -> bytes:
    """The bytes of a zip package that can be opened with trust: every member unpacked once, XML without document types.

    Raises a subclass of Unreadable.
    """
    data = bytes_of(path)
    Package(path.name, data).verify()
    return data


def check_members(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Refuse what a zip says of itself before a byte is unpacked: count, names, sizes, ratio, passwords."""
    if len(members) > limits.MEMBERS:
        raise Hostile(name, f"the package holds {len(members)} files", "a document has some dozens; save it anew")
    if sum(member.file_size for member in members) > limits.UNPACKED_BYTES:
        raise Hostile(name, "the package would unpack to more than 1 GB", "save the document anew, without pictures")
    for member in members:
        _check_member(name, member)


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    path = member.filename.replace("\\", "/")
    if path.startswith("/") or ":" in path.split("/")[0] or ".." in path.split("/"):
        raise Hostile(name, "the package holds a path that leads out of it", "do not open it; ask where it came from")
    if member.flag_bits & 0x1:
        raise Encrypted(name, "the document asks for a password", "save a copy without a password and bring that in")
    packed = max(member.compress_size, 1)
    if member.file_size > limits.RATIO_FROM_BYTES and member.file_size / packed > limits.RATIO:
        raise Hostile(name, "the package unpacks to hundreds of times its size", "save the document anew")


class _Nothing:
    """What is built of XML that is only to be checked."""

    def close(self) -> None:
        """The end, with nothing to give."""


def require_well_formed(name: str, data: bytes) -> None:
    """Nothing, if the XML parses; raises Damaged otherwise. For what a less strict parser is to read afterwards."""
    from lxml import etree

    parser = etree.XMLParser(
        target=_Nothing(),  # type: ignore[arg-type]  # the stubs ask for methods that may be left out
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    try:
        etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged(name, "the XML inside is cut off or broken", "open it and save it anew") from error


def parse_xml(name: str, data: bytes) -> _Element:
    """The root of an XML text, read without entities, document types or network.

    Raises Hostile for a document type, Damaged for XML that does not parse or nests too deeply.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if _has_doctype(data):
            raise _doctype(name) from error
        raise Damaged(name, "the XML inside is cut off or broken", "open it and save it anew") from error
    if root is None:
        raise Damaged(name, "the XML inside is empty", "open it and save it anew")
    declared: str = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
    if declared or _has_doctype(data[:4096]):
        raise _doctype(name)
    return root


def _has_doctype(data: bytes) -> bool:
    return b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data


def _doctype(name: str) -> Hostile:
    return Hostile(
        name, "it declares a document type, which office programs never do", "do not open it; ask where it came from"
    )
