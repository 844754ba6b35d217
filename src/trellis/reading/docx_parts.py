"""The side parts of a Word document: styles, notes, comments, and what the package says of itself."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trellis.core.errors import Damaged

from .package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek)\s*([1-9])$", re.IGNORECASE)
_QUOTE_NAME = re.compile(r"quot|block ?text|extract|zitat|citation|cita\b|citaat", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})


SET_OFF_TWIPS = 400
"""Indent from which a whole paragraph stands apart from those around it: 7 mm."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph's or run's style says; None where it leaves that to the style it is based on."""

    based_on: str | None = None
    level: int | None = None
    listed: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    quoted: bool | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A footnote, endnote or comment."""

    element: _Element
    author: str = ""


@dataclass(slots=True)
class SideParts:
    """Everything around the body. The mappings go from the ids that the body uses."""

    body: _Element
    styles: dict[str, Style] = field(default_factory=dict)
    footnotes: dict[str, Aside] = field(default_factory=dict)
    endnotes: dict[str, Aside] = field(default_factory=dict)
    comments: dict[str, Aside] = field(default_factory=dict)
    has_running_heads: bool = False
    title: str | None = None
    properties: tuple[tuple[str, str], ...] = ()


def side_parts(package: Package) -> SideParts:
    """Open the parts of a Word document. Raises Damaged if there is no body."""
    main = _main_part(package)
    root = package.xml(main)
    body = root.find(f"{W}body")
    if body is None:
        raise Damaged(package.name, "the document has no body", "open it in Word or LibreOffice and save it as .docx")
    folder = posixpath.dirname(main)
    parts = SideParts(body)
    parts.styles = _styles(package, f"{folder}/styles.xml")
    parts.footnotes = _asides(package, f"{folder}/footnotes.xml", "footnote")
    parts.endnotes = _asides(package, f"{folder}/endnotes.xml", "endnote")
    parts.comments = _asides(package, f"{folder}/comments.xml", "comment")
    parts.has_running_heads = _has_running_heads(package, folder)
    parts.title, parts.properties = _properties(package)
    return parts


def look(styles: dict[str, Style], name: str | None, trait: str) -> object:
    """A trait of a style, asked up the chain of styles that it is based on."""
    seen = 0
    while name is not None and name in styles and seen < 30:
        value: object = getattr(styles[name], trait)
        if value is not None:
            return value
        name, seen = styles[name].based_on, seen + 1
    return None


def switch(properties: _Element | None, tag: str) -> bool | None:
    """A yes-or-no property such as bold: None where it is not mentioned."""
    element = properties.find(f"{W}{tag}") if properties is not None else None
    if element is None:
        return None
    return (element.get(f"{W}val") or "1").lower() not in _OFF


def value_of(properties: _Element | None, tag: str) -> str | None:
    """The value of a property with one."""
    element = properties.find(f"{W}{tag}") if properties is not None else None
    return element.get(f"{W}val") if element is not None else None


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels").iter(_RELATION) if "_rels/.rels" in package.members else ()
    for relation in relations:
        target = posixpath.normpath((relation.get("Target") or "").lstrip("/"))
        if (relation.get("Type") or "").endswith("/officeDocument") and target in package.members:
            return target
    if "word/document.xml" in package.members:
        return "word/document.xml"
    raise Damaged(package.name, "the Word document lacks its text", "open it in Word or LibreOffice and save it anew")


def _styles(package: Package, member: str) -> dict[str, Style]:
    if member not in package.members:
        return {}
    found = {}
    for element in package.xml(member).iter(f"{W}style"):
        looks, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
        level = value_of(paragraph, "outlineLvl")
        name = _HEADING_NAME.match(value_of(element, "name") or "")
        if name is not None:
            level = str(int(name.group(1)) - 1)
        found[element.get(f"{W}styleId") or ""] = Style(
            value_of(element, "basedOn"),
            int(level) + 1 if level is not None and level.isdigit() and int(level) < 9 else None,
            True if paragraph is not None and paragraph.find(f"{W}numPr") is not None else None,
            switch(looks, "b"),
            switch(looks, "i"),
            switch(looks, "vanish"),
            _is_quoted(element, paragraph),
        )
    return found


def _is_quoted(style: _Element, paragraph: _Element | None) -> bool | None:
    if _QUOTE_NAME.search(value_of(style, "name") or ""):
        return True
    indent = indent_of(paragraph)
    return None if indent is None else indent >= SET_OFF_TWIPS


def indent_of(properties: _Element | None) -> int | None:
    """The indent of a paragraph from the left margin in twips (1440 an inch), None where it is not mentioned."""
    element = properties.find(f"{W}ind") if properties is not None else None
    if element is None:
        return None
    value = element.get(f"{W}left") or element.get(f"{W}start")
    return int(value) if value is not None and value.lstrip("-").isdigit() else None


def _asides(package: Package, member: str, tag: str) -> dict[str, Aside]:
    if member not in package.members:
        return {}
    return {
        element.get(f"{W}id") or "": Aside(element, element.get(f"{W}author") or "")
        for element in package.xml(member).iter(f"{W}{tag}")
        if element.get(f"{W}type") in {None, "normal"}
    }


def _has_running_heads(package: Package, folder: str) -> bool:
    heads = (
        member for member in package.members if re.match(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml$", member)
    )
    return any((text.text or "").strip() for head in sorted(heads) for text in package.xml(head).iter(f"{W}t"))


def _properties(package: Package) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    if "docProps/core.xml" not in package.members:
        return None, ()
    wanted = {"title": "title", "creator": "author", "created": "created"}
    pairs = []
    for element in package.xml("docProps/core.xml"):
        name = wanted.get(str(element.tag).rpartition("}")[2])
        if name and (element.text or "").strip():
            pairs.append((name, (element.text or "").strip()))
    return dict(pairs).get("title"), tuple(sorted(pairs))
