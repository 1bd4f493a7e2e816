"""The numbers of one server that whoever watches it is shown."""

from app import logs
from app.media.server import MediaServer
from app.web.services import Services


def show_numbers(services: Services, media: MediaServer) -> None:
    """Show them in its metrics, as they are whenever somebody asks."""
    metrics = services.metrics
    metrics.show("circles", "Circles alive here.", lambda: len(services.hub.circles))
    metrics.show("circles_max", "Circles that may be alive here.", lambda: services.settings.circles_max)
    metrics.show("people", "People connected to circles here.", lambda: services.hub.people)
    metrics.show("sockets", "Connections open here, those that are passed on too.", lambda: services.sockets)
    metrics.show("sockets_max", "Connections that may be open here.", lambda: services.settings.sockets_max)
    metrics.show(
        "draining", "Whether this node takes nobody new, because it is about to go.", lambda: services.draining
    )
    metrics.show_fields("voice", lambda: media.voices)
    metrics.show_fields("log", lambda: logs.written)
    metrics.show_fields("media", lambda: media.counters)
