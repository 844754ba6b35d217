"""The key of an encrypted study file: made from a passphrase and the salt that the file itself carries.

SQLCipher's own scheme (version 4: PBKDF2 with SHA-512, 256,000 rounds), so that any program with SQLCipher opens
the file by its passphrase. Derived once and then given to every connection, since each would take half a second.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from trellis.core.errors import Invalid, Locked, StudyFileError, WrongPassphrase
from trellis.store.address import address_to_read

ROUNDS = 256_000
KEY_BYTES = 32
SALT_BYTES = 16
PAGE_BYTES = 4096
LEAST_CHARACTERS = 8


@dataclass(frozen=True, slots=True, repr=False)
class CipherKey:
    """A derived key with its salt, as SQLCipher takes it; not shown in any message."""

    text: str


def new_key(passphrase: str) -> CipherKey:
    """A key for a new file, with a salt of its own. Raises Invalid where the passphrase is too short to protect."""
    if len(passphrase) < LEAST_CHARACTERS:
        message = (
            f"the passphrase has {len(passphrase)} characters; give {LEAST_CHARACTERS} or more, best several words"
        )
        raise Invalid(message)
    return _derived(passphrase, secrets.token_bytes(SALT_BYTES))


def key_of(path: Path, passphrase: str | None) -> CipherKey | None:
    """The key that opens the file, None if it is not encrypted (a passphrase is then not needed).

    Raises Locked if it is encrypted and no passphrase was given, WrongPassphrase if it does not open the file.
    """
    if not is_encrypted(path):
        return None
    if not passphrase:
        message = (
            f"{path} is encrypted: give its passphrase (set TRELLIS_PASSPHRASE, or type it when asked at a terminal)"
        )
        raise Locked(message)
    key = _derived(passphrase, _salt(path))
    if not _opens(path, key):
        message = f"the passphrase does not open {path}; there is no other way in, so try again or restore a backup"
        raise WrongPassphrase(message)
    return key


def is_encrypted(path: Path) -> bool:
    """Whether the file can be read with a key only. False for what is no database at all: opening it says so."""
    # Asked of SQLite itself: reading the file by other means would drop the locks of this process.
    size = path.stat().st_size
    return size > 0 and size % PAGE_BYTES == 0 and not _opens(path, None)


def unlock(raw: Any, key: CipherKey | None) -> None:
    """Gives a new connection its key. Raises StudyFileError where the library would leave the file in plain."""
    if key is None:
        return
    require_cipher(raw)
    raw.execute(f'PRAGMA key = "{key.text}"')


def require_cipher(raw: Any) -> None:
    """Nothing, if the library encrypts; raises StudyFileError for one that takes a key and ignores it."""
    if raw.execute("PRAGMA cipher_version").fetchone() is None:
        message = "this SQLite cannot encrypt (it does not answer `cipher_version`): reinstall sqlcipher3"
        raise StudyFileError(message)
    # It writes to standard error of its own accord when a key does not fit; the error is said once, by us.
    raw.execute("PRAGMA cipher_log_level = NONE").fetchall()


def _derived(passphrase: str, salt: bytes) -> CipherKey:
    spelt = unicodedata.normalize("NFC", passphrase).encode()
    made = hashlib.pbkdf2_hmac("sha512", spelt, salt, ROUNDS, KEY_BYTES)
    return CipherKey(f"x'{made.hex()}{salt.hex()}'")


def _salt(path: Path) -> bytes:
    raw = driver.connect(address_to_read(path), uri=True)
    try:
        require_cipher(raw)
        # Any key will do: the salt is the file's first bytes and is told before the key is tried.
        raw.execute("PRAGMA key = 'salt'")
        return bytes.fromhex(raw.execute("PRAGMA cipher_salt").fetchone()[0])
    finally:
        raw.close()


def _opens(path: Path, key: CipherKey | None) -> bool:
    raw = driver.connect(address_to_read(path), uri=True)
    try:
        unlock(raw, key)
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.OperationalError:
        # Locked or not readable for another reason: for the caller to meet and tell.
        return True
    except driver.DatabaseError as error:
        # Damaged pages are another matter, for the opening to meet and tell.
        return "not a database" not in str(error)
    finally:
        raw.close()
    return True
