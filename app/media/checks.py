"""What comes to the port as STUN: checks by browsers, and their answers to ours.

Who does not even know the name in an offer gets no answer at all: this is no public STUN server, and a reply to
strangers would only serve to tell of it, or to reach somebody under a forged source. Who knows a name is told what is
wrong as RFC 8489 asks (sections 6.3.1 and 9.1.3), in no more bytes than the request had.
"""

from app.media import stun
from app.media.context import MediaContext
from app.media.transport import Transport


class Checks:
    """Made once by the `MediaServer`."""

    def __init__(self, context: MediaContext[Transport]) -> None:
        self._context = context

    def take(self, datagram: bytes, address: bytes, now: float) -> None:
        """Take a datagram that may be STUN."""
        answer = stun.read_success(datagram)
        if answer is not None:
            self._take_answer(answer, address, now)
            return
        request = stun.read_request(datagram)
        transport = self._context.table.by_ufrag(request.username) if request else None
        if request is None or transport is None:
            self._context.counters.forged_checks += 1
        elif transport.checks.exceeded(now):
            self._context.counters.excess_checks += 1
        elif stun.is_authentic(request, transport.password):
            transport.checks.pay(now)
            self._take_authentic(transport, request, address, len(datagram), now)
        else:
            self._context.counters.forged_checks += 1
            error = stun.Error.UNAUTHENTICATED if request.signature else stun.Error.BAD_REQUEST
            self._refuse(stun.failure(request.transaction, error), address)

    def _take_authentic(
        self, transport: Transport, request: stun.Request, address: bytes, byte_count: int, now: float
    ) -> None:
        if request.error is None:
            self._context.counters.checks += 1
            transport.ice.on_binding_request(address, request, byte_count, now)
        else:
            failure = stun.failure(request.transaction, request.error, request.unknown, transport.password)
            self._refuse(failure, address)

    def _take_answer(self, answer: stun.Signed, address: bytes, now: float) -> None:
        transport = self._context.table.by_transaction(answer.transaction)
        if transport is None or not transport.ice.on_binding_response(address, answer, now):
            self._context.counters.strays += 1

    def _refuse(self, failure: bytes, address: bytes) -> None:
        self._context.counters.checks_refused += 1
        self._context.port.send(failure, address)
