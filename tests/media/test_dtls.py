"""The handshake, datagram by datagram in memory, against another end of OpenSSL that is moved by hand."""

import hashlib
import itertools
import random
import time

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import given, settings
from hypothesis import strategies as st
from OpenSSL import SSL

from app.media.answer import SdpAnswer
from app.media.dtls import Certificate, Handshake, HandshakeFailed, datagrams
from tests.support.certificates import EXTENSIONS, SEQUENCE, certificate, der, extension, name
from tests.support.dtls import KEY, End, records

CERTIFICATE = Certificate()
BASIC = bytes.fromhex("551d13")
SOMETHING = b"\x2a\x03\x04"


class Meeting:
    """Our half of a handshake and the other one, with nothing between them but two lists of datagrams."""

    def __init__(self, end: End) -> None:
        self.end = end
        self.said: list[bytes] = []
        self.ours = Handshake(CERTIFICATE, end.answer, self.said.append)
        self.ours.start()

    def hear(self, *heard: bytes) -> list[bytes]:
        """Let our half take datagrams; what it says to them."""
        for datagram in heard:
            self.ours.on_datagram(datagram)
        said, self.said[:] = list(self.said), []
        return said

    def run(self, *heard: bytes) -> "Meeting":
        """Pass everything on until nobody says any more."""
        said = [*self.hear(*heard), *self.said]
        if not heard or said:
            said_back = self.end.say(*said)
            while said_back:
                said = self.hear(*said_back)
                said_back = self.end.say(*said) if said else []
        return self

    @property
    def stands(self) -> bool:
        return self.ours.keys is not None and self.end.done


def extensions(*parts: bytes) -> bytes:
    return der(EXTENSIONS, der(SEQUENCE, *parts))


REFUSED_BY_CRYPTOGRAPHY = {
    "of version 6": {"version": b"\xa0\x03\x02\x01\x05"},
    "of a negative version": {"version": b"\xa0\x03\x02\x01\xff"},
    "from a month that is none": {"not_before": b"259901000000Z"},
    "until a time in another zone": {"not_after": b"491231235959+0100"},
    "with a default written out": {"extensions": extensions(extension(BASIC, b"\x30\x00", b"\x01\x01\x00"))},
    "with a truth of 1": {"extensions": extensions(extension(BASIC, b"\x30\x00", b"\x01\x01\x01"))},
    "with needless parameters": {"inner_algorithm": bytes.fromhex("300c06082a8648ce3d0403020500")},
}
STRANGE = {
    "of version 1 with extensions": {"version": b"", "extensions": extensions(extension(BASIC, b"\x30\x00"))},
    "with a negative number": {"serial": b"\x02\x01\x80"},
    "with the number 0": {"serial": b"\x02\x01\x00"},
    "with a number of 60 bytes": {"serial": der(2, b"\x01" * 60)},
    "long expired": {"not_after": b"250201000000Z"},
    "of nobody": {"subject": der(SEQUENCE)},
    "with the same extension twice": {"extensions": extensions(*[extension(BASIC, b"\x30\x00")] * 2)},
    "with a critical rubbish": {"extensions": extensions(extension(SOMETHING, b"rubbish", b"\x01\x01\xff"))},
    "with another algorithm inside": {"inner_algorithm": bytes.fromhex("300d06092a864886f70d01010b0500")},
    "of 50 kB": {"extensions": extensions(extension(SOMETHING, b"x" * 50_000))},
}


@pytest.mark.parametrize("kind", REFUSED_BY_CRYPTOGRAPHY)
def test_a_certificate_that_only_openssl_takes_is_as_good_as_its_fingerprint(kind: str) -> None:
    shown = certificate(KEY, **REFUSED_BY_CRYPTOGRAPHY[kind])
    with pytest.raises((ValueError, x509.InvalidVersion)):
        x509.load_der_x509_certificate(shown)
    assert Meeting(End(shown=shown)).run().stands


@pytest.mark.parametrize("kind", STRANGE)
def test_what_else_a_certificate_says_does_not_matter(kind: str) -> None:
    assert Meeting(End(shown=certificate(KEY, **STRANGE[kind]))).run().stands


@pytest.mark.parametrize("kind", [*REFUSED_BY_CRYPTOGRAPHY, *STRANGE])
def test_a_strange_certificate_of_another_fingerprint_is_refused(kind: str) -> None:
    meeting = Meeting(End(shown=certificate(KEY, **(REFUSED_BY_CRYPTOGRAPHY | STRANGE)[kind])))
    meeting.ours = Handshake(CERTIFICATE, End().answer, meeting.said.append)
    with pytest.raises(HandshakeFailed):
        meeting.run()
    assert meeting.ours.keys is None


def test_what_is_said_to_vouch_for_a_certificate_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    """To verify a chain of the largest keys takes a tenth of a second, and the fingerprint alone counts."""
    depths: list[int] = []
    set_verify = SSL.Context.set_verify

    def set_verify_and_note(context: SSL.Context, mode: int, _: object) -> None:
        set_verify(context, mode, lambda *seen: depths.append(seen[3]) or True)

    monkeypatch.setattr(SSL.Context, "set_verify", set_verify_and_note)
    ours = Certificate()
    monkeypatch.undo()
    names = [name(b"%d" % n) for n in range(6)]
    shown, *chain = (certificate(KEY, subject=of, issuer=by) for of, by in itertools.pairwise(names))
    meeting = Meeting(End(shown=shown, chain=chain))
    meeting.ours = Handshake(ours, meeting.end.answer, meeting.said.append)
    assert meeting.run().stands
    assert depths
    assert max(depths) <= 1


KEYS = {
    "RSA 2048": rsa.generate_private_key(65537, 2048),
    "RSA 1024": rsa.generate_private_key(65537, 1024),
    "P-384": ec.generate_private_key(ec.SECP384R1()),
    "P-521": ec.generate_private_key(ec.SECP521R1()),
    "Ed25519": ed25519.Ed25519PrivateKey.generate(),
    "a curve of Bitcoin": ec.generate_private_key(ec.SECP256K1()),
    "a curve of Brainpool": ec.generate_private_key(ec.BrainpoolP256R1()),
}


@pytest.mark.parametrize("kind", KEYS)
def test_a_key_of_any_kind_is_taken_or_refused(kind: str) -> None:
    meeting = Meeting(End(key=KEYS[kind], shown=certificate(KEYS[kind])))
    try:
        meeting.run()
    except HandshakeFailed:
        assert meeting.ours.keys is None
    else:
        assert meeting.stands or meeting.end.ended


@pytest.mark.parametrize("kind", ["RSA 2048", "P-384", "P-521", "Ed25519"])
def test_a_key_of_a_usual_kind_is_taken(kind: str) -> None:
    assert Meeting(End(key=KEYS[kind], shown=certificate(KEYS[kind]))).run().stands


REFUSED = {
    "no certificate": {"shown": None},
    "a certificate of 200 kB": {"shown": certificate(KEY, extensions=extensions(extension(SOMETHING, b"x" * 200_000)))},
    "no SRTP": {"profiles": b""},
    "another SRTP": {"profiles": b"SRTP_AES128_CM_SHA1_32"},
    "DTLS 1.0": {"version": 0xFEFF},
    "no cipher of ours": {"ciphers": b"ECDHE-RSA-AES128-GCM-SHA256"},
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_safe_fails_and_the_other_end_is_told(kind: str) -> None:
    meeting = Meeting(End(**REFUSED[kind]))
    with pytest.raises(HandshakeFailed):
        meeting.run()
    meeting.ours.close()
    meeting.end.say(*meeting.said)
    assert meeting.ours.keys is None
    assert meeting.end.ended


def hello(mtu: int = 1200, padding_bytes: int = 1300) -> tuple[End, list[bytes]]:
    """A browser and its first words, which do not fit into one datagram: what they are in, in order."""
    browser = End(mtu=mtu, padding_bytes=padding_bytes)
    return browser, browser.say()


def test_a_hello_of_a_browser_that_fears_quantum_computers_comes_in_two_datagrams() -> None:
    _, (first, second) = hello()
    assert first[13] == second[13] == 1, "both are pieces of a ClientHello"
    assert len(first) == 1200
    assert first[19:22] == bytes(3)
    assert int.from_bytes(second[19:22]) == 1200 - 25, "where the second goes on"


ORDERS = {
    "in order": lambda first, second, _: [first, second],
    "reversed": lambda first, second, _: [second, first],
    "doubled": lambda first, second, _: [first, first, second, second],
    "doubled and reversed": lambda first, second, _: [second, second, first, first],
    "one after the other, twice": lambda first, second, _: [first, second, first, second],
    "the second lost at first": lambda first, second, again: [first, *again([first, second])],
    "the first lost at first": lambda first, second, again: [second, *again([first, second])],
    "the second lost at first, then reversed": lambda first, second, again: [first, *again([first, second])[::-1]],
    "in one datagram": lambda first, second, _: [first + second],
}


@pytest.mark.parametrize("order", ORDERS)
def test_a_hello_in_pieces_is_understood_in_any_order(order: str) -> None:
    browser, pieces = hello()
    assert Meeting(browser).run(*ORDERS[order](*pieces, browser.again)).stands


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_hello_in_many_pieces_is_understood_in_any_order(data: st.DataObject) -> None:
    """Small datagrams, some of them doubled, all of them mixed, then everything once more."""
    browser, pieces = hello(mtu=data.draw(st.sampled_from([256, 300, 400, 700])))
    come = data.draw(st.permutations([*pieces, *data.draw(st.lists(st.sampled_from(pieces), max_size=4))]))
    lost = data.draw(st.integers(0, len(come)))
    assert Meeting(browser).run(*come[lost:], *browser.again(pieces)).stands


def overlapping(record: bytes, cuts: list[tuple[int, int]]) -> list[bytes]:
    """Cut a whole message anew, into pieces that may overlap (RFC 6347, section 4.2.3)."""
    header, message = record[:13], record[13:]
    body = message[12:]
    return [
        header[:5]
        + number.to_bytes(6)
        + (12 + end - start).to_bytes(2)
        + message[:6]
        + start.to_bytes(3)
        + (end - start).to_bytes(3)
        + body[start:end]
        for number, (start, end) in enumerate(cuts)
    ]


@pytest.mark.parametrize(
    "cuts",
    [[(0, 60), (40, None)], [(40, None), (0, 60)], [(0, 50), (25, 75), (50, None)], [(0, 1), (1, 2), (0, None)]],
)
def test_pieces_may_overlap(cuts: list[tuple[int, int | None]]) -> None:
    browser, (whole,) = hello(padding_bytes=0)
    length = len(whole) - 25
    browser.again([whole] * len(cuts))
    pieces = overlapping(whole, [(start, length if end is None else end) for start, end in cuts])
    assert Meeting(browser).run(*pieces).stands


def test_who_hears_nothing_says_it_again() -> None:
    """Every flight of the other end is lost once, and every flight of ours; nobody has to begin anew."""
    browser, pieces = hello()
    meeting = Meeting(browser)
    lost = meeting.hear(*pieces)
    assert lost
    deadline = time.monotonic() + 5
    while not meeting.said:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        meeting.ours.tick()
    (flight, *_), meeting.said[:] = list(meeting.said), []
    lost_too = browser.say(flight)
    assert lost_too
    said_again: list[bytes] = []
    while not said_again:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        said_again = browser.say_again()
    last = meeting.hear(*said_again)
    assert meeting.ours.keys
    assert last, "which is lost as well"
    assert not browser.done
    deadline = time.monotonic() + 5
    said_again = []
    while not said_again:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        said_again = browser.say_again()
    browser.say(*meeting.hear(*said_again))
    assert browser.done


def test_the_server_begins_where_the_browser_waits_and_says_it_again() -> None:
    meeting = Meeting(End(client=False))
    (hello_,) = meeting.hear()
    assert hello_[13] == 1
    deadline = time.monotonic() + 5
    while not meeting.said:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        meeting.ours.tick()
    assert meeting.run().stands


@pytest.mark.parametrize("client", [True, False])
def test_whichever_end_leaves_the_other_notices(client: bool) -> None:
    meeting = Meeting(End(client=client)).run()
    meeting.end.ssl.shutdown()
    meeting.hear(*meeting.end._said())
    assert meeting.ours.closed_by_peer
    other = Meeting(End(client=client)).run()
    other.ours.close()
    other.end.say(*other.said)
    assert other.end.ended


def test_data_and_a_handshake_begun_anew_change_nothing() -> None:
    meeting = Meeting(End()).run()
    keys = meeting.ours.keys
    meeting.end.ssl.send(b"nobody asked")
    meeting.hear(*meeting.end._said())
    meeting.end.ssl.renegotiate()
    meeting.hear(*meeting.end.say())
    assert meeting.ours.keys is keys
    assert not meeting.ours.closed_by_peer


def test_the_server_begins_no_second_handshake_when_asked_to() -> None:
    """As DTLS client OpenSSL would, by itself."""
    meeting = Meeting(End(client=False)).run()
    meeting.end.ssl.renegotiate()
    meeting.end.ssl.do_handshake()
    asked = meeting.end._said()
    assert [record[0] for record in asked] == [22]
    assert 22 not in {record[0] for record in meeting.hear(*asked)}


def test_no_session_is_taken_up_again() -> None:
    """It would come without a certificate."""
    first = End()
    assert Meeting(first).run().stands
    second = End(context=first.context)
    second.ssl.set_session(first.ssl.get_session())
    assert Meeting(second).run().stands
    assert second.ssl.master_key() != first.ssl.master_key()


ALERTS = {
    "fatal": bytes.fromhex("15 fefd 0000 000000000063 0002 02 28"),
    "goodbye": bytes.fromhex("15 fefd 0000 000000000063 0002 01 00"),
}


@pytest.mark.parametrize("alert", ALERTS)
def test_an_alert_ends_the_handshake(alert: str) -> None:
    browser, pieces = hello()
    meeting = Meeting(browser)
    meeting.hear(*pieces)
    with pytest.raises(HandshakeFailed):
        meeting.hear(ALERTS[alert])


def test_any_of_several_fingerprints_is_enough_and_the_best_hash_counts() -> None:
    for hash_ in ("sha256", "sha384", "sha512"):
        meeting = Meeting(End())
        shown = hashlib.new(hash_, meeting.end.shown).digest().hex(":").upper()
        answer = SdpAnswer(False, f"sha-{hash_[3:]}", frozenset({"AB:CD", shown}))
        meeting.ours = Handshake(CERTIFICATE, answer, meeting.said.append)
        assert meeting.run().stands


RUBBISH = st.binary(max_size=200) | st.builds(
    lambda kind, epoch, rest: bytes([kind]) + b"\xfe\xfd" + epoch.to_bytes(2) + rest,
    st.integers(20, 26),
    st.integers(0, 2),
    st.binary(max_size=80),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(RUBBISH, max_size=8))
def test_rubbish_ends_a_handshake_or_leaves_it_alone(rubbish: list[bytes]) -> None:
    meeting = Meeting(End())
    try:
        meeting.run(*rubbish, *meeting.end.say())
    except HandshakeFailed:
        assert meeting.ours.keys is None
    else:
        assert meeting.stands
    meeting.ours.close()


@settings(max_examples=300, deadline=None)
@given(st.lists(RUBBISH | st.sampled_from([*ALERTS.values(), *End().say()]), max_size=8), st.booleans())
def test_nobody_who_has_no_keys_can_end_what_stands(rubbish: list[bytes], client: bool) -> None:
    """Nor by saying again what was said in the handshake, in the clear or not."""
    meeting = Meeting(End(client=client)).run()
    meeting.hear(*rubbish)
    assert not meeting.ours.closed_by_peer
    meeting.end.ssl.shutdown()
    meeting.hear(*meeting.end._said())
    assert meeting.ours.closed_by_peer


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 3), st.integers(0, 2000), st.integers(0, 255), st.booleans())
def test_one_altered_byte_ends_a_handshake_or_leaves_it_alone(at: int, where: int, what: int, client: bool) -> None:
    """Nothing else than `HandshakeFailed` comes out of it, and no keys where the other end has none."""
    meeting = Meeting(End(client=client))
    heard = iter(range(10**6))

    def altered(datagrams_: list[bytes]) -> list[bytes]:
        changed = []
        for datagram in datagrams_:
            place = where % len(datagram)
            hit = next(heard) == at
            changed.append(datagram[:place] + bytes([what]) + datagram[place + 1 :] if hit else datagram)
        return changed

    try:
        said = meeting.end.say(*meeting.hear()) if not client else meeting.end.say()
        while said:
            answered = meeting.hear(*altered(said))
            said = meeting.end.say(*answered) if answered else []
    except HandshakeFailed:
        assert meeting.ours.keys is None
    meeting.ours.close()


@given(st.lists(st.integers(0, 1300), max_size=12))
def test_a_flight_is_cut_between_records(lengths: list[int]) -> None:
    said = [b"\x16\xfe\xfd" + bytes(8) + length.to_bytes(2) + random.randbytes(length) for length in lengths]
    cut = list(datagrams(b"".join(said)))
    assert list(itertools.chain.from_iterable(map(records, cut))) == said
    assert all(len(datagram) <= 1200 or len(records(datagram)) == 1 for datagram in cut)
