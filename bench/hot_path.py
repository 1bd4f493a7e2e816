"""What one packet of voice costs the media server when eleven others hear it, from system call to system call."""

import asyncio
import time

from app.media.server import ROUNDS_PER_TURN, MediaServer
from tests.support.peer import Peer
from tests.support.sframe import CircleKey, SealedVoice

PEOPLE = 12
PACKETS = 4000
PACKET_S = 0.02
LIMIT_US = 66.0
DRAIN_EVERY = 40
"""How many packets the listeners' sockets hold before they are read, outside the measurement."""


VOICE = bytes(80)
SEALED = SealedVoice(CircleKey.new(), 1).seal(VOICE)


async def _measure(packets_per_turn: int, *, sealed: bool = False) -> float:
    """Microseconds of CPU for each packet that comes in."""
    said_s = 0.0
    media = await MediaServer.open(bind="127.0.0.1", clock=lambda: said_s)
    room = media.room(PEOPLE, sealed)
    room.let_be_heard(frozenset({1}))
    peers = []
    for seat in range(1, PEOPLE + 1):
        transport = room.join(seat)
        peers.append(Peer(transport.offer))
        transport.answer(peers[-1].answer)
        await peers[-1].arrive()
    spent_ns = 0
    for sent in range(0, PACKETS, packets_per_turn):
        said_s += packets_per_turn * PACKET_S  # the clock of a speaker, or it would be taken for a flood
        peers[0].speak(packets_per_turn, SEALED if sealed else VOICE)
        began_ns = time.process_time_ns()
        media._receive(ROUNDS_PER_TURN)
        spent_ns += time.process_time_ns() - began_ns
        if sent % DRAIN_EVERY == 0:
            for peer in peers:
                peer.check()
            for _ in range(2):  # checks and their answers are no part of what a packet costs
                await asyncio.sleep(0)
                media._receive(ROUNDS_PER_TURN)
    assert room.counters.sent == PACKETS * (PEOPLE - 1)
    await media.close()
    for peer in peers:
        peer.vanish()
    return spent_ns / PACKETS / 1000


def main() -> int:
    """Print the cost alone and in batches; 1 if it is over the limit."""
    missed = 0
    for packets_per_turn in (1, 8):
        cost_us = asyncio.run(_measure(packets_per_turn))
        missed += cost_us > LIMIT_US
        print(
            f"one packet in, {PEOPLE - 1} out, {packets_per_turn} at a time: {cost_us:.0f} us of CPU "
            f"(limit {LIMIT_US:.0f}): {'met' if cost_us <= LIMIT_US else 'MISSED'}"
        )
    plain_us, sealed_us = (asyncio.run(_measure(8, sealed=sealed)) for sealed in (False, True))
    print(f"sealed, 25 bytes longer, 8 at a time: {sealed_us:.0f} us, {sealed_us / plain_us:.2f} of one that is not")
    return min(missed, 1)


if __name__ == "__main__":
    raise SystemExit(main())
