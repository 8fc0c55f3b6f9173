"""What archivists, moderators and visitors do with their hands, in the words of the journeys."""

from playwright.sync_api import expect

from archive.catalogue.vocabulary import Scope

PASSWORD = "a long password for tests"


class Somebody:
    """A person at a browser of their own."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def press(self, name):
        """Send the form by its button and wait for the page that answers."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name):
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=True).first.click()


class Staff(Somebody):
    """Somebody at the workroom."""

    def open(self, path):
        return self.page.goto(f"{self.site}/workroom/{path}")

    def sign_in(self, user):
        self.open("")
        self.page.get_by_label("Username").fill(user.username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Log in")
        expect(self.page.get_by_role("heading", name="What awaits me")).to_be_visible()

    def save(self):
        """Save and stay; whatever the page refuses is the failure's message."""
        self.press("Save and continue editing")
        self.is_saved()

    def is_saved(self):
        refused = self.page.locator(".errornote, .errorlist").all_inner_texts()
        assert not refused, refused
        expect(self.page.locator(".messagelist .success")).to_be_visible()

    def post(self, path, **fields):
        """The status of a form sent past the buttons, as this person."""
        cookie = next(c for c in self.page.context.cookies() if c["name"] == "csrftoken")
        form = {"csrfmiddlewaretoken": cookie["value"], **fields}
        answer = self.page.request.post(f"{self.site}/workroom/{path}", form=form, headers={"Referer": self.site})
        return answer.status


class Archivist(Staff):
    def enter_person(self, name):
        self.open("catalogue/person/add/")
        self.page.get_by_label("Name · Ukrainian").fill(name)
        self.save()

    def enter_interview(self, *, collection, languages, **fields):
        """Begin an interview; its page goes on to the parts. Returns its number in the workroom."""
        self.open("catalogue/interview/add/")
        self.page.select_option("#id_collection", label=collection)
        for language in languages:
            self.page.locator("#id_languages").get_by_role("checkbox", name=language, exact=True).check()
        for field, text in fields.items():
            self.page.fill(f"#id_{field}", text)
        self.press("Save")
        self.is_saved()
        return int(self.page.url.split("/interview/")[1].split("/")[0])

    def add(self, part):
        """Open one more row of a part of the page and return its prefix."""
        count = int(self.page.input_value(f"#id_{part}-TOTAL_FORMS"))
        self.page.locator(f"#{part}-group .add-row a").click()
        return f"{part}-{count}"

    def pick(self, field, words, label=""):
        """Choose a record with the picker of a field: type ``words``, take what reads ``label``."""
        self.page.locator(f"#id_{field} + .select2").click()
        self.page.locator(".select2-container--open input.select2-search__field").last.fill(words)
        self.page.locator(".select2-results__option[aria-selected]", has_text=label or words).first.click()

    def enter_narrator(self, name, *, rendition, **names):
        row = self.add("participations")
        self.pick(f"{row}-person", name)
        self.page.select_option(f"#id_{row}-rendition", label=rendition)
        self.page.locator(f"#{row}").get_by_text("Forms of the name").click()
        for form, text in names.items():
            self.page.fill(f"#id_{row}-{form}", text)

    def enter_sitting(self, held):
        row = self.add("sittings")
        self.page.fill(f"#id_{row}-held", held)

    def enter_place(self, name):
        row = self.add("place_mentions")
        self.pick(f"{row}-place", name, f"{name} · settlement")

    def hand_in(self, path):
        """A recording of the one sitting."""
        row = self.add("recordings")
        self.page.select_option(f"#id_{row}-sitting", index=1)
        self.page.set_input_files(f"#id_{row}-master", path)

    def paste_transcript(self, interview, text, *, language, kind):
        self.open(f"catalogue/interview/{interview}/change/")
        row = self.add("transcripts")
        self.page.select_option(f"#id_{row}-recording", index=1)
        self.page.select_option(f"#id_{row}-language", label=language)
        self.page.select_option(f"#id_{row}-kind", label=kind)
        self.save()
        self.page.locator(f"#{row} .inlinechangelink").click()
        self.page.fill("#id_brought_in", text)
        self.save()

    def enter_agreement(self, interview, *, signed_on, evidence, audience="everyone", **by_scope):
        """An agreement to everything, except what ``by_scope`` (download="nobody") says."""
        self.open(f"catalogue/interview/{interview}/change/")
        self.follow("Enter an agreement")
        self.page.fill("#id_signed_on", signed_on)
        self.page.set_input_files("#id_evidence", evidence)
        self.page.check("#id_voice_recognition_agreed")
        for n, scope in enumerate(Scope.values):
            assert self.page.input_value(f"#id_grants-{n}-scope") == scope
            chosen = by_scope.get(scope.replace("-", "_"), audience)
            self.page.select_option(f"#id_grants-{n}-audience", label=chosen)
        self.save()

    def submit(self, interview):
        self.open(f"catalogue/interview/{interview}/change/")
        self.follow("Submit for review")
        self.press("Submit for review")
        self.is_saved()

    def withdraw(self, interview, *, asked_by):
        self.open(f"catalogue/interview/{interview}/change/")
        self.follow("Withdraw agreement")
        self.page.locator(".choices-list a").first.click()
        self.page.get_by_label("Asked by").select_option(label=asked_by)
        self.press("Withdraw now")
        self.is_saved()


class Moderator(Staff):
    def open_from_queue(self, title):
        self.open("")
        self.page.locator("#user-tools").get_by_role("link", name="Review").click()
        self.page.locator(".waiting li", has_text=title).get_by_role("link").click()

    def let_stand(self, found, reason):
        self.page.locator(".sightings li", has_text=found).first.get_by_role("link", name="Let it stand").click()
        self.page.get_by_label("Reason").fill(reason)
        self.press("Let them stand")
        self.is_saved()

    def withhold(self, found, reason):
        self.page.locator(".sightings li", has_text=found).first.get_by_role("link", name="Withhold").click()
        self.page.get_by_label("Reason").select_option(label=reason)
        self.press("Withhold")
        self.is_saved()

    def approve(self):
        for point in self.page.locator("#decide input[type=checkbox]").all():
            point.check()
        self.press("Approve")
        self.is_saved()


class Visitor(Somebody):
    """Somebody in the reading room."""

    def open(self, path):
        return self.page.goto(f"{self.site}/{path}")

    def titles(self):
        """The titles on the listing that is open."""
        return self.page.locator(".records h3").all_inner_texts()
