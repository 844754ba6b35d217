"""Office files with the same bytes every time: their zip entries carry no clock."""

from __future__ import annotations

import io
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def without_times(content: bytes) -> bytes:
    """The zip archive with the same entries in the same order, all dated 1980, which is as early as zip knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Unix permissions differ by the system that writes; 3 says Unix on every system.
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            after.writestr(entry, before.read(name))
    return out.getvalue()
