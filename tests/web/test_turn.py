"""Every offer brings what lets a browser use the TURN server; tests/networks/ shows that a real one takes it."""

import asyncio
import base64
import time
from pathlib import Path

import pytest

from app.settings import Settings
from app.web.turn import credential, ice_servers
from tests.support.client import client
from tests.support.scene import MIA
from tests.support.server import running

URLS = ("turn:turn.example?transport=udp", "turns:turn.example:443?transport=tcp")
SECRET = "s" * 32


def settings(**changes: object) -> Settings:
    return Settings.model_validate({"turn_urls": URLS, "turn_secret": SECRET, "turn_lifetime_s": 3600} | changes)


def test_a_password_is_the_hmac_of_the_name() -> None:
    """RFC 2202, section 3, test case 2."""
    digest = bytes.fromhex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
    assert credential("Jefe", "what do ya want for nothing?") == base64.b64encode(digest).decode()


def test_a_name_says_until_when_it_is_good_and_is_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 1_767_830_400.999)
    [one], [other] = ice_servers(settings()), ice_servers(settings())
    assert one.urls == URLS
    until, _, opaque = one.username.partition(":")
    assert int(until) == 1_767_830_400 + 3600
    assert len(opaque) == 12
    assert one.username != other.username
    assert one.credential == credential(SECRET, one.username)


def test_without_a_turn_server_no_relay_is_named() -> None:
    assert ice_servers(Settings()) == ()


def test_every_offer_brings_relays_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are good by the machine's time, also where that has been set since the start: the TURN server goes by it."""

    async def play() -> None:
        wishes = {"turn_urls": URLS, "turn_secret": SECRET}
        async with running(tmp_path, **wishes) as server, client(server.socket_url) as mia:
            machines_time = time.time
            monkeypatch.setattr(time, "time", lambda: machines_time() + 7 * 3600)
            tokens = await server.open_circle()
            await mia.enter(tokens[MIA - 1], "Mia")
            first = mia.offer
            [relay] = first["ice_servers"]
            assert relay["urls"] == list(URLS)
            assert relay["credential"] == credential(SECRET, relay["username"])
            assert int(relay["username"].partition(":")[0]) > time.time() + 3 * 3600
            await mia.send({"type": "renew_sound", "line": first["line"]})
            await mia.until(lambda: mia.offer["line"] != first["line"])
            assert mia.offer["ice_servers"][0]["username"] != relay["username"]

    asyncio.run(play())
