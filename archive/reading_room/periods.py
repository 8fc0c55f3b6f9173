"""A unit of time as it stands in an address, in the words of the reader."""

from archive.language import dates


def words(period: str, reader: str) -> str:
    """ "2022-02" as a month, "2020..2029" as a span of years."""
    first, dots, last = period.partition("..")
    return f"{first}–{last}" if dots else dates.show(period, reader)
