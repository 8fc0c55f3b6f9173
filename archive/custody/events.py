"""The event log: rows that are added and never changed (PREMIS 3, event entity)."""

from django.db import models

from archive.catalogue.models import CustodyEvent, Interview

from .actor import current_actor


def record(act: str, *, obj: models.Model, by=None, interview: Interview | None = None, before="", after=""):
    """Add that ``by`` (else the current actor) did ``act`` to ``obj``.

    ``act`` is one of ``CustodyEvent.Act`` (else ``ValueError``); ``before`` and ``after`` are digests: no private
    text goes in.
    """
    return CustodyEvent.objects.create(
        actor=by or current_actor(),
        act=CustodyEvent.Act(act),
        object_type=obj._meta.model_name,
        object_key=str(getattr(obj, "key", None) or obj.pk),
        interview_key=interview.key if interview else "",
        before=before,
        after=after,
    )
