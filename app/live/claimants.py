"""Who waits to be let in to a seat that is a person's already. They are shown that they wait, and nothing else."""

from typing import Any

from app.circle.state import Circle
from app.circle.transient_changes import ClaimOutcome
from app.circle.viewing import waiting_at
from app.live.outbox import EndReason, Outbox


class Claimants:
    """Their connections, by seat. Who waits, and what becomes of them, is derived from the circle."""

    def __init__(self) -> None:
        self._outboxes: dict[int, Outbox[Any]] = {}

    def __len__(self) -> int:
        return len(self._outboxes)

    def connect(self, seat: int, outbox: Outbox[Any]) -> None:
        """This connection waits for this seat; the outbox of an older one is closed."""
        if older := self._outboxes.get(seat):
            older.close(EndReason.REPLACED)
        self._outboxes[seat] = outbox

    def disconnect_abandoned(self, seat: int) -> bool:
        """Forget who waits for this seat if their page has gone; False if nobody has."""
        outbox = self._outboxes.get(seat)
        if outbox is None or not outbox.abandoned:
            return False
        del self._outboxes[seat]
        return True

    def show(self, circle: Circle) -> dict[int, Outbox[Any]]:
        """Show them that they wait, and close the outbox of who is not admitted. Returns who has been admitted."""
        let_in = {}
        for seat, claim in circle.transient.claims.items():
            outbox = self._outboxes.get(seat)
            if outbox is None:
                continue
            if claim.waits:
                outbox.show(waiting_at(circle, seat))
                continue
            del self._outboxes[seat]
            if claim.outcome is ClaimOutcome.ADMITTED:
                let_in[seat] = outbox
            else:
                outbox.close(EndReason.UNINVITED if claim.outcome is ClaimOutcome.UNINVITED else EndReason.NOT_ADMITTED)
        return let_in

    def close_all(self, reason: EndReason) -> None:
        """Close the outbox of everybody who waits."""
        for outbox in self._outboxes.values():
            outbox.close(reason)
