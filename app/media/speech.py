"""How much each seat has said of late, for the comfort of whoever wants to know; no limit depends on it."""

import asyncio
from collections.abc import Callable, Iterable

from app.media.rtp import FRAME_S

NOTED_S = 2.0
"""How much audible speech is worth a note: more than a cough, less than a contribution."""

_NOTED_FRAMES = round(NOTED_S / FRAME_S)


class SpeechCounter:
    """The audible frames of every seat; `note` is called with a seat, from the event loop, for every `NOTED_S`."""

    def __init__(self, seats: Iterable[int], note: Callable[[int], object]) -> None:
        self._frames = dict.fromkeys(seats, 0)
        self._note = note

    def begin(self, seat: int) -> None:
        """Count from nothing."""
        self._frames[seat] = 0

    def count(self, seat: int) -> None:
        """Count one audible frame."""
        frames = self._frames[seat] + 1
        if frames == _NOTED_FRAMES:
            frames = 0
            asyncio.get_running_loop().call_soon(self._note, seat)
        self._frames[seat] = frames
