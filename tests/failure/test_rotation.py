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
GOOD, VOID = ({way: [code] * 2 for way in ("/api/door", "/api/group")} for code in (200, 403))
"""What both nodes answer by an old link of a circle and of a group."""


def test_the_secret_is_changed_while_people_meet(tmp_path: Path) -> None:
    """S3, S5, N10, G10: each node is restarted three times; who came by an old link keeps their seat throughout.

    Also a group's link, which lives for years, is good until the old secret is gone. What its person's page shows in
    place of it meanwhile is good afterwards too.
    """

    async def play() -> None:
        quick = {"BALINT_SECRET": OLD, "BALINT_DRAIN_WITHIN_S": "0.5"}
        async with installation(tmp_path, **quick) as cluster, meeting(cluster) as table:
            old_links = table.tokens[5], await asyncio.to_thread(group_link, cluster)
            assert opened(cluster, *old_links) == GOOD
            for step, secrets in enumerate(STEPS, start=1):
                for number in range(len(cluster.nodes)):
                    await restarted(cluster, table, number, *secrets)
                    if step < 3:
                        assert opened(cluster, *old_links) == GOOD
                    if step > 1:
                        new_link = (await asyncio.to_thread(cluster.nodes[number].open_circle))[0]
                        assert opened(cluster, new_link) == {"/api/door": [200, 200]}
                if step == 2:
                    sent_again = await asyncio.to_thread(group_link_again, cluster, old_links[1])
            assert opened(cluster, *old_links) == VOID
            assert opened(cluster, new_link, sent_again) == GOOD

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


def group_link(cluster: Installation) -> str:
    """The token of a leader's link of a new group."""
    asked = {"name": "Tuesday group", "zone": "Europe/Berlin", "people": [{"name": "Frida", "leads": True}]}
    return only_link(f"{cluster.nodes[0].url}/api/groups", asked)


def group_link_again(cluster: Installation, token: str) -> str:
    """The token of the same person's link as their page shows it now."""
    return only_link(f"{cluster.nodes[0].url}/api/group/links", {"token": token})


def only_link(url: str, asked: dict[str, object]) -> str:
    """The token of the one link that is answered with."""
    request = urllib.request.Request(url, json.dumps(asked).encode(), JSON)
    with urllib.request.urlopen(request, timeout=5) as answer:
        [link] = json.load(answer)["links"]
        return str(link["link"].partition("#")[2])


def opened(cluster: Installation, circle: str, group: str | None = None) -> dict[str, list[int]]:
    """What each node answers whoever looks at the door by a circle's link, and at the group by a group's."""
    ways = {"/api/door": circle} | ({"/api/group": group} if group else {})
    return {way: [status(node.url + way, token) for node in cluster.nodes] for way, token in ways.items()}


def status(url: str, token: str) -> int:
    request = urllib.request.Request(url, json.dumps({"token": token}).encode(), JSON)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code
