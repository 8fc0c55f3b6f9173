"""Leaks where an interview is erased or records are merged."""

from collections import defaultdict

from archive.catalogue.models import FormerAuthority, Label
from archive.publishing import beside, door, erasure, former, merging, moving, naming, narrowing_facts, people, settle

from . import checks, stages_of_records
from .leaks import leak, nothing


@leak("an erased interview stays in the search", stages_of_records.erased)
def erased_but_public(patch):
    patch.setattr(door, "erase", nothing)
    patch.setattr(narrowing_facts, "erase", nothing)


@leak("files of an erased interview stay where they lie", stages_of_records.erased, checks.no_file_is_left)
def erased_but_kept(patch):
    patch.setattr(erasure, "destroy", lambda master, by: master.derivatives.all().delete() and master.delete())


@leak("the event of an erasure repeats the reason", stages_of_records.erased, checks.nothing_in_the_catalogue)
def erased_but_logged(patch):
    record, proposal, said = erasure.record, erasure._proposal, []

    def proposed(interview):
        found = proposal(interview)
        said.append(found.reason)
        return found

    patch.setattr(erasure, "_proposal", proposed)
    patch.setattr(
        erasure, "record", lambda act, **more: record(act, **more | ({"after": said[0]} if act == "erased" else {}))
    )


@leak("merging makes private labels public", stages_of_records.merged_and_approved, checks.nothing_on_pages)
def labels_come_out(patch):
    move = moving.move_labels

    def moving_all(kept, merged):
        move(kept, merged)
        Label.objects.filter(authority=kept).update(is_public=True)

    patch.setattr(moving, "move_labels", moving_all)


@leak("a merge is seen before somebody else has approved it", stages_of_records.merged_alone, checks.nothing_on_pages)
def merged_by_one(patch):
    move = merging._move

    def moving_at_once(kept, merged, legal_name):
        move(kept, merged, legal_name)
        former.approve_merges(kept)

    patch.setattr(merging, "_move", moving_at_once)


@leak("an address that nobody knew leads on", stages_of_records.merged_and_approved, checks.absent_like_never)
def unknown_address_leads(patch):
    refresh = former.refresh_addresses

    def refreshing():
        FormerAuthority.objects.exclude(leads_to="").update(was_public=True)
        return refresh()

    patch.setattr(former, "refresh_addresses", refreshing)
    patch.setattr("archive.publishing.pages.refresh_addresses", refreshing)


@leak("a testimony stands with a record that is called after its narrator", stages_of_records.named_by_its_records)
def named_by_a_record(patch):
    patch.setattr(beside.Beside, "closed", lambda self, cards: set())


@leak("its words lead to a record that names its narrator", stages_of_records.named_by_its_records)
def led_to_who_is_named(patch):
    patch.setattr(settle, "names_of", lambda document, dossier, own, left_out: naming.names_of(document, dossier, own))
    patch.setattr(beside.Beside, "keep_apart", nothing)


@leak("a name that an archivist has changed is not looked for", stages_of_records.named_formerly)
def named_by_a_former_name(patch):
    patch.setattr(people, "_kept", lambda interviews: defaultdict(list))


@leak("a name is not kept as it is entered", stages_of_records.named_formerly)
def named_by_an_unkept_name(patch):
    patch.setattr(narrowing_facts, "keep_names", nothing)


@leak(
    "a collection is described with the name of a narrator whose testimony is public",
    stages_of_records.named_by_its_collection,
)
def named_by_the_collection(patch):
    patch.setattr(beside.Beside, "is_named_by", lambda self, card: False)
