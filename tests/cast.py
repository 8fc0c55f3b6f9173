"""The fixed cast of people and records that the tests of every room share."""

import datetime as dt

from django.contrib.auth.models import Group
from django.utils import timezone

from archive import publishing
from archive.catalogue.models import (
    Authority,
    Collection,
    ConsentRecord,
    Grant,
    Interview,
    Participation,
    Person,
    Place,
    Recording,
    Segment,
    Sitting,
    Topic,
    Transcript,
    User,
)
from archive.consent.permissions import SCOPES
from archive.custody import acting

SIGNED = dt.date(2023, 5, 1)


def staff(name: str, role: str) -> User:
    """An account with one role: Archivist, Moderator, Administrator or Researcher."""
    user, is_new = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    if is_new:
        user.set_password("a long password for tests")
        user.save()
    user.groups.set([Group.objects.get(name=role)])
    return user


def archivist() -> User:
    return staff("olha", "Archivist")


def moderator() -> User:
    return staff("marko", "Moderator")


def administrator() -> User:
    return staff("iryna", "Administrator")


def researcher(name: str = "roman", *, starts_on: dt.date | None = None, ends_on: dt.date | None = None) -> User:
    """An account that may read as a researcher, by an administrator's word, today and for a year."""
    account, today = staff(name, "Researcher"), timezone.localdate()
    if not account.researcher_accesses.exists():
        publishing.give_access(
            account,
            by=administrator(),
            starts_on=starts_on or today,
            ends_on=ends_on or today + dt.timedelta(days=365),
            purpose="A book on bread in wartime.",
        )
    return account


def collection(slug: str = "izium", **fields) -> Collection:
    defaults = {"code": slug[:4].upper(), "name_uk": "Голоси Ізюма", "name_en": "Voices of Izium"}
    return Collection.objects.get_or_create(slug=slug, defaults=defaults | fields)[0]


def place(slug: str, level: str, parent: Place | None = None, **fields) -> Place:
    """An approved place."""
    found = Place.objects.filter(slug=slug).first()
    if found:
        return found
    with acting(archivist()):
        made = Place.objects.create(slug=slug, level=level, parent=parent, **({"name_en": slug.title()} | fields))
    publishing.approve_authority(made, by=moderator())
    return made


IZIUM = {"latitude": "49.20697", "longitude": "37.27679"}


def izium() -> Place:
    oblast = place("kharkiv-oblast", "oblast", name_en="Kharkiv oblast", name_uk="Харківська область")
    raion = place("izium-raion", "raion", oblast, name_en="Izium raion", name_uk="Ізюмський район")
    return place(
        "izium", "settlement", raion, name_en="Izium", name_uk="Ізюм", name_ru="Изюм", name_pl="Izium", **IZIUM
    )


def topic(slug: str, **fields) -> Topic:
    """An approved topic."""
    found = Topic.objects.filter(slug=slug).first()
    if found:
        return found
    with acting(archivist()):
        made = Topic.objects.create(slug=slug, **({"name_en": slug.title(), "name_uk": slug} | fields))
    publishing.approve_authority(made, by=moderator())
    return made


def reword(record: Authority, **fields) -> None:
    """Change what an approved record says, and have that approved."""
    record.refresh_from_db()
    with acting(archivist()):
        for name, value in fields.items():
            setattr(record, name, value)
        record.save()
    publishing.approve_authority(record, by=moderator())


def person(slug: str, **fields) -> Person:
    with acting(archivist()):
        return Person.objects.create(slug=slug, **({"name_uk": "Олена Коваленко"} | fields))


def grant_all(participation: Participation, *, audience: str = "public", signed_on=SIGNED, **by_scope) -> ConsentRecord:
    """A consent record that grants every scope to ``audience``; ``by_scope`` (listing="nobody") says otherwise."""
    record = ConsentRecord.objects.create(participation=participation, signed_on=signed_on)
    for scope in SCOPES:
        Grant.objects.create(record=record, scope=scope, audience=by_scope.get(scope.replace("-", "_"), audience))
    return record


def interview(
    title: str = "The cellar", *, narrators: int = 1, slug: str = "olena", consent=True, **fields
) -> Interview:
    """A draft with narrators who agreed to everything, a sitting, a recording without a file, and a transcript in
    Ukrainian with its English translation."""
    with acting(archivist()):
        made = Interview.objects.create(
            **(
                {
                    "collection": collection(),
                    "title_en": title,
                    "title_uk": "Підвал",
                    "abstract_en": "Bread, candles and a notebook.",
                    "languages": ["uk"],
                    "recorded": "2023-04",
                    "told": "2022-02-24/2022-09-10",
                }
                | fields
            )
        )
        sitting = Sitting.objects.create(interview=made, number=1, held="2023-04-12")
        recording = Recording.objects.create(interview=made, sitting=sitting, number=1)
        speakers = [narrator(made, f"{slug}-{n}" if n else slug, n, consent=consent) for n in range(narrators)]
        transcript(made, recording, "uk", "verbatim", speakers, UKRAINIAN)
        transcript(made, recording, "en", "translation", speakers, ENGLISH)
    return made


UKRAINIAN = ("Ми спустилися в підвал у лютому.", "Хліб пекли на вогнищі.", "Зошит я зберегла.")
ENGLISH = ("We went down to the cellar in February.", "We baked bread over a fire.", "I kept the notebook.")


NAMES = (
    ("Олена Коваленко", "Олена К.", "Olena K."),
    ("Марія Бондар", "Марія Б.", "Mariia B."),
    ("Григорій Шевчук", "Григорій Ш.", "Hryhorii Sh."),
)


def narrator(made: Interview, slug: str, position: int = 0, *, consent=True, **fields) -> Participation:
    full, short, latin = NAMES[position % len(NAMES)]
    participation = Participation.objects.create(
        **(
            {
                "interview": made,
                "person": person(slug, name_uk=full),
                "position": position,
                "rendition": "given-initial",
                "name_full_uk": full,
                "name_given_initial_uk": short,
                "name_given_initial_en": latin,
            }
            | fields
        )
    )
    if consent:
        grant_all(participation)
    return participation


def transcript(made, recording, language, kind, speakers, texts) -> Transcript:
    """One passage of ten seconds for each text, the speakers taking turns, alignment keys a0, a1, …"""
    written = Transcript.objects.create(interview=made, recording=recording, language=language, kind=kind)
    for n, words in enumerate(texts):
        Segment.objects.create(
            transcript=written,
            alignment=f"a{n}",
            position=n,
            speaker=speakers[n % len(speakers)],
            start_ms=n * 10_000,
            end_ms=(n + 1) * 10_000,
            text=words,
        )
    return written


def approve(made: Interview) -> Interview:
    """Take an interview through submission and approval by two people."""
    publishing.submit(made, by=archivist())
    review = publishing.look(made)
    publishing.approve(made, by=moderator(), seen=review.digest, checklist={code for code, _words in review.checklist})
    made.refresh_from_db()
    return made


def published(title: str = "The cellar", **fields) -> Interview:
    """An approved interview that everyone may see in full."""
    return approve(interview(title, **fields))
