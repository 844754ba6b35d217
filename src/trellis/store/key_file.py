"""The file of pseudonyms beside a study: sealed pieces under one secret, and the secret under a passphrase.

Layout: the line TRELLIS-KEY, four bytes with the length of a header, the header (JSON, no secrets), the sealed pieces
one after the other. A passphrase makes a key (Argon2id), that key opens the file's own secret, and the secret opens
the pieces (AES-GCM, each compressed first). So another passphrase needs no piece written anew. What a piece is bound
to (the study, its place in the file) is authenticated with it, so that pieces cannot be put in each other's place.
"""

from __future__ import annotations

import json
import os
import secrets
import unicodedata
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from trellis.core.errors import Invalid, NewerFormat, NotFound, StudyFileError, WrongPassphrase
from trellis.store.cipher import LEAST_CHARACTERS

ENDING = ".trellis-key"
FORMAT = 1
_MAGIC = b"TRELLIS-KEY\n"
_LONGEST_HEADER = 1 << 20
_NONCE_BYTES, _SECRET_BYTES, _SALT_BYTES = 12, 32, 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at the passphrase costs: rounds, memory in KiB, lanes (RFC 9106, second choice)."""

    rounds: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


_MOST = Cost(rounds=20, memory_kib=1024 * 1024, lanes=16)
"""Beyond this a header is not believed: it would only hold the computer up."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The file's secret, sealed under a passphrase."""

    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a sealed piece lies behind the header."""

    nonce: bytes
    length: int


@dataclass(frozen=True, slots=True)
class _Header:
    study: str
    wrapped: Wrapped
    pieces: tuple[_Piece, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """What opens the pieces of one study's file; not shown in any message."""

    study: str
    key: bytes


def beside(study: Path) -> Path:
    """Where the file of a study lies unless another place is named."""
    return study.with_suffix(ENDING)


def create(path: Path, study: str, passphrase: str, pieces: Sequence[bytes]) -> Secret:
    """Makes the file of the study with this GUID.

    Raises StudyFileError if it is there already, Invalid for too short a passphrase.
    """
    if path.exists():
        message = f"{path} exists already; open it with its passphrase, or name another file"
        raise StudyFileError(message)
    secret = Secret(study, secrets.token_bytes(_SECRET_BYTES))
    _put(path, secret, _wrap(secret, passphrase), pieces)
    return secret


def unlock(path: Path, study: str, passphrase: str) -> Secret:
    """The secret of the file. Raises NotFound, WrongPassphrase, NewerFormat, or StudyFileError for another file."""
    header, _ = _read(path)
    if header.study != study:
        message = f"{path} holds the pseudonyms of another study; name the file that belongs to this one"
        raise StudyFileError(message)
    wrapped = header.wrapped
    try:
        opened = AESGCM(_derived(passphrase, wrapped)).decrypt(wrapped.nonce, wrapped.sealed, _about(study, "secret"))
    except InvalidTag as error:
        message = f"the passphrase does not open {path}; there is no other way in"
        raise WrongPassphrase(message) from error
    return Secret(study, opened)


def read(path: Path, secret: Secret) -> list[bytes]:
    """The pieces, in order. Raises NotFound, StudyFileError where the file was altered or is of another secret."""
    header, rest = _read(path)
    pieces, at = [], 0
    for number, piece in enumerate(header.pieces):
        sealed = rest[at : at + piece.length]
        at += piece.length
        try:
            opened = AESGCM(secret.key).decrypt(piece.nonce, sealed, _about(header.study, str(number)))
        except InvalidTag as error:
            message = f"{path} is damaged, or was put in the place of another one; bring a copy of it back"
            raise StudyFileError(message) from error
        pieces.append(zlib.decompress(opened))
    return pieces


def write(path: Path, secret: Secret, pieces: Sequence[bytes]) -> None:
    """Puts these pieces in the place of those that are there, whole or not at all. Raises as `read` does."""
    header, _ = _read(path)
    _put(path, secret, header.wrapped, pieces)


def rewrap(path: Path, secret: Secret, passphrase: str) -> None:
    """Puts the file under another passphrase. Raises Invalid for one that is too short."""
    pieces = read(path, secret)
    _put(path, secret, _wrap(secret, passphrase), pieces)


def _wrap(secret: Secret, passphrase: str) -> Wrapped:
    if len(passphrase) < LEAST_CHARACTERS:
        message = (
            f"the passphrase has {len(passphrase)} characters; give {LEAST_CHARACTERS} or more, best several words"
        )
        raise Invalid(message)
    wrapped = Wrapped(Cost(), secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES), b"")
    sealed = AESGCM(_derived(passphrase, wrapped)).encrypt(wrapped.nonce, secret.key, _about(secret.study, "secret"))
    return replace(wrapped, sealed=sealed)


def _derived(passphrase: str, wrapped: Wrapped) -> bytes:
    spelt = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    cost = wrapped.cost
    return hash_secret_raw(spelt, wrapped.salt, cost.rounds, cost.memory_kib, cost.lanes, _SECRET_BYTES, Type.ID)


def _about(study: str, what: str) -> bytes:
    """What is authenticated with a sealed piece."""
    return f"trellis-key {FORMAT} {study} {what}".encode()


def _put(path: Path, secret: Secret, wrapped: Wrapped, pieces: Sequence[bytes]) -> None:
    places, sealed = [], []
    for number, piece in enumerate(pieces):
        nonce = secrets.token_bytes(_NONCE_BYTES)
        closed = AESGCM(secret.key).encrypt(nonce, zlib.compress(piece, 6), _about(secret.study, str(number)))
        places.append(_Piece(nonce, len(closed)))
        sealed.append(closed)
    header = _said(_Header(secret.study, wrapped, tuple(places)))
    _replace(path, b"".join([_MAGIC, len(header).to_bytes(4, "big"), header, *sealed]))


def _replace(path: Path, content: bytes) -> None:
    """Puts a file on disk in the place of the one before, so that a cut leaves one of the two."""
    half = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        message = f"{path} cannot be written ({error.strerror}); nothing was changed"
        raise StudyFileError(message) from error


def _sync_folder(folder: Path) -> None:
    """Makes a new name in a folder last; systems that cannot do so need not."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _said(header: _Header) -> bytes:
    wrapped = header.wrapped
    said = {
        "format": FORMAT,
        "study": header.study,
        "passphrase": {
            "kind": "argon2id",
            "rounds": wrapped.cost.rounds,
            "memory_kib": wrapped.cost.memory_kib,
            "lanes": wrapped.cost.lanes,
            "salt": wrapped.salt.hex(),
            "nonce": wrapped.nonce.hex(),
            "secret": wrapped.sealed.hex(),
        },
        "pieces": [{"nonce": piece.nonce.hex(), "length": piece.length} for piece in header.pieces],
    }
    return json.dumps(said, separators=(",", ":")).encode()


def _read(path: Path) -> tuple[_Header, bytes]:
    """The header and what lies behind it."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        message = f"there is no file of pseudonyms at {path}; the first replaced name makes it"
        raise NotFound(message) from error
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror})"
        raise StudyFileError(message) from error
    at = len(_MAGIC) + 4
    length = int.from_bytes(content[len(_MAGIC) : at], "big")
    if not content.startswith(_MAGIC) or not 0 < length < _LONGEST_HEADER:
        raise _strange(path)
    try:
        said = json.loads(content[at : at + length])
        if said["format"] > FORMAT:
            message = f"{path} was written by a newer Trellis (format {said['format']}); update Trellis"
            raise NewerFormat(message)
        header = _header(said)
    except (ValueError, KeyError, TypeError) as error:
        raise _strange(path) from error
    if sum(piece.length for piece in header.pieces) != len(content) - at - length:
        raise _strange(path)
    return header, content[at + length :]


def _strange(path: Path) -> StudyFileError:
    return StudyFileError(f"{path} is no file of pseudonyms, or is damaged; bring a copy of it back")


def _header(said: Any) -> _Header:
    """The header out of its JSON. Raises ValueError, KeyError or TypeError where it is none."""
    under = said["passphrase"]
    cost = Cost(int(under["rounds"]), int(under["memory_kib"]), int(under["lanes"]))
    within = 0 < cost.rounds <= _MOST.rounds and 0 < cost.lanes <= _MOST.lanes
    if not within or not 8 * cost.lanes <= cost.memory_kib <= _MOST.memory_kib or under["kind"] != "argon2id":
        message = "a cost that no file of ours has"
        raise ValueError(message)
    sealed = [bytes.fromhex(under[name]) for name in ("salt", "nonce", "secret")]
    pieces = tuple(_Piece(bytes.fromhex(piece["nonce"]), int(piece["length"])) for piece in said["pieces"])
    nonces = [sealed[1], *(piece.nonce for piece in pieces)]
    if any(piece.length < 0 for piece in pieces) or {len(nonce) for nonce in nonces} != {_NONCE_BYTES}:
        message = "a piece that no file of ours has"
        raise ValueError(message)
    return _Header(str(said["study"]), Wrapped(cost, *sealed), pieces)
