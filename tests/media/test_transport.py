"""A browser's way in and out again: replaced, moved, silent, gone."""

import asyncio
import gc
import itertools
import weakref

import pytest

from app.media.rtp import CLOCK_HZ
from app.media.server import BadAnswer, CloseReason
from tests.media.scene import scene
from tests.support.peer import FRAME, Peer, until

CHECKS = 35
"""More than those of ten seconds that come in any case."""


class HandMovedClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_bad_answer_loses_nothing() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            with pytest.raises(BadAnswer, match="Opus"):
                circle.transports[1].answer("rubbish")
            circle.transports[1].answer(peer.answer)
            await peer.arrive()
            with pytest.raises(BadAnswer, match="already"):
                circle.transports[1].answer(peer.answer)
            circle.transports[1].close()
            with pytest.raises(BadAnswer, match="closed"):
                circle.transports[1].answer(peer.answer)

    asyncio.run(scenario())


def test_the_handshake_may_begin_before_the_answer() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            await peer.be_found()
            shaking = asyncio.ensure_future(peer.shake_hands())
            received = circle.server.counters.received
            await until(lambda: circle.server.counters.received > received)
            circle.transports[1].answer(peer.answer)
            await shaking
            assert peer.profile == b"SRTP_AEAD_AES_256_GCM"

    asyncio.run(scenario())


def test_a_handshake_has_a_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        monkeypatch.setattr("app.media.transport.HANDSHAKE_S", 0.05)
        async with scene() as circle:
            peer = circle.peer(1)
            circle.transports[1].answer(peer.answer)
            await peer.be_found()
            await until(lambda: circle.ends == [(1, CloseReason.UNSAFE)])

    asyncio.run(scenario())


def test_a_check_without_the_password_is_not_answered() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            peer.meet(circle.transports[1].offer.replace("a=ice-pwd:", "a=ice-pwd:x"))
            peer.check()
            await until(lambda: circle.server.counters.forged_checks == 1)
            assert circle.server.counters.addresses == 0
            assert not peer.checks_answered

    asyncio.run(scenario())


def test_only_the_certificate_of_the_answer_is_let_in() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            stranger = peer.answer.replace(peer.answer.split("sha-256 ")[1][:95], ":".join(["AB"] * 32))
            circle.transports[1].answer(stranger)
            await peer.be_found()
            shaking = asyncio.ensure_future(peer.shake_hands())
            await until(lambda: circle.ends == [(1, CloseReason.UNSAFE)])
            await until(lambda: peer.farewelled)
            await asyncio.gather(shaking, return_exceptions=True)
            assert circle.server.counters.handshakes_failed == 1
            assert circle.server.counters.connections == 0

    asyncio.run(scenario())


def test_a_seat_has_one_connection_and_the_newer_replaces_the_older() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            max_, old = await circle.sit(2), await circle.sit(1)
            old.speak(3, payload=b"old")
            await max_.hears(1, 3)
            new = circle.peer(1)
            assert not circle.ends, "nobody is told in the middle of their own call"
            circle.transports[1].answer(new.answer)
            await new.arrive()
            assert circle.ends == [(1, CloseReason.REPLACED)]
            await until(lambda: old.farewelled)
            old.speak(3, payload=b"ghost")
            new.speak(3, payload=b"new")
            heard = await max_.hears(1, 9)
            await until(lambda: circle.server.counters.strays >= 3)
            assert [packet.payload for packet in heard] == [b"old"] * 3 + [b"\xf8\xff\xfe"] * 3 + [b"new"] * 3

    asyncio.run(scenario())


def test_a_voice_runs_on_through_reconnections() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            max_ = await circle.sit(2)
            for spurt in range(4):
                mia = await circle.sit(1)
                mia.speak(2, payload=b"spurt%d" % spurt)
                await max_.hears(1, 5 * spurt + 2)
                mia.vanish()
                clock.now += 10
                circle.heard()
                circle.heard(1)
            heard = await max_.hears(1, 20)
            assert len({packet.ssrc for packet in heard}) == 1
            assert [packet.marker for packet in heard] == [True, False, False, False, False] * 4
            for before, after in itertools.pairwise(heard):
                assert (after.sequence - before.sequence) & 0xFFFF == 1
                assert (after.timestamp - before.timestamp) & 0xFFFFFFFF >= FRAME
            passed = (heard[15].timestamp - heard[0].timestamp) & 0xFFFFFFFF
            assert abs(passed - 30 * CLOCK_HZ) <= 8 * FRAME

    asyncio.run(scenario())


def test_whoever_comes_later_hears_what_is_said_from_then_on() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(5)
            await max_.hears(1, 5)
            frida = await circle.sit(3)
            mia.speak(5)
            assert (await frida.hears(1, 5))[0].sequence == (await max_.hears(1, 10))[5].sequence

    asyncio.run(scenario())


def test_a_browser_that_has_been_silent_for_30_seconds_is_given_up() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            max_, mia = await circle.sit(2), await circle.sit(1)
            never_came = circle.join(3)
            mia.vanish()
            clock.now += 29
            max_.check()
            await until(lambda: circle.transports[2].last_answer_at == clock.now)
            assert not circle.ends
            clock.now += 1.5
            await until(lambda: len(circle.ends) == 2)
            assert sorted(circle.ends) == [(1, CloseReason.SILENT), (3, CloseReason.SILENT)]
            assert never_came.closed
            assert circle.server.counters.timeouts == 2
            assert circle.server.counters.connections == 1
            assert circle.server.counters.addresses == 1

    asyncio.run(scenario())


def test_a_browser_that_leaves_is_noticed_at_once() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia = await circle.sit(1)
            await mia.leave()
            await until(lambda: circle.ends == [(1, CloseReason.LEFT)])

    asyncio.run(scenario())


def test_nothing_is_sent_to_those_who_have_left() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            mia, max_, gone = [await circle.sit(seat) for seat in (1, 2, 3)]
            circle.transports[3].close()
            mia.speak(5)
            await max_.hears(1, 5)
            assert circle.room.counters.sent == 5
            assert not gone.heard

    asyncio.run(scenario())


def test_closing_is_idempotent_and_tells_the_browser_but_not_its_owner() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia = await circle.sit(1)
            for _ in range(2):
                circle.transports[1].close()
            await until(lambda: mia.farewelled)
            for _ in range(2):
                await circle.server.close()
            assert not circle.ends
            with pytest.raises(RuntimeError, match="closed"):
                circle.server.room(2)

    asyncio.run(scenario())


def test_connections_that_have_ended_leave_nothing_behind() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            ended, tasks = [], asyncio.all_tasks()
            for _ in range(5):
                peer = await circle.sit(1)
                ended.append(weakref.ref(circle.transports.pop(1)))
                await peer.leave()
            await until(lambda: circle.server.counters.connections == 0)
            await asyncio.sleep(0)
            gc.collect()
            assert [transport() for transport in ended] == [None] * 5
            assert circle.server.counters.addresses == 0
            assert asyncio.all_tasks() == tasks

    asyncio.run(scenario())


def test_a_browser_may_move_to_another_address() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1, 2)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            max_.move()
            max_.check(nominate=False)
            answered = max_.checks_answered
            await until(lambda: max_.checks_answered > answered)
            max_.speak(1)
            await mia.hears(2, 1)
            mia.speak(3)
            await until(lambda: circle.room.counters.forwarded == 4)
            assert not max_.heard[1], "the server sends to the nominated address only"
            max_.check()
            answered = max_.checks_answered
            await until(lambda: max_.checks_answered > answered)
            mia.speak(1, payload=b"here")
            assert (await max_.hears(1, 1))[0].payload == b"here"

    asyncio.run(scenario())


def test_an_address_of_a_closed_connection_belongs_to_the_newer_one() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            max_, old = await circle.sit(2), await circle.sit(1)
            new = Peer(circle.join(1).offer)
            circle.peers.append(new)
            old.vanish()
            new.take_over(old)
            circle.transports[1].answer(new.answer)
            await new.arrive()
            new.speak(2)
            await max_.hears(1, 2)
            assert circle.server.counters.addresses == 2

    asyncio.run(scenario())


def test_sound_is_alive_from_the_handshake_to_the_end() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            transport = circle.transports[1]
            transport.answer(peer.answer)
            assert not transport.alive
            await peer.arrive()
            await until(lambda: transport.alive)
            transport.close()
            assert not transport.alive

    asyncio.run(scenario())


def test_a_check_at_a_wish_comes_at_once_and_its_answers_are_no_strays() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer, transport = circle.peer(1), circle.transports[1]
            transport.answer(peer.answer)
            await peer.arrive()
            before = peer.checked
            for _ in range(CHECKS):
                transport.check()
            await until(lambda: peer.checked >= before + CHECKS)
            answered_at = transport.last_answer_at
            await until(lambda: transport.last_answer_at > answered_at)
            assert circle.server.counters.strays == 0

    asyncio.run(scenario())


def test_whoever_asked_is_told_once_that_sound_can_come_and_go() -> None:
    """Once each time; and of its end `on_close` alone tells."""

    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            transport = circle.transports[1]
            told: list[object] = []
            transport.on_alive, transport.on_close = told.append, told.append
            transport.answer(peer.answer)
            await peer.arrive()
            await until(lambda: told == [True])
            transport.check_alive()
            transport.fail(CloseReason.LEFT)
            transport.check_alive()
            await until(lambda: told == [True, CloseReason.LEFT])

    asyncio.run(scenario())
