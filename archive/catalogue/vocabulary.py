"""The closed lists that several nouns share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    UKRAINIAN = "uk", _("Ukrainian")
    ENGLISH = "en", _("English")
    POLISH = "pl", _("Polish")
    RUSSIAN = "ru", _("Russian")


class SpokenLanguage(models.TextChoices):
    UKRAINIAN = "uk", _("Ukrainian")
    MIXED = "uk-ru", _("mixed Ukrainian–Russian speech")
    RUSSIAN = "ru", _("Russian")
    POLISH = "pl", _("Polish")
    ENGLISH = "en", _("English")


class ContentWarning(models.TextChoices):
    """What a reader may wish to be warned of, or to leave out."""

    KILLING = "killing", _("killing")
    TORTURE = "torture", _("torture and ill-treatment")
    SEXUAL_VIOLENCE = "sexual-violence", _("sexual violence")
    CHILDREN = "children", _("harm to children")
    SHELLING = "shelling", _("shelling and bombing")
    CAPTIVITY = "captivity", _("captivity")
    BODIES = "bodies", _("dead bodies")
    GRIEF = "grief", _("loss of family")
    INSULT = "insult", _("insulting language")


class Scope(models.TextChoices):
    """What a narrator can say yes or no to, each apart from the others."""

    LISTING = "listing", _("be listed: title, kind and dates")
    DESCRIPTION = "description", _("summary, places, topics and contents")
    NAME = "name", _("the narrator's name in the agreed form")
    TRANSCRIPT = "transcript", _("transcript and translations")
    AUDIO = "audio", _("sound")
    VIDEO = "video", _("video")
    IMAGES = "images", _("photographs and pictures of pages")
    DOCUMENTS = "documents", _("letters and documents")
    EXACT_PLACE = "exact-place", _("exact places")
    DOWNLOAD = "download", _("download")
    HARVEST = "harvest", _("copying to other catalogues")
    AI_USE = "ai-use", _("use in training or running artificial intelligence")
    LEGAL_USE = "legal-use", _("use in legal proceedings")


class AudienceChoice(models.TextChoices):
    """For whom, from the narrowest to the widest."""

    NOBODY = "nobody", _("nobody")
    STAFF = "staff", _("staff of the archive")
    RESEARCHERS = "researchers", _("approved researchers")
    PUBLIC = "public", _("everyone")


class Precision(models.TextChoices):
    """How closely a place may be named in public."""

    EXACT = "exact", _("exact place")
    SETTLEMENT = "settlement", _("settlement")
    RAION = "raion", _("raion")
    OBLAST = "oblast", _("oblast")
    HIDDEN = "hidden", _("not shown")
