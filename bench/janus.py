"""The same meeting on Janus VideoRoom, a forwarding server written in C: what we measure ourselves against."""

import asyncio
import itertools
import json
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import websockets
from websockets.typing import Subprotocol

from bench.load import PEOPLE, Caller, Meeting, Person, let_few_hear, memory_mb

ROOM = 1234
_LIBRARY = Path("/usr/lib/x86_64-linux-gnu/janus")
_SETTINGS = """
general: {{
    configs_folder = "{folder}"
    plugins_folder = "{library}/plugins"
    transports_folder = "{library}/transports"
    events_folder = "{folder}/none"
    loggers_folder = "{folder}/none"
    debug_level = 2
    session_timeout = 0
}}
media: {{ ipv6 = false }}
nat: {{ ice_lite = true, ice_enforce_list = "{host}" }}
plugins: {{ disable = "{plugins}" }}
transports: {{ disable = "{transports}" }}
"""
_WEBSOCKETS = """
general: { ws = true, ws_port = 8188, ws_ip = "127.0.0.1", wss = false }
admin: { admin_ws = false }
"""

_JANUS = Subprotocol("janus-protocol")
_PATIENT: dict[str, Any] = {"max_size": None, "max_queue": None, "ping_interval": None}
"""Events that nobody reads are not to close the socket, or Janus ends every call."""


def missing() -> str:
    """Say why Janus cannot be measured here; empty if it can."""
    if shutil.which("janus") is None:
        return "janus is not installed"
    return "" if _LIBRARY.is_dir() else f"janus has no plugins in {_LIBRARY}"


class Janus:
    """The WebSocket to Janus."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count()
        self._session: dict[str, int] = {}

    async def begin(self) -> None:
        """Open a session."""
        self._session = {"session_id": (await self.ask({"janus": "create"}))["data"]["id"]}

    async def ask(self, question: dict[str, Any]) -> Any:
        """Ask one question and wait for the answer; one at a time."""
        number = str(next(self._numbers))
        await self._socket.send(json.dumps(question | self._session | {"transaction": number}))
        while True:
            answer = json.loads(await asyncio.wait_for(self._socket.recv(), 10))
            if answer.get("transaction") == number and answer["janus"] != "ack":
                assert answer["janus"] in {"success", "event"}, answer
                assert "error" not in answer.get("plugindata", {}).get("data", {}), answer
                return answer

    async def attach(self) -> dict[str, int]:
        """Attach a handle to the room's plugin."""
        answer = await self.ask({"janus": "attach", "plugin": "janus.plugin.videoroom"})
        return {"handle_id": answer["data"]["id"]}

    async def tell(self, handle: dict[str, int], body: dict[str, Any], kind: str = "", sdp: str = "") -> Any:
        """Send a request to the room; `kind` of SDP is offer or answer, or empty for none."""
        jsep = {"jsep": {"type": kind, "sdp": sdp}} if kind else {}
        return await self.ask({"janus": "message", "body": body, **handle, **jsep})


@asynccontextmanager
async def meeting(host: str, circles: int = 1) -> AsyncIterator[Meeting]:
    """Start Janus and let everybody join, speak and listen, each circle in a room of its own."""
    with tempfile.TemporaryDirectory() as folder:
        _configure(Path(folder), host)
        process = await asyncio.create_subprocess_exec(
            *("janus", "-F", folder, "-C", f"{folder}/janus.jcfg"),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with await _connect() as socket:
                janus = Janus(socket)
                await janus.begin()
                memory = memory_mb(process.pid)
                people = [person for circle in range(circles) for person in await _gather(janus, host, ROOM + circle)]
                if circles > 1:
                    let_few_hear(people)
                made = Meeting(people, process.pid, memory)
                yield made
                made.leave()
        finally:
            process.terminate()
            await process.wait()


async def _gather(janus: Janus, host: str, room: int) -> list[Person]:
    made = {"request": "create", "room": room, "publishers": PEOPLE, "audiocodec": "opus"}
    await janus.tell(await janus.attach(), made | {"notify_joining": False, "transport_wide_cc_ext": False})
    mouths = [await _publish(janus, host, room) for _ in range(PEOPLE)]
    feeds = [feed for _, feed in mouths]
    ears = [await _subscribe(janus, host, room, [feed for feed in feeds if feed != own]) for own in feeds]
    return [Person(mouth, ear) for (mouth, _), ear in zip(mouths, ears, strict=True)]


async def _publish(janus: Janus, host: str, room: int) -> tuple[Caller, int]:
    """Janus wants an offer from whoever speaks."""
    handle = await janus.attach()
    mouth = Caller(None, host)
    body = {"request": "joinandconfigure", "ptype": "publisher", "room": room}
    answer = await janus.tell(handle, body, "offer", _offer(mouth))
    mouth.meet(answer["jsep"]["sdp"])
    await mouth.arrive()
    return mouth, answer["plugindata"]["data"]["id"]


async def _subscribe(janus: Janus, host: str, room: int, feeds: list[int]) -> Caller:
    handle = await janus.attach()
    streams = [{"feed": feed} for feed in feeds]
    offered = await janus.tell(handle, {"request": "join", "ptype": "subscriber", "room": room, "streams": streams})
    ear = Caller(offered["jsep"]["sdp"], host)
    await janus.tell(handle, {"request": "start"}, "answer", _answer(ear, offered["jsep"]["sdp"]))
    await ear.arrive()
    return ear


def _offer(mouth: Caller) -> str:
    """Offer to speak."""
    return _HEAD + _section(mouth, "0", "actpass", "a=sendonly", f"a=msid:a b\r\na=ssrc:{mouth.ssrc} cname:x\r\n")


def _answer(ear: Caller, offer: str) -> str:
    """Answer to listen, section by section."""
    mids = [line[6:] for line in offer.splitlines() if line.startswith("a=mid:")]
    return _HEAD + "".join(_section(ear, mid, "active", "a=recvonly") for mid in mids)


_HEAD = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"


def _section(caller: Caller, mid: str, setup: str, direction: str, ending: str = "") -> str:
    address = f"a=candidate:1 1 udp 2130706431 {caller.address[0]} {caller.address[1]} typ host\r\n"
    return (
        f"m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:{mid}\r\n{direction}\r\n"
        f"a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1;usedtx=1\r\n"
        f"{caller.credentials}a=setup:{setup}\r\na=rtcp-mux\r\n{address}a=end-of-candidates\r\n{ending}"
    )


def _configure(folder: Path, host: str) -> None:
    others = {"plugins": _others("plugins", "videoroom"), "transports": _others("transports", "websockets")}
    (folder / "janus.jcfg").write_text(_SETTINGS.format(folder=folder, library=_LIBRARY, host=host, **others))
    (folder / "janus.transport.websockets.jcfg").write_text(_WEBSOCKETS)
    (folder / "janus.plugin.videoroom.jcfg").write_text("general: { }\n")


def _others(kind: str, wanted: str) -> str:
    """List all libraries of a kind but the one that is wanted: some of them end Janus if they are not set up."""
    return ",".join(sorted(path.name for path in (_LIBRARY / kind).glob("*.so") if wanted not in path.name))


async def _connect() -> websockets.ClientConnection:
    """Connect as soon as Janus is there."""
    for _ in range(100):
        try:
            return await websockets.connect("ws://127.0.0.1:8188", subprotocols=[_JANUS], **_PATIENT)
        except OSError:
            await asyncio.sleep(0.1)
    raise TimeoutError("janus does not answer")
