"""What is written while a study is explored."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.information_power import Dimension
from trellis.core.wave_change import ChangeType
from trellis.web.schemas.base import Given

Name = Annotated[str, Field(max_length=300)]


class PowerGiven(Given):
    """A place on a dimension of information power, and why."""

    dimension: Dimension
    place: Annotated[int, Field(ge=1, le=5)]
    reason: Annotated[str, Field(min_length=1, max_length=5_000)]


class ChangeGiven(Given):
    """What became of a theme for a case between two waves, all by name; null takes back what was said."""

    case: Name
    theme: Name
    earlier: Name
    later: Name
    kind: ChangeType | None
    text: Annotated[str, Field(max_length=5_000)] = ""
