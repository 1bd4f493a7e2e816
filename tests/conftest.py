"""No test hangs: what has not ended by `timeout` (pyproject.toml), or by this where real time is needed, has failed."""

import pytest

LONG_S = 900


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("e2e") or item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(LONG_S))
