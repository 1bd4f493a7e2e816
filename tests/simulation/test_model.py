"""The models in `docs/models` hold in every history there is, and without any one of their rules they do not."""

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

MODELS = Path(__file__).parents[2] / "docs" / "models"
PATIENCE_S = 300

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (shutil.which("spin") and shutil.which("cc")),
        reason="needs the model checker spin and a C compiler (Debian: apt-get install spin gcc)",
    ),
]

MANY_FAULTS = {"TERMS": 2, "FAULTS": 3}
MANY_CLAIMS = {"TERMS": 3, "FAULTS": 2}


WALKED = "ea6d76d3d61fe023d61bfdcc603b378274f44a1e7effb38c29be8319764096ec"
"""SHA-256 of the model of claims that held in all its 6,785,785 states with many faults, on 28 November 2026.

To walk through them takes half a minute and 700 MB. It is done again where the model is another one: put its sum here
when it has held.
"""


def walk(model: str, folder: Path, **given: object) -> str:
    """What the checker says once it has been through every history, or has found one in which something fails."""
    switches = [f"-D{name}={value}" for name, value in given.items()]
    _run(folder, "spin", *switches, "-a", str(MODELS / f"{model}.pml"))
    breaks = "WITHOUT" in given
    how = ("-O0", "-DREVERSE", "-DT_REVERSE") if breaks else ("-O2",)  # the other way about, it is seen to break sooner
    _run(folder, "cc", *how, "-w", "-DSAFETY", "-DMEMLIM=1000", "-o", "walk", "pan.c")
    return _run(folder, "./walk", "-m100000")


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE_S)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("model", "size"), [("log", {}), ("claim", MANY_FAULTS), ("claim", MANY_CLAIMS)])
def test_what_must_hold_holds_in_every_history(model: str, size: dict[str, int], tmp_path: Path) -> None:
    if size is MANY_FAULTS and sha256((MODELS / f"{model}.pml").read_bytes()).hexdigest() == WALKED:
        pytest.skip("This model has been walked through with many faults, and has not changed since.")
    said = walk(model, tmp_path, **size)
    assert "errors: 0" in said, said
    assert "not completed" not in said, said
    assert "too small" not in said, said


@pytest.mark.parametrize(
    ("model", "rule", "size"),
    [
        ("log", "FENCING", {}),
        ("log", "WRITE_NUMBERS", {}),
        ("log", "WITHDRAWING", {}),
        ("claim", "LEASE", {}),
        ("claim", "ASKING", {}),
        ("claim", "COMPARING", {}),
        ("claim", "COMPARING_EARLY", MANY_CLAIMS),
        ("claim", "BEAT_SEEN", {}),
        ("claim", "NO_REVIVAL", {}),
        ("claim", "CAP", {}),
        ("claim", "ASKING_FOR_CIRCLE", MANY_FAULTS),
    ],
)
def test_every_rule_is_needed(model: str, rule: str, size: dict[str, int], tmp_path: Path) -> None:
    said = walk(model, tmp_path, WITHOUT=rule, **size)
    assert "assertion violated" in said, said
