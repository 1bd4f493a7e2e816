"""What the page that checks its line and the server send each other, on a socket of their own (`docs/PROTOCOL.md`)."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from app.store.text_type import text_type
from app.web.protocol import STRICT, Answer, IceServer, Ping, Pong


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWay:
    """On the socket of the line check: asks for an offer, to find out whether sound gets through in one way more."""

    type: Literal["check_way"] = "check_way"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOffer:
    """An offer whose sound comes back as it was sent, and goes to nobody else. `line` is for its `Answer`.

    `ice_servers` are the relays by which it may be tried as well.
    """

    line: str
    sdp: str
    ice_servers: tuple[IceServer, ...] = ()
    type: Literal["check_offer"] = "check_offer"


FromChecker = CheckWay | Answer | Ping
ToChecker = CheckOffer | Pong

_from_checker: TypeAdapter[FromChecker] = text_type(Annotated[FromChecker, Field(discriminator="type")], STRICT)
_to_checker: TypeAdapter[ToChecker] = TypeAdapter(Annotated[ToChecker, Field(discriminator="type")])


def read_check(text: str | bytes) -> FromChecker:
    """The message of a line check in this text. Raises ValueError for anything that is not one."""
    return _from_checker.validate_json(text)


def write_check(message: ToChecker) -> str:
    """The JSON text of a message to the page that checks its line."""
    return _to_checker.dump_json(message).decode()
