"""Private names are used of exactly the versions that are installed, or the server does not start."""

import asyncio
import re
import tomllib
from pathlib import Path

import pytest

from app import pins
from app.listening import CannotStart
from app.main import open_services
from app.media import srtp
from app.pins import PINS, check_pins
from app.settings import Settings


def test_the_installed_libraries_are_the_pinned_ones() -> None:
    check_pins()


def test_the_pins_are_those_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())
    assert {f"{package}=={pinned}" for package, pinned, _ in PINS} <= set(project["project"]["dependencies"])


@pytest.mark.parametrize(("package", "pinned", "user"), PINS)
def test_another_version_is_refused_with_advice(
    package: str, pinned: str, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = {name: version for name, version, _ in PINS} | {package: "9.9"}
    monkeypatch.setattr(pins, "version", installed.__getitem__)
    said = f"{user} uses private names of {package} {pinned}, but 9.9 is installed. Install the pinned version"
    with pytest.raises(ImportError, match=re.escape(said)):
        check_pins()


def test_a_lost_name_is_refused_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(srtp, "Session", object)
    with pytest.raises(ImportError, match="Session has lost _srtp"):
        check_pins()


def test_a_server_with_another_version_does_not_start_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "version", lambda of: "9.9")

    async def scenario() -> None:
        async with open_services(Settings(data_dir=tmp_path), "http://localhost"):
            pass

    with pytest.raises(CannotStart, match="9\\.9 is installed"):
        asyncio.run(scenario())
