"""The one place that names concrete parts: files, folders, who is at the keyboard."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING

from trellis.core.errors import NotAStudy, NotFound
from trellis.core.template import Template
from trellis.store import study_file
from trellis.store.address import is_writable
from trellis.store.places import home
from trellis.study.study import Study, found

if TYPE_CHECKING:
    from trellis.study.demo import Example, Stage, Told

ENDING = ".trellis"


def library_folder() -> Path:
    """Where studies live: TRELLIS_LIBRARY, or "Trellis" in the home folder."""
    given = os.environ.get("TRELLIS_LIBRARY")
    return Path(given) if given else Path.home() / "Trellis"


def person_here() -> str:
    """The name changes are made under: TRELLIS_PERSON, the one set in the workbench, or the name of the account."""
    given = os.environ.get("TRELLIS_PERSON") or _remembered_person()
    if given:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "researcher"


def remember_person(name: str) -> None:
    """Keeps the name under which this user's changes are made, for the workbench and the command line."""
    home().mkdir(parents=True, exist_ok=True)
    (home() / "person").write_text(name, encoding="utf-8")


def _remembered_person() -> str:
    try:
        return (home() / "person").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def sessions_file() -> Path:
    """Where the workbench keeps digests of its sessions, so that a restart does not sign anybody out."""
    return home() / "sessions.json"


def study_path(given: str | Path) -> Path:
    """The file that a path or a name in the library folder means (it need not exist)."""
    path = Path(given)
    if path.suffix == ENDING or path.exists() or len(path.parts) > 1:
        return path if path.suffix or path.exists() else path.with_suffix(ENDING)
    return library_folder() / f"{given}{ENDING}"


def may_write(given: str | Path) -> bool:
    """Whether this user may write to the study, or it is not there yet."""
    path = study_path(given)
    return not path.exists() or is_writable(path)


def passphrase_here() -> str | None:
    """The passphrase for encrypted studies that the environment gives: TRELLIS_PASSPHRASE, None if it does not."""
    return os.environ.get("TRELLIS_PASSPHRASE") or None


def open_study(
    given: str | Path, person: str | None = None, *, readonly: bool = False, passphrase: str | None = None
) -> Study:
    """A study by path or by its name in the library folder.

    passphrase: needed for an encrypted study; otherwise that of TRELLIS_PASSPHRASE is tried.
    Raises NotFound, Locked, WrongPassphrase, NotAStudy, NewerFormat.
    """
    path = study_path(given)
    if path.is_dir():
        studies = sorted(file.stem for file in path.glob(f"*{ENDING}"))
        message = f"{path} is a folder; give one of the studies in it: {', '.join(studies) or 'there are none'}"
        raise NotFound(message)
    file = study_file.open_study(path, readonly=readonly, passphrase=passphrase or passphrase_here())
    study = Study(file, person or person_here())
    if study.history.number() == 0:
        study.close()
        message = f"{path} was begun and never finished, there is nothing in it; `trellis new` makes it anew"
        raise NotAStudy(message)
    return study


def new_study(
    given: str | Path,
    title: str,
    person: str | None = None,
    *,
    questions: tuple[str, ...] = (),
    notice: str = "",
    passphrase: str | None = None,
    template: Template = Template.BLANK,
) -> Study:
    """Makes a new study file, encrypted if a passphrase is given. template: what it begins with.

    Raises StudyFileError if the name is taken or the folder is missing, Invalid for too short a passphrase.
    """
    path = study_path(given)
    if path.parent == library_folder():
        path.parent.mkdir(parents=True, exist_ok=True)
    file = study_file.create(path, passphrase=passphrase)
    return found(file, title, person or person_here(), questions=questions, notice=notice, template=template)


def restore_study(saved: Path, target: str | Path, passphrase: str | None = None) -> None:
    """Puts a backup back as a new study file; an encrypted one stays so, under the same passphrase.

    Raises StudyFileError if the name is taken or the backup broken, Locked, WrongPassphrase.
    """
    study_file.restore(saved, study_path(target), passphrase or passphrase_here())


def make_example(given: str | Path, told: Told, upto: Stage | None = None, example: Example | None = None) -> Study:
    """Makes an example study as a new file, telling each step. example: None for the roles study.

    Raises StudyFileError if the name is taken.
    """
    from trellis.study.demo import Example, about_example, fill

    example = example or Example.ROLES
    about = about_example(example)
    study = new_study(given, about.title, about.lead, questions=about.questions, notice=about.notice)
    try:
        fill(study, told, upto, example)
    except BaseException:
        study.close()
        study_path(given).unlink()
        raise
    return study
