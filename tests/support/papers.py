"""Certificates as they are drawn, and read again as text."""

import asyncio
import subprocess
from pathlib import Path

from app.group.certificate import AttendanceCertificate
from app.group.zones import Zone
from app.web.certificate_pdf import PaperMaker
from app.web.group_protocol import CertificatePaper
from app.words.languages import words_in


def drawn(says: AttendanceCertificate, issued_ms: int, zone: Zone, number: str = "", language: str = "en") -> bytes:
    """The PDF of it. Raises `NotDrawn`."""
    paper = CertificatePaper(paper="0123456789", issued_ms=issued_ms, number=number, says=says)
    return asyncio.run(PaperMaker().pdf(paper, zone, words_in(language)))


def words_of(pdf: bytes, folder: Path) -> str:
    """All words on it, line by line, with one space between them."""
    (folder / "paper.pdf").write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", folder / "paper.pdf", "-"], capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())
