"""An asyncio loop on which an hour passes at once, and everything happens again for the same seed.

    simulate(history, seed=7, limit_s=60)

Nothing waits: when nothing is ready, time jumps to the next timer. There are no sockets and no threads. Callbacks run
in the order asyncio promises; for timers due at one moment it promises none, so there chance decides. A seed repeats
across processes only if they share PYTHONHASHSEED, should what is simulated walk through sets of strings.
"""

import asyncio
import random
from collections.abc import Callable, Coroutine
from contextvars import Context
from typing import Any, NoReturn, TypeVar, TypeVarTuple, Unpack

from tests.support.clock import START_MS

LATE_S = 1e-6
"""A timer rings one to two of these late: never too early, and in an order of its own among timers of one moment."""

TURNS_MAX = 100_000
"""So many turns without time passing, and nothing will ever come of it."""

WIND_UP_S = 60
"""How long what is left may take to end once it is cancelled for being out of time."""

T = TypeVar("T")
Given = TypeVarTuple("Given")


class Stuck(Exception):
    """Nothing more can happen."""


class OutOfTime(Exception):
    """It has not ended within the time it was given."""


class _Time:
    """Stands where a loop has its selector. Asked to wait for sockets, it moves time on instead."""

    def __init__(self, limit_s: float) -> None:
        self.now_s = 0.0
        self._limit_s = limit_s
        self._turns = 0

    def select(self, timeout_s: float | None) -> tuple[()]:
        """Let this much time pass. None means that nobody has set a timer."""
        if timeout_s is None:
            raise Stuck(f"at {self.now_s:.3f} s nothing is ready and no timer is set: everybody waits for somebody")
        if timeout_s == 0:
            self._count()
        else:
            self._pass(timeout_s)
        return ()

    def _pass(self, seconds: float) -> None:
        if self.now_s + seconds > self._limit_s:
            over_s, self._limit_s = self._limit_s, self.now_s + WIND_UP_S
            raise OutOfTime(f"not over after {over_s} s")
        self.now_s += seconds
        self._turns = 0

    def _count(self) -> None:
        self._turns += 1
        if self._turns > TURNS_MAX:
            self._turns = 0
            raise Stuck(f"time stands still at {self.now_s:.3f} s: somebody asks again and again without waiting")


class SimulatedLoop(asyncio.BaseEventLoop):
    """A loop on virtual time, which begins at 0. `rng` is seeded, for whoever plays the world around."""

    def __init__(self, seed: int = 0, limit_s: float = float("inf")) -> None:
        super().__init__()
        self.rng = random.Random(seed)
        self.uncaught: list[Exception] = []
        """What failed where nobody waits for it: in a timer, in a forgotten task."""

        self._selector = _Time(limit_s)
        self.set_exception_handler(lambda _, context: self.uncaught.append(_exception_of(context)))

    def time(self) -> float:
        """Virtual seconds."""
        return self._selector.now_s

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Given]], object],
        *args: *Given,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """As any loop does, a trifle late."""
        return super().call_at(when + LATE_S * (1 + self.rng.random()), callback, *args, context=context)

    def run_in_executor(self, executor: Any, func: Callable[[Unpack[Given]], object], *args: *Given) -> NoReturn:
        """There is nowhere else to run."""
        raise NotImplementedError("a simulation has no threads")

    def _process_events(self, _: tuple[()]) -> None:
        """No sockets, no events."""

    def _write_to_self(self) -> None:
        """It never waits, so nobody has to wake it."""


class SimulatedClock:
    """A node's own clock (`app.live.clock.Clock`) on virtual time.

    `offset_ms` is how far it is ahead of true time. Setting it steps the clock; alarms already set stay where they are
    in true time, as on a real machine.
    """

    def __init__(self, offset_ms: int = 0) -> None:
        self.offset_ms = offset_ms

    def now_ms(self) -> int:
        """See `Clock.now_ms`."""
        return START_MS + self.offset_ms + int(asyncio.get_running_loop().time() * 1000)

    def call_at(self, at_ms: int, wake: Callable[[], None]) -> asyncio.TimerHandle:
        """See `Clock.call_at`."""
        return asyncio.get_running_loop().call_later(max(0, at_ms - self.now_ms()) / 1000, wake)


def simulate(
    main: Callable[[], Coroutine[Any, Any, T]],
    *,
    limit_s: float,
    seed: int = 0,
    loop_of: Callable[[int, float], SimulatedLoop] = SimulatedLoop,
) -> T:
    """Run it to its end, then cancel what is left.

    Raises `Stuck`, `OutOfTime` when it takes more than this much virtual time, and an `ExceptionGroup` of what failed
    where nobody waited for it.
    """
    loop = loop_of(seed, limit_s)
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        result = runner.run(main())
    if loop.uncaught:
        raise ExceptionGroup("nobody waited for what failed here", loop.uncaught)
    return result


def _exception_of(context: dict[str, Any]) -> Exception:
    return context.get("exception") or RuntimeError(context["message"])
