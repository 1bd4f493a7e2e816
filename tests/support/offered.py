"""What a view offers, as its page would ask it."""

import random
from collections.abc import Iterator
from dataclasses import fields

from app.circle import commands as c
from app.circle.cards import Signal
from app.circle.view import View

_KINDS = {kind.__dataclass_fields__["type"].default: kind for kind in c.COMMANDS}


def offered(view: View, rng: random.Random) -> Iterator[c.Command]:
    """Every command that is open to this view's owner; chance says how many minutes, and which signal."""
    aimed: list[tuple[int, str | None, tuple[str, ...]]] = [(seat.number, None, seat.can) for seat in view.seats]
    if view.leading:
        aimed += [(at_door.number, at_door.given, at_door.can) for at_door in view.leading.at_door]
    asked = [(o.number, o.given, ("agree_to_observer",)) for o in view.observers_ask if o.can_agree]
    reachable = [step for step, of_plan in enumerate(view.plan) if of_plan.can_skip_to]
    yield from (_spelled_out(name, view, rng) for name in view.you.can)
    yield from (_spelled_out("skip_to", view, rng, step=step) for step in reachable)
    for seat, given, can in (*aimed, *asked):
        yield from (_spelled_out(name, view, rng, seat=seat, name=given) for name in can)


def _spelled_out(command: str, view: View, rng: random.Random, **meant: object) -> c.Command:
    kind, leading = _KINDS[command], view.leading
    minutes: object = rng.choice((1, 5)) if view.clock.minutes < 100 else -1
    said = {
        "seen": view.step,
        "bounded": not view.clock.bounded,
        "outer": view.outer,
        "signal": rng.choice(list(Signal)),
        "on": leading and not leading.hints,
        "minutes": leading.take_minutes or 1 if leading and command == "take_from_reflection" else minutes,
        **meant,
    }
    return kind(**{field.name: said[field.name] for field in fields(kind) if field.name in said})  # type: ignore[arg-type]
