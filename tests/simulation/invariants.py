"""What must hold at every step of every history. `Witness` is told of everything, and says what was violated.

Numbers in brackets are those of the rules in docs/RULES.md.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise

from app.circle.events import Event
from app.circle.evolve import evolve, replay
from app.circle.hearing import may_be_heard
from app.circle.state import Circle
from app.store.directory import NodeStatus
from app.store.store import CircleId, Claim
from tests.simulation.redis import Redis, Write
from tests.simulation.sound import Room, Span

CLAIM_S = 3.0
BOUND_S = 7.0
"""How long two owners may sound at once: the bound without the store, less the claim time (decision 0008)."""
SLACK_S = 0.05
"""Clocks are read in whole milliseconds, and timers ring a trifle late."""
TOUCH_S = 0.001
"""What counts as no overlap at all."""

UNREACHABLE = "unreachable"
ITSELF = "claiming it itself"


class Witness:
    """Looks on. `forgetful` is whether this Redis may forget what it acknowledged (a failover without replicas)."""

    def __init__(self, redis: Redis, spans: list[Span], now_s: Callable[[], float], say: Callable[[str], None]) -> None:
        self.violations: list[str] = []
        self.counts: Counter[str] = Counter()
        self.forgetful = False
        self.over = False
        self._redis = redis
        self._spans = spans
        self._now_s = now_s
        self._say = say
        self._states: dict[CircleId, list[Circle]] = defaultdict(list)
        self._logs: dict[CircleId, list[Event]] = defaultdict(list)
        self._promised: dict[CircleId, int] = defaultdict(int)
        self._beats: dict[str, float] = {}
        self._newest_beats: Counter[str] = Counter()
        self._writers: dict[CircleId, tuple[int, str]] = {}
        self._ended: set[CircleId] = set()
        self._why: dict[tuple[CircleId, int], str] = {}
        self._known: dict[Claim, int] = {}
        self._unsure: dict[Claim, list[Write]] = defaultdict(list)
        self._refused: dict[int, Event] = {}
        """By identity: an event that is refused may be equal to a later one that is kept."""
        redis.on_write = self._taken
        redis.on_claim = self._claimed
        redis.on_publish = self._beat

    def violated(self, what: str) -> None:
        """Something that must hold does not."""
        if not self.over:
            self._say(f"VIOLATED: {what}")
            self.violations.append(f"at {self._now_s():.3f} s: {what}")

    def began(self, circle: CircleId, log: list[Event]) -> None:
        """A circle that is there when the history begins."""
        self._logs[circle] = list(log)
        self._states[circle] = [replay(log[: n + 1]) for n in range(len(log))]

    def has_ended(self, circle: CircleId) -> bool:
        """Whether its record is kept."""
        return circle in self._ended

    def kept(self, write: Write) -> None:
        """A write was acknowledged to its node: it is there, and stays (N4)."""
        claim = _claim_of(write)
        until = write.expected + len(write.events)
        self._known[claim] = max(self._known.get(claim, 0), until)
        for earlier in self._unsure.pop(claim, ()):
            self._refused.update((id(event), event) for event in earlier.events)
        if write.record is not None or write.circle in self._ended or self.forgetful:
            return
        if not _same(self._logs[write.circle][write.expected : until], write.events):
            self.violated(f"{write.node} was told that {_names(write.events)} is kept, and it is not")
        self._promise(write.circle, until)
        self._look_for_refused(write.circle)

    def unsure(self, write: Write) -> None:
        """A write was not acknowledged: if its owner goes on writing, it is not there (N4)."""
        self.counts["writes without an answer"] += 1
        self._say(f"{write.node} does not know whether {_names(write.events)} is kept")
        self._unsure[_claim_of(write)].append(write)

    def granted(self, claim: Claim, circle: Circle) -> None:
        """Somebody was told that what they asked has happened: the log says so too (N4, W5)."""
        self.counts["commands granted"] += 1
        self._compare(claim, circle, "granted")

    def shown(self, claim: Claim, circle: Circle, room: Room) -> None:
        """A view of this state is on its way: the sound obeys it already, and it is kept (H7, W5)."""
        self.counts["views"] += 1
        if room.heard != may_be_heard(circle) and room.open:
            self.violated(
                f"{claim.node} shows a view while {set(room.heard)} are heard, not {set(may_be_heard(circle))}"
            )
        self._compare(claim, circle, "shown")

    def seen(self, who: str, claim: Claim, version: int, newest: int, in_force: bool) -> None:
        """A person has been shown this version, having been shown the newest before."""
        if version >= newest or self.forgetful:
            return
        if in_force:
            self.violated(f"{who} is shown version {version} by {claim.node}, after {newest}")
        else:
            self.counts["older views by an owner that was succeeded"] += 1

    def woke(self, node: str, after_s: float, sounds: bool) -> None:
        """A node that was frozen past its lease wakes up silent (N12)."""
        if sounds and after_s > CLAIM_S + SLACK_S:
            self.violated(f"{node} slept for {after_s:.3f} s and wakes up sounding")

    def passed_on(self, claim: Claim, seat: int) -> None:
        """This voice was passed on by the owner of this claim (H1, H6)."""
        self.counts["voices"] += 1
        states = self._states[claim.circle]
        known = self._known.get(claim, 0)
        if 0 < known <= len(states) and not self.forgetful and seat not in may_be_heard(states[known - 1]):
            self.violated(f"{claim.node} passes on seat {seat}, which its own newest state does not let be heard")

    def overlap(self) -> None:
        """Two owners sound side by side for the bound at most; not at all where the claimer could ask (N11, N12)."""
        circles: dict[CircleId, list[Span]] = defaultdict(list)
        for span in self._spans:
            if span.ends_s > span.begins_s:
                circles[span.claim.circle].append(span)
        for spans in circles.values():
            together: Counter[tuple[Claim, Claim]] = Counter()
            for i, one in enumerate(spans):
                for other in spans[i + 1 :]:
                    if one.claim != other.claim:
                        older, newer = sorted((one.claim, other.claim), key=lambda claim: claim.term)
                        both_s = min(one.ends_s, other.ends_s) - max(one.begins_s, other.begins_s)
                        together[older, newer] += max(0.0, both_s)  # type: ignore[assignment]
            for (older, newer), seconds in together.items():
                self._judge_overlap(older, newer, float(seconds))

    def _judge_overlap(self, older: Claim, newer: Claim, seconds: float) -> None:
        why = self._why.get((older.circle, older.term + 1), "")
        allowed_s = BOUND_S + SLACK_S if why == UNREACHABLE else TOUCH_S
        self.counts["double sound, ms at most"] = max(self.counts["double sound, ms at most"], int(seconds * 1000))
        self.counts["double sounds"] += seconds > TOUCH_S
        if seconds > allowed_s and not self.forgetful:
            self.violated(
                f"{older.node} (term {older.term}) and {newer.node} (term {newer.term}) sounded together for"
                f" {seconds:.3f} s; its successor found it {why or 'free, or asked nobody'}"
            )

    def _beat(self, status: NodeStatus) -> None:
        """A sign of life, unless it is an older one that comes late or again."""
        if status.beat > self._newest_beats[status.node]:
            self._newest_beats[status.node] = status.beat
            self._beats[status.node] = self._now_s()

    def _claimed(self, circle: CircleId, term: int, holder: str, why: str) -> None:
        """A circle is taken only from a node whose beat has stood still for the claim time (N6)."""
        self._say(f"{circle} is claimed: term {term}" + (f", its holder {why}" if why else ""))
        still_s = self._now_s() - self._beats.get(holder, -CLAIM_S)
        if (
            still_s < CLAIM_S - SLACK_S
            and holder in self._redis.data.directory.statuses
            and why != ITSELF
            and not self.forgetful
        ):
            self.violated(f"{circle} is taken from {holder}, which showed itself {still_s:.3f} s ago")
        self._why[circle, term] = why
        self.counts[f"claims: {why or 'of nobody, or of whom nobody was asked'}"] += 1

    def _taken(self, write: Write, in_force: int, outcome: str) -> None:
        """Redis has answered a write."""
        if self.over:
            return
        self._say(f"{write.node} writes {_names(write.events)} at {write.expected} in term {write.term}: {outcome}")
        if outcome != "kept":
            self.counts["fenced writes" if write.term != in_force else "writes in conflict"] += 1
            return
        if write.record is not None:
            self._ended.add(write.circle)
            self.counts["circles ended"] += 1
            return
        self._check_writer(write, in_force)
        self._follow(write.circle)
        if self._refused:
            self._look_for_refused(write.circle)

    def _check_writer(self, write: Write, in_force: int) -> None:
        """One writer at a time, each with a higher term than the one before (N1, N2)."""
        term, node = self._writers.get(write.circle, (0, ""))
        if write.term != in_force and not self.forgetful:
            self.violated(f"a write of term {write.term} was kept in term {in_force}")
        if write.term < term or (write.term == term and node != write.node):
            self.violated(f"{write.node} wrote in term {write.term}, after {node} in term {term}")
        self._writers[write.circle] = (write.term, write.node)

    def _follow(self, circle: CircleId) -> None:
        """Redis has another log now: what was promised is still in it, and time does not run back in it (N4, N8)."""
        log, before, states = self._redis.data.of(circle).events, self._logs[circle], self._states[circle]
        same = next((n for n, (new, old) in enumerate(zip(log, before, strict=False)) if new is not old), None)
        same = min(len(log), len(before)) if same is None else same
        if same < len(before):
            self.counts["withdrawn events"] += len(before) - same
        if same < self._promised[circle] and not self.forgetful:
            self.violated(f"{_names(before[same : self._promised[circle]])} was promised, and is lost")
        del states[same:]
        for event in log[same:]:
            states.append(evolve(states[-1], event) if states else replay([event]))
        self._logs[circle] = list(log)
        if any(event.at_ms < earlier.at_ms for earlier, event in pairwise(log[max(0, same - 1) :])):
            self.violated(f"time runs back in the log: {_names(log[-3:])}")

    def after_failover(self) -> None:
        """Redis has perhaps forgotten something."""
        for circle in list(self._logs):
            if circle not in self._ended or self.forgetful:
                self._follow(circle)

    def _promise(self, circle: CircleId, version: int) -> None:
        self._promised[circle] = max(self._promised[circle], version)

    def _compare(self, claim: Claim, circle: Circle, how: str) -> None:
        if claim.circle in self._ended or circle.ended or self.forgetful:
            return
        states = self._states[claim.circle]
        if circle.version > len(states) or states[circle.version - 1] != circle:
            self.violated(f"{claim.node} has {how} version {circle.version}, which is not what is kept")
        self._promise(claim.circle, circle.version)
        self._known[claim] = max(self._known.get(claim, 0), circle.version)

    def _look_for_refused(self, circle: CircleId) -> None:
        for event in self._logs[circle]:
            if id(event) in self._refused and not self.forgetful:
                self.violated(f"{type(event).__name__} was refused as not kept, and is in the log")


def _claim_of(write: Write) -> Claim:
    return Claim(circle=write.circle, node=write.node, term=write.term)


def _same(some: list[Event], others: tuple[Event, ...]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def _names(events: list[Event] | tuple[Event, ...]) -> str:
    return ", ".join(type(event).__name__ for event in events) or "nothing"
