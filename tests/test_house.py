"""The house keeps its rooms: who may import whom (docs/ARCHITECTURE.md)."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app"
ARCHITECTURE = APP.parent / "docs" / "ARCHITECTURE.md"
ROOMS = {
    room: set(re.findall(r"\w+", may_import)) & {file.stem for file in APP.iterdir()}
    for room, may_import in re.findall(r"^\| `app/(\w+)` \|.*\| (.*) \|$", ARCHITECTURE.read_text(), re.MULTILINE)
}
"""Whom each room may import of ours, besides itself, as the table has it."""
COMPOSITION_ROOT = {"main.py", "single_server.py", "several_nodes.py"}
OF_THEIR_FILE = {"log", "logger", "router"}
PURE = {
    "circle": {"collections", "dataclasses", "enum", "typing", "functools", "operator", "re", "unicodedata"},
    "group": {
        "collections",
        "dataclasses",
        "enum",
        "typing",
        "functools",
        "itertools",
        "bisect",
        "calendar",
        "datetime",
        "re",
    },
}
"""What the pure rooms may know of the standard library. Of anything else they know nothing."""
ASKS_THE_MACHINE = {"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp", "timestamp", "astimezone"}
"""What of `datetime` reads the machine's clock or its zone."""


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_room_stands_in_the_table() -> None:
    assert {*ROOMS} == {folder.name for folder in APP.iterdir() if (folder / "__init__.py").exists()}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_whom_it_may(room: str) -> None:
    for file in (APP / room).rglob("*.py"):
        ours = {name.split(".")[1] for name in imports(file) if name.startswith("app.")}
        assert ours <= ROOMS[room] | {room, "__version__"}, file


def test_the_files_beside_the_rooms_import_those_that_the_table_names() -> None:
    """All of them but the composition root, which knows every room."""
    [told] = re.findall(r"^\| other files of `app/` \|.*\| (.*) \|$", ARCHITECTURE.read_text(), re.MULTILINE)
    files = [file for file in APP.glob("*.py") if file.name not in COMPOSITION_ROOT]
    ours = {name.split(".")[1] for file in files for name in imports(file) if name.startswith("app.")}
    assert ours & {*ROOMS} == {*re.findall(r"\w+", told)} & {*ROOMS}


def test_the_client_knows_of_the_server_its_close_codes_alone() -> None:
    """It is an example for others: what it takes from the house must be in `docs/PROTOCOL.md`."""
    ours = {name.rpartition(".")[0] for file in (APP / "client").rglob("*.py") for name in imports(file)}
    assert {name for name in ours if re.match(r"app\.(?!client)", name)} == {"app.web.closing"}


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_knows_only_the_standard_library(room: str) -> None:
    """No clock, no randomness, no waiting. Time zones come to it as data."""
    for file in (APP / room).rglob("*.py"):
        others = {name.split(".")[0] for name in imports(file) if not name.startswith("app.")}
        assert others <= PURE[room], file
        nodes = list(ast.walk(ast.parse(file.read_text())))
        assert not any(isinstance(node, ast.AsyncFunctionDef | ast.Await) for node in nodes), file
        assert not any(isinstance(node, ast.Attribute) and node.attr in ASKS_THE_MACHINE for node in nodes), file


def test_the_private_names_of_each_media_library_are_in_one_file() -> None:
    """Whoever imports the library at all is the one who may use them. The client keeps to aiortc's public names."""
    for library, only in (("pylibsrtp", "srtp.py"), ("aiortc", "dtls.py")):
        room = (APP / "media").rglob("*.py")
        assert [file.name for file in room if any(name.startswith(library) for name in imports(file))] == [only]
    for file in (APP / "client").rglob("*.py"):
        assert not re.search(r"\._[a-z]", re.sub(r"self\._", "", file.read_text())), file


def test_the_close_codes_are_in_one_file() -> None:
    assert {file.name for file in APP.rglob("*.py") if re.search(r"= 400\d", file.read_text())} == {"closing.py"}


def test_no_file_is_part_of_a_circle_of_imports() -> None:
    """Not even under TYPE_CHECKING: what cannot be read by itself cannot be changed by itself."""
    assert list(knots_of({module(file): imported(file) for file in APP.rglob("*.py")})) == []


def test_a_circle_of_imports_is_found() -> None:
    assert list(knots_of({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()})) == [{"b", "c"}]
    assert list(knots_of({"a": {"a"}})) == [{"a"}]
    assert list(knots_of({"a": {"b", "c"}, "b": {"c"}, "c": set()})) == []


def module(file: Path) -> str:
    return ".".join(file.relative_to(APP.parent).with_suffix("").parts).removesuffix(".__init__")


def imported(file: Path) -> set[str]:
    """The modules of ours that this one imports, wherever in the file."""
    ours = {module(other) for other in APP.rglob("*.py")}
    return {
        name if name in ours else name.rpartition(".")[0] for name in imports(file) if name.startswith("app")
    } & ours


def knots_of(graph: dict[str, set[str]]) -> Iterator[set[str]]:
    """Every largest set of modules that all lead to one another."""
    leads_to = {name: reached(graph, name) for name in graph}
    tied = {name: {other for other in leads_to[name] if name in leads_to[other]} for name in graph}
    yield from (set(knot) for knot in {frozenset(knot) for knot in tied.values() if knot})


def reached(graph: dict[str, set[str]], start: str) -> set[str]:
    """Where one gets from here by one step or more."""
    found: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        if (name := ahead.pop()) not in found:
            found.add(name)
            ahead += graph[name]
    return found


def test_a_public_name_means_one_thing() -> None:
    """No class, function or type is named like another one elsewhere in the house."""
    names = Counter(name for file in APP.rglob("*.py") for name in defined(ast.parse(file.read_text())))
    assert [name for name, times in names.items() if times > 1] == []


def test_what_a_file_defines_is_found() -> None:
    assert defined(ast.parse("class A: ...\ndef b(): ...\nCd = A | None\nE = 1\n_f = 2\ndef _g(): ...")) == {
        "A",
        "b",
        "Cd",
    }


def defined(file: ast.Module) -> set[str]:
    """Its public classes, functions and types. Constants are of their file alone."""
    named = {node.name for node in file.body if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)}
    targets = [target for node in file.body if isinstance(node, ast.Assign) for target in node.targets]
    types = {target.id for target in targets if isinstance(target, ast.Name) and not target.id.isupper()}
    return {name for name in named | types if name[0] != "_" and name not in OF_THEIR_FILE}


TOLD_BY_THE_FRAMEWORK = {"HTTPException", "WebSocketException"}
"""What a route raises is its answer, and `docs/PROTOCOL.md` has it."""


def test_whoever_raises_says_so() -> None:
    """A public function that raises an error by itself names it, or its class or file does for all it has."""
    silent = [where for file in APP.rglob("*.py") for where in raising_in_silence(file.read_text(), file.name)]
    assert silent == []


def test_who_raises_in_silence_is_found() -> None:
    assert list(raising_in_silence("def f():\n    'Do it.'\n    raise KeyError(1)", "a")) == ["a: f: KeyError"]
    assert list(raising_in_silence("def f():\n    'Raises `KeyError`.'\n    raise KeyError", "a")) == []
    assert list(raising_in_silence("class A:\n    def f(self):\n        raise KeyError", "a")) == ["a: f: KeyError"]
    assert list(raising_in_silence("def _f():\n    raise KeyError", "a")) == []


def raising_in_silence(source: str, name: str) -> Iterator[str]:
    tree = ast.parse(source)
    owners = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
    for owner in owners:
        said = (ast.get_docstring(tree) or "") + (ast.get_docstring(owner) or "")
        for node in owner.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                own = ast.get_docstring(node) or ""
                if own.startswith("See `"):
                    continue  # a protocol has it, for all who keep it
                told = said + own
                for error in sorted(raised_by(node) - TOLD_BY_THE_FRAMEWORK):
                    if error not in told:
                        yield f"{name}: {node.name}: {error}"


def raised_by(function: ast.AST) -> set[str]:
    raised = (node.exc for node in ast.walk(function) if isinstance(node, ast.Raise) and node.exc is not None)
    calls = (error.func if isinstance(error, ast.Call) else error for error in raised)
    return {error.id for error in calls if isinstance(error, ast.Name) and error.id[0].isupper()}


def test_no_folder_has_a_third_level() -> None:
    assert not [file for file in APP.rglob("*.py") if len(file.relative_to(APP).parts) > 2]
