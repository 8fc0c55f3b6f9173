"""A signature that ends because what was signed is changed is no act of anybody's: the log tells of it by itself."""

from django.db.models.signals import post_save

from archive.catalogue.models import Claim

from .events import record


def note_lapse(sender, instance: Claim, raw=False, **kwargs) -> None:
    """Record that the signature of a claim went with this change, under whoever made it."""
    if instance.has_lapsed and not raw:
        record("standing-lapsed", obj=instance, interview=instance.interview)
        instance.has_lapsed = False


def connect() -> None:
    post_save.connect(note_lapse, sender=Claim, dispatch_uid="custody.note_lapse")
