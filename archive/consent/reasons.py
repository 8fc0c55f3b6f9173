"""The reasons of a decision in words, for the people who review it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .decision import Reason

SENTENCES = {
    "no-grant": gettext_lazy("No consent record in force speaks of this."),
    "nobody-agreed": gettext_lazy("No narrator has agreed."),
    "granted-nobody": gettext_lazy("The narrator said no."),
    "granted-staff": gettext_lazy("The narrator agreed to this for the staff of the archive only."),
    "granted-researchers": gettext_lazy("The narrator agreed to this for approved researchers only."),
    "granted-public": gettext_lazy("The narrator agreed to this for everyone."),
    "granted-from": gettext_lazy("The narrator asked that this is not shown before a certain day."),
    "heir-of-the-living": gettext_lazy(
        "An heir signed, but the record does not say that the narrator has died. Enter the status with its date."
    ),
    "guardian-of-an-adult": gettext_lazy(
        "A guardian signed, but nothing says that the narrator is a minor. Enter the year of birth or the status."
    ),
    "guardian-until-of-age": gettext_lazy("A guardian agreed, and that holds until the narrator comes of age."),
    "signed-as-a-minor": gettext_lazy("The narrator signed while a minor; a guardian has to agree as well."),
    "withdrawn": gettext_lazy("The narrator has withdrawn this."),
    "captive": gettext_lazy("The narrator is in captivity; a moderator has to decide before anything is shown."),
    "missing": gettext_lazy("The narrator is missing; a moderator has to decide before anything is shown."),
    "policy-nobody": gettext_lazy("The collection shows this to nobody."),
    "policy-staff": gettext_lazy("The collection keeps this for the staff of the archive."),
    "policy-researchers": gettext_lazy("The collection keeps this for approved researchers."),
    "policy-public": gettext_lazy("The collection sets no limit."),
    "stopped": gettext_lazy("The display has been stopped."),
    "basis-not-signed": gettext_lazy("A moderator has not yet signed the basis of this record."),
    "basis-shows-description-only": gettext_lazy(
        "On this basis only the description, the claims and the reference are shown."
    ),
    "name-decided": gettext_lazy("A moderator decided that the name may be shown."),
    "public-figure": gettext_lazy("This is a public figure, shown by name."),
    "private-person": gettext_lazy("This is a private person, shown by role."),
}


def sentence(reason: Reason) -> str:
    """The reason in the reader's language, with the day it holds until or dates from, if one matters."""
    text = str(SENTENCES[reason.code])
    if reason.day is None or reason.day.year > 9000:
        return text
    day = date_format(reason.day, "DATE_FORMAT")
    if reason.code == "granted-from":
        return _("%(sentence)s It begins on %(day)s.") % {"sentence": text, "day": day}
    if reason.code == "withdrawn":
        return _("%(sentence)s It was received on %(day)s.") % {"sentence": text, "day": day}
    return _("%(sentence)s It holds until and including %(day)s.") % {"sentence": text, "day": day}
