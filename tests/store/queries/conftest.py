"""Queries about codings are asked of a study that was indexed through its own calls."""

from __future__ import annotations

from tests.study.conftest import study

__all__ = ["study"]
