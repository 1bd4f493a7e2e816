"""What real browsers report of their sound reaches whoever watches the server."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from tests.e2e.meeting import meeting
from tests.support.ports import free_port
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA
from tests.web.test_metrics import numbers_in

WITHIN_S = 60


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path, BALINT_METRICS_PORT=str(free_port())).start()
    yield process
    process.stop()


def test_round_trips_and_losses_of_a_real_browser_are_shown(browser: Browser, server: ServerProcess) -> None:
    with meeting(browser, server, (FRIDA, MIA)):
        deadline = time.monotonic() + WITHIN_S
        while not (shown(server, "round_trip_seconds_count") and shown(server, "loss_ratio_count")):
            assert time.monotonic() < deadline, "no report has come"
            time.sleep(0.5)
        mean_s = shown(server, "round_trip_seconds_sum") / shown(server, "round_trip_seconds_count")
        assert 0 <= mean_s < 1
        assert shown(server, "loss_ratio_sum") / shown(server, "loss_ratio_count") < 0.5


def shown(server: ServerProcess, name: str) -> float:
    text = httpx.get(f"http://127.0.0.1:{server.environment['BALINT_METRICS_PORT']}/metrics").text
    return numbers_in(text)[f"balint_media_{name}", ""]
