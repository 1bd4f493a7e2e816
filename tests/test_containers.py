"""What runs in containers has only the rights it needs: `tests/failure/test_confined.py` shows that it is enough."""

import re
from typing import Any

import pytest
import yaml

from tests.support.process import ROOT

FILES = sorted({*ROOT.glob("compose*.yaml"), *ROOT.glob("deploy/**/compose*.yaml")})
SERVICES = [(file.name, name) for file in FILES for name in yaml.safe_load(file.read_text())["services"]]


def service_of(file: str, name: str) -> dict[str, Any]:
    [path] = [path for path in FILES if path.name == file]
    return dict(yaml.safe_load(path.read_text())["services"][name])


def copies_into(file: str, service: dict[str, Any]) -> bool:
    """Whether Compose copies a text under `configs: content:` into it, which a read-only container refuses."""
    [path] = [path for path in FILES if path.name == file]
    configs = yaml.safe_load(path.read_text()).get("configs", {})
    used = [use if isinstance(use, str) else use["source"] for use in service.get("configs", [])]
    return any("content" in configs[name] for name in used)


@pytest.mark.parametrize(("file", "name"), SERVICES)
def test_every_container_is_confined(file: str, name: str) -> None:
    service = service_of(file, name)
    assert service.get("user", "root").partition(":")[0] not in {"root", "0"}
    assert service.get("cap_drop") == ["ALL"]
    assert service.get("security_opt") == ["no-new-privileges:true"]
    assert service.get("ulimits", {}).get("core") == 0
    assert not service.get("privileged")
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "turn" else [])
    assert service.get("read_only", False) is not copies_into(file, service)


def test_the_image_is_not_roots_and_is_of_the_same_user() -> None:
    user = re.findall(r"^USER (\S+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert user == ["10001"]
    assert {service_of("compose.yaml", name)["user"] for _, name in SERVICES if name.startswith("node-")} == {"10001"}


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
