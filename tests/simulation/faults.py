"""What goes wrong in a history: each fault begins, lasts and is undone. Chance chooses, mostly values near a limit."""

import random
from collections.abc import Callable

from tests.simulation.network import REDIS, Trouble
from tests.simulation.process import later
from tests.simulation.world import World

HOUR_MS = 3_600_000
Fault = Callable[[World, random.Random, float], None]


def some_time_s(rng: random.Random) -> float:
    """How long a fault lasts: shorter than a beat, about as long as the claim time, about as long as the bound, any."""
    shortest, longest = rng.choice([(0.05, 0.8), (2.4, 4.2), (2.8, 3.8), (9, 13), (0.5, 15)])
    return rng.uniform(shortest, longest)


def crash(world: World, rng: random.Random, lasts_s: float) -> None:
    """A process dies and starts again, perhaps with the machine's clock set wrong."""
    place = rng.choice(world.places)
    offset_ms = rng.choice([0, 0, rng.randint(-2000, 2000), HOUR_MS, -HOUR_MS])
    world.kills(place)
    later(lasts_s, world.starts, place, offset_ms)


def freeze(world: World, rng: random.Random, lasts_s: float) -> None:
    """A process stands still."""
    place = rng.choice(world.places)
    world.freezes(place)
    later(lasts_s, world.wakes, place)


def drain(world: World, rng: random.Random, lasts_s: float) -> None:
    """A node is taken out, and another comes in its place."""
    place = rng.choice(world.places)
    world.drains(place, rng.choice([0, 500, 3000]))
    later(lasts_s + 4, world.starts, place)


def lose_redis(world: World, rng: random.Random, lasts_s: float) -> None:
    """One node cannot reach Redis."""
    _cut(world, lasts_s, (rng.choice(world.places), REDIS))


def lose_redis_everywhere(world: World, rng: random.Random, lasts_s: float) -> None:
    """No node can."""
    _cut(world, lasts_s, *((place, REDIS) for place in world.places))


def part_nodes(world: World, rng: random.Random, lasts_s: float) -> None:
    """Two nodes cannot reach each other."""
    one, other = rng.sample(world.places, 2)
    _cut(world, lasts_s, (one, other))


def isolate(world: World, rng: random.Random, lasts_s: float) -> None:
    """One node reaches neither Redis nor another node; people still reach it."""
    place = rng.choice(world.places)
    _cut(world, lasts_s, (place, REDIS), *((place, other) for other in world.places if other != place))


def part_person(world: World, rng: random.Random, lasts_s: float) -> None:
    """Somebody cannot reach one node, or any."""
    person = rng.choice(world.people)
    places = rng.choice([world.places, [rng.choice(world.places)]])
    _cut(world, lasts_s, *((person.place, place) for place in places))


def freeze_redis(world: World, rng: random.Random, lasts_s: float) -> None:
    """Redis stands still; what is sent to it meanwhile waits there."""
    if world.redis.frozen:
        return
    world.say("Redis freezes")
    world.redis.frozen = True
    later(lasts_s, _wake_redis, world)


def trouble_line(world: World, rng: random.Random, lasts_s: float) -> None:
    """One node's line to Redis loses, delays and slows down."""
    place = rng.choice(world.places)
    trouble = Trouble(lost=rng.choice([0, 0.1, 0.4]), late=rng.choice([0, 0.1, 0.5]), slow=rng.choice([0, 0.3, 1]))
    if life := world.living(place):
        world.say(f"the line of {place} to Redis is bad: {trouble}")
        life.line.trouble = trouble
        later(lasts_s, _end_trouble, world, place)


def lose_replica(world: World, rng: random.Random, lasts_s: float) -> None:
    """The replica of Redis gets nothing any more."""
    world.say("the replica is lost")
    world.redis.replica_reached = False
    later(lasts_s, _find_replica, world)


def fail_over(world: World, rng: random.Random, _: float) -> None:
    """The replica of Redis takes over."""
    world.say("Redis fails over")
    world.redis.fail_over(forgets=rng.choice([0, 1, 5, 20]))
    world.witness.after_failover()


def lose_sound(world: World, rng: random.Random, _: float) -> None:
    """Somebody's sound alone is lost."""
    rng.choice(world.people).lose_sound()


def renew(world: World, rng: random.Random, _: float) -> None:
    """Somebody's page comes again."""
    rng.choice(world.people).renew()


FAULTS: tuple[Fault, ...] = (
    *(crash, crash, freeze, freeze, drain, lose_redis, lose_redis, lose_redis_everywhere, part_nodes, isolate, isolate),
    *(part_person, freeze_redis, trouble_line, trouble_line, lose_sound, renew, renew),
)
WITH_REPLICAS: tuple[Fault, ...] = (*FAULTS, lose_replica, lose_replica, fail_over, fail_over)


def _cut(world: World, lasts_s: float, *links: tuple[str, str]) -> None:
    world.say("cut: " + ", ".join(f"{one} from {other}" for one, other in links))
    for link in links:
        world.network.cut(*link)
    later(lasts_s, _heal, world, links)


def _heal(world: World, links: tuple[tuple[str, str], ...]) -> None:
    world.say("healed: " + ", ".join(f"{one} and {other}" for one, other in links))
    for link in links:
        world.network.heal(*link)


def _wake_redis(world: World) -> None:
    if world.redis.frozen:
        world.say("Redis wakes")
        world.redis.wake()


def _end_trouble(world: World, place: str) -> None:
    if life := world.living(place):
        life.line.trouble = Trouble()


def _find_replica(world: World) -> None:
    world.redis.replica_reached = True
