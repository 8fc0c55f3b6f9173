"""Which texts stand in four languages."""

from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Authority)
class AuthorityTexts(TranslationOptions):
    fields = ("name",)


@register(models.Place)
class PlaceTexts(TranslationOptions):
    fields = ()


@register(models.Person)
class PersonTexts(TranslationOptions):
    fields = ()


@register(models.Topic)
class TopicTexts(TranslationOptions):
    fields = ("scope_note",)


@register(models.Event)
class EventTexts(TranslationOptions):
    fields = ("attribution",)


@register(models.Collection)
class CollectionTexts(TranslationOptions):
    fields = ("name", "description", "demonstration_mark")


@register(models.Interview)
class InterviewTexts(TranslationOptions):
    fields = ("title", "abstract", "notice")


@register(models.Participation)
class ParticipationTexts(TranslationOptions):
    fields = ("name_full", "name_given_initial", "name_initials", "name_pseudonym", "role_description")


@register(models.IndexPoint)
class IndexPointTexts(TranslationOptions):
    fields = ("title", "synopsis")


@register(models.Document)
class DocumentTexts(TranslationOptions):
    fields = ("title", "description", "author", "recipient", "transcription", "custody", "holder", "rights")


@register(models.DocumentPage)
class DocumentPageTexts(TranslationOptions):
    fields = ("alternative", "transcription")


@register(models.DocumentRegion)
class DocumentRegionTexts(TranslationOptions):
    fields = ("note",)


@register(models.Source)
class SourceTexts(TranslationOptions):
    fields = ("note",)


@register(models.Claim)
class ClaimTexts(TranslationOptions):
    fields = ("question", "statement", "attribution", "signature")


@register(models.Path)
class PathTexts(TranslationOptions):
    fields = ("title", "introduction")


@register(models.PathStop)
class PathStopTexts(TranslationOptions):
    fields = ("sentence",)


@register(models.Term)
class TermTexts(TranslationOptions):
    fields = ("name", "variants", "explanation")


@register(models.Question)
class QuestionTexts(TranslationOptions):
    fields = ("introduction",)
