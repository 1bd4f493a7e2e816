"""Everything that others have made and we ship is known, may be shipped, and brings its licence with it."""

import importlib.metadata
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import Settings
from scripts.licences import EXCEPTIONS, INSIDE, may_be_shipped
from scripts.shipped import ROOT, Package, server_packages, shipped

PAGE: Path = Settings.model_fields["page_dir"].default
LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
pytestmark = pytest.mark.skipif(not (PAGE / "licences.md").is_file(), reason="needs the built page: make build")


def test_nothing_is_shipped_that_may_not_be() -> None:
    assert {package.name for package in shipped() if not may_be_shipped(package.licence)} == EXCEPTIONS


@pytest.mark.parametrize("unknown", ["unknown", "", "GPL-3.0-or-later", "MIT AND GPL-2.0-only", "AGPL-3.0-or-later"])
def test_what_is_not_known_may_not_be_shipped(unknown: str) -> None:
    assert not may_be_shipped(unknown)
    assert may_be_shipped(f"{unknown} OR MIT")


def test_every_package_of_the_server_brings_its_licence() -> None:
    here = {distribution.name.lower().replace("_", "-") for distribution in importlib.metadata.distributions()}
    installed = [package for package in server_packages() if package.name in here]
    assert len(installed) > 20
    for package in installed:
        files = importlib.metadata.files(package.name) or []
        assert any(LICENCE_FILE.search(file.name) for file in files), package.name


@pytest.mark.parametrize("wheel", ["av", "google-crc32c"])
def test_every_library_that_lies_in_a_wheel_is_known(wheel: str) -> None:
    beside = re.compile(rf"{wheel.replace('-', '_')}\.libs/(.+?)-[0-9a-f]{{8}}\.so")
    held = [found[1] for file in importlib.metadata.files(wheel) or [] if (found := beside.match(str(file)))]
    if not held:
        pytest.skip("this machine's wheel holds no libraries")
    assert set(held) == INSIDE[wheel].keys()


def test_the_page_brings_the_licences_of_what_it_holds() -> None:
    held = {package.name: package for package in shipped() if package.where == "page"}
    assert {"svelte", "lean-qr", "@fontsource-variable/atkinson-hyperlegible-next"} <= held.keys()
    notices = (PAGE / "licences.md").read_text()
    assert notices.count("\n## ") == len(held)
    assert "SIL OPEN FONT LICENSE" in notices


def test_the_list_and_the_bill_of_materials_name_all_of_it() -> None:
    listed, bill = told("licences"), json.loads(told("sbom"))
    required = [it for it in bill["components"] if it["scope"] == "required"]
    assert len(listed.splitlines()) == len(required) == len(shipped())
    refs = [it["bom-ref"] for it in bill["components"]]
    assert len(refs) == len(set(refs))
    assert all(it["externalReferences"][0]["hashes"] for it in bill["components"] if "version" in it)
    assert {"vite", "typescript"} <= {it["name"] for it in bill["components"] if it["scope"] == "excluded"}


def told(what: str) -> str:
    command = [sys.executable, "-m", "scripts.shipped", what]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30).stdout


def test_a_package_that_says_nothing_of_its_licence_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "metadata", lambda _: {})
    licences = {package.name: package.licence for package in server_packages()}
    assert licences["fastapi"] == "unknown"
    assert isinstance(next(server_packages()), Package)
