"""Whoever sets the project up gets the very files that a lock names, and no lock has fallen behind pyproject.toml."""

import json
import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
TOOLS = PROJECT["project"]["optional-dependencies"]["tools"]
LOCKS = {
    "requirements.lock": [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]],
    "requirements-tools.lock": [*PROJECT["project"]["dependencies"], *TOOLS],
}
BRINGING = [ROOT / "Dockerfile", ROOT / "Makefile", *(ROOT / "scripts").iterdir(), *(ROOT / "deploy").rglob("*")]
BRINGING = [file for file in BRINGING if file.is_file()]
"""Whatever could bring in what others have made."""
INSTALLS = r"(pip\"? install|\$\(PIP\)) --?(?!.*--editable)"
PYTHONS = ("3.11.0", "3.11.2", "3.11.9")
"""What packages ask for depends on it. 3.11.2 is Debian 12's."""


def locked(name: str) -> dict[str, tuple[str, list[str]]]:
    """What a lock holds, by package: its version and its hashes."""
    entries = (ROOT / name).read_text().replace("\\\n", " ").splitlines()
    held = {}
    for pinned, *hashes in (entry.split() for entry in entries if entry and not entry.startswith("#")):
        package, version = pinned.split("==")
        held[canonicalize_name(package)] = version, hashes
    return held


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_is_asked_for(name: str) -> None:
    """`make lock` after a change of pyproject.toml."""
    held = locked(name)
    for asked in map(Requirement, LOCKS[name]):
        version, _ = held[canonicalize_name(asked.name)]
        assert asked.specifier.contains(version), f"{asked} is not {version}"


@pytest.mark.parametrize("name", sorted(file.name for file in ROOT.glob("requirements*.lock")))
def test_every_package_has_its_hashes(name: str) -> None:
    for package, (_, hashes) in locked(name).items():
        assert hashes, package
        assert all(each.startswith("--hash=sha256:") and len(each) == 78 for each in hashes), package


def test_a_tool_changes_no_version_of_what_runs() -> None:
    runs, tools = locked("requirements.lock"), locked("requirements-tools.lock")
    assert runs.items() <= tools.items()


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_whole_for_each_python_we_run_on(name: str, python: str) -> None:
    """Also where it was made by another: nothing that is in no lock is ever installed."""
    held = locked(name)
    asked = {package: map(Requirement, requires(package) or ()) for package in held}
    missing = {
        f"{package} needs {need.name}"
        for package, needs in asked.items()
        for need in needs
        if is_asked(need, python) and canonicalize_name(need.name) not in held
    }
    assert missing == set()


def is_asked(need: Requirement, python: str) -> bool:
    about = {"python_full_version": python, "python_version": python[:4], "extra": ""}
    return need.marker is None or need.marker.evaluate(about)


def test_every_package_of_the_page_has_its_hash() -> None:
    """`npm ci` takes no file that has another one."""
    locked = json.loads((ROOT / "frontend" / "package-lock.json").read_text())["packages"]
    others = {path: entry for path, entry in locked.items() if path}
    assert len(others) > 100
    assert [path for path, entry in others.items() if not entry.get("integrity", "").startswith("sha512-")] == []


def test_nothing_is_installed_past_a_lock() -> None:
    """The one exception is ourselves (`--editable .`), which brings nothing with it."""
    found = {}
    for file in BRINGING:
        commands = file.read_text().replace("\\\n", " ").splitlines()
        assert not [line for line in commands if re.search(r"npm .*\b(install|i|add|update)\b|\bnpx ", line)], file
        if installing := [line for line in commands if re.search(INSTALLS, line)]:
            found[str(file.relative_to(ROOT))] = installing
    assert found.keys() == {
        *("Dockerfile", "Makefile", "deploy/single/release"),
        *(f"scripts/{name}" for name in ("audit", "fuzz-http", "lock", "node-path")),
    }
    past = [line for lines in found.values() for line in lines if "--require-hashes" not in line]
    assert [line for line in past if not line.startswith("PIP :=")] == []
