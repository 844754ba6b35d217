"""`trellis review`: what a careful referee would ask of a manuscript."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsJson, say
from trellis.study.manuscripts import commented, review_manuscript, review_record, review_settings
from trellis.study.manuscripts import told as review_told

SOMETHING_WRONG = 2
"""Exit code where a standing remark is of the level “wrong”."""


def review(
    *,
    manuscript: Annotated[Path, typer.Option("--manuscript", help="The draft: .docx .odt .md .html .pdf .rtf .txt.")],
    sources: Annotated[list[Path], typer.Option("--sources", help="Folder of transcripts, or a file; repeatable.")],
    sample: Annotated[Path | None, typer.Option("--sample", help="Table with a row for each participant.")] = None,
    settings: Annotated[Path | None, typer.Option("--settings", help="k, coarsening, waivers (.toml).")] = None,
    k: Annotated[int | None, typer.Option("--k", min=1, help="People who must share an attribution.")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Write the .docx with comments at the spots.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every remark, not the first page only.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check a manuscript against its transcripts and its sample; no study is needed.

    Exit code 0: nothing is wrong; 2: something is; 1: it could not be checked.

    Example: trellis review --manuscript draft.docx --sources transcripts --sample people.xlsx
    """
    chosen = review_settings(settings, k=k)
    found = review_manuscript(manuscript, sources, sample, chosen)
    if out is not None:
        out.write_bytes(commented(manuscript.name, manuscript.read_bytes(), found))
        say(f"{out} holds the manuscript with a comment for each remark")
    if as_json:
        sys.stdout.write(json.dumps(review_record(found), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(review_told(found, everything=everything))
    if any(remark.level.value == "wrong" for remark in found.standing):
        raise typer.Exit(SOMETHING_WRONG)


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("review")(review)
