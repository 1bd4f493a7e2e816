"""A machine with a fresh Debian 12: a folder made by debootstrap, where commands run, and which systemd can boot.

Once booted its network is that of a host of `tests/support/namespaces.py`; before, packages come by this machine's.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.namespaces import Namespace
from tests.support.process import ROOT

AS_INSTALLED = "ca-certificates,dbus,git,iproute2,make,procps,python3,sudo,systemd-sysv"
"""What a server has after Debian's own installation, and what whoever has a checkout of ours needs."""
BOOT = Path(__file__).with_name("boot")
PAGE = ROOT / "app" / "web" / "page"
"""The page as it was built here."""
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
TRUST = "/etc/ssl/certs/ca-certificates.crt"
OWN_CERTIFICATES = Path("/usr/local/share/ca-certificates")
PATIENCE_S = 60


class Machine:
    """It is off until `boot`. Every command of it ends with this process."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._init: subprocess.Popen[bytes] | None = None
        self._pid = 0

    @classmethod
    def fresh(cls, root: Path, with_packages: str = AS_INSTALLED) -> "Machine":
        """Debian with these packages, which trusts whom this machine trusts, and starts nothing while it is set up."""
        command = ["debootstrap", "--variant=minbase", f"--include={with_packages}", "bookworm", str(root)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        shutil.copy("/etc/resolv.conf", root / "etc")
        shutil.copy("/etc/hosts", root / "etc")
        shutil.copytree(OWN_CERTIFICATES, root / OWN_CERTIFICATES.relative_to("/"), dirs_exist_ok=True)
        (root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
        (root / "usr/sbin/policy-rc.d").chmod(0o755)
        machine = cls(root)
        machine.run("update-ca-certificates")
        return machine

    def clone(self) -> None:
        """This checkout, as somebody has it who has cloned it to `/root/circle`."""
        subprocess.run(
            [
                "git",
                "clone",
                "--quiet",
                "--config=advice.detachedHead=false",
                str(ROOT),
                str(self.root / "root/circle"),
            ],
            check=True,
        )

    def run(self, command: str, *, fails: bool = False) -> str:
        """What root's command prints. It is to succeed, or to fail where that is said."""
        done = subprocess.run([*self.inside(), "/bin/sh", "-c", command], capture_output=True, text=True, check=False)
        assert (done.returncode != 0) == fails, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    def until(self, command: str) -> None:
        """Wait until root's command succeeds."""
        deadline = time.monotonic() + PATIENCE_S
        while subprocess.run([*self.inside(), "/bin/sh", "-c", command], capture_output=True, check=False).returncode:
            assert time.monotonic() < deadline, command
            time.sleep(0.2)

    def boot(self, host: Namespace) -> None:
        """Switch it on, and wait until all that starts with it has started."""
        cgroup = _own_cgroup(host.name)
        (self.root / "usr/sbin/policy-rc.d").unlink(missing_ok=True)
        enter = f"echo $$ > {cgroup}/cgroup.procs; exec ip netns exec {host.name} unshare -mpuiCf {BOOT} {self.root}"
        self._init = subprocess.Popen(["bash", "-c", enter], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE_S
        while not (self._find_init() and self._state() in {"running", "degraded"}):
            assert self._init.poll() is None
            assert time.monotonic() < deadline, self._state()
            time.sleep(0.1)

    def off(self) -> None:
        """As a power cut would."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
        if self._init:
            self._init.wait(PATIENCE_S)
        self._init, self._pid = None, 0

    def inside(self) -> list[str]:
        """What a command begins with that is to run in here, as root."""
        given = [f"PATH={PATH}", "HOME=/root", "LANG=C.UTF-8", *(f"{name}={TRUST}" for name in TRUSTING)]
        if self._pid:
            return ["nsenter", "-t", str(self._pid), "-m", "-p", "-n", "-u", "-i", "-C", "env", "-i", *given]
        mounts = ("proc proc proc", "sysfs sysfs sys", "tmpfs tmpfs dev/shm", "devpts -o newinstance devpts dev/pts")
        mounted = "".join(f"mount -t {mount}; " for mount in mounts)
        begin = f"mount --make-rprivate /; mount --bind {self.root} {self.root}; cd {self.root}"  # / is to be a mount
        enter = f'{begin}; {mounted} exec chroot . "$@"'
        return ["unshare", "-mpf", "--kill-child", "bash", "-c", enter, "-", "env", "-i", *given]

    def _find_init(self) -> bool:
        """The process that is its number 1: unshare's only child."""
        assert self._init
        tree = Path(f"/proc/{self._init.pid}/task/{self._init.pid}/children")
        children = tree.read_text().split()
        if children and Path(f"/proc/{children[0]}/comm").read_text().strip() == "systemd":
            self._pid = int(children[0])
        return bool(self._pid)

    def _state(self) -> str:
        asked = [*self.inside(), "systemctl", "is-system-running"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


TRUSTING = ("PIP_CERT", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")
"""How pip and npm are told to trust whom Debian does."""


@contextmanager
def told(what: str) -> Iterator[None]:
    """Say how long this took."""
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:6.1f} s  {what}", flush=True)


@contextmanager
def switched_on(machine: Machine, host: Namespace) -> Iterator[None]:
    machine.boot(host)
    try:
        yield
    finally:
        machine.off()
        _remove(_own_cgroup(host.name))


def _remove(cgroup: Path) -> None:
    """It and all below it, once their processes have ended."""
    for below in sorted(cgroup.rglob("*/"), key=lambda path: -len(path.parts)):
        if below.is_dir():
            below.rmdir()
    cgroup.rmdir()


def _own_cgroup(name: str) -> Path:
    """A group of processes below which systemd keeps its own (cgroups(7))."""
    unified = Path("/sys/fs/cgroup/unified")
    cgroup = (unified if unified.is_dir() else Path("/sys/fs/cgroup")) / name
    cgroup.mkdir(exist_ok=True)
    return cgroup
