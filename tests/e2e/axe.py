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
    wrong = ((v["id"], node) for v in found for node in v["nodes"] if not is_scrolled_below_the_handle(node))
    return [f"{rule}: {node['html'][:200]} {node['any'][:1]}" for rule, node in wrong]


def is_scrolled_below_the_handle(node: dict[str, Any]) -> bool:
    """Half of it is behind what stays at the edge of its sheet; without that it would be half outside of the sheet."""
    over = [each["html"] for check in node["any"] if check["id"] == "target-size" for each in check["relatedNodes"]]
    return over != [] and all(html.startswith('<button class="handle ') for html in over)
