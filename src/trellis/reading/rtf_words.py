"""What rich text's control words stand for: characters, code pages, and groups that are no text."""

from __future__ import annotations

# Control words that are a character.
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}

# Control signs that are a character.
SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}

# Groups whose content is not part of the body.
NOT_TEXT = frozenset(
    {"colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer"}
    | {
        "footerl",
        "footerr",
        "footerf",
        "fldinst",
        "listtext",
        "pntext",
        "pntxta",
        "pntxtb",
        "pn",
        "listtable",
        "rsidtbl",
    }
    | {
        "rsidtbl",
        "listoverridetable",
        "generator",
        "xmlnstbl",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
    }
    | {"revtbl", "bkmkstart", "bkmkend", "atnid", "atnref", "atndate", "atntime", "atnparent", "atrfstart", "atrfend"}
    | {
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "tc",
        "xe",
        "txe",
        "rxe",
        "nonshppict",
        "template",
    }
    | {
        "nonesttables",
        "operator",
        "private",
        "filetbl",
        "docvar",
        "userprops",
        "background",
        "sp",
        "mmath",
        "factoidname",
    }
)

# Groups that begin with \* and are text all the same.
TEXT_ALL_THE_SAME = frozenset(
    {"shpinst", "shptxt", "footnote", "annotation", "atnauthor", "nesttableprops", "upr", "ud"}
)

# \fcharsetN and \cpgN of fonts as Python's codecs.
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}


def codec_of_page(page: int | None) -> str:
    """Python's codec for a Windows code page; western where it has none."""
    name = {65001: "utf-8", 10000: "mac_roman", 936: "gbk", 950: "big5"}.get(page or 1252, f"cp{page or 1252}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
