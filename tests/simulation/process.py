"""Processes on one simulated loop: each can be frozen, woken and killed, whatever it is in the middle of.

Everything asyncio calls has a context, and a context knows whose it is. What is due while its process is frozen is
held back, and comes in its turn once the process wakes; of a dead process nothing is ever called again.
"""

import asyncio
import heapq
from collections.abc import Callable, Coroutine
from contextvars import Context, ContextVar
from typing import Any, Unpack

from tests.simulation.loop import LATE_S, Given, SimulatedLoop

_process: ContextVar["Process | None"] = ContextVar("process", default=None)

WORLD = Context()
"""Whatever happens between processes: the network, people, Redis."""


class Process:
    """One process. What it begins belongs to it, and so does what that begins."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.runs = True
        self.alive = True
        self._held: list[asyncio.Handle] = []
        self._context = Context()
        self._context.run(_process.set, self)

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Let it do this."""
        return asyncio.get_running_loop().create_task(work, context=self._context.copy())

    def call(self, function: Callable[..., object], *args: Any) -> None:
        """Something comes in from outside; it is looked at as soon as the process runs."""
        asyncio.get_running_loop().call_soon(function, *args, context=self._context)

    def freeze(self) -> None:
        """SIGSTOP."""
        self.runs = False

    def wake(self, timers_last: bool = False) -> None:
        """SIGCONT. What came in meanwhile and the timers that have run out are all due now."""
        if not self.alive:
            return
        self.runs = True
        held, self._held = self._held, []
        if timers_last:
            held.sort(key=lambda handle: isinstance(handle, asyncio.TimerHandle))
        for handle in held:
            asyncio.get_running_loop()._ready.append(handle)  # type: ignore[attr-defined]

    def kill(self) -> None:
        """SIGKILL."""
        self.runs = self.alive = False

    def bury(self) -> None:
        """The history is over: let what is left of it end, so that nothing is destroyed while it waits."""
        self.alive = True
        self.wake()

    def hold(self, handle: asyncio.Handle) -> None:
        """Keep this for later."""
        self._held.append(handle)


class _Held:
    __slots__ = ()
    _context: Context

    def _run(self) -> None:
        process = self._context.get(_process)
        if process is None or process.runs:
            super()._run()  # type: ignore[misc]
        else:
            process.hold(self)  # type: ignore[arg-type]


class _Handle(_Held, asyncio.Handle):
    __slots__ = ()


class _Timer(_Held, asyncio.TimerHandle):
    __slots__ = ()


class LoopOfProcesses(SimulatedLoop):
    """Asks of each callback whose it is."""

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Given]], object],
        *args: *Given,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """See `SimulatedLoop.call_at`."""
        timer = _Timer(when + LATE_S * (1 + self.rng.random()), callback, args, self, context)
        heapq.heappush(self._scheduled, timer)  # type: ignore[attr-defined]
        timer._scheduled = True  # type: ignore[attr-defined]
        return timer

    def call_soon(
        self, callback: Callable[[Unpack[Given]], object], *args: *Given, context: Context | None = None
    ) -> asyncio.Handle:
        """See `BaseEventLoop.call_soon`."""
        handle = _Handle(callback, args, self, context)
        self._ready.append(handle)  # type: ignore[attr-defined]
        return handle


def later(delay_s: float, function: Callable[..., object], *args: Any) -> asyncio.TimerHandle:
    """Let this happen in the world, whoever is frozen or dead by then."""
    return asyncio.get_running_loop().call_later(delay_s, function, *args, context=WORLD)
