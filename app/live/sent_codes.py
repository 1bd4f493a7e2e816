"""Codes that were sent of late, whoever asked and of whichever group: no stranger is sent more and more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.group.person import CODES_MAX
from app.live.clock import Clock
from app.live.sent_of_late import SentOfLate

ADDRESSES_MAX = 16_384
"""Addresses of which it is known at once; while there are so many, no code is sent to another one."""


@dataclass(slots=True)
class CodePlace:
    """Whether a code may be sent to somebody's address; and whether it was, as whoever has sent it says."""

    is_there: bool
    was_sent: bool = False


class SentCodes:
    """Holds the places of a day."""

    def __init__(self, clock: Clock) -> None:
        self._sent = SentOfLate(clock)

    @contextmanager
    def place(self, address: str) -> Iterator[CodePlace]:
        """A place for one more code to this address. It is held meanwhile, so that of many at once none is too many.

        Where there is no address, no code is asked for.
        """
        if not address:
            yield CodePlace(is_there=True)
            return
        times = len(self._sent.times_ms(address))
        place = CodePlace(is_there=times < CODES_MAX and (times > 0 or len(self._sent) < ADDRESSES_MAX))
        if place.is_there:
            self._sent.note(address)
        try:
            yield place
        finally:
            if place.is_there and not place.was_sent:
                self._sent.take_back(address)
