"""Files into documents: one module per format, turn recognition, tables and survey answers."""

from __future__ import annotations

from .files import read_bytes, read_path
from .options import LAYOUTS, ReadOptions

__all__ = [
    "LAYOUTS",
    "ReadOptions",
    "read_bytes",
    "read_path",
]
