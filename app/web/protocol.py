"""The wire of a circle's socket. `docs/PROTOCOL.md` tells it as prose.

`frontend/src/protocol.ts` is generated from this file and the others named so: what is said over HTTP, of circles and
of groups, and by the line check.

A browser sends `Enter` first, then `Answer`, `RenewSound`, `Ask`, `HasSpoken`, `Ping`; at the door it gets `Waiting`,
`Offer` (or `Kept`) once it is seated, then a `View` after every change, `Refusal` or `Done` for each `Ask`, and `Pong`.
Every message is a JSON text with a `type`; a field the type does not know is refused.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import ConfigDict, Field, TypeAdapter

from app.circle.commands import COMMANDS, Command
from app.circle.reasons import Reason
from app.circle.seats import SEATS_MAX
from app.circle.view import View, Waiting
from app.live.page_keys import BOX_CHARACTERS_MAX, BOXES_MAX, Handed, PageKeys
from app.store.text_type import text_type

_BASE64URL_32 = r"^[A-Za-z0-9_-]{43}$"
"""32 bytes (RFC 4648, section 5), without padding."""

MESSAGE_BYTES_MAX = 65_536
"""The largest message a browser may send. An answer to 16 sections of SDP has some 20 kB."""

PROTOCOL = 1
"""The number of this wire. What may be added without another number stands in `docs/PROTOCOL.md`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientHello:
    """Before `Enter`, once, if you like: which protocols you speak. The server says then what it knows."""

    protocols: Annotated[tuple[int, ...], Field(max_length=16)]
    type: Literal["hello"] = "hello"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerHello:
    """The answer to a `ClientHello`: the best protocol that both speak, and null where there is none.

    `knows` names the messages and the commands that this server takes. It is the word of the server you came to; while
    another release comes in, a circle may live at one that knows less.
    """

    protocol: int | None
    knows: tuple[str, ...]
    type: Literal["hello"] = "hello"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enter:
    """The first message: an invitation with a name, or the `resume` of an earlier offer (then without one).

    `line` is that of the newest offer, said by a page that comes back by itself: where its sound still stands it is
    kept; where another page has taken the seat since, the socket is closed. Without a `line` the seat is taken anew.
    """

    token: Annotated[str, Field(max_length=512)]
    name: Annotated[str, Field(max_length=256)] | None = None
    line: Annotated[str, Field(max_length=64)] | None = None
    type: Literal["enter"] = "enter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The browser's SDP answer to the server's offer.

    `line` is that of the offer it answers. One that a newer offer has overtaken on its way is no news.
    """

    sdp: str
    line: Annotated[str, Field(max_length=64)] | None = None
    type: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewSound:
    """The sound of this line is lost: another offer is due. Of a line that has been replaced already it is no news."""

    line: Annotated[str, Field(max_length=64)]
    type: Literal["renew_sound"] = "renew_sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A command of the person. `id` is the page's own number, given back with the answer."""

    id: int
    command: Annotated[Command, Field(discriminator="type")]
    type: Literal["ask"] = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ping:
    """Asks for the server's time, and for a check by the way of the sound; `sent_ms` is the page's own clock and comes
    back untouched.
    """

    sent_ms: Annotated[float, Field(allow_inf_nan=False)]
    type: Literal["ping"] = "ping"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasSpoken:
    """The person has spoken; said in sealed circles, where only the page knows, once in two seconds of speech at most.

    It counts while the phase lets them be heard, for the leaders' hint (V5). It is not answered.
    """

    type: Literal["spoke"] = "spoke"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduce:
    """Which public key (X25519) this page of a sealed circle has, with a proof that it has the key in the links too.

    Both are 32 bytes in base64url. Said after every `Offer` and `Kept`; the others are shown it in `PageKeys`.
    """

    key: Annotated[str, Field(pattern=_BASE64URL_32)]
    proof: Annotated[str, Field(pattern=_BASE64URL_32)]
    type: Literal["introduce"] = "introduce"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What only the page on this seat can open, in base64url."""

    seat: Annotated[int, Field(ge=1, le=SEATS_MAX)]
    box: Annotated[str, Field(max_length=BOX_CHARACTERS_MAX, pattern=r"^[A-Za-z0-9_-]+$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Hand these boxes to the pages they are for; each gets its own as `Handed`. One for nobody is lost."""

    boxes: Annotated[tuple[Box, ...], Field(min_length=1, max_length=BOXES_MAX)]
    type: Literal["hand"] = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class IceServer:
    """A relay (TURN) by which the sound may come where it finds no other way: an `RTCIceServer` as it stands."""

    urls: tuple[str, ...]
    username: str
    credential: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """You are seated. `resume` brings this page back to the same seat; `sdp` is the offer of the sound.

    `line` names this line of sound. A later offer replaces it, and its `ice_servers`. `confirms` is whether what is
    granted is answered with `Done`; earlier releases do not name it, and do not. `sealed` is whether the server takes
    this for the sound of a sealed circle. Nobody should rely on it: who has a key seals, whatever the server says (V1).
    """

    seat: int
    resume: str
    line: str
    sdp: str
    ice_servers: tuple[IceServer, ...] = ()
    confirms: bool = True
    sealed: bool = False
    type: Literal["offer"] = "offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """You are back in your seat, and the sound of your `line` stands as it was: there is no offer.

    `confirms` as in `Offer`.
    """

    seat: int
    resume: str
    line: str
    confirms: bool = True
    type: Literal["kept"] = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An expected no to the `Ask` of this `id`. Nothing has changed."""

    id: int
    reason: Reason
    type: Literal["refusal"] = "refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The `Ask` of this `id` is granted and kept. The newest view, which comes first, shows what it has changed."""

    id: int
    type: Literal["done"] = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class LateVoice:
    """The line of whoever speaks on this seat loses packets, and what is sent again comes so late."""

    seat: int
    late_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pong:
    """The server's time in milliseconds since 1970, and for which of the voices heard here it is better to wait."""

    sent_ms: float
    now_ms: int
    late: tuple[LateVoice, ...] = ()
    type: Literal["pong"] = "pong"


FromBrowser = ClientHello | Enter | Answer | RenewSound | Ask | HasSpoken | Introduce | Hand | Ping
ToBrowser = ServerHello | Offer | Kept | Waiting | View | PageKeys | Handed | Refusal | Done | Pong

STRICT = ConfigDict(strict=True, extra="forbid")
_from_browser: TypeAdapter[FromBrowser] = text_type(Annotated[FromBrowser, Field(discriminator="type")], STRICT)
_to_browser: TypeAdapter[ToBrowser] = TypeAdapter(Annotated[ToBrowser, Field(discriminator="type")])

_KNOWN = tuple(kind.__dataclass_fields__["type"].default for kind in (*get_args(FromBrowser), *COMMANDS))


def answer_to(hello: ClientHello) -> ServerHello:
    """What this server says to a client of these protocols."""
    return ServerHello(protocol=PROTOCOL if PROTOCOL in hello.protocols else None, knows=_KNOWN)


def read(text: str | bytes) -> FromBrowser:
    """The message in this text. Raises ValueError for anything that is not one."""
    return _from_browser.validate_json(text)


def write(message: ToBrowser) -> str:
    """The JSON text of a message to the browser."""
    return _to_browser.dump_json(message).decode()


def write_again(message: FromBrowser) -> str:
    """The JSON text of a message of the browser, for the node it is passed on to."""
    return _from_browser.dump_json(message, exclude_none=True).decode()
