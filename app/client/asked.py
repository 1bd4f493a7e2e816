"""What has been asked and is not answered yet, and how it can go wrong."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Gone(Exception):
    """The connection has ended and does not come back; `code` says why (`docs/PROTOCOL.md`, "The end of a socket")."""

    def __init__(self, code: int) -> None:
        super().__init__(f"closed with {code}")
        self.code = code


class SealedVoices(Exception):
    """The circle is sealed, and this client seals nothing: it would hear nobody, and nobody would hear it."""

    def __init__(self) -> None:
        super().__init__(
            "The voices of this circle are sealed, and this client cannot open or seal them: it would hear nobody, and "
            "nobody would hear it. Join without a sound, or open a circle without a lock."
        )


class OtherProtocol(Exception):
    """The server speaks no protocol that this client speaks. It has not entered, so nobody has seen it."""

    def __init__(self) -> None:
        super().__init__(
            "This server speaks another protocol than this client: take the client of the server's release."
        )


class NotKnown(Exception):
    """The server is of a release that does not take this command. Nothing was sent: it would have closed the line."""

    def __init__(self, command: str) -> None:
        super().__init__(f"This server does not know {command}.")


class NotGranted(Exception):
    """What was asked is not granted; `reason` is one of the reasons of the wire."""

    def __init__(self, command: str, reason: str) -> None:
        super().__init__(f"{command}: {reason}")
        self.reason = reason


class PendingAsks:
    """The commands of one client that wait for their answer, by the number it has given each."""

    def __init__(self) -> None:
        self._count = 0
        self._waiting: dict[int, asyncio.Future[str | None]] = {}

    @contextmanager
    def one(self) -> Iterator[tuple[int, "asyncio.Future[str | None]"]]:
        """A number for one more, and what its answer will be: None for done, else the reason against it."""
        self._count += 1
        number = self._count
        self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            yield number, self._waiting[number]
        finally:
            del self._waiting[number]

    def answer(self, number: int, reason: str | None) -> None:
        """Note an answer, if it is still waited for."""
        if (waiting := self._waiting.get(number)) and not waiting.done():
            waiting.set_result(reason)

    def fail(self, error: Exception) -> None:
        """No answer comes any more to what has been asked so far."""
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(error)
