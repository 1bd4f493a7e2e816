"""The Redis that several nodes share, as the settings name it, and the secret in it that signs their links."""

import secrets

from app.listening import CannotStart
from app.settings import Settings
from app.store.redis import RedisStore
from app.store.store import StoreFailed


async def open_redis(settings: Settings) -> RedisStore:
    """The store of several nodes. Raises `CannotStart`."""
    try:
        return await RedisStore.open(
            settings.redis_url.get_secret_value() if settings.redis_url else "",
            within_s=settings.redis_within_s,
            replicas=settings.redis_replicas,
            record_kept_ms=settings.records_kept_ms,
        )
    except ValueError as error:
        raise CannotStart(f"BALINT_REDIS_URL (or REDIS_URL) {error}") from None
    except StoreFailed as error:
        raise CannotStart(f"{error}. BALINT_REDIS_URL (or REDIS_URL) says where it is.") from error


async def secret_of(settings: Settings, store: RedisStore) -> str:
    """What signs the links of several nodes. Raises `StoreFailed`."""
    if settings.secret:
        return settings.secret.get_secret_value()
    return await store.shared_secret(secrets.token_urlsafe(32))
