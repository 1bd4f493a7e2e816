"""A handshake on the wire that is ended at each of its moments, that stalls, that meets what it should not."""

import asyncio
import logging
import math
from collections.abc import Callable

import pytest
from aiortc import rtcdtlstransport

from app.media import dtls
from app.media.server import CloseReason
from tests.media.scene import Scene, scene
from tests.support.line import Line
from tests.support.peer import Peer, until

ENDS_WITHIN_S = 1.0
STEPS = range(5)
"""How many datagrams a handshake has come to: hello, the server's flight, the browser's, the server's last."""


def of_the_server() -> list[str]:
    """The server's own tasks, those of the libraries it uses among them."""
    coroutines = [task.get_coro() for task in asyncio.all_tasks()]
    return [c.__qualname__ for c in coroutines if "/app/" in c.cr_code.co_filename]


async def stopped_at(circle: Scene, seat: int, step: int, *, waits: bool) -> tuple[Peer, Line]:
    """A peer whose handshake has come just so far."""
    peer = circle.peer(seat, waits=waits)
    line = Line(peer, step)
    circle.transports[seat].answer(peer.answer)
    await peer.be_found()
    shaking = asyncio.ensure_future(peer.shake_hands())
    shaking.add_done_callback(lambda done: done.cancelled() or done.exception())
    await until(lambda: line.stopped or (circle.transports[seat].keys and shaking.done()))
    return peer, line


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_closing_ends_everything_at_every_step(step: int, waits: bool) -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer, line = await stopped_at(circle, 1, step, waits=waits)
            transport = circle.transports[1]
            one_is_ahead = (transport.keys is None) != (peer._dtls._rx_srtp is None)
            line.passes = math.inf
            transport.close()
            assert not circle.server.counters.connections
            assert of_the_server() == ["MediaServer._tick_all"]
            if not one_is_ahead:  # whoever is ahead hears no more in the clear, the other does not understand it
                await until(lambda: peer.farewelled)
            async with asyncio.timeout(ENDS_WITHIN_S):
                await circle.server.close()
            assert of_the_server() == []
            assert not circle.ends

    asyncio.run(scenario())


@pytest.mark.parametrize("waits", [False, True])
def test_closing_ends_everything_at_every_turn_of_the_loop(waits: bool) -> None:
    async def scenario(turns: int) -> bool:
        async with scene() as circle:
            peer = circle.peer(1, waits=waits)
            await peer.be_found()
            peer.check()  # before anything has proved an address, three checks pay for their answers and a question
            circle.transports[1].answer(peer.answer)
            shaking = asyncio.ensure_future(peer.shake_hands())
            for _ in range(turns):
                await asyncio.sleep(0)
            stood = circle.transports[1].keys is not None
            circle.transports[1].close()
            async with asyncio.timeout(ENDS_WITHIN_S):
                await circle.server.close()
            assert of_the_server() == []
            shaking.cancel()
            await asyncio.gather(shaking, return_exceptions=True)
            return stood

    stood = [asyncio.run(scenario(turns)) for turns in [*range(30), 300]]
    assert not stood[0]
    assert stood[-1]


@pytest.mark.parametrize("waits", [False, True])
def test_the_media_server_closes_with_handshakes_that_stall_everywhere(waits: bool) -> None:
    async def scenario() -> None:
        async with scene(seats=8) as circle:
            never_came, not_answered = circle.join(6), circle.peer(7)
            await not_answered.be_found()
            stalled = [await stopped_at(circle, 1 + step, step, waits=waits) for step in STEPS]
            assert len(stalled) == circle.server.counters.connections - 2
            async with asyncio.timeout(ENDS_WITHIN_S):
                await circle.server.close()
            assert never_came.closed
            assert of_the_server() == []

    asyncio.run(scenario())


@pytest.mark.parametrize("step", STEPS)
def test_a_seat_that_joins_again_replaces_a_handshake_at_every_step(step: int) -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(2)
            old, _ = await stopped_at(circle, 1, step, waits=False)
            replaced = circle.transports[1]
            new, max_ = await circle.sit(1), await circle.sit(2)
            assert circle.ends == [(1, CloseReason.REPLACED)]
            circle.room.on_closed(replaced)
            replaced.close()
            replaced.fail(CloseReason.SILENT)
            max_.speak(3)
            await new.hears(2, 3)
            assert circle.ends == [(1, CloseReason.REPLACED)], "and told once"
            old.vanish()

    asyncio.run(scenario())


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize(
    "profile", rtcdtlstransport.SRTP_PROFILES, ids=lambda profile: profile.openssl_profile.decode()
)
def test_whoever_begins_and_whatever_they_agree_on_voices_pass(profile, waits: bool) -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1, 2)
            max_, mia = await circle.sit(2), circle.peer(1, waits=waits)
            mia._dtls._srtp_profiles = [profile]
            circle.transports[1].answer(mia.answer)
            await mia.arrive()
            mia.speak(3, payload=b"mia")
            max_.speak(3, payload=b"max")
            assert [packet.payload for packet in await max_.hears(1, 3)] == [b"mia"] * 3
            assert [packet.payload for packet in await mia.hears(2, 3)] == [b"max"] * 3
            assert mia.profile == profile.openssl_profile
            await mia.leave()
            await until(lambda: circle.ends == [(1, CloseReason.LEFT)])

    asyncio.run(scenario())


def test_the_server_begins_once_it_knows_where_whichever_comes_first() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            early, late = circle.peer(1, waits=True), circle.peer(2, waits=True)
            first, take = list[bytes](), early.path.take
            early.path.take = lambda datagram: (first.append(datagram), take(datagram))
            circle.transports[1].answer(early.answer)
            await early.arrive()
            assert first[0][5:11] == bytes(6), "the first word was not said into the void"
            await late.be_found()
            circle.transports[2].answer(late.answer)
            await late.shake_hands()
            assert early.profile == late.profile

    asyncio.run(scenario())


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("lost", [0, 1, 2, 3])
def test_a_datagram_that_is_lost_is_said_again(lost: int, waits: bool) -> None:
    """Whoever is to say it: the server's own first words, its flight, its last."""

    async def scenario() -> None:
        async with scene() as circle:
            peer, line = await stopped_at(circle, 1, lost, waits=waits)
            line.passes = math.inf
            await until(lambda: peer._dtls.state == "connected" and circle.transports[1].keys)
            assert not circle.ends

    asyncio.run(scenario())


def test_who_was_never_answered_is_told_as_well() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            await peer.be_found()
            shaking = asyncio.ensure_future(peer.shake_hands())
            received = circle.server.counters.received
            await until(lambda: circle.server.counters.received > received)
            circle.transports[1].close()
            await until(lambda: peer.farewelled)
            await asyncio.gather(shaking, return_exceptions=True)

    asyncio.run(scenario())


def padded(peer: Peer) -> None:
    """Let a peer's first words be as long as with keys that quantum computers cannot break."""
    certificate = peer.certificate

    class Padded(rtcdtlstransport.RTCCertificate):
        def _create_ssl_context(self, srtp_profiles):
            context = super()._create_ssl_context(srtp_profiles)
            context.set_alpn_protos([b"x" * 99] * 9)
            return context

    peer._dtls._RTCDtlsTransport__local_certificate = Padded(certificate._key, certificate._cert)


ORDERS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "in order": lambda pieces: pieces,
    "reversed": lambda pieces: pieces[::-1],
    "doubled": lambda pieces: [piece for piece in pieces for _ in range(2)],
    "doubled and reversed": lambda pieces: [piece for piece in pieces[::-1] for _ in range(2)],
    "one lost": lambda pieces: pieces[:-1],
}


@pytest.mark.parametrize("answered", ["before", "after"])
@pytest.mark.parametrize("order", ORDERS)
def test_a_hello_in_pieces_is_understood_before_the_answer_and_after(order: str, answered: str) -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            padded(peer)
            Line(peer).reorder = ORDERS[order]
            if answered == "before":
                circle.transports[1].answer(peer.answer)
            await peer.be_found()
            shaking = asyncio.ensure_future(peer.shake_hands())
            if answered == "after":
                received = circle.server.counters.received
                await until(lambda: circle.server.counters.received > received + 2)
                circle.transports[1].answer(peer.answer)
            await shaking
            assert circle.transports[1].keys
            assert not circle.server.counters.overflows

    asyncio.run(scenario())


def test_what_comes_before_the_answer_is_bounded() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            await peer.be_found()
            for _ in range(100):
                peer.transmit(b"\x16\xfe\xfd")
            await until(lambda: circle.server.counters.overflows == 100 - 32)
            circle.transports[1].answer(peer.answer)
            await peer.shake_hands()

    asyncio.run(scenario())


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_browser_that_gives_up_in_the_middle_is_noticed_at_once(step: int) -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer, _ = await stopped_at(circle, 1, step, waits=False)
            peer.transmit(dtls.CLOSE_NOTIFY)
            expected = CloseReason.UNSAFE if step < 3 else None
            if expected:
                await until(lambda: circle.ends == [(1, expected)])
                assert circle.server.counters.handshakes_failed == 1
            else:
                received = circle.server.counters.received
                peer.check()
                await until(lambda: circle.server.counters.received > received)
                assert not circle.ends, "once there are keys nothing in the clear counts"

    asyncio.run(scenario())


def test_what_nobody_thought_of_ends_one_connection(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(2)
            max_, mia = await circle.sit(2), await circle.sit(3)
            with monkeypatch.context() as patched:
                patched.setattr(dtls.Handshake, "_derive_keys", lambda self: 1 // 0)
                peer = circle.peer(1)
                circle.transports[1].answer(peer.answer)
                await peer.be_found()
                shaking = asyncio.ensure_future(peer.shake_hands())
                await until(lambda: circle.ends == [(1, CloseReason.UNSAFE)])
            await until(lambda: peer.farewelled)
            await asyncio.gather(shaking, return_exceptions=True)
            assert circle.server.counters.handshakes_failed == 1
            max_.speak(3)
            await mia.hears(2, 3)
            assert await circle.sit(1)

    with caplog.at_level(logging.ERROR):
        asyncio.run(scenario())
    assert [record.message for record in caplog.records] == [
        "A handshake met what nobody thought of; its connection ends, the others go on."
    ]


def test_a_callback_may_close_what_it_is_told_of() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            told = []

            def closed(reason: CloseReason) -> None:
                told.append(reason)
                transport.close()
                circle.room.close()

            circle.heard(1, 2)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            transport = circle.transports[1]
            transport.on_close = closed
            circle.room.on_voice = lambda seat: circle.transports[seat].close()
            max_.speak(400, payload=b"\xf8" * 60)
            await until(lambda: circle.transports[2].closed)
            await mia.leave()
            await until(lambda: told == [CloseReason.LEFT])
            assert circle.room.closed

    asyncio.run(scenario())
