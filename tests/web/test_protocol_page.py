"""`docs/PROTOCOL.md` is all that a stranger has: what it says is what is so."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from app.circle.cards import Signal
from app.circle.commands import Command
from app.circle.hearing import Voice
from app.circle.reasons import Reason
from app.circle.record import Record
from app.circle.seats import NAME_MAX
from app.circle.sounding import NO_SOUND_AFTER_MS, Sounding
from app.circle.state import TITLE_MAX
from app.circle.timing import UNUSED_AFTER_MS
from app.circle.transient import CLAIM_WAITS_MS, SIGNAL_TTL_MS
from app.circle.view import Asked
from app.connections import UNPACKED_BYTES_MAX
from app.group.commands import GROUP_COMMANDS
from app.group.terms import Terms
from app.live.participants import SOUNDS_ON_MS
from app.live.seat_bounds import OFFER_PACE
from app.media.paths import CONSENT_S
from app.media.transport import HANDSHAKE_S
from app.settings import Settings
from app.web.asking import ASKED_MAX
from app.web.body import BODY_BYTES_MAX, BODY_WITHIN_S
from app.web.circles_protocol import CreatedCircle, Door, DoorSign, NewCircle
from app.web.closing import COMES_BACK, FINAL_BY_RFC
from app.web.line_check_protocol import CheckOffer, CheckWay
from app.web.protocol import MESSAGE_BYTES_MAX, FromBrowser, ToBrowser
from app.web.reference import BEGINS, written_anew
from app.web.schema import UNIONS, schema
from app.web.sources import Rates
from app.words.languages import LANGUAGES
from tests.support.client import type_of
from tests.support.process import ROOT

PAGE = (ROOT / "docs" / "PROTOCOL.md").read_text()
PROSE = " ".join(PAGE.partition(BEGINS)[0].split())
EXAMPLES: list[dict[str, Any]] = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)]
KINDS = (
    *get_args(FromBrowser),
    *get_args(ToBrowser),
    CheckWay,
    CheckOffer,
    NewCircle,
    CreatedCircle,
    Door,
    DoorSign,
    Record,
)
COMMANDS = {type_of(kind) for kind in get_args(Command)}
SETTINGS = {name: field.default for name, field in Settings.model_fields.items()}


def test_whatever_may_be_asked_only_so_often_stands_among_the_bounds() -> None:
    """Whoever asks too often is answered 429, or their connection ends: a client has to know how often that is."""
    rooms = "\n".join(file.read_text() for room in ("live", "web") for file in (ROOT / "app" / room).glob("*.py"))
    paces = set(re.findall(r"^([A-Z_]+_PACE) = ", rooms, re.MULTILINE))
    paces |= {f"rates.{name}" for name in vars(Rates(openings_max=1))}
    assert len(paces) > 10
    listed = (ROOT / "app" / "web" / "reference.py").read_text().partition("def _bounds")[2]
    assert {name for name in paces if name not in listed} == set()


def kinds_of(example: dict[str, Any]) -> Iterator[type]:
    """What this is an example of, read without any leniency. A message has a `type`, a body over HTTP has none."""
    for kind in KINDS:
        if ("type" in example) is not ("type" in kind.__dataclass_fields__):
            continue
        try:
            TypeAdapter[Any](kind).validate_json(json.dumps(example), strict=True, extra="forbid")
        except ValidationError:
            continue
        yield kind


def test_every_example_is_of_one_kind_and_every_kind_has_an_example() -> None:
    """W3"""
    found = [list(kinds_of(example)) for example in EXAMPLES]
    assert [len(kinds) for kinds in found] == [1] * len(EXAMPLES)
    assert {kind for [kind] in found} == set(KINDS)


def test_a_view_is_shown_of_a_presenter_and_of_a_leader_and_offers_what_there_is() -> None:
    """W2, W3"""
    views = [example for example in EXAMPLES if example.get("type") == "view"]
    assert {view["you"]["role"] for view in views} == {"presenter", "facilitator"}
    for view in views:
        assert (view["leading"] is not None) is (view["you"]["role"] == "facilitator")
        at_door = view["leading"]["at_door"] if view["leading"] else []
        for place in (view["you"], *view["seats"], *at_door):
            assert set(place["can"]) <= COMMANDS


def test_the_reference_is_what_the_code_is() -> None:
    """W3: where this fails, `make protocol` (or `python -m app.web.reference`) writes it anew."""
    assert written_anew(PAGE) == PAGE


def test_the_reference_leaves_nothing_out() -> None:
    """W3: each type, each closed set and each command has a row of its own."""
    rows = {line.split("|")[1].strip().strip("`") for line in PAGE.partition(BEGINS)[2].splitlines() if "|" in line}
    commands = {kind.__name__ for kind in (*get_args(Command), *GROUP_COMMANDS)}
    assert schema()["$defs"].keys() - UNIONS.keys() <= rows | commands
    assert rows >= COMMANDS | {type_of(kind) for kind in GROUP_COMMANDS}


def test_every_language_that_may_be_named_is_named() -> None:
    """W3, W20: exactly so, `pt-PT` and not `pt`."""
    [told] = re.findall(r"^\| `language` \|(.*)\|$", PAGE, re.MULTILINE)
    assert set(re.findall(r"`([\w-]+)`", told)) == {*LANGUAGES}


@pytest.mark.parametrize(
    ("begins", "ends", "closed_set"),
    [("Reasons:", "- A command", Reason), ("- `voice`:", "Send sound", Voice), ("- `sound`:", "In a leader", Sounding)],
    ids=["reasons", "voice", "sound"],
)
def test_a_set_that_is_explained_is_explained_whole(begins: str, ends: str, closed_set: type) -> None:
    """W3"""
    told = PROSE.partition(begins)[2].partition(ends)[0]
    assert set(re.findall(r"`(\w+)`", told)) == {str(value) for value in closed_set}  # type: ignore[attr-defined]


def test_the_table_of_ends_is_that_of_the_code() -> None:
    """W3"""
    rows = re.findall(r"^\| `(\d+)` \|.*\| (yes|no) \|$", PAGE, re.MULTILINE)
    assert {int(code): word == "yes" for code, word in rows if int(code) >= 4000} == COMES_BACK
    [by_rfc] = re.findall(r"^\| (`1002`.*?) \| the page broke RFC 6455.*\| no \|$", PAGE, re.MULTILINE)
    first, second, third, last = map(int, re.findall(r"\d+", by_rfc))
    assert (first, second, *range(third, last + 1)) == FINAL_BY_RFC


@pytest.mark.parametrize(
    "told",
    [
        f"`title` (1 to {TITLE_MAX} characters)",
        f"a name of 1 to {NAME_MAX} characters",
        f"the body took longer than {BODY_WITHIN_S} s",
        f"larger than {BODY_BYTES_MAX} bytes",
        f"{UNUSED_AFTER_MS // (24 * 3600 * 1000)} days on",
        f"a text over {MESSAGE_BYTES_MAX // 1024} KiB",
        f"without `kept_months` all attendance that is older than {Terms().kept_months} months is erased",
        f"over {UNPACKED_BYTES_MAX // 1024} KiB at once",
        f"within {SETTINGS['enter_within_s']:g} seconds",
        f"after {CLAIM_WAITS_MS // 1000} seconds",
        f"for {SIGNAL_TTL_MS // 1000} seconds",
        f"ends after {CONSENT_S:g} seconds without a check or a handshake",
        f"of more than {ASKED_MAX} that wait",
    ],
)
def test_what_is_said_in_figures_is_so(told: str) -> None:
    assert told.lower() in PROSE.lower()


def test_what_is_said_in_words_is_so() -> None:
    assert "one of the twelve of `Signal`" in PROSE
    assert len(Signal) == 12
    assert "goes on for twenty seconds" in PROSE
    assert SOUNDS_ON_MS == 20_000
    assert "after ten seconds of it `no_sound`" in PROSE
    assert NO_SOUND_AFTER_MS == 10_000
    assert "Ten offers in a row are given, and then one every two seconds" in PROSE
    assert (OFFER_PACE.at_once, OFFER_PACE.per_s) == (10, 0.5)
    assert CONSENT_S == HANDSHAKE_S
    assert {f"`{word}`" for word in Asked} <= set(PROSE.split()) | {word.rstrip(".,") for word in PROSE.split()}
