"""Places, persons, given names and concepts of a trial as authorities of the catalogue, approved and public."""

from collections.abc import Iterable

import msgspec
from django.utils.text import slugify

from archive import publishing
from archive.catalogue.models import Authority, Label, Person, PersonStatus, Place, Topic
from archive.custody import acting
from archive.language.fold import fold
from archive.language.letters import is_cyrillic
from archive.language.name_families import family

from .accounts import Accounts

LANGUAGES = ("uk", "ru", "pl", "en")


class Stated(msgspec.Struct):
    """An authority as a file states it: the first label of a language is preferred, ``adj`` are its adjectives,
    ``extra`` further spellings. ``cap``, that the name is a common word too, is left to the dictionaries."""

    id: str
    kind: str
    uk: list[str] = []
    ru: list[str] = []
    pl: list[str] = []
    en: list[str] = []
    adj: list[str] = []
    extra: list[str] = []
    cap: bool | None = None

    def labels(self) -> Iterable[tuple[str, str, str]]:
        """Every label as (language, text, role), the preferred ones first."""
        for language in LANGUAGES:
            for text in getattr(self, language):
                yield language, text, Label.Role.VARIANT
        for text in self.adj:
            yield language_of(text), text, Label.Role.ADJECTIVE
        for text in self.extra:
            yield language_of(text), text, Label.Role.VARIANT


MODELS = {"place": Place, "person": Person, "concept": Topic, "name": Topic}
"""A given name that the language room does not know is a topic: found in all its spellings and in no other name."""


def enter(stated: Iterable[Stated], *, accounts: Accounts) -> list[str]:
    """Enter and approve authorities; a sentence for each that was left out."""
    left_out = []
    for one in stated:
        if one.kind not in MODELS:
            known = ", ".join(sorted(MODELS))
            left_out.append(f"{one.id}: the kind “{one.kind}” is not known, so it was left out. Known are {known}.")
        elif not any(text.strip() for _language, text, _role in one.labels()):
            left_out.append(f"{one.id}: it has no label, so it was left out.")
        elif one.kind != "name" or not is_known_name(one):
            publishing.approve_authority(_entered(one, accounts), by=accounts.moderator)
    return left_out


def is_known_name(one: Stated) -> bool:
    """Whether the language room hears all spellings of a given name as one already; a record would add nothing."""
    families = {family(fold(text)) for _language, text, _role in one.labels()}
    return len(families) == 1 and "" not in families


def language_of(text: str) -> str:
    """The language of a label that comes without one, by its letters and its ending."""
    word = text.casefold()
    if any(map(is_cyrillic, word)):
        is_russian = any(letter in "ыэёъ" for letter in word) or word.endswith(("ский", "цкий"))
        return "ru" if is_russian and not any(letter in "іїєґ" for letter in word) else "uk"
    is_polish = any(letter in "ąćęłńóśźż" for letter in word) or word.endswith(("ski", "cki", "dzki"))
    return "pl" if is_polish else "en"


def _entered(one: Stated, accounts: Accounts) -> Authority:
    model = MODELS[one.kind]
    preferred = {language: texts[0] for language in LANGUAGES if (texts := getattr(one, language))}
    if not preferred:
        language, text, _role = next(iter(one.labels()))
        preferred = {language: text}
    with acting(accounts.archivist):
        record = model(slug=_free_slug(model, one.id), **{f"name_{code}": text for code, text in preferred.items()})
        if model is Place:
            record.level = Place.Level.SETTLEMENT
        record.save()
        _label(record, one, preferred)
        if model is Person:
            PersonStatus.objects.create(person=record, kind=PersonStatus.Kind.PUBLIC_FIGURE)
    return record


def _label(record: Authority, one: Stated, preferred: dict[str, str]) -> None:
    """The public labels beside the preferred ones, each once."""
    seen = set(preferred.items())
    for language, text, role in one.labels():
        if text.strip() and (language, text) not in seen:
            seen.add((language, text))
            Label.objects.create(authority=record, language=language, text=text, role=role, is_public=True)


def _free_slug(model: type[Authority], wanted: str) -> str:
    """An address made of an id that may hold anything."""
    base = slugify(wanted)[:70] or "record"
    kind = Authority.objects.filter(kind=model.__name__.lower())
    slug, number = base, 2
    while kind.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug
