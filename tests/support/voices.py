"""Sound that can be told from silence, for people who are no browsers."""

import math
from array import array

from app.client.microphone import RATE, encode_opus


def tone(seconds: float = 0.5, hertz: int = 330) -> list[bytes]:
    """Frames of Opus."""
    samples = (int(9000 * math.sin(2 * math.pi * hertz * n / RATE)) for n in range(round(RATE * seconds)))
    return encode_opus(array("h", samples).tobytes())
