"""Why the server closes a socket: the one table of close codes (RFC 6455, 4000 to 4999 are the application's).

The words for people are the page's.
"""

from collections.abc import Mapping
from enum import IntEnum


class CloseCode(IntEnum):
    """The codes, by name. They are generated into the browser's `protocol.ts`."""

    BAD_MESSAGE = 4000
    """Not a message of this protocol, or out of turn."""
    TOO_SLOW = 4001
    """Nothing was entered in time, or the socket did not take what it was sent."""
    TOO_MANY = 4002
    """More messages than a person can mean."""
    NOT_INVITED = 4003
    """The invitation is not one of this server's."""
    NO_CIRCLE = 4004
    """The invitation is genuine, the circle is not here any more: its meeting is long over, or never began."""
    NAME_NEEDED = 4005
    """Entering by an invitation takes a name of 1 to 40 characters."""
    REPLACED = 4006
    """The same person's newer connection has taken the seat."""
    ENDED = 4007
    """The meeting is over."""
    GOODBYE = 4008
    """The person left."""
    CIRCLE_FAILED = 4010
    """The circle stopped, and a new connection takes it up from what is kept; or it cannot be reached from here."""
    FULL = 4011
    """This server holds as many circles, connections or line checks as it may."""
    UNINVITED = 4012
    """This invitation has ended: by a facilitator, or their group has renewed it or has its person no more."""
    MOVED = 4013
    """The circle goes on at another server; a new connection, made at once, leads there."""
    NOT_ADMITTED = 4014
    """The person whose seat it is, or a facilitator, has not let them in."""
    BUSY = 4015
    """The seat has been entered, its sound renewed or a line checked too often, or by too many of one network at once;
    or somebody else waits at its door."""


NOT_TEXT = 1007
"""RFC 6455: what was sent as text is not UTF-8."""
FINAL_BY_RFC = (1002, 1003, NOT_TEXT, 1008, 1009, 1010)
"""The codes of RFC 6455 (section 7.4.1) that say that the page itself is wrong: it would say the same again."""


class Closed(Exception):
    """This connection is to be closed with this code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


COMES_BACK: Mapping[CloseCode, bool] = {
    CloseCode.BAD_MESSAGE: False,
    CloseCode.TOO_SLOW: True,
    CloseCode.TOO_MANY: False,
    CloseCode.NOT_INVITED: False,
    CloseCode.NO_CIRCLE: False,
    CloseCode.NAME_NEEDED: False,
    CloseCode.REPLACED: False,
    CloseCode.ENDED: False,
    CloseCode.GOODBYE: False,
    CloseCode.CIRCLE_FAILED: True,
    CloseCode.FULL: True,
    CloseCode.UNINVITED: False,
    CloseCode.MOVED: True,
    CloseCode.NOT_ADMITTED: False,
    CloseCode.BUSY: True,
}
"""What the page does next: whether it tries again by itself."""
