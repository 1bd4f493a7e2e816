"""All there is in a history: machines and the lives that run on them, Redis, the network, people, and the witness."""

import asyncio
import random
from collections.abc import Sequence
from functools import cache

from app.circle import commands as c
from app.circle.decide import decide, open_circle, react
from app.circle.events import Event
from app.circle.evolve import evolve, replay
from app.circle.frame import Frame
from app.circle.notices import Arrived
from app.circle.phases import Phase, Role
from app.circle.plan import Step, custom
from app.circle.state import Circle
from app.store.store import CircleId, Claim
from tests.simulation.connection import Connection
from tests.simulation.invariants import Witness
from tests.simulation.network import Network, Trouble
from tests.simulation.nodes import Life
from tests.simulation.people import Person
from tests.simulation.redis import Redis, Rules
from tests.simulation.sound import SimulatedLine, Span
from tests.simulation.wire import Wire
from tests.support.clock import START_MS

ROLES = (Role.FACILITATOR, Role.MEMBER, Role.MEMBER)
PRESENTER = 2
PLAN = custom(
    tuple(
        Step(phase=phase, minutes=minutes)
        for phase, minutes in (
            (Phase.CALL_FOR_CASE, 2),
            (Phase.PRESENTATION, 6),
            (Phase.SIT_BACK, 1),
            (Phase.REFLECTION, 20),
            (Phase.PRESENTER_RETURNS, 6),
            (Phase.CLOSING, 3),
        )
    )
)


class World:
    """`without` names what is taken away, to prove that it is missed."""

    def __init__(
        self, rng: random.Random, places: int, replicas: int, without: frozenset[str], narrates: bool = False
    ) -> None:
        self.rng = rng
        self.replicas = replicas
        self.without = without
        self.places = [f"node{n}" for n in range(1, places + 1)]
        self.balanced_to = rng.choice(self.places)
        """Where the balancer sends most people first."""
        self.network = Network()
        self.redis = Redis(
            Rules(
                fencing="fencing" not in without,
                write_numbers="write numbers" not in without,
                withdrawing="withdrawing" not in without,
                beats="beats" not in without,
            )
        )
        self.story: list[str] | None = [] if narrates else None
        self.spans: list[Span] = []
        self.witness = Witness(self.redis, self.spans, self.now_s, self.say)
        self.counts = self.witness.counts
        self.lives: list[Life] = []
        self.people: list[Person] = []
        self._living: dict[str, Life] = {}
        self._tasks: list[asyncio.Task[object]] = []

    def now_s(self) -> float:
        """True time."""
        return asyncio.get_running_loop().time()

    def say(self, what: str) -> None:
        """Tell what happens, to whoever reads this history."""
        if self.story is not None:
            self.story.append(f"{self.now_s():8.3f}  {what}")

    def hop_s(self) -> float:
        """How long anything takes from one place to another."""
        return 0.0005 + 0.002 * self.rng.random()

    def living(self, place: str) -> Life | None:
        """Who lives there now, frozen or not."""
        return self._living.get(place)

    def go_on(self, task: "asyncio.Task[object]") -> None:
        """Hold on to this, so that it goes on."""
        self._tasks.append(task)

    def starts(self, place: str, offset_ms: int = 0) -> None:
        """A new life on this machine, if there is none."""
        if place in self._living or self.witness.over:
            return
        number = 1 + sum(life.place == place for life in self.lives)
        life = self._living[place] = Life(self, place, number, offset_ms)
        self.lives.append(life)
        if "comparing" in self.without:
            life.hub.check_claims = _nothing  # type: ignore[method-assign]
        self.say(f"{life.name} starts, its clock {offset_ms / 1000:+.0f} s")
        self.go_on(life.process.start(life.live()))

    def kills(self, place: str) -> None:
        """The process is no more, and its sound with it."""
        if not self.witness.over and (life := self._living.pop(place, None)):
            self.say(f"{life.name} is killed")
            life.process.kill()
            life.media.changed()
            self.network.changed()

    def ends(self, life: Life) -> None:
        """It has come to its end by itself."""
        if self._living.get(life.place) is life:
            self.say(f"{life.name} has ended")
            self.kills(life.place)

    def freezes(self, place: str) -> None:
        """SIGSTOP."""
        if (life := self.living(place)) and life.process.runs and not self.witness.over:
            self.say(f"{life.name} freezes")
            life.frozen_s = self.now_s()
            life.process.freeze()
            life.media.changed()
            self.network.changed()

    def wakes(self, place: str) -> None:
        """SIGCONT."""
        if (life := self.living(place)) and not life.process.runs:
            self.say(f"{life.name} wakes")
            life.process.wake(timers_last=self.rng.random() < 0.5)
            life.media.changed()
            self.network.changed()
            self.witness.woke(life.name, self.now_s() - life.frozen_s, bool(life.media.rooms) and life.media.passes())

    def drains(self, place: str, within_ms: int) -> None:
        """SIGTERM."""
        if (life := self.living(place)) and life.ready and not life.draining:
            self.say(f"{life.name} is told to stop")
            self.go_on(life.process.start(life.drain(within_ms)))

    def heals(self) -> None:
        """Everything works again."""
        self.say("everything is healed")
        self.redis.replica_reached = True
        for place in self.places:
            self.wakes(place)
            self.starts(place)
            self._living[place].line.trouble = Trouble()
        if self.redis.frozen:
            self.redis.wake()

    def meets(self, circle: CircleId, step: int, asks_every_s: float | None) -> None:
        """A circle that is under way, with its people still to come."""
        log = log_until(step)
        self.redis.change(lambda data: data.begin(circle, log))
        self.witness.began(circle, log)
        for seat in range(1, len(ROLES) + 1):
            person = Person(self, circle, seat, asks_every_s)
            self.people.append(person)
            person.begin()

    def arrives(self, person: Person, wire: Wire) -> None:
        """A page has come to a node."""
        entry = wire.entry
        self.say(f"{person.name} comes to {entry.name}")
        self.go_on(entry.process.start(Connection(entry, wire, person).live()))

    def voice(self, person: Person, line: SimulatedLine, owner: Life) -> None:
        """A packet of this person's voice comes to the owner of their line."""
        room = line.room
        if line.closed or not (self.network.reaches(person.place, owner.place) and room.passes(person.seat)):
            return
        self.witness.passed_on(room.claim, person.seat)
        if room.on_voice and self.rng.random() < 0.1:
            owner.process.call(room.on_voice, person.seat)

    def in_force(self, claim: Claim) -> bool:
        """Whether nobody has claimed the circle since."""
        return self.redis.data.of(claim.circle).term == claim.term

    async def over(self) -> None:
        """Let everything come to its end, and what that begins, too."""
        self.witness.over = True
        for life in self.lives:
            life.line.closed = True
        for life in self.lives:
            life.process.bury()
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.wait(others)


@cache
def log_until(step: int) -> list[Event]:
    """How a circle came to this step of the plan."""
    circle: Circle | None = None
    log: list[Event] = [open_circle("Tuesday circle", PLAN, ROLES, START_MS, Frame())]
    circle = replay(log)

    def happens(changes: object) -> None:
        nonlocal circle
        assert isinstance(changes, Sequence) and circle
        for event in changes:
            circle = evolve(circle, event)
            log.append(event)

    for seat in range(1, len(ROLES) + 1):
        happens(react(circle, Arrived(seat=seat, name=f"Person {seat}"), START_MS))
        happens(decide(circle, c.OpenMicrophone(), seat, START_MS))
    happens(decide(circle, c.OfferCase(), PRESENTER, START_MS))
    happens(decide(circle, c.NamePresenter(seat=PRESENTER), 1, START_MS))
    while circle.step < step:
        happens(decide(circle, c.NextStep(seen=circle.step), 1, START_MS))
    return log


async def _nothing() -> None:
    """Somebody does not look whether they have lost a circle."""
