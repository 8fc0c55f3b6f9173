import logging
import sys

from config.log import PlaceOfFaultFormatter


def test_a_fault_is_logged_by_its_place_and_never_by_its_message():
    try:
        try:
            raise KeyError("Olena of Secret Street")
        except KeyError as first:
            raise ValueError("Olena of Secret Street lives here") from first
    except ValueError:
        record = logging.LogRecord("archive", logging.ERROR, __file__, 1, "It failed", (), sys.exc_info())
    written = PlaceOfFaultFormatter().format(record)
    assert "Secret" not in written
    assert "It failed" in written
    assert "ValueError" in written
    assert "test_log.py" in written
