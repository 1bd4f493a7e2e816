"""What is shipped for watching servers, held to what a server really shows."""

import asyncio
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from app.doctor.watch import Seen, show_seen
from app.live.kept_groups import GroupCounters
from app.live.mail import MailCounters
from app.media.counters import PortCounters, RoomCounters
from app.settings import Settings
from app.store.timing import CALLS, GROUP_CALLS
from tests.support.process import ROOT
from tests.support.redis import RedisProcess
from tests.support.server import running
from tests.test_deploy import nodes

ALERTS = yaml.safe_load((ROOT / "deploy" / "alerts.yml").read_text())["groups"][0]["rules"]
PANELS = json.loads((ROOT / "deploy" / "grafana-dashboard.json").read_text())["panels"]
SHOWN = [target["expr"] for panel in PANELS for target in panel.get("targets", ())]
NAME = re.compile(r"\b(?:balint|process)_\w+")
OF_ITSELF = {"up", "job", "instance", "le"}

FIRES = {
    "BalintDown": ({'up{job="balint"}': "0x60"}, {'up{job="balint"}': "1x60"}),
    "BalintRestarts": (
        {'process_start_time_seconds{job="balint"}': "0x40 10x5 20x5 30x6"},
        {'process_start_time_seconds{job="balint"}': "0x20 10x20 20x8 30x9"},
    ),
    "BalintMistake": ({"balint_log_errors_total": "0x56 1x10"}, {"balint_log_errors_total": "7x60"}),
    "BalintStoreAway": ({"balint_store_reached": "0x60"}, {"balint_store_reached": "1x60"}),
    "BalintStoreFails": (
        {'balint_store_failures_total{call="holders"}': "0x57 1x2"},  # who cannot read the store lets nobody in
        {
            'balint_store_failures_total{call="append"}': "3x60",
            'balint_store_failures_total{call="show"}': "0x57 1x2",  # one sign of life too late: see BalintStoreAway
        },
    ),
    "BalintStoreSlow": (
        {
            'balint_store_seconds_bucket{call="group_write", le="0.25"}': "0+90x60",
            'balint_store_seconds_bucket{call="group_write", le="0.5"}': "0+100x60",
            'balint_store_seconds_bucket{call="group_write", le="+Inf"}': "0+100x60",
        },
        {
            'balint_store_seconds_bucket{call="append", le="0.25"}': "0+100x60",
            'balint_store_seconds_bucket{call="append", le="+Inf"}': "0+100x60",
        },
    ),
    "BalintLoopLate": (
        {
            'balint_media_loop_lag_seconds_bucket{le="0.05"}': "0+9x60",
            'balint_media_loop_lag_seconds_bucket{le="0.1"}': "0+10x60",
            'balint_media_loop_lag_seconds_bucket{le="+Inf"}': "0+10x60",
        },
        {
            'balint_media_loop_lag_seconds_bucket{le="0.05"}': "0+10x60",
            'balint_media_loop_lag_seconds_bucket{le="+Inf"}': "0+10x60",
        },
    ),
    "BalintDatagramsNotTaken": ({"balint_media_unsent_total": "0+900x60"}, {"balint_media_unsent_total": "0+9x60"}),
    "BalintSoundLost": (
        {'balint_media_loss_ratio_bucket{le="0.1"}': "0+7x60", "balint_media_loss_ratio_count": "0+10x60"},
        {'balint_media_loss_ratio_bucket{le="0.1"}': "0+9x60", "balint_media_loss_ratio_count": "0+10x60"},
    ),
    "BalintSoundFarAway": (
        {
            'balint_media_round_trip_seconds_bucket{le="0.5"}': "0+8x60",
            'balint_media_round_trip_seconds_bucket{le="1.0"}': "0+10x60",
            'balint_media_round_trip_seconds_bucket{le="+Inf"}': "0+10x60",
        },
        {
            'balint_media_round_trip_seconds_bucket{le="0.5"}': "0+10x60",
            'balint_media_round_trip_seconds_bucket{le="+Inf"}': "0+10x60",
        },
    ),
    "BalintNoWayForSound": (
        {"balint_media_handshakes_failed_total": "0+1x60", "balint_media_timeouts_total": "0+1x60"},
        {"balint_media_handshakes_failed_total": "0x60", "balint_media_timeouts_total": "0x50 1x10"},
    ),
    "BalintNearlyFull": (
        {"balint_circles": "950x60", "balint_circles_max": "1000x60"},
        {"balint_circles": "500x60", "balint_circles_max": "1000x60"},
    ),
    "BalintFilesNearlyOut": (
        {'process_open_fds{job="balint"}': "900x60", 'process_max_fds{job="balint"}': "1024x60"},
        {'process_open_fds{job="balint"}': "90x60", 'process_max_fds{job="balint"}': "1024x60"},
    ),
    "BalintDrainsTooLong": ({"balint_draining": "1x60"}, {"balint_draining": "0x49 1x11"}),
    "BalintRelayAway": ({"balint_relay_reached": "0x60"}, {"balint_relay_reached": "1x50 0x10"}),
    "BalintCertificateEnds": (
        {"balint_certificate_days": "9x60", "balint_relay_certificate_days": "60x60"},
        {"balint_certificate_days": "30x60", "balint_relay_certificate_days": "90x60"},
    ),
    "BalintMailFails": (
        {"balint_mail_failed_total": "0x50 1x10", "balint_mail_dropped_total": "0x60"},
        {"balint_mail_failed_total": "3x60", "balint_mail_dropped_total": "0x60"},
    ),
    "BalintTwoReleases": (
        {'balint_build_info{version="1"}': "1x70", 'balint_build_info{version="2"}': "1x70"},
        {
            'balint_build_info{version="1", instance="a"}': "1x70",
            'balint_build_info{version="1", instance="b"}': "1x70",
        },
    ),
}
"""For each alert what sets it off, and what is so on most days: a value a minute, for an hour."""


def test_every_number_that_is_watched_is_shown(tmp_path: Path) -> None:
    async def shown() -> set[str]:
        with RedisProcess(tmp_path / "redis") as redis:
            async with running(tmp_path / "a", redis_url=redis.url) as node:
                await node.open_circle()
                show_seen(node.services.metrics, Seen())
                for call in (*CALLS.values(), *GROUP_CALLS.values()):
                    node.services.metrics.store_answered(call, 0.01, failed=False)
                text = node.services.metrics.text().decode()
        assert text.count("\n") < 550  # docs/OPERATIONS.md says some 500
        families = list(text_string_to_metric_families(text))
        return {word for family in families for s in family.samples for word in (s.name, *s.labels, *s.labels.values())}

    words = asyncio.run(shown())
    for watched in (*SHOWN, *(alert["expr"] for alert in ALERTS)):
        assert NAME.findall(watched) or "up{" in watched
        labels = {word for labels in re.findall(r"by \(([^)]*)\)|(\w+)(?==)", watched) for word in labels}
        values = set(re.findall(r'(?:call|le|reason|code)=~?"([^"]*)"', watched))
        values = {value for listed in values for value in listed.split("|")}
        named = {word for label in labels for word in re.findall(r"\w+", label)}
        assert {*NAME.findall(watched), *named, *values} - OF_ITSELF <= words, watched


@pytest.mark.parametrize(
    ("prefix", "numbers"),
    [("voice", RoomCounters), ("media", PortCounters), ("group", GroupCounters), ("mail", MailCounters)],
)
def test_every_number_that_is_counted_is_on_the_dashboard(prefix: str, numbers: type) -> None:
    """Also those that are added later."""
    drawn = " ".join(SHOWN)
    names = {f"balint_{prefix}_{field.name}" for field in fields(numbers)}
    assert {name for name in names if not re.search(rf"{name}(_total|_bucket)?\b", drawn)} == set()


def test_every_alert_says_what_is_the_matter_and_what_to_do() -> None:
    for alert in ALERTS:
        assert alert["annotations"].keys() == {"summary", "action"}
        assert alert["labels"]["severity"] in {"page", "ticket"}
        for setting in re.findall(r"BALINT_\w+", alert["annotations"]["action"]):
            assert setting in (ROOT / "docs" / "OPERATIONS.md").read_text()


def test_no_panel_of_the_dashboard_lies_on_another() -> None:
    places = [
        (x, y)
        for panel in PANELS
        for x in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    assert len(places) == len(set(places))
    assert len({panel["id"] for panel in PANELS}) == len(PANELS)


def test_prometheus_is_told_of_every_node_and_of_a_single_server() -> None:
    text = (ROOT / "deploy" / "prometheus.yml").read_text()
    [job] = yaml.safe_load(text)["scrape_configs"]
    ports = {name: node["environment"]["BALINT_NODE_PORT"] for name, node in nodes().items()}
    assert job["static_configs"] == [{"targets": [f"{name}:{port}" for name, port in ports.items()]}]
    assert f"of a single server: 127.0.0.1:{Settings.model_fields['metrics_port'].default}\n" in text
    assert {re.findall(r'job="(\w+)"', alert["expr"])[0] for alert in ALERTS if "job=" in alert["expr"]} == {
        job["job_name"]
    }


def test_no_alert_waits_longer_for_prometheus_than_for_what_it_is_about() -> None:
    """Asked and judged every five seconds, one that has to last ten seconds fires within twenty."""
    told = yaml.safe_load((ROOT / "deploy" / "prometheus.yml").read_text())["global"]
    shortest_s = min(int(alert["for"][:-1]) for alert in ALERTS if alert.get("for", "m").endswith("s"))
    assert {told["scrape_interval"], told["evaluation_interval"]} == {f"{shortest_s}s"}


needs_promtool = pytest.mark.skipif(not shutil.which("promtool"), reason="promtool is in Debian's package prometheus")


def promtool(*arguments: str | Path) -> None:
    told = subprocess.run(["promtool", *map(str, arguments)], capture_output=True, text=True, timeout=60)
    assert told.returncode == 0, told.stdout + told.stderr


@needs_promtool
def test_prometheus_understands_all_of_it(tmp_path: Path) -> None:
    promtool("check", "config", ROOT / "deploy" / "prometheus.yml")
    shown = [{"record": f"panel_{i}", "expr": expr.replace("$instance", ".*")} for i, expr in enumerate(SHOWN)]
    (tmp_path / "panels.yml").write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": shown}]}))
    promtool("check", "rules", tmp_path / "panels.yml")


@needs_promtool
def test_every_alert_fires_when_it_is_to_and_else_is_silent(tmp_path: Path) -> None:
    assert FIRES.keys() == {alert["alert"] for alert in ALERTS}
    file = {"rule_files": [str(ROOT / "deploy" / "alerts.yml")], "tests": list(tries())}
    (tmp_path / "tests.yml").write_text(yaml.safe_dump(file))
    promtool("test", "rules", tmp_path / "tests.yml")


def tries() -> Iterator[dict[str, Any]]:
    for alert in ALERTS:
        bad, good = FIRES[alert["alert"]]
        for series, fires in ((bad, True), (good, False)):
            yield {
                "interval": "1m",
                "input_series": [{"series": name, "values": values} for name, values in series.items()],
                "promql_expr_test": [],
                "alert_rule_test": [
                    {"eval_time": "60m", "alertname": alert["alert"], "exp_alerts": list(fired(alert, fires))}
                ],
            }


def fired(alert: dict[str, Any], fires: bool) -> Iterator[dict[str, Any]]:
    """What promtool expects: the labels that the expression keeps, and the words."""
    if fires:
        kept = {"job": "balint"} if 'job="' in alert["expr"] else {}
        words = {name: text.replace("{{ $labels.instance }}", "") for name, text in alert["annotations"].items()}
        yield {"exp_labels": alert["labels"] | kept, "exp_annotations": words}
