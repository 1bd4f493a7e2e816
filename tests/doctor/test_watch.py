"""What the doctor goes on looking at comes to the numbers, and says nothing where there is nothing."""

import asyncio
import math
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from app.doctor.watch import Seen, see, show_seen
from app.settings import Settings
from app.web.metrics import Metrics
from tests.support.coturn import SECRET, coturn, needs_coturn
from tests.support.namespaces import needs_networks, networks


def shown(seen: Seen) -> dict[str, float]:
    metrics = Metrics("1", "commit")
    show_seen(metrics, seen)
    families = text_string_to_metric_families(metrics.text().decode())
    return {sample.name: sample.value for family in families for sample in family.samples}


def test_where_there_is_no_relay_and_no_certificate_no_number_is_shown() -> None:
    asyncio.run(see(Settings(public_url="http://localhost:8000"), seen := Seen()))
    numbers = shown(seen)
    for name in ("certificate_days", "relay_certificate_days", "relay_reached"):
        assert math.isnan(numbers[f"balint_{name}"])


@needs_networks
@needs_coturn
def test_a_relay_that_is_away_or_has_no_trusted_certificate_is_seen(tmp_path: Path) -> None:
    with networks() as net:
        at = net.host()
        with at.entered():
            told = {"turn_urls": [f"turn:{at.ipv4}?transport=tcp"], "turn_secret": SECRET}
            told["public_url"] = f"https://{at.ipv4}"
            asyncio.run(see(Settings.model_validate(told), seen := Seen()))
            assert (shown(seen)["balint_relay_reached"], shown(seen)["balint_certificate_days"]) == (0, -1)
            with coturn(tmp_path, at.ipv4):
                asyncio.run(see(Settings.model_validate(told), seen))
                assert shown(seen)["balint_relay_reached"] == 1
                told["turn_urls"] = [f"turns:{at.ipv4}?transport=tcp"]
                asyncio.run(see(Settings.model_validate(told), seen))
                assert (shown(seen)["balint_relay_reached"], shown(seen)["balint_relay_certificate_days"]) == (0, -1)
