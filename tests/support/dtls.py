"""The other end of a handshake, moved by hand: no socket, no task, every datagram in the test's own hands."""

import hashlib
import warnings
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric import ec
from OpenSSL import SSL, crypto

from app.media.answer import SdpAnswer
from tests.support.certificates import Key, certificate

GCM_256 = b"SRTP_AEAD_AES_256_GCM"
KEY = ec.generate_private_key(ec.SECP256R1())


class End:
    """A DTLS client or server with a certificate of any kind; what it was told and what it says are datagrams."""

    def __init__(
        self,
        *,
        client: bool = True,
        key: Key = KEY,
        shown: bytes | None = certificate(KEY),
        chain: Sequence[bytes] = (),
        profiles: bytes = GCM_256,
        version: int = 0xFEFD,
        mtu: int = 1200,
        padding_bytes: int = 0,
        ciphers: bytes = b"DEFAULT:@SECLEVEL=0",
        context: SSL.Context | None = None,
    ) -> None:
        self.shown = shown
        self.context = context or _context(key, shown, chain, profiles, version, ciphers, padding_bytes)
        self.ssl = SSL.Connection(self.context)
        self.ssl.set_ciphertext_mtu(mtu)
        (self.ssl.set_connect_state if client else self.ssl.set_accept_state)()
        self.client = client
        self.done = False
        self.ended = False
        self._ahead = 0

    @property
    def answer(self) -> SdpAnswer:
        """What an answer would say of this end."""
        print_ = hashlib.sha256(self.shown or b"").hexdigest().upper()
        pairs = ":".join(print_[at : at + 2] for at in range(0, 64, 2))
        return SdpAnswer(not self.client, "sha-256", frozenset({pairs}))

    def say(self, *heard: bytes) -> list[bytes]:
        """Take datagrams, and give one for every record that is said to it."""
        said = []
        for datagram in heard or (b"",):
            if datagram:
                self.ssl.bio_write(datagram)
            self._go_on()
            said += self._said()
        return said

    def say_again(self) -> list[bytes]:
        """Say the last flight again, if it is time to."""
        self.ssl.DTLSv1_handle_timeout()
        return self._said()

    def again(self, said: list[bytes]) -> list[bytes]:
        """What was said already, as it is when it is said again: in records of new numbers (RFC 6347, 4.2.4)."""
        self._ahead += len(said)
        return [_renumbered(record, self._ahead) for record in said]

    def _go_on(self) -> None:
        try:
            if not self.done:
                self.ssl.do_handshake()
                self.done = True
            self.ssl.recv(2000)
        except SSL.WantReadError:
            pass
        except SSL.Error:
            self.ended = True

    def _said(self) -> list[bytes]:
        try:
            return [_renumbered(record, self._ahead) for record in records(self.ssl.bio_read(1 << 16))]
        except SSL.WantReadError:
            return []


def _context(
    key: Key,
    shown: bytes | None,
    chain: Sequence[bytes],
    profiles: bytes,
    version: int,
    ciphers: bytes,
    padding_bytes: int,
) -> SSL.Context:
    context = SSL.Context(SSL.DTLS_METHOD)
    context.set_options(SSL.OP_NO_QUERY_MTU)
    context.set_verify(SSL.VERIFY_PEER, lambda *_: True)
    context.set_min_proto_version(version)
    context.set_max_proto_version(version)
    context.set_cipher_list(ciphers)
    if profiles:
        context.set_tlsext_use_srtp(profiles)
    if shown is not None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the newer way refuses the certificates wanted here
            context.use_certificate(crypto.load_certificate(crypto.FILETYPE_ASN1, shown))
            for each in chain:
                context.add_extra_chain_cert(crypto.load_certificate(crypto.FILETYPE_ASN1, each))
        context.use_privatekey(key)
    if padding_bytes:
        context.set_alpn_protos([b"x" * 99] * (padding_bytes // 100))
    return context


def records(flight: bytes) -> list[bytes]:
    """A flight, a record a piece."""
    found = []
    while flight:
        end = 13 + int.from_bytes(flight[11:13])
        found.append(flight[:end])
        flight = flight[end:]
    return found


def _renumbered(record: bytes, ahead: int) -> bytes:
    epoch, number = record[3:5], int.from_bytes(record[5:11])
    return record[:5] + (number + ahead).to_bytes(6) + record[11:] if epoch == b"\0\0" else record
