"""What was sent to which addresses in the last day. Each process counts for itself, from its start on."""

from app.circle.units import DAY_MS
from app.live.clock import Clock


class SentOfLate:
    """Counts. A number made of an address stands for it, so that none stays in memory that was erased."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent_ms: dict[int, tuple[int, ...]] = {}
        """When, by address; the one that was sent something last is the last."""

    def __len__(self) -> int:
        """To how many addresses."""
        return len(self._sent_ms)

    def times_ms(self, address: str) -> tuple[int, ...]:
        """When this address was sent something, oldest first."""
        self._forget()
        return tuple(at_ms for at_ms in self._sent_ms.get(_number(address), ()) if at_ms > self._since_ms)

    def note(self, address: str) -> None:
        """It is sent something now."""
        self._keep(address, (*self.times_ms(address), self._clock.now_ms()))

    def take_back(self, address: str) -> None:
        """What was noted last was not sent."""
        self._keep(address, self.times_ms(address)[:-1])

    @property
    def _since_ms(self) -> int:
        return self._clock.now_ms() - DAY_MS

    def _keep(self, address: str, sent_ms: tuple[int, ...]) -> None:
        self._sent_ms.pop(_number(address), None)
        if sent_ms:
            self._sent_ms[_number(address)] = sent_ms

    def _forget(self) -> None:
        """Whoever was sent nothing for a day."""
        while self._sent_ms:
            number, sent_ms = next(iter(self._sent_ms.items()))
            if sent_ms[-1] > self._since_ms:
                return
            del self._sent_ms[number]


def _number(address: str) -> int:
    return hash(address.casefold())
