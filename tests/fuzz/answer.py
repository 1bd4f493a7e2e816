"""Answers of browsers: what is read of them is in them, and everything else is a `BadAnswer` in words for people."""

from collections.abc import Hashable

from app.media.answer import BadAnswer, read_answer

_BYTES = {"sha-256": 32, "sha-384": 48, "sha-512": 64}
_PRINT = "A1:" * 31 + "A1"


def _answer(*lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in ("v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", *lines)).encode()


SEEDS = (
    _answer(
        "a=group:BUNDLE mic 1",
        "m=audio 9 UDP/TLS/RTP/SAVPF 111",
        "c=IN IP4 0.0.0.0",
        "a=ice-ufrag:abcd",
        "a=ice-pwd:abcdefghijklmnopqrstuvwx",
        f"a=fingerprint:sha-256 {_PRINT}",
        "a=setup:active",
        "a=mid:mic",
        "a=sendonly",
        "a=rtpmap:111 opus/48000/2",
        "m=audio 9 UDP/TLS/RTP/SAVPF 111",
        f"a=fingerprint:sha-256 {_PRINT}",
        "a=setup:active",
        "a=mid:1",
        "a=recvonly",
    ),
    _answer(
        f"a=fingerprint:sha-512 {'0b:' * 63}0b",
        f"a=fingerprint:sha-256 {_PRINT}",
        "a=setup:passive",
        "m=audio 9 UDP/TLS/RTP/SAVPF 0 111 8",
        "m=audio 0 UDP/TLS/RTP/SAVPF 111",
        "a=setup:actpass",
    ),
    _answer(
        "m=video 9 UDP/TLS/RTP/SAVPF 96", "m=audio 9 UDP/TLS/RTP/SAVPF 111", "a=setup:holdconn", "a=fingerprint:md5 AA"
    ),
)


def check(data: bytes) -> Hashable:
    """Give the answer or the complaint."""
    text = data.decode(errors="replace")
    try:
        answer = read_answer(text)
    except BadAnswer as complaint:
        assert str(complaint).endswith(".")
        return str(complaint)
    assert answer.fingerprints
    for value in answer.fingerprints:
        assert value in text.upper()
        assert len(bytes.fromhex(value.replace(":", ""))) == _BYTES[answer.hash]
    assert "111" in text
    assert answer.hash in text.lower()
    assert read_answer(text.replace("\r\n", "\n")) == answer
    return answer.hash, answer.server_begins, len(answer.fingerprints)
