"""Small recordings for tests: silence, told apart by its length."""

from __future__ import annotations

import wave
from pathlib import Path


def recorded(path: Path, *, tenths: int = 10, tone: int = 0) -> Path:
    """A .wav of so many tenths of a second, 8 kHz, mono; tone: the value of every sample."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes([128 + tone]) * (800 * tenths))
    return path
