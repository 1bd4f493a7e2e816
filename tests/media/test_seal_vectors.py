"""What the page's tests are measured with is right: made a second time, by other libraries than the page has."""

import json
from dataclasses import replace
from typing import Any

from app.media.rtp import SILENCE
from app.media.sdp import offer
from bench.voice import tone
from tests.media.test_sdp import ENTRANCE, VOICES
from tests.support.opus import decoded, padded
from tests.support.page_key import OwnKey, PageKey
from tests.support.process import ROOT
from tests.support.sframe import CircleKey, header_for, header_of, seal, unseal

SEALED = ROOT / "frontend" / "src" / "lib" / "sealed"
KEY = CircleKey(bytes(range(16)))


def vectors(name: str) -> Any:
    return json.loads((SEALED / f"{name}-vectors.json").read_text())


def test_the_tests_own_seal_is_that_of_the_standard_and_of_the_page() -> None:
    """V1: vectors of RFC 9605 and of docs/PROTOCOL.md."""
    for vector in vectors("sframe")["header"]:
        assert header_for(vector["kid"], vector["ctr"]).hex() == vector["encoded"]
        assert header_of(bytes.fromhex(vector["encoded"]))[:2] == (vector["kid"], vector["ctr"])
    for vector in vectors("sframe")["sframe"]:
        base, metadata, frame = (bytes.fromhex(vector[name]) for name in ("base_key", "metadata", "pt"))
        sealed = seal(base, vector["kid"], vector["ctr"], frame, metadata)
        assert sealed.hex() == vector["ct"]
        assert unseal(base, sealed, metadata) == frame
    page = (ROOT / "docs" / "PROTOCOL.md").read_text()
    own = seal(KEY.base(3, 0x8011223344), 0x8011223344, 300, SILENCE)
    assert all(written in page for written in (KEY.lock, KEY.written, own.hex()))


def test_what_is_filled_up_sounds_the_same() -> None:
    """V4: as libopus plays it, however much is added."""
    frames = tone()
    for length in range(max(map(len, frames)) + 1, 1275, 97):
        filled = [padded(frame, length) for frame in frames]
        assert {len(frame) for frame in filled} == {length}
        assert decoded(filled) == decoded(frames)
    for vector in vectors("padding"):
        assert padded(bytes.fromhex(vector["frame"]), len(vector["padded"]) // 2).hex() == vector["padded"]


def test_a_pages_own_key_is_proved_and_handed_over_as_it_is_written() -> None:
    """V8, V9: docs/decisions/0030."""
    vector = vectors("box")
    circle = CircleKey(bytes.fromhex(vector["secret"]))
    pages = [PageKey(circle, each["seat"], bytes.fromhex(each["private"])) for each in (vector["from"], vector["to"])]
    for page, told in zip(pages, (vector["from"], vector["to"]), strict=True):
        assert (page.public.hex(), page.proof.hex()) == (told["public"], told["proof"])
    mia, max_ = pages
    handed = OwnKey(vector["keyId"], vector["epoch"], bytes.fromhex(vector["base"]))
    box = mia.box_for(max_.seat, max_.public, handed, bytes.fromhex(vector["nonce"]))
    assert box.hex() == vector["box"]
    assert handed.next.base.hex() == vector["next"]
    assert vector["next"] in (ROOT / "docs" / "PROTOCOL.md").read_text()
    assert max_.opens(mia.seat, mia.public, box) == handed
    assert mia.opens(max_.seat, max_.public, box) is None
    assert max_.opens(mia.seat + 1, mia.public, box) is None
    keyless = PageKey(CircleKey(bytes(16)), max_.seat, bytes.fromhex(vector["to"]["private"]))
    assert keyless.opens(mia.seat, mia.public, box) is None


def test_what_the_page_leaves_whole_is_the_servers_own_offer() -> None:
    """V4: the page takes every line out that it does not know."""
    offered = offer(9, replace(ENTRANCE, tcp_port=5001), VOICES, sealed=True)
    assert vectors("offer") == offered.removesuffix("\r\n").split("\r\n")
