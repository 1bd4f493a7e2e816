"""Links and what stands behind them, over HTTP: open a circle, and read the frame before entering."""

import re
from dataclasses import dataclass
from typing import Any

import httpx

_LINK = re.compile(
    r"(https?://[^/?#%]+)/*(?:#|%(?:25)*23)([\w.-]+)(?:(?:~|%(?:25)*7E)(\w*))?",  # as mail programs rewrite it, too
    re.ASCII | re.IGNORECASE,
)


class Declined(Exception):
    """The server said no, in words for people; `status` is HTTP's."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


@dataclass(frozen=True, slots=True)
class PersonalLink:
    """Where one person's seat is: the server's address, and the token that leads to the seat.

    `key` is that of a sealed circle, else empty. It is sent to nobody, this server least of all.
    """

    server: str
    token: str
    key: str = ""

    @classmethod
    def read(cls, link: str) -> "PersonalLink":
        """Take a link apart. Raises ValueError if it is no personal link."""
        if not (found := _LINK.match(link)):
            raise ValueError("This is not a personal link: those are https://, a server's name, /# and a token.")
        server, token, key = found.groups("")
        return cls(server.lower(), token, key)  # a telephone begins what is typed with a capital

    @property
    def socket(self) -> str:
        """Where its socket is: `wss` where the page is `https`."""
        return "ws" + self.server.removeprefix("http") + "/ws"


async def create_circle(server: str, wishes: dict[str, Any], opening_key: str = "") -> dict[str, Any]:
    """Open a circle (`NewCircle`); answers with its title and a link for each seat (`CreatedCircle`).

    Raises `Declined`, and `httpx.HTTPError` where the server cannot be reached.
    """
    headers = {b"Authorization": f"Bearer {opening_key}".encode()} if opening_key else {}
    return await _post(f"{server}/api/circles", wishes, headers)


async def read_door(link: str) -> dict[str, Any]:
    """Read what somebody agrees to by entering (`DoorSign`). Raises as `create_circle` does."""
    own = PersonalLink.read(link)
    return await _post(f"{own.server}/api/door", {"token": own.token}, {})


async def _post(url: str, body: dict[str, Any], headers: dict[bytes, bytes]) -> dict[str, Any]:
    async with httpx.AsyncClient(trust_env=False) as http:
        answer = await http.post(url, json=body, headers=headers)
    if not answer.is_success:
        raise Declined(answer.status_code, _words_of(answer))
    try:
        found: dict[str, Any] = answer.json()
    except ValueError:
        raise Declined(answer.status_code, "Something else than a server of circles answers there.") from None
    return found


def _words_of(answer: httpx.Response) -> str:
    if answer.has_redirect_location:
        return f"Ask at the address that this one leads to: {answer.headers['Location']}"
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return answer.text[:200] or f"{answer.status_code} {answer.reason_phrase}"
