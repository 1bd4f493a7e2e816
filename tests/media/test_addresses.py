"""The addresses of browsers, on real sockets: moved, rebound, dead, forged, contested."""

import asyncio
from collections.abc import Callable

import pytest

from app.media.address import pack_address
from app.media.server import CloseReason
from tests.media.scene import Scene, scene
from tests.media.test_transport import HandMovedClock
from tests.support.elsewhere import Elsewhere
from tests.support.peer import Peer, until

STEP_S = 0.25


async def pass_time(
    circle: Scene, clock: HandMovedClock, seconds: float, each: Callable[[], object] = lambda: None
) -> None:
    """Let time pass by the hand-moved clock, with all the answers there would be in it."""
    for _ in range(round(seconds / STEP_S)):
        clock.now += STEP_S
        circle.room.tick(clock.now)
        each()
        received = -1
        while received != circle.server.counters.received:
            received = circle.server.counters.received
            for _ in range(3):
                await asyncio.sleep(0.001)


def test_a_nominating_check_from_a_dead_address_takes_nobodys_sound() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            dead = Elsewhere(max_, answers=False)
            dead.check(nominate=True)
            await pass_time(circle, clock, 5, dead.check)
            mia.speak(5)
            await max_.hears(1, 5)
            assert not dead.media
            assert circle.transports[2].alive
            dead.close()

    asyncio.run(scenario())


def test_a_forged_source_gets_no_more_bytes_than_were_sent_in_its_name() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1, 3, 4)
            peers = [await circle.sit(seat) for seat in (1, 3, 4)]
            liar = await circle.sit(2)
            victim = Elsewhere(liar, "127.0.0.2", answers=False)

            def lie() -> None:
                victim.check(nominate=True)
                victim.speak(1)
                for peer in peers:
                    peer.speak(3, payload=bytes(200))

            await pass_time(circle, clock, 20, lie)
            assert 0 < victim.received_bytes <= victim.sent_bytes
            assert not victim.media
            assert circle.server.counters.unproved_bytes_refused > 0
            victim.close()

    asyncio.run(scenario())


@pytest.mark.parametrize("answered", [True, False], ids=["after the answer", "before the answer"])
def test_a_handshake_is_not_shaken_with_whoever_does_not_answer(answered: bool) -> None:
    """The server's flight is five times as long as what brings it about."""

    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            if answered:
                circle.transports[1].answer(peer.answer)
            victim = Elsewhere(peer, answers=False)
            peer.transmit = victim.transmit  # type: ignore[method-assign]
            shaking = asyncio.ensure_future(peer.shake_hands())
            for _ in range(20):
                victim.check()
                await asyncio.sleep(0.01)
            if not answered:
                circle.transports[1].answer(peer.answer)
                await asyncio.sleep(0.1)
            assert victim.received_bytes <= victim.sent_bytes
            assert not [datagram for datagram in victim.received if datagram[0] >= 20]
            shaking.cancel()
            victim.close()

    asyncio.run(scenario())


def test_sound_falls_back_within_three_seconds_when_the_chosen_address_goes_quiet() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mobile = Elsewhere(max_, "127.0.0.2")
            mobile.check(nominate=True)
            await until(lambda: circle.server.counters.moved == 1)
            mia.speak(1)
            await until(lambda: len(mobile.media) == 1)
            mobile.close()
            await pass_time(circle, clock, 3, lambda: max_.check(nominate=False))
            mia.speak(3)
            await max_.hears(1, 3)
            assert circle.transports[2].alive

    asyncio.run(scenario())


def test_a_rebound_port_is_followed_without_a_nomination() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            max_._checking.cancel()
            max_.move()
            await pass_time(circle, clock, 5)
            max_.check(nominate=False)
            await until(lambda: circle.server.counters.moved == 1)
            mia.speak(3)
            await max_.hears(1, 3)

    asyncio.run(scenario())


def test_speech_that_goes_on_from_another_address_draws_the_sound_after_it() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            max_ = await circle.sit(2)
            clock.now += 7
            mobile = Elsewhere(max_)
            mobile.check(nominate=False)
            await pass_time(circle, clock, 1, max_.speak)
            assert circle.server.counters.moved == 0
            await pass_time(circle, clock, 3, mobile.speak)
            assert circle.server.counters.moved == 1
            mobile.close()

    asyncio.run(scenario())


def test_one_check_before_the_answer_is_enough_to_shake_hands() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            peer.check()
            await until(lambda: peer.checks_answered)
            circle.transports[1].answer(peer.answer)
            await asyncio.wait_for(peer.shake_hands(), 5)

    asyncio.run(scenario())


def test_who_no_longer_answers_is_not_alive_within_three_seconds_and_is_given_up_after_thirty() -> None:
    """Checks and speech keep coming, as under a forged source; only answers count (RFC 7675)."""

    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            mia = await circle.sit(1)
            transport = circle.transports[1]
            assert transport.alive
            mia.response = lambda _request: b"\x00"  # type: ignore[method-assign]

            def go_on() -> None:
                mia.check()
                mia.speak()

            await pass_time(circle, clock, 3, go_on)
            assert not transport.alive
            assert not circle.ends
            await pass_time(circle, clock, 28, go_on)
            await until(lambda: circle.ends == [(1, CloseReason.SILENT)])

    asyncio.run(scenario())


def test_a_check_under_the_address_of_somebody_who_answers_takes_nothing_from_them() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            max_, mia = await circle.sit(2), await circle.sit(1)
            liar = circle.peer(3)
            circle.transports[3].answer(liar.answer)
            checks = circle.server.counters.checks
            mia.transmit(liar.request())
            await until(lambda: circle.server.counters.checks > checks)
            mia.speak(3)
            await max_.hears(1, 3)
            assert circle.server._table.by_address.get(pack_address(*mia.address)) is circle.transports[1]

    asyncio.run(scenario())


def test_a_port_that_another_person_gets_behind_the_same_router_is_theirs_once_they_answer() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(3)
            max_, gone = await circle.sit(2), await circle.sit(1)
            gone.vanish()
            new = Peer(circle.join(3).offer)
            circle.peers.append(new)
            new.take_over(gone)
            circle.transports[3].answer(new.answer)
            await new.arrive()
            new.speak(2)
            await max_.hears(3, 2)
            await until(lambda: circle.transports[1].ice.address is None)
            assert not circle.transports[1].alive

    asyncio.run(scenario())


def test_two_addresses_that_take_turns_are_not_followed_to_and_fro() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            max_ = await circle.sit(2)
            mobile = Elsewhere(max_)
            turns = iter(range(1000))

            def alternate() -> None:
                way = (max_, mobile)[next(turns) % 2]
                way.check(nominate=True)
                way.speak(1)

            await pass_time(circle, clock, 20, alternate)
            assert circle.server.counters.moved <= 1
            mobile.close()

    asyncio.run(scenario())
