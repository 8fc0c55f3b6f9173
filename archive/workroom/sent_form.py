"""A form for a new record that arrives twice, by a double click or a page sent again, makes one record."""

import datetime as dt
import hashlib
import json
import secrets

from django.urls import reverse
from django.utils import timezone

from archive.catalogue.models import SentForm

FIELD = "form_key"
"""The hidden field with a key that each page with such a form has anew."""

KEPT = dt.timedelta(days=1)


class SentBefore(Exception):
    """The same form was saved meanwhile."""


def key_for(request) -> str:
    """The key for the page: that of the form sent, so that a form with an error keeps its own, or a new one."""
    return request.POST.get(FIELD) or secrets.token_urlsafe(16)


def address_made_by(request) -> str:
    """Where the record stands that this very form made before; empty if it made none."""
    return SentForm.objects.filter(key=_digest(request)).values_list("address", flat=True).first() or ""


def remember(request, made) -> None:
    """Note what a form made, in the transaction that saves it; raises ``SentBefore`` if another was faster."""
    if FIELD not in request.POST:
        return
    SentForm.objects.filter(sent_at__lt=timezone.now() - KEPT).delete()
    address = reverse(f"workroom:{made._meta.app_label}_{made._meta.model_name}_change", args=[made.pk])
    said = {"address": address, "sent_by": request.user}
    _noted, is_new = SentForm.objects.get_or_create(key=_digest(request), defaults=said)
    if not is_new:
        raise SentBefore


def _digest(request) -> str:
    """Who sent what in which form, whichever button was pressed: with other content it is another form."""
    names = sorted(name for name in request.POST if not name.startswith(("_", "csrf")))
    files = sorted((name, [[f.name, f.size] for f in files]) for name, files in request.FILES.lists())
    content = [request.user.pk, request.path, [[name, request.POST.getlist(name)] for name in names], files]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
