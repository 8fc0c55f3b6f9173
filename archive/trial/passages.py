"""Passages to judge the search by: each an interview of one segment, through the acts that every interview goes through."""

from collections.abc import Iterable, Iterator

import msgspec
from django.db import transaction
from django.utils import timezone

from archive import publishing
from archive.catalogue.keys import new_key
from archive.catalogue.models import (
    Collection,
    ConsentRecord,
    Grant,
    Interview,
    Participation,
    Person,
    PersonMention,
    Publication,
    Segment,
    Transcript,
)
from archive.catalogue.vocabulary import AudienceChoice, Language, Scope, SpokenLanguage
from archive.custody import acting
from archive.language.authorities import Gazetteer
from archive.publishing.naming import approved_names

from . import accounts, authorities
from .reading import Unusable


class Passage(msgspec.Struct):
    """A passage with the id it is judged by, which becomes its public reference; ``lang`` may be mixed, as uk-ru."""

    id: str
    lang: str
    text: str

    @property
    def language(self) -> str:
        return self.lang.partition("-")[0]


@transaction.atomic
def load(passages: Iterable[Passage], stated: Iterable[authorities.Stated]) -> tuple[int, list[str]]:
    """Load everything or nothing; return the number of passages and a sentence for each authority left out.

    Refuses (``Unusable``) a database with interviews: they would be found beside the passages.
    """
    if Interview.objects.exists():
        raise Unusable(
            "This database holds interviews already, and they would be found beside the passages. "
            "Load the evaluation into an empty database of its own."
        )
    people = accounts.ensure()
    left_out = authorities.enter(stated, accounts=people)
    names = approved_names()
    with acting(people.archivist):
        collection = Collection.objects.create(slug="evaluation", code="EVAL", name_en="Evaluation")
        narrator = Person.objects.create(slug="narrator", name_en=new_key())
    count = 0
    for passage in _usable(passages):
        _publish(_entered(passage, collection, narrator, names, people), people)
        count += 1
    return count, left_out


def _usable(passages: Iterable[Passage]) -> Iterator[Passage]:
    seen = set()
    longest = Publication._meta.get_field("reference").max_length
    for passage in passages:
        if passage.language not in Language.values:
            known = ", ".join(Language.values)
            raise Unusable(f"{passage.id}: the language “{passage.lang}” is not known. Known are {known}.")
        if not 0 < len(passage.id) <= longest or passage.id in seen:
            raise Unusable(f"{passage.id}: every passage needs an id of its own of at most {longest} characters.")
        if not passage.text.strip():
            raise Unusable(f"{passage.id}: the passage is empty.")
        seen.add(passage.id)
        yield passage


def _entered(passage: Passage, collection, narrator: Person, names: Gazetteer, people: accounts.Accounts) -> Interview:
    """The interview of one passage; its title is its id alone, so that nothing but the passage can answer."""
    with acting(people.archivist):
        spoken = passage.lang if passage.lang in SpokenLanguage.values else passage.language
        interview = Interview.objects.create(
            collection=collection, kind=Interview.Kind.WRITTEN, title_en=passage.id, languages=[spoken]
        )
        voice = Participation.objects.create(interview=interview, person=narrator)
        consent = ConsentRecord.objects.create(
            participation=voice, signed_on=timezone.localdate(), entered_by=people.archivist
        )
        Grant.objects.bulk_create(
            Grant(record=consent, scope=scope, audience=AudienceChoice.PUBLIC) for scope in Scope.values
        )
        transcript = Transcript.objects.create(interview=interview, language=passage.language)
        Segment.objects.create(transcript=transcript, position=0, speaker=voice, text=passage.text)
        _confirm(interview, passage, names)
    Publication.objects.create(interview=interview, interview_key=interview.key, reference=passage.id)
    return interview


def _confirm(interview: Interview, passage: Passage, names: Gazetteer) -> None:
    """Confirm the persons whom the words name; what else they name is found by itself."""
    found = {mention.id for mention in names.find(passage.text, passage.language) if mention.kind == "person"}
    for person in Person.objects.filter(slug__in=found):
        PersonMention.objects.create(interview=interview, person=person, is_confirmed=True)


def _publish(interview: Interview, people: accounts.Accounts) -> None:
    publishing.submit(interview, by=people.archivist)
    review = publishing.look(interview)
    confirmed = [code for code, _words in review.checklist]
    publishing.approve(interview, by=people.moderator, seen=review.digest, checklist=confirmed)
