"""Small archives in which archivists have decided what words name."""

from archive import publishing
from archive.catalogue.models import Label, PersonStatus, Segment
from archive.custody import acting
from tests import cast

from . import scenario
from .stages import Stage


def decided(stage: Stage) -> None:
    """A public passage names a place, by a name it shares, until an archivist rejects it; and a public figure, whom an
    archivist confirms there and no moderator has approved."""
    made = stage.shown = cast.interview("Shown", slug="shown")
    place = _approved(cast.place("rejected", "settlement", name_uk="Ізюм"), stage.word("other name of the place"))
    with acting(cast.archivist()):
        person = cast.person("figure", name_uk="Тарас Гнатенко")
        PersonStatus.objects.create(person=person, kind="public-figure")
    _approved(person, stage.word("other name of the person"))
    passage = Segment.objects.filter(transcript__interview=made, transcript__language="uk", alignment="a0")
    passage.update(text="Тарас Гнатенко виїхав з Ізюма.")
    scenario.approve_waiving(made)
    by = cast.archivist()
    told = {"passage": "a0", "words": stage.word("words"), "private_note": stage.word("note")}
    publishing.confirm_mention(made, by=by, authority=person, **told)
    publishing.reject_mention(made, by=by, authority=place, **told)


def taken_back(stage: Stage) -> None:
    """The same when the rejection was taken back, which waits for an approval."""
    decided(stage)
    publishing.take_back_mention(stage.shown.mentions.rejected().get(), by=cast.archivist())
    publishing.publish(stage.shown, rewrite=True)


def _approved(record, label: str):
    with acting(cast.archivist()):
        Label.objects.create(authority=record, language="en", text=label, is_public=True)
        record.save()
    publishing.approve_authority(record, by=cast.moderator())
    return record
