"""One running circle: a single writer that processes one job after the other.

For each job, always in this order: decide what changes; keep it and tell the sound who is heard (`kept_state.py`); only
then show everybody. If the actor fails it closes its sound first: failure sounds like silence, and the circle
is taken up again from what is kept: by the next arrival, or by the hub before long.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import reduce
from typing import Any

from app.circle.commands import Command
from app.circle.decide import decide, lost_connections, react
from app.circle.events import InvitationRenewed
from app.circle.evolve import Change, apply_change
from app.circle.hearing import may_be_heard
from app.circle.notices import (
    Arrived,
    CalledOff,
    CameBack,
    ConnectionLost,
    GroupNotice,
    LineJudged,
    Notice,
    SoundChanged,
    Spoke,
    TimeUp,
    ToldToEnd,
    WentFromDoor,
)
from app.circle.reasons import Reason, Refused
from app.circle.state import Circle
from app.circle.timing import wake_at_ms
from app.circle.transient_changes import SeatClaimed
from app.live.claimants import Claimants
from app.live.clock import Alarm, Clock
from app.live.ending import end_tasks
from app.live.kept_state import KeptState
from app.live.mailbox import ActorStopped, Mailbox
from app.live.outbox import EndReason, Outbox
from app.live.page_keys import Handed
from app.live.participants import Participants
from app.live.seat_bounds import EnteredBy, SeatBounds
from app.live.sound import Sound
from app.live.weak_lines import WeakLines
from app.store.store import Claim, Conflict, NodeId, Store, StoreFailed

AGAIN_MS = 1000
"""How soon what the store could not keep is tried again."""

log = logging.getLogger(__name__)


class CircleActor:
    """The only writer of one circle: it has its state, its alarm, its participants and its sound."""

    def __init__(
        self,
        claim: Claim,
        circle: Circle,
        store: Store,
        sound: Sound,
        clock: Clock,
        forget: Callable[["CircleActor"], None],
    ) -> None:
        self.claim = claim
        self.clock = clock
        self.people = 0
        """How many people are connected, those who wait to be let in too. It is counted after each job, because a node
        asks all of its circles whenever it takes up another one."""
        self._state = KeptState(claim, circle, store, sound)
        self._store = store
        self._sound = sound
        self._forget = forget
        self._participants = Participants(sound, self._sound_changed)
        self._claimants = Claimants()
        self._weak_lines = WeakLines(self._line_judged)
        self._bounds = SeatBounds()
        self._mailbox = Mailbox()
        self._alarm: Alarm | None = None
        self.end_reason = EndReason.FAILED
        """Why it has stopped here, once it has."""
        self._goodbye: EndReason | None = None
        """Why it is to stop, once it is to."""
        self._unshown = self._may_wait = False
        """Whether something has changed since everybody was shown the circle last; whether it is sound alone."""
        self._woken_ms = clock.now_ms()
        """When it was given a `TimeUp` last, and kept what followed."""
        self._again_ms = 0
        self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def circle(self) -> Circle:
        """The circle as it is kept."""
        return self._state.circle

    @property
    def ever_sounded(self) -> bool:
        """Whether anybody's sound was ever connected here, on a line that is not closed."""
        return self._participants.ever_sounded

    def late_ms(self, seat: int) -> dict[int, int]:
        """Tell how late the voices are that this seat hears, as far as their speakers' lines lose packets (`Sound`)."""
        return self._sound.late_ms(seat)

    async def ask(self, by: int, command: Command, outbox: Outbox[Any] | None = None) -> Refused | None:
        """Do what this person asks, or return why not. When it returns, events are kept and everybody has been shown.

        `outbox` is the connection that it is asked by: one that does not hold the seat, because it waits to be let in
        or has been replaced, may ask for nothing. Raises `ActorStopped` when the circle has stopped here meanwhile.
        """
        try:
            return await self._mailbox.call(lambda: self._ask(by, command, outbox))
        except StoreFailed:
            return Refused(Reason.NOT_KEPT)

    async def arrive(
        self,
        seat: int,
        name: str | None,
        outbox: Outbox[Any],
        person: int | None = None,
        line: str | None = None,
        renewals: int = 0,
    ) -> Refused | None:
        """Take a person in: by invitation under a name, or (name None) back on the seat they already hold as `person`.

        From here on views go to this outbox, and once they are seated their line; an older connection of the same
        person is replaced. `line` is the newest line of a page that comes back by itself: where it stands, it stays
        (S10); where another page has taken the seat since, this outbox is closed (S3). `renewals` counts which of the
        seat's invitations they have, or had come by (`Seat.renewals`). The outbox of a person who comes too often is
        closed. Raises `ActorStopped`, and `StoreFailed` when it could not be kept; then nothing has changed.
        """
        by = EnteredBy(seat=seat, resumes=name is None, person=person, renewals=renewals)
        if not self._bounds.entries.allows(by, self.clock.now_ms()):
            outbox.close(EndReason.BUSY)
            return None
        notice: Arrived | CameBack = CameBack(seat=seat, person=person, renewals=renewals)
        if name is not None:
            notice, line = Arrived(seat=seat, name=name, renewals=renewals), None
        return await self._mailbox.call(lambda: self._arrive(notice, outbox, line))

    async def tell(self, notice: GroupNotice) -> bool:
        """Do as the circle's group says. False where it is called off, and goes on. Raises as `end` does."""
        return await self._mailbox.call(lambda: self._tell(notice))

    def person_of(self, seat: int, outbox: Outbox[Any]) -> int | None:
        """Which person of this seat (`Seat.person`) is at this connection; None where it does not hold the seat."""
        return self.circle.seat(seat).person if self._participants.holds(seat, outbox) else None

    def may_offer(self, seat: int) -> bool:
        """Count an offer of sound to a page of this seat; False where it is one too many."""
        return self._bounds.offers.allows(seat, self.clock.now_ms())

    async def lose(self, seat: int, outbox: Outbox[Any], *, returns: bool = True) -> None:
        """The connection behind this outbox is gone. Nothing follows when a newer one has replaced it.

        It counts as gone as soon as this is called, however many jobs wait and whether or not the loss can be kept.
        Where its page `returns` by itself its seat, and sound that stands, are kept for a while (S10).
        """
        outbox.abandon(returns=returns)
        with suppress(ActorStopped, StoreFailed):
            await asyncio.shield(self._mailbox.cast(("lost", seat), lambda: self._lose(seat)))

    async def end(self) -> None:
        """End the meeting, as whoever runs the server may; its people are told so, and its record is kept (E9).

        Raises `ActorStopped` where the circle has stopped already, and `StoreFailed` when it could not be kept.
        """
        await self._mailbox.call(lambda: self._notice(ToldToEnd()))

    def renew(self, seat: int, line: str) -> None:
        """The page of this seat has lost the line of this name. A job gives it another one.

        Nothing follows where the seat has another line: a job for that would keep the page's own from being added.
        """
        if self._participants.has_line(seat, line):
            self._mailbox.cast(("renew", seat), lambda: self._renew(seat, line))

    def spoke(self, seat: int, outbox: Outbox[Any]) -> None:
        """The page at this connection says that its person has spoken. Nothing follows where nobody hears them (V5)."""
        heard = self._participants.holds(seat, outbox) and self._participants.stands(seat)
        if heard and self.circle.sealed and seat in may_be_heard(self.circle):
            self._voice_noted(seat)

    def introduce(self, seat: int, key: str, proof: str, outbox: Outbox[Any]) -> None:
        """The page at this connection says which public key it has: all pages of a sealed circle are shown it.

        Nothing follows where it does not hold the seat: a job for that would keep the page's own from being added.
        """
        if self._participants.holds(seat, outbox):
            self._mailbox.cast(("introduced", seat), lambda: self._introduce(seat, key, proof, outbox))

    def hand(self, boxes: Mapping[int, str], by: int, outbox: Outbox[Any]) -> None:
        """Pass on what this page hands to others, by their seats. What cannot be passed on is lost."""
        if self.circle.sealed and self._participants.holds(by, outbox) and self.circle.seat(by).here:
            for seat, box in boxes.items():
                self._participants.hand(seat, Handed(seat=by, box=box))

    async def hand_over(self, to: NodeId) -> None:
        """Stop here so that this node goes on with the circle: first end the sound, then give the claim, then close.

        The job that is being processed is finished before. Raises `ActorStopped` where the circle has stopped already,
        and `StoreFailed` when the claim could not be given; then the people find the circle wherever it is taken up.
        """
        await self._mailbox.call(lambda: self._hand_over(to))

    async def stop(self, reason: EndReason = EndReason.FAILED) -> None:
        """Stop the circle here: first end the sound, then close every outbox. Events and claim stay in the store."""
        self.end_reason = reason
        await end_tasks(self._task)
        self._shut_down()  # a task cancelled before its first step has not shut down

    async def _run(self) -> None:
        self._sound.on_voice = self._voice_noted
        self._sound.on_line = lambda seat, measured: self._weak_lines.measured(seat, measured, self.clock.now_ms())
        try:
            await self._lines_lost(lost_connections(self.circle, self.circle.latest_ms))
            self._set_alarm()
            while not self.circle.ended and self._goodbye is None:
                await self._process_next()
            self.end_reason = self._goodbye or EndReason.ENDED
        except asyncio.CancelledError:
            raise
        except Exception as error:
            if isinstance(error, Conflict) and await self._has_ended():
                self.end_reason = EndReason.ENDED
            else:
                log.exception("a circle stopped; it is taken up again from what is kept")
        finally:
            self._shut_down()

    async def _has_ended(self) -> bool:
        """Whether the store has kept an end that was refused because it did not say so in time. Until it answers there
        is no sound."""
        self._sound.close()
        with suppress(StoreFailed):
            return await self._store.record(self.claim.circle) is not None
        return False

    async def _process_next(self) -> None:
        """Process a job, and show what has changed, also where the job failed. Sound alone may wait for one more job:
        of people who come at once everybody would be shown each twice otherwise.
        """
        has_waited, self._may_wait = self._unshown, False
        await self._mailbox.process_next()
        self.people = len(self._participants) + len(self._claimants)
        waits = self._may_wait and self._mailbox.filled and not has_waited
        if self._unshown and not waits:
            self._show()
        self._set_alarm()

    def _shut_down(self) -> None:
        """End the sound first. A step that raises keeps no other from being done (the last one named is the first)."""
        try:
            with ExitStack() as steps:
                steps.callback(self._mailbox.close)
                steps.callback(self._claimants.close_all, self.end_reason)
                steps.callback(self._participants.close_all, self.end_reason)
                if self._alarm:
                    steps.callback(self._alarm.cancel)
                steps.callback(self._forget, self)
                steps.callback(self._sound.close)
                steps.callback(self._sound.let_be_heard, frozenset(), frozenset())
        except Exception:
            log.exception("a circle was let go of, and one step of it failed")

    async def _ask(self, by: int, command: Command, outbox: Outbox[Any] | None) -> Refused | None:
        if outbox is not None and not self._participants.holds(by, outbox):
            return Refused(Reason.NOT_HERE)
        now_ms = self.clock.now_ms()
        outcome = decide(self.circle, command, by, now_ms)
        if not self._bounds.allow(self.circle, by, command, outcome, now_ms):
            return Refused(Reason.NOT_KEPT)
        return await self._follow(outcome)

    async def _arrive(self, notice: Arrived | CameBack, outbox: Outbox[Any], line: str | None) -> Refused | None:
        if outbox.abandoned:
            return None  # whoever has gone before their turn came must take the seat from nobody
        if self._participants.turn_back(notice.seat, outbox, line, self.circle):
            return None
        if isinstance(notice, Arrived):
            self._participants.drop_soundless(notice.seat)
            await self._lines_lost(self._unnoted())
            if self._unshown:
                self._show()  # whoever waited for the seat has it, before somebody else asks for it
        now_ms = self.clock.now_ms()
        outcome = react(self.circle, notice, now_ms)
        if not self._bounds.allow_coming(notice, outcome, now_ms):
            outbox.close(EndReason.BUSY)
            return None
        if refused := await self._follow(outcome):
            return refused
        waits = not isinstance(outcome, Refused) and any(isinstance(change, SeatClaimed) for change in outcome)
        if waits:
            self._claimants.connect(notice.seat, outbox)
        else:
            self._participants.connect(notice.seat, outbox, line, self.circle, self.clock.now_ms())
            await self._look_at_sound(notice.seat)
        return None

    async def _renew(self, seat: int, line: str) -> None:
        self._participants.renew(seat, line)
        await self._look_at_sound(seat)

    async def _look_at_sound(self, seat: int) -> None:
        """Tell the circle whether this person's sound is connected. Whose line has closed is given another."""
        stands = self._participants.stands(seat)
        if not stands:
            self._weak_lines.forget(seat)
        await self._notice(SoundChanged(seat=seat, stands=stands))
        self._unshown = True

    async def _lose(self, seat: int) -> None:
        """Whoever was here is lost only when they are not back in time (S10)."""
        if self._claimants.disconnect_abandoned(seat):
            await self._notice(WentFromDoor(seat=seat))
        if self._participants.disconnect_abandoned(seat, self.circle, self.clock.now_ms()):
            await self._lines_lost(self._unnoted())

    async def _introduce(self, seat: int, key: str, proof: str, outbox: Outbox[Any]) -> None:
        if self.circle.sealed and self.circle.seat(seat).here and self._participants.holds(seat, outbox):
            self._participants.introductions.add(seat, key, proof, self.clock.now_ms())
            self._unshown = True

    async def _tell(self, notice: GroupNotice) -> bool:
        await self._notice(notice)
        if self.circle.ended:
            self._goodbye = EndReason.CALLED_OFF
        return self.circle.ended or not isinstance(notice, CalledOff)

    async def _hand_over(self, to: NodeId) -> None:
        self._goodbye, self._unshown = EndReason.MOVED, False
        self._sound.close()
        await self._store.release(self.claim, to)

    async def _time_up(self) -> None:
        """Tell the circle that time has passed, and who has not come back in time, or was lost and not kept before.

        It is shown also where nothing follows: a view tells of time, too.
        """
        now_ms = self.clock.now_ms()
        self._participants.drop_lost(now_ms)
        self._unshown = True
        try:
            await self._lines_lost(self._unnoted())
            await self._notice(TimeUp())
            self._woken_ms = now_ms
        except StoreFailed:
            self._again_ms = self.clock.now_ms() + AGAIN_MS
            raise

    async def _lines_lost(self, notices: tuple[ConnectionLost, ...]) -> None:
        """Keep them in one append: when a node has died, many circles are taken up with many lines lost in each."""
        circle, changes = self.circle, list[Change]()
        for notice in notices:
            follows = react(circle, notice, self.clock.now_ms())
            if not isinstance(follows, Refused):
                circle = reduce(apply_change, follows, circle)
                changes += follows
        await self._follow(tuple(changes))

    def _unnoted(self) -> tuple[ConnectionLost, ...]:
        return tuple(notice for notice in lost_connections(self.circle) if notice.seat not in self._participants)

    async def _notice(self, notice: Notice) -> None:
        await self._follow(react(self.circle, notice, self.clock.now_ms()))

    async def _follow(self, outcome: Refused | tuple[Change, ...]) -> Refused | None:
        """Let the circle be as has been decided. It is shown after the job."""
        if isinstance(outcome, Refused):
            return outcome
        await self._state.change(outcome, self.clock.now_ms())
        self._unshown = self._unshown or bool(outcome)
        for change in outcome:
            if isinstance(change, InvitationRenewed):
                self._participants.end(change.seat, EndReason.UNINVITED)
        return None

    def _show(self) -> None:
        self._unshown, now_ms = False, self.clock.now_ms()
        for seat, outbox in self._claimants.show(self.circle).items():
            self._participants.connect(seat, outbox, None, self.circle, now_ms)
            self._sound_changed(seat)
        self._participants.show(self.circle, now_ms)

    def _set_alarm(self) -> None:
        """Set the next wake-up, not before `_again_ms`: when the circle wants it, soon where a loss is not kept yet.

        That everybody is shown the circle when it is due does not do it: a `TimeUp` does, and may let somebody in.
        """
        if self._alarm:
            self._alarm.cancel()
        now_ms = self.clock.now_ms()
        again_ms = now_ms + AGAIN_MS if self._unnoted() else None
        wakes = [wake_at_ms(self.circle, self._woken_ms), self._participants.next_loss_ms, again_ms]
        at_ms = min((at_ms for at_ms in wakes if at_ms is not None), default=None)
        self._alarm = None
        if at_ms is not None:
            self._alarm = self.clock.call_at(max(at_ms, self._again_ms), self._wake)

    def _wake(self) -> None:
        self._mailbox.cast("time", self._time_up)

    def _sound_changed(self, seat: int) -> None:
        self._mailbox.cast(("sound", seat), lambda: self._note_sound(seat))

    def _voice_noted(self, seat: int) -> None:
        self._mailbox.cast(("voice", seat), lambda: self._notice(Spoke(seat=seat)))

    def _line_judged(self, seat: int) -> None:
        self._mailbox.cast(("line quality", seat), lambda: self._note_line(seat))

    async def _note_sound(self, seat: int) -> None:
        await self._look_at_sound(seat)
        self._may_wait = True

    async def _note_line(self, seat: int) -> None:
        await self._notice(LineJudged(seat=seat, weak=self._weak_lines.of(seat)))
