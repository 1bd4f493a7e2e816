"""STUN datagrams: the browsers' connectivity checks, and their answers to ours.

Whoever does not know the name in an offer gets no answer at all: this is no public STUN server, and an answer to
strangers would only tell of it, or reach somebody under a forged source address. Whoever knows a name is told what is
wrong, as RFC 8489 asks (sections 6.3.1 and 9.1.3), in no more bytes than the request had.
"""

from app.media import stun
from app.media.context import MediaContext
from app.media.demux_table import DemuxTable
from app.media.transport import Transport


class Checks:
    """Finds the transport a STUN datagram is for, and checks its signature. Made once by the `MediaServer`."""

    def __init__(self, context: MediaContext, table: DemuxTable[Transport]) -> None:
        self._context = context
        self._table = table

    def on_datagram(self, datagram: bytes, address: bytes, now: float) -> None:
        """Handle a datagram that may be STUN. Never raises, whatever it is."""
        response = stun.read_success(datagram)
        if response is not None:
            self._on_response(response, address, now)
            return
        request = stun.read_request(datagram)
        transport = self._table.by_ufrag.get(request.username) if request else None
        if request is None or transport is None:
            self._context.counters.forged_checks += 1
        elif transport.check_limit.exceeded(now):
            self._context.counters.excess_checks += 1
        elif stun.is_authentic(request, transport.password):
            transport.check_limit.charge(now)
            self._on_request(transport, request, address, len(datagram), now)
        else:
            self._context.counters.forged_checks += 1
            error = stun.Error.UNAUTHENTICATED if request.signature else stun.Error.BAD_REQUEST
            self._refuse(stun.failure(request.transaction, error), address)

    def _on_request(
        self, transport: Transport, request: stun.Request, address: bytes, byte_count: int, now: float
    ) -> None:
        if request.error is None:
            self._context.counters.checks += 1
            transport.ice.on_binding_request(address, request, byte_count, now)
        else:
            failure = stun.failure(request.transaction, request.error, request.unknown, transport.password)
            self._refuse(failure, address)

    def _on_response(self, response: stun.Signed, address: bytes, now: float) -> None:
        transport = self._table.by_transaction.get(response.transaction)
        taken = transport is not None and transport.ice.on_binding_response(address, response, now)
        if not taken and address not in self._table.by_address:  # else it is the second answer to a check sent twice
            self._context.counters.strays += 1

    def _refuse(self, failure: bytes, address: bytes) -> None:
        self._context.counters.checks_refused += 1
        self._context.port.send(failure, address)
