"""`make screenshots`: the picture of a certificate that the guide shows, drawn by poppler of the server's own PDF."""

import asyncio
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from app.group.certificate import certificate_of
from app.web.certificate_pdf import PaperMaker
from app.web.group_protocol import CertificatePaper
from app.words.languages import words_in
from tests.e2e.gallery import IMAGES, keep
from tests.e2e.group_scenes import attested
from tests.support.group_scene import MIA

FILE = IMAGES / "certificate.webp"
DOTS_PER_INCH = 110


async def certificate() -> bytes:
    """Mia's, of half a year."""
    scene = attested()
    says = certificate_of(scene.group, MIA)
    paper = CertificatePaper(paper="0123456789", issued_ms=scene.now_ms, number="EFN 801234567890123", says=says)
    return await PaperMaker().pdf(paper, scene.given.zones[scene.group.zone], words_in("en"))


def drawn(pdf: bytes) -> Image.Image:
    """Its first page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(pdf)
        how = ["-r", str(DOTS_PER_INCH), "-singlefile", "-png"]
        subprocess.run(["pdftoppm", *how, file, file.with_suffix("")], check=True)
        return Image.open(file.with_suffix(".png")).convert("RGB")


if __name__ == "__main__":
    keep(ImageOps.expand(drawn(asyncio.run(certificate())), 1, "#c8c8c8"), FILE)
