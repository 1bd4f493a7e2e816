"""The doctor as it is met: in the log of a server that starts, and typed beside it."""

import subprocess
import sys
from pathlib import Path

from tests.support.process import PATIENCE_S, ROOT, ServerProcess

UNREACHABLE = {
    "BALINT_PUBLIC_URL": "https://circle.invalid",
    "BALINT_MEDIA_ADVERTISE": "127.0.0.1",
    "BALINT_OPENING_KEY": "a key that nobody guesses",
}


def test_a_start_says_what_keeps_people_out_and_the_doctor_says_more(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path, **UNREACHABLE).start()
    try:
        doctor = subprocess.run(
            [sys.executable, "-m", "app", "doctor"],
            cwd=ROOT,
            env=server.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    finally:
        server.stop()
    [logged] = [line.partition("the doctor says: ")[2] for line in server.log.splitlines() if "127.0.0.1" in line]
    says, do = logged.split("; what to do: ")
    assert says in doctor.stdout
    assert f"-> {do}" in doctor.stdout
    assert "circle.invalid" in doctor.stdout
    assert "Wrong: " in doctor.stderr
    assert doctor.returncode == 1
