"""How often one source may ask: whoever asks too often is told when to come again."""

from fastapi import HTTPException, Request, status

from app.web.sources import SourceRateLimit


def check_rate(rate: SourceRateLimit, request: Request, now_ms: int, what: str) -> None:
    """Count one more request of this source. Raises `HTTPException` (429) where it is one too many.

    `what` begins the words for people: "Many circles have been asked for".
    """
    source = request.client.host if request.client else ""
    if wait_ms := rate.wait_ms(source, now_ms):
        seconds = -(-wait_ms // 1000)
        raise HTTPException(
            status.HTTP_429_TOO_MANY_REQUESTS,
            f"{what} from your network. Try again in {seconds} seconds.",
            {"Retry-After": str(seconds)},
        )
