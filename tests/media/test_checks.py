"""Connectivity checks that are wrong, on real sockets: who is told, and what."""

import asyncio

import pytest
from aioice import stun as oracle

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
