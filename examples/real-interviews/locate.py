# ruff: noqa: INP001 - a script beside its data, not a package
"""Quotes that a reader marked → positions in the canonical text, so that no words need to be kept here.

The quotes stay in a private file. What this folder holds are offsets in Unicode code points into the text
that `trellis.reading` gives for each interview, and the digest of that text, so that a changed file shows.

    python locate.py quotes INTERVIEWS codings-quotes.csv codings.csv     quote → start, end (chart.csv likewise)
    python locate.py verify INTERVIEWS                                    the files are the ones that were read

INTERVIEWS is a folder that holds the interviews, in any depth. A quote is looked for with white space folded; one that
occurs more than once needs its `occurrence`, counted from 1. Nothing is written unless every quote is found.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from trellis.core.errors import Ambiguous, Invalid, NotFound, OutOfRange, QuoteNotFound, TrellisError
from trellis.reading import read_path

HERE = Path(__file__).parent
Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    """The rows of a .csv file with a head, UTF-8."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write rows with the head of the first one."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def text_of(folder: Path, stem: str) -> str:
    """The canonical text of the one file in the folder with this stem."""
    found = sorted(folder.rglob(f"{stem}.md"))
    if len(found) != 1:
        raise NotFound(f"{folder} holds {len(found)} files named {stem}.md, one is needed; give another folder.")
    return read_path(found[0]).text


def locate(text: str, quote: str, occurrence: int | None = None) -> tuple[int, int]:
    """Where a quote stands: start and end in code points, end excluded. White space is folded, the rest is exact."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    found = [match.span() for match in pattern.finditer(text)]
    if len(found) > 1 and occurrence is None:
        raise Ambiguous(f"{quote[:40]!r} occurs {len(found)} times; say which in the column `occurrence`.")
    nth = occurrence or 1
    if nth > len(found):
        raise QuoteNotFound(f"{quote[:40]!r} occurs {len(found)} times, not {nth}; copy it again from the text.")
    return found[nth - 1]


def without_words(row: Row, texts: Mapping[str, str]) -> Row:
    """The row with start and end in place of occurrence and quote; a row without a source keeps them empty."""
    start = end = ""
    if row["source"]:
        nth = int(row["occurrence"]) if row["occurrence"] else None
        start, end = map(str, locate(texts[row["source"]], row["quote"], nth))
    located: Row = {}
    for name, value in row.items():
        if name == "occurrence":
            located |= {"start": start, "end": end}
        elif name != "quote":
            located[name] = value
    return located


def sources(texts: Mapping[str, str]) -> list[Row]:
    """One row for each text: stem, digest of the UTF-8 bytes of the canonical text, length in code points."""
    return [
        {"source": stem, "sha256": hashlib.sha256(text.encode()).hexdigest(), "code_points": str(len(text))}
        for stem, text in sorted(texts.items())
    ]


def put_quotes(folder: Path, quotes: Path, target: Path) -> None:
    """Turn a file of quotes into a file of positions, and renew sources.csv beside it."""
    rows = rows_of(quotes)
    texts = {stem: text_of(folder, stem) for stem in sorted({row["source"] for row in rows} - {""})}
    located = [without_words(row, texts) for row in rows]
    write_rows(target, located)
    write_rows(target.parent / "sources.csv", sources(texts))


def verify(folder: Path) -> int:
    """The number of positions checked: same texts as were read, every stretch inside its text and not empty."""
    known = rows_of(HERE / "sources.csv")
    texts = {row["source"]: text_of(folder, row["source"]) for row in known}
    if sources(texts) != known:
        raise Invalid("The texts differ from those that were read (sources.csv); positions do not hold for them.")
    placed = [row for name in ("codings.csv", "chart.csv") for row in rows_of(HERE / name) if row["source"]]
    for row in placed:
        if not texts[row["source"]][int(row["start"]) : int(row["end"])].strip():
            raise OutOfRange(f"{row['source']} {row['start']}-{row['end']} holds no words; renew the positions.")
    return len(placed)


def main(arguments: list[str]) -> int:
    """Run one of the two commands; 0 when all is well, 1 with a line that says what is not, 2 when misused."""
    try:
        match arguments:
            case ["quotes", folder, quotes, target]:
                put_quotes(Path(folder), Path(quotes), Path(target))
            case ["verify", folder]:
                sys.stdout.write(f"{verify(Path(folder))} positions hold\n")
            case _:
                sys.stderr.write(__doc__ or "")
                return 2
    except TrellisError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
