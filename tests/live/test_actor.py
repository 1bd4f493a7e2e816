"""One circle alive: the order of effects, lines that come and go, and what happens when something fails."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest

from app.circle import commands as c
from app.circle.events import Dropped, Event, StepBegun
from app.circle.evolve import replay
from app.circle.hearing import may_be_heard
from app.circle.phases import Phase
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.state import Running
from app.circle.timing import ABANDONED_AFTER_MS, CUE_BEFORE_MS, UNUSED_AFTER_MS, Cue
from app.live.actor import AGAIN_MS
from app.live.mailbox import ActorStopped
from app.live.outbox import EndReason, Outbox
from app.live.participants import UNNOTED_MS
from app.live.seat_bounds import COMING_PACE, KEPT_PACE
from app.store.store import CircleId, Claim, StoreFailed
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, PIET
from tests.support.store import MemoryStore


def test_nothing_is_told_before_it_is_kept_and_silence_comes_before_its_announcement() -> None:
    """H7, W5: keep, then the sound, then the views; watched from inside each."""
    order: list[str] = []

    class WatchedStore(MemoryStore):
        async def append(self, circle: CircleId, expected: int, events: Sequence[Event]) -> None:
            await super().append(circle, expected, events)
            if any(isinstance(event, StepBegun) for event in events):
                order.append("kept")

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        actor = await e.actor()
        hear, show = e.sound.let_be_heard, guests[MIA].outbox.show
        e.sound.let_be_heard = lambda *seats: (order.append("sound"), hear(*seats))[1]  # type: ignore[method-assign]
        guests[MIA].outbox.show = lambda view: (order.append("shown"), show(view))[1]  # type: ignore[method-assign]
        order.clear()
        await e.next()
        assert actor.circle.phase is Phase.SIT_BACK
        assert PIET not in e.sound.heard
        assert order == ["kept", "sound", "shown"]

    evening(play, WatchedStore())


@pytest.mark.parametrize("late_ms", [0, 700])
def test_what_has_come_due_is_shown_although_something_else_came_first(late_ms: int) -> None:
    """T5: a voice that is no news, in the moment between the time of the leaders' cue and the alarm for it."""

    async def play(e: Evening) -> None:
        frida = (await e.everybody_until(Phase.OPENING))[FRIDA]
        actor = await e.actor()
        assert isinstance(actor.circle.clock, Running)
        voice = e.sound.on_voice
        assert voice
        voice(MIA)
        await e.passes(0)
        e.clock.pass_unnoticed(actor.circle.clock.ends_at_ms - CUE_BEFORE_MS + late_ms - e.clock.now_ms())
        voice(MIA)
        for _ in range(20):
            await asyncio.sleep(0)
        await e.passes(0)
        leading = (await frida.read()).view.leading
        assert leading
        assert leading.cue is Cue.TWO_MINUTES

    evening(play)


def test_what_has_been_done_or_could_not_be_kept_wakes_nobody_at_once() -> None:
    """T5, W5: or the circle would do nothing else, and log as much, until something happens in it."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.OPENING)
        actor = await e.actor()
        assert isinstance(actor.circle.clock, Running)
        await e.passes(actor.circle.clock.ends_at_ms - CUE_BEFORE_MS - e.clock.now_ms())
        assert (e.clock.next_ms or 0) > e.clock.now_ms()
        for guest in guests.values():
            await e.is_lost(guest)
        e.store.fails = True
        await e.passes(ABANDONED_AFTER_MS)
        assert e.clock.next_ms == e.clock.now_ms() + AGAIN_MS
        e.store.fails = False
        await e.passes(AGAIN_MS)
        assert e.name in e.store.records

    evening(play)


def test_a_circle_to_which_nobody_has_come_ends_in_its_time(caplog: pytest.LogCaptureFixture) -> None:
    """E4: there is nobody to be shown it, and no name to be shown."""

    async def play(e: Evening) -> None:
        actor = await e.actor()
        await e.passes(UNUSED_AFTER_MS - 1)
        assert await actor.ask(FRIDA, c.CloseDoor()) == Refused(Reason.NOT_HERE)
        await e.passes(1)
        assert e.name in e.store.records

    evening(play)
    assert not caplog.records


def test_after_every_matter_the_sound_is_what_the_state_says() -> None:
    """H7"""

    async def play(e: Evening) -> None:
        await e.everybody_until(Phase.CLOSING)
        assert e.sound.heard == may_be_heard((await e.actor()).circle)
        assert replay(e.store.logs[e.name]) == (await e.actor()).circle

    evening(play)


def test_everybody_is_shown_the_whole_circle_after_every_change() -> None:
    """W2"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.OPENING)
        views = [(await guest.read()).view for guest in guests.values()]
        assert {view.phase for view in views} == {Phase.OPENING}
        assert [view.you.number for view in views] == list(NAMES)

    evening(play)


def test_a_refusal_is_told_to_the_asker_alone() -> None:
    """W2"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.OPENING)
        for guest in guests.values():
            await guest.read()
        seen = len(guests[FRIDA].shown)
        assert await e.asks(MIA, c.NextStep(seen=1)) == Refused(Reason.NOT_YOURS)
        assert len((await guests[FRIDA].read()).shown) == seen

    evening(play)


def test_two_facilitators_pressing_next_at_once_move_one_step() -> None:
    """P2"""

    async def play(e: Evening) -> None:
        await e.everybody_until(Phase.OPENING)
        actor = await e.actor()
        answers = await asyncio.gather(actor.ask(FRIDA, c.NextStep(seen=1)), actor.ask(FINN, c.NextStep(seen=1)))
        assert answers == [None, Refused(Reason.STALE)]
        assert actor.circle.step == 2

    evening(play)


def test_a_newer_connection_takes_the_seat_from_the_older() -> None:
    """S3: of the same page. The older one is told, and its end later means nothing."""

    async def play(e: Evening) -> None:
        older = await e.enters(MIA)
        newer = await e.comes_back(MIA)
        assert (await older.read()).goodbye is EndReason.REPLACED
        assert older.line.closed
        await (await e.actor()).lose(MIA, older.outbox)
        assert (await newer.read()).view.seats[0].presence is Presence.HERE
        assert not newer.line.closed

    evening(play)


def test_a_lost_line_keeps_the_seat_and_the_switch() -> None:
    """S3, M5, H3"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.REFLECTION)
        await e.is_lost(guests[MIA])
        assert MIA not in e.sound.heard
        back = await (await e.comes_back(MIA)).read()
        assert back.view.you.number == MIA
        assert MIA in e.sound.heard

    evening(play)


def test_the_presenter_stays_silent_through_every_way_back() -> None:
    """H6"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.REFLECTION)
        since = len(e.sound.history)
        await e.is_lost(guests[PIET])
        await e.comes_back(PIET)
        await e.enters(PIET)
        await e.asks(PIET, c.OpenMicrophone())
        assert not any(PIET in heard for heard in e.sound.history[since:])
        assert PIET not in e.sound.heard

    evening(play)


def test_who_leaves_is_said_goodbye_to() -> None:
    """S1"""

    async def play(e: Evening) -> None:
        guest = await e.enters(MIA)
        assert await e.asks(MIA, c.Leave()) is None
        assert (await guest.read()).goodbye is EndReason.LEFT
        await (await e.actor()).lose(MIA, guest.outbox)
        assert (await e.actor()).circle.seat(MIA).presence is Presence.LEFT

    evening(play)


def test_what_cannot_be_kept_does_not_happen() -> None:
    """W5: the asker is told, everything stays, and the next try works."""

    async def play(e: Evening) -> None:
        await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        await e.asks(MAX, c.Leave())
        before = (await e.actor()).circle
        e.store.fails = True
        assert await e.asks(FRIDA, c.NextStep(seen=before.step)) == Refused(Reason.NOT_KEPT)
        with pytest.raises(StoreFailed):
            await e.enters(MAX)
        assert (await e.actor()).circle is before
        assert PIET in e.sound.heard
        e.store.fails = False
        await e.next()
        assert PIET not in e.sound.heard

    evening(play)


@pytest.mark.parametrize("name", ["", "Mia"])
def test_what_is_kept_is_shown_although_the_rest_is_refused_or_cannot_be_kept(name: str) -> None:
    """S9, S10: somebody opens the link of a person whose page has just gone: they are lost, and nobody gets in."""

    class KeepsOneMore(MemoryStore):
        async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
            await super().append(claim, expected, events)
            self.fails = any(isinstance(event, Dropped) for event in events)

    async def play(e: Evening) -> None:
        frida, mia = await e.enters(FRIDA), await e.enters(MIA)
        actor = await e.actor()
        await actor.lose(MIA, mia.outbox)
        with suppress(StoreFailed):
            assert await actor.arrive(MIA, name, Outbox()) == Refused(Reason.OUT_OF_BOUNDS)
        assert actor.circle.seat(MIA).presence is Presence.COMING_BACK
        seen = {seat.number: seat.presence for seat in (await frida.read()).view.seats}
        assert seen[MIA] is Presence.COMING_BACK
        e.store.fails = False

    evening(play, KeepsOneMore())


def test_a_circle_that_somebody_else_wrote_to_falls_silent_and_is_taken_up_again() -> None:
    """H7: a conflict ends the actor, and failure sounds like silence."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.OPENING)
        first, actor = e.sound, await e.actor()
        e.store.logs[e.name].append(StepBegun(at_ms=e.clock.now_ms(), step=2))
        with pytest.raises(ActorStopped):
            await actor.ask(FRIDA, c.NextStep(seen=1))
        assert (first.open, first.heard) == (False, frozenset())
        assert (await guests[MIA].read()).goodbye is EndReason.FAILED
        with pytest.raises(ActorStopped):
            await actor.ask(FRIDA, c.NextStep(seen=1))
        back = await (await e.comes_back(FRIDA)).read()
        assert back.view.phase is Phase.FOLLOW_UP
        assert e.sound is not first

    evening(play)


def test_the_end_shows_the_last_view_says_goodbye_and_lets_go() -> None:
    """E1, E2"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLOSING)
        actor = await e.actor()
        assert await actor.ask(FRIDA, c.EndCircle(seen=actor.circle.step)) is None
        last = await guests[MIA].read()
        assert (last.view.phase, last.goodbye) == (Phase.ENDED, EndReason.ENDED)
        assert (e.sound.open, e.hub.circles) == (False, ())
        assert e.name not in e.store.logs
        assert len(e.store.records[e.name].attendance) == len(NAMES)

    evening(play)


def test_an_empty_meeting_ends_when_its_time_has_come() -> None:
    """E4: on the hand-moved clock."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.REFLECTION)
        actor = await e.actor()
        e.clock.move(hours=100)
        for guest in guests.values():
            await actor.lose(guest.seat, guest.outbox)
        await e.passes(UNNOTED_MS)
        e.clock.move(ms=ABANDONED_AFTER_MS - 1)
        await asyncio.sleep(0)
        assert e.hub.circles == (e.name,)
        e.clock.move(ms=1)
        while e.hub.circles:
            await asyncio.sleep(0)
        assert e.name in e.store.records

    evening(play)


def test_somebody_who_comes_back_in_time_keeps_the_circle() -> None:
    """E4"""

    async def play(e: Evening) -> None:
        guest = await e.enters(FRIDA)
        await e.next()
        await e.is_lost(guest)
        e.clock.move(hours=11)
        await e.comes_back(FRIDA)
        e.clock.move(hours=50)
        await e.asks(FRIDA, c.OpenMicrophone())
        assert (await e.actor()).circle.phase is Phase.OPENING

    evening(play)


def test_an_asker_who_goes_away_meanwhile_does_not_tear_the_circle() -> None:
    """W3, W5: a job is processed to its end even if its caller has gone."""

    class SlowStore(MemoryStore):
        async def append(self, circle: CircleId, expected: int, events: Sequence[Event]) -> None:
            await asyncio.sleep(0)
            await super().append(circle, expected, events)
            await asyncio.sleep(0)

    async def play(e: Evening) -> None:
        await e.enters(FRIDA)
        actor = await e.actor()
        asking = asyncio.ensure_future(actor.ask(FRIDA, c.OpenMicrophone()))
        await asyncio.sleep(0)
        asking.cancel()
        await e.next()
        assert FRIDA in e.sound.heard
        assert replay(e.store.logs[e.name]) == actor.circle
        e.store.fails = True
        asking = asyncio.ensure_future(actor.ask(FRIDA, c.CloseMicrophone()))
        await asyncio.sleep(0)
        asking.cancel()
        await e.passes(0)
        assert e.hub.living(e.name) is actor
        e.store.fails = False

    evening(play, SlowStore())


def test_an_inbox_that_is_full_refuses_and_does_not_grow() -> None:
    """W3"""

    async def play(e: Evening) -> None:
        await e.enters(FRIDA)
        actor = await e.actor()
        asked = [actor.ask(FRIDA, c.OpenMicrophone()) for _ in range(400)]
        answers: list[Any] = await asyncio.gather(*asked, return_exceptions=True)
        assert sum(isinstance(answer, ActorStopped) for answer in answers) == 400 - 256
        assert await e.asks(FRIDA, c.CloseMicrophone()) is None

    evening(play)


def test_an_outbox_unknown_to_the_circle_loses_nothing() -> None:
    """W3"""

    async def play(e: Evening) -> None:
        await e.enters(FRIDA)
        await (await e.actor()).lose(FRIDA, Outbox())
        assert (await e.actor()).circle.seat(FRIDA).here

    evening(play)


def test_what_one_seat_has_kept_is_bounded_and_what_silences_is_not_counted() -> None:
    """W3: nobody makes the log grow without end. Whoever may open less often closes at once all the same."""

    async def play(e: Evening) -> None:
        for seat in (FRIDA, MIA, MAX):
            await e.enters(seat)
        for _ in range(KEPT_PACE.at_once):
            assert await e.asks(MIA, c.OpenMicrophone()) is None
            assert await e.asks(MIA, c.CloseMicrophone()) is None
        version = (await e.actor()).circle.version
        assert await e.asks(MIA, c.OpenMicrophone()) == Refused(Reason.NOT_KEPT)
        assert (await e.actor()).circle.version == version
        assert await e.asks(MAX, c.OpenMicrophone()) is None
        await e.passes(round(1000 / KEPT_PACE.per_s))
        assert await e.asks(MIA, c.OpenMicrophone()) is None
        assert await e.asks(MIA, c.CloseMicrophone()) is None

    evening(play)


def test_whoever_leaves_and_comes_back_by_turns_has_no_more_kept_than_so() -> None:
    """W3: by their link and by their page's own token, as fast as either may be used, for half an hour."""

    async def play(e: Evening) -> None:
        await e.enters(FRIDA)
        actor, half_an_hour_s = await e.actor(), 1800
        before = actor.circle.version
        for _ in range(half_an_hour_s // 2):
            for name in (NAMES[MIA], None):
                outbox: Outbox[Any] = Outbox()
                assert await actor.arrive(MIA, name, outbox) is None
                await actor.ask(MIA, c.Leave(), outbox)
                await actor.lose(MIA, outbox, returns=False)
            e.clock.move(s=2)
        comings = 2 * (COMING_PACE.at_once + COMING_PACE.per_s * half_an_hour_s)
        assert comings < actor.circle.version - before <= 2 * comings
        assert (await Guest(MIA, outbox).read()).goodbye is EndReason.BUSY

    evening(play)


def test_comings_of_which_nothing_is_kept_are_not_counted_with_those_that_are() -> None:
    """S10, W3: whoever is back before anybody is told makes no log longer."""

    async def play(e: Evening) -> None:
        actor, mia = await e.actor(), await e.enters(MIA)
        before = actor.circle.version
        for _ in range(2 * COMING_PACE.at_once):
            await actor.lose(MIA, mia.outbox)
            e.clock.move(s=2)
            mia = await e.comes_back(MIA)
        assert (mia.goodbye, actor.circle.version) == (None, before)

    evening(play)


@pytest.mark.parametrize(("every_s", "minutes"), [(6, 10), (20, 120)])
def test_whose_line_is_poor_comes_back_each_time(every_s: int, minutes: int) -> None:
    """S3, W3: all evening; for ten minutes also where the line is gone half of the time."""

    async def play(e: Evening) -> None:
        actor, mia = await e.actor(), await e.enters(MIA)
        for _ in range(60 * minutes // every_s):
            await e.is_lost(mia)
            e.clock.move(ms=every_s * 1000 - UNNOTED_MS)
            assert actor.circle.seat(MIA).presence is Presence.COMING_BACK
            mia = Guest(MIA, Outbox())
            assert await actor.arrive(MIA, None, mia.outbox) is None
            assert actor.circle.seat(MIA).here

    evening(play)


def test_whoever_came_too_often_by_a_link_keeps_no_page_from_the_seat_and_comes_in_before_long() -> None:
    """W3: it may be in other hands."""

    async def play(e: Evening) -> None:
        actor, by_link = await e.actor(), list[Guest]()
        for _ in range(2 * COMING_PACE.at_once):
            e.clock.move(s=2)
            by_link.append(await e.enters(MIA))
            await e.asks(MIA, c.Leave())
        assert by_link[-1].goodbye is EndReason.BUSY
        assert (await e.comes_back(MIA)).view.you.number == MIA
        await e.asks(MIA, c.Leave())
        e.clock.move(ms=round(1000 / COMING_PACE.per_s))
        assert (await e.enters(MIA)).view.you.number == MIA
        assert actor.circle.seat(MIA).here

    evening(play)


@pytest.mark.parametrize("last", [c.Leave(), c.EndCircle(seen=0)], ids=["leaves", "ends"])
def test_a_facilitator_who_has_asked_too_much_still_silences_and_leaves_or_ends(last: c.Command) -> None:
    """W3, H1: also where that silences nobody. What is not kept, or refused for another reason, is not counted."""

    async def play(e: Evening) -> None:
        for seat in (FRIDA, MIA):
            await e.enters(seat)
        for _ in range(KEPT_PACE.at_once):
            assert await e.asks(FRIDA, c.SilencePerson(seat=MIA)) is None
            assert await e.asks(FRIDA, c.LiftSilence(seat=MIA)) is None
            assert await e.asks(FRIDA, c.LiftSilence(seat=MIA)) == Refused(Reason.ALREADY)
        assert await e.asks(FRIDA, c.SilencePerson(seat=MIA)) is None
        assert await e.asks(FRIDA, c.LiftSilence(seat=MIA)) == Refused(Reason.NOT_KEPT)
        assert await e.asks(FRIDA, c.LiftSilence(seat=FRIDA)) == Refused(Reason.ALREADY)
        assert not e.sound.heard
        assert await e.asks(FRIDA, last) is None

    evening(play)


def test_whoever_has_asked_too_much_still_moves_on_to_the_sitting_back_and_ends() -> None:
    """W3: the step back is counted, for it lets somebody be heard."""

    async def play(e: Evening) -> None:
        await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        for _ in range(KEPT_PACE.at_once):
            await e.asks(FRIDA, c.SilencePerson(seat=MIA))
            await e.asks(FRIDA, c.LiftSilence(seat=MIA))
        step = (await e.actor()).circle.step
        assert await e.asks(FRIDA, c.NextStep(seen=step)) is None
        assert (await e.actor()).circle.phase is Phase.SIT_BACK
        assert await e.asks(FRIDA, c.SkipTo(step=step, seen=step + 1)) == Refused(Reason.NOT_KEPT)
        assert await e.asks(FRIDA, c.EndCircle(seen=step + 1)) is None

    evening(play)
