"""A short hunt through every target, and that the hunt finds what is there and gives it as it was."""

import subprocess
import sys

import pytest

from tests.fuzz import TARGETS, target
from tests.fuzz.mutation import hunt

COUNT = {
    "answer": 10_000,
    "framing": 10_000,
    "group": 300,
    "rtcp": 10_000,
    "rtp": 3_000,
    "socket": 300,
    "stun": 10_000,
    "wire": 20_000,
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_hunt_finds_nothing(name: str) -> None:
    module = target(name)
    found = hunt(module.check, module.SEEDS, COUNT.get(name, 10_000), seed=1)
    assert found is None, found


def test_a_hunt_finds_what_is_there_the_same_again_for_the_same_seed() -> None:
    def check(data: bytes) -> int:
        if data[:1] != b"a" and len(data) > 6 and data[5] == 255:
            raise ValueError("planted")
        return len(data)

    first, again, other = (hunt(check, [b"a harmless one"], 100_000, seed) for seed in (1, 1, 2))
    assert first is not None
    assert again is not None
    assert other is not None
    assert first.data == again.data != other.data
    assert str(first.error) == "planted"
    with pytest.raises(ValueError, match="planted"):
        check(first.data)


def test_what_is_new_is_damaged_further() -> None:
    """Three bytes are as good as never right by chance, but quickly one after the other."""

    def check(data: bytes) -> int:
        steps = 0
        while steps < 3 and data[steps : steps + 1] == b"key"[steps : steps + 1]:
            steps += 1
        assert steps < 3
        return steps

    assert hunt(check, [bytes(8)], 150_000, seed=1) is not None
    assert hunt(lambda data: 0 * check(data), [bytes(8)], 100_000, seed=1) is None


def test_the_command_says_what_it_did() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "stun", "100", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "stun: 100 inputs, seed 7, nothing found" in done.stdout
