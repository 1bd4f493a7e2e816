"""What comes to the port as STUN: checks by browsers, and their answers to ours.

Who does not even know the name in an offer gets no answer at all: this is no public STUN server, and a reply to
strangers would only serve to tell of it, or to reach somebody under a forged source. Who knows a name is told what is
wrong as RFC 8489 asks (sections 6.3.1 and 9.1.3), in no more bytes than the request had.
"""

from app.media import stun
from app.media.connection import Connection
from app.media.plane import Plane


class Checks:
    """Made once by the `Forwarder`."""

    def __init__(self, plane: Plane[Connection]) -> None:
        self._plane = plane

    def take(self, datagram: bytes, address: bytes, now: float) -> None:
        """Take a datagram that may be STUN."""
        answer = stun.read_success(datagram)
        if answer is not None:
            self._take_answer(answer, address, now)
            return
        request = stun.read_request(datagram)
        connection = self._plane.directory.named(request.username) if request else None
        if request is None or connection is None:
            self._plane.counters.forged_checks += 1
        elif connection.checks.exceeded(now):
            self._plane.counters.excess_checks += 1
        elif stun.is_authentic(request, connection.password):
            connection.checks.pay(now)
            self._take_authentic(connection, request, address, len(datagram), now)
        else:
            self._plane.counters.forged_checks += 1
            error = stun.Error.UNAUTHENTICATED if request.signature else stun.Error.BAD_REQUEST
            self._refuse(stun.failure(request.transaction, error), address)

    def _take_authentic(
        self, connection: Connection, request: stun.Request, address: bytes, byte_count: int, now: float
    ) -> None:
        if request.error is None:
            self._plane.counters.checks += 1
            connection.route.checked(address, request, byte_count, now)
        else:
            failure = stun.failure(request.transaction, request.error, request.unknown, connection.password)
            self._refuse(failure, address)

    def _take_answer(self, answer: stun.Signed, address: bytes, now: float) -> None:
        connection = self._plane.directory.asked(answer.transaction)
        if connection is None or not connection.route.answered(address, answer, now):
            self._plane.counters.strays += 1

    def _refuse(self, failure: bytes, address: bytes) -> None:
        self._plane.counters.checks_refused += 1
        self._plane.port.send(failure, address)
