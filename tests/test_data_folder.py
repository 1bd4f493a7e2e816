"""What signs the links is made once in the data folder, whole or not at all."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.data_folder import kept_secret


def test_the_secret_is_made_once_and_kept_to_its_owner(tmp_path: Path) -> None:
    first = kept_secret(tmp_path / "data")
    assert kept_secret(tmp_path / "data") == first
    assert len(first) >= 32
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o077 == 0


def test_a_secret_that_could_not_be_written_whole_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full, or a machine that goes down, in the middle of it: the next start makes one."""

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for step in ("fsync", "link"):
        with monkeypatch.context() as broken:
            broken.setattr(os, step, fails)
            with pytest.raises(OSError, match="space"):
                kept_secret(tmp_path)
        assert list(tmp_path.iterdir()) == []
    assert len(kept_secret(tmp_path)) >= 32
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]


def test_whoever_asks_at_the_same_time_is_told_the_same_secret(tmp_path: Path) -> None:
    """Never one that is there by halves, and never two."""
    with ThreadPoolExecutor(16) as threads:
        for turn in range(20):
            told = threads.map(kept_secret, [tmp_path / str(turn)] * 16)
            assert len(set(told)) == 1


@pytest.mark.parametrize("content", [b"", b" \n", b"short", b"\xff\xfe"])
def test_a_secret_file_that_holds_none_is_explained_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret").write_bytes(content)
    with pytest.raises(ValueError, match="remove the file") as refused:
        kept_secret(tmp_path)
    assert str(tmp_path / "secret") in str(refused.value)
    assert (tmp_path / "secret").read_bytes() == content
