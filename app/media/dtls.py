"""The DTLS 1.2 handshake (RFC 6347) as WebRTC has it (RFC 5763, RFC 8827), by OpenSSL.

A state machine: datagrams go in, datagrams come out. It has no task, no timer and nothing to wait for, so it can be
ended at any point.

This is the one file that uses a private name of aiortc: how it sets OpenSSL up for a certificate of its own. The exact
pin is checked by `app/pins.py` before a server starts.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress

from aiortc.rtcdtlstransport import SRTP_PROFILES, RTCCertificate
from OpenSSL import SSL

from app.media.answer import SdpAnswer
from app.media.srtp import Keys

_DTLS_1_2 = 0xFEFD

_DATAGRAM_BYTES_MAX = 1200
_FLIGHT_BYTES_MAX = 1 << 16
_RECORD_HEADER_BYTES = 13
CLOSE_NOTIFY = bytes.fromhex("15 fefd 0000 00ffffffffff 0002 01 00")
"""The alert `close_notify`, not encrypted, for use before there are keys. Its sequence number is the highest of all."""


class HandshakeFailed(Exception):
    """The other end could not prove that it holds the certificate of its answer."""


class Certificate:
    """A new self-signed certificate for the server's side of handshakes, with its OpenSSL context."""

    def __init__(self) -> None:
        certificate = RTCCertificate.generateCertificate()
        self.context = _context(certificate)
        self.fingerprint = next(f.value for f in certificate.getFingerprints() if f.algorithm == "sha-256")
        """SHA-256, as it is written in an offer (RFC 8122)."""


class Handshake:
    """The server's half of the handshake with one browser, as DTLS client or server.

    Every method calls `send` for what is to be sent before it returns. All but `close` raise `HandshakeFailed` when the
    handshake fails; the other end has then been told, where the protocol has an alert for it.
    """

    keys: Keys | None = None
    """There once the other end has proved that it holds the certificate of its answer."""

    closed_by_peer = False
    """Whether the other end has closed the connection since."""

    def __init__(self, certificate: Certificate, answer: SdpAnswer, send: Callable[[bytes], None]) -> None:
        self._answer = answer
        self._send = send
        self._ssl = SSL.Connection(certificate.context)
        self._ssl.set_ciphertext_mtu(_DATAGRAM_BYTES_MAX)
        if answer.server_begins:
            self._ssl.set_connect_state()
        else:
            self._ssl.set_accept_state()

    def start(self) -> None:
        """Send the first flight, if the server is the DTLS client."""
        self._go_on()

    def on_datagram(self, datagram: bytes) -> None:
        """Handle a DTLS datagram, before there are keys and after."""
        if datagram:
            self._ssl.bio_write(datagram)
            self._go_on()

    def tick(self) -> None:
        """Retransmit what has not been answered in time; to be called several times a second until there are keys."""
        if self._ssl.DTLSv1_get_timeout() != 0:
            return
        try:
            self._ssl.DTLSv1_handle_timeout()
        except SSL.Error as error:
            raise HandshakeFailed from error
        finally:
            self._flush()

    def close(self) -> None:
        """Send `close_notify`, so that the other end knows at once. Never raises; no other call may follow."""
        try:
            self._ssl.shutdown()
        except SSL.Error:
            self._send(CLOSE_NOTIFY)
        self._flush()

    def _go_on(self) -> None:
        """Process what has come. Application data is ignored, and OpenSSL handles retransmissions of the other end."""
        try:
            if self.keys is None:
                self._ssl.do_handshake()
                self.keys = self._derive_keys()
            while True:
                self._ssl.recv(_DATAGRAM_BYTES_MAX)
        except SSL.WantReadError:
            pass
        except SSL.Error as error:
            if self.keys is None:
                raise HandshakeFailed from error
            self.closed_by_peer = True
        finally:
            self._flush()

    def _derive_keys(self) -> Keys:
        """Make the keys, if the certificate is one of the answer's (RFC 8122, section 5). It is read as bytes alone."""
        certificate = self._ssl.get_peer_certificate()
        digest = self._answer.hash.replace("-", "")
        if certificate is None or certificate.digest(digest).decode() not in self._answer.fingerprints:
            raise HandshakeFailed
        agreed = self._ssl.get_selected_srtp_profile()
        profile = next((profile for profile in SRTP_PROFILES if profile.openssl_profile == agreed), None)
        if profile is None:
            raise HandshakeFailed
        each_bytes = profile.key_length + profile.salt_length
        material = self._ssl.export_keying_material(b"EXTRACTOR-dtls_srtp", 2 * each_bytes)
        client, server = (profile.get_key_and_salt(material, end) for end in (0, 1))
        ours, theirs = (client, server) if self._answer.server_begins else (server, client)
        return Keys.of(profile.libsrtp_profile, ours=ours, theirs=theirs)

    def _flush(self) -> None:
        with suppress(SSL.Error):
            for datagram in datagrams(self._ssl.bio_read(_FLIGHT_BYTES_MAX)):
                self._send(datagram)


def datagrams(flight: bytes) -> Iterator[bytes]:
    """Cut what OpenSSL has written in one piece into datagrams of whole records (RFC 6347, section 4.1.1)."""
    start = end = 0
    while end < len(flight):
        record_end = end + _RECORD_HEADER_BYTES + int.from_bytes(flight[end + 11 : end + 13])
        if record_end - start > _DATAGRAM_BYTES_MAX and end > start:
            yield flight[start:end]
            start = end
        end = record_end
    if end > start:
        yield flight[start:end]


def _context(certificate: RTCCertificate) -> SSL.Context:
    """Set OpenSSL up: DTLS 1.2 only, no session resumption, and the certificate is checked by us.

    So nothing that vouches for it is looked into: whoever shakes hands could have us verify twenty of the largest keys.
    """
    context = certificate._create_ssl_context(SRTP_PROFILES)
    context.set_min_proto_version(_DTLS_1_2)
    context.set_max_proto_version(_DTLS_1_2)
    context.set_options(SSL.OP_NO_RENEGOTIATION | SSL.OP_NO_QUERY_MTU)
    context.set_session_cache_mode(SSL.SESS_CACHE_OFF)
    context.set_verify_depth(0)
    return context
