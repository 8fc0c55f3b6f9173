from django.shortcuts import render
from django.utils.translation import override


def about(request):
    return render(request, "about/about.html")


def consent(request):
    """Consent and withdrawal, withdrawal first."""
    return render(request, "consent/consent.html")


def consent_in_russian(request):
    """The same in Russian, for narrators who read no other language of the site; the frame stays Ukrainian."""
    with override("uk"):
        return render(request, "consent/consent_in_russian.html")


def accessibility(request):
    return render(request, "accessibility/accessibility.html")
