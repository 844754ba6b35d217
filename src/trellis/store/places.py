"""Where a study file lies: on a local disk, in a synchronised folder, on the network."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

_SYNCED = re.compile(
    r"^(onedrive|dropbox|google ?drive|icloud ?drive|mobile documents|nextcloud|owncloud|box|box sync|pcloud ?drive|"
    r"syncthing|seafile|sciebo|my drive|com~apple~clouddocs)([ -].*)?$",
    re.IGNORECASE,
)
_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "9p",
        "afs",
        "ceph",
        "fuse.rclone",
        "davfs",
        "vboxsf",
    }
)
_REMOVABLE = frozenset({"vfat", "exfat", "msdos", "fuseblk"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What kind of folder a file lies in. why: said to the user where it is not a plain local disk."""

    local: bool
    why: str


def ground_of(path: Path) -> Ground:
    """Whether the write-ahead log can be trusted beside `path`.

    Synchronised, network and removable folders copy or lose side files, so a study there keeps none between
    two changes.
    """
    for part in path.absolute().parent.parts:
        if _SYNCED.match(part):
            return Ground(local=False, why=f"“{part}” is a folder that a cloud service synchronises")
    kind = _filesystem(path.absolute().parent)
    if kind in _NETWORK:
        return Ground(local=False, why=f"the folder lies on a network drive ({kind})")
    if kind in _REMOVABLE:
        return Ground(local=False, why=f"the folder lies on a removable disk ({kind})")
    if str(path.absolute()).startswith("\\\\"):
        return Ground(local=False, why="the folder lies on a network share")
    return Ground(local=True, why="")


def _filesystem(folder: Path) -> str:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, filesystem, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        inside = str(folder) == point or str(folder).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, filesystem
    return kind


def home() -> Path:
    """Where this installation keeps what is not part of any study (TRELLIS_HOME, or the system's place)."""
    given = os.environ.get("TRELLIS_HOME")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Trellis"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Trellis"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "trellis"
