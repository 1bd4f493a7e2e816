"""The built page, and the headers every answer carries, whoever makes it (`app/serving.py` adds them)."""

import os
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.staticfiles import PathLike
from starlette.types import Scope

PAGE = Path(__file__).parent / "page"
NOT_BUILT = "The page is not built yet. `make build` builds it; `make run` does so by itself.\n"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self' blob:; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"])
async def index() -> Response:
    """The page: the front door, or a circle when the link has an invitation in its fragment."""
    return _page("no-cache")


@router.api_route("/#{link:path}", methods=["GET", "HEAD"])
@router.api_route("/%23{link:path}", methods=["GET", "HEAD"])
async def index_by_rewritten_link() -> Response:
    """The page for a link whose # has become %23 on its way, as mail filters do, once or twice; it mends its address.

    Its path holds an invitation, so nobody may keep it.
    """
    return _page("no-store")


def _page(kept: str) -> Response:
    if not (PAGE / "index.html").is_file():
        return PlainTextResponse(NOT_BUILT, status_code=503)
    return FileResponse(PAGE / "index.html", headers={"Cache-Control": kept})


async def say_it_failed(_: Request, __: Exception) -> Response:
    """What somebody is told who has met a mistake of ours. The log has its trace."""
    return JSONResponse({"detail": "Something went wrong on this server. Try again in a moment."}, status_code=500)


class Assets(StaticFiles):
    """What the page is made of, kept by browsers for ever: the names carry their hash."""

    def file_response(
        self, full_path: PathLike, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """See `StaticFiles.file_response`."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def serve_page(app: FastAPI) -> None:
    """Serve the page and its assets."""
    app.include_router(router)
    app.mount("/assets", Assets(directory=PAGE / "assets", check_dir=False), name="assets")
