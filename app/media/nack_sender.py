"""Asks one browser for the packets of its microphone that were lost on their way here (generic NACK, RFC 4585)."""

import asyncio
import math
from collections.abc import Callable, Sequence

from app.media import rtcp_nack
from app.media.counters import RoomCounters
from app.media.nack import NackGenerator
from app.media.reports import SERVER_SSRC
from app.media.rtp import CLOCK_HZ
from app.media.rtp_receiver import RtpReceiver
from app.media.transport import Transport

REQUESTS = 2
"""How often a request is sent: the line that has lost packets loses requests too, and they are short."""


class NackSender:
    """Lives as long as its microphone is received. It looks by the clock only while the line loses packets."""

    def __init__(
        self,
        transport: Transport,
        microphone: RtpReceiver,
        counters: RoomCounters,
        clock: Callable[[], float],
        is_heard: Callable[[float], bool],
    ) -> None:
        """`is_heard` says whether this microphone is heard at a time: of others nothing is asked for (H8)."""
        self._transport = transport
        self._microphone = microphone
        self._counters = counters
        self._clock = clock
        self._is_heard = is_heard
        self._nacks = NackGenerator(lambda: transport.ice.round_trip_s)
        self._timer: asyncio.TimerHandle | None = None

    @property
    def late_s(self) -> float:
        """How much later than its turn a packet of this voice comes that this line has lost; 0 where it is good."""
        return self._nacks.late_s

    def begin(self) -> None:
        """Ask for nothing that is older than the next packet."""
        self._nacks.begin()

    def arrive(self, index: int, now: float) -> None:
        """Note a packet that is heard, and ask for what is missing."""
        if missing := self._nacks.arrive(index, now):
            self._ask(missing)
        if self._timer is None:
            self._look_later(now)

    def close(self) -> None:
        """Ask for nothing any more. Idempotent."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look_later(self, now: float) -> None:
        at = self._nacks.look_at(self._jitter_s, now)
        if at < math.inf:
            self._timer = asyncio.get_running_loop().call_later(at - now, self._look)

    def _look(self) -> None:
        self._timer, now = None, self._clock()
        if self._is_heard(now):
            if missing := self._nacks.look(self._jitter_s, now):
                self._ask(missing)
            self._look_later(now)

    @property
    def _jitter_s(self) -> float:
        return self._microphone.stats.jitter / CLOCK_HZ

    def _ask(self, missing: Sequence[int]) -> None:
        keys, ssrc = self._transport.keys, self._microphone.ssrc
        if keys is None or ssrc is None:
            return
        self._counters.asked += len(missing)
        request = rtcp_nack.nack(SERVER_SSRC, ssrc, missing)
        for _ in range(REQUESTS):
            self._transport.ice.send(keys.protect_rtcp(request))
