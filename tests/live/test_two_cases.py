"""An evening as it happens: two cases in ninety minutes, eight members, two leaders and an observer.

Real actor, hub and rules on the hand-moved clock; read it from top to bottom as a scene.
"""

import asyncio

from app.circle import commands as c
from app.circle.cards import Card, Signal
from app.circle.phases import Phase, Role
from app.circle.plan import Template
from app.circle.seats import CaseOffer, Presence
from app.circle.timing import Cue
from app.circle.view import View, Waiting
from tests.support.evening import Evening, Guest

FRIDA, FINN = 1, 2
PIET, MIA, MAX, SALMA, JORGE, ANNA, LEV, NOOR = MEMBERS = tuple(range(3, 11))
OLGA = 11
LEADERS = (FRIDA, FINN)
NAMES = {
    FRIDA: "Frida",
    FINN: "Finn",
    PIET: "Piet",
    MIA: "Mia",
    MAX: "Max",
    SALMA: "Salma",
    JORGE: "Jorge",
    ANNA: "Anna",
    LEV: "Lev",
    NOOR: "Noor",
    OLGA: "Olga",
}
ROLES = (Role.FACILITATOR,) * 2 + (Role.MEMBER,) * 8 + (Role.OBSERVER,)


class Play:
    """The evening, and short ways of saying what happens in it."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening
        self.guests: dict[int, Guest] = {}

    async def comes(self, *seats: int) -> None:
        for seat in seats:
            self.guests[seat] = await self.evening.enters(seat, NAMES[seat])

    async def comes_back(self, seat: int) -> None:
        self.guests[seat] = await self.evening.comes_back(seat)

    async def loses(self, seat: int) -> None:
        await self.evening.is_lost(self.guests.pop(seat))

    async def asks(self, seat: int, command: c.Command) -> None:
        assert await self.evening.asks(seat, command) is None, (NAMES[seat], command)

    async def refused(self, seat: int, command: c.Command) -> None:
        assert await self.evening.asks(seat, command) is not None, (NAMES[seat], command)

    async def leads(self, kind: type, by: int = FRIDA, **fields: object) -> None:
        """A leader's command that carries the step the circle is at."""
        await self.asks(by, kind(seen=(await self.evening.actor()).circle.step, **fields))

    async def next(self, phase: Phase, by: int = FRIDA) -> None:
        await self.leads(c.NextStep, by=by)
        assert (await self.sees(FRIDA)).phase is phase

    async def passes(self, minutes: float) -> None:
        """Time passes, and what fades or is due by then happens."""
        self.evening.clock.move(minutes=minutes)
        for _ in range(3):
            await asyncio.sleep(0)

    async def sees(self, seat: int) -> View:
        view = (await self.guests[seat].read()).shown[-1]
        assert isinstance(view, View), view
        return view

    async def leading(self, seat: int = FINN):
        leading = (await self.sees(seat)).leading
        assert leading
        return leading

    @property
    def heard(self) -> set[str]:
        return {NAMES[seat] for seat in self.evening.sound.heard}


def test_two_cases_in_ninety_minutes() -> None:
    """C5, C6, D1, D3, D4, D5, E5, E6, E7, H6, L1, L2, L3, L5, L6, L7, O1, S7, S8, T5, T6: each in its place."""

    async def play() -> None:
        evening = await Evening(template=Template.TWO_CASES_90, roles=ROLES, knocking=True).open()
        p = Play(evening)
        await people_arrive(p)
        await the_opening_runs_over(p)
        await piet_is_chosen(p)
        await the_first_case(p)
        await the_second_case(p)
        await a_gentle_end(p)

    asyncio.run(play())


async def people_arrive(p: Play) -> None:
    """Members knock; an observer is announced and agreed to; a late link is kept out by a closed door."""
    await p.comes(*LEADERS, *MEMBERS[:-1])
    assert isinstance(p.guests[MIA].shown[-1], Waiting)
    for seat in MEMBERS[:-1]:
        await p.asks(FINN, c.Admit(seat=seat))
    await p.comes(OLGA)
    await p.refused(FRIDA, c.Admit(seat=OLGA))
    for seat in (*LEADERS, *MEMBERS[:-1]):
        assert [asks.name for asks in (await p.sees(seat)).observers_ask] == ["Olga"]
        await p.asks(seat, c.AgreeToObserver(seat=OLGA))
    await p.asks(FRIDA, c.Admit(seat=OLGA))
    await p.asks(FRIDA, c.CloseDoor())
    await p.comes(NOOR)
    late = p.guests[NOOR].shown[-1]
    assert isinstance(late, Waiting) and late.door_closed
    await p.asks(FINN, c.Admit(seat=NOOR))
    for seat in (*LEADERS, *MEMBERS):
        await p.asks(seat, c.OpenMicrophone())
    assert p.heard == set(NAMES.values()) - {"Olga"}
    await p.asks(FRIDA, c.HandClock(seat=FINN))
    assert (await p.leading(FRIDA)).keeper == FINN


async def the_opening_runs_over(p: Play) -> None:
    """Leaders get a cue, see what it costs, and take it from the reflection."""
    await p.next(Phase.OPENING)
    await p.passes(1.5)
    assert (await p.leading()).cue is Cue.TWO_MINUTES
    await p.passes(2.5)
    leading = await p.leading()
    assert (leading.cue, leading.behind_minutes, leading.take_minutes) == (Cue.ZERO, 1, 1)
    await p.leads(c.TakeFromReflection, by=FINN, minutes=1)
    assert (await p.leading()).behind_minutes == 0
    assert not (await p.sees(MIA)).clock.digits
    await p.next(Phase.FOLLOW_UP)


async def piet_is_chosen(p: Play) -> None:
    """Two have a case; Finn signals whose turn it is; the other is for later."""
    await p.next(Phase.CALL_FOR_CASE)
    await p.asks(PIET, c.OfferCase())
    await p.asks(SALMA, c.OfferCase())
    assert {s.name for s in (await p.sees(FINN)).seats if s.offer is CaseOffer.STANDING} == {"Piet", "Salma"}
    assert not any(s.offer is CaseOffer.STANDING for s in (await p.sees(MAX)).seats)
    await p.asks(FINN, c.GiveSignal(signal=Signal.YOUR_TURN))
    assert [given.signal for given in (await p.leading(FRIDA)).signals] == [Signal.YOUR_TURN]
    await p.asks(FRIDA, c.NamePresenter(seat=PIET))
    assert {s.name for s in (await p.sees(FINN)).seats if s.offer is CaseOffer.NEXT_TIME} == {"Salma"}


async def the_first_case(p: Play) -> None:
    """Telling, questions, sitting back; Piet's line breaks, both leaders' lines break, and the silence holds."""
    await p.next(Phase.PRESENTATION)
    assert p.heard == {"Frida", "Finn", "Piet"}
    await p.refused(MIA, c.WishToSpeak())
    await p.passes(6)
    await p.next(Phase.CLARIFYING_QUESTIONS)
    await p.passes(4)
    await p.next(Phase.SIT_BACK)
    await p.next(Phase.REFLECTION)
    assert p.heard == set(NAMES.values()) - {"Piet", "Olga"}
    assert Card.ADVICE in (await p.leading()).cards
    await who_has_not_been_heard(p)
    await piets_line_breaks(p)
    await no_leader_is_there(p)
    await a_pause_is_needed(p)
    await p.leads(c.BringPresenterBack)
    assert "Piet" not in p.heard
    await p.asks(PIET, c.OpenMicrophone())
    assert "Piet" in p.heard


async def who_has_not_been_heard(p: Play) -> None:
    assert (await p.leading()).not_heard_yet == MEMBERS[1:]
    await p.asks(LEV, c.CloseMicrophone())
    await p.asks(LEV, c.WishToSpeak())
    assert [s.name for s in (await p.sees(JORGE)).seats if s.wishes] == ["Lev"]
    assert p.evening.sound.on_voice
    p.evening.sound.on_voice(LEV)
    await p.asks(FRIDA, c.ShowCard())
    assert (await p.sees(PIET)).card
    assert not any(s.wishes for s in (await p.sees(JORGE)).seats)
    assert LEV not in (await p.leading()).not_heard_yet
    await p.asks(FINN, c.SwitchHint(on=False))
    assert (await p.leading()).not_heard_yet == ()
    await p.passes(1)
    assert not (await p.sees(PIET)).card


async def piets_line_breaks(p: Play) -> None:
    await p.loses(PIET)
    await p.passes(2.1)
    assert (await p.leading()).lost_long == (PIET,)
    await p.asks(FINN, c.GoOnWithout(seat=PIET))
    await p.comes_back(PIET)
    assert (await p.sees(PIET)).you.role is Role.PRESENTER
    await p.refused(PIET, c.OpenMicrophone())
    assert "Piet" not in p.heard


async def no_leader_is_there(p: Play) -> None:
    await p.loses(FINN)
    assert (await p.leading(FRIDA)).keeper == FRIDA
    await p.loses(FRIDA)
    held = await p.sees(MIA)
    assert held.unled and held.clock.left_ms is not None
    assert "Mia" in p.heard and "Piet" not in p.heard
    await p.passes(5)
    await p.comes_back(FINN)
    assert (await p.sees(MIA)).clock.ends_at_ms == p.evening.clock.now_ms() + held.clock.left_ms
    await p.comes_back(FRIDA)


async def a_pause_is_needed(p: Play) -> None:
    before = await p.sees(MAX)
    await p.asks(PIET, c.NeedPause())
    assert (await p.leading(FRIDA)).pause_needed
    assert await p.sees(MAX) == before
    await p.asks(FRIDA, c.AnswerPause())
    await p.leads(c.PauseClock)
    assert not (await p.leading(FRIDA)).pause_needed
    await p.leads(c.ResumeClock)


async def the_second_case(p: Play) -> None:
    """Salma's offer still stands for this meeting; Max is sent to the door and let in again."""
    await p.next(Phase.CALL_FOR_CASE)
    await p.asks(FINN, c.NamePresenter(seat=SALMA))
    await p.next(Phase.PRESENTATION, by=FINN)
    await p.asks(FRIDA, c.SendToDoor(seat=MAX))
    assert isinstance((await p.guests[MAX].read()).shown[-1], Waiting)
    await p.asks(FRIDA, c.Admit(seat=MAX))
    assert (await p.sees(MAX)).phase is Phase.PRESENTATION
    for phase in (Phase.CLARIFYING_QUESTIONS, Phase.SIT_BACK, Phase.REFLECTION):
        await p.next(phase, by=FINN)
    assert "Piet" in p.heard and "Salma" not in p.heard
    await p.asks(FRIDA, c.EndInvitation(seat=JORGE))
    assert "Jorge" not in [s.name for s in (await p.sees(MIA)).seats]
    await p.leads(c.EndCase, by=FINN)
    assert (await p.sees(SALMA)).phase is Phase.CLOSING


async def a_gentle_end(p: Play) -> None:
    """Closing, lingering, the leaders apart; what is kept is shown before it is kept."""
    await p.next(Phase.LINGERING)
    for leader in LEADERS:
        await p.asks(leader, c.EnterDebrief())
    assert p.evening.sound.breakout == set(LEADERS)
    await p.refused(MIA, c.EnterDebrief())
    shown = (await p.leading()).record
    assert shown and {someone.name for someone in shown.attendance} == set(NAMES.values())
    for seat in (*(set(MEMBERS) - {JORGE}), OLGA):
        await p.asks(seat, c.Leave())
    assert (await p.sees(FINN)).phase is Phase.LINGERING
    assert {s.presence for s in (await p.sees(FINN)).seats if s.number in MEMBERS} == {Presence.LEFT}
    await p.leads(c.EndCircle)
    record = p.evening.store.records[p.evening.name]
    assert [time.phase for time in record.phase_times].count(Phase.REFLECTION) == 2
    assert (record.title, len(record.attendance)) == ("Tuesday circle", 11)
    assert p.evening.hub.circles == ()
