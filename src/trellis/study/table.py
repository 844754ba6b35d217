"""Tables of results, as every face of Trellis takes them."""

from __future__ import annotations

from trellis.analysis.table import Table, Value

__all__ = ["Table", "Value"]
