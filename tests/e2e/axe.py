"""axe-core, asked what of a page shuts people out."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js").read_text()
OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "selectors": False,
    "rules": {"target-size": {"enabled": True}},
}


def complaints(page: Page, *rules: str) -> list[str]:
    """What axe-core finds wrong, by all its rules or by these."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {**OPTIONS, "runOnly": rules} if rules else OPTIONS
    found = page.evaluate("options => axe.run(options).then(({ violations }) => violations)", options)
    return [f"{v['id']}: {node['html'][:200]} {node['any'][:1]}" for v in found for node in v["nodes"]]
