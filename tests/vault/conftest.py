import pytest

from archive.catalogue.models import User


@pytest.fixture
def vault(settings, tmp_path):
    """An empty vault of the test's own; yields the folder with ``private`` and ``public``."""
    settings.HOLOS_PRIVATE_ROOT = tmp_path / "data" / "private"
    settings.HOLOS_PUBLIC_ROOT = tmp_path / "data" / "public"
    return tmp_path / "data"


@pytest.fixture
def archivist(db):
    """Who hands files in."""
    return User.objects.create_user("archivist")
