"""What `docs/OPERATIONS.md` says is done to one server from time to time, done: `make prove-install`."""

import json
import re

from tests.e2e.test_networks import STEPS
from tests.install.machine import Machine, told
from tests.install.test_settings import DOMAIN

PYTHON = "python3 -c 'import json, urllib.request as u; {}'"
OPEN = PYTHON.format(f"""
key = open("/etc/balint/opening-key").read().strip()
asked = json.dumps(dict(title="First", seats=6, facilitators=2, observers=1, steps={json.dumps(STEPS)})).encode()
told = {{"Authorization": "Bearer " + key, "Content-Type": "application/json"}}
for each in json.load(u.urlopen(u.Request("http://127.0.0.1:8080/api/circles", asked, told)))["invitations"]:
    print(each["link"].partition("#")[2])""")
NUMBERS = PYTHON.format('print(u.urlopen("http://127.0.0.1:9464/metrics").read().decode())')
HEALTHY = PYTHON.format('u.urlopen("http://127.0.0.1:8080/health")')
OTHER = "other.example"
CHECKOUT = "git -C /root/circle -c user.name=x -c user.email=x@x"
AWAY = """import os, time, urllib.request as u
longest_s, answered = 0.0, time.monotonic()
while not os.path.exists("/tmp/over"):
    time.sleep(0.02)
    try:
        u.urlopen("http://127.0.0.1:8080/health", timeout=0.5).read()
    except OSError:
        continue
    longest_s, answered = max(longest_s, time.monotonic() - answered), time.monotonic()
print(f"         no server answered for {longest_s:.1f} s", flush=True)
"""
"""Says so until it is over."""
OWN = """BALINT_CIRCLES_MAX=77
BALINT_TRUSTED_PROXIES=["127.0.0.0/8", "10.0.0.0/8"]
BALINT_SMTP_HOST=localhost
BALINT_SMTP_FROM=circle@example.org
BALINT_SMTP_USER=circle
BALINT_SMTP_PASSWORD=pa$$w0rd (x) & touch /tmp/ran; $HOME `touch /tmp/ran`
"""
"""Settings as an owner may write them, of which a shell would make something else."""
BACK_TO_A_COPY = """set -e; copy=$(ls -d /var/lib/balint/backups/* | tail -n 1)
systemctl stop balint
cp $copy/* /var/lib/balint/; rm -f /var/lib/balint/circles.sqlite-wal /var/lib/balint/circles.sqlite-shm
chown balint: /var/lib/balint/*
systemctl start balint"""


def opened_circle(machine: Machine) -> list[str]:
    """The tokens of a circle that is opened with the key, as whoever opens circles does."""
    return machine.run(OPEN).split()


def lives_on(machine: Machine) -> list[str]:
    """It is watched and told things, copies are made, releases change, and it is taken off. The circles it had then."""
    takes_own_settings(machine)
    machine.until(f"{NUMBERS} | grep -q 'balint_relay_reached 1'")
    goes_back_to_a_copy(machine)
    releases_change(machine)
    machine.run("journalctl --no-pager | grep -E '10[.]0[.][2-9][.]' | grep -v kernel", fails=True)
    takes_another_name(machine)
    kept = circles(machine)
    machine.run("make -C /root/circle uninstall")
    machine.run("systemctl is-active balint caddy coturn haproxy", fails=True)
    machine.run("test -s /var/lib/balint/circles.sqlite && test -s /etc/balint/opening-key && ! test -e /opt/balint")
    return kept


def takes_own_settings(machine: Machine) -> None:
    """The server does, and `balint` has the same ones, and what is typed after it, as it was written."""
    with (machine.root / "etc/balint/own.env").open("a") as file:
        file.write(OWN)
    machine.run("systemctl restart balint")
    machine.until(HEALTHY)
    assert "balint_circles_max 77" in machine.run(NUMBERS)
    servers = machine.run("tr '\\0' '\\n' < /proc/$(systemctl show -p MainPID --value balint)/environ")
    theirs = {line for line in servers.splitlines() if line.startswith("BALINT_") and "_COMMIT" not in line}
    assert set(OWN.splitlines()) <= theirs
    machine.run("sed 's|/opt/balint/.*/python -m app|/usr/bin/env TYPED=|' /usr/local/sbin/balint > /tmp/asked")
    asked = machine.run("bash /tmp/asked 'A=a $HOME %n $$ \"b\"'").splitlines()
    assert {line for line in asked if line.startswith("BALINT_")} == theirs
    assert 'A=a $HOME %n $$ "b"' in asked
    machine.run("test -e /tmp/ran", fails=True)
    assert "No open circle" in machine.run("balint circles end 48210-93771 --yes", fails=True)


def comes_back(machine: Machine, kept: list[str]) -> None:
    """Installed once more after it was taken off: the circles are there, and what its owner has set."""
    machine.until(HEALTHY)
    assert "balint_circles_max 77" in machine.run(NUMBERS)
    assert circles(machine) == kept != []


def goes_back_to_a_copy(machine: Machine) -> None:
    """Every night one is made; by hand at once. What was opened later is gone."""
    assert machine.run("systemctl is-enabled balint-backup.timer").strip() == "enabled"
    assert "balint-backup.timer" in machine.run("systemctl list-timers --no-pager")
    machine.run("systemctl start balint-backup && ls /var/lib/balint/backups/*/circles.sqlite")
    before = circles(machine)
    opened_circle(machine)
    assert len(circles(machine)) == len(before) + 1
    machine.run(BACK_TO_A_COPY)
    machine.until(HEALTHY)
    assert circles(machine) == before


def releases_change(machine: Machine) -> None:
    """To the same, to a newer one, back to the one before, which is still built; one that does not start is left."""
    machine.run("make -C /root/circle upgrade")
    first = machine.run("readlink /opt/balint/current")
    commit_and_build(machine)
    machine.run("make -C /root/circle upgrade")
    assert machine.run("readlink /opt/balint/current") != first
    machine.run(f"{CHECKOUT} checkout --quiet HEAD~1 && make -C /root/circle upgrade")
    assert machine.run("readlink /opt/balint/current") == first
    built = commit_and_build(machine)
    machine.run(f"rm {built}/app/main.py")
    with told("make upgrade to one that does not start, and the one before answers again"):
        typed = "make -C /root/circle upgrade; did=$?; sleep 2; touch /tmp/over; wait; exit $did"
        said = machine.run(f"python3 -c '{AWAY}' & {typed}", fails=True)
    print(*re.findall(" +no server answered .*", said))
    assert machine.run("readlink /opt/balint/current") == first
    machine.run("systemctl is-active balint && balint circles")
    goes_back_with_the_store(machine)
    machine.run(f"{CHECKOUT} checkout --quiet {first.strip().rpartition('/')[2]}")


def commit_and_build(machine: Machine) -> str:
    """Another commit, and its release: a copy, for no package can be got from where the machine is. Its folder."""
    machine.run(f"{CHECKOUT} commit --quiet --allow-empty -m newer")
    built = f"/opt/balint/releases/{machine.run(f'{CHECKOUT} rev-parse --short=12 HEAD').strip()}"
    machine.run(f"cp -a /opt/balint/current/. {built}")
    return built


def goes_back_with_the_store(machine: Machine) -> None:
    """The release before opens the store, with the circles that were open, although the new one had changed it."""
    before = machine.run("readlink /opt/balint/current")
    open_before, new = circles(machine), commit_and_build(machine)
    machine.run(f"sed -i 's/^GROUPS_FORMAT = .*/GROUPS_FORMAT = 99/' {new}/app/store/group_codec.py")
    file, opened = f"{new}/app/single_server.py", "start(_forget_records(store, settings.records_kept_ms), opened)"
    machine.run(f"sed -i 's/{opened}/raise SystemExit(1)/' {file}; grep -q SystemExit {file}")
    assert "back to the copy from before" in machine.run("make -C /root/circle upgrade", fails=True)
    assert machine.run("readlink /opt/balint/current") == before
    assert circles(machine) == open_before
    machine.run("test ! -e /var/lib/balint/before-upgrade")


def takes_another_name(machine: Machine) -> None:
    """Links begin with it, and Caddy has a certificate for it."""
    machine.run(f"sed -i 's/{DOMAIN}/{OTHER} {DOMAIN}/' /etc/hosts")
    machine.run(f"cd /root/circle/deploy/single; TLS=internal ./change {OTHER} $(./addresses {OTHER})")
    machine.until(PYTHON.format(f'u.urlopen("https://{OTHER}/")'))
    assert f"https://{OTHER}/#" in machine.run(OPEN.replace('.partition("#")[2]', ""))


def circles(machine: Machine) -> list[str]:
    """The numbers of those that are open."""
    return sorted(line.split()[0] for line in machine.run("balint circles").splitlines()[1:] if line.strip())
