"""A whole client in one file: take a seat by its link, and say whose voices come. Python, websockets and aiortc.

    python listen.py https://circle.example/#WyJ0... "Mia" 30

It is written from docs/PROTOCOL.md alone. It says nothing: its microphone stays closed.
"""

import asyncio
import json
import re
import sys
from contextlib import suppress

from aiortc import RTCConfiguration, RTCIceServer, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed


async def listen(link, name, seconds):
    """Sit in the circle for so long, and answer with the names of those who were heard."""
    # A sealed circle's link has a key behind its token, which is sent to nobody. Mail programs write %23 for #.
    server, token = re.match(r"http(s?://[^/#%]+)/(?:#|%23)([\w.-]+)", link).groups()
    heard, names, peer = set(), {}, None
    async with connect(f"ws{server}/ws") as socket:
        try:
            await socket.send(json.dumps({"type": "enter", "token": token, "name": name}))
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    async for text in socket:
                        message = json.loads(text)
                        if message["type"] == "offer" and message["sealed"]:
                            raise SystemExit(
                                "The voices of this circle are sealed. This example has no seal: it would hear nobody."
                            )
                        if message["type"] == "offer":
                            peer = peer and await peer.close()
                            peer, answer = await take_up(message, heard)
                            await socket.send(json.dumps({"type": "answer", "line": message["line"], "sdp": answer}))
                        elif message["type"] == "view":
                            names = {seat["number"]: seat["name"] for seat in message["seats"]}
            await socket.send(json.dumps({"type": "ask", "id": 1, "command": {"type": "leave"}}))
        except ConnectionClosed:  # as when the meeting ends, or the link is no longer good
            print(f"Closed with {socket.close_code}.", file=sys.stderr)
    if peer:
        await peer.close()
    return sorted(names.get(seat, str(seat)) for seat in heard)


async def take_up(offer, heard):
    """The peer connection for an offer, and the answer. Every section but the first is the voice of one seat."""
    servers = [RTCIceServer(**server) for server in offer["ice_servers"]]
    peer = RTCPeerConnection(RTCConfiguration(iceServers=servers))
    await peer.setRemoteDescription(RTCSessionDescription(offer["sdp"], "offer"))
    await peer.setLocalDescription(await peer.createAnswer())
    peer.listening = [asyncio.ensure_future(note(voice, heard)) for voice in peer.getTransceivers()[1:]]
    return peer, peer.localDescription.sdp


async def note(voice, heard):
    """Remember whose voice this is as soon as a sound of it comes, if one does before the connection ends."""
    with suppress(MediaStreamError):
        while not any(bytes((await voice.receiver.track.recv()).planes[0])):
            pass
        heard.add(int(voice.mid))


if __name__ == "__main__":
    print(*asyncio.run(listen(sys.argv[1], sys.argv[2], float(sys.argv[3]))), sep="\n")
