"""What stays lost of a voice on a listener's line, by a model: no browser, no clock, so a busy machine changes nothing.

The server's side is ours (`Doubling`, `RetransmissionLimit`). The browser's is what Chromium 156 does: it asks at the
gap, again every 100 ms, and plays a packet a round trip and 60 ms after it could have come first. What is missing then
is made good by the next packet (in-band FEC), if that is there; or, with RED (RFC 2198), by one of the next two, the
second of which has the FEC of what it repeats. `python -m bench loss` is the same with real pages.
"""

import statistics
from collections.abc import Iterable

from app.media.doubling import Doubling
from app.media.retransmission import RetransmissionLimit
from bench.model import LINES, PACKET_S, PACKETS, ROUND_TRIPS_S, SEEDS, EventQueue, losses, named

ASKS_AGAIN_S, ASKS_MAX, BEYOND_S, RED_WAITS_S = 0.1, 10, 0.06, 0.06
MADE_GOOD_BY = {"twice": 1, "asked": 1, "red": 2}


def main() -> None:
    """Print a table."""
    head = f"{'round trip':>10}{'lost':>8}{'twice too':>18}{'only if asked for':>20}{'RED, no asking':>18}"
    print(f"\nPercent that stays lost, and packets sent for each of the voice's (RED's are 1.7 times as long)\n{head}")
    for round_trip_s in ROUND_TRIPS_S:
        for loss, burst in LINES:
            cells = [_mean(loss, burst, round_trip_s, way) for way in ("twice", "asked", "red")]
            print(named(round_trip_s, loss, burst) + "".join(f"{a:12.2f} x{b:4.2f}" for a, b in cells))


def _mean(loss: float, burst: int, round_trip_s: float, way: str) -> tuple[float, float]:
    runs = [_Line(loss, burst, round_trip_s, way, seed).run() for seed in SEEDS]
    return statistics.mean(lost for lost, _ in runs), statistics.mean(sent for _, sent in runs)


class _Line:
    """One voice, one listener; a `way` is what is done about losses."""

    def __init__(self, loss: float, burst: int, round_trip_s: float, way: str, seed: int) -> None:
        self._down, self._up = losses(loss, burst, 2 * seed), losses(loss, burst, 2 * seed + 1)
        self._round_trip_s, self._way = round_trip_s, way
        self._doubling, self._limit = Doubling(), RetransmissionLimit()
        self._events = EventQueue()
        self._came: dict[int, float] = {}
        self._asked: dict[int, tuple[float, int]] = {}
        self._again: set[int] = set()
        self._highest, self._sent = -1, 0

    def run(self) -> tuple[float, float]:
        for number in range(PACKETS):
            self._events.at(number * PACKET_S, self._speak, number)
            self._events.at((number + 0.5) * PACKET_S, self._ask_again)
        self._events.run()
        return 100 * sum(map(self._stays_lost, range(PACKETS))) / PACKETS, self._sent / PACKETS

    def _speak(self, now: float, number: int) -> None:
        apart = self._doubling.apart(self._round_trip_s, now) if self._way == "twice" else 0
        before = [number - apart] if 0 < apart <= number else []
        for each in [*self._again, *before, number]:
            self._send(now, each)
        self._again.clear()

    def _send(self, now: float, number: int) -> None:
        self._sent += 1
        if not self._down(now):
            self._events.at(now + self._round_trip_s / 2, self._come, number)

    def _come(self, now: float, number: int) -> None:
        self._came.setdefault(number, now)
        self._asked.pop(number, None)
        gap = range(self._highest + 1, number)
        self._highest = max(self._highest, number)
        self._ask(now, gap)

    def _ask(self, now: float, numbers: Iterable[int]) -> None:
        numbers = list(numbers)
        self._asked |= {number: (now, self._asked.get(number, (0, 0))[1] + 1) for number in numbers}
        if numbers and self._way != "red" and not self._up(now):
            self._events.at(now + self._round_trip_s / 2, self._resend, numbers)

    def _ask_again(self, now: float) -> None:
        asked = self._asked.items()
        self._ask(now, [n for n, (at, times) in asked if now - at >= ASKS_AGAIN_S and times < ASKS_MAX])

    def _resend(self, now: float, numbers: list[int]) -> None:
        self._doubling.asked()
        for number in numbers:
            if not self._limit.repeats((1, number), self._round_trip_s, now) and not self._limit.exceeded(now):
                self._send(now, number)
                self._again.add(number)
                if self._limit.charge((1, number), now):
                    self._doubling.resent(now)

    def _stays_lost(self, number: int) -> bool:
        waits_s = RED_WAITS_S if self._way == "red" else self._round_trip_s + BEYOND_S
        plays_at = number * PACKET_S + self._round_trip_s / 2 + waits_s
        return all(
            self._came.get(number + later, float("inf")) > plays_at for later in range(MADE_GOOD_BY[self._way] + 1)
        )


if __name__ == "__main__":
    main()
