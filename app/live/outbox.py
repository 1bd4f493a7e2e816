"""What is on its way to one person: their line, a few answers, the newest view, and at last why it ends.

Nothing in it grows: a view replaces the one that waits, so do the pages' keys, and of what one seat hands over two
wait. The outbox of a page that takes no answers is closed.
"""

import asyncio
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.circle.replacing import replace
from app.circle.view import View, Waiting
from app.live.page_keys import Handed, PageKeys
from app.live.sound import Line

ANSWERS_MAX = 64
"""Answers of one kind that may wait: more than a page may ask for at once, so that who asks for more is told so."""

A = TypeVar("A")


class EndReason(StrEnum):
    """Why an outbox ends. Nothing comes after it."""

    REPLACED = "replaced"
    LEFT = "left"
    ENDED = "ended"
    CALLED_OFF = "called_off"
    UNINVITED = "uninvited"
    FAILED = "failed"
    MOVED = "moved"
    TOO_SLOW = "too_slow"
    NOT_ADMITTED = "not_admitted"
    BUSY = "busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """The person is seated, and this is the line of their sound.

    `name` names the line to its page alone; nobody can guess it. `kept` is whether the page has it already.
    """

    line: Line
    name: str
    kept: bool


class Outbox(Generic[A]):
    """One connection's outbox. `A` is what answers are made of; live code only ever puts views in."""

    def __init__(self) -> None:
        self._seated: Seated | None = None
        self._view: View | Waiting | None = None
        self._shown: View | Waiting | None = None
        """The newest, taken or not."""
        self._keys: PageKeys | None = None
        self._shown_keys: PageKeys | None = None
        self._handed: dict[int, deque[Handed]] = {}
        self._answers: deque[A] = deque()
        self._confirmations: deque[A] = deque()
        self._end_reason: EndReason | None = None
        self._filled = asyncio.Event()
        self._abandoned = False
        self.returns = True
        """Whether its page, once it has gone, is expected back."""

    @property
    def abandoned(self) -> bool:
        """Whether its page has gone, and nobody will ever take anything out of it."""
        return self._abandoned

    def abandon(self, *, returns: bool) -> None:
        """Its page has gone, and comes back by itself or not."""
        self._abandoned, self.returns = True, returns

    def seat(self, seated: Seated) -> None:
        """The person is seated, or has another line. It comes before any view."""
        self._seated = seated
        self._filled.set()

    def show(self, view: View | Waiting) -> None:
        """Show this view, as the next version; one that still waits is forgotten.

        If it shows nothing new nothing is sent, so that nobody learns that leaders did something.
        """
        if view != self._shown:
            version = self._shown.version + 1 if self._shown else 1
            self._view = self._shown = replace(view, version=version)
            self._filled.set()

    def show_keys(self, keys: PageKeys) -> None:
        """Show the keys of the pages that are here, if they are others; those that still wait are forgotten."""
        if keys != self._shown_keys:
            self._keys = self._shown_keys = keys
            self._filled.set()

    def hand(self, handed: Handed) -> None:
        """Hand over a box. Of each seat the newest two wait: of the key in use, and of the next."""
        self._handed.setdefault(handed.seat, deque(maxlen=2)).append(handed)
        self._filled.set()

    def answer(self, answer: A) -> None:
        """Put an answer in line, before any view. Where too many are unread, the outbox is closed."""
        self._put(self._answers, answer)

    def confirm(self, answer: A) -> None:
        """Put an answer in line that tells what the newest view shows: it comes after that view."""
        self._put(self._confirmations, answer)

    def close(self, reason: EndReason) -> None:
        """End it, after what already waits. The first reason stands."""
        self._end_reason = self._end_reason or reason
        self._filled.set()

    async def next(self) -> Seated | A | View | Waiting | PageKeys | Handed | EndReason:
        """What to send now, waiting for it. After an `EndReason` there is nothing more."""
        await self._filled.wait()
        if self._seated is not None:
            seated, self._seated = self._seated, None
            return seated
        if self._answers:
            return self._answers.popleft()
        if self._view is not None:
            view, self._view = self._view, None
            return view
        if self._keys is not None:
            keys, self._keys = self._keys, None
            return keys
        if self._handed:
            seat, boxes = next(iter(self._handed.items()))
            if len(boxes) == 1:
                del self._handed[seat]
            return boxes.popleft()
        if self._confirmations:
            return self._confirmations.popleft()
        if self._end_reason is not None:
            return self._end_reason
        self._filled.clear()
        return await self.next()

    def _put(self, queue: deque[A], answer: A) -> None:
        if len(queue) >= ANSWERS_MAX:
            self.close(EndReason.TOO_SLOW)
        else:
            queue.append(answer)
            self._filled.set()
