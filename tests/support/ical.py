"""A reader of calendar files of the tests' own, by RFC 5545 and nothing else: strict where calendars are."""

import re
from dataclasses import dataclass, field

LINE = re.compile(
    r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL
)
_ESCAPES = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}


@dataclass
class Component:
    """A VCALENDAR or VEVENT: its lines as (name, parameters, value)."""

    name: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The one value of this name, as it stands."""
        [found] = [value for line, _, value in self.lines if line == name]
        return found

    def text(self, name: str) -> str:
        """The same, with its escapes read (3.3.11)."""
        return re.sub(r"\\[\\;,nN]", lambda escaped: _ESCAPES[escaped[0]], self.value(name))

    def names(self) -> set[str]:
        return {line for line, _, _ in self.lines} | {name for part in self.parts for name in part.names()}


def read_calendar(content: bytes) -> Component:
    """The calendar in this file. Raises ValueError for whatever RFC 5545 does not allow."""
    if not content.endswith(b"\r\n") or b"\n" in content.replace(b"\r\n", b""):
        raise ValueError("a line that does not end with CRLF")
    for octets in content.split(b"\r\n"):
        if len(octets) > 75:
            raise ValueError("a line of more than 75 octets")
        octets.decode()  # no letter is cut in two
    top: list[Component] = [Component("")]
    for line in content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        if (read := LINE.fullmatch(line)) is None:
            raise ValueError(f"no content line: {line}")
        name, parameters, value = read[1].upper(), read[2], read[3]
        if name == "BEGIN":
            top.append(Component(value))
        elif name == "END":
            done = top.pop()
            if done.name != value:
                raise ValueError("ends that do not match")
            top[-1].parts.append(done)
        else:
            top[-1].lines.append((name, parameters, value))
    [calendar] = top[0].parts
    return calendar
