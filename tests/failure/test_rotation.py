"""The signing secret is changed while people meet (docs/OPERATIONS.md, "Security"): no link is void before the end."""

import asyncio
import json
import signal
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.support.installation import Installation, installation
from tests.support.meeting import Meeting, meeting
from tests.support.server import JSON

OLD, NEW = "the old secret, 32 characters long", "the new secret, 32 characters long"
STEPS = ((OLD, NEW), (NEW, OLD), (NEW, None))
"""What `BALINT_SECRET` and `BALINT_SECRET_ALSO` are, restart after restart."""


def test_the_secret_is_changed_while_people_meet(tmp_path: Path) -> None:
    """S3, S5, N10: each node is restarted three times; who came by an old link keeps their seat throughout."""

    async def play() -> None:
        quick = {"BALINT_SECRET": OLD, "BALINT_DRAIN_WITHIN_S": "0.5"}
        async with installation(tmp_path, **quick) as cluster, meeting(cluster) as table:
            old_link = table.tokens[5]
            assert opened(cluster, old_link) == [200, 200]
            for step, secrets in enumerate(STEPS, start=1):
                for number in range(len(cluster.nodes)):
                    await restarted(cluster, table, number, *secrets)
                    if step < 3:
                        assert opened(cluster, old_link) == [200, 200]
                    if step > 1:
                        new_link = (await asyncio.to_thread(cluster.nodes[number].open_circle))[0]
                        assert opened(cluster, new_link) == [200, 200]
            assert opened(cluster, old_link) == [403, 403]

    asyncio.run(play())


async def restarted(cluster: Installation, table: Meeting, number: int, secret: str, also: str | None) -> None:
    """One node with these secrets; everybody is in their seat again, and is heard, whoever they come through."""
    node = cluster.nodes[number]
    node.tell(signal.SIGTERM)
    assert await asyncio.to_thread(node.ended) == 0
    node.environment |= {"BALINT_SECRET": secret}
    node.environment.pop("BALINT_SECRET_ALSO", None)
    if also:
        node.environment["BALINT_SECRET_ALSO"] = also
    await asyncio.to_thread(node.start)
    await table.settled(time.monotonic())


def opened(cluster: Installation, token: str) -> list[int]:
    """What each node answers whoever looks at the door by this link."""
    return [status(f"{node.url}/api/door", token) for node in cluster.nodes]


def status(url: str, token: str) -> int:
    request = urllib.request.Request(url, json.dumps({"token": token}).encode(), JSON)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code
