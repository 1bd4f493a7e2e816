"""Which addresses `make install` finds where it is told none: those of the name, and behind a router its own too."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.install.test_settings import DOMAIN, SINGLE
from tests.support.process import PATIENCE_S

NAMED = (
    "203.0.113.7      STREAM circle.example\n203.0.113.7      DGRAM\n2001:db8::7     STREAM\n2001:db8::7     DGRAM\n"
)
OWN = "192.0.2.1 via 10.0.0.1 dev eth0 src {} uid 0 \\    cache \n"


def found(folder: Path, named: str, own: str | None) -> "subprocess.CompletedProcess[str]":
    """What the script says where the name and the only way out are these, as glibc and iproute2 tell them."""
    to = "no address" if own is None else "2001:db8::1" if ":" in own else "192.0.2.1"
    known = f"cat <<'END'\n{named}END\n" if named else "exit 2"
    way = f"[ \"${{!#}}\" = '{to}' ] || exit 2\ncat <<'END'\n{OWN.format(own)}END\n"
    for command, does in (("getent", known), ("ip", way)):
        (folder / command).write_text(f"#!/bin/bash\n{does}")
        (folder / command).chmod(0o755)
    path = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"}
    command_line = [str(SINGLE / "addresses"), DOMAIN]
    return subprocess.run(command_line, env=path, capture_output=True, text=True, timeout=PATIENCE_S, check=False)


@pytest.mark.parametrize(
    ("own", "addresses"),
    [
        ("203.0.113.7", "203.0.113.7 2001:db8::7"),
        ("10.0.0.5", "203.0.113.7 2001:db8::7 10.0.0.5"),
        ("2001:db8::7", "203.0.113.7 2001:db8::7"),
        ("fd00::7", "203.0.113.7 2001:db8::7 fd00::7"),
        (None, "203.0.113.7 2001:db8::7"),
    ],
)
def test_those_of_the_name_and_behind_a_router_its_own_too(tmp_path: Path, own: str | None, addresses: str) -> None:
    """By IPv4, or where that leads nowhere by IPv6; and while no way leads out, those of the name."""
    assert found(tmp_path, NAMED, own).stdout.strip() == addresses


@pytest.mark.parametrize("named", ["", "127.0.1.1       STREAM circle.example\n::1             STREAM\n"])
def test_a_name_that_leads_nowhere_is_told_in_words(tmp_path: Path, named: str) -> None:
    """Nowhere but to this machine itself, as Debian's own file of hosts has it, is nowhere."""
    done = found(tmp_path, named, "10.0.0.5")
    assert done.returncode == 1
    assert "circle.example leads to no address yet that others reach" in done.stderr
    assert 'ADDRESS="203.0.113.7 10.0.0.5"' in done.stderr
