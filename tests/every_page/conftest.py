"""The sample, made once for all processes of a run and served by each of them for itself."""

import os
from pathlib import Path

import pytest

from .sample_site import Site, prepare, served


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """A folder of this run, or ``SAMPLE_FOLDER``, which is kept and need not be filled again by the next run."""
    if given := os.environ.get("SAMPLE_FOLDER"):
        return prepare(Path(given))
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    return prepare(shared / "sample")


@pytest.fixture(scope="session")
def sample(folder) -> Site:
    with served(folder) as site:
        yield site
