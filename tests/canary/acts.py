"""What archivists and moderators do, each act with what it means for what may be seen."""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.stateful import rule

from archive import publishing
from archive.catalogue.models import CollectionPolicy, Grant, Interview, Label, PersonStatus, Segment, Topic
from archive.custody import acting
from archive.publishing.review import is_as_approved
from tests import cast

from . import scenario
from .story import PART, SCOPE, SCOPES, TWO, Story, begin, new_word


class Acts:
    """Rules over ``stories``, ``topics``, ``words``, ``closed`` and the clock."""

    def word(self, origin: str) -> str:
        return new_word(self.words, origin)

    @property
    def today(self) -> dt.date:
        return dt.datetime.now(dt.UTC).date()

    def grants(self, story: Story, scope: str):
        return Grant.objects.filter(record__participation__interview=story.made, scope=scope)

    @rule(n=TWO, part=PART)
    def edit(self, n, part):
        story, made = self.stories[n], Interview.objects.get(pk=self.stories[n].made.pk)
        word = story.live[part] = self.word(part)
        with acting(cast.archivist()):
            if part in ("title", "abstract"):
                setattr(made, f"{part}_en", word)
                made.save()
            elif part == "claim":
                claim = made.claims.get()
                claim.statement_en = word
                claim.save()
            elif part == "passage":
                for segment in Segment.objects.filter(transcript__interview=made, alignment="a0"):
                    segment.text = word
                    segment.save()
            else:
                narrator = made.participations.get()
                narrator.name_given_initial_en = narrator.name_given_initial_uk = word
                narrator.save()

    @rule(n=TWO)
    def submit(self, n):
        made = Interview.objects.get(pk=self.stories[n].made.pk)
        if made.state != "submitted" and not is_as_approved(made):
            publishing.submit(made, by=cast.archivist())

    @rule(n=TWO)
    def approve(self, n):
        self.submit(n)
        made = Interview.objects.get(pk=self.stories[n].made.pk)
        if made.state != "submitted":
            return
        review = scenario.waived(made)
        publishing.approve(made, by=cast.moderator(), seen=review.digest, checklist=dict(review.checklist))
        self.stories[n].approve(self.closed, self.topics.slug)

    @rule(n=TWO)
    def begin_anew(self, n):
        """Whatever closed the interview is over, and a moderator approves it once more."""
        story = self.stories[n]
        if story.is_withdrawn:
            self.agree_again(n)
        if story.is_captive:
            self.capture_or_free(n)
        if story.is_stopped:
            self.stop_or_release(n)
        self.approve(n)

    @rule(n=TWO)
    def stop_or_release(self, n):
        story = self.stories[n]
        if story.is_stopped:
            publishing.release(story.made, by=cast.moderator(), reason="It may stay.")
        else:
            publishing.stop(story.made, by=cast.archivist(), reason="A call.")
        story.is_stopped = not story.is_stopped

    @rule(n=TWO)
    def redact(self, n):
        publishing.redact(self.stories[n].made, by=cast.archivist(), reason="safety", alignment="a0")
        self.stories[n].is_redacted = True

    @rule(n=TWO, scopes=st.sets(SCOPE, max_size=2))
    def withdraw(self, n, scopes):
        story = self.stories[n]
        publishing.withdraw(
            story.made.participations.get(), by=cast.archivist(), requester="narrator", received_on=self.today,
            scopes=sorted(scopes),
        )  # fmt: skip
        story.given = {scope: days for scope, days in story.given.items() if scopes and scope not in scopes}
        story.is_withdrawn = story.is_withdrawn or not scopes
        story.narrow()

    @rule(n=TWO)
    def agree_again(self, n):
        """After a withdrawal of the whole, a new paper, signed a day later; it shows nothing before an approval."""
        story = self.stories[n]
        if story.is_withdrawn:
            self.pass_days(days=1)
            with acting(cast.archivist()):
                cast.grant_all(story.made.participations.get(), signed_on=self.today)
            story.given = dict.fromkeys(SCOPES.values(), (self.today, dt.date.max))
            story.is_withdrawn = False

    @rule(n=TWO, scope=SCOPE, days=st.sampled_from([0, 1, 5, 20]), is_embargo=st.booleans())
    def narrow_grant(self, n, scope, days, is_embargo):
        """A grant gets a first or a last day, or (no days) it is for staff alone."""
        story, day = self.stories[n], self.today + dt.timedelta(days=days)
        first, last = story.given.get(scope, (day, day))
        first, last = (max(first, day), last) if is_embargo else (first, min(last, day))
        if scope not in story.given or first > last:
            return
        with acting(cast.archivist()):
            for grant in self.grants(story, scope):
                grant.starts_on, grant.ends_on = first, None if last == dt.date.max else last
                grant.audience = "public" if days else "staff"
                grant.save()
        story.given[scope] = (first, last)
        if not days:
            del story.given[scope]
        story.narrow()

    @rule(n=TWO)
    def capture_or_free(self, n):
        story = self.stories[n]
        person = story.made.participations.get().person
        with acting(cast.archivist()):
            if story.is_captive:
                person.statuses.get().delete()
            else:
                PersonStatus.objects.create(person=person, kind="captive")
        story.is_captive = not story.is_captive
        story.narrow()

    @rule(scope=SCOPE)
    def close_or_open_collection(self, scope):
        if scope in self.closed:
            CollectionPolicy.objects.get(scope=scope).delete()
        else:
            CollectionPolicy.objects.create(collection=cast.collection(), scope=scope, widest="staff")
        self.closed ^= {scope}
        for story in self.stories:
            story.close(self.closed)

    @rule(act=st.sampled_from(["edit", "label", "approve"]))
    def change_topic(self, act):
        topic = Topic.objects.get(slug=self.topics.slug)
        if act == "approve":
            publishing.approve_authority(topic, by=cast.moderator())
            self.topics.approve(*self.words & {topic.slug})
            return
        with acting(cast.archivist()):
            if act == "label":
                Label.objects.create(authority=topic, language="en", text=self.word("private label"))
            else:
                topic.name_en = self.topics.name = self.word("topic")
                topic.save()

    @rule(goes=st.booleans())
    def merge(self, goes):
        """A second record of the topic turns up: the known one goes into it, or it into the known one."""
        known = Topic.objects.get(slug=self.topics.slug)
        with acting(cast.archivist()):
            other = Topic.objects.create(slug=self.word("address"), name_en=self.word("name of another"))
            Label.objects.create(authority=other, language="en", text=self.word("private label of another"))
        kept, merged = (other, known) if goes else (known, other)
        publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
        if goes:
            self.topics.merged_into(other.slug, other.name_en)

    @rule(n=TWO)
    def erase(self, n):
        """Two people destroy an interview with the record of its narrator; another begins in its place."""
        story = self.stories[n]
        publishing.propose_erasure(story.made, by=cast.archivist(), reason=self.word("reason"))
        people = publishing.what_goes(story.made).people
        publishing.erase_interview(story.made, by=cast.moderator(), people=people)
        self.stories[n] = begin(self.words, Topic.objects.get(slug=self.topics.slug))
