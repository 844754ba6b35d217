from __future__ import annotations

from tests.reading.making import W, a_docx, p, zipped
from trellis.reading.docx_parts import look, side_parts
from trellis.reading.package import Package


def test_a_trait_is_asked_up_the_styles_and_a_circle_ends():
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:b/><w:i w:val="0"/></w:rPr></w:style>'
    )

    parts = side_parts(Package("a.docx", a_docx(p("x"), styles=styles)))

    assert look(parts.styles, "A", "bold") is True
    assert look(parts.styles, "A", "italic") is False
    assert look(parts.styles, "A", "hidden") is None


def test_the_main_part_is_found_without_relations():
    package = Package(
        "a.docx", zipped({"word/document.xml": f"<w:document {W}><w:body>{p('x')}</w:body></w:document>"})
    )

    assert side_parts(package).body.tag.endswith("body")


def test_what_the_package_says_of_itself():
    said = "<d:title>Made up</d:title><d:creator>Ana</d:creator>"
    core = f'<c:p xmlns:c="urn:c" xmlns:d="http://purl.org/dc/elements/1.1/">{said}</c:p>'
    document = f"<w:document {W}><w:body>{p('x')}</w:body></w:document>"

    parts = side_parts(Package("a.docx", zipped({"word/document.xml": document, "docProps/core.xml": core})))

    assert (parts.title, parts.properties) == ("Made up", (("author", "Ana"), ("title", "Made up")))
