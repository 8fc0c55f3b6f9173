"""The words a reader sees for the closed lists of the document: singular, lower case, or a whole sentence; in every interface language."""

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from archive.language import languages

from . import vocabulary
from .licences import LICENCES

WORDS = {
    "kind": vocabulary.KINDS,
    "format": vocabulary.FORMATS,
    "language": vocabulary.LANGUAGES,
    "warning": vocabulary.WARNINGS,
    "made": {
        "recorded": _("Recorded"),
        "written": _("Written"),
        "letter": _("Written"),
        "news-report": _("Reported"),
    },
    "role": {
        "narrator": _("Narrator"),
        "interviewer": _("Interviewer"),
        "interpreter": _("Interpreter"),
        "camera": _("Camera"),
        "transcriber": _("Transcriber"),
        "guardian": _("Guardian"),
    },
    "rendition": {
        "initials": _("initials only"),
        "pseudonym": _("name changed"),
        "withheld": _("name withheld"),
    },
    "transcript": {
        "verbatim": _("word for word"),
        "edited": _("edited for reading"),
        "translation": _("translation"),
    },
    "maker": {
        "hand": _("made by hand"),
        "machine": _("made by machine and not checked"),
        "machine-checked": _("made by machine, checked by hand"),
    },
    "known": {
        "stated": _("told by the narrator"),
        "reported": _("as the report says"),
        "hearsay": _("heard from others"),
    },
    "standing": {
        "corroborated": _("other accounts agree"),
        "disputed": _("other accounts differ"),
        "unverified": _("not verified"),
        "inference": _("inference of the archive"),
    },
    "relation": {
        "corroborates": _("Said alike:"),
        "contradicts": _("Said otherwise:"),
    },
    "paper": {
        "letter": _("letter"),
        "photograph": _("photograph"),
        "drawing": _("drawing"),
        "notebook": _("notebook"),
        "other": _("document"),
    },
    "licence": {code: licence.name for code, licence in LICENCES.items()},
    "absence": {
        "no-copy": _("The archive knows of it and has no copy."),
        "whereabouts": _("It was seen and described. Where it is now, the archive does not know."),
        "rights": _("Others hold the rights to it, so it is described here and not shown."),
        "protection": _("It is described here and not shown, to protect people."),
    },
    "source": {
        "article-newspaper": _("newspaper article"),
        "broadcast": _("broadcast"),
        "motion_picture": pgettext_lazy("kind of source", "film"),
        "webpage": _("web page"),
        "report": _("report"),
        "book": _("book"),
    },
    "level": {
        "oblast": _("oblast"),
        "raion": _("raion"),
        "hromada": _("hromada"),
        "settlement": _("settlement"),
        "site": _("site within a settlement"),
    },
}


def word(value: str, subject: str) -> str:
    """The word for ``value`` in the list named ``subject``; an unknown value stands for itself."""
    if subject == "language" and value in languages.CODES:
        return languages.name(value, get_language())
    return str(WORDS[subject].get(value, value))
