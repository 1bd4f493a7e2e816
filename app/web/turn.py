"""What lets a browser use the TURN server (RFC 8656), by which its sound comes where a network lets no UDP through.

We share a secret with that server (coturn's `use-auth-secret`), and neither of us keeps a list of users: a name says
until when it is good, and its password follows from it (draft-uberti-behave-turn-rest-00). That is the machine's own
time, which may have been set since this server began to count: the other one goes by its own, too.
"""

import base64
import hmac
import secrets
import time

from app.settings import Settings
from app.web.protocol import IceServer

_KEY = secrets.token_bytes(32)
"""Made at each start, so that nobody can tell which source a name was made of."""


def ice_servers(settings: Settings, checked_by: str | None = None) -> tuple[IceServer, ...]:
    """The relays of one offer, under a name that is nobody's: its second half is random, and given once.

    A stranger may have as many offers of a line check as they like, and the TURN server bounds what each second half
    has. So all checks of one source have one.
    """
    if not settings.turn_secret:
        return ()
    whose = secrets.token_urlsafe(9) if checked_by is None else _made_of(checked_by)
    username = f"{int(time.time()) + settings.turn_lifetime_s}:{whose}"
    password = credential(settings.turn_secret.get_secret_value(), username)
    return (IceServer(urls=settings.turn_urls, username=username, credential=password),)


def _made_of(source: str) -> str:
    return hmac.digest(_KEY, source.encode(), "sha256").hex()[:18]


def credential(secret: str, username: str) -> str:
    """The password that belongs to this username: HMAC-SHA1 under the shared secret, in base64."""
    return base64.b64encode(hmac.digest(secret.encode(), username.encode(), "sha1")).decode()
