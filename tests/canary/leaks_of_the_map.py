"""Leaks of the map: it shows a place more closely than was agreed, or counts what nobody may know of."""

from archive.catalogue.models import Interview, Place
from archive.document.authority import AuthorityCard
from archive.edition.labels import Label
from archive.edition.places import ToldPlace
from archive.publishing import pages
from archive.reading_room.views import map as view

from . import checks, stages
from .leaks import leak, passing


def _told(place: Place) -> ToldPlace:
    card = AuthorityCard(kind="place", slug=place.slug, name={}, level="settlement", latitude=49.2, longitude=37.3)
    return ToldPlace(card, Label(place.name_en or place.name_uk, "en"), 1, 1, False)


@leak("the map marks the place that its district stands for", stages.spoken, checks.nothing_on_pages)
def places_before_narrowing(patch):
    known, write = [], pages.write

    def writing(*args, **kwargs):
        known[:] = map(_told, Place.objects.filter(mentions__isnull=False).distinct())
        return write(*args, **kwargs)

    patch.setattr(pages, "write", writing)
    patch.setattr(view, "told_places", passing(view.told_places, lambda found, *args: [*found, *known]))


@leak("the map counts drafts", stages.beside, checks.unmoved_by_hidden_acts)
def drafts_are_counted(patch):
    made, save = [], Interview.save

    def saving(interview, *args, **kwargs):
        made.append(interview)
        return save(interview, *args, **kwargs)

    def more(found, *args):
        return [place._replace(count=place.count + len(made)) for place in found]

    patch.setattr(Interview, "save", saving)
    patch.setattr(view, "told_places", passing(view.told_places, more))
