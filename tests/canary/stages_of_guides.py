"""A path, a glossary and what must not be read there: hidden testimonies, withheld names, drafts of the archive's own."""

from archive import publishing
from archive.catalogue.models import Opening, Path, PathStop, Term
from archive.custody import acting
from tests import cast

from . import planting, scenario
from .stages import Stage


def guided(stage: Stage) -> None:
    """A public path leads to a public interview, to a draft, and by a name that is withheld, once in the sentence of
    another testimony; the next is introduced by that name. Another path and a word are not public, and the last path
    leads to nothing that is."""
    made = stage.shown = cast.interview("Shown", slug="guided")
    name = stage.word("full name")
    with acting(cast.archivist()):
        made.participations.update(name_full_uk=f"Олена {name}")
    scenario.approve_waiving(made)
    way = Path.objects.create(slug="way", title_en="A way", is_public=True)
    PathStop.objects.create(path=way, interview=made, sentence_en="To be read.")
    PathStop.objects.create(path=way, interview=made, sentence_uk=f"Розповідає {name}.", sentence_en="Named.")
    companion = cast.interview("Beside it", slug="beside")
    scenario.approve_waiving(companion)
    PathStop.objects.create(path=way, interview=companion, sentence_uk=f"Вона знає, де жила Олена {name}.")
    named = Path.objects.create(
        slug="named", title_en="Named", introduction_uk=f"Тут розповідає Олена {name}.", is_public=True
    )
    for interview in (made, companion):
        PathStop.objects.create(path=named, interview=interview, sentence_en="To be read.")
    publishing.publish(companion)
    planting.hidden_interview("a draft on a path", stage.tokens)
    for slug, is_public in (("unready", False), ("hidden", True)):
        path = Path.objects.create(slug=slug, title_en=stage.word(f"title of the {slug} path"), is_public=is_public)
        there = made if slug == "unready" else cast.interview("A draft", slug="led-to")
        PathStop.objects.create(path=path, interview=there, sentence_en=stage.word(f"sentence of the {slug} path"))
        Opening.objects.create(interview=there, starts_at_ms=0)
    Term.objects.create(slug="unready", name_en=stage.word("word"), explanation_en=stage.word("explanation"))
    stage.addresses += [f"/en/paths/{slug}/" for slug in ("way", "named", "unready", "hidden")]
