"""A group at a server that runs as a process of its own, asked over HTTP by the links of its people."""

import json
import urllib.request
from typing import Any

from app.web.link_key import new_link_key
from tests.support.process import PATIENCE_S, ServerProcess
from tests.support.server import JSON


class OpenGroup:
    """The first of its people leads. All of them have accepted its frame."""

    def __init__(self, server: ServerProcess, *people: str, sealed: bool = False, **terms: Any) -> None:
        self._server = server
        self._leader = people[0]
        seal = new_link_key() if sealed else None
        self._key = f"~{seal.key}" if seal else ""
        asked = {
            "name": "Tuesday group",
            "zone": "Europe/Berlin",
            "people": [{"name": name, "leads": name == self._leader} for name in people],
            "terms": {"quorum": 2} | terms,
            "lock": seal.lock if seal else None,
        }
        self._tokens = _tokens_in(self._post("/api/groups", asked))
        for name in people:
            self.asks(name, "accept_frame", number=1)

    def link(self, name: str, *, key: bool = True) -> str:
        """As it is now; without its key where it is to have lost it."""
        if name not in self._tokens:
            self._tokens |= _tokens_in(self._post("/api/group/links", {"token": self._tokens[self._leader]}))
        return f"{self._server.url}/#{self._tokens[name]}{self._key if key else ''}"

    def view(self, name: str) -> dict[str, Any]:
        return self._post("/api/group", {"token": self._tokens[name]})

    def asks(self, name: str, command: str, **fields: Any) -> dict[str, Any]:
        body = {"token": self._tokens[name], "seen": self.view(name)["version"], "command": {"type": command} | fields}
        return self._post("/api/group/ask", body)

    def enter(self, name: str) -> str:
        """The invitation to this person's seat in the meeting of now."""
        return str(self._post("/api/group/enter", {"token": self._tokens[name], "lock": None})["token"])

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(self._server.url + path, json.dumps(body).encode(), JSON)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return dict(json.load(answer))


def _tokens_in(answer: dict[str, Any]) -> dict[str, str]:
    return {each["name"]: each["link"].partition("#")[2] for each in answer["links"]}
