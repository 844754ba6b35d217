"""How large and how deep a file may be before it is refused, each number with its reason."""

from __future__ import annotations

# The longest interview is about 1 MB of text; a whole corpus in one file is still under 50.
TEXT_BYTES = 50_000_000

# Pictures make packages and scans large, their text stays small.
PACKAGE_BYTES = 200_000_000

# Kinds that carry pictures.
PACKAGE_SUFFIXES = frozenset({".docx", ".odt", ".pdf", ".xlsx"})

# A Word file has some dozens of members, one a picture at most.
MEMBERS = 10_000

# 50 pages are about 1 MB of XML; lxml needs about ten times its size in memory.
MEMBER_BYTES = 64_000_000

# All that a package may unpack to, pictures included.
UNPACKED_BYTES = 1_000_000_000

# Office XML shrinks to a tenth or a thirtieth; a thousandth is deflate's limit and a bomb.
RATIO = 200

# Below this a high ratio does no harm: a page of blanks.
RATIO_FROM_BYTES = 5_000_000

# A table in a table in a text box is 40 deep; libxml2 itself stops at 256.
DEPTH = 200

# Pages beyond what anybody reads as one source.
PDF_PAGES = 5_000

# A spreadsheet's own limit is 17 billion cells; a survey of 100,000 people has 5 million.
CELLS = 10_000_000

# OpenDocument may say "a thousand million blanks" in twenty characters.
REPEATED = 1_000

# The HTML parser's time grows with the square of the nesting: 0.01 s here, half a minute at 100,000.
HTML_DEPTH = 1_000

# Elements that unclosed bold and fonts would be opened again for: about 100 MB of tree.
HTML_REOPENED = 2_000_000
