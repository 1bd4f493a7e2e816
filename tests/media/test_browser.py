"""A whole WebRTC implementation that is not ours, aiortc, against our offer: it is heard, and it hears."""

import asyncio
import itertools

import pytest
import uvloop
from aiortc import RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import AudioStreamTrack, MediaStreamTrack
from av import AudioFrame
from av.frame import Frame
from av.packet import Packet

from tests.media.scene import Scene, scene


class Tone(AudioStreamTrack):
    """A voice that is heard: aiortc's own track is silent, and silence is not sent on for long."""

    async def recv(self) -> Frame | Packet:
        frame = await super().recv()
        assert isinstance(frame, AudioFrame)
        for plane in frame.planes:
            plane.update((b"\x00\x20" * 20 + b"\x00\xe0" * 20) * (plane.buffer_size // 80))
        return frame


class Browser:
    """A page as the circle's page is: it takes the offer, adds its microphone, answers."""

    def __init__(self) -> None:
        self.transport = RTCPeerConnection()
        self.tracks: list[MediaStreamTrack] = []
        self.transport.on("track", self.tracks.append)

    async def join(self, circle: Scene, seat: int) -> None:
        transport = circle.join(seat)
        await self.transport.setRemoteDescription(RTCSessionDescription(transport.offer, "offer"))
        self.transport.addTrack(Tone())
        await self.transport.setLocalDescription(await self.transport.createAnswer())
        transport.answer(self.transport.localDescription.sdp)

    def track(self, seat: int) -> MediaStreamTrack:
        mids = {t.receiver.track: t.mid for t in self.transport.getTransceivers() if t.receiver}
        return next(track for track in self.tracks if mids[track] == str(seat))


@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_it_is_heard_and_it_hears(run) -> None:
    async def scenario() -> None:
        async with scene(seats=3) as circle:
            circle.heard(1, 2)
            browser = Browser()
            try:
                await browser.join(circle, 1)
                peer = await circle.sit(2)
                heard = await peer.hears(1, 20)
                assert heard[0].marker
                for before, after in itertools.pairwise(heard):
                    assert (after.sequence - before.sequence) & 0xFFFF == 1
                    assert (after.timestamp - before.timestamp) & 0xFFFFFFFF == 960
                speaking = asyncio.ensure_future(speak_on(peer.speak))
                frame = await asyncio.wait_for(browser.track(2).recv(), 10)
                speaking.cancel()
                assert frame.sample_rate == 48_000
                assert browser.transport.connectionState == "connected"
            finally:
                await browser.transport.close()

    run(scenario())


async def speak_on(speak) -> None:
    while True:
        speak(1, payload=b"\xf8\xff\xfe")
        await asyncio.sleep(0.02)


def test_sixteen_seats_fit_into_one_offer() -> None:
    async def scenario() -> None:
        async with scene(seats=16) as circle:
            browser = Browser()
            try:
                await browser.join(circle, 7)
                assert len(browser.tracks) == 15
                assert len(browser.transport.localDescription.sdp.split("m=audio")) == 1 + 16
                assert len(circle.transports[7].offer) < 16_000
            finally:
                await browser.transport.close()

    asyncio.run(scenario())
