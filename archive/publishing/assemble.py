"""Gather the full dossier of an interview: all that could ever be shown, and never an identity."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet
from msgspec import UNSET

from archive.catalogue.models import Interview, Mention, Place, Recording, Segment
from archive.consent import dossier as whole
from archive.document import document as shown
from archive.document.text import LANGUAGES, Text

from .figures import spans_of


def assemble(interview: Interview) -> whole.Dossier:
    """The dossier as the catalogue stands now, in an order that depends on nothing but its content.

    Twenty-odd queries whatever the length of the transcripts.
    """
    sittings = list(interview.sittings.order_by("number"))
    recordings = list(_recordings(interview))
    people, mentions = _confirmed_people(interview), _mentions(interview.mentions.of_people())
    figures = spans_of({*people, *(m.slug for m in mentions)})
    return whole.Dossier(
        kind=interview.kind,
        basis=interview.basis,
        collection=interview.collection.slug,
        title=text(interview, "title"),
        abstract=text(interview, "abstract"),
        makers=_makers(interview) or UNSET,
        notice=text(interview, "notice"),
        warnings=tuple(interview.warnings),
        languages=tuple(interview.languages),
        recorded=interview.recorded,
        told=interview.told,
        participations=tuple(map(_participation, interview.participations.select_related("person"))),
        places=_places(interview),
        topics=tuple(sorted(interview.topics.values_list("slug", flat=True))),
        events=tuple(sorted(interview.events.values_list("slug", flat=True))),
        people=tuple(sorted(figures.keys() & people)),
        sittings=tuple(_sitting(s, [r for r in recordings if r.sitting_id == s.pk]) for s in sittings),
        texts=_original_first(_transcripts(interview.transcripts.filter(recording=None))),
        papers=_papers(interview),
        sources=tuple(map(_source, interview.sources.order_by("pk"))),
        claims=_claims(interview),
        redactions=redactions(interview),
        masters=_masters(interview, recordings),
        figures=figures,
        mentions=tuple(m for m in mentions if m.slug in figures),
        rejections=rejections(interview),
    )


def text(record, field: str) -> Text:
    """A translated field as language → text, only where there is one."""
    texts = {language: getattr(record, f"{field}_{language}") for language in LANGUAGES}
    return {language: value for language, value in texts.items() if value}


def redactions(interview: Interview) -> tuple[whole.Redaction, ...]:
    """The withheld passages as they stand now, without those that were lifted."""
    in_force = interview.redactions.in_force().select_related("recording").order_by("pk")
    return tuple(map(redaction_of, in_force))


def rejections(interview: Interview) -> tuple[whole.Mention, ...]:
    """What words of the interview do not name, as it stands now."""
    return _mentions(interview.mentions.rejected())


def _recordings(interview):
    return (
        Recording.objects.filter(interview=interview)
        .select_related("master")
        .prefetch_related(
            Prefetch("transcripts", queryset=_transcripts(interview.transcripts.all())),
            "index_points__topics",
        )
        .order_by("sitting__number", "number")
    )


def _transcripts(transcripts):
    segments = Segment.objects.select_related("speaker").order_by("position", "pk")
    return transcripts.order_by("language", "pk").prefetch_related(Prefetch("segments", queryset=segments))


def _participation(p) -> whole.Participation:
    names = {
        "full": text(p, "name_full"),
        "given-initial": text(p, "name_given_initial"),
        "initials": text(p, "name_initials"),
        "pseudonym": text(p, "name_pseudonym"),
        "role-only": text(p, "role_description"),
    }
    return whole.Participation(
        key=p.key,
        role=p.role,
        rendition=p.rendition,
        names={rendition: name for rendition, name in names.items() if name},
        person=p.person.slug,
        links_identity=p.links_identity,
    )


def _places(interview) -> tuple[whole.PlaceMention, ...]:
    mentions = interview.place_mentions.order_by("relation", "place__slug")
    parents = {place.pk: place for place in Place.objects.all()} if mentions else {}
    return tuple(
        whole.PlaceMention(chain=_chain(m.place_id, parents), relation=m.relation, precision=m.precision)
        for m in mentions
    )


def _chain(pk: int | None, places: dict[int, Place]) -> tuple[whole.PlaceLink, ...]:
    chain: list[whole.PlaceLink] = []
    while pk is not None and len(chain) < 8:
        place = places[pk]
        chain.append(whole.PlaceLink(place=place.slug, level=place.level))
        pk = place.parent_id
    return tuple(chain)


def _mentions(decided: QuerySet[Mention]) -> tuple[whole.Mention, ...]:
    fields = ("authority__kind", "authority__slug", "passage", "words")
    rows = decided.values_list(*fields)
    return in_order(whole.Mention(kind=kind, slug=slug, passage=key, words=words) for kind, slug, key, words in rows)


def in_order(mentions: Iterable[whole.Mention]) -> tuple[whole.Mention, ...]:
    """Mentions in the order in which dossiers have them."""
    return tuple(sorted(mentions, key=lambda m: (m.passage, m.kind, m.slug, m.words)))


def _confirmed_people(interview) -> list[str]:
    """Slugs of the persons spoken of whom somebody has confirmed."""
    return list(interview.person_mentions.filter(is_confirmed=True).values_list("person__slug", flat=True))


def _sitting(sitting, recordings) -> whole.Sitting:
    return whole.Sitting(key=sitting.key, held=sitting.held, recordings=tuple(map(_recording, recordings)))


def _recording(recording) -> whole.Recording:
    master = recording.master
    return whole.Recording(
        key=recording.key,
        starts_ms=recording.starts_ms,
        duration_ms=master.duration_ms if master else None,
        kind=master.kind if master else "",
        transcripts=_original_first(recording.transcripts.all()),
        index=tuple(map(_index_point, recording.index_points.all())),
    )


ORIGINAL_FIRST = ("verbatim", "edited", "translation")


def _original_first(transcripts) -> tuple[shown.Transcript, ...]:
    return tuple(map(_transcript, sorted(transcripts, key=lambda t: ORIGINAL_FIRST.index(t.kind))))


def _transcript(transcript) -> shown.Transcript:
    return shown.Transcript(
        key=transcript.key,
        language=transcript.language,
        kind=transcript.kind,
        maker=transcript.maker,
        segments=tuple(
            shown.Segment(
                key=s.alignment,
                start_ms=s.start_ms,
                end_ms=s.end_ms,
                speaker=s.speaker.key if s.speaker else None,
                text=(s.text,),
            )
            for s in transcript.segments.all()
        ),
    )


def _index_point(point) -> shown.IndexPoint:
    return shown.IndexPoint(
        key=point.key,
        at_ms=point.at_ms,
        title=text(point, "title"),
        synopsis=text(point, "synopsis"),
        topics=tuple(sorted(topic.slug for topic in point.topics.all())),
        warnings=tuple(point.warnings) or UNSET,
    )


def _papers(interview) -> tuple[shown.Paper, ...]:
    documents = interview.documents.select_related("source").prefetch_related("pages__regions")
    return tuple(map(_paper, documents))


def _paper(document) -> shown.Paper:
    pages, source = document.pages.all(), document.source
    return shown.Paper(
        key=document.key,
        kind=document.kind,
        title=text(document, "title"),
        description=text(document, "description"),
        author=text(document, "author"),
        recipient=text(document, "recipient"),
        dated=document.dated,
        transcription=text(document, "transcription"),
        custody=text(document, "custody"),
        rights=text(document, "rights"),
        pages=tuple(map(_page, pages)),
        page_texts=_page_texts(pages) or UNSET,
        language=document.language or UNSET,
        makers=_makers(document) or UNSET,
        source=source.key if source and source.interview_id == document.interview_id else UNSET,
        holder=text(document, "holder") or UNSET,
        licence=document.licence or UNSET,
        absence=document.absence or UNSET,
    )


def _page_texts(pages) -> tuple[shown.PageText, ...]:
    texts = ((page.key, text(page, "transcription")) for page in pages)
    return tuple(shown.PageText(page=key, transcription=words) for key, words in texts if words)


def _makers(record) -> dict[str, str]:
    """By language how a text was made, if not by hand; what stands in both lists counts as unchecked."""
    return dict.fromkeys(record.machine_checked, "machine-checked") | dict.fromkeys(record.by_machine, "machine")


def _page(page) -> shown.Page:
    regions = tuple(
        shown.Region(key=r.key, left=r.left, top=r.top, width=r.width, height=r.height, note=text(r, "note"))
        for r in page.regions.all()
    )
    return shown.Page(key=page.key, alternative=text(page, "alternative"), regions=regions or UNSET)


def _source(source) -> shown.Source:
    return shown.Source(
        key=source.key,
        type=source.type,
        title=source.title,
        author=source.author,
        publisher=source.publisher,
        issued=source.issued,
        url=source.url,
        note=text(source, "note"),
    )


def _claims(interview) -> tuple[shown.Claim, ...]:
    events = {*interview.events.values_list("slug", flat=True)}
    claims = interview.claims.select_related("source", "event", "answers").prefetch_related(
        "relations__other", "related_from__claim"
    )
    return tuple(
        shown.Claim(
            key=c.key,
            question=text(c, "question"),
            statement=text(c, "statement"),
            attribution=text(c, "attribution"),
            confidence=c.confidence,
            source=c.source.key if c.source else None,
            relations=tuple(
                sorted(
                    [shown.Relation(kind=r.kind, claim=r.other.key) for r in c.relations.all()]
                    + [shown.Relation(kind=r.kind, claim=r.claim.key) for r in c.related_from.all()],
                    key=lambda r: (r.kind, r.claim),
                )
            ),
            event=c.event.slug if c.event and c.event.slug in events else UNSET,
            answers=c.answers.slug if c.answers else UNSET,
            passage=c.passage or UNSET,
            told=c.told or UNSET,
            standing=_standing(c) if c.standing else UNSET,
        )
        for c in claims
    )


def _standing(claim) -> shown.Standing:
    return shown.Standing(word=claim.standing, signature=text(claim, "signature"), signed=claim.signed_on.isoformat())


def redaction_of(redaction) -> whole.Redaction:
    return whole.Redaction(
        recording=redaction.recording.key if redaction.recording and redaction.start_ms is not None else None,
        start_ms=redaction.start_ms,
        end_ms=redaction.end_ms,
        passage=redaction.alignment,
        quote=redaction.quote,
    )


def _masters(interview, recordings) -> dict[str, str]:
    masters = {r.key: r.master.sha256 for r in recordings if r.master}
    for document in interview.documents.all():
        masters |= {page.key: page.master.sha256 for page in document.pages.select_related("master")}
    return masters
