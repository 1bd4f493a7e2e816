"""What is to be seen and heard of the meeting from the facilitator's seat, and waiting for it."""

import asyncio
import time
from collections.abc import Callable, Collection
from typing import Any

from app.client.asked import Gone
from app.demo.person import SyntheticPerson
from app.demo.turns import Moment

POLL_S = 0.1
QUIET_S = 1.5
"""How long no person may have spoken before one of the seven begins."""
HURRY_MAX = 3
"""Persons are not hurried beyond what a meeting three times as fast asks of them."""


class Watching:
    """Who is here, who leads and presents, who speaks. `own` are the seats of the seven; all others are persons'."""

    def __init__(self, ada: SyntheticPerson, own: Collection[int], presenters_seat: int, speed: float) -> None:
        self._quiet_until = 0.0
        self._ada, self.own, self.presenters_seat, self._speed = ada, own, presenters_seat, speed

    @property
    def phase(self) -> str:
        """Where the meeting is; empty before it is seen. Raises `Gone` when it is over."""
        if self._ada.client.code is not None:
            raise Gone(self._ada.client.code)
        return str(self._ada.view.get("phase", ""))

    @property
    def seats(self) -> list[dict[str, Any]]:
        """Everybody's, as the facilitator sees them."""
        return list(self._ada.view.get("seats", ()))

    @property
    def presenters(self) -> set[int]:
        """The seat of the presenter, if there is one."""
        return {seat["number"] for seat in self.seats if seat["role"] == "presenter"}

    @property
    def moment(self) -> Moment:
        """What decides whose turn it is. A person who offers a case, or has come to present, presents."""
        offered = {seat["number"] for seat in self.seats if seat["offer"] == "standing"}
        expected = {self.presenters_seat} & {*self.persons()} if self.phase == "call_for_case" else set()
        return Moment(
            phase=self.phase,
            led_by_person=bool(self._leaders()),
            presented_by_person=bool({*self.presenters, *offered, *expected} - {*self.own}),
        )

    def _leaders(self) -> list[int]:
        """The persons who lead, also while one's line is lost for a short time: nobody takes the meeting from them."""
        lost_long = self._leading.get("lost_long", ())
        return [
            seat["number"]
            for seat in self.seats
            if seat["role"] == "facilitator" and seat["presence"] in ("here", "coming_back")
            if seat["number"] not in (*self.own, *lost_long)
        ]

    def persons(self, role: str | None = None) -> list[int]:
        """The seats of the persons who are here."""
        here = (seat for seat in self.seats if seat["presence"] == "here" and seat["number"] not in self.own)
        return [seat["number"] for seat in here if role in (None, seat["role"])]

    @property
    def is_pause_needed(self) -> bool:
        """Whether the presenter needs a pause, and it is for the facilitator of the seven to answer."""
        return bool(self._leading.get("pause_needed")) and not self.moment.led_by_person

    @property
    def to_let_in(self) -> list[int]:
        """Whom the facilitator of the seven lets in: observers to whom all agree, others if there is nobody else to."""
        return [
            waiting["number"]
            for waiting in self._leading.get("at_door", ())
            if waiting["knocks"] and waiting["agreed"] and "admit" in waiting["can"]
            if waiting["role"] == "observer" or not self.moment.led_by_person
        ]

    @property
    def _leading(self) -> dict[str, Any]:
        """What the leaders share; empty before it is seen."""
        return self._ada.view.get("leading") or {}

    def pause(self, seconds: float) -> None:
        """Give the seven no floor for so many seconds of real time, less in a fast meeting."""
        self._quiet_until = time.monotonic() + seconds / self._speed

    def is_aimed(self, command: str, number: int) -> bool:
        """Whether the facilitator may ask this of that person."""
        return any(seat["number"] == number and command in seat["can"] for seat in self.seats)

    def speak_now(self, seats: Collection[int]) -> bool:
        """Whether one of these is to be heard."""
        return any(map(self._ada.sound.hears, seats))

    async def floor_is_free(self, phase: str) -> bool:
        """Wait until no person has spoken for a moment, and no pause is; False if the meeting has moved meanwhile."""
        quiet_s = QUIET_S / self.hurry
        while self.phase == phase:
            spoken = any(self._ada.sound.hears(seat, quiet_s) for seat in self.persons())
            if not spoken and time.monotonic() >= self._quiet_until:
                return True
            await asyncio.sleep(POLL_S)
        return False

    async def waited(self, seconds: float, phase: str) -> bool:
        """Wait so many seconds of real time, less in a fast meeting; False if it has moved meanwhile."""
        return await self.lasted(seconds / self._speed, phase, lambda: True)

    async def lasted(self, seconds: float, phase: str, holds: Callable[[], bool]) -> bool:
        """Whether this has held for so long, and the meeting has stayed where it was."""
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            if self.phase != phase or not holds():
                return False
            await asyncio.sleep(min(POLL_S, left))
        return self.phase == phase

    @property
    def hurry(self) -> float:
        """By how much persons are given less time."""
        return min(self._speed, HURRY_MAX)
