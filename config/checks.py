"""System checks with stable ids: what Django cannot know is unsafe here."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

from archive.language import lemmas
from config import sqlite


@register(Tags.database)
def sqlite_can_be_shared(**_):
    """holos.W001: this SQLite can damage a database that web server and worker share (production refuses it)."""
    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") or sqlite.is_safe():
        return []
    found = ".".join(map(str, sqlite.version()))
    return [
        Warning(
            f"SQLite {found} can damage a database that several processes use.",
            hint="Install pysqlite3 (x86-64 Linux), use a newer SQLite, or use PostgreSQL.",
            id="holos.W001",
        )
    ]


@register(Tags.security)
def private_and_public_files_lie_apart(**_):
    """holos.E001: a web server that hands out the public directory must not hand out masters."""
    private, public = settings.HOLOS_PRIVATE_ROOT.resolve(), settings.HOLOS_PUBLIC_ROOT.resolve()
    if private.is_relative_to(public) or public.is_relative_to(private):
        return [
            Error(
                "Private and public files lie inside one another.",
                hint="Give HOLOS_PRIVATE_ROOT and HOLOS_PUBLIC_ROOT directories of their own.",
                id="holos.E001",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def demonstration_is_not_an_archive(**_):
    """holos.W002: a demonstration site tells search engines to stay away and shows a notice on every page."""
    if settings.HOLOS_DEMONSTRATION:
        return [Warning("HOLOS_DEMONSTRATION is on.", hint="Unset it for a real archive.", id="holos.W002")]
    return []


@register(Tags.compatibility, deploy=True)
def readers_know_who_collects(**_):
    """holos.W004: narrators and readers have to know whom they trust."""
    if settings.HOLOS_PUBLISHER or settings.HOLOS_DEMONSTRATION:
        return []
    hint = "Name the people or the institution in HOLOS_PUBLISHER."
    return [Warning("Nothing tells readers who keeps this archive.", hint=hint, id="holos.W004")]


@register(Tags.security, deploy=True)
def policy_is_strict(**_):
    """holos.E002: the Content-Security-Policy was loosened."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    allowed = {source for sources in directives.values() for source in sources}
    if allowed <= {"'none'", "'self'"} and directives.get("default-src") == ["'none'"]:
        return []
    return [Error("The Content-Security-Policy allows more than 'self'.", id="holos.E002")]


@register(Tags.compatibility)
def every_language_has_its_dictionary(**_):
    """holos.W003: a language without its dictionary is searched by the form that was typed alone."""
    return [
        Warning(
            f"There is no dictionary for “{code}”: its words are found only in the form that was typed.",
            hint="Install what requirements.txt names, then run manage.py reindex.",
            id="holos.W003",
        )
        for code in lemmas.missing()
    ]
