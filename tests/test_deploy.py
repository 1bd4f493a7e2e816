"""What is shipped for running several nodes, and what is written about it, held to what the server really has."""

import ast
import asyncio
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import redis
import yaml

from app.live.ending import ENDS_WITHIN_S
from app.live.lost_links import LAST_WITHIN_S
from app.settings import Settings
from app.store.directory import NOTHING_READ, NodeStatus
from app.store.redis import RedisStore
from app.store.store import StoreFailed
from app.web.page import HEADERS
from tests.store.test_contract import HERE, LOG, RECORD, THERE, TUESDAY, held
from tests.store.test_groups import FRIDAY, GROUP
from tests.support.process import ROOT
from tests.support.redis import RedisProcess
from tests.support.server import running

OPERATIONS = (ROOT / "docs" / "OPERATIONS.md").read_text()
COMPOSE = (ROOT / "compose.yaml").read_text()
KUBERNETES = (ROOT / "deploy" / "kubernetes.yaml").read_text()
EXAMPLE = (ROOT / "deploy" / "example.env").read_text()
SETTINGS = {f"BALINT_{name.upper()}" for name in Settings.model_fields}

NOT_TO_BE_TOUCHED = {"BALINT_BEAT_S", "BALINT_CLAIM_S", "BALINT_FIND_WITHIN_S", "BALINT_REDIS_WITHIN_S"} | {
    "BALINT_ENTER_WITHIN_S",
    "BALINT_SEND_WITHIN_S",
}
"""Settings that fit one another as they are; nobody has to know of them to run a server."""
PROCEDURES = ("What is on the disk", "Security", "Mail of groups")
"""What of OPERATIONS says what is set anew in a server that has run."""


@pytest.mark.parametrize("text", [OPERATIONS, COMPOSE, KUBERNETES, EXAMPLE], ids=["docs", "compose", "k8s", "env"])
def test_every_setting_that_is_mentioned_exists(text: str) -> None:
    assert set(re.findall(r"BALINT_[A-Z_]+[A-Z]", text)) <= SETTINGS


def test_every_setting_that_somebody_may_need_is_explained() -> None:
    assert {name for name in SETTINGS - NOT_TO_BE_TOUCHED if name not in OPERATIONS} == set()


def test_every_number_that_a_setting_has_by_itself_is_told_beside_it() -> None:
    """Where the setting has rows of its own; a node's row may leave it out."""
    rows = re.findall(r"^\| (`BALINT_[^|]+) \| (.+) \|$", OPERATIONS, re.MULTILINE)
    told: dict[str, str] = {}
    for names, what in rows:
        for name in re.findall(r"BALINT_(\w+)", names):
            told[name.lower()] = f"{told.get(name.lower(), '')} {what}"
    numbers = {name: Settings.model_fields[name].default for name in told}
    numbers = {name: default for name, default in numbers.items() if type(default) in {int, float} and default > 0}
    assert len(numbers) > 10
    assert [name for name, number in numbers.items() if not re.search(rf"\b{number:g}\b", told[name])] == []


def test_every_line_that_a_server_may_log_is_explained() -> None:
    logged = [words for file in (ROOT / "app").rglob("*.py") for words in warnings_in(file)]
    assert len(logged) > 5
    assert [words for words in logged if words not in OPERATIONS] == []


def test_the_example_names_every_secret_and_no_other() -> None:
    assert set(re.findall(r"^(\w+)=", EXAMPLE, re.MULTILINE)) == set(re.findall(r"(?<!\$)\$\{(\w+)", COMPOSE))
    assert re.findall(r"^(?:BALINT|REDIS|SENTINEL|TURN)_\w+=(.+)$", EXAMPLE, re.MULTILINE) == []


def test_whatever_is_changed_while_a_server_runs_can_be_told_everywhere_and_is_unset_where_nobody_does() -> None:
    """Compose hands on the names in its file and no other, and leaves a variable unset that has no value there and none
    in `.env`. It also hands on how much one source may have, to the balancer too."""
    changed = {name for head in PROCEDURES for name in SETTINGS & set(re.findall(r"BALINT_\w+", section(head)))}
    told = changed - {"BALINT_SMTP_PASSWORD_FILE"} | {"BALINT_SECURITY_CONTACT"}
    assert len(told) > 10
    single = yaml.safe_load((ROOT / "deploy" / "single" / "compose.yaml").read_text())["services"]["app"]
    bound, needed = {"BALINT_SOURCE_CONNECTIONS_MAX"}, {"BALINT_PUBLIC_URL", "BALINT_OPENING_KEY"}
    for service, given in [(single, needed), *((node, needed | {"BALINT_SECRET"}) for node in nodes().values())]:
        assert {name for name, value in service["environment"].items() if value is None} == told - given | bound
        assert service["environment"].keys() >= given
    balancer = yaml.safe_load(COMPOSE)["services"]["balancer"]
    assert {name for name, value in balancer["environment"].items() if value is None} == bound
    secret = secret_of_kubernetes()
    optional = {name for name, ref in secret.items() if ref.get("optional")}
    assert optional == told - needed - {"BALINT_SECRET"} | {"BALINT_TURN_URLS", "BALINT_TURN_SECRET"}
    keys = {ref["key"] for name, ref in secret.items() if name not in optional}
    assert keys == set(re.findall(r"--from-literal=([a-z-]+)=", KUBERNETES))


def section(head: str) -> str:
    return OPERATIONS.partition(f"\n# {head}\n")[2].partition("\n# ")[0]


def test_prometheus_finds_each_nodes_numbers_in_kubernetes() -> None:
    [pods, *_] = yaml.safe_load_all(KUBERNETES)
    template = pods["spec"]["template"]
    [inner] = [it["containerPort"] for it in template["spec"]["containers"][0]["ports"] if it["name"] == "nodes"]
    assert template["metadata"]["annotations"]["prometheus.io/port"] == str(inner)


def test_a_node_has_longer_to_stop_than_to_drain() -> None:
    drain_s = Settings.model_fields["drain_within_s"].default
    [minutes] = {service["stop_grace_period"] for service in nodes().values()}
    assert int(minutes.removesuffix("m")) * 60 > drain_s
    [pods, *_] = yaml.safe_load_all(KUBERNETES)
    assert pods["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] > drain_s


def test_one_server_has_as_long_to_stop_as_it_may_take() -> None:
    """Mail, connections, then circles, store and sound, one after the other."""
    [patience_s] = re.findall(
        r"^TimeoutStopSec=(\d+)$", (ROOT / "deploy" / "single" / "balint.service").read_text(), re.M
    )
    assert int(patience_s) > LAST_WITHIN_S + 4 * ENDS_WITHIN_S


def test_each_node_has_its_own_sound_and_publishes_nothing_else() -> None:
    ports = {str(node["environment"]["BALINT_MEDIA_PORT"]) for node in nodes().values()}
    assert len(ports) == len(nodes())
    for name, node in nodes().items():
        port = node["environment"]["BALINT_MEDIA_PORT"]
        assert node["ports"] == [f"{port}:{port}/udp", f"{port}:{port}/tcp"]
        assert node["environment"]["BALINT_MEDIA_TCP_PORT"] == port
        assert node["environment"]["BALINT_NODE_ADVERTISE"] == name


def test_the_balancer_knows_every_node() -> None:
    balancer = (ROOT / "deploy" / "haproxy.cfg").read_text()
    assert re.findall(r"presetenv NODE_\d +(\S+):8000", balancer) == list(nodes())


def test_the_balancer_says_of_the_page_what_the_nodes_say() -> None:
    """W9"""
    balancer = (ROOT / "deploy" / "haproxy.cfg").read_text()
    said = dict(
        re.findall(
            r"^ *http-after-response set-header (\S+) (\S+|\".+?\")(?: (?:if|unless) .+)?$", balancer, re.MULTILINE
        )
    )
    assert {name: value.strip('"') for name, value in said.items() if name in HEADERS} == HEADERS


def test_two_nodes_reach_each_other_by_the_names_they_are_told(tmp_path: Path) -> None:
    async def play() -> None:
        with RedisProcess(tmp_path / "redis") as server:
            wishes = {"redis_url": server.url, "node_host": "0.0.0.0", "node_advertise": "localhost", "beat_s": 0.05}
            async with running(tmp_path / "a", **wishes) as a, running(tmp_path / "b", **wishes) as b:
                for node in (a.services.node, b.services.node):
                    assert node
                    assert node.address.startswith("localhost:")
                assert a.services.connector
                assert b.services.node
                owner = await a.services.connector.connect(b.services.node.address, None)
                assert owner
                await owner.close()

    asyncio.run(play())


def test_redis_keeps_everything_as_it_is_configured_and_grants_what_is_needed_and_no_more(tmp_path: Path) -> None:
    """N4: also when it starts again, which with a restricted default user it would not."""
    configuration, users = configured_redis(tmp_path)

    async def play() -> None:
        with RedisProcess(tmp_path / "redis", **configuration) as server:
            admin = redis.Redis(port=server.port, password="adminpw")
            store = await RedisStore.open(server.url.replace("//", "//circle:nodespw@"))
            everything = await does_everything(store)
            used = {name.removeprefix("cmdstat_") for name, stat in stats(admin).items() if stat["calls"]}
            assert used - {"auth", "client|setinfo", "hello"} == granted(users, "circle")
            assert admin.execute_command("ACL", "LOG") == []
            await store.close()
            server.kill()
            server.start()
            store = await RedisStore.open(server.url.replace("//", "//circle:nodespw@"))
            assert await store.read(TUESDAY) == everything
            assert admin.execute_command("ACL", "LOG") == []
            await store.close()
            admin.close()

    asyncio.run(play())


async def does_everything(store: RedisStore) -> tuple[object, ...]:
    """Use every method of a store in all its ways; what is kept of one circle afterwards."""
    claim = await held(store)
    await store.append(claim, 0, LOG[:3])
    store._unsure.add(claim)
    await store.append(claim, 2, LOG[2:4])
    await store.release(claim, THERE)
    await store.claim(TUESDAY, HERE, replace(claim, node=THERE), beat=1)
    await store.finish(await held(store, LATER), 0, RECORD)
    assert await store.record(LATER) == RECORD
    await store.release(await held(store, LATER))
    assert await store.open_circles() == (TUESDAY,)
    status = NodeStatus(node=HERE, beat=1, address="127.0.0.1:1", circles=0, people=0, draining=False, now_ms=0)
    assert (await store.publish(status, NOTHING_READ)).told == status
    assert await store.statuses() == (status,)
    await store.leave(HERE)
    await store.groups.write(FRIDAY, GROUP, None)
    assert await store.groups.read(FRIDAY) == GROUP
    assert await store.groups.names() == (FRIDAY,)
    await store.groups.erase(FRIDAY)
    await store.shared_secret("secret")
    store._redis._replicas = 1
    with pytest.raises(StoreFailed, match="replicas"):
        await store.publish(status, NOTHING_READ)
    return await store.read(TUESDAY)


def configured_redis(folder: Path) -> tuple[dict[str, str], str]:
    """What compose.yaml tells Redis, for one that has no replica, and its users."""
    told = re.sub(r"\$\{REDIS_ADMIN_PASSWORD:\?\}", "adminpw", re.sub(r"\$\{REDIS_PASSWORD:\?\}", "nodespw", COMPOSE))
    contents = yaml.safe_load(told)["configs"]
    users = contents["users.acl"]["content"]
    (folder / "users.acl").write_text(users)
    lines = contents["redis.conf"]["content"].replace('""', "").splitlines()
    options = {name: value for name, _, value in (line.partition(" ") for line in lines)}
    return options | {"aclfile": str(folder / "users.acl"), "min-replicas-to-write": "0"}, users


def granted(users: str, name: str) -> set[str]:
    [user] = re.findall(rf"^user {name} .*$", users, re.MULTILINE)
    assert "~balint:* " in user
    return {word[1:] for word in user.split() if word.startswith("+")}


def stats(admin: "redis.Redis") -> dict[str, dict[str, int]]:
    every: Any = admin.info("commandstats")
    return {name: stat for name, stat in every.items() if name not in {"cmdstat_acl|log"}}


def secret_of_kubernetes() -> dict[str, dict[str, Any]]:
    """By the setting: where in the secret its value is."""
    [pods, *_] = yaml.safe_load_all(KUBERNETES)
    [node] = pods["spec"]["template"]["spec"]["containers"]
    return {
        it["name"]: it["valueFrom"]["secretKeyRef"] for it in node["env"] if "secretKeyRef" in it.get("valueFrom", {})
    }


def nodes() -> dict[str, dict[str, Any]]:
    return {name: it for name, it in yaml.safe_load(COMPOSE)["services"].items() if name.startswith("node-")}


def warnings_in(file: Path) -> list[str]:
    """What this file logs as a warning or worse, each up to the first thing that is filled in; of what it lets `go_on`,
    what that logs."""
    if file.name == "going_on.py":
        return []
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    texts = [call.args[0] for call in calls if is_warning(call.func)]
    texts += [call.args[2] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "go_on"]
    assert all(isinstance(text, ast.Constant) for text in texts), file
    return [str(ast.literal_eval(text)).partition("%")[0].strip() for text in texts]


def is_warning(func: ast.expr) -> bool:
    by_log = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id in {"log", "logger"}
    return by_log and func.attr in {"warning", "error", "exception", "critical"}


LATER = type(TUESDAY)("later")
