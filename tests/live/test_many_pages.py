"""Evenings that nobody has planned. Pages come by links and by themselves, several to one seat, and are lost; people
ask what their views offer, two of them at once; links are renewed; the store fails, the server ends; time passes.
"""

import asyncio
import random
from collections.abc import Iterable
from typing import Any, get_args

import pytest

from app.circle import commands as c
from app.circle.commands_presenter import PresenterCommand
from app.circle.frame import SitBack
from app.circle.hearing import breakout, may_be_heard
from app.circle.notices import InvitationsChanged
from app.circle.phases import Phase, Role
from app.circle.plan import Template
from app.circle.reasons import Reason, Refused
from app.circle.replacing import replace
from app.circle.seats import Presence
from app.circle.view import View, Waiting
from app.circle.viewing import view_for, waiting_at
from app.live.actor import CircleActor
from app.live.mailbox import ActorStopped
from app.live.outbox import EndReason, Outbox, Seated
from app.store.store import StoreFailed
from tests.support.evening import Evening
from tests.support.offered import offered
from tests.support.scene import FRIDA, NAMES, PIET
from tests.support.sound import SilentLine
from tests.support.thorough import times

BATCHES, IN_BATCH = 3, times(9, 3)
STEPS = 120
COMES_BACK = {EndReason.FAILED, EndReason.MOVED, EndReason.TOO_SLOW, EndReason.BUSY}
HARDLY_ASKED = (c.EndCircle, c.EndInvitation, c.Leave, c.SkipTo, c.GoBack, c.EndCase)
"""Or no evening would get far."""
OFTEN_ASKED = (
    c.NamePresenter,
    c.Admit,
    c.OpenMicrophone,
    c.AllowOtherDevice,
    c.EnterDebrief,
    *get_args(PresenterCommand),
)
BEGINS_AT = (Phase.GATHERING, Phase.PRESENTATION, Phase.SIT_BACK, Phase.REFLECTION, Phase.LINGERING)
BACK_WITHIN_S = 180
"""Facilitators wait for two minutes at most, and for 15 s where somebody is told before (D8)."""


class Page:
    """One page of a seat. Once it has had one, `person` and the name of its `line` bring it back."""

    def __init__(self, seat: int, name: str) -> None:
        self.seat, self.name = seat, name
        self.person: int | None = None
        self.seated: Seated | None = None
        self.shown: View | Waiting | None = None
        self.outbox: Outbox[Any] | None = None
        self.actor: CircleActor | None = None
        self.goodbye: EndReason | None = None

    @property
    def view(self) -> View | None:
        return self.shown if isinstance(self.shown, View) else None

    def __repr__(self) -> str:
        return f"{self.name} at {self.seat}"

    def read(self) -> None:
        """Take what waits, as a socket does."""
        while self.outbox and self.actor and (message := _taken(self.outbox)) is not None:
            if isinstance(message, Seated):
                person = self.actor.person_of(self.seat, self.outbox)
                self.person, self.seated = person or self.person, message
            elif isinstance(message, View | Waiting):
                self.shown = message
            elif isinstance(message, EndReason):
                self.goodbye = message
                return


def _taken(outbox: Outbox[Any]) -> object:
    """What waits in it; None where nothing does."""
    waiting = outbox.next()
    try:
        waiting.send(None)
    except StopIteration as taken:
        return taken.value
    waiting.close()
    return None


class UnplannedEvening:
    def __init__(self, seed: int) -> None:
        self.rng = rng = random.Random(seed)
        template = rng.choice((Template.ONE_CASE_60, Template.TWO_CASES_90, Template.FISHBOWL_90))
        frame = {"knocking": rng.random() < 0.3, "offers_seen_by_all": rng.random() < 0.3}
        fishbowl = template is Template.FISHBOWL_90
        self.evening = Evening(
            template=template, sit_back=rng.choice((SitBack.SOFT, *SitBack)), fishbowl=fishbowl, **frame
        )
        self.pages: list[Page] = []
        self.renewals = [0] * len(NAMES)

    async def play(self) -> None:
        await self.evening.open()
        happens = {
            self.somebody_asks: 40,
            self.two_ask_at_once: 8,
            self.somebody_comes: 7,
            self.a_page_comes_back: 10,
            self.a_page_is_lost: 8,
            self.sound_changes: 6,
            self.somebody_speaks: 2,
            self.the_store_turns: 2,
            self.the_server_ends: 1,
            self.a_link_is_renewed: 1,
            self.time_passes: 15,
        }
        await self.begins(self.rng.choice(BEGINS_AT))
        for _ in range(STEPS):
            [what] = self.rng.choices(list(happens), list(happens.values()))
            await what()
            await self.settle()
            if self.ended:
                return
        await self.everybody_comes_back()

    async def begins(self, phase: Phase) -> None:
        """All have come, and the meeting to this phase; in a case Piet presents."""
        people = {seat: Page(seat, name) for seat, name in NAMES.items()}
        for page in people.values():
            await self.comes(page)
        await self.settle()
        await self.let_in(people.values())
        await self.asks(people[PIET], c.OfferCase())
        await self.asks(people[FRIDA], c.NamePresenter(seat=PIET))
        step = next(i for i, step in enumerate((await self.evening.actor()).circle.plan) if step.phase is phase)
        await self.asks(people[FRIDA], c.SkipTo(step=step, seen=0))
        await self.settle()

    async def let_in(self, pages: Iterable[Page]) -> None:
        """All agree to whoever waits, and admit them."""
        for page in pages:
            for command in offered(page.view, self.rng) if page.view else ():
                if isinstance(command, c.Admit | c.AgreeToObserver):
                    await self.asks(page, command)
        await self.settle()

    @property
    def ended(self) -> bool:
        return self.evening.name in self.evening.store.records

    @property
    def connected(self) -> list[Page]:
        return [page for page in self.pages if page.outbox]

    async def settle(self) -> None:
        """Whatever is due is done, and everybody has read what they are sent; then it is so."""
        for _ in range(3):
            for _ in range(30):
                await asyncio.sleep(0)
            for page in self.connected:
                page.read()
                if page.goodbye:
                    await self.loses(page, returns=page.goodbye in COMES_BACK)
        self.check()

    def check(self) -> None:
        actor = self.evening.hub.living(self.evening.name)
        if actor is None:
            assert not self.connected, "nobody has told them that their circle is not here"
            return
        circle, now_ms = actor.circle, actor.clock.now_ms()
        assert self.evening.sound.heard == may_be_heard(circle)
        assert self.evening.sound.breakout == breakout(circle)
        kept = not (self.evening.store.fails or actor._unnoted())
        for page in self.connected:
            assert page.actor is actor
            assert page.outbox is not None
            sits = actor._participants.holds(page.seat, page.outbox)
            assert sits or actor._claimants._outboxes.get(page.seat) is page.outbox, f"{page} waits for nothing"
            if kept:
                so = view_for(circle, page.seat, now_ms) if sits else waiting_at(circle, page.seat)
                assert _timeless(page.shown) == _timeless(so), page
            if page.view:
                check_answers(page.view)
        for seat in circle.seats:
            if kept:
                assert seat.connected is (seat.number in actor._participants)
                claim = circle.transient.claims.get(seat.number)
                assert bool(claim and claim.waits) is (seat.number in actor._claimants._outboxes)

    async def comes(self, page: Page) -> None:
        """By the link, or where it has had the seat, by itself."""
        if page not in self.pages:
            self.pages.append(page)
        page.shown = page.goodbye = None
        renewals, line = self.renewals[page.seat - 1], page.seated.name if page.seated else None
        name, line = (page.name, None) if page.person is None else (None, line)
        try:
            page.actor = actor = await self.evening.actor()
            page.outbox = Outbox()
            refused = await actor.arrive(page.seat, name, page.outbox, page.person, line, renewals)
        except (ActorStopped, StoreFailed):
            page.goodbye = EndReason.FAILED
        else:
            if refused is None:
                return
            page.goodbye = EndReason.BUSY if refused.reason is Reason.NOT_NOW else EndReason.UNINVITED
            if refused.reason is Reason.NO_SUCH_PERSON:
                page.person = page.seated = None
        await self.loses(page)

    async def loses(self, page: Page, *, returns: bool = True) -> None:
        outbox, page.outbox, page.shown = page.outbox, None, None
        if outbox and page.actor:
            await page.actor.lose(page.seat, outbox, returns=returns)

    async def asks(self, page: Page, command: c.Command) -> Refused | None:
        assert page.actor
        try:
            return await page.actor.ask(page.seat, command, page.outbox)
        except ActorStopped:
            return Refused(Reason.NOT_KEPT)

    async def somebody_asks(self) -> None:
        """W1: what a view offers is done."""
        if wish := self._wish():
            refused = await self.asks(*wish)
            assert refused is None or refused.reason is Reason.NOT_KEPT, (wish, refused)

    async def two_ask_at_once(self) -> None:
        wishes = [wish for wish in (self._wish(), self._wish()) if wish]
        await asyncio.gather(*(self.asks(*wish) for wish in wishes))

    async def somebody_comes(self) -> None:
        seat = self.rng.choice(list(NAMES))
        name = NAMES[seat] if self.rng.random() < 0.75 else self.rng.choice([*NAMES.values(), "Zoe"])
        if sum(page.seat == seat for page in self.connected) < 3:
            await self.comes(Page(seat, name))

    async def a_page_comes_back(self) -> None:
        if away := [page for page in self.pages if page.outbox is None][-8:]:
            await self.comes(self.rng.choice(away))

    async def a_page_is_lost(self) -> None:
        if self.connected:
            await self.loses(self.rng.choice(self.connected), returns=self.rng.random() < 0.8)

    async def sound_changes(self) -> None:
        if lines := [page.seated.line for page in self.connected if page.seated and not page.seated.line.closed]:
            line = self.rng.choice(lines)
            assert isinstance(line, SilentLine)
            line.stands() if self.rng.random() < 0.8 else line.fail()

    async def somebody_speaks(self) -> None:
        if self.evening.sound.on_voice:
            self.evening.sound.on_voice(self.rng.choice(list(NAMES)))

    async def the_store_turns(self) -> None:
        self.evening.store.fails = not self.evening.store.fails

    async def the_server_ends(self) -> None:
        """By a word, or at once."""
        hub = self.evening.hub
        await (hub.stop() if self.rng.random() < 0.5 else hub.stop_circles())
        self.evening.hub = self.evening.new_hub()

    async def a_link_is_renewed(self) -> None:
        self.renewals[self.rng.randrange(len(NAMES))] += 1
        await self.evening.hub.tell(self.evening.name, InvitationsChanged(renewals=tuple(self.renewals)))

    async def time_passes(self) -> None:
        rng, short = self.rng, (200, 1000, 3000, 5000, 15_000, 20_000)
        self.evening.clock.move(
            ms=rng.choice([*short, *short, *short, rng.randrange(200_000), rng.randrange(1_800_000)])
        )

    async def everybody_comes_back(self) -> None:
        """On other devices, by their links; a facilitator lets in who waits, and ends the meeting."""
        self.evening.store.fails = False
        for page in self.connected:
            await self.loses(page)
        await self.time_passes()
        await self.settle()
        if self.ended:
            return
        circle = await self.evening.hub.read(self.evening.name)
        people = {
            s.number: Page(s.number, NAMES[s.number]) for s in circle.seats if s.presence is not Presence.UNINVITED
        }
        for _ in range(0, BACK_WITHIN_S, 5):
            for page in people.values():
                if page.outbox is None:
                    await self.comes(page)
            await self.settle()
            await self.let_in(people.values())
            if all(page.view for page in people.values()):
                break
            self.evening.clock.move(s=5)
            await self.settle()
            if self.ended:  # a room that was to close by now
                return
        assert all(page.view for page in people.values()), {
            page: page.goodbye or page.shown for page in people.values()
        }
        frida = people[FRIDA]
        assert frida.view
        assert await self.asks(frida, c.EndCircle(seen=frida.view.step)) is None
        await self.settle()
        assert {page.goodbye for page in people.values()} == {EndReason.ENDED}

    def _wish(self) -> tuple[Page, c.Command] | None:
        pages = [page for page in self.connected if page.view]
        if not pages:
            return None
        page = self.rng.choice(pages)
        assert page.view
        wishes = list(offered(page.view, self.rng))
        wishes = [wish for wish in wishes if not isinstance(wish, HARDLY_ASKED) or self.rng.random() < 0.04]
        wishes += 2 * [wish for wish in wishes if isinstance(wish, OFTEN_ASKED)]
        return (page, self.rng.choice(wishes)) if wishes else None


def check_answers(view: View) -> None:
    """Whatever is asked is asked by somebody, and whoever is asked can answer it and go on."""
    can, leading = set(view.you.can), view.leading
    presenter = next((seat for seat in view.seats if seat.role is Role.PRESENTER), None)
    assert view.you.other_device is None or {"allow_other_device", "refuse_other_device"} <= can
    assert not view.you.word_asked or "take_back_word" in can
    if leading is None or view.phase is Phase.ENDED:
        return
    assert view.you.no_next or "next_step" in can
    assert all({"admit", "turn_away"} & set(at_door.can) for at_door in leading.at_door if at_door.knocks)
    if leading.word_asked:
        assert presenter
        assert presenter.sits_back
        assert {"let_presenter_speak", "decline_word"} <= can
    if leading.pause_needed:
        assert presenter
        assert "answer_pause" in can


def _timeless(shown: View | Waiting | None) -> View | Waiting | None:
    """Without the record that would be kept now: of that the newest minutes are told with what comes next."""
    if isinstance(shown, View) and shown.leading:
        return replace(shown, leading=replace(shown.leading, record=None))
    return shown


def played(seed: int) -> None:
    async def play() -> None:
        unplanned = UnplannedEvening(seed)
        try:
            await unplanned.play()
        finally:
            unplanned.evening.store.fails = False
            await unplanned.evening.hub.stop()

    asyncio.run(play())


@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_every_page_shows_is_so_and_everybody_can_go_on(batch: int) -> None:
    """W1, W2, H7, S3, S4, D1, D7, D8, D11, O1, M6, L7, N16: in the end all are back, and the meeting is ended."""
    for seed in range(batch * IN_BATCH, (batch + 1) * IN_BATCH):
        try:
            played(seed)
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error
