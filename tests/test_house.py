"""The house keeps its rooms: who may import whom (docs/ARCHITECTURE.md)."""

import ast
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app"
MAY_IMPORT = {
    "circle": {"circle"},
    "media": {"media"},
    "store": {"store", "circle"},
    "live": {"live", "store", "circle"},
    "web": {"web", "live", "store", "circle", "settings"},
}
STANDARD_LIBRARY_ONLY = {"collections", "dataclasses", "enum", "typing", "functools", "re", "unicodedata"}


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_whom_it_may(room: str) -> None:
    for file in (APP / room).rglob("*.py"):
        ours = {name.split(".")[1] for name in imports(file) if name.startswith("app.")}
        assert ours <= MAY_IMPORT[room], file


def test_the_core_knows_only_the_standard_library() -> None:
    """No clock, no randomness, no waiting."""
    for file in (APP / "circle").rglob("*.py"):
        others = {name.split(".")[0] for name in imports(file) if not name.startswith("app.")}
        assert others <= STANDARD_LIBRARY_ONLY, file
        nodes = ast.walk(ast.parse(file.read_text()))
        assert not any(isinstance(node, ast.AsyncFunctionDef | ast.Await) for node in nodes), file


def test_the_private_names_of_the_media_library_are_in_one_file() -> None:
    assert {file.name for file in APP.rglob("*.py") if "pylibsrtp" in file.read_text()} == {"srtp.py"}


def test_the_server_does_without_what_only_tests_need() -> None:
    assert [file for file in APP.rglob("*.py") if any(name.startswith("aiortc") for name in imports(file))] == []


def test_the_close_codes_are_in_one_file() -> None:
    assert {file.name for file in APP.rglob("*.py") if "= 400" in file.read_text()} == {"closing.py"}


def test_no_folder_has_a_third_level() -> None:
    assert not [file for file in APP.rglob("*.py") if len(file.relative_to(APP).parts) > 2]
