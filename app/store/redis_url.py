"""Where Redis is, from the one text that says so: `redis.py` shows its forms."""

import re
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import Sentinel, SentinelConnectionPool
from redis.backoff import ConstantBackoff, NoBackoff

SENTINELS = re.compile(r"(rediss?)\+sentinel://([^/?#]*)(.*)")
"""`urlsplit` may refuse several hosts in one URL, where they are IPv6 addresses."""


def client_of(url: str, within_s: float) -> Redis:
    """A client that gives up connecting and waiting after so long.

    Raises ValueError for what is no such URL, in words that follow its name and repeat nothing of it.
    """
    try:
        client = _client_of(url, within_s)
        pool: Any = client.connection_pool
        pool.make_connection()  # or an option it knows nothing of would be found out only at the first call
    except (ValueError, TypeError, AttributeError):
        raise ValueError("is to be a URL like redis://host:6379/0; docs/OPERATIONS.md shows all its forms") from None
    return client


async def close_client(client: Redis) -> None:
    """Close it, and the ways to the Sentinels that it has asked."""
    await client.aclose()
    pool: Any = client.connection_pool
    if isinstance(pool, SentinelConnectionPool):
        await pool.sentinel_manager.aclose()


def _client_of(url: str, within_s: float) -> Redis:
    options: dict[str, Any] = {
        "decode_responses": True,
        "socket_timeout": within_s,
        "socket_connect_timeout": within_s,
        "retry": Retry(ConstantBackoff(0.02), 2),
    }
    of_sentinel = SENTINELS.match(url)
    if not of_sentinel:
        return Redis.from_url(url, **options)
    scheme, authority, where = of_sentinel.groups()
    parts = urlsplit(where)
    query = dict(parse_qsl(parts.query))
    credentials, _, hosts = authority.rpartition("@")
    user, _, password = credentials.partition(":")
    named = {"username": unquote(user) or None, "password": unquote(password) or None}
    own = {name.removeprefix("sentinel_"): query.pop(name) for name in list(query) if name.startswith("sentinel_")}
    secure = {"ssl": True} if scheme == "rediss" else {}
    sentinels = [(at.hostname, at.port or 26379) for at in (urlsplit(f"//{each}") for each in hosts.split(","))]
    # They are asked one after the other, within one call's deadline: whoever is gone must leave time for the others.
    share_s = within_s / (len(sentinels) + 1)
    once = {"socket_timeout": share_s, "socket_connect_timeout": share_s, "retry": Retry(NoBackoff(), 0)}
    of_sentinels = {**once, **own, **secure}
    sentinel: Any = Sentinel  # which has no types
    watch = sentinel(sentinels, sentinel_kwargs=of_sentinels, **options, **named, **secure, **query)
    primary: Redis = watch.master_for(parts.path.strip("/") or "mymaster")
    return primary
