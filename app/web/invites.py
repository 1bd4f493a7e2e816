"""Invitations and resume tokens: signed texts that say which seat of which circle somebody may take.

An invitation is to one seat, so opening it twice cannot give one person two voices (S2). It travels in the
fragment of a link, which browsers send to nobody, and then in the first message of a socket.
"""

import hmac
from contextlib import suppress
from dataclasses import dataclass

from itsdangerous import BadData, URLSafeSerializer

from app.checks import SECRET_LENGTH_MIN
from app.store.groups import GroupId
from app.store.store import CircleId


class NotInvited(Exception):
    """The text is not signed by this server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What a token proves. `resumes`: it was given to a page that already sat there, as this `person` of the seat
    (`Seat.person`). Tokens of earlier releases did not say; they are the first person's. `renewals`: how often the
    invitation had been renewed (`Seat.renewals`).
    """

    circle: CircleId
    seat: int
    resumes: bool
    person: int = 1
    renewals: int = 0


class Invites:
    """Signs tokens with one secret, and reads those of another as well while the secret is being changed.

    Raises ValueError where a secret is too short.
    """

    def __init__(self, secret: str, also: str | None = None) -> None:
        read = [secret] if also is None else [also, secret]  # the last one signs
        if min(map(len, read)) < SECRET_LENGTH_MIN:
            raise ValueError(f"The signing secret needs at least {SECRET_LENGTH_MIN} characters.")
        self._secret = secret.encode()
        self._invitation = URLSafeSerializer(read, salt="invitation")
        self._resume = URLSafeSerializer(read, salt="resume")

    def invitation(self, circle: CircleId, seat: int, renewals: int = 0) -> str:
        """The token of the invitation to this seat. The same each time, until it is renewed."""
        return str(self._invitation.dumps([circle, seat, *_said(renewals)]))

    def resume(self, circle: CircleId, seat: int, person: int, renewals: int = 0) -> str:
        """The token that brings this person's page back to the seat, for as long as it is theirs."""
        return str(self._resume.dumps([circle, seat, person, *_said(renewals)]))

    def number(self, name: CircleId | GroupId) -> str:
        """What whoever runs the server calls it: each time the same. It names nobody, and leads nobody in."""
        digest = hmac.digest(self._secret, b"number" + name.encode(), "sha256")
        digits = f"{int.from_bytes(digest) % 10**10:010d}"
        return f"{digits[:5]}-{digits[5:]}"

    def read(self, token: str) -> Pass:
        """What this token proves. Raises `NotInvited`."""
        with suppress(BadData):
            circle, seat, *renewals = self._invitation.loads(token)
            return Pass(circle=CircleId(circle), seat=seat, resumes=False, renewals=renewals[0] if renewals else 0)
        with suppress(BadData):
            circle, seat, *more = self._resume.loads(token)
            person, renewals = more[0] if more else 1, more[1] if len(more) > 1 else 0
            return Pass(circle=CircleId(circle), seat=seat, resumes=True, person=person, renewals=renewals)
        raise NotInvited


def _said(renewals: int) -> tuple[int, ...]:
    """Whatever was never renewed says nothing of it, as in tokens of earlier releases."""
    return (renewals,) if renewals else ()
