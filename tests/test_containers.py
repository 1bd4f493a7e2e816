"""What runs in containers has only the rights it needs: `tests/failure/test_confined.py` shows that it is enough."""

import re
import subprocess
from typing import Any

import pytest
import yaml

from tests.support.process import ROOT

COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
"""Those of a single server with Docker: `tests/install/test_compose.py`."""


def copies_into(service: dict[str, Any]) -> bool:
    """Whether Compose copies a text under `configs: content:` into it, which a read-only container refuses."""
    used = [use if isinstance(use, str) else use["source"] for use in service.get("configs", [])]
    return any("content" in COMPOSE["configs"][name] for name in used)


@pytest.mark.parametrize("file", ["compose.yaml", "deploy/single/compose.yaml"])
def test_whatever_a_container_is_given_is_defined(file: str) -> None:
    """No engine was at hand; this is what one looks at before it starts anything."""
    told = yaml.safe_load((ROOT / file).read_text())
    for name, service in told["services"].items():
        for kind in ("configs", "secrets", "networks"):
            used = service.get(kind, [])
            assert {use if isinstance(use, str) else use.get("source", use) for use in used} <= {*told.get(kind, {})}, (
                name
            )
        mounts = [mount for mount in service.get("volumes", []) if isinstance(mount, str)]
        volumes = {mount.partition(":")[0] for mount in mounts if not re.match(r"[./$]", mount)}
        assert volumes <= {*told.get("volumes", {})}, name
        assert {*service.get("depends_on", [])} <= told["services"].keys(), name


@pytest.mark.parametrize("file", ["compose.yaml", "deploy/single/compose.yaml"])
def test_the_secrets_beside_a_file_are_committed_by_nobody(file: str) -> None:
    beside = (ROOT / file).parent / ".env"
    asked = ["git", "check-ignore", "--quiet", "--no-index", str(beside)]
    subprocess.run(asked, cwd=ROOT, check=True)


def test_nodes_say_of_which_commit_they_are() -> None:
    """As the line at the file's head says; where nobody types it Compose hands on nothing, and it is `unknown`."""
    [line] = re.findall(r"^#     (export COMMIT=.*)$", (ROOT / "compose.yaml").read_text(), re.MULTILINE)
    typed = ["bash", "-euc", f"git() {{ echo 0123456789ab; }}; {line}\nenv"]
    assert "COMMIT=0123456789ab\n" in subprocess.run(typed, capture_output=True, text=True, check=True).stdout
    assert all(it["build"]["args"] == ["COMMIT"] for name, it in SERVICES.items() if name.startswith("node-"))
    image = (ROOT / "Dockerfile").read_text()
    assert "\nARG COMMIT=unknown\n" in image
    assert " BALINT_COMMIT=$COMMIT " in image


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_confined(name: str) -> None:
    service = SERVICES[name]
    assert service.get("user", "root").partition(":")[0] not in {"root", "0"}
    assert service.get("cap_drop") == ["ALL"]
    assert service.get("security_opt") == ["no-new-privileges:true"]
    assert service.get("ulimits", {}).get("core") == 0
    assert not service.get("privileged")
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "turn" else [])
    assert service.get("read_only", False) is not copies_into(service)


def test_the_image_is_not_roots_and_is_of_the_same_user() -> None:
    user = re.findall(r"^USER (\S+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert user == ["10001"]
    assert {service["user"] for name, service in SERVICES.items() if name.startswith("node-")} == {"10001"}


def test_a_pod_is_confined() -> None:
    [stateful, *_] = yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yaml").read_text())
    pod = stateful["spec"]["template"]["spec"]
    assert pod["enableServiceLinks"] is False  # or Kubernetes sets BALINT_PORT for the Service of this name
    assert pod["automountServiceAccountToken"] is False
    own = pod["securityContext"]
    assert (own["runAsNonRoot"], own["runAsUser"], own["seccompProfile"]) == (True, 10001, {"type": "RuntimeDefault"})
    [node] = pod["containers"]
    assert node["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_what_is_typed_to_stop_all_nodes_names_what_is_there() -> None:
    """Where nodes of two releases do not see one another (docs/OPERATIONS.md, "Draining and upgrading")."""
    page = (ROOT / "docs" / "OPERATIONS.md").read_text()
    nodes = [name for name in yaml.safe_load((ROOT / "compose.yaml").read_text())["services"] if "node-" in name]
    assert f"`docker compose stop {' '.join(nodes)}`" in page
    pods = next(yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yaml").read_text()))
    assert f"`kubectl scale {pods['kind'].lower()} {pods['metadata']['name']} --replicas 0`" in page


def test_a_container_by_hand_is_told_what_those_of_the_files_are() -> None:
    """An address above all: the container's own is one that no browser reaches."""
    [run] = re.findall(r"`(docker run [^`]+)`", (ROOT / "docs" / "OPERATIONS.md").read_text())
    single = yaml.safe_load((ROOT / "deploy" / "single" / "compose.yaml").read_text())["services"]["app"]["environment"]
    everywhere = single.keys() & SERVICES["node-1"]["environment"].keys()
    needed = {name for name in everywhere if single[name] is not None and not re.search("TURN|_PORT$", name)}
    assert needed == set(re.findall(r"-e\s+(BALINT_\w+)=", run))
