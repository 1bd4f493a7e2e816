"""A disobedient client: whatever it sends, only its own plain voice may pass."""

import asyncio

from tests.media.scene import Scene, scene
from tests.support.peer import Peer, until


async def speaker_and_listener(circle: Scene) -> tuple[Peer, Peer]:
    mia, max_ = await circle.sit(1), await circle.sit(2)
    circle.heard(1)
    mia.speak(1, payload=b"first")
    await max_.hears(1, 1)
    return mia, max_


async def assert_only_voice_is_heard(mia: Peer, max_: Peer) -> None:
    mia.speak(1, payload=b"last")
    await until(lambda: max_.heard[1][-1].payload == b"last")
    assert [packet.payload for packet in max_.heard[1]] == [b"first", b"last"]
    assert not max_.strangers


def test_other_sources_are_dropped_before_they_cost_anything() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await speaker_and_listener(circle)
            for ssrc in range(1000):
                mia.send(ssrc=ssrc)
            await assert_only_voice_is_heard(mia, max_)
            assert circle.room.counters.foreign == 1000

    asyncio.run(scenario())


def test_other_payload_types_are_dropped() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await speaker_and_listener(circle)
            others = [kind for kind in range(128) if kind != 111 and not 64 <= kind <= 95]  # those are RTCP
            for kind in others:
                mia.sequence += 1
                mia.send(payload_type=kind)
            await assert_only_voice_is_heard(mia, max_)
            assert circle.room.counters.foreign == len(others)

    asyncio.run(scenario())


def test_contributing_sources_are_dropped() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await speaker_and_listener(circle)
            mia.send(bytes(40), flags=0x81)
            await assert_only_voice_is_heard(mia, max_)
            assert circle.room.counters.foreign == 1

    asyncio.run(scenario())


def test_what_is_not_protected_is_dropped() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await speaker_and_listener(circle)
            plain = b"\x80\x6f" + (mia.sequence + 1).to_bytes(2, "big") + bytes(4) + mia.ssrc.to_bytes(4, "big")
            mia.transmit(plain + b"not protected")
            mia.transmit(plain[:2])
            mia.transmit(mia.sent[-1][:-1])
            await assert_only_voice_is_heard(mia, max_)
            assert circle.room.counters.bad == 3

    asyncio.run(scenario())


def test_what_is_too_long_is_dropped() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await speaker_and_listener(circle)
            mia.sequence += 1
            mia.send(bytes(1340))
            await assert_only_voice_is_heard(mia, max_)
            assert circle.room.counters.bad == 1

    asyncio.run(scenario())


def test_a_header_extension_and_dtx_pass_as_they_are() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await speaker_and_listener(circle)
            level = b"\xbe\xde\x00\x01\x10\x9e\x00\x00"
            mia.sequence += 1
            mia.send(level + b"x", flags=0x90)
            assert (await max_.hears(1, 2))[1].payload == level + b"x"

    asyncio.run(scenario())
