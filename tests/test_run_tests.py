"""`scripts/run-tests`: what fails is asked once more, what breaks off is not, and Ctrl+C ends all of it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.process import PATIENCE_S, ROOT

RUN_TESTS = ROOT / "scripts" / "run-tests"
TAKES_CTRL_C = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
)
AS_IN_A_TERMINAL = [sys.executable, "-c", TAKES_CTRL_C]
"""Whatever a shell starts in the background ignores Ctrl+C, and so do its children."""
MEETINGS, STATES, AGAIN = "-m meeting", "-n 1 tests/e2e", "--last-failed"


class Played:
    """In place of pytest: notes how it is called, and ends with the code that is written down for that, else 0."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.program = folder / "pytest"
        self.program.write_text(
            f"#!{sys.executable}\n"
            "import os, pathlib, signal, sys, time\n"
            f"folder, asked = pathlib.Path({str(folder)!r}), ' '.join(sys.argv[1:])\n"
            "signal.signal(signal.SIGINT, lambda *_: sys.exit(2))\n"  # as pytest does
            "(folder / f'asked-{time.monotonic_ns()}-{os.getpid()}').write_text(asked)\n"
            "for how in folder.glob('ends-*'):\n"
            "    begins, code = how.read_text().split('|')\n"
            "    if asked.startswith(begins):\n"
            "        time.sleep(600) if code == 'never' else sys.exit(int(code))\n"
        )
        self.program.chmod(0o700)

    def ends(self, begins: str, code: int | str) -> None:
        """What is asked like this ends with this code, or never."""
        (self._folder / f"ends-{len(begins)}").write_text(f"{begins}|{code}")

    def asked(self, begins: str) -> list[int]:
        """The processes that were asked like this, in their order."""
        notes = sorted(self._folder.glob("asked-*"))
        return [int(note.name.split("-")[2]) for note in notes if note.read_text().startswith(begins)]

    def waited_for(self, begins: str) -> int:
        """The first process that is asked like this."""
        deadline = time.monotonic() + PATIENCE_S
        while not (found := self.asked(begins)):
            assert time.monotonic() < deadline, f"nobody asks {begins}"
            time.sleep(0.01)
        return found[0]


@pytest.fixture
def played(tmp_path: Path) -> Played:
    return Played(tmp_path)


@pytest.mark.parametrize("how", [MEETINGS, STATES, "-n 3"])
@pytest.mark.parametrize(("first", "then", "asked_again", "code"), [(1, 0, 1, 0), (1, 1, 1, 1), (3, 0, 0, 1)])
def test_what_fails_is_asked_once_more_and_what_breaks_off_is_not(
    played: Played, how: str, first: int, then: int, asked_again: int, code: int
) -> None:
    """What had failed in the run before is what pytest would ask, and that may be nothing or be long mended."""
    played.ends(how, first)
    played.ends(AGAIN, then)
    ran = subprocess.run([RUN_TESTS, played.program, "true"], capture_output=True, timeout=PATIENCE_S)
    assert (ran.returncode, len(played.asked(AGAIN))) == (code, asked_again), ran.stderr


@pytest.mark.parametrize(("first", "then", "asked", "code"), [(0, 0, 1, 0), (1, 0, 2, 0), (1, 1, 2, 1)])
def test_the_units_of_the_page_are_asked_once_more_if_they_fail(
    played: Played, tmp_path: Path, first: int, then: int, asked: int, code: int
) -> None:
    """All else is asked nevertheless."""
    notes = tmp_path / "notes"
    units = f'echo asked >> {notes}; [ "$(wc -l < {notes})" = 1 ] && exit {first}; exit {then}'
    ran = subprocess.run([RUN_TESTS, played.program, "sh", "-c", units], capture_output=True, timeout=PATIENCE_S)
    assert (ran.returncode, len(notes.read_text().split())) == (code, asked), ran.stderr
    assert (len(played.asked(MEETINGS)), len(played.asked(STATES))) == (1, 1)


def test_ctrl_c_ends_all_of_it(played: Played) -> None:
    """The states are looked at beside, by a group of processes that Ctrl+C does not reach."""
    played.ends(MEETINGS, "never")
    played.ends(STATES, "never")
    with subprocess.Popen([*AS_IN_A_TERMINAL, RUN_TESTS, played.program, "true"], start_new_session=True) as running:
        try:
            played.waited_for(MEETINGS)
            states = played.waited_for(STATES)
            os.killpg(running.pid, signal.SIGINT)
            assert running.wait(PATIENCE_S) == 128 + signal.SIGINT
            assert played.asked(AGAIN) == []
            _is_gone(states)
        finally:
            running.kill()


def _runs(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def _is_gone(pid: int) -> None:
    """It is told to end as the command ends, and is nobody's to wait for then."""
    deadline = time.monotonic() + PATIENCE_S
    while _runs(pid):
        assert time.monotonic() < deadline, "it goes on"
        time.sleep(0.01)
