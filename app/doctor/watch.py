"""What the doctor goes on looking at while a server runs, for whoever watches its numbers: certificates, the relay."""

import asyncio
import logging
import math
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.doctor.ask import certificate_days
from app.doctor.relay import relay_answers
from app.settings import Settings
from app.web.metrics import Metrics

FIRST_AFTER_S = 30
"""The relay and the proxy may start after the server does."""
LOOK_EVERY_S = 300

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Seen:
    """What was seen last. Not a number: nothing, or nobody asked."""

    certificate_days: float = math.nan
    relay_certificate_days: float = math.nan
    relay_reached: float = math.nan


def show_seen(metrics: Metrics, seen: Seen) -> None:
    """Have the numbers say what was seen last."""
    metrics.show(
        "certificate_days",
        "How long the certificate at the public URL is good; -1 where none is trusted.",
        lambda: seen.certificate_days,
    )
    metrics.show(
        "relay_certificate_days",
        "How long the certificate of the relay is good; -1 where none is trusted.",
        lambda: seen.relay_certificate_days,
    )
    metrics.show(
        "relay_reached",
        "Whether the relay takes what browsers are given, in every way it is reached.",
        lambda: seen.relay_reached,
    )


async def go_on_looking(settings: Settings, seen: Seen) -> None:
    """Look again and again, until cancelled. A look that raises is logged, and the next one follows."""
    await asyncio.sleep(FIRST_AFTER_S)
    while True:
        try:
            await see(settings, seen)
        except Exception:
            log.exception("the doctor's look at certificates and the relay failed")
        await asyncio.sleep(LOOK_EVERY_S)


async def see(settings: Settings, seen: Seen) -> None:
    """Look once."""
    parts = urlsplit(settings.public_url or "")
    if parts.scheme == "https" and parts.hostname:
        seen.certificate_days = _or_none_trusted(await certificate_days(parts.hostname, parts.port or 443))
    answers = await relay_answers(settings)
    if answers is None:
        return
    seen.relay_reached = float(not any(answer.failed for answer in answers))
    if secure := [answer for answer in answers if answer.url.startswith("turns:")]:
        seen.relay_certificate_days = min(_or_none_trusted(answer.certificate_days) for answer in secure)


def _or_none_trusted(days: float | None) -> float:
    return -1 if days is None else days
