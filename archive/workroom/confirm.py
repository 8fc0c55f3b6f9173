"""One page for every act: what it does, in words; the form it needs; one button. Refusals stay on the page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from archive import publishing

from .site import workroom


def posted(request):
    """The data of a form that was sent, even an empty one; None for a visit."""
    return request.POST if request.method == "POST" else None


def confirm(
    request, *, form, do, back, whence, title, consequences, button, done, onward="", is_grave=False, extra=None
):
    """Show the page, or on POST with a valid form call ``do(**form.cleaned_data)`` and go ``onward`` (else ``back``).


    ``whence`` is the name of the page that ``back`` is the address of.
    ``consequences`` are whole sentences. What ``archive.publishing`` refuses is answered with 409 and its sentences
    on the form; nothing typed is lost.
    """
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            do(**form.cleaned_data)
        except publishing.Refused as refusal:
            for sentence in refusal.sentences:
                form.add_error(None, sentence)
            status = 409
        except ValidationError as refusal:
            for sentence in refusal.messages:
                form.add_error(None, sentence)
        else:
            messages.success(request, done)
            return redirect(onward or back)
    context = {
        **workroom.each_context(request),
        "form": form,
        "title": title,
        "consequences": consequences,
        "button": button,
        "back": back,
        "whence": whence,
        "is_grave": is_grave,
        **(extra or {}),
    }
    return TemplateResponse(request, "workroom/confirm.html", context, status=status)
