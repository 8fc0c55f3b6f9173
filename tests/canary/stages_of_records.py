"""Small archives in which an interview was erased or two records were merged."""

from archive import publishing
from archive.catalogue.models import Authority, Collection, Document, DocumentPage, Event, Label, Topic
from archive.custody import acting
from archive.jobs.worker import drain
from archive.vault.masters import keep
from tests import cast
from tests.vault import media

from . import scenario
from .stages import Stage


def erased(stage: Stage) -> None:
    """An interview that was public with a picture, erased by two people; its background work is yet to be done."""
    made = cast.interview(stage.word("title"), abstract_en=stage.word("abstract"), slug="erased")
    picture = media.photograph(stage.folder / "picture.jpg", size=(320, 200))
    with acting(cast.archivist()):
        paper = Document.objects.create(interview=made, title_en=stage.word("paper"))
        with picture.open("rb") as file:
            master = keep(file, original_name=stage.word("file name") + ".jpg", by=cast.archivist())
        DocumentPage.objects.create(document=paper, master=master)
    scenario.approve_waiving(made)
    drain()
    publishing.propose_erasure(made, by=cast.archivist(), reason=stage.word("reason"))
    publishing.erase_interview(made, by=cast.moderator(), people=publishing.what_goes(made).people)


def _merged(stage: Stage) -> None:
    """A public topic; a second record of it with a private label, merged into it."""
    kept = cast.topic("bread")
    merged = cast.topic(stage.word("address of the other"), name_en="Loaf", name_uk="")
    with acting(cast.archivist()):
        Label.objects.create(authority=merged, language="en", text=stage.word("private label"))
    stage.shown = cast.interview("Shown", slug="shown")
    with acting(cast.archivist()):
        stage.shown.topics.add(kept)
    cast.approve(stage.shown)
    publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
    stage.addresses += [f"/en/topics/{slug}/" for slug in ("bread", merged.slug)]


def merged_and_approved(stage: Stage) -> None:
    _merged(stage)
    publishing.approve_authority(Authority.objects.get(slug="bread"), by=cast.moderator())


def merged_alone(stage: Stage) -> None:
    """A public topic is merged into one that was approved but that nothing public has named; nobody has approved that."""
    merged, kept = cast.topic("bread"), cast.topic("loaf", name_en=stage.word("name of the other"))
    stage.shown = cast.interview("Shown", slug="shown")
    with acting(cast.archivist()):
        stage.shown.topics.add(merged)
    cast.approve(stage.shown)
    publishing.merge_authorities(kept=kept, merged=Topic.objects.get(slug="bread"), by=cast.archivist())
    publishing.publish(stage.shown)
    stage.addresses += ["/en/topics/bread/", "/en/topics/loaf/"]


def named_by_its_records(stage: Stage) -> None:
    """A public interview tells of an event and of a topic, which its title names, when the one comes to be called after its
    narrator and the other to be explained with her name; both have been approved."""
    made = stage.shown = cast.interview("Shown", slug="shown", title_uk="Хліб")
    name = stage.word("full name")
    bread = cast.topic("bread", name_uk="Хліб")
    with acting(cast.archivist()):
        death = Event.objects.create(slug=stage.word("slug of an event"), name_uk="Обстріл")
    publishing.approve_authority(death, by=cast.moderator())
    with acting(cast.archivist()):
        made.participations.update(name_full_uk=f"Олена {name}")
        made.events.add(death)
        made.topics.add(bread)
    cast.approve(made)
    cast.reword(death, name_uk=f"Загибель Олени {name}")
    cast.reword(bread, scope_note_uk=f"Пекла Олена {name}.")
    drain()
    stage.addresses += [f"/en/events/{death.slug}/", "/en/topics/bread/"]


def named_formerly(stage: Stage) -> None:
    """A public interview tells of an event and of a topic, which its title names. Two names were entered for its narrator
    and changed again, one of them approved; then the records are called after one and explained with the other."""
    made = stage.shown = cast.interview("Shown", slug="shown", title_uk="Хліб")
    approved, entered = stage.word("approved name"), stage.word("entered name")
    bread = cast.topic("bread", name_uk="Хліб")
    with acting(cast.archivist()):
        death = Event.objects.create(slug=stage.word("slug of an event"), name_uk="Обстріл")
    publishing.approve_authority(death, by=cast.moderator())
    part = made.participations.get()

    def enter(name):
        with acting(cast.archivist()):
            part.name_full_uk = name
            part.save()

    enter(f"Олена {approved}")
    with acting(cast.archivist()):
        made.events.add(death)
        made.topics.add(bread)
    cast.approve(made)
    enter(f"Олена {entered}")
    enter("Ганна Сірко")
    cast.reword(death, name_uk=f"Загибель Олени {approved}")
    cast.reword(bread, scope_note_uk=f"Пекла Олена {entered}.")
    drain()
    stage.addresses += [f"/en/events/{death.slug}/", "/en/topics/bread/"]


def named_by_its_collection(stage: Stage) -> None:
    """A public interview whose collection comes to be described with the name of its narrator."""
    made = stage.shown = cast.interview("Shown", slug="shown")
    name = stage.word("full name")
    with acting(cast.archivist()):
        made.participations.update(name_full_uk=f"Олена {name}")
    cast.approve(made)
    collection = Collection.objects.get(pk=made.collection_id)
    with acting(cast.archivist()):
        collection.description_uk = f"Папери, які зібрала Олена {name}."
        collection.save()
    drain()
    stage.addresses += [f"/uk/collections/{collection.slug}/"]
