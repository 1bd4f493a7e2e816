"""Every rule is proved by a test, and no test cites a rule that is not there."""

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
RULES = set(re.findall(r"^- \*\*([A-Z]\d+)\*\*", (HERE.parent / "docs" / "RULES.md").read_text(), re.MULTILINE))
RULE = re.compile(r"\b([HMPTCSEWFDOLNVG]\d+)\b")


def cited_by_tests() -> dict[str, set[str]]:
    """The rules each test function cites in its docstring."""
    cited: dict[str, set[str]] = {}
    for file in HERE.rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                cited[f"{file.name}::{node.name}"] = set(RULE.findall(ast.get_docstring(node) or ""))
    return cited


def test_every_rule_is_cited_by_a_test() -> None:
    assert RULES
    assert set().union(*cited_by_tests().values()) >= RULES


def test_every_cited_rule_is_there() -> None:
    unknown = {test: rules - RULES for test, rules in cited_by_tests().items() if rules - RULES}
    assert not unknown


def test_every_rule_cited_in_the_product_is_there() -> None:
    for file in (HERE.parent / "app").rglob("*.py"):
        assert set(re.findall(r"\(([HMPTCSEWFDOLNVG]\d+)\)", file.read_text())) <= RULES, file
