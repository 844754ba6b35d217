"""How far an example study is made, and how it tells what it does."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Stage(StrEnum):
    """How far an example is made: after this stage of the method it stops."""

    RAW = "raw"
    V0 = "v0"
    V1 = "v1"
    FRAMEWORK = "framework"
    INDEXED = "indexed"
    CHARTED = "charted"
    REPORTED = "reported"


Told = Callable[[str], None]
