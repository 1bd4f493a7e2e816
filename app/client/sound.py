"""The sound of one seat: answers the server's offers by aiortc, and hears every other seat by itself."""

import asyncio
import time
from array import array
from collections.abc import Callable
from typing import Any, Protocol, cast

from aiortc import RTCConfiguration, RTCIceServer, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av import AudioFrame

from app.client.microphone import Microphone

AUDIBLE = 300
"""Samples of 16 bits this far from zero are heard: 40 dB below the loudest there is."""

JUST_NOW_S = 0.3


class Sounds(Protocol):
    """What a `Client` needs of a sound; `PeerSound` is one."""

    async def answer(self, offer: dict[str, Any]) -> str:
        """Take up an offer in place of the one before; answers with the text of the SDP answer."""

    async def close(self) -> None:
        """End the sound. Idempotent."""


class PeerSound:
    """A microphone and ears. Its peer connection is another one with each offer."""

    def __init__(self) -> None:
        self.microphone = Microphone()
        self.last_heard: dict[int, float] = {}
        """When each seat was last to be heard, by `time.monotonic()`."""

        self.on_frame: Callable[[int, AudioFrame], object] | None = None
        """Is given every frame of sound that comes, with its seat."""

        self.on_audible: Callable[[int], object] | None = None
        """Is given the seat of every frame in which something is to be heard."""

        self._peer: RTCPeerConnection | None = None
        self._ears: list[asyncio.Task[None]] = []

    def hears(self, seat: int, within_s: float = JUST_NOW_S) -> bool:
        """Whether this seat is to be heard now, or was so shortly before."""
        return time.monotonic() - self.last_heard.get(seat, -within_s) < within_s

    async def answer(self, offer: dict[str, Any]) -> str:
        """See `Sounds`."""
        await self.close()
        servers = [RTCIceServer(**server) for server in offer["ice_servers"]]
        self._peer = peer = RTCPeerConnection(RTCConfiguration(iceServers=servers))
        await peer.setRemoteDescription(RTCSessionDescription(offer["sdp"], "offer"))
        mic, *voices = peer.getTransceivers()
        mic.direction = "sendonly"
        mic.sender.replaceTrack(self.microphone.track())
        await peer.setLocalDescription(await peer.createAnswer())
        self._ears = [asyncio.create_task(self._hear(int(voice.mid or 0), voice.receiver.track)) for voice in voices]
        return str(peer.localDescription.sdp)

    async def close(self) -> None:
        """See `Sounds`."""
        for ear in self._ears:
            ear.cancel()
        self._ears.clear()
        if self._peer:
            peer, self._peer = self._peer, None
            await peer.close()

    def _note(self, seat: int) -> None:
        self.last_heard[seat] = time.monotonic()
        if self.on_audible:
            self.on_audible(seat)

    async def _hear(self, seat: int, track: MediaStreamTrack) -> None:
        try:
            while True:
                frame = cast(AudioFrame, await track.recv())
                if _loudest(frame) > AUDIBLE:
                    self._note(seat)
                if self.on_frame:
                    self.on_frame(seat, frame)
        except MediaStreamError:
            pass


def _loudest(frame: AudioFrame) -> int:
    samples = array("h", bytes(frame.planes[0]))
    return abs(max(samples, key=abs))
