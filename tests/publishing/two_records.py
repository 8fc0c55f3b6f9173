"""Two records of one thing, and interviews that speak of them."""

from archive import publishing
from archive.catalogue.models import (
    Authority,
    Place,
    PlaceMention,
)
from archive.custody import acting
from tests import cast


def merge(kept, merged, **more):
    return publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist(), **more)


def approve(record):
    publishing.approve_authority(Authority.objects.get(pk=record.pk), by=cast.moderator())


def edit(record, **fields):
    with acting(cast.archivist()):
        record = type(record).objects.get(pk=record.pk)
        for name, value in fields.items():
            setattr(record, name, value)
        record.save()
    return record


def speaking_of(*topics, slug="olena", precision="settlement", places=()):
    made = cast.interview(slug=slug)
    with acting(cast.archivist()):
        made.topics.add(*topics)
        for place in places:
            PlaceMention.objects.create(interview=made, place=place, precision=precision)
    return made


def twins() -> tuple[Place, Place]:
    """Izium, and a second record of it under the same raion."""
    izium = cast.izium()
    return izium, cast.place("izyum", "settlement", izium.parent, name_en="Izyum", name_uk="Ізюм")


def pages(client, *addresses):
    return [client.get(f"/en/{address}/").status_code for address in addresses]
