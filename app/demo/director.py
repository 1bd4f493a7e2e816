"""Lets the seven hold a whole case round whoever has come: they follow the phases, or move them if nobody leads."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress

from app.client.asked import Gone
from app.demo.person import SyntheticPerson
from app.demo.script import Kind, ScriptLine
from app.demo.turns import PRESENTER, PersonsTurn, Turns
from app.demo.watching import POLL_S, Watching

FACILITATOR = "Ada"
Speaks = Callable[[str, str], Awaitable[Sequence[bytes]]]
"""Makes the sound of a sentence, by the name of who says it."""

TOLD_S, ANSWERED_S, NOTHING_S = 8.0, 3.0, 20.0
"""How long a person who presents is silent after having told the case, after an answer, and if they say nothing."""
LEFT_TO_PERSON_S = 10.0
"""How long the person who leads has for turning advice back, before the facilitator of the seven does."""
THINKS_IT_OVER_S = 30.0
"""How long somebody who is asked whether they would present may think."""
ON_S = 3.0
"""How long the facilitator waits before moving the meeting on."""
PAUSE_S = 30.0
"""How long the seven are quiet when the person who presents needs a pause and nobody else leads."""
LINGERS_S = 60.0
"""How long persons have for one another when the last of the seven has said good night."""


class Director:
    """Knows what is said by whom, and all seven."""

    def __init__(
        self,
        people: Mapping[str, SyntheticPerson],
        turns: Turns,
        speaks: Speaks,
        speed: float = 1,
        *,
        presenters_seat: int = 0,
        waits: bool = True,
    ) -> None:
        """`presenters_seat` is the one whose person is asked to present; `waits`: until a person is here."""
        self._people, self._turns, self._speaks, self._waits = people, turns, speaks, waits
        self._ada = people[FACILITATOR]
        own = {person.view["you"]["number"] for person in people.values()}
        self._watching = Watching(self._ada, own, presenters_seat, speed)

    async def play(self) -> None:
        """Hold the meeting until it is over for good."""
        attends = (person.attends() for person in self._people.values())
        beside = [asyncio.ensure_future(each) for each in (*attends, self._answer_pauses(), self._let_in())]
        try:
            with suppress(Gone):
                while True:
                    await self._take_turn()
        finally:
            for task in beside:
                task.cancel()

    async def _take_turn(self) -> None:
        phase = self._watching.phase
        if not phase or (phase == "gathering" and self._waits and not self._watching.persons()):
            await asyncio.sleep(POLL_S)
            return
        match self._turns.next(self._watching.moment):
            case None:
                await self._move_on(phase)
            case PersonsTurn():
                await self._leave_to_presenter(phase)
            case ScriptLine() as line:
                await self._say(line, phase)

    async def _say(self, line: ScriptLine, phase: str) -> None:
        speaker = self._people[line.speaker]
        sounds = [asyncio.ensure_future(self._speaks(line.speaker, sentence)) for sentence in line.sentences]
        if line.kind is Kind.WISHES:
            await speaker.tries("wish_to_speak")
        if await self._watching.waited(line.pause_s, phase) and await self._is_still_due(line, phase):
            await speaker.opens_microphone()
            for sentence, sound in zip(line.sentences, sounds, strict=True):
                if not await self._watching.floor_is_free(phase) or not await speaker.says(sentence, await sound):
                    break
            await self._after(line, speaker)
        await asyncio.gather(*sounds)

    async def _after(self, line: ScriptLine, speaker: SyntheticPerson) -> None:
        if line.kind is Kind.WISHES:
            await speaker.tries("take_back_wish")
        if line.kind is Kind.OFFERS:
            await speaker.tries("offer_case")
        if line.kind is Kind.ADVICE and self._watching.moment.led_by_person:
            await self._ada.tries("give_signal", signal="advice_creeping_in")

    async def _is_still_due(self, line: ScriptLine, phase: str) -> bool:
        """Whether it is to be said after all: turning back is left to the person who leads, if they do it."""
        if line.kind is not Kind.REDIRECTS or not self._watching.moment.led_by_person:
            return True
        leaders = self._watching.persons("facilitator")
        return await self._watching.lasted(LEFT_TO_PERSON_S, phase, lambda: not self._watching.speak_now(leaders))

    async def _leave_to_presenter(self, phase: str) -> None:
        """Wait until the person who presents has said what they wish to say, or seems to wish to say nothing."""
        silent_s = ANSWERED_S if phase == "clarifying_questions" else TOLD_S
        began, spoke = time.monotonic(), 0.0
        while self._watching.phase == phase and self._watching.moment.presented_by_person:
            if self._watching.speak_now(self._watching.presenters):
                spoke = time.monotonic()
            if time.monotonic() - (spoke or began) > (silent_s if spoke else NOTHING_S) / self._watching.hurry:
                return
            await asyncio.sleep(POLL_S)

    async def _answer_pauses(self) -> None:
        with suppress(Gone):
            while True:
                await self._ada.client.until(lambda: self._watching.is_pause_needed, None)
                if await self._ada.tries("answer_pause"):
                    self._watching.pause(PAUSE_S)

    async def _let_in(self) -> None:
        with suppress(Gone):
            while True:
                await self._ada.client.until(lambda: self._watching.to_let_in, None)
                for seat in self._watching.to_let_in:
                    await self._ada.tries("admit", seat=seat)

    async def _move_on(self, phase: str) -> None:
        """Nothing is left to say. Whoever leads moves the meeting and ends it: of the seven Ada, if no person does."""
        if self._watching.moment.led_by_person:
            await asyncio.sleep(POLL_S)
            return
        if phase == "call_for_case":
            await self._name_presenter()
        command, after_s = ("end_circle", LINGERS_S) if phase == "lingering" else ("next_step", ON_S)
        stayed = await self._watching.waited(after_s, phase) and await self._watching.floor_is_free(phase)
        if stayed and not self._watching.moment.led_by_person:  # somebody may have come meanwhile
            await self._ada.tries(command, seen=self._ada.view["step"])

    async def _name_presenter(self) -> None:
        """A person before one of the seven. Who has come to present and has not offered is asked, and may say no."""
        see, asked = self._watching, self._watching.presenters_seat
        if see.is_aimed("ask_to_present", asked) and await self._ada.tries("ask_to_present", seat=asked):
            await see.lasted(THINKS_IT_OVER_S, "call_for_case", lambda: not see.presenters and self._is_asked(asked))
        if not see.presenters and see.persons() and not self._offering():
            await self._people[PRESENTER].tries("offer_case")
        if not see.presenters and (offering := self._offering()):
            await self._ada.tries("name_presenter", seat=min(offering, key=lambda seat: seat in see.own))

    def _is_asked(self, number: int) -> bool:
        return any(seat["number"] == number and seat["asked"] for seat in self._watching.seats)

    def _offering(self) -> list[int]:
        return [seat["number"] for seat in self._watching.seats if "name_presenter" in seat["can"]]
