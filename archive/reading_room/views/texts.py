from django.shortcuts import render
from django.utils.translation import override


def about(request):
    return render(request, "about/about.html")


def consent(request):
    """Consent and withdrawal, withdrawal first."""
    return render(request, "consent/consent.html")


def consent_in_russian(request):
    """The same in Russian, for narrators who read no other language of the site; the frame stays Ukrainian."""
    return _in_russian(request, "consent/consent_in_russian.html")


def safety(request):
    """How to read and to write without danger."""
    return render(request, "safety/safety.html")


def safety_in_russian(request):
    return _in_russian(request, "safety/safety_in_russian.html")


def _in_russian(request, template: str):
    with override("uk"):
        response = render(request, template)
    response["Content-Language"] = "ru"
    return response


def privacy(request):
    """What the site learns of a reader, and what it cannot undo."""
    return render(request, "privacy/privacy.html")


def use(request):
    """What may be done with what is read and heard here."""
    return render(request, "use/use.html")


def contact(request):
    """How to object, correct, add, or ask about a relative."""
    return render(request, "contact/contact.html")


def accessibility(request):
    return render(request, "accessibility/accessibility.html")
