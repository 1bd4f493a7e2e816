"""What other nodes may ask of this one. It is served on the inner address alone, to whoever has the nodes' key."""

import secrets
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Body, Depends, FastAPI, Header, Response, WebSocket, status
from fastapi.exceptions import HTTPException, WebSocketException
from fastapi.requests import HTTPConnection
from pydantic import BaseModel

from app.circle.notices import CalledOff, GroupNotice, InvitationsChanged
from app.circle.phases import Role
from app.live.hub import Ended, NoCircle
from app.live.placement import Elsewhere
from app.store.store import CircleId, Conflict, NodeId, StoreFailed
from app.web.control import control_router
from app.web.group_control import group_control_router
from app.web.metrics import Metrics, metrics_router
from app.web.services import Services
from app.web.socket import serve_browser

Named = Annotated[CircleId, Body(embed=True)]
"""The circle that is asked about."""


class YesOrNo(BaseModel):
    """The answer to all that is asked by POST."""

    answer: bool


def create_node_app(services: Services, keys: Collection[str], has_store: Callable[[], bool]) -> FastAPI:
    """The inner side of this server as an ASGI application. Other nodes give one of these keys (`node_key`)."""
    taken = [f"Bearer {key}".encode() for key in keys]

    def known(connection: HTTPConnection) -> None:
        given = connection.headers.get("authorization", "")
        if any(secrets.compare_digest(given.encode(), each) for each in taken):
            return
        if connection.scope["type"] == "websocket":
            raise WebSocketException(status.WS_1008_POLICY_VIOLATION)
        raise HTTPException(status.HTTP_403_FORBIDDEN, "This is for nodes of the installation alone.")

    nodes = APIRouter(dependencies=[Depends(known)])

    @nodes.post("/node/holds")
    async def holds(circle: Named) -> YesOrNo:
        return YesOrNo(answer=services.hub.living(circle) is not None)

    @nodes.post("/node/take-up")
    async def take_up(circle: Named) -> YesOrNo:
        with suppress(Elsewhere, Conflict, Ended, NoCircle, StoreFailed):
            await services.hub.actor(circle)
        return YesOrNo(answer=services.hub.living(circle) is not None)

    async def told(circle: CircleId, notice: GroupNotice) -> YesOrNo:
        return YesOrNo(answer=services.hub.living(circle) is not None and await services.hub.tell(circle, notice))

    @nodes.post("/node/invite")
    async def invite(circle: Named, renewals: Annotated[tuple[int | None, ...], Body()]) -> YesOrNo:
        return await told(circle, InvitationsChanged(renewals=renewals))

    @nodes.post("/node/call-off")
    async def call_off(circle: Named, unless: Annotated[Role | None, Body()]) -> YesOrNo:
        return await told(circle, CalledOff(unless=unless))

    @nodes.post("/node/may-have")
    async def may_have(circles: Annotated[list[CircleId], Body(embed=True)]) -> YesOrNo:
        return YesOrNo(answer=has_store() or any(map(services.hub.living, circles)))

    @nodes.get("/node/assets")
    async def assets() -> list[str]:
        return list(services.build.own)

    @nodes.get("/node/assets/{name}")
    async def asset(name: str) -> Response:
        file = services.build.here(name)
        return Response(status_code=status.HTTP_404_NOT_FOUND) if file is None else Response(file)

    @nodes.websocket("/node/socket")
    async def socket(
        socket: WebSocket, via: Annotated[str, Header()], meant: Annotated[str | None, Header(alias="For")] = None
    ) -> None:
        if meant and services.node and meant != services.node.membership.node:
            raise WebSocketException(status.WS_1008_POLICY_VIOLATION)
        await serve_browser(socket, services, via=NodeId(via))

    nodes.include_router(control_router(services))
    nodes.include_router(group_control_router(services))
    app = create_inner_app(services.metrics)
    app.include_router(nodes)
    return app


def create_inner_app(metrics: Metrics) -> FastAPI:
    """What a server shows on its inner address without asking for a key."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(metrics_router(metrics))
    return app


def create_control_app(services: Services) -> FastAPI:
    """What a single server does for whoever runs it. The permissions of its Unix socket decide who may connect."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(control_router(services))
    app.include_router(group_control_router(services))
    return app
