"""Who installs the project as a package has all of it: words, invented cases, the certificate's form, the page."""

from pathlib import Path

import pytest
from setuptools.config.pyprojecttoml import apply_configuration
from setuptools.dist import Distribution

from tests.support.process import ROOT


def packaged() -> set[Path]:
    """What setuptools would take, by pyproject.toml and without building anything."""
    told = apply_configuration(Distribution({"script_name": "setup.py"}), "pyproject.toml")
    told.include_package_data = False  # it would ask a manifest, and first write one
    building = told.get_command_obj("build_py")
    building.ensure_finalized()
    return {ROOT / source for source in building.get_output_mapping().values()}  # type: ignore[attr-defined]


def test_a_package_holds_all_that_is_in_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    files = {file for file in (ROOT / "app").rglob("*") if file.is_file() and file.suffix != ".pyc"}
    assert packaged() == files
