"""Order and names of the documentation's folders: a hook of MkDocs, which by itself sorts by the alphabet.

A page that is added to a folder needs no entry anywhere: its title is its first heading.
"""

from __future__ import annotations

from typing import Any

FOLDERS = {
    "tutorial": "Tutorial",
    "how-to": "How to",
    "reference": "Reference",
    "explanation": "Explanation",
    "adr": "Decisions",
}


# Pages that stand before the others of their folder, which come by the alphabet.
FIRST = ("index.md", "check-a-manuscript.md")


def on_nav(nav: Any, config: Any, files: Any) -> Any:  # noqa: ANN401, ARG001 - MkDocs' own form
    """The start page, the folders in our order, then the single pages by name."""
    nav.items.sort(key=_place)
    for item in nav.items:
        if item.is_section:
            item.title = FOLDERS.get(_folder(item), item.title)
            item.children.sort(key=_is_later)
    return nav


def _is_later(item: Any) -> int:  # noqa: ANN401 - MkDocs' own form
    name = "" if item.is_section else item.file.src_uri.rpartition("/")[2]
    return FIRST.index(name) if name in FIRST else len(FIRST)


def _place(item: Any) -> tuple[int, str]:  # noqa: ANN401 - the same
    if not item.is_section:
        return (0, "") if item.is_homepage else (len(FOLDERS) + 2, item.file.src_uri)
    folder = _folder(item)
    return (list(FOLDERS).index(folder) + 1 if folder in FOLDERS else len(FOLDERS) + 1, folder)


def _folder(section: Any) -> str:  # noqa: ANN401 - the same
    page = section.children[0]
    while page.is_section:
        page = page.children[0]
    return page.file.src_uri.partition("/")[0]
