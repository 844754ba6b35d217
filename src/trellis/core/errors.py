"""Everything that can go wrong in Trellis, as one tree.

TrellisError
├── Unreadable            a file that was given and cannot be brought in
│   ├── EmptyFile
│   ├── TooLarge
│   ├── Encrypted
│   ├── WrongKind         the content is not what the name says
│   ├── Damaged           truncated or broken inside
│   ├── Hostile           entities, zip bombs, paths that leave the archive
│   └── NotSupported      a kind of file that Trellis does not read
├── Invalid               a value that does not fit where it was given
│   ├── OutOfRange        a segment that does not fit its text
│   ├── QuoteNotFound     words that do not stand in the source
│   ├── BadQuery          a search expression that cannot be understood
│   ├── BadTable          a spreadsheet whose heads or values do not fit
│   └── BadLens           a lens file in which something does not fit
├── NotFound              a name or number that the study does not know
├── Ambiguous             a name that fits several things
├── AlreadyThere          something with this name or place exists
├── Conflict              somebody else changed it since
│   ├── Outdated          the record is no longer the one that was read
│   └── RequestReused     the mark of one request was put on another one
├── CannotUndo            a later change stands on what would be taken back
├── NotAllowed            the person's role does not permit it
├── StudyFileError        the study file cannot be opened or trusted
│   ├── NotAStudy
│   ├── NewerFormat
│   ├── Locked            an encrypted file, and no passphrase
│   ├── WrongPassphrase
│   └── Busy              another process holds the file
└── Stopped               the user pressed Ctrl-C; what was committed stays
"""

from __future__ import annotations


class TrellisError(Exception):
    """Anything that Trellis can tell a user in one clear message."""

    slug = "error"


class Unreadable(TrellisError):
    """A file that was given and cannot be brought in."""

    slug = "unreadable"

    def __init__(self, name: str, reason: str, advice: str) -> None:
        self.name, self.reason, self.advice = name, reason, advice
        super().__init__(f"{name}: {reason}; {advice}")


class EmptyFile(Unreadable):
    """A file without any text in it."""

    slug = "empty-file"


class TooLarge(Unreadable):
    """A file beyond the size that a transcript can reasonably have."""

    slug = "too-large"


class Encrypted(Unreadable):
    """A file that asks for a password."""

    slug = "encrypted"


class WrongKind(Unreadable):
    """A file whose content is not what its name says."""

    slug = "wrong-kind"


class Damaged(Unreadable):
    """A file that is truncated or broken inside."""

    slug = "damaged"


class Hostile(Unreadable):
    """A file built to do harm: entities, zip bombs, paths out of the archive."""

    slug = "hostile"


class NotSupported(Unreadable):
    """A kind of file that Trellis does not read."""

    slug = "not-supported"


class Invalid(TrellisError):
    """A value that does not fit where it was given."""

    slug = "invalid"


class OutOfRange(Invalid):
    """A segment that does not fit the text it names."""

    slug = "out-of-range"

    def __init__(self, start: int, end: int, length: int) -> None:
        self.start, self.end, self.length = start, end, length
        super().__init__(
            f"segment {start}–{end} does not fit a text of {length} characters; "
            "give 0 ≤ start < end ≤ length, counted in Unicode code points"
        )


class QuoteNotFound(Invalid):
    """Words that do not stand in the source they are said to come from."""

    slug = "quote-not-found"


class BadQuery(Invalid):
    """A search expression that cannot be understood."""

    slug = "bad-query"


class BadTable(Invalid):
    """A spreadsheet whose heads or values do not fit."""

    slug = "bad-table"


class BadLens(Invalid):
    """A lens file in which something does not fit. problems: each with its line, what was given and what would fit."""

    slug = "bad-lens"
    MOST = 3

    def __init__(self, name: str, problems: list[str]) -> None:
        self.name, self.problems = name, tuple(problems)
        more = len(problems) - self.MOST
        rest = f"; and {more} more (`trellis lens check {name}` lists them)" if more > 0 else ""
        super().__init__(f"{name}, {'; '.join(problems[: self.MOST])}{rest}")


class NotFound(TrellisError):
    """A name, number or key that the study does not know."""

    slug = "not-found"


class Ambiguous(TrellisError):
    """A name that fits several things."""

    slug = "ambiguous"


class AlreadyThere(TrellisError):
    """Something with this name or at this place exists."""

    slug = "already-there"


class Conflict(TrellisError):
    """Somebody else changed the same thing since it was read."""

    slug = "conflict"


class Outdated(Conflict):
    """A record was made, changed or removed after the client read it.

    rev: what it is now, None if it is gone. read: what the client saw, None if there was none.
    """

    slug = "outdated"

    def __init__(self, rev: int | None, read: int | None) -> None:
        self.rev, self.read = rev, read
        became = "it has since been removed" if rev is None else f"it has since become revision {rev}"
        saw = "an empty place" if read is None else f"revision {read} of this"
        super().__init__(
            f"you changed {saw}, and {became}; nothing of yours was written: look at what stands there now and decide"
        )


class RequestReused(Conflict):
    """The mark that a client gave one request came again with another one."""

    slug = "request-reused"

    def __init__(self, request: str) -> None:
        super().__init__(
            f"the request mark “{request}” belongs to another request, which has been carried out; nothing was done: "
            "give every request a mark of its own"
        )


class CannotUndo(TrellisError):
    """A later change stands on what would be taken back. later: its number, None where it is not one change."""

    slug = "cannot-undo"

    def __init__(self, message: str, later: int | None = None) -> None:
        super().__init__(message)
        self.later = later


class NotAllowed(TrellisError):
    """The person's role does not permit what was asked."""

    slug = "not-allowed"


class StudyFileError(TrellisError):
    """The study file cannot be opened or trusted."""

    slug = "study-file"


class NotAStudy(StudyFileError):
    """The file is not a Trellis study."""

    slug = "not-a-study"


class NewerFormat(StudyFileError):
    """The study was written by a newer Trellis."""

    slug = "newer-format"


class Locked(StudyFileError):
    """The study is encrypted and no passphrase was given."""

    slug = "locked"


class WrongPassphrase(StudyFileError):
    """The passphrase does not open the file."""

    slug = "wrong-passphrase"


class Busy(StudyFileError):
    """Another process holds the study for writing."""

    slug = "busy"


class Stopped(TrellisError):
    """The user stopped the work; what was committed before stays."""

    slug = "stopped"
