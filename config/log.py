"""Logs that carry no private text: where a fault happened, never what stood in the record."""

import logging
import traceback


class PlaceOfFaultFormatter(logging.Formatter):
    """Writes an exception as its class and the lines it passed.

    Its message is left out: databases and validators quote the values they refuse.
    """

    def formatException(self, exc_info):
        kind, error, _ = exc_info
        frames = traceback.extract_tb(error.__traceback__) if error is not None else []
        places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        return "\n".join([*places, f"  {kind.__module__}.{kind.__qualname__}"])


def configuration(development):
    """``LOGGING`` for Django: everything to standard error; whole messages of faults only in development."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {
                "()": "logging.Formatter" if development else "config.log.PlaceOfFaultFormatter",
                "format": "{asctime} {levelname} {name}: {message}",
                "style": "{",
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "archive": {"level": "INFO"},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.db.backends": {"level": "ERROR"},
            # Addresses that lead nowhere are no fault; a log of what people looked for is nobody's business.
            "django.request": {"level": "ERROR"},
        },
    }
