"""What this process shows to whoever watches it, in the form Prometheus reads. It names nobody.

What is counted in a hurry (packets, above all) is counted elsewhere as plain numbers, and read when it is asked for.
"""

import math
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from fastapi import APIRouter, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

from app.circle.reasons import Reason
from app.store.timing import CALLS, GROUP_CALLS
from app.web.closing import CloseCode

STORE_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
CODES: Mapping[int, str] = {code: code.name.lower() for code in CloseCode}

disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """The numbers of one process. Every label has a closed set of values, so their count is bounded."""

    def __init__(self, version: str, commit: str) -> None:
        self.registry = CollectorRegistry()
        self._refusals = self._counter("refusals", "Commands that were refused, by reason.", "reason")
        self._closings = self._counter("closings", "Sockets that this server has closed, by close code.", "code")
        self._store_failures = self._counter("store_failures", "Calls that the store could not answer.", "call")
        self._store = Histogram(
            "balint_store_seconds", "How long the store took.", ["call"], buckets=STORE_S, registry=self.registry
        )
        for reason in Reason:
            self._refusals.labels(reason)
        for code in CODES.values():
            self._closings.labels(code)
        for call in (*CALLS.values(), *GROUP_CALLS.values()):
            self._store_failures.labels(call)
        build = {"version": version, "commit": commit, "python": platform.python_version()}
        Gauge("balint_build_info", "What is running.", list(build), registry=self.registry).labels(**build).set(1)
        ProcessCollector(registry=self.registry)

    def refused(self, reason: Reason) -> None:
        """Count a refusal."""
        self._refusals.labels(reason).inc()

    def closed(self, code: int) -> None:
        """Count a socket that is closed with this code."""
        self._closings.labels(CODES.get(code, "other")).inc()

    def store_answered(self, call: str, seconds: float, failed: bool) -> None:
        """Count a call to the store."""
        self._store.labels(call).observe(seconds)
        self._store_failures.labels(call).inc(failed)

    def show(self, name: str, what: str, read: Callable[[], float]) -> None:
        """Show a number that may rise and fall, read whenever somebody looks."""
        Gauge(f"balint_{name}", what, registry=self.registry).set_function(read)

    def show_fields(self, prefix: str, read: Callable[[], Any]) -> None:
        """Show every field of a dataclass, read whenever somebody looks (`app/media/counters.py` says how)."""
        self.registry.register(_Fields(prefix, read))

    def text(self) -> bytes:
        """All of it."""
        return generate_latest(self.registry)

    def _counter(self, name: str, what: str, label: str) -> Counter:
        return Counter(f"balint_{name}", what, [label], registry=self.registry)


class _Fields(Collector):
    def __init__(self, prefix: str, read: Callable[[], Any]) -> None:
        self._prefix = prefix
        self._read = read

    def collect(self) -> Iterable[Metric]:
        numbers = self._read()
        for field in fields(numbers):
            name, what = f"balint_{self._prefix}_{field.name}", f"{type(numbers).__doc__} Here: {field.name}."
            value = getattr(numbers, field.name)
            if not isinstance(value, int | float):
                yield HistogramMetricFamily(name, what, buckets=list(_buckets(value)), sum_value=value.sum)
            elif field.metadata.get("now"):
                yield GaugeMetricFamily(name, what, value)
            else:
                yield CounterMetricFamily(name, what, value)


def _buckets(distribution: Any) -> Iterator[tuple[str, float]]:
    """As Prometheus wants them: each bound with all that is not above it."""
    so_far = 0
    for bound, count in zip(map(floatToGoString, (*distribution.bounds, math.inf)), distribution.counts, strict=True):
        so_far += count
        yield bound, so_far


def metrics_router(metrics: Metrics) -> APIRouter:
    """`GET /metrics`. For an inner address alone: it is asked for no key."""
    router = APIRouter()

    @router.get("/metrics")
    async def show() -> Response:
        return Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)

    return router
