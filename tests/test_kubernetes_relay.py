"""The relay of `deploy/kubernetes-relay.yaml`, run by its own command with Debian's coturn. No cluster is here."""

import asyncio
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.doctor.relay import relay_answers
from app.doctor.world import RelayAnswer
from app.settings import Settings
from tests.install.test_compose import settings_of
from tests.support.authority import issued
from tests.support.coturn import SECRET, needs_coturn
from tests.support.namespaces import needs_networks, networks
from tests.support.process import PATIENCE_S, ROOT

TOLD, PODS = yaml.safe_load_all((ROOT / "deploy" / "kubernetes-relay.yaml").read_text())
TURNSERVER = TOLD["data"]["turnserver.conf"]
POD: dict[str, Any] = PODS["spec"]["template"]["spec"]
[RELAY] = POD["containers"]
ONE_RIGHT = ("setpriv", "--bounding-set=-all,+net_bind_service", "--inh-caps=-all", "--no-new-privs")


def test_it_is_told_what_the_relay_of_one_server_is_told() -> None:
    """But for its name, its ports, and where its certificate and its files are."""
    alone = (ROOT / "deploy/single/turnserver.conf").read_text()
    differ = {"realm", "static-auth-secret", "tls-listening-port", "cert", "pkey", "allowed-peer-ip", "pidfile"}
    assert {name.partition("=")[0] for name in settings_of(TURNSERVER) ^ settings_of(alone)} == differ


def test_its_pod_is_confined() -> None:
    assert POD["automountServiceAccountToken"] is False
    assert RELAY["securityContext"] == {
        "runAsUser": 0,
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]},
    }


@needs_networks
@needs_coturn
def test_with_its_one_right_it_answers_at_443_and_keeps_no_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with networks() as net, net.host().entered():
        authority, certificate = issued("localhost")
        (tmp_path / "authority.pem").write_bytes(authority)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        with relay_of_the_pod(tmp_path, certificate):
            by_tls, by_tcp = answers_in_time()
            assert (by_tls.failed, by_tls.certificate_days is not None, by_tcp.failed) == ("", True, "")
    assert (tmp_path / "said").read_bytes() == b""


@contextmanager
def relay_of_the_pod(folder: Path, certificate: bytes) -> Iterator[None]:
    """What its container runs, with its volumes below this folder."""
    for name in ("relay", "certificate", "tmp"):
        (folder / name).mkdir()
    for file in ("tls.crt", "tls.key"):
        (folder / "certificate" / file).write_bytes(certificate)
    script = RELAY["args"][0].replace("/relay/", f"{folder}/relay/")
    told = re.sub("=/(certificate|tmp)/", rf"={folder}/\1/", TURNSERVER)
    (folder / "relay" / "turnserver.conf").write_text(told)
    command = [*ONE_RIGHT, *RELAY["command"], script]
    secret = os.environ | {"TURN_SECRET": SECRET}
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen(command, env=secret, stdout=said, stderr=said, start_new_session=True) as process,
    ):
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def answers_in_time() -> tuple[RelayAnswer, ...]:
    """What the doctor is answered by the ways that the secret `balint` would name, once it has started."""
    urls = ("turns:localhost:443?transport=tcp", "turn:localhost:3478?transport=tcp")
    asked = Settings.model_validate({"turn_urls": urls, "turn_secret": SECRET, "media_advertise": "203.0.113.1"})
    deadline = time.monotonic() + PATIENCE_S
    while True:
        answers = asyncio.run(relay_answers(asked)) or ()
        if not any(answer.failed for answer in answers) or time.monotonic() > deadline:
            return answers
        time.sleep(0.1)
