"""Each verdict of the doctor, with the world handed in as data."""

from dataclasses import replace
from typing import Any

import pytest

from app.doctor.finding import Finding, Verdict
from app.doctor.report import lines
from app.doctor.table import AT_START, CHECKS, findings
from app.doctor.world import PageAnswer, RelayAnswer, ServerAnswer, StoreFacts, World
from app.media.udp import BUFFER_BYTES

PUBLIC, PRIVATE, ELSEWHERE = "8.8.4.4", "10.1.2.3", "9.9.9.9"
TLS, UDP = "turns:circle.example:5349?transport=tcp", "turn:circle.example?transport=udp"
WELL = World(
    version="0.1.0",
    python="3.11.2",
    public_url="https://circle.example",
    page=PageAnswer(certificate_days=60),
    named=frozenset({PUBLIC}),
    media_port=8000,
    media_tcp_port=8000,
    advertised=(PUBLIC,),
    own=frozenset({PUBLIC}),
    sent_from=(PUBLIC, "127.0.0.1"),
    granted_bytes=BUFFER_BYTES,
    relays=(RelayAnswer(url=UDP), RelayAnswer(url=TLS, certificate_days=60)),
    server=ServerAnswer(version="0.1.0", files_max=16384),
    files_needed=7256,
    clock_is_set=True,
    store=StoreFacts(where="/var/lib/balint", free_bytes=10 << 30),
)
REDIS = StoreFacts(where="Redis 7", replicas=2, replicas_needed=1, fsync="always")
GOOD, LOOK, WRONG, OPEN = Verdict.GOOD, Verdict.LOOK, Verdict.WRONG, Verdict.OPEN

FOUND: list[tuple[str, dict[str, Any], Verdict, str]] = [
    ("versions", {"missing": "uvicorn 1 is installed"}, WRONG, "uvicorn 1"),
    ("versions", {"page_is_built": False}, WRONG, "not built"),
    ("server", {"server": None}, WRONG, "no server answers"),
    ("server", {"server": ServerAnswer(is_ours=False)}, WRONG, "another program answers at BALINT_PORT"),
    ("server", {"server": ServerAnswer(version="0.0.9")}, LOOK, "0.0.9 runs, 0.1.0 is installed"),
    ("server", {"server": ServerAnswer()}, GOOD, "runs"),
    ("public URL", {"public_url": None}, LOOK, "this machine alone"),
    ("public URL", {"public_url": "http://localhost:8000"}, LOOK, "this machine alone"),
    ("public URL", {"public_url": "http://circle.example"}, WRONG, "no microphone"),
    ("page", {"page": None}, OPEN, "not asked"),
    ("page", {"page": PageAnswer(failed="Connection refused")}, WRONG, "Connection refused"),
    ("page", {"page": PageAnswer(is_ours=False)}, WRONG, "something else"),
    ("certificate", {"page": None}, OPEN, "no certificate"),
    ("certificate", {"page": PageAnswer(certificate_days=9.4)}, LOOK, "good for 9 days more"),
    ("opening", {"is_guarded": False}, LOOK, "anybody"),
    ("addresses", {"advertised": ("127.0.0.1",)}, WRONG, "only this machine"),
    ("addresses", {"advertised": (PRIVATE,), "own": frozenset({PRIVATE})}, WRONG, "of an inner network"),
    ("addresses", {"own": frozenset({PRIVATE})}, GOOD, "translated on the way (NAT)"),
    ("addresses", {"own": frozenset({PRIVATE}), "named": None}, GOOD, "translated on the way (NAT)"),
    ("addresses", {"advertised": (ELSEWHERE, PUBLIC)}, LOOK, f"{ELSEWHERE} is not this machine's"),
    ("addresses", {"sent_from": (ELSEWHERE,)}, LOOK, f"{PUBLIC} is this machine's, but sound leaves from {ELSEWHERE}"),
    ("addresses", {"advertised": (PUBLIC, PRIVATE), "own": frozenset({PUBLIC, PRIVATE})}, GOOD, "this machine's own"),
    (
        "addresses",
        {"advertised": (PRIVATE,), "own": frozenset({PRIVATE}), "named": frozenset({"10.1.2.9"})},
        GOOD,
        "this machine's own",
    ),
    ("relay", {"relays": None}, LOOK, "no relay"),
    ("relay", {"relays": (RelayAnswer(url=UDP, failed="refused (486)"),)}, WRONG, f"{UDP}: refused"),
    ("relay", {"relays": (RelayAnswer(url=TLS, certificate_days=1.4),)}, LOOK, "good for 1 day more"),
    ("from outside", {}, OPEN, "UDP 8000, TCP 8000"),
    ("buffers", {"granted_bytes": 208 << 10}, LOOK, "208 KiB"),
    ("open files", {"server": ServerAnswer(files_max=1024)}, LOOK, "1024 files, and may need 7256"),
    ("open files", {"server": None}, OPEN, "how many files"),
    ("clock", {"clock_is_set": False}, LOOK, "nothing sets"),
    ("clock", {"clock_is_set": None}, OPEN, "does not say"),
    ("store", {"store": None}, OPEN, "nobody looked"),
    ("store", {"store": StoreFacts(failed="Redis cannot be reached")}, WRONG, "cannot be reached"),
    ("store", {"store": StoreFacts(where="/data", free_bytes=500 << 20)}, LOOK, "500 MiB are free at /data"),
    ("store", {"store": StoreFacts(where="Redis 7", replicas=0, replicas_needed=1)}, WRONG, "has 0 replicas"),
    ("store", {"store": StoreFacts(where="Redis 7", replicas=2, loses=("appendonly yes",))}, LOOK, "may lose circles"),
    ("store", {"store": replace(REDIS, takes_alone=True)}, LOOK, "without its replicas"),
    ("store", {"store": replace(REDIS, takes_alone=True, replicas_needed=0)}, GOOD, "Redis 7"),
    ("store", {"store": replace(REDIS, fsync=None)}, OPEN, "when a write is on its disk"),
    ("store", {"store": REDIS}, GOOD, "Redis 7"),
]


@pytest.mark.parametrize(("check", "changed", "verdict", "says"), FOUND)
def test_what_is_found(check: str, changed: dict[str, Any], verdict: Verdict, says: str) -> None:
    finding = findings(replace(WELL, **changed))[check]
    assert finding.verdict is verdict
    assert says in finding.says
    assert bool(finding.do) or verdict is GOOD, "whoever is told of it is told what to do"


def test_all_is_well_but_for_what_is_seen_from_outside_alone() -> None:
    found = findings(WELL)
    assert {name for name, finding in found.items() if finding.verdict is not GOOD} == {"from outside"}
    assert "https://circle.example/check" in found["from outside"].do


@pytest.mark.parametrize("advertised", [(PUBLIC,), (ELSEWHERE, PUBLIC)])
def test_a_router_is_to_send_all_sound_on(advertised: tuple[str, ...]) -> None:
    """By TCP come those whose network drops UDP."""
    behind = replace(WELL, own=frozenset({PRIVATE}), advertised=advertised)
    assert "UDP 8000, TCP 8000" in findings(behind)["addresses"].do
    assert "TCP" not in findings(replace(behind, media_tcp_port=None))["addresses"].do


def test_every_check_is_tried_with_what_it_finds_wrong() -> None:
    assert {check for check, *_ in FOUND} == CHECKS.keys() >= set(AT_START)


def test_each_line_says_how_it_is_and_the_next_what_to_do() -> None:
    assert lines({"a": Finding(GOOD, "well"), "page": Finding(WRONG, "away", "bring it back")}) == [
        "good   a     well",
        "wrong  page  away",
        "             -> bring it back",
    ]
