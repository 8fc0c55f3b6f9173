"""Uncertain dates for forms that know less of doubt than EDTF does."""

from archive.language import dates, dates_edtf


def date_parts(edtf: str) -> list[list[int]]:
    """A date, or the two ends of a period, as year, month and day as far as they are known: [[2022, 3], [2022, 9]].

    Empty where that cannot be said: seasons, unknown digits, open ends.
    """
    stated = dates_edtf.parse(edtf)
    points = [stated] if isinstance(stated, dates_edtf.Point) else [stated.start, stated.end]
    if any(point is None or point.is_season or "X" in f"{point.year}{point.month}{point.day}" for point in points):
        return []
    return [[int(part) for part in (point.year, point.month, point.day) if part] for point in points]


def year(edtf: str) -> int:
    """The first year a date may mean, or its last where the beginning is open."""
    earliest, latest = dates.bounds(edtf)
    return (earliest or latest).year
