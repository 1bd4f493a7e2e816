"""Connectivity checks that are wrong, on real sockets: who is told, and what."""

import asyncio

import pytest
from aioice import stun as oracle

from app.media.address import pack_address
from app.media.server import Transport
from tests.media.scene import scene
from tests.support.elsewhere import Elsewhere
from tests.support.peer import Peer, until


def check(peer: Peer, more: dict[str, object], *, password: bytes | None = None, username: str | None = None) -> bytes:
    message = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    message.attributes["USERNAME"] = f"{peer._server_ufrag}:x" if username is None else username
    message.attributes.update(more)
    message.add_message_integrity(password or peer._server_password)
    return bytes(message)


def unsigned(peer: Peer) -> bytes:
    message = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    message.attributes["USERNAME"] = f"{peer._server_ufrag}:x"
    message.add_fingerprint()
    return bytes(message)


WRONG = {
    "controlled as we are": (lambda peer: check(peer, {"ICE-CONTROLLED": 1}), 487, True),
    "what we would have to understand": (lambda peer: check(peer, {"CHANGE-REQUEST": 6}), 420, True),
    "both roles": (lambda peer: check(peer, {"ICE-CONTROLLED": 1, "ICE-CONTROLLING": 1}), 400, True),
    "another password": (lambda peer: check(peer, {}, password=b"x" * 32), 401, False),
    "no signature": (unsigned, 400, False),
}


@pytest.mark.parametrize("name", WRONG)
def test_who_knows_the_name_is_told_what_is_wrong(name: str) -> None:
    write, code, signed = WRONG[name]

    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            other = Elsewhere(peer)
            datagram = write(peer)
            other.transmit(datagram)
            await until(lambda: other.received)
            told = oracle.parse_message(other.received[0])
            assert told.message_class == oracle.Class.ERROR
            assert told.attributes["ERROR-CODE"][0] == code
            assert told.transaction_id == oracle.parse_message(datagram).transaction_id
            assert told.check_message_integrity(peer._server_password) is signed
            assert len(other.received[0]) <= len(datagram)
            assert circle.server.counters.checks_refused == 1
            assert circle.server.counters.addresses == 0, "what is refused proves nothing"
            other.close()

    asyncio.run(scenario())


def test_strangers_are_told_nothing() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peer = circle.peer(1)
            other = Elsewhere(peer)
            for username in ("", ":", "somebody:x", f"{peer._server_ufrag}0:x"):
                other.transmit(check(peer, {"CHANGE-REQUEST": 6}, username=username))
            other.transmit(unsigned(peer)[:-4] + b"abcd")
            await until(lambda: circle.server.counters.forged_checks == 5)
            other.check()
            await until(lambda: other.received)
            assert oracle.parse_message(other.received[0]).message_class == oracle.Class.RESPONSE
            assert circle.server.counters.checks_refused == 0
            other.close()

    asyncio.run(scenario())


def answer_as(other: Transport, setup: str) -> str:
    """The answer of a liar: that another transport of the server's is their browser."""
    names = ("a=ice-ufrag", "a=ice-pwd", "a=fingerprint")
    lines = [line for line in other.offer.split("\r\n") if line.startswith(names)]
    return "\r\n".join(["v=0", "m=audio 9 UDP/TLS/RTP/SAVPF 111", *lines[:3], f"a=setup:{setup}", ""])


def test_two_nodes_are_never_taken_for_each_others_browsers() -> None:
    """One check in the name of the one, forged to come from the other, and both would prove what nobody has said."""

    async def scenario() -> None:
        async with scene() as one, scene() as other:
            liar, accomplice = one.peer(1), other.peer(1)
            one.transports[1].answer(answer_as(other.transports[1], "passive"))
            other.transports[1].answer(answer_as(one.transports[1], "active"))
            forged = pack_address("127.0.0.1", other.server.port)
            one.server._checks.on_datagram(liar.request(), forged, one.server._clock())
            await until(lambda: other.server.counters.checks_refused or one.transports[1].ice.address)
            await asyncio.sleep(0.1)
            assert (other.server.counters.checks, other.server.counters.addresses) == (0, 0)
            assert one.transports[1].ice.address is None
            assert not accomplice.checked

    asyncio.run(scenario())
