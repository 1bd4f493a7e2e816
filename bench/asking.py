"""What stays lost of a voice on its speaker's line, by a model: no browser, so a busy machine changes nothing.

The server's side is ours. The browser's is what Chromium 156 does: it sends a packet again that is asked for, and not
once more within a round trip. What does not come in time is made good by the next packet (in-band FEC), if that does.
Beside it, what stays lost where the clock is not looked at, so that a burst is asked about once it is over.
"""

import statistics
from collections.abc import Sequence
from math import inf

from app.media.nack import NackGenerator
from app.media.nack_sender import REQUESTS
from bench.model import LINES, PACKET_S, PACKETS, ROUND_TRIPS_S, SEEDS, EventQueue, losses, named

WAITS_S = 0.02, 0.06
"""How much longer than a round trip listeners wait."""

RESENT_AFTER_S = 0.005
"""Beyond the round trip, until a packet is sent once more."""


class _ByPacketsAlone(NackGenerator):
    def look_at(self, jitter_s: float, now: float) -> float:
        return inf


def main() -> None:
    """Print a table."""
    waits = "".join(f"{f'{1000 * wait:g} ms':>9}" for wait in WAITS_S)
    head = f"{'round trip':>10}{'lost':>8}{'by the clock too':>26}{'by packets alone':>26}"
    print("\nPercent that stays lost, if so much beyond the round trip is waited; packets sent for each of the voice's")
    print(f"{head}\n{'':18}{waits}{'':8}{waits}")
    for round_trip_s in ROUND_TRIPS_S:
        for loss, burst in LINES:
            cells = [_mean(loss, burst, round_trip_s, asks) for asks in (NackGenerator, _ByPacketsAlone)]
            shares = "".join(f"{a:9.2f}{b:9.2f}  x{c:4.2f} " for a, b, c in cells)
            print(named(round_trip_s, loss, burst) + shares)


def _mean(loss: float, burst: int, round_trip_s: float, asks: type[NackGenerator]) -> list[float]:
    runs = [_Line(loss, burst, round_trip_s, asks(lambda: round_trip_s), seed).run() for seed in SEEDS]
    return [statistics.mean(figures) for figures in zip(*runs, strict=True)]


class _Line:
    """One voice, from its browser to the server."""

    def __init__(self, loss: float, burst: int, round_trip_s: float, nacks: NackGenerator, seed: int) -> None:
        self._up, self._down = losses(loss, burst, 2 * seed), losses(loss, burst, 2 * seed + 1)
        self._round_trip_s, self._nacks = round_trip_s, nacks
        self._events = EventQueue()
        self._spoken = self._sent = 0
        self._came: dict[int, float] = {}
        self._resent_at: dict[int, float] = {}

    def run(self) -> tuple[float, ...]:
        for number in range(PACKETS):
            self._events.at(number * PACKET_S, self._speak, number)
        self._events.run()
        lost = [100 * sum(self._stays_lost(n, wait) for n in range(PACKETS)) / PACKETS for wait in WAITS_S]
        return (*lost, self._sent / PACKETS)

    def _speak(self, now: float, number: int) -> None:
        self._spoken = number + 1
        self._send(now, number)

    def _send(self, now: float, number: int) -> None:
        self._sent += 1
        if not self._up(now):
            self._events.at(now + self._round_trip_s / 2, self._come, number)

    def _come(self, now: float, number: int) -> None:
        if number in self._came:
            return  # SRTP takes no packet twice
        self._came[number] = now
        self._ask(now, self._nacks.arrive(number, now))

    def _look(self, now: float) -> None:
        if now >= self._nacks.look_at(0.0, now):
            self._ask(now, self._nacks.look(0.0, now))

    def _ask(self, now: float, missing: Sequence[int]) -> None:
        for _ in range(REQUESTS if missing else 0):
            if not self._down(now):
                self._events.at(now + self._round_trip_s / 2, self._resend, missing)
        look_at = self._nacks.look_at(0.0, now)
        if look_at < inf:
            self._events.at(max(look_at, now), self._look)

    def _resend(self, now: float, missing: Sequence[int]) -> None:
        for number in missing:
            at = self._resent_at.get(number, -inf)
            if number < self._spoken and now - at >= self._round_trip_s + RESENT_AFTER_S:
                self._resent_at[number] = now
                self._send(now, number)

    def _stays_lost(self, number: int, wait_s: float) -> bool:
        plays_at = number * PACKET_S + self._round_trip_s * 1.5 + wait_s
        return all(self._came.get(each, inf) > plays_at for each in (number, number + 1))
