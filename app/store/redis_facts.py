"""What a Redis says of itself (INFO), and what follows from it for what is kept there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.store.store import StoreFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class RedisFacts:
    """What a Redis says of itself, as far as it matters to circles."""

    version: str
    replicas: int
    loses: tuple[str, ...]
    """Settings that it lacks, as they are to be: without them it may lose what it has acknowledged."""
    takes_alone: bool
    """Whether it takes writes also without its replicas."""
    fsync: str | None = None
    """When a write is brought to the disk (`appendfsync`); None where our user may not ask, or was not to."""


def facts_in(info: Mapping[str, Any]) -> RedisFacts:
    """What it has said. Raises `StoreFailed` of one that is too old."""
    version = str(info["redis_version"])
    if int(version.partition(".")[0]) < 7:
        raise StoreFailed(f"this Redis is {version}; circles need 7 or newer")
    right = {
        "appendonly yes": bool(info.get("aof_enabled")),
        "maxmemory-policy noeviction": info.get("maxmemory_policy", "noeviction") == "noeviction",
    }
    loses = tuple(setting for setting, is_so in right.items() if not is_so)
    takes_alone = "min_slaves_good_slaves" not in info  # told where `min-replicas-to-write` is set, and only there
    replicas = int(info.get("connected_slaves", 0))
    return RedisFacts(version=version, replicas=replicas, loses=loses, takes_alone=takes_alone)
