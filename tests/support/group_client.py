"""A group over real HTTP: opened by Frida, asked by anybody's link."""

from typing import Any

import httpx

from tests.support.server import Server

PEOPLE = (("Frida", True), ("Finn", True), ("Piet", False), ("Mia", False), ("Max", False))


class GroupClient:
    """One group at a server, and everybody's tokens by name."""

    def __init__(self, server: Server, http: httpx.AsyncClient, answer: dict[str, Any]) -> None:
        self.server = server
        self.http = http
        self.links: dict[str, str] = {each["name"]: each["link"] for each in answer["links"]}

    @classmethod
    async def open(cls, server: Server, http: httpx.AsyncClient, **wishes: Any) -> "GroupClient":
        people = [{"name": name, "leads": leads} for name, leads in PEOPLE]
        asked = {"name": "Tuesday group", "zone": "Europe/Berlin", "people": people} | wishes
        answer = await http.post(f"{server.url}/api/groups", json=asked)
        assert answer.status_code == 201, answer.text
        return cls(server, http, answer.json())

    def token(self, name: str) -> str:
        return self.links[name].partition("#")[2]

    async def post(self, path: str, name: str, /, language: str = "en", **body: Any) -> httpx.Response:
        asked, wanted = {"token": self.token(name)} | body, {"Accept-Language": language}
        return await self.http.post(f"{self.server.url}/api/group{path}", json=asked, headers=wanted)

    async def view(self, name: str) -> dict[str, Any]:
        answer = await self.post("", name)
        assert answer.status_code == 200, answer.text
        return answer.json()  # type: ignore[no-any-return]

    async def asks(self, name: str, command: str, /, *, seen: int | None = None, **fields: Any) -> httpx.Response:
        version = (await self.view(name))["version"] if seen is None else seen
        return await self.post("/ask", name, seen=version, command={"type": command} | fields)

    async def does(self, name: str, command: str, /, **fields: Any) -> dict[str, Any]:
        answer = await self.asks(name, command, **fields)
        assert answer.status_code == 200, answer.text
        return answer.json()  # type: ignore[no-any-return]
