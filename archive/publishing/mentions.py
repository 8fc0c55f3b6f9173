"""What archivists decide of names found in passages: confirmed, rejected, or taken back.

A rejection takes effect before it returns. Everything else waits for an approval: a confirmed person is public when a
moderator has approved the interview with it, and so is a name whose rejection was taken back.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.catalogue.models import Authority, Interview, Mention, Segment
from archive.custody import acting, narrowing
from archive.custody.events import record

from .collecting import together
from .refusal import Refused, refusing
from .transitions import lock, require

Verdict = Mention.Verdict


@transaction.atomic
def confirm_mention(
    interview: Interview, *, by, authority: Authority, passage: str, words: str = "", private_note: str = ""
) -> Mention:
    """These words of a passage name the authority. Of a person that is shown once a moderator has approved it."""
    interview = _deciding(interview, by)
    _require_passage(interview, passage)
    made = _decided(interview, authority, passage, by, Verdict.CONFIRMED, words, private_note)
    with acting(by), together():
        made.save()
    record("mention-confirmed", by=by, obj=made, interview=interview)
    return made


@transaction.atomic
def reject_mention(
    interview: Interview, *, by, authority: Authority, passage: str = "", words: str = "", private_note: str = ""
) -> Mention:
    """These words of a passage do not name the authority; without a passage, nothing in the interview does.

    The public finds them under it no more from this moment, in every language of the passage.
    """
    interview = _deciding(interview, by)
    if passage:
        _require_passage(interview, passage)
    made = _decided(interview, authority, passage, by, Verdict.REJECTED, words, private_note)
    with acting(by), narrowing(), together():
        made.save()
    record("mention-rejected", by=by, obj=made, interview=interview)
    return made


@transaction.atomic
def take_back_mention(mention: Mention, *, by) -> None:
    """Nothing is decided of these words any more. What was rejected is found again once the interview is approved anew."""
    interview = _deciding(mention.interview, by)
    mention = Mention.objects.select_related("authority", "interview").filter(pk=mention.pk).first()
    if mention is None:
        raise Refused(_("Somebody has taken this decision back already."))
    record("mention-taken-back", by=by, obj=mention, interview=interview)
    with acting(by), together():
        mention.delete()


def _deciding(interview: Interview, by) -> Interview:
    require(by, "add_mention", _("You may not decide on names found in the text."))
    return lock(interview)


def _require_passage(interview: Interview, passage: str) -> None:
    if not Segment.objects.filter(transcript__interview=interview, alignment=passage).exists():
        raise Refused(_("This passage is not there any more. Open the list of names again."))


def _decided(interview, authority, passage, by, verdict, words, private_note) -> Mention:
    """The one decision on an authority in a passage, the new word in place of an earlier one."""
    authority = Authority.objects.get(pk=authority.pk)
    made = Mention.objects.filter(interview=interview, authority=authority, passage=passage).first()
    made = made or Mention(interview=interview, authority=authority, passage=passage)
    made.interview, made.authority = interview, authority
    made.verdict, made.words, made.private_note = verdict, words[:200], private_note.strip()
    made.decided_by, made.decided_at = by, timezone.now()
    with refusing():
        made.full_clean()
    return made
