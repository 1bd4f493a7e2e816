"""The lines for a firewall that `make install` prints, typed where everything else is dropped."""

import re
import socket
import subprocess
from pathlib import Path

import pytest

from tests.install.test_settings import DOMAIN, RELAY_DOMAIN, SINGLE
from tests.support.namespaces import needs_networks, networks
from tests.support.process import PATIENCE_S

FIREWALL = """
table inet filter {
    chain input {
        type filter hook input priority filter
        ct state established accept
        drop
    }
}
"""
"""Debian's own table, filled as many have it: new rules do something only before the last one."""
TCP, UDP = socket.SOCK_STREAM, socket.SOCK_DGRAM
OF_THE_SERVER = {(TCP, 80), (TCP, 443), (TCP, 8000), (UDP, 8000), (TCP, 3478), (UDP, 3478)}
METRICS = (TCP, 8900)


@needs_networks
@pytest.mark.parametrize(("more", "by_tls"), [([], {(TCP, 5349)}), ([RELAY_DOMAIN], set())])
def test_they_let_in_what_the_server_needs_and_no_more(more: list[str], by_tls: set[tuple[int, int]]) -> None:
    said = subprocess.run([SINGLE / "hints", DOMAIN, *more], capture_output=True, text=True, check=True).stdout
    lines = re.findall(r"nft .*", said)
    assert len(lines) == 2
    kept = [line.partition(" input ")[2].replace("'", "") for line in lines]
    assert "what follows `input`, without the quotes" in said
    with networks() as net, net.host().entered():
        filled(FIREWALL)
        assert not comes_in(TCP, 443, 0.2)
        for line in lines:
            subprocess.run(["sh", "-c", line], check=True)
        let_in_what_they_are_to(by_tls)
        filled("flush ruleset" + FIREWALL.replace("established accept", "\n".join(["established accept", *kept])))
        let_in_what_they_are_to(by_tls)


def filled(file: str) -> None:
    """As the machine does from /etc/nftables.conf when it starts."""
    subprocess.run(["nft", "-f", "-"], input=file, text=True, check=True)


def let_in_what_they_are_to(by_tls: set[tuple[int, int]]) -> None:
    for kind, port in OF_THE_SERVER | by_tls:
        assert comes_in(kind, port, PATIENCE_S)
    assert not comes_in(*METRICS, 0.2)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("# BALINT_OPENING_KEY=old\n", "gives this key: sesame"),
        (" BALINT_OPENING_KEY = other\n", "gives the key in {}/etc/balint/own.env"),
    ],
)
def test_the_key_is_the_one_that_counts(tmp_path: Path, own: str, told: str) -> None:
    """What an owner has set in own.env counts before the one that was made; it is theirs, and is not shown."""
    (tmp_path / "etc/balint").mkdir(parents=True)
    (tmp_path / "etc/balint/opening-key").write_text("sesame\n")
    (tmp_path / "etc/balint/own.env").write_text(own)
    script = (SINGLE / "hints").read_text().replace("/etc/", f"{tmp_path}/etc/")
    said = subprocess.run(["bash", "-c", script, "hints", DOMAIN], capture_output=True, text=True, check=True).stdout
    assert told.format(tmp_path) in said.splitlines()[2]


def comes_in(kind: int, port: int, within_s: float) -> bool:
    with socket.socket(type=kind) as there, socket.socket(type=kind) as here:
        there.bind(("127.0.0.1", port))
        for each in (there, here):
            each.settimeout(within_s)
        try:
            if kind == TCP:
                there.listen()
            here.connect(there.getsockname())
            here.send(b"!")
            return kind == TCP or there.recv(1) == b"!"
        except TimeoutError:
            return False
