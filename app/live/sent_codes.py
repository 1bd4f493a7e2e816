"""To which addresses codes were sent of late, whoever asked, and of whichever group: no stranger is sent more and more.

Each process counts for itself, from its start on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.group.person import CODE_HOLDS_MS, CODES_MAX
from app.live.clock import Clock

ADDRESSES_MAX = 16_384
"""Addresses of which it is known at once; while there are so many, no code is sent to another one."""


@dataclass(slots=True)
class CodePlace:
    """Whether a code may be sent to somebody's address; and whether it was, as whoever has sent it says."""

    is_there: bool
    was_sent: bool = False


class SentCodes:
    """Counts for a day. A number made of an address stands for it, so that none stays in memory that was erased."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent_ms: dict[int, tuple[int, ...]] = {}
        """When, by address; the one that was sent a code last is the last."""

    @contextmanager
    def place(self, address: str) -> Iterator[CodePlace]:
        """A place for one more code to this address. It is held meanwhile, so that of many at once none is too many.

        Where there is no address, no code is asked for.
        """
        if not address:
            yield CodePlace(is_there=True)
            return
        number, now_ms = hash(address.casefold()), self._clock.now_ms()
        self._forget(now_ms)
        sent = tuple(at_ms for at_ms in self._sent_ms.get(number, ()) if now_ms < at_ms + CODE_HOLDS_MS)
        place = CodePlace(is_there=len(sent) < CODES_MAX and (bool(sent) or len(self._sent_ms) < ADDRESSES_MAX))
        if place.is_there:
            self._note(number, (*sent, now_ms))
        try:
            yield place
        finally:
            if place.is_there and not place.was_sent:
                self._note(number, self._sent_ms.get(number, ())[:-1])

    def _note(self, number: int, sent_ms: tuple[int, ...]) -> None:
        self._sent_ms.pop(number, None)
        if sent_ms:
            self._sent_ms[number] = sent_ms

    def _forget(self, now_ms: int) -> None:
        """Whoever was sent nothing for a day."""
        while self._sent_ms:
            number, sent_ms = next(iter(self._sent_ms.items()))
            if now_ms < sent_ms[-1] + CODE_HOLDS_MS:
                return
            del self._sent_ms[number]
