"""From the content files to the catalogue's columns: texts in four languages, and days counted from the loading."""

import datetime as dt

from archive.catalogue.vocabulary import Language


def columns(content: dict, *fields: str) -> dict[str, str]:
    """The columns of translated fields, as ``title_uk``; a language without a text has none."""
    return {
        f"{field}_{language}": text
        for field in fields
        for language, text in content.get(field, {}).items()
        if language in Language.values
    }


def day(stated: str | dict | None, today: dt.date) -> dt.date | None:
    """A day stated as ISO 8601, or as ``{"days": n}`` counted from the day of loading."""
    if stated is None:
        return None
    if isinstance(stated, dict):
        return today + dt.timedelta(days=stated["days"])
    return dt.date.fromisoformat(stated)
