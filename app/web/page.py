"""The built page, and the headers every answer carries."""

from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import FileResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.base import RequestResponseEndpoint

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


@router.get("/", include_in_schema=False)
async def index() -> Response:
    """The page: the front door, or a circle when the link has an invitation in its fragment."""
    if not (PAGE / "index.html").is_file():
        return PlainTextResponse(NOT_BUILT, status_code=503)
    return FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


def serve_page(app: FastAPI) -> None:
    """Serve the page, its assets for ever (their names carry their hash), and the headers with everything."""
    app.include_router(router)
    app.mount("/assets", StaticFiles(directory=PAGE / "assets", check_dir=False), name="assets")

    @app.middleware("http")
    async def guarded(request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        response.headers.update(HEADERS)
        if request.url.path.startswith("/assets/") and response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
