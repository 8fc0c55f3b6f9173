import pytest

from archive.jobs import registry


@pytest.fixture
def task():
    """Register tasks for one test: ``task(kind, commit, prepare=None)``."""
    kinds = []

    def task(kind, commit, prepare=None):
        kinds.append(kind)
        registry.TASKS[kind] = registry.Task(kind, commit, prepare)

    yield task
    for kind in kinds:
        del registry.TASKS[kind]


@pytest.fixture
def clock():
    """The duties of the test alone."""
    duties = dict(registry.DUTIES)
    registry.DUTIES.clear()
    yield registry
    registry.DUTIES.clear()
    registry.DUTIES.update(duties)
