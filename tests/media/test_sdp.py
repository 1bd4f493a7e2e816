"""The offer, with aiortc's parser as the independent oracle."""

from dataclasses import replace

from aiortc import sdp as oracle

from app.media.sdp import TransportParameters, offer

ENTRANCE = TransportParameters(("192.0.2.1", "127.0.0.1"), 5000, "0123abcd", "x" * 32, "AA:" * 31 + "AA")
VOICES = [(1, 71), (3, 73)]


def test_the_oracle_understands_the_offer() -> None:
    read = oracle.SessionDescription.parse(offer(9, ENTRANCE, VOICES))
    assert [media.rtp.muxId for media in read.media] == ["mic", "1", "3"]
    assert [media.direction for media in read.media] == ["recvonly", "sendonly", "sendonly"]
    assert [media.ssrc[0].ssrc for media in read.media[1:]] == [71, 73]
    assert [media.msid for media in read.media[1:]] == ["seat1 seat1", "seat3 seat3"]
    assert read.group[0].items == ["mic", "1", "3"]
    for media in read.media:
        assert media.port == 5000
        assert [codec.payloadType for codec in media.rtp.codecs] == [111]
        assert media.rtp.codecs[0].parameters == {"minptime": 10, "useinbandfec": 1, "usedtx": "1"}
        assert media.ice.iceLite
        assert (media.ice.usernameFragment, media.ice.password) == ("0123abcd", "x" * 32)
        assert media.dtls.fingerprints[0].value == ENTRANCE.fingerprint
        assert media.dtls.role == "auto", "the browser takes the active part"
        assert [(c.ip, c.port, c.type) for c in media.ice_candidates] == [
            ("192.0.2.1", 5000, "host"),
            ("127.0.0.1", 5000, "host"),
        ]
        assert media.ice_candidates[0].priority > media.ice_candidates[1].priority


def test_a_tcp_port_is_offered_for_every_host_behind_all_of_udp() -> None:
    read = oracle.SessionDescription.parse(offer(9, replace(ENTRANCE, tcp_port=5001), VOICES))
    for media in read.media:
        found = media.ice_candidates
        assert [(c.protocol, c.ip, c.port, c.tcpType) for c in found] == [
            ("udp", "192.0.2.1", 5000, None),
            ("udp", "127.0.0.1", 5000, None),
            ("tcp", "192.0.2.1", 5001, "passive"),
            ("tcp", "127.0.0.1", 5001, "passive"),
        ]
        assert [c.priority for c in found] == sorted({c.priority for c in found}, reverse=True)
        assert all(0 < c.priority < 2**31 for c in found)
        assert len({c.foundation for c in found}) == 4


def test_all_voices_have_the_same_numbers() -> None:
    """A packet is rewritten once for all listeners, so nobody may have other numbers than the rest."""
    read = oracle.SessionDescription.parse(offer(9, ENTRANCE, VOICES))
    assert len({str(media.rtp.headerExtensions) for media in read.media}) == 1


def test_sealed_voices_come_at_a_constant_bit_rate_and_without_a_level() -> None:
    """V4: and with nothing around them that could not be sealed."""
    sealed = offer(9, ENTRANCE, VOICES, sealed=True)
    for media in oracle.SessionDescription.parse(sealed).media:
        assert media.rtp.codecs[0].parameters == {"minptime": 10, "useinbandfec": 1, "usedtx": "1", "cbr": "1"}
        assert [codec.payloadType for codec in media.rtp.codecs] == [111]
        assert media.rtp.headerExtensions == []
    clear = offer(9, ENTRANCE, VOICES)
    assert set(sealed.split("\r\n")) - set(clear.split("\r\n")) == {
        "a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1;cbr=1"
    }
