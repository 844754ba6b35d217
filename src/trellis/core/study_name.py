"""Names that a study file may have: plain on every system, and never a way out of the library's folder."""

from __future__ import annotations

import re
import unicodedata

from trellis.core.errors import Invalid

MOST_CHARACTERS = 100
_REFUSED = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", re.IGNORECASE)


def is_study_name(name: str) -> bool:
    """Whether a study file may be called so, its ending left out."""
    return (
        0 < len(name) <= MOST_CHARACTERS
        and name == unicodedata.normalize("NFC", name).strip()
        and not name.startswith((".", "~"))
        and not name.endswith(".")
        and not _REFUSED.search(name)
        and not _DEVICES.match(name)
        and all(unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"} for sign in name)
    )


def require_study_name(name: str) -> str:
    """The name, if a study file may be called so; raises Invalid otherwise."""
    if not is_study_name(name):
        message = (
            f"“{name[:MOST_CHARACTERS]}” cannot be the name of a study's file; give 1 to {MOST_CHARACTERS} letters, "
            'digits, spaces or hyphens, without / \\ : * ? " < > | and not beginning with a full stop'
        )
        raise Invalid(message)
    return name


def name_from(title: str) -> str:
    """A name for the file of a study with this title: "New roles: a study" is "New roles a study"."""
    kept = "".join(
        sign if unicodedata.category(sign)[0] in "LNM" or sign in " -_" else " "
        for sign in unicodedata.normalize("NFC", title)
    )
    name = " ".join(kept.split())[:MOST_CHARACTERS].strip(" -_")
    return name if is_study_name(name) else "study"
