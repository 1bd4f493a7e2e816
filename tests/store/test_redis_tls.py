"""Redis and its Sentinels by TLS, asked for by the URLs of docs/OPERATIONS.md."""

import asyncio
from pathlib import Path

import pytest

from app.store.redis import RedisStore
from app.store.store import StoreFailed
from tests.store.test_contract import LOG, TUESDAY, held
from tests.support.authority import issued
from tests.support.ports import free_port
from tests.support.redis import RedisProcess, Sentinel


async def keep(url: str) -> None:
    """Keep events there, and read them. A busy machine takes long for the handshakes."""
    store = await RedisStore.open(url, within_s=20)
    try:
        await store.append(await held(store), 0, LOG)
        assert await store.read(TUESDAY) == LOG
    finally:
        await store.close()


@pytest.mark.parametrize("by_sentinel", [False, True])
def test_redis_is_reached_by_tls_where_its_authority_is_told(by_sentinel: bool, tmp_path: Path) -> None:
    """N4: and by nobody else's certificate is anybody told the password."""
    authority, own = tmp_path / "ours.pem", tmp_path / "own.pem"
    for file, content in zip((authority, own), issued("localhost"), strict=True):
        file.write_bytes(content)
    port, of_sentinel = str(free_port()), str(free_port())
    tls = {"tls-cert-file": str(own), "tls-key-file": str(own), "tls-ca-cert-file": str(authority)}
    tls |= {"tls-auth-clients": "no"}
    named = {"sentinel resolve-hostnames": "yes", "sentinel announce-hostnames": "yes"}
    named |= {"sentinel monitor": f"circles localhost {port} 1", "tls-replication": "yes"}
    where, told = f"rediss://circle:password@localhost:{port}/0?", f"ssl_ca_certs={authority}"
    if by_sentinel:
        where = f"rediss+sentinel://circle:password@localhost:{of_sentinel}/circles?"
        told += f"&sentinel_{told}"
    with RedisProcess(tmp_path / "primary", **tls, **{"tls-port": port}) as primary:
        primary.tell("ACL", "SETUSER", "circle", "on", ">password", "~*", "&*", "+@all")
        with Sentinel(tmp_path / "sentinel", primary.port, **tls, **{"tls-port": of_sentinel}, **named):
            with pytest.raises(StoreFailed):
                asyncio.run(keep(where))
            asyncio.run(keep(where + told))
