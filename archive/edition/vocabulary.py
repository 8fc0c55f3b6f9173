"""The closed lists readers filter by, in their order, with the words they are shown in."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "recorded": _("recorded interview"),
    "written": _("written testimony"),
    "letter": _("letter or document"),
    "news-report": _("news report"),
}

FORMATS = {
    "film": _("video"),
    "sound": _("sound"),
    "text": _("text to read"),
    "pictures": _("pictures"),
}

WARNINGS = {
    "killing": _("killing"),
    "torture": _("torture and ill-treatment"),
    "sexual-violence": _("sexual violence"),
    "children": _("harm to children"),
    "shelling": _("shelling and bombing"),
    "captivity": _("captivity"),
    "bodies": _("dead bodies"),
    "grief": _("loss of family"),
    "insult": _("insulting language"),
}

LANGUAGES = {
    "uk": _("Ukrainian"),
    "uk-ru": _("mixed Ukrainian–Russian speech"),
    "ru": _("Russian"),
    "pl": _("Polish"),
    "en": _("English"),
}

MIXED = {"uk-ru": ("uk", "ru")}
"""Ways of speaking that are found under each of their languages too."""

ORDERS = {
    "relevance": _("best match first"),
    "newest": _("newest in the archive first"),
    "recorded": _("oldest recording first"),
    "title": _("by title"),
    "duration": _("longest first"),
}
