"""Asking another node directly, over HTTP on the inner network."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from http.client import NOT_FOUND
from typing import Any

import httpx

from app.circle.notices import CalledOff, GroupNotice
from app.cluster.client import Unreachable
from app.store.store import CircleId

ASK_WITHIN_S = 0.7
"""From the question to its answer, as a whole: httpx by itself would grant as much to connecting and to every byte."""

NO_ANSWER = (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError, KeyError, TypeError)
"""What comes of a node that does not answer in time, answers nonsense, or has shown an address that is none."""


class HttpNodeClient:
    """`NodeClient`, and `app.web.build.Builds`, over HTTP.

    `key` is what nodes know each other by.
    """

    def __init__(self, key: str) -> None:
        self._http = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {key}"}, timeout=ASK_WITHIN_S, trust_env=False, http2=False
        )

    async def holds(self, address: str, circle: CircleId) -> bool:
        """See `NodeClient.holds`."""
        return await self._ask(address, "holds", {"circle": circle})

    async def take_up(self, address: str, circle: CircleId) -> None:
        """See `NodeClient.take_up`."""
        await self._ask(address, "take-up", {"circle": circle})

    async def tell(self, address: str, circle: CircleId, notice: GroupNotice) -> bool:
        """See `NodeClient.tell`."""
        question = "call-off" if isinstance(notice, CalledOff) else "invite"
        return await self._ask(address, question, {"circle": circle, **asdict(notice)})

    async def may_have(self, address: str, circles: Sequence[CircleId]) -> bool:
        """See `NodeClient.may_have`."""
        return await self._ask(address, "may-have", {"circles": circles})

    async def assets(self, address: str) -> list[str]:
        """See `Builds.assets`."""
        try:
            answer = (await self._http.get(f"http://{address}/node/assets")).raise_for_status()
            return [str(name) for name in answer.json()]
        except NO_ANSWER as error:
            raise Unreachable from error

    async def asset(self, address: str, name: str) -> bytes | None:
        """See `Builds.asset`."""
        try:
            answer = await self._http.get(f"http://{address}/node/assets/{name}")
            return None if answer.status_code == NOT_FOUND else answer.raise_for_status().content
        except NO_ANSWER as error:
            raise Unreachable from error

    async def close(self) -> None:
        """Close the connections. Idempotent."""
        await self._http.aclose()

    async def _ask(self, address: str, question: str, about: dict[str, Any]) -> bool:
        try:
            async with asyncio.timeout(ASK_WITHIN_S):
                answer = await self._http.post(f"http://{address}/node/{question}", json=about)
            return bool(answer.raise_for_status().json()["answer"])
        except NO_ANSWER as error:
            raise Unreachable from error
