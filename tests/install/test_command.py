"""`balint COMMAND` has the server's own settings: systemd reads their files for both, and no shell does.

What systemd makes of them is shown on a machine that has booted: `make prove-install`.
"""

import os
import re
import subprocess
from pathlib import Path

from tests.install.test_settings import SINGLE
from tests.support.process import PATIENCE_S

OWN = (
    'BALINT_TRUSTED_PROXIES=["127.0.0.0/8", "10.0.0.0/8"]\nBALINT_SMTP_PASSWORD=pa$$w0rd (x) & touch {0}; `touch {0}`\n'
)
"""Settings as an owner may write them, of which a shell would make something else."""


def test_the_files_of_settings_are_systemds_to_read(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for name, text in (("server.env", ""), ("own.env", OWN.format(ran))):
        (tmp_path / name).write_text(text)
    (tmp_path / "systemd-run").write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    (tmp_path / "systemd-run").chmod(0o755)
    command = (SINGLE / "balint").read_text().replace("/etc/balint", str(tmp_path))
    known = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    typed = ["circles", "end", 'a $HOME "b"']
    done = subprocess.run(
        ["bash", "-c", command, "balint", *typed],
        env=known,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.returncode, done.stderr, ran.exists()) == (0, "", False)
    asked = done.stdout.splitlines()
    read = [line.rpartition("=")[2] for line in asked if "EnvironmentFile=" in line]
    backup = re.findall("^EnvironmentFile=(.*)$", (SINGLE / "balint-backup.service").read_text(), re.MULTILINE)
    assert read == [file.replace("/etc/balint", str(tmp_path)) for file in backup]
    assert [word.replace("$$", "$") for word in asked[-len(typed) :]] == typed
