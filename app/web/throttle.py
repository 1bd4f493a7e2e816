"""How often one source may ask: whoever asks too often is told when to come again.

Whoever has a good link is counted apart from strangers behind the same address, who could else keep them out. What one
source asks by many links is bounded, too: whoever opens circles and groups has as many links as they like.
"""

from fastapi import HTTPException, Request, status

from app.web.language import words_for_asker
from app.web.services import Services
from app.web.sources import SourceRateLimit


def check_rate(rate: SourceRateLimit, request: Request, link_to: str = "") -> None:
    """Count one more request of this source. What is asked by a good link is counted by what that leads to (`link_to`).

    Raises `HTTPException` (429) where it is one too many.
    """
    services: Services = request.app.state.services
    now_ms, source = services.hub.clock.now_ms(), request.client.host if request.client else ""
    wait_ms = rate.wait_ms(f"{source} {link_to}", now_ms)
    if link_to and not wait_ms:  # what one link is refused takes nothing from the others
        wait_ms = services.rates.linked_asks.wait_ms(source, now_ms)
    if wait_ms:
        seconds = -(-wait_ms // 1000)
        raise HTTPException(
            status.HTTP_429_TOO_MANY_REQUESTS,
            words_for_asker(request).problems.too_often.format(seconds),
            {"Retry-After": str(seconds)},
        )
