"""An authority record reaches the public when a second person has approved it."""

from django.urls import reverse

from archive.catalogue.models import Place
from archive.custody import acting
from tests import cast

from .conftest import signed_in
from .forms import fields_of


def village() -> Place:
    with acting(cast.archivist()):
        return Place.objects.create(slug="borivske", level="settlement", name_en="Borivske")


def test_a_moderator_approves_what_an_archivist_wrote(moderator):
    place = village()
    address = reverse("workroom:approve-authority", args=[place.pk])
    assert "Borivske" in moderator.get(address).content.decode()
    moderator.post(address)
    place.refresh_from_db()
    assert (place.approved_revision, place.approved_by) == (place.revision, cast.moderator())


def test_an_archivist_does_not_approve(archivist):
    place = village()
    assert archivist.post(reverse("workroom:approve-authority", args=[place.pk])).status_code == 403


def test_whoever_edited_it_last_is_refused_on_the_page(db):
    root = cast.staff("root", "Moderator")
    root.is_superuser = True
    root.save()
    with acting(root):
        place = Place.objects.create(slug="borivske", level="settlement", name_en="Borivske")
    answer = signed_in(root).post(reverse("workroom:approve-authority", args=[place.pk]))
    assert answer.status_code == 409
    assert "You edited this record yourself" in answer.content.decode()


def test_the_page_says_which_revision_the_public_sees(archivist, moderator):
    place = village()
    moderator.post(reverse("workroom:approve-authority", args=[place.pk]))
    page = reverse("workroom:catalogue_place_change", args=[place.pk])
    answer = archivist.get(page)
    assert "revision 1, approved as it stands" in answer.content.decode()
    archivist.post(page, fields_of(answer) | {"name_en": "Borivs’ke"})
    assert "the public sees revision 1; revision 2 awaits approval" in archivist.get(page).content.decode()


def test_an_approved_address_stays(archivist, moderator):
    place = village()
    moderator.post(reverse("workroom:approve-authority", args=[place.pk]))
    page = reverse("workroom:catalogue_place_change", args=[place.pk])
    archivist.post(page, fields_of(archivist.get(page)) | {"slug": "elsewhere"})
    place.refresh_from_db()
    assert place.slug == "borivske"
