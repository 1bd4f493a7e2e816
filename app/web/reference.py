"""The reference part of `docs/PROTOCOL.md`: every type, closed set, template and bound of the wire, made of the code.

`python -m app.web.reference` writes it anew into the page; a test fails where the page says something else.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.circle.commands import COMMANDS
from app.circle.commands_time import STEP_MINUTES_MAX
from app.circle.frame import SENTENCE_MAX
from app.circle.phases import PHASES, Role
from app.circle.plan import PLAN_MINUTES_MAX, STEPS_MAX, TEMPLATES
from app.circle.seats import NAME_MAX, SEATS_MAX, SEATS_MIN
from app.circle.state import TITLE_MAX
from app.group.commands import GROUP_COMMANDS
from app.group.commands_log import PARTS_MAX
from app.group.series import DATES_MAX, MEETINGS_MAX
from app.live.introductions import INTRODUCTION_PACE
from app.live.leaky_bucket import Pace
from app.live.outbox import ANSWERS_MAX
from app.live.seat_bounds import COMING_PACE, ENTRY_PACE, KEPT_PACE, OFFER_PACE
from app.settings import Settings
from app.web.asking import ASKED_MAX
from app.web.body import ASKED_BYTES_MAX, BODY_BYTES_MAX
from app.web.crowded import VALUES_MAX
from app.web.incoming import MESSAGE_PACE, PING_PACE
from app.web.line_check import CHECK_S, WAYS_MAX
from app.web.protocol import MESSAGE_BYTES_MAX
from app.web.schema import schema
from app.web.services import WAYS_OF_SOURCE_MAX
from app.web.socket import HAND_PACE
from app.web.sources import Rates, SourceRateLimit
from app.words.languages import LANGUAGES

PAGE = Path("docs/PROTOCOL.md")
BEGINS = "## Reference\n"
WHAT = """Made of the code by `python -m app.web.reference`. Every message, and every body over HTTP, is one of these
types. Where a value is one of a closed set its name stands for it. Rules in brackets are those of `RULES.md`.
"""

Row = tuple[str, ...]


def reference() -> str:
    """The whole part, from its heading to the page's end."""
    parts = (
        _part("Commands", ("command", "fields beside `type`", "who", "what"), _commands()),
        _part("Commands of a group", ("command", "fields beside `type`", "who", "what"), _group_commands()),
        _part("Types", ("type", "fields", "what"), _types()),
        _part("Closed sets", ("set", "values", "what"), _sets()),
        _part("Phases", ("phase", "minutes: least, usual, most", "whose microphone it opens"), _phases()),
        _part("Templates", ("template", "steps with their minutes"), _templates()),
        _part("Bounds", ("what", "bound"), _bounds()),
    )
    return "\n".join((BEGINS + WHAT, *parts))


def written_anew(page: str) -> str:
    """The page with this part as it is now."""
    return page.partition(BEGINS)[0] + reference()


def _part(title: str, heads: Row, rows: Iterable[Row]) -> str:
    lines = (f"| {' | '.join(row)} |\n" for row in (heads, ("---",) * len(heads), *rows))
    return f"### {title}\n" + "".join(lines)


def _commands() -> Iterator[Row]:
    types = schema()["$defs"]
    for kind in COMMANDS:
        made = types[kind.__name__]
        roles = [role for role in Role if role in kind.roles]
        who = "everybody" if len(roles) == len(Role) else ", ".join(f"{role}s" for role in roles)
        yield (f"`{_type_of(made)}`", _fields_of(made, but=("type",)), who, _words(made))


def _group_commands() -> Iterator[Row]:
    types = schema()["$defs"]
    for kind in GROUP_COMMANDS:
        made = types[kind.__name__]
        who = "everybody" if Role.MEMBER in kind.roles else "facilitators"
        yield (f"`{_type_of(made)}`", _fields_of(made, but=("type",)), who, _words(made))


def _types() -> Iterator[Row]:
    commands = {kind.__name__ for kind in (*COMMANDS, *GROUP_COMMANDS)}
    for name, made in schema()["$defs"].items():
        if name not in commands and "properties" in made:
            yield (name, _fields_of(made), _words(made))


def _sets() -> Iterator[Row]:
    for name, made in schema()["$defs"].items():
        if "enum" in made:
            yield (name, ", ".join(f"`{value}`" for value in made["enum"]), _words(made))


def _phases() -> Iterator[Row]:
    for phase, row in PHASES.items():
        heard = [role for role in Role if role in row.heard]
        yield (f"`{phase}`", ", ".join(map(str, row.minutes)), ", ".join(f"{role}s" for role in heard) or "nobody's")


def _templates() -> Iterator[Row]:
    for template, plan in TEMPLATES.items():
        yield (f"`{template}`", ", ".join(f"`{step.phase}` {step.minutes}" for step in plan))


def _bounds() -> Iterator[Row]:
    settings = {name: field.default for name, field in Settings.model_fields.items()}
    rates = Rates(settings["openings_max"])
    yield ("a circle's title", f"1 to {TITLE_MAX} characters")
    yield ("a person's name", f"1 to {NAME_MAX} characters")
    yield ("`frame.sentence`", f"0 to {SENTENCE_MAX} characters")
    yield ("`seats`", f"{SEATS_MIN} to {SEATS_MAX}, at least one member among them")
    for field in ("facilitators", "observers"):
        made = schema()["$defs"]["NewCircle"]["properties"][field]
        yield (f"`{field}`", f"{made['minimum']} to {made['maximum']}")
    yield (
        "`steps` of a plan of one's own",
        f"2 to {STEPS_MAX}, each within its phase's minutes, {PLAN_MINUTES_MAX} in all",
    )
    yield ("minutes of a step, however often changed", f"0 to {STEP_MINUTES_MAX}")
    yield ("`language`", f"one of {', '.join(f'`{tag}`' for tag in LANGUAGES)}, written so")
    yield ("meetings of a group", f"{DATES_MAX} to come, {MEETINGS_MAX} with those that are over or cancelled")
    yield ("parts in one meeting of a group", f"{PARTS_MAX}, one of each person in each case")
    yield ("the body of a request", f"{BODY_BYTES_MAX} bytes; of one about a group {ASKED_BYTES_MAX}")
    yield ("commas in it, those in texts too, and in a message to the server", f"fewer than {VALUES_MAX}")
    yield ("circles and groups that one source opens", _rate(rates.openings))
    yield ("looks at one circle's door, of one source; and, together, those that open none", _rate(rates.looks))
    yield ("what one source asks of one group by good links; and, together, by others", _rate(rates.group_asks))
    yield ("looks at doors and what is asked of groups, of one source by all its good links", _rate(rates.linked_asks))
    yield ("lost links, and as often codes, that one source asks for", _rate(rates.mail_asks))
    yield ("certificates that are made for one source", _rate(rates.paper_asks))
    yield ("line checks, of one source", _rate(rates.checks))
    yield ("a line check", f"{WAYS_MAX} offers, {CHECK_S} seconds; {WAYS_OF_SOURCE_MAX} offers of one source at once")
    yield ("entries by one link, or by one person's `resume`", _pace(ENTRY_PACE))
    yield ("comings to one seat that are kept, by its link, and as many by `resume`", _pace(COMING_PACE))
    yield ("other keys that the pages of one seat introduce themselves with", _pace(INTRODUCTION_PACE))
    yield ("`hand`, of one connection", _pace(HAND_PACE))
    yield ("a message to the server", f"{MESSAGE_BYTES_MAX} bytes")
    yield ("messages to the server, of one connection", _pace(MESSAGE_PACE))
    yield ("`ping`, which counts apart", _pace(PING_PACE))
    yield ("offers to the pages of one seat", _pace(OFFER_PACE))
    yield (
        "commands of one seat that are kept, but for what silences anybody, `leave` and `end_circle`",
        _pace(KEPT_PACE),
    )
    yield ("commands that wait for their answer", f"{ASKED_MAX}")
    yield ("answers to you that wait to be read", f"{ANSWERS_MAX}")
    yield ("until `enter` has come", f"{settings['enter_within_s']:g} seconds")
    yield ("until you have read what you are sent", f"{settings['send_within_s']:g} seconds")


def _rate(rate: SourceRateLimit) -> str:
    return _pace(Pace(rate.burst_max, 1000 / rate.every_ms))


def _pace(pace: Pace) -> str:
    often = f"{pace.per_s:g} a second" if pace.per_s >= 0.5 else f"one every {1 / pace.per_s:g} seconds"
    return f"{pace.at_once} at once, {often} in the long run"


def _words(made: dict[str, Any]) -> str:
    """The docstring in one line, in words of the wire."""
    words = " ".join(made["description"].split()).replace("None", "null")
    return re.sub(r"`[A-Z_]+`", lambda name: name[0].lower(), words)


def _fields_of(made: dict[str, Any], but: Row = ()) -> str:
    return ", ".join(f"`{name}` {_shape(it)}" for name, it in made["properties"].items() if name not in but)


def _shape(it: dict[str, Any]) -> str:
    """What may stand there, in as few words as will do."""
    if "$ref" in it:
        return str(it["$ref"]).rpartition("/")[2]
    if "anyOf" in it:
        return " or ".join(_shape(each) for each in it["anyOf"])
    if "const" in it:
        return f"`{it['const']}`"
    if it["type"] == "array":
        return f"list of {_shape(it['items'])}"
    return {"string": "text", "boolean": "true/false"}.get(it["type"], str(it["type"]))


def _type_of(made: dict[str, Any]) -> str:
    return str(made["properties"]["type"]["const"])


if __name__ == "__main__":
    PAGE.write_text(written_anew(PAGE.read_text()))
